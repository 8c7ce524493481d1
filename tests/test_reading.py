"""What is read and written of what files name: regular files, of bounded size, within the project, at once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from pipeline import files
from tests.conftest import QUOTE, Invoke, Spawn, write_spec

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names and links are POSIX's")

CHART = "kind: chart\nchart: bar\ntitle: T\ndata: d.csv\n"
PROJECTS: dict[str, tuple[str, str]] = {  # what is no file, and the spec that leads to it
    "specs/d.csv": (CHART, "specs/word.yaml:4:7: data: d.csv: expected a regular file, found a pipe"),
    "specs/a.png": (QUOTE + "avatar: a.png\n", "specs/word.yaml:5:9: avatar: specs/a.png: expected a regular file"),
    "specs/themes/mine.yaml": (QUOTE + "themes: [mine]\n", "specs/themes/mine.yaml: expected a regular file"),
    "specs/logo.png": (QUOTE + "theme: {logo: {file: logo.png}}\n", "logo.png: expected a regular file, found a pipe"),
    "specs/_defaults.yaml": (QUOTE, "specs/_defaults.yaml: expected a regular file, found a pipe"),
    "specs/other.yaml": (QUOTE, "specs/other.yaml: expected a regular file, found a pipe"),
    "fonts/x.ttf": (QUOTE, "fonts/x.ttf:1:1: expected a regular file, found a pipe"),  # which no picture here needs
    "output/manifest/word.json": (QUOTE, "output/manifest/word.json: expected a regular file, found a pipe"),
    "output/word.og.png": (QUOTE, "output/word.og.png: cannot write: expected a regular file, found a pipe"),
}
COMMANDS = ("build", "check", "report", "doctor", "gallery", "fonts", "themes", "clean")


@pytest.mark.parametrize("place", PROJECTS)
def test_a_pipe_where_a_file_is_expected_is_told_and_never_waited_for(project: Path, place: str, spawn: Spawn) -> None:
    spec, message = PROJECTS[place]
    write_spec(project, "word", spec)
    (project / place).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(place)
    built = spawn("build")
    assert (built.returncode > 0, message in (built.stdout + built.stderr).decode()) == (place != "fonts/x.ttf", True)
    assert b"Traceback" not in built.stderr


@pytest.mark.parametrize("place", PROJECTS)
def test_no_command_waits_for_a_pipe(project: Path, place: str, invoke: Invoke) -> None:
    write_spec(project, "word", PROJECTS[place][0])
    (project / place).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(place)
    for command in COMMANDS:
        result = invoke(command)
        assert result.exception is None or isinstance(result.exception, SystemExit), command


def _socket(path: str) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path)


@pytest.mark.parametrize(("make", "name"), [(os.mkfifo, "a pipe"), (_socket, "a socket")])
def test_what_is_no_regular_file_is_refused_before_it_is_opened(
    project: Path, make: Callable[[str], None], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("it")
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("it was opened"))
    with pytest.raises(files.Refused, match=f"expected a regular file, found {name}"):
        files.read("it", 10)
    assert files.digest("it") is None


def test_a_file_that_becomes_a_pipe_is_not_waited_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo("it")
    monkeypatch.setattr(files.reading, "check", lambda *_: None)
    with pytest.raises(files.Refused):
        files.read("it", 10)


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(project: Path) -> None:
    Path("it").write_bytes(b"x" * 10)
    assert files.read("it", 10) == b"x" * 10
    with pytest.raises(files.TooLarge, match="expected at most"):
        files.read("it", 9)


class TestLinks:
    """A link is followed within the project, and refused where it leads out of it."""

    @pytest.fixture(autouse=True)
    def _outside(self, project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        self.outside = tmp_path_factory.mktemp("outside")
        write_spec(self.outside, "secret", QUOTE)
        (self.outside / "d.csv").write_text("a,b\nx,1\n", encoding="utf-8")
        Image.new("RGB", (40, 40), "red").save(self.outside / "a.png")

    @pytest.mark.parametrize(
        ("place", "target", "spec"),
        [
            ("specs/d.csv", "d.csv", CHART),
            ("specs/a.png", "a.png", QUOTE + "avatar: a.png\n"),
            ("specs/logo.png", "a.png", QUOTE + "theme: {logo: {file: logo.png}}\n"),
            ("specs/themes/mine.yaml", "specs/secret.yaml", QUOTE + "themes: [mine]\n"),
            ("specs/_defaults.yaml", "specs/secret.yaml", QUOTE),
            ("specs/other.yaml", "specs/secret.yaml", QUOTE),
            ("output/manifest/word.json", "d.csv", QUOTE),
            ("output/word.og.png", "a.png", QUOTE),
        ],
    )
    def test_one_that_leads_out_is_refused(
        self, project: Path, invoke: Invoke, place: str, target: str, spec: str
    ) -> None:
        write_spec(project, "word", spec)
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        Path(place).symlink_to(self.outside / target)
        before = (self.outside / target).read_bytes()
        result = invoke("build")
        assert result.exit_code > 0
        assert "leads out of the" in result.stderr
        assert (self.outside / target).read_bytes() == before
        assert Path(place).is_symlink()

    def test_a_face_that_leads_out_is_told_and_not_read(self, project: Path, invoke: Invoke) -> None:
        write_spec(project, "word", QUOTE)
        Path("fonts").mkdir()
        Path("fonts/x.ttf").symlink_to(self.outside / "a.png")
        result = invoke("build")
        assert (result.exit_code, "leads out of the" in result.output) == (0, True)

    def test_a_folder_of_pictures_that_nobody_named_is_refused_and_one_that_is_named_is_written_to(
        self, project: Path, invoke: Invoke
    ) -> None:
        (project / "output").symlink_to(self.outside)
        result = invoke("build")
        assert result.exit_code == 1
        assert result.stderr == (
            "output: found a link that leads out of the project\n"
            f"  hint: name the folder: -o {os.path.realpath(self.outside)}\n"
        )
        assert invoke("build", "-o", "output").exit_code == 0
        assert (self.outside / "word.og.png").exists()

    def test_one_within_the_project_is_followed(self, project: Path, invoke: Invoke) -> None:
        write_spec(project, "word", CHART)
        (project / "tables").mkdir()
        (project / "tables" / "d.csv").write_text("a,b\nx,1\n", encoding="utf-8")
        (project / "specs" / "d.csv").symlink_to("../tables/d.csv")
        (project / "static").mkdir()
        (project / "output").symlink_to("static")
        assert invoke("build").exit_code == 0
        assert (project / "static" / "word.og.png").exists()

    def test_a_file_that_is_named_may_lie_anywhere(self, project: Path, invoke: Invoke) -> None:
        Path("card.png").symlink_to(self.outside / "card.png")
        assert invoke("render", "specs/word.yaml", "-o", "card.png").exit_code == 0
        assert (self.outside / "card.png").exists()

    def test_a_noted_spec_elsewhere_is_neither_read_nor_are_its_pictures_removed(
        self, project: Path, invoke: Invoke
    ) -> None:
        assert invoke("build", self.outside / "specs", "-o", "output").exit_code == 0
        (self.outside / "specs" / "secret.yaml").write_text("not a spec any more", encoding="utf-8")
        assert invoke("clean").stdout == "0 pictures removed\n"
        assert Path("output/secret.og.png").exists()


MARKS = ["../../up", "/tmp/abs", "..", ".hidden", "a/b", "C\\d", "\u202eevil", "a\x1bb"]


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize(
    "command", [["draft"], ["weave"], ["weave", "--unweave"], ["weave", "--to", "html"], ["check"]]
)
def test_a_mark_names_a_spec_beside_the_others_alone(
    project: Path, invoke: Invoke, name: str, command: list[str]
) -> None:
    text = (
        f"# Rope\n\n<!-- visuals {name}: Suggested Visual: quote card: a quote -->\nold\n<!-- /visuals 00000000 -->\n"
    )
    Path("article.md").write_text(text, encoding="utf-8")
    before = sorted(path for path in project.rglob("*"))
    result = invoke(command[0], "article.md", *command[1:])
    assert result.exit_code == 2
    assert result.stderr.startswith("article.md:3:1: expected the name of a spec, found `")
    assert sorted(path for path in project.rglob("*")) == before
