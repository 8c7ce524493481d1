"""Addresses: whole or not there, tried again, no password in a message; against a real server where that is S3."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import places
from pipeline.batch import answers
from pipeline.batch.ledger import Made
from pipeline.batch.making import Result
from pipeline.errors import OutputError, Problem, SpecError
from tests.conftest import REPOSITORY, Invoke, write_spec

fsspec = pytest.importorskip("fsspec", reason="fsspec, of the extra `cloud`, is not installed")


@pytest.fixture
def memory() -> Iterator[Any]:
    """The files of `memory://`, none at first."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


def test_what_is_written_can_be_read(memory: Any) -> None:
    places.write("memory://cards/a.png", b"one")
    places.write("memory://cards/a.png", b"other")
    with places.opened("memory://cards/a.png") as file:
        assert file.read() == b"other"
    assert places.size_bytes("memory://cards/a.png") == 5
    assert places.size_bytes("memory://cards/b.png") is None


def test_where_a_file_can_be_half_it_is_written_beside_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fsspec.implementations.local import LocalFileSystem

    names: list[list[str]] = []

    def move(self: Any, old: str, new: str, **_: Any) -> None:
        names.append(os.listdir(tmp_path / "new"))
        os.replace(old, new)

    monkeypatch.setattr(LocalFileSystem, "mv", move)
    places.write(f"file://{tmp_path}/new/a.png", b"data")
    ((part,),) = names
    assert part.endswith(".part")
    assert os.listdir(tmp_path / "new") == ["a.png"]


def test_a_part_that_cannot_be_moved_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from fsspec.implementations.local import LocalFileSystem

    def refuse(self: Any, old: str, new: str, **_: Any) -> None:
        raise PermissionError("no")

    monkeypatch.setattr(LocalFileSystem, "mv", refuse)
    with pytest.raises(OutputError, match="cannot write: no"):
        places.write(f"file://{tmp_path}/new/a.png", b"data")
    assert os.listdir(tmp_path / "new") == []


