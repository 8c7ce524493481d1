"""Compressed data (zlib, RFC 1950) by zlib-ng: its bytes depend on its version and on the level alone.

Much is compressed in two halves by two threads. They are joined where the first one ends, with the second one's
matches reaching back into it, so that the bytes are the same however many processors there are.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from zlib_ng import zlib_ng

_MUCH = 1 << 20  # bytes: with fewer, starting a thread takes as long as it saves
_WINDOW = 1 << 15  # how far back a match may reach
_RAW = -15  # bits of that, and that neither header nor checksum is written
_HEADER = b"\x78\x5e"  # RFC 1950, 2.2: deflate, a window of 32 KB, by a fast algorithm


def compressed(data: bytes | bytearray | memoryview, level: int) -> bytes:
    """The data as one zlib stream; `level` is 1 (quick) to 9 (small)."""
    if len(data) < _MUCH:
        return zlib_ng.compress(data, level)
    whole = memoryview(data)
    half = len(data) // 2
    second: list[bytes] = []

    def beside() -> None:
        with suppress(MemoryError):
            second.append(_second(whole, half, level))

    thread = Thread(target=beside)
    with suppress(RuntimeError):  # a service's limits may allow no more threads
        thread.start()
    first = _first(whole[:half], level)
    checksum = zlib_ng.adler32(whole)
    if thread.ident is not None:
        thread.join()
    if not second:
        second.append(_second(whole, half, level))
    return b"".join((_HEADER, first, *second, checksum.to_bytes(4)))


def _first(data: memoryview, level: int) -> bytes:
    """Blocks to which others can be joined."""
    packer = zlib_ng.compressobj(level, wbits=_RAW)
    return packer.compress(data) + packer.flush(zlib_ng.Z_SYNC_FLUSH)


def _second(whole: memoryview, start: int, level: int) -> bytes:
    """The blocks from `start` on, the last of the stream among them."""
    packer = zlib_ng.compressobj(level, wbits=_RAW, zdict=bytes(whole[start - _WINDOW : start]))
    return packer.compress(whole[start:]) + packer.flush()
