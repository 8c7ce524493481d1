"""What goes through the pipes between the service and its workers: a head of JSON, and bytes after it.

4 bytes: length of the head | head: {..., "bytes": n} | n bytes
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

Head: TypeAlias = dict[str, Any]
PREFIX_BYTES = 4


def packed(head: Head, data: bytes = b"") -> bytes:
    """A frame as bytes."""
    text = json.dumps({**head, "bytes": len(data)}).encode()
    return len(text).to_bytes(PREFIX_BYTES, "big") + text + data


def length(prefix: bytes) -> int:
    """How long a head is, of the bytes before it."""
    return int.from_bytes(prefix, "big")


def head(text: bytes) -> Head:
    """A head of its bytes."""
    read: Head = json.loads(text)
    return read
