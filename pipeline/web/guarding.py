"""A policy round an ASGI application: what does not pass never reaches it, and what it raises never gets out.

request -> host, target, site, token, length -> application -> headers -> answer
                 |                                   |
                 +----------- a plain refusal <------+
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from hmac import compare_digest
from time import monotonic
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import unquote_to_bytes

from pipeline.web.policy import TOKEN_HEADER, Policy
from pipeline.web.refusing import INTERNAL, Refused

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Application: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

READS = ("GET", "HEAD", "OPTIONS")
NOTED = "visuals.noted"  # where in its scope an application leaves what is to be logged of a request
_BROKEN = r"%(?![0-9A-Fa-f]{2})"
_LOG = logging.getLogger("pipeline.web")


class Answered(NamedTuple):
    """A request that was answered, for a log; its query is not in it. `noted` is what the application left to log."""

    method: str
    path: str
    status: int
    size_bytes: int
    seconds: float
    noted: dict[str, Any]


def _unlogged(_: Answered) -> None:
    """For a service that keeps no log."""


class Guarded:
    """An ASGI application behind a policy; `on_answer` is called after each answer."""

    def __init__(
        self, application: Application, policy: Policy, on_answer: Callable[[Answered], None] = _unlogged
    ) -> None:
        self.application = application
        self.policy = policy
        self._on_answer = on_answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; a connection that is none of HTTP is closed."""
        if scope["type"] == "lifespan":
            await self.application(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = monotonic()
        scope[NOTED] = {}
        answer, body = _Answer(self.policy, send), _Body(receive, self.policy)
        try:
            check(scope, self.policy)
            await self.application(scope, body.receive, answer.send)
        except Refused as refused:
            await answer.refuse(refused, scope["method"])
        except Exception:
            if not body.is_cut:
                _LOG.exception("a fault of article-visuals: please report it")
            await answer.refuse(Refused(500, INTERNAL), scope["method"])
        taken = monotonic() - start
        shown = scope["path"][: self.policy.most_path_bytes]
        self._on_answer(Answered(scope["method"], shown, answer.status, answer.size_bytes, taken, scope[NOTED]))


class _Answer:
    """An answer on its way: it gets the headers of the policy, and is a refusal only before it has begun."""

    def __init__(self, policy: Policy, send: Send) -> None:
        self._send = send
        self._headers = list(_headers(policy))
        self.status = 0
        self.size_bytes = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            own = list(message.get("headers", ()))
            named = {name.lower() for name, _ in own}
            message = {**message, "headers": [*own, *(each for each in self._headers if each[0] not in named)]}
            self.status = message["status"]
        elif message["type"] == "http.response.body":
            self.size_bytes += len(message.get("body", b""))
        await self._send(message)

    async def refuse(self, refused: Refused, method: str) -> None:
        if self.status:  # an answer that broke off: the server closes the connection
            return
        body = refused.body()
        named = refused.every_header() | {"content-length": str(len(body))}
        if method not in READS:  # what else is sent of a body is not waited for
            named["connection"] = "close"
        headers = [(name.encode(), value.encode("latin-1")) for name, value in named.items()]
        await self.send({"type": "http.response.start", "status": refused.status, "headers": headers})
        await self.send({"type": "http.response.body", "body": b"" if method == "HEAD" else body})


def check(scope: Scope, policy: Policy) -> None:
    """Raise `Refused` for a request that the policy does not let through."""
    if sum(len(name) + len(value) for name, value in scope["headers"]) > policy.most_header_bytes:
        raise Refused(431, "the headers are too long")
    headers: dict[str, str] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
    _check_target(scope, policy)
    if not policy.knows(headers.get("host", "")):
        raise Refused(421, "this service does not answer to that host")
    is_write = scope["method"] not in READS
    if is_write or policy.is_private:
        _check_site(scope, headers, is_write)
    if is_write and not policy.token:
        raise Refused(405, headers={"allow": "GET, HEAD"})
    if is_write and not compare_digest(headers.get(TOKEN_HEADER, "").encode(), policy.token.encode()):
        raise Refused(403, "the token is missing or wrong")
    _check_length(headers, policy)


def _check_target(scope: Scope, policy: Policy) -> None:
    path: bytes = scope.get("raw_path") or scope["path"].encode()
    query: bytes = scope.get("query_string", b"")
    if len(path) > policy.most_path_bytes or len(query) > policy.most_query_bytes:
        raise Refused(414, "the address is too long")
    if not path.startswith(b"/") or re.search(_BROKEN, (path + query).decode("latin-1")):
        raise Refused(400, "the address is not well formed")
    try:
        shown, asked = (unquote_to_bytes(part).decode("utf-8") for part in (path, query))
    except UnicodeDecodeError as error:
        raise Refused(400, "the address is not UTF-8") from error
    if min(shown) < " " or "\0" in asked or "\\" in shown or ".." in shown.split("/"):
        raise Refused(400, "the address is not well formed")


def _check_site(scope: Scope, headers: dict[str, str], is_write: bool) -> None:
    """Refuse what a page of another site asks for; to follow a link of such a page is fine."""
    site = headers.get("sec-fetch-site", "none")
    is_followed = not is_write and headers.get("sec-fetch-mode") == "navigate"
    origin = headers.get("origin")
    is_own = origin is None or origin.lower() == f"{scope.get('scheme', 'http')}://{headers.get('host', '').lower()}"
    if not is_own or not (site in ("same-origin", "none") or is_followed):
        raise Refused(403, "this service does not answer to pages of other sites")


def _check_length(headers: dict[str, str], policy: Policy) -> None:
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()):
        raise Refused(400, "the length of the request is not well formed")
    if len(length) > 15 or int(length) > policy.most_body_bytes:
        raise _too_large(policy)


def _too_large(policy: Policy) -> Refused:
    return Refused(413, f"expected at most {policy.most_body_bytes:,} bytes", headers={"connection": "close"})


class _Body:
    """The body as it comes, of bounded size and time; what comes after it (that the other side is gone) is not."""

    def __init__(self, receive: Receive, policy: Policy) -> None:
        self._receive, self._policy = receive, policy
        self._end = 0.0
        self._received_bytes = 0
        self._is_whole = False
        self.is_cut = False  # the other side went away

    async def receive(self) -> Message:
        if self._is_whole:
            return await self._receive()
        self._end = self._end or monotonic() + self._policy.body_seconds  # waiting for a worker is not its sender's
        try:
            message = await asyncio.wait_for(self._receive(), max(0.001, self._end - monotonic()))
        except TimeoutError as error:
            raise Refused(408, "the request took too long to arrive", headers={"connection": "close"}) from error
        self.is_cut = message["type"] == "http.disconnect"
        self._received_bytes += len(message.get("body", b""))
        self._is_whole = not message.get("more_body", False)
        if self._received_bytes > self._policy.most_body_bytes:
            raise _too_large(self._policy)
        return message


def _headers(policy: Policy) -> Iterator[tuple[bytes, bytes]]:
    yield b"content-security-policy", policy.csp.encode()
    yield b"x-content-type-options", b"nosniff"
    yield b"referrer-policy", b"no-referrer"
    yield b"x-frame-options", b"DENY"
    yield b"cross-origin-opener-policy", b"same-origin"
    yield b"cross-origin-resource-policy", b"same-origin" if policy.is_private else b"cross-origin"
    yield b"permissions-policy", b"camera=(), geolocation=(), microphone=()"
