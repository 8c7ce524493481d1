"""The flow of groups into columns, in heights alone: which items stand in which column, and how tall each is."""

from __future__ import annotations

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


class Spacing(NamedTuple):
    """What lies between items, and between groups."""

    pitch: float
    apart: float


class Flow:
    """Blocks and the spacing between them, ready to be poured into columns."""

    def __init__(self, blocks: Sequence[Block], spacing: Spacing, least: int = LEAST_APART) -> None:
        """`least` items of a group stand together where it is parted."""
        self.blocks = blocks
        self.spacing = spacing
        self.least = least
        self._until = [list(accumulate(block.depths, initial=0.0)) for block in blocks]

    def height(self, column: Column) -> float:
        """From the first baseline of a column to its last."""
        return sum(map(self._piece, column)) + self.spacing.apart * max(0, len(column) - 1)

    def balanced(self, count: int, room: float, *, breaking: bool) -> tuple[Column, ...] | None:
        """The blocks in at most `count` columns as even as can be, none taller than `room`; None where they need more.

        Groups stay whole; only `breaking` may part them, where nothing else helps.
        """
        for parting in (False, True) if breaking else (False,):
            columns = self.poured(room, breaking=parting)
            if columns is not None and len(columns) <= count:
                return self._evened(columns, count, breaking=parting)
        return None

    def counted(self, count: int, room: float) -> tuple[Column, ...] | None:
        """The blocks in `count` columns whose numbers of items differ by one at most, none taller than `room`.

        Of all such columns those that part the fewest groups, then those that leave the fewest items alone.
        """
        total = sum(len(block.depths) for block in self.blocks)
        count = max(1, min(count, total))
        found: dict[int, tuple[tuple[int, int, float], tuple[Column, ...]]] = {0: ((0, 0, 0.0), ())}
        for _ in range(count):
            longer: dict[int, tuple[tuple[int, int, float], tuple[Column, ...]]] = {}
            for start, ((parted, lone, tallest), columns) in found.items():
                for stop in range(start + total // count, min(total, start - (-total // count)) + 1):
                    column = self._between(start, stop, total)
                    height = self.height(column)
                    parted_here = sum(piece.start > 0 for piece in column)
                    lone_here = sum(self._is_lone(piece) for piece in column)
                    cost = parted + parted_here, lone + lone_here, max(tallest, height)
                    if height <= room and (stop not in longer or cost < longer[stop][0]):
                        longer[stop] = cost, (*columns, column)
            found = longer
        return found[total][1] if total in found else None

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

    def _is_lone(self, piece: Piece) -> bool:
        return piece.stop - piece.start == 1 < len(self.blocks[piece.block].depths)

    def paged(self, count: int, room: float, *, is_counted: bool) -> tuple[tuple[Column, ...], ...] | None:
        """The blocks on as few pages of `count` columns as they need, the columns even in height or in items."""
        columns = self.poured(room, breaking=True)
        if columns is None:
            return None
        pages, even = -(-len(columns) // count), None
        if not is_counted:
            even = self._evened(columns, pages * count, breaking=True)
        while even is None and pages <= sum(len(block.depths) for block in self.blocks):
            even = self.counted(pages * count, room)
            pages += 1
        if even is None:
            return None
        return tuple(even[index : index + count] for index in range(0, len(even), count))

    def poured(self, room: float, *, breaking: bool) -> tuple[Column, ...] | None:
        """Columns filled one after the other; None where an item or an unbroken group is taller than `room`."""
        columns: list[Column] = []
        column: list[Piece] = []
        used = 0.0
        for index, block in enumerate(self.blocks):
            start, total = 0, len(block.depths)
            while True:
                gap = self.spacing.apart if column else 0.0
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
        return (*columns, tuple(column)) if column else tuple(columns)

    def _last_that_fits(self, index: int, start: int, room: float, *, breaking: bool) -> int | None:
        """How far a block's items from `start` on go in `room`; None where nothing of them may stand there."""
        total = len(self.blocks[index].depths)
        if self._piece(Piece(index, start, total)) <= room:
            return total
        if not breaking:
            return None
        low, high = start, total - 1
        while low < high:  # the items [start, low) fit
            middle = (low + high + 1) // 2
            if self._piece(Piece(index, start, middle)) <= room:
                low = middle
            else:
                high = middle - 1
        stop = min(low, total - self.least)
        return stop if stop - start >= self.least else None

    def _evened(self, columns: tuple[Column, ...], count: int, *, breaking: bool) -> tuple[Column, ...]:
        """The same blocks in `count` columns at most, the tallest as low as it can be."""
        low, high = max(map(self.height, columns)) / 4, max(map(self.height, columns))
        for _ in range(BISECTIONS if count > 1 else 0):
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
        between = self.spacing.pitch * (piece.stop - piece.start - 1)
        return self.blocks[piece.block].head + until[piece.stop] - until[piece.start] + between
