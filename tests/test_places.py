"""Addresses: whole or not there, tried again, no password in a message; against a real server where that is S3."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import places
from pipeline.errors import OutputError, SpecError
from tests.conftest import REPOSITORY, write_spec

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


def test_no_message_holds_a_password() -> None:
    address = "sftp://ada:s3cret@no-such-host.invalid/cards/a.png"
    assert places.shown(address) == "sftp://ada@no-such-host.invalid/cards/a.png"
    with pytest.raises(OutputError) as caught:
        places.write(address, b"")
    assert "s3cret" not in str(caught.value)


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
    write_spec(project, "card", "kind: quote_card\ntext: A\nmotif: none\nsizes: [320x320]\n")
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
    write_spec(project, "card", "kind: quote_card\ntext: A\nmotif: none\nsizes: [320x320]\n")
    Path("rows.csv").write_text("name,text\nOne,Text\n")
    command = [sys.executable, "-m", "pipeline", "batch", "specs/card.yaml", "rows.csv", "-o", "s3://none/{slug}.png"]
    failed = subprocess.run(command, env=bucket, capture_output=True, text=True)
    assert failed.returncode == 1
    assert failed.stderr.startswith("s3://none/one.png: cannot write: the specified bucket does not exist")
    assert "s3cret" not in failed.stderr + Path("card.jsonl").read_text()