@pytest.mark.parametrize(("failures", "arrives"), [(0, True), (places.TRIES - 1, True), (places.TRIES, False)])
def test_what_fails_is_tried_again_after_longer_and_longer_pauses(
    memory: Any, monkeypatch: pytest.MonkeyPatch, failures: int, arrives: bool
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(places, "sleep", pauses.append)
    left = [failures]
    write = type(memory).pipe_file

    def fail_first(self: Any, path: str, data: bytes, **options: Any) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise TimeoutError("the network is slow")
        write(self, path, data, **options)

    monkeypatch.setattr(type(memory), "pipe_file", fail_first)
    if arrives:
        places.write("memory://a.png", b"data")
    else:
        with pytest.raises(OutputError, match="cannot write: the network is slow"):
            places.write("memory://a.png", b"data")
    assert pauses == [0.2, 0.4, 0.8, 1.6][:failures]
    assert places.size_bytes("memory://a.png") == (4 if arrives else None)


@pytest.mark.parametrize("password", ["s3cret", "s3@cret", "s3/cret", "1234", "a:b"])
def test_no_address_is_shown_with_its_password(password: str) -> None:
    shown = places.shown(f"sftp://ada:{password}@no-such-host.invalid/cards/a.png")
    assert shown == "sftp://ada@no-such-host.invalid/cards/a.png"
    assert places.shown(f"https://host/rows.csv?token={password}") == "https://host/rows.csv?…"


def test_what_is_no_password_is_shown() -> None:
    for address in ("s3://cards/a@2.png", "http://127.0.0.1:8080/a@2.png", "sftp://ada@host/a.png"):
        assert places.shown(address) == address


def test_what_a_library_says_is_told_without_credentials(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "memory://ada:s3cr%21t@cards/a.png"
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "envKEY")
    monkeypatch.setitem(fsspec.config.conf, "webdav", {"auth": ["ada", "confPASS"], "base_url": "http://host"})

    def blab(*_: Any, **__: Any) -> None:
        raise PermissionError(f"{address}: s3cr!t, http://bo:s3cr%21t@host, envKEY and confPASS are refused")

    monkeypatch.setattr(type(memory), "pipe_file", blab)
    with pytest.raises(places.Refused, match="are refused") as caught:
        places.write(address, b"")
    assert not [each for each in ("s3cr", "envkey", "confpass") if each in str(caught.value).lower()]


def test_what_takes_too_long_is_not_waited_for(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "ANSWER_SECONDS", 0.05)
    release = threading.Event()
    monkeypatch.setattr(type(memory), "pipe_file", lambda *_, **__: release.wait(10))
    with pytest.raises(places.Unanswered, match=r"no answer within 0.05 seconds; it was tried once"):
        places.write("memory://a.png", b"")
    release.set()


CARD = "kind: quote_card\ntext: A\nmotif: none\nsizes: [320x320]\n"


@pytest.fixture
def to_memory(project: Path, memory: Any, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Run a batch of 24 rows to `memory://`, which does not answer for names that end so; what it told, as JSON."""
    write_spec(project, "card", CARD)
    Path("rows.csv").write_text("name,text\n" + "".join(f"N{number},Text {number}\n" for number in range(24)))
    write = type(memory).pipe_file
    monkeypatch.setattr(places, "FIRST_PAUSE_SECONDS", 0.001)

    def run(broken: str) -> Any:
        def refuse(self: Any, path: str, data: bytes, **options: Any) -> None:
            if path.endswith(broken):
                raise ConnectionError("Go Away")
            write(self, path, data, **options)

        monkeypatch.setattr(type(memory), "pipe_file", refuse)
        out = ("-o", "memory://cards/{slug}.png", "--jobs", "2", "--json")
        return json.loads(invoke("batch", "specs/card.yaml", "rows.csv", *out).stdout)

    return run


def test_one_picture_that_does_not_arrive_stops_no_other(to_memory: Callable[[str], Any]) -> None:
    told = to_memory("n7.png")
    assert (told["made"], told["failed"]) == (23, 1)


def test_a_place_that_does_not_answer_ends_the_batch_and_the_next_goes_on(to_memory: Callable[[str], Any]) -> None:
    told = to_memory(".png")
    failed = told["failed"]
    assert answers.MOST_UNANSWERED <= failed <= answers.MOST_UNANSWERED + 2
    (problem,) = told["problems"]
    fact = f"the last {failed} pictures did not get there: go away; it was tried 5 times"
    assert problem["message"] == f"memory://cards: {fact}"
    assert "goes on where this run ended" in problem["hint"]
    assert to_memory("none")["made"] == 24


def test_refusals_end_a_batch_later_and_a_picture_that_arrives_begins_anew() -> None:
    refused = Result(errors=(places.Refused(Problem("s3://cards/a.png: cannot write: no")),))
    said = answers.Answers("s3://cards")
    for result in (*[refused] * 99, Result((("a.png", Made("key", ())),)), *[refused] * 99):
        said.note(result)
        assert not said.have_ceased
    said.note(refused)
    assert said.have_ceased


def test_unknown_addresses_are_refused() -> None:
    with pytest.raises(SpecError, match="nothing://x: this kind of address is not known"), places.opened("nothing://x"):
        pass


@pytest.fixture(scope="module")
def bucket() -> Iterator[dict[str, str]]:
    """A server of S3 on loopback with the bucket `cards`; what a process needs in its environment to use it."""
    pytest.importorskip("moto", reason="moto, a server of S3 for tests, is not installed")
    s3fs = pytest.importorskip("s3fs", reason="s3fs, of the extra `cloud`, is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    keys = {"AWS_ACCESS_KEY_ID": "someone", "AWS_SECRET_ACCESS_KEY": "s3cret", "AWS_DEFAULT_REGION": "us-east-1"}
    endpoint = f"http://127.0.0.1:{port}"
    try:
        _wait_for(port)
        system = s3fs.S3FileSystem(key="someone", secret="s3cret", endpoint_url=endpoint)
        system.mkdir("cards")
        yield {**os.environ, **keys, "FSSPEC_S3_ENDPOINT_URL": endpoint, "PYTHONPATH": str(REPOSITORY)}
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server of S3 does not answer")


def test_a_batch_reads_and_writes_s3(project: Path, bucket: dict[str, str]) -> None:
    write_spec(project, "card", CARD)
    rows = "".join(f'{{"name": "N{number}", "text": "Text {number}"}}\n' for number in range(6))
    upload = f"import s3fs; s3fs.S3FileSystem().pipe('cards/rows.jsonl', {rows.encode()!r})"
    subprocess.run([sys.executable, "-c", upload], env=bucket, check=True, timeout=60)
    command = [sys.executable, "-m", "pipeline", "batch", "specs/card.yaml", "s3://cards/rows.jsonl", "--json"]
    command += ["-o", "s3://cards/made/{slug}.png", "--jobs", "2"]
    first, second = (json.loads(subprocess.run(command, env=bucket, capture_output=True).stdout) for _ in range(2))
    assert (first["made"], first["failed"]) == (6, 0)
    assert (second["made"], second["unchanged"]) == (0, 6)
    local = [*command[:-4], "-o", "local/{slug}.png"]
    subprocess.run(local, env=bucket, check=True, capture_output=True)
    fetch = "import s3fs,sys; sys.stdout.buffer.write(s3fs.S3FileSystem().cat('cards/made/n3.png'))"
    fetched = subprocess.run([sys.executable, "-c", fetch], env=bucket, capture_output=True, check=True).stdout
    assert fetched == Path("local/n3.png").read_bytes()


def test_a_bucket_that_is_not_there_fails_with_a_word(project: Path, bucket: dict[str, str]) -> None:
    write_spec(project, "card", CARD)
    Path("rows.csv").write_text("name,text\nOne,Text\n")
    command = [sys.executable, "-m", "pipeline", "batch", "specs/card.yaml", "rows.csv", "-o", "s3://none/{slug}.png"]
    failed = subprocess.run(command, env=bucket, capture_output=True, text=True)
    assert failed.returncode == 1
    assert failed.stderr.startswith("s3://none/one.png: cannot write: the specified bucket does not exist")
    assert "s3cret" not in failed.stderr + Path("card.jsonl").read_text()
