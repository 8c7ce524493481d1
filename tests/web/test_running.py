"""A service in a real process on loopback: ready when it says so, patient for a moment only, ended gracefully."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from time import sleep

import pytest

from pipeline.errors import OutputError
from tests.conftest import REPOSITORY

pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")

SERVICE = """
import asyncio
from pipeline.web import Guarded, Policy, running
from pipeline.web.application import Response, Route, application

running.HEAD_SECONDS = running.READ_SECONDS = 0.3
running.MOST_CONNECTIONS = 20

async def slowly(request):
    await asyncio.sleep(0.4)
    return Response("done")

async def much(request):
    return Response(bytes(50_000_000))

async def failing(request):
    raise RuntimeError("secret")

routes = [Route("/slowly", slowly), Route("/failing", failing), Route("/much", much)]
listening = running.bound("127.0.0.1", 0)
service = Guarded(application(routes), Policy())
ready = lambda: print(listening.getsockname()[1], flush=True)
running.run(service, listening, ready, lambda: print("ends", flush=True))
print("ended", flush=True)
"""
SECONDS = 20


@pytest.fixture(scope="module")
def service() -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A service and the port it listens on."""
    command = [sys.executable, "-c", SERVICE]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        yield process, int(process.stdout.readline())
        process.kill()


def _said(port: int, sent: bytes) -> bytes:
    """All that is answered to these bytes, until the connection is closed."""
    with socket.create_connection(("127.0.0.1", port), SECONDS) as connection:
        connection.sendall(sent)
        return _all_of(connection)


def _all_of(connection: socket.socket) -> bytes:
    return b"".join(iter(lambda: connection.recv(65536), b""))


def _asked(port: int, path: str) -> bytes:
    return _said(port, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())


def test_who_sends_slowly_is_not_waited_for(service: tuple[subprocess.Popen[str], int]) -> None:
    _, port = service
    assert _said(port, b"") == b""
    assert _said(port, b"GET / HTTP/1.1\r\nHost: loc").startswith(b"HTTP/1.1 408 ")
    assert _said(port, b"\0\r\n\r\n").startswith(b"HTTP/1.1 400 ")


def test_who_reads_slowly_is_not_waited_for(service: tuple[subprocess.Popen[str], int]) -> None:
    with socket.create_connection(("127.0.0.1", service[1]), SECONDS) as connection:
        connection.sendall(b"GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(1)
        sleep(0.6)
        received = 0
        with suppress(ConnectionResetError):
            while part := connection.recv(1_000_000):
                received += len(part)
        assert received < 50_000_000


def test_no_more_connections_are_held_than_a_process_can(service: tuple[subprocess.Popen[str], int]) -> None:
    request = b"GET /slowly HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with ExitStack() as opened:
        many = []
        for _ in range(25):
            many.append(opened.enter_context(socket.create_connection(("127.0.0.1", service[1]), SECONDS)))
            with suppress(BrokenPipeError, ConnectionResetError):
                many[-1].sendall(request)
        answered = [_begins(each) for each in many]
    assert True in answered
    assert False in answered


def _begins(connection: socket.socket) -> bool:
    """Whether anything comes back."""
    try:
        return connection.recv(1) == b"H"
    except ConnectionResetError:
        return False


def test_answers_are_plain(service: tuple[subprocess.Popen[str], int]) -> None:
    _, port = service
    assert b"200 OK" in _asked(port, "/slowly")
    assert _asked(port, "/nothing").endswith(b'{"status": 404, "message": "not found"}\n')
    assert _asked(port, "/failing").endswith(b'{"status": 500, "message": "internal error"}\n')


def test_an_answer_is_sent_at_once() -> None:
    from pipeline.web import running

    with running.bound("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP  # what asyncio looks at before it turns Nagle's algorithm off


def test_a_port_that_is_taken_is_told_at_once(service: tuple[subprocess.Popen[str], int]) -> None:
    from pipeline.web import running

    with pytest.raises(OutputError, match=r"cannot listen on 127.0.0.1, port \d+: address already in use"):
        running.bound("127.0.0.1", service[1])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a process could handle")
def test_what_is_under_way_is_finished_at_the_end(service: tuple[subprocess.Popen[str], int]) -> None:
    process, port = service
    assert process.stdout
    with socket.create_connection(("127.0.0.1", port), SECONDS) as connection:
        connection.sendall(b"GET /slowly HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _asked(port, "/nothing")  # by then the first request is under way
        process.send_signal(signal.SIGTERM)
        assert _all_of(connection).endswith(b"done")
    assert process.wait(SECONDS) == 0
    assert process.stdout.read() == "ends\nended\n"
