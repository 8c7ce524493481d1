"""`visuals watch` in a real process: an edit becomes a picture, a mistake is told, Ctrl-C ends it."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.conftest import QUOTE, REPOSITORY, Invoke, as_from_a_terminal, pictures_in, write_spec
from tests.faces import squares

SECONDS = 20  # a busy machine takes its time; an idle one needs a tenth of a second

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to the tests too")


class Watching:
    """A process that watches, and what it has said so far."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "pipeline", "watch", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        self.process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=as_from_a_terminal,
        )
        self._said: queue.Queue[str] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._said.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """What is said up to the line that holds these words."""
        lines: list[str] = []
        end = monotonic() + SECONDS
        while monotonic() < end:
            try:
                lines.append(self._said.get(timeout=0.1))
            except queue.Empty:
                continue
            if words in lines[-1]:
                return lines
        pytest.fail(f"nobody said {words!r} in {SECONDS} s, but {lines}")

    def interrupt(self) -> int:
        """Ctrl-C: the signal goes to the process and to those it started."""
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(SECONDS)
        self._listener.join(SECONDS)
        assert self.process.stdout
        self.process.stdout.close()
        return code


@pytest.fixture
def watch(project: Path) -> Iterator[Callable[..., Watching]]:
    """Start to watch, in the folder of the project."""
    started: list[Watching] = []

    def start(*arguments: str) -> Watching:
        started.append(Watching(*arguments))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
            each.interrupt() if each.process.poll() is None else None


def test_an_edit_becomes_a_picture_and_a_mistake_keeps_the_last_one(
    project: Path, watch: Callable[..., Watching]
) -> None:
    watching = watch()
    assert watching.until("watching specs; Ctrl-C ends it")[0].startswith("output/word.og.png  1200 x 630  ")
    picture = project / "output" / "word.og.png"
    first = picture.read_bytes()

    write_spec(project, "word", QUOTE.replace("counts", "matters"))
    watching.until("1 picture made in ")
    second = picture.read_bytes()
    assert second != first

    write_spec(project, "word", QUOTE + "colour: red\n")
    assert watching.until("hint: ")[0] == "specs/word.yaml:5:1: unknown key `colour` in quote_card"
    assert picture.read_bytes() == second

    write_spec(project, "other")  # another spec is built although this one is broken, which is not told again
    assert [line.split("  ")[0] for line in watching.until("1 picture made in ")][:-1] == ["output/other.og.png"]

    write_spec(project, "word", QUOTE)
    lines = watching.until("1 picture made in ")
    assert lines[0].startswith("output/word.og.png") or lines[0] == "all is well again"
    assert picture.read_bytes() == first

    assert watching.interrupt() == 0
    assert pictures_in("output") == ["other.og.png", "word.og.png"]


def test_data_themes_and_faces_are_watched_too(project: Path, watch: Callable[..., Watching]) -> None:
    (project / "fonts").mkdir()
    (project / "data").mkdir()
    table = project / "data" / "list.csv"
    table.write_text("label,n\na,1\nb,2\n", encoding="utf-8")
    write_spec(project, "word", "kind: chart\ndata: ../data/list.csv\nthemes: [mine]\n")
    look = project / "specs" / "themes" / "mine.yaml"
    look.parent.mkdir()
    look.write_text('extends: paper\naccent: "#0D5A66"\n', encoding="utf-8")
    watching = watch("specs")
    watching.until("Ctrl-C ends it")
    table.write_text("label,n\na,3\nb,2\n", encoding="utf-8")
    watching.until("1 picture made in ")
    look.write_text('extends: paper\naccent: "#5A0D66"\n', encoding="utf-8")
    watching.until("1 picture made in ")
    squares(project / "fonts" / "own.ttf", "Own", "a")
    watching.until("1 picture made in ")
    look.write_text("extends: paper\nfaces: {text: Nowhere}\n", encoding="utf-8")
    watching.until("no face of the family `Nowhere`")
    look.write_text("extends: paper\nfaces: {text: Own}\n", encoding="utf-8")
    watching.until("all is well again")
    assert watching.interrupt() == 0


def test_many_changes_at_once_are_one_round(project: Path, watch: Callable[..., Watching]) -> None:
    watching = watch()
    watching.until("Ctrl-C ends it")
    for number in range(5):
        write_spec(project, f"more_{number}")
        write_spec(project, "word", QUOTE.replace("counts", f"counts {number}"))
    lines = watching.until(" made in ")
    assert lines[-1].startswith("6 pictures made in ")
    assert watching.interrupt() == 0


def test_without_a_folder_of_specs_there_is_nothing_to_watch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invoke: Invoke
) -> None:
    monkeypatch.chdir(tmp_path)
    result = invoke("watch")
    assert result.exit_code == 2
    assert result.stderr.startswith("there are no specs: neither here nor in a project around\n  hint: ")
