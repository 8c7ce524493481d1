"""Compressed data: one zlib stream, whether it is made in one piece or in two halves."""

from __future__ import annotations

import random
import zlib
from threading import Thread

import pytest

from pipeline.formats import _deflating
from pipeline.formats._deflating import compressed

MUCH = _deflating._MUCH
WORDS = random.Random(7).randbytes(70_000)


def data(length: int) -> bytes:
    """Bytes that come again, the last time from further back than a match may reach."""
    return (WORDS * (length // len(WORDS) + 1))[:length]


@pytest.mark.parametrize("level", [1, 3, 5, 9])
@pytest.mark.parametrize("length", [0, 1, MUCH - 1, MUCH, MUCH + 1, 3 * MUCH + 7])
def test_what_is_compressed_is_read_by_every_zlib(length: int, level: int) -> None:
    packed = compressed(memoryview(data(length)), level)
    assert zlib.decompress(packed) == data(length)
    assert int.from_bytes(packed[:2]) % 31 == 0


def test_the_second_half_reaches_back_into_the_first() -> None:
    noise = random.Random(3).randbytes(20_000)
    rows = noise * (MUCH // len(noise) + 1)  # of which the second half has nothing new
    assert len(compressed(rows, 3)) < 1.9 * len(noise)


def test_where_no_thread_can_be_started_the_bytes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    beside = compressed(data(2 * MUCH), 3)
    monkeypatch.setattr(Thread, "start", refuse)
    assert compressed(data(2 * MUCH), 3) == beside


def test_a_half_that_failed_beside_is_made_again_or_told(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def refuse(whole: memoryview, start: int, level: int) -> bytes:
        tries.append(start)
        raise MemoryError

    monkeypatch.setattr(_deflating, "_second", refuse)
    with pytest.raises(MemoryError):
        compressed(data(2 * MUCH), 3)
    assert tries == [MUCH, MUCH]
