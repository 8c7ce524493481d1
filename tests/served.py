"""`visuals serve` in a process of its own on a free port of loopback, and requests to it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Any, NamedTuple, Self

from tests.conftest import REPOSITORY

SECONDS = 60  # a busy machine takes its time
KEY = "a key of many letters for tests"
OURS = ("pipeline", "serve")
CARD = """\
kind: quote_card
text: Every *word* counts.
author: Ada Example
motif: none
sizes: [og, 400x320]
themes: [paper, ink]
open: [text, author]
"""


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def said(self) -> dict[str, Any]:
        """What a refusal says."""
        read: dict[str, Any] = json.loads(self.body)
        return read


class Service:
    """The service of the project in a folder; `log` has its lines of JSON, `errors` what it says on standard error."""

    def __init__(
        self, home: Path, *options: str, key: str | None = KEY, program: Sequence[str] = OURS, **variables: str
    ) -> None:
        self.home = home
        self.log: list[dict[str, Any]] = []
        self.errors: list[str] = []
        command = [sys.executable, "-m", *program, "--port", "0", *options]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1", **variables}
        environment |= {"VISUALS_SIGNING_KEY": key} if key else {}
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, cwd=home, env=environment, **pipes)
        self._ready = threading.Event()
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._read_log, self._read_errors)]
        for thread in self._threads:
            thread.start()
        self._ready.wait(SECONDS)
        ready = [found for line in self.errors if (found := re.search(r"http://127\.0\.0\.1:(\d+)", line))]
        if not ready:
            self.process.kill()
            raise AssertionError(f"it did not start: {self.errors}")
        self.port = int(ready[0][1])

    def ask(self, target: str, method: str = "GET", **headers: str) -> Answer:
        """The answer to a request; `if_none_match` is the header If-None-Match."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, headers=named)
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)

    def send(self, data: bytes, seconds: float = SECONDS) -> bytes:
        """All that comes back for these bytes, until the connection is closed."""
        with socket.create_connection(("127.0.0.1", self.port), seconds) as connection:
            connection.sendall(data)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def lines(self, path: str, count: int) -> list[dict[str, Any]]:
        """The lines of the log on a path, once there are so many."""
        end = monotonic() + SECONDS
        while monotonic() < end:
            found = [line for line in self.log if line["path"] == path]
            if len(found) >= count:
                return found
            sleep(0.01)  # the log comes through a pipe
        raise AssertionError(f"{count} lines of {path} were not logged")

    def end(self) -> int:
        """End it by SIGTERM; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(SECONDS)
        for thread in self._threads:
            thread.join(SECONDS)
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.end()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()

    def _read_log(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.log.append(json.loads(line))

    def _read_errors(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.errors.append(line.rstrip("\n"))
            if "http://" in line:
                self._ready.set()
        self._ready.set()
