"""The flow of groups into columns, in heights alone: which items stand in which column, and how tall each is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

BISECTIONS = 9  # finding the lowest columns: to a five-hundredth
LEAST_APART = 2  # items of a group that stand together: never one alone


class Block(NamedTuple):
    """A group: the height of its header down to the first item's baseline, and the depth of each item."""

    head: float
    depths: Sequence[float]


class Piece(NamedTuple):
    """Items [start, stop) of a block, in one column."""

    block: int
    start: int
    stop: int


Column = tuple[Piece, ...]
Columns = tuple[Column, ...]


class Flow:
    """Blocks with what lies between items, and between groups, ready to be poured into columns."""

    def __init__(self, blocks: Sequence[Block], pitch: float, apart: float, least: int = LEAST_APART) -> None:
        """`least` items of a group stand together where it is parted."""
        self.blocks = blocks
        self.pitch = pitch
        self.apart = apart
        self.least = least
        self._until = [list(accumulate(block.depths, initial=0.0)) for block in blocks]

    def height(self, column: Column) -> float:
        """From the first baseline of a column to its last."""
        return sum(map(self._piece, column)) + self.apart * max(0, len(column) - 1)

    def balanced(self, count: int, room: float, *, breaking: bool) -> Columns | None:
        """The blocks in at most `count` columns as even as can be, none taller than `room`; None where they need more.

        Groups stay whole; only `breaking` may part them, where nothing else helps.
        """
        for parting in (False, True) if breaking else (False,):
            columns = self.poured(room, breaking=parting)
            if columns is not None and len(columns) <= count:
                return self._evened(columns, count, breaking=parting)
        return None

    def counted(self, count: int, room: float) -> Columns | None:
        """The blocks in `count` columns whose numbers of items differ by one at most, none taller than `room`.

        Of all such columns those that part the fewest groups, then those that leave the fewest items alone.
        """
        total = sum(len(block.depths) for block in self.blocks)
        count = max(1, min(count, total))
        best: dict[int, tuple[tuple[int, int, float], Columns]] = {0: ((0, 0, 0.0), ())}  # by their number of items
        for _ in range(count):
            shorter, best = best, {}
            for start, ((parted, lone, tallest), columns) in shorter.items():
                for stop in range(start + total // count, min(total, start - (-total // count)) + 1):
                    column = self._between(start, stop, total)
                    height = self.height(column)
                    parted_here = sum(piece.start > 0 for piece in column)
                    sizes = ((stop - start, len(self.blocks[block].depths)) for block, start, stop in column)
                    alone = sum(size == 1 < whole for size, whole in sizes)
                    cost = parted + parted_here, lone + alone, max(tallest, height)
                    if height <= room and (stop not in best or cost < best[stop][0]):
                        best[stop] = cost, (*columns, column)
        return best[total][1] if total in best else None

    def _between(self, start: int, stop: int, total: int) -> Column:
        """Items `start` to `stop`, counted through all blocks; a block without any goes along with the last."""
        pieces, at = [], 0
        for index, block in enumerate(self.blocks):
            end = at + len(block.depths)
            if max(start, at) < min(stop, end):
                pieces.append(Piece(index, max(start, at) - at, min(stop, end) - at))
            elif at == end and (start <= at < stop or at == stop == total):
                pieces.append(Piece(index, 0, 0))
            at = end
        return tuple(pieces)

    def paged(self, count: int, room: float, *, is_counted: bool) -> tuple[Columns, ...] | None:
        """The blocks on as few pages of `count` columns as they need, the columns even in height or in items."""
        poured = self.poured(room, breaking=True)
        if poured is None:
            return None
        pages, items = -(-len(poured) // count), sum(len(block.depths) for block in self.blocks)
        if is_counted:
            tried = (self.counted(more * count, room) for more in range(pages, items + 1))
            even = next(filter(None, tried), None)
        else:
            even = self._evened(poured, pages * count, breaking=True)
        return tuple(even[at : at + count] for at in range(0, len(even), count)) if even else None

    def poured(self, room: float, *, breaking: bool) -> Columns | None:
        """Columns filled one after the other; None where an item or an unbroken group is taller than `room`."""
        columns: list[Column] = []
        column: list[Piece] = []
        used = 0.0
        for index, block in enumerate(self.blocks):
            start, total = 0, len(block.depths)
            while True:
                gap = self.apart if column else 0.0
                stop = self._last_that_fits(index, start, room - used - gap, breaking=breaking)
                if stop is None and not column:
                    return None
                if stop is not None:
                    piece = Piece(index, start, stop)
                    column.append(piece)
                    used += gap + self._piece(piece)
                    start = stop
                    if start >= total:
                        break
                columns.append(tuple(column))
                column, used = [], 0.0
        return (*columns, tuple(column))

    def _last_that_fits(self, index: int, start: int, room: float, *, breaking: bool) -> int | None:
        """How far a block's items from `start` on go in `room`; None where nothing of them may stand there."""
        total = len(self.blocks[index].depths)
        if self._piece(Piece(index, start, total)) <= room:
            return total
        if not breaking:
            return None
        stops = range(start + 1, total)
        fitting = bisect_right(stops, room, key=lambda stop: self._piece(Piece(index, start, stop)))
        stop = min(start + fitting, total - self.least)
        return stop if stop - start >= self.least else None

    def _evened(self, columns: Columns, count: int, *, breaking: bool) -> Columns:
        """The same blocks in `count` columns at most, the tallest as low as it can be."""
        high = max(map(self.height, columns))
        low = high / 4
        for _ in range(BISECTIONS):
            middle = (low + high) / 2
            tried = self.poured(middle, breaking=breaking)
            if tried is not None and len(tried) <= count:
                columns, high = tried, middle
            else:
                low = middle
        return columns

    def _piece(self, piece: Piece) -> float:
        """From the baseline of a piece's header, or its first item, to its last baseline."""
        if piece.stop == piece.start:
            return self.blocks[piece.block].head
        until = self._until[piece.block]
        between = self.pitch * (piece.stop - piece.start - 1)
        return self.blocks[piece.block].head + until[piece.stop] - until[piece.start] + between
