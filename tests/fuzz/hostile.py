"""Hostile requests to `visuals serve`: each gets its right status, none learns a thing, and the service serves on.

python -m tests.fuzz --inputs 0 --kills 0 --requests 1000
"""

from __future__ import annotations

import random
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from pipeline.serve import sign
from tests.served import CARD, KEY, Service

LEAKS = re.compile(rb"Traceback|\.py\b|\.yaml|site-packages|/home/|/root/|/usr/|/tmp/|File \"|line \d+", re.IGNORECASE)
SLOW_SECONDS = 30  # by when a sender that says no more has been cut off
WORDS = ("*", "**", "{", "}}", "%s", "${HOME}", "../", "<script>", "'--", "null", "[a, b]", "!!python/object:os.system")
STRANGE = (
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ue000",
    "\u0301" * 40,
    "𝕊",
    "中",
    "\u2028",
    "א",
    "\U0010ffff",
    "\x07",
    "\r\n",
)
PATHS = ("etc/passwd", "pyproject.toml", "specs/card.yaml", "output/manifest/card.json", ".visuals/served/.gitignore")
UPS = ("../", "..%2f", "%2e%2e/", "..\\", "..%5c", "....//", "%252e%252e%252f", "..;/", "/", "%00/")
FIELDS = ("kind", "open", "photo.file", "avatar", "embed", "__class__", "text[0]", "a.b", "items[9].text", "")


class Hostile(NamedTuple):
    """A request as bytes, and the statuses that it may get; 0 is a connection that is closed without a word."""

    sort: str
    data: bytes
    allowed: tuple[int, ...]


def write_project(home: Path) -> None:
    """The project that is served: one card, and a file that no request may see."""
    (home / "specs").mkdir(parents=True)
    (home / "pyproject.toml").touch()
    (home / "secret.txt").write_text("the secret", encoding="utf-8")
    (home / "specs" / "card.yaml").write_text(CARD, encoding="utf-8")


def requests(seed: int, count: int) -> Iterator[Hostile]:
    """So many requests, of each sort in turn; the same seed gives the same."""
    sorts = list(SORTS.items())
    for number in range(count):
        name, sort = sorts[number % len(sorts)]
        data, *allowed = sort(random.Random(f"{seed} {number}"))
        yield Hostile(name, data, tuple(allowed))


