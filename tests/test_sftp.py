"""Batches to a real server of SFTP on loopback: the bytes of this machine, whole or not there, also when it is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY, write_spec

pytest.importorskip("fsspec", reason="fsspec, of the extra `cloud`, is not installed")
pytest.importorskip("paramiko", reason="paramiko, by which fsspec speaks SFTP, is not installed")
pytest.importorskip("asyncssh", reason="asyncssh, a server of SFTP for tests, is not installed")

ROWS = 24
SERVER = """
import asyncio, sys
import asyncssh

class Server(asyncssh.SSHServer):
    def password_auth_supported(self):
        return True
    def validate_password(self, username, password):
        return (username, password) == ("ada", "s3cret")

async def serve(folder, port):
    key = asyncssh.generate_private_key("ssh-ed25519")
    rooted = lambda channel: asyncssh.SFTPServer(channel, chroot=folder)
    server = await asyncssh.listen(
        "127.0.0.1", int(port), server_factory=Server, server_host_keys=[key], sftp_factory=rooted
    )
    print(server.get_port(), flush=True)
    await server.wait_closed()

asyncio.run(serve(*sys.argv[1:]))
"""
HASTY = """
from pipeline import places
places.FIRST_PAUSE_SECONDS = 0.01
from pipeline.cli import main
main()
"""  # the command, with shorter pauses


class Server:
    """A server of SFTP, for ada, with the files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, 0
        self.start()

    def start(self) -> None:
        """Start it, the second time at the same port."""
        command = [sys.executable, "-c", SERVER, str(self.folder), str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=10)

    def address(self, path: str, password: str = "s3cret") -> str:
        return f"sftp://ada:{password}@127.0.0.1:{self.port}/{path}"


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("sftp"))
    yield started
    started.stop()


@pytest.fixture
def cards(project: Path) -> Path:
    write_spec(project, "card", "kind: quote_card\ntext: A\nmotif: none\nsizes: [320x320]\n")
    rows = "".join(f"N{number},Text number {number}\n" for number in range(ROWS))
    (project / "rows.csv").write_text("name,text\n" + rows)
    return project


def batch(rows: str, output: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", HASTY, "batch", "specs/card.yaml", rows, "-o", output, "--jobs", "2", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def told(process: subprocess.Popen[bytes]) -> Any:
    stdout, stderr = process.communicate(timeout=120)
    assert stdout, stderr.decode()
    return json.loads(stdout)


def pictures(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.png")}


def test_a_server_that_is_lost_costs_nothing_but_a_second_run(cards: Path, server: Server) -> None:
    (server.folder / "rows.csv").write_bytes(Path("rows.csv").read_bytes())
    rows, output = server.address("rows.csv"), server.address("made/cards/{slug}.png")
    assert told(batch("rows.csv", "here/{slug}.png"))["made"] == ROWS
    expected, there = pictures(Path("here")), server.folder / "made" / "cards"
    process = batch(rows, output)
    while len(pictures(there)) < ROWS // 6 and process.poll() is None:
        time.sleep(0.01)
    server.stop()
    ended = told(process)
    assert ended["made"] + ended["failed"] < ROWS
    assert "did not get there" in ended["problems"][0]["message"]
    assert pictures(there).items() <= expected.items()
    server.start()
    again = told(batch(rows, output))
    assert again["made"] <= ROWS - ended["made"]
    assert (again["made"] + again["unchanged"], again["problems"]) == (ROWS, [])
    assert pictures(there) == expected
    kept = "".join(
        path.read_text(errors="replace") for path in (Path("card.jsonl"), *Path(".visuals").glob("*.batch*"))
    )
    assert "ada@127.0.0.1" in kept
    assert "s3cret" not in kept + json.dumps([ended, again])


def test_parts_that_a_killed_batch_left_there_are_removed(cards: Path, server: Server) -> None:
    there = server.folder / "cards"
    there.mkdir()
    old, young, foreign = (there / name for name in (".0123456789ab.part", ".ba9876543210.part", ".mine.part"))
    for path in (old, young, foreign):
        path.write_bytes(b"half")
    for path in (old, foreign):
        os.utime(path, (time.time() - 7200,) * 2)
    assert told(batch("rows.csv", server.address("cards/{slug}.png")))["made"] == ROWS
    assert (old.exists(), young.exists(), foreign.exists()) == (False, True, True)
    assert len(pictures(there)) == ROWS


AGAIN = """
import sys
from pipeline import places
for data in (b"one", b"two"):
    places.write(sys.argv[1], data)
    print("written", flush=True)
    sys.stdin.readline()
"""


def test_a_connection_that_broke_is_made_anew(server: Server) -> None:
    command = [sys.executable, "-c", AGAIN, server.address("a.png")]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        server.stop()
        server.start()
        process.communicate(b"\n\n", timeout=60)
    assert process.returncode == 0
    assert [path.name for path in server.folder.iterdir()] == ["a.png"]
    assert (server.folder / "a.png").read_bytes() == b"two"


def test_a_wrong_password_ends_the_batch_and_is_not_told(cards: Path, server: Server) -> None:
    ended = told(batch("rows.csv", server.address("{slug}.png", "wr0ng")))
    assert ended["made"] == 0
    assert ended["failed"] < ROWS
    (problem,) = ended["problems"]
    assert problem["message"].endswith("did not get there: authentication failed; it was tried once")
    assert "wr0ng" not in json.dumps(ended) + Path("card.jsonl").read_text()
