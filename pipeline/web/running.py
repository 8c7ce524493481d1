"""uvicorn on a socket of ours: bound first, so that a port that is taken is told at once; ended gracefully.

uvicorn waits for ever for a request's head and for a reader of its answer; here both have a limit of time.
"""

from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from pipeline.errors import OutputError, Problem, reason
from pipeline.web.guarding import Application

HEAD_SECONDS = 10  # for a request to begin, once its connection stands, and for its head to be whole
READ_SECONDS = 30  # for the other side to take what waits to be sent
LINGER_SECONDS = 5  # for the last bytes of a connection that is being closed
END_SECONDS = 10  # for requests that are under way when the service ends
MOST_HEAD_BYTES = 32_000
MOST_CONNECTIONS = 500  # of the 1,024 files that a process usually may hold open


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens on `host`, on a free port where `port` is 0; raises OutputError when that is not to be."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        # With its protocol named, asyncio sends each part at once; else a body waits 40 ms for word of its head.
        return _listening(socket.socket(family, kind, protocol), address)
    except (OSError, UnicodeError, OverflowError) as error:
        fact = f"cannot listen on {host}, port {port}: {reason(error)}"
        raise OutputError(Problem(fact, hint="--port 0 takes a free port")) from error


def _listening(opened: socket.socket, address: Any) -> socket.socket:
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(256)
    except BaseException:
        opened.close()
        raise
    opened.setblocking(False)
    return opened


def address(listening: socket.socket) -> str:
    """The address of a service on a socket, as a browser takes it: `http://127.0.0.1:8000`."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def run(
    application: Application,
    listening: socket.socket,
    on_ready: Callable[[], None] = lambda: None,
    on_end: Callable[[], None] = lambda: None,
) -> None:
    """Serve on a socket until SIGTERM or SIGINT; requests under way are finished, for some seconds.

    `on_ready` is called once connections are taken, `on_end` when the end begins: answers that never end are to end.
    """
    gc.enable()  # commands do without, but this one goes on
    config = uvicorn.Config(
        application,
        http=_Impatient,
        ws="none",
        loop="asyncio",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=MOST_HEAD_BYTES,
        timeout_keep_alive=HEAD_SECONDS,
        timeout_graceful_shutdown=END_SECONDS,
    )
    _Server(config, on_ready, on_end).run([listening])


class _Server(uvicorn.Server):
    """A server that says when it is ready and when it ends, and ends without raising the signal again."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None], on_end: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready, self._on_end = on_ready, on_end

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._on_end()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self._captured_signals.clear()


class _Impatient(H11Protocol):
    """A connection that waits neither for ever for a head nor for ever for a reader."""

    _head: asyncio.TimerHandle | None = None
    _reader: asyncio.TimerHandle | None = None
    _is_begun = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
        else:
            self._await_head()

    def data_received(self, data: bytes) -> None:
        self._is_begun = True
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._head = _without(self._head)
        elif self._head is None:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._head, self._reader = _without(self._head), _without(self._reader)
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._reader = self.loop.call_later(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        self._reader = _without(self._reader)
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._close()

    def on_response_complete(self) -> None:
        self._is_begun = False
        super().on_response_complete()
        if self.transport.is_closing():
            self._close()

    def _await_head(self) -> None:
        self._head = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _give_up(self) -> None:
        self._head = None
        if self._is_begun and self.conn.our_state is h11.IDLE and not self.transport.is_closing():
            self.transport.write(b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
        self._close()

    def _close(self) -> None:
        """Close once all is sent; a reader that does not take it is not waited for."""
        self.transport.close()
        self.loop.call_later(LINGER_SECONDS, self.transport.abort)


def _without(timer: asyncio.TimerHandle | None) -> asyncio.TimerHandle | None:
    """What is left of a timer that is no longer needed: nothing."""
    if timer is not None:
        timer.cancel()
    return None
