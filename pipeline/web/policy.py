"""Whom a service answers, how much it takes, and what it tells browsers of itself."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import NamedTuple, Self

TOKEN_HEADER = "x-visuals-token"  # a form of a foreign page cannot send it: browsers would ask us first (CORS)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Policy(NamedTuple):
    """What holds for every request to one service.

    `hosts` are the names under which it is asked for, a `*` all of them. `is_private` refuses what pages of other sites
    ask for, reads included. Without a `token` nothing is written; with one, writes carry it in `TOKEN_HEADER`.
    """

    hosts: frozenset[str] = LOOPBACK
    takes_addresses: bool = False
    is_private: bool = True
    token: str = ""
    csp: str = NOTHING
    most_path_bytes: int = 2_000
    most_query_bytes: int = 8_000
    most_header_bytes: int = 16_000
    most_body_bytes: int = 0
    body_seconds: float = 10

    def on(self, host: str, others: Iterable[str] = ()) -> Self:
        """The policy of a service bound to `host`, which answers to that, to `others` and to the names of loopback.

        Bound to all addresses it answers to any address; a name, which a foreign page can rebind, is one of `others`.
        """
        named = {host, *others} if not _is_unspecified(host) else set(others)
        return self._replace(hosts=LOOPBACK | {bare(each) for each in named}, takes_addresses=_is_unspecified(host))

    def knows(self, host: str) -> bool:
        """Whether the value of a Host header names this service."""
        name = bare(host)
        return bool(name) and (name in self.hosts or "*" in self.hosts or (self.takes_addresses and _is_address(name)))


def new_token() -> str:
    """A token for writes that nobody can guess."""
    import secrets

    return secrets.token_urlsafe(24)


def bare(host: str) -> str:
    """A host without its port, its brackets and its last dot: `::1` of `[::1]:8000`; nothing of what is no host."""
    host = host.strip().lower()
    if host.startswith("["):
        name, bracket, rest = host[1:].partition("]")
        return name if bracket and _is_port(rest) else ""
    if host.count(":") > 1:
        return host if _is_address(host) else ""
    name, colon, rest = host.partition(":")
    return name.removesuffix(".") if _is_port(colon + rest) else ""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what is bound to `host`."""
    return bare(host) == "localhost" or (_is_address(bare(host)) and ip_address(bare(host)).is_loopback)


def _is_port(text: str) -> bool:
    return not text or (text[0] == ":" and text[1:].isascii() and text[1:].isdigit())


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_unspecified(host: str) -> bool:
    return host == "" or (_is_address(bare(host)) and ip_address(bare(host)).is_unspecified)
