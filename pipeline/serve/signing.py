"""Signatures: who holds the key has the pictures made that he wants, and nobody else.

signature = base64url, without padding, of HMAC-SHA256(key, canonical address)
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

if TYPE_CHECKING:
    from pipeline.serve.addresses import Asked


def sign(address: str, key: str | bytes) -> str:
    """The address, `/card.og.paper.png?text=...` or one with a host, in its canonical form and with its signature.

    What is before `?` is the path as the service gets it. Raises ValueError for an address that asks for no picture.
    """
    from pipeline.serve.addresses import SIGNATURE, parse
    from pipeline.web import Refused

    parts = urlsplit(address)
    try:
        asked = parse(unquote(parts.path, errors="strict"), parts.query)
    except Refused as refused:
        raise ValueError(f"{refused.field}: {refused.message}".removeprefix(": ")) from refused
    path, _, query = asked.canonical.partition("?")
    signature = f"{SIGNATURE}={of(asked.canonical, key.encode() if isinstance(key, str) else key)}"
    return urlunsplit((parts.scheme, parts.netloc, path, f"{query}&{signature}" if query else signature, ""))


def is_signed(asked: Asked, keys: Iterable[bytes]) -> bool:
    """Whether a request has the signature of one of the keys; how long this takes tells nothing of them."""
    given = asked.signature.encode()
    return any(hmac.compare_digest(of(asked.canonical, key).encode(), given) for key in keys)


def of(canonical: str, key: bytes) -> str:
    """The signature of a canonical address."""
    digest = hmac.digest(key, canonical.encode(), "sha256")
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