def faults(service: Service, seed: int, count: int, slow_seconds: float = 0) -> Iterator[str]:
    """What is wrong with the answers; slow senders, opened first, are waited for at the end where that is asked for."""
    slow = [_slow(service, data) for data in (b"", b"G", b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ")]
    for each in requests(seed, count):
        status, answer = _sent(service, each.data)
        if status not in each.allowed:
            yield f"{each.sort}: {status}, expected {each.allowed}, for {each.data[:200]!r}"
        if found := LEAKS.search(answer) or re.search(b"secret|" + KEY.encode(), answer):
            yield f"{each.sort}: leaked {found[0]!r} for {each.data[:200]!r}"
    for connection in slow:
        with connection:
            connection.settimeout(slow_seconds or 0.01)
            try:
                connection.recv(1000)
            except TimeoutError:
                if slow_seconds:
                    yield "slow: a sender that said no more was waited for"
    if _sent(service, _request(sign("/card.400x320.paper.png", KEY)))[0] != 200:
        yield "the service no longer serves"


def _slow(service: Service, data: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", service.port), SLOW_SECONDS)
    connection.sendall(data)
    return connection


def _sent(service: Service, data: bytes) -> tuple[int, bytes]:
    """The status and the whole answer; a service that hangs up while it is sent to has answered, too."""
    answer = b""
    with socket.create_connection(("127.0.0.1", service.port), SLOW_SECONDS) as connection:
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(data)
        with suppress(ConnectionResetError):
            while part := connection.recv(65536):
                answer += part
    status = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    head = answer.partition(b"\r\n\r\n")
    shown = head[0] + head[2] if b"application/json" in head[0] or b"text/plain" in head[0] else head[0]
    return int(status[1]) if status else 0, shown


def _request(target: str, method: str = "GET", host: str = "localhost", more: str = "") -> bytes:
    head = f"{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
    return head.encode("latin-1", "replace")


def _signed(fields: dict[str, str], path: str = "/card.400x320.paper.png") -> str:
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in fields.items())
    return sign(f"{path}?{query}", KEY)


def _long_path(chance: random.Random) -> tuple[bytes, int]:
    return _request("/" + chance.choice(("a", "%41", "/", ".")) * chance.randint(2_001, 6_000)), 414


def _long_query(chance: random.Random) -> tuple[bytes, int]:
    return _request("/card.og.paper.png?text=" + "b" * chance.randint(8_000, 20_000)), 414


def _long_head(chance: random.Random) -> tuple[bytes, int, int, int]:
    return _request("/healthz", more=f"X-Long: {'c' * chance.randint(16_000, 200_000)}\r\n"), 431, 400, 0


def _wrong_signature(chance: random.Random) -> tuple[bytes, int]:
    target = _signed({"text": "right"})
    at = chance.randrange(target.index("signature=") + 10, len(target) - 1)
    other = chance.choice([letter for letter in "AZaz09-_" if letter != target[at]])
    wrong = target[:at] + other + target[at + 1 :]
    cut = target[: chance.randrange(30, len(target))]
    return _request(chance.choice((wrong, cut, target.replace("right", "left")))), 403


def _traversal(chance: random.Random) -> tuple[bytes, int, int, int]:
    up = chance.choice(UPS) * chance.randint(1, 8)
    return _request(f"/{up}{chance.choice(PATHS)}" + chance.choice(("", ".og.paper.png", ".og.paper"))), 400, 403, 404


def _signed_traversal(chance: random.Random) -> tuple[bytes, int, int]:
    folder = chance.choice(("..", "%2e%2e", "specs/..", ".", "themes", "_private", ".git", "a:b", "C:", "~", "*"))
    with_name = f"/{folder}/{chance.choice(('card', 'pyproject', 'secret'))}.og.paper.png"
    return _request(sign(with_name, KEY)), 400, 404


def _bad_encoding(chance: random.Random) -> tuple[bytes, int]:
    bad = chance.choice(("%", "%z", "%4", "%ff", "%c3%28", "%ed%a0%80", "%f5%80%80%80", "%00"))
    path = "/card.og.paper.png"
    return _request(chance.choice((f"/{bad}.og.paper.png", f"{path}?text={bad}", f"{path}?{bad}=a"))), 400


def _broken(chance: random.Random) -> tuple[bytes, int, int]:
    ends = "\r\n\r\n"
    broken = (
        f"GET /healthz{ends}",
        f"GET  /healthz HTTP/1.1\r\nHost: localhost{ends}",
        f"GET /healthz HTTP/1.1{ends}",
        f"GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example{ends}",
        f"GET /health z HTTP/1.1\r\nHost: localhost{ends}",
        f"GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1{ends}",
        f"GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4{ends}",
        f"GET /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip{ends}",
        f"GET /healthz HTTP/1.1\r\nHost: localhost\r\n bad: header\0{ends}",
        f"GET /caf\xe9 HTTP/1.1\r\nHost: localhost{ends}",
        "".join(map(chr, (chance.randrange(256) for _ in range(chance.randint(20, 200))))) + ends,
    )
    return chance.choice(broken).encode("latin-1"), 400, 501


def _wrong_host(chance: random.Random) -> tuple[bytes, int, int]:
    host = chance.choice(("evil.example", "localhost.evil.example", "127.0.0.1.nip.example", "10.0.0.1:80", "[::2]"))
    return _request("/healthz", host=host), 421, 400


def _other_target(chance: random.Random) -> tuple[bytes, int]:
    return _request(chance.choice(("http://evil.example/healthz", "*", "healthz", "?text=a", "../healthz"))), 400


def _other_method(chance: random.Random) -> tuple[bytes, int]:
    method = chance.choice(("POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get", "A" * 50))
    return _request(chance.choice(("/healthz", _signed({"text": "a"}))), method), 405


def _body(chance: random.Random) -> tuple[bytes, int, int]:
    length = chance.choice((1, 1000, 10**9, 10**30))
    return _request("/healthz", more=f"Content-Length: {length}\r\n") + b"x" * min(length, 1000), 413, 400


def _closed_key(chance: random.Random) -> tuple[bytes, int]:
    return _request(_signed({chance.choice(FIELDS): "x"})), 403


def _value(chance: random.Random) -> tuple[bytes, int, int]:
    parts = [chance.choice((*WORDS, *STRANGE, "a", " ", "word ", "x" * 300)) for _ in range(chance.randint(1, 12))]
    return _request(_signed({chance.choice(("text", "author")): "".join(parts)})), 200, 400


def _headers(chance: random.Random) -> tuple[bytes, int, int, int]:
    name = chance.choice(("Accept", "If-None-Match", "Range", "Accept-Encoding", "Sec-Fetch-Site", "Cookie"))
    value = chance.choice(("*", '"', "W/", "q=;;,,=", "bytes=9-1", "image/png;q=1e999", "a" * 5_000, "cross-site"))
    return _request(_signed({}, "/card.400x320.paper"), more=f"{name}: {value}\r\n"), 200, 304, 406


SORTS: dict[str, Callable[[random.Random], tuple[bytes, *tuple[int, ...]]]] = {
    "long path": _long_path,
    "long query": _long_query,
    "long head": _long_head,
    "wrong signature": _wrong_signature,
    "traversal": _traversal,
    "signed traversal": _signed_traversal,
    "bad encoding": _bad_encoding,
    "broken HTTP": _broken,
    "wrong host": _wrong_host,
    "other target": _other_target,
    "other method": _other_method,
    "body": _body,
    "closed key": _closed_key,
    "value": _value,
    "headers": _headers,
}
