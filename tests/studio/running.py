"""A studio as an author starts it: the command in a process of its own, on a free port of loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import REPOSITORY, as_from_a_terminal

SECONDS = 30
EDITOR = "editor://open?file={path}&line={line}&column={column}"


@contextmanager
def studio(project: Path, port: int = 0) -> Iterator[str]:
    """The address of a studio for the project in a folder, until the end of the block."""
    command = [sys.executable, "-m", "pipeline", "studio", "--no-browser", "--port", str(port), "--editor", EDITOR]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command,
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=as_from_a_terminal if os.name == "posix" else None,
    )
    try:
        assert process.stdout
        line = process.stdout.readline().decode()
        if not line:
            raise AssertionError(process.communicate(timeout=SECONDS)[1].decode())
        yield line.split()[0]
    finally:
        process.send_signal(signal.SIGINT)
        try:
            said, wrong = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    assert process.returncode == 0, wrong.decode()
    assert said.decode().strip() == "ended", wrong.decode()
    assert wrong.decode() == ""
