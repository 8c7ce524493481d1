"""Writing atomically: the old file or the new one, never half, and nothing left behind."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import files
from pipeline.errors import OutputError
from pipeline.files import writing
from tests.conftest import REPOSITORY


def test_the_bytes_arrive_and_nothing_else_does(tmp_path: Path) -> None:
    files.write_atomically(str(tmp_path / "a.png"), b"new")
    assert (tmp_path / "a.png").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.png"]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    files.write_atomically(str(tmp_path / "deep" / "er" / "a.png"), b"new")
    assert (tmp_path / "deep" / "er" / "a.png").read_bytes() == b"new"


def test_a_file_in_the_current_folder_needs_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files.write_atomically("a.png", b"new")
    assert Path("a.png").read_bytes() == b"new"


def test_others_may_read_the_file_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        files.write_atomically(str(tmp_path / "a.png"), b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.png").stat().st_mode) == 0o644


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(b"old")
    (tmp_path / "link.png").symlink_to("real.png")
    files.write_atomically(str(tmp_path / "link.png"), b"new")
    assert (tmp_path / "link.png").is_symlink()
    assert (tmp_path / "real.png").read_bytes() == b"new"


def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path) -> None:
    device = tmp_path / "null"
    try:
        os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 3))  # as /dev/null, but ours to lose
        device.open("wb").close()
    except OSError:
        pytest.skip("only root makes devices, and not everywhere")
    files.write_atomically(str(device), b"new", is_named=True)
    assert stat.S_ISCHR(device.stat().st_mode)


def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        files.write_atomically(str(path), b"new")
    assert str(caught.value) == f"{path}: cannot write: no space left on device\n  hint: the previous file is untouched"
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.png"]


def test_a_disk_that_is_really_full_says_so() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    with pytest.raises(OutputError, match="/dev/full: cannot write: no space left on device"):
        files.write_atomically("/dev/full", b"new", is_named=True)


def test_an_interrupt_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(part: str, target: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_atomically(str(tmp_path / "a.png"), b"new")
    assert os.listdir(tmp_path) == []


def test_a_target_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        files.write_atomically(str(tmp_path), b"new")
    assert str(caught.value) == f"{tmp_path}: cannot write: it is a folder"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot write: a part of the path is a file, not a folder"):
        files.write_atomically(str(tmp_path / "output" / "a.png"), b"new")


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot write: the name is too long for this disk"):
        files.write_atomically(str(tmp_path / ("a" * 300)), b"new")


def test_the_longest_name_that_the_disk_takes_is_written(tmp_path: Path) -> None:
    name = "a" * os.pathconf(tmp_path, "PC_NAME_MAX")
    files.write_atomically(str(tmp_path / name), b"new")
    assert os.listdir(tmp_path) == [name]


def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot write: no permission"):
        files.write_atomically(str(tmp_path / "a.png"), b"new")


def test_a_process_killed_while_it_writes_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    # The child stops for good between the writing and the renaming, and says when it is there.
    script = (
        "import os, sys, time\n"
        "from pipeline import files\n"
        "def stall(part, target): print('written', flush=True); time.sleep(60)\n"
        "os.replace = stall\n"
        "files.write_atomically(sys.argv[1], b'new' * 1000)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, env=environment) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"written\n"
        child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"
    files.write_atomically(str(path), b"newer")
    assert path.read_bytes() == b"newer"


def test_a_reader_sees_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    contents = [bytes([letter]) * 200_000 for letter in b"ab"]
    path.write_bytes(contents[0])
    script = (
        "import sys\n"
        "from pipeline import files\n"
        "while True:\n"
        "    for letter in b'ab': files.write_atomically(sys.argv[1], bytes([letter]) * 200_000)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen([sys.executable, "-c", script, str(path)], env=environment) as child:
        end = time.monotonic() + 30  # reached only if the child never writes
        seen = [path.read_bytes()]
        while time.monotonic() < end and (len(seen) < 100 or len(set(seen)) < 2):
            seen.append(path.read_bytes())
        child.kill()
    assert set(seen) == set(contents)


def test_a_part_that_nobody_writes_is_swept_and_one_that_is_being_written_is_not(tmp_path: Path) -> None:
    (tmp_path / ".0123456789ab.part").write_bytes(b"half")
    for name in (".mine.part", "0123456789abc.part", ".0123456789ab.part.png", "a.png"):
        (tmp_path / name).write_bytes(b"of others")
    script = (
        "import os, sys, time\n"
        "from pipeline import files\n"
        "def stall(part, target): print('written', flush=True); time.sleep(60)\n"
        "os.replace = stall\n"
        "files.write_atomically(sys.argv[1], b'new')\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "b.png")]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"written\n"
        assert files.sweep(str(tmp_path)) == [".0123456789ab.part"]
        child.kill()
    assert len(files.sweep(str(tmp_path))) == 1  # now it is dead
    assert len(os.listdir(tmp_path)) == 4


def test_a_part_that_is_swept_before_it_is_locked_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = writing._lock
    calls: list[list[str]] = []

    def sweep_first(descriptor: int, wait: bool = False) -> bool:
        if wait and not calls:
            calls.append(files.sweep(str(tmp_path)))
        return lock(descriptor, wait)

    monkeypatch.setattr(writing, "_lock", sweep_first)
    files.write_atomically(str(tmp_path / "a.png"), b"new")
    assert len(calls) == 1
    assert os.listdir(tmp_path) == ["a.png"]


def test_without_locks_a_part_is_swept_when_it_is_an_hour_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_lock", lambda descriptor, wait=False: False)
    part = tmp_path / ".0123456789ab.part"
    part.write_bytes(b"half")
    assert files.sweep(str(tmp_path)) == []
    os.utime(part, (0, 0))
    assert files.sweep(str(tmp_path)) == [part.name]


def test_a_digest_is_that_of_the_bytes_and_none_where_there_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    # FIPS 180-4, the example of its one-block message
    assert files.digest(str(tmp_path / "a")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert files.digest(str(tmp_path / "b")) is None
    assert files.digest(str(tmp_path)) is None
