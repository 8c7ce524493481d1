r"""Notes at marks: a ring, a stem and words in the warm colour, placed where they touch nothing.

       | New letter      above    a line, an area or columns: words right of the stem's top, else left of it
   /\  | 2 March
  /  \ |                 beside   rows: words after the number
 /    \O                 below    a ring or a grid: a line of words below it, which names the mark

A drawing hands out its marks (`table.Marks`); whatever it wrote is on the canvas, which knows what is free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

from pipeline.content import Leaf
from pipeline.curves import circle, rounded_rect
from pipeline.errors import FitError, Problem
from pipeline.geometry import Point, Rect
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.emphasis import Annotation
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.table import Mark, Marks, Table
from pipeline.layout.canvas import CAPITALS, DESCENDERS, Anchor, Canvas
from pipeline.typography import TextStyle

SIZES = (0.9, 0.74)  # of labels: the words of a note, and the least
LEADING = 1.2
POINT, RING, STEM = 0.35, 0.15, 0.09  # em of labels: the radius of a ring round a point, the widths of ring and stem
GAP = 0.5  # em from a stem to its words
AFTER, ALONG = 0.3, 1.3  # em between a number and a horizontal stem, and of the stem with its gap
MOST_BESIDE = 0.3  # of the width that words after a bar may take, if there are shorter lines
FARTHEST = 12  # em that such words may stand farther off
STEP = 0.4  # em between places that are tried
HALVES = (0.52, 0.58, 0.65, 0.75, 0.85)  # of a note's width, that each of two lines may take
LONG = 14.0  # em from which words stand in two lines
NEAR = 0.6  # em above a mark where the stem may touch its own line
CLEAR = 0.2  # em between words and what they must not touch
MOST_TRIED = 80  # places of one note
HEADS = (0.6, 1.2, 2.4, 3.4)  # of the height of a note's words: what a plot keeps free above its marks
BELOW = 1.7  # em from line to line below a drawing


_Line: TypeAlias = tuple[str, TextStyle, str]  # with its style and field


class _Words(NamedTuple):
    """The lines of a note."""

    lines: tuple[_Line, ...]
    width: float

    @property
    def height(self) -> float:
        """From the first capitals to the last descenders."""
        sizes = [style.size for _, style, _ in self.lines]
        return (CAPITALS + DESCENDERS) * sizes[0] + LEADING * sum(sizes[1:])


class _Placed(NamedTuple):
    """A note where it may stand: what its words and its stem take."""

    mark: Mark
    words: _Words
    box: Rect
    stem: Rect
    is_right: bool
    crosses: bool

    def touches(self, other: _Placed, clear: float) -> bool:
        """Whether the two come too near each other."""
        ours, theirs = self.box.inset(-clear), other.box.inset(-clear)
        pairs = ((ours, theirs), (ours, other.stem), (ours, other.mark.ring), (self.stem, theirs))
        more = ((self.mark.ring, theirs), (self.stem.inset(-clear), other.stem), (self.stem, other.mark.ring))
        return any(one.intersection(another) for one, another in (*pairs, *more))


def heads(measures: Measures, table: Table) -> tuple[float, ...]:
    """The px that a drawing may have to keep free above its marks, the least first."""
    lines = 2 * LEADING * SIZES[0] * measures.text
    return tuple(share * lines for share in HEADS) if table.content.annotations else (0.0,)


def beside_width(board: Board, table: Table, label: Leaf, high: float) -> float:
    """The px that the widest note of a label takes after a bar and its number, if it may be so high."""
    content = table.content
    notes = [each for each in content.annotations if content.labels[each.label].field == label.field]
    widths = []
    for note in notes:
        variants = _variants(board, note, 0.5 * board.area.width)
        low = [words.width for words in variants if words.height <= high] or [words.width for words in variants]
        widths.append(next((width for width in low if width <= MOST_BESIDE * board.area.width), min(low, default=0.0)))
    return max(widths, default=0.0) + (AFTER + ALONG + 0.2) * board.size if notes else 0.0


def foot(board: Board, table: Table) -> float:
    """The px below a ring or a grid that its notes take."""
    return sum(BELOW * words.height for words in _below(board, table))


def annotate(board: Board, table: Table) -> bool:
    """Draw the notes of a table that is drawn; nothing is drawn, and False returned, where they have no room.

    Raises FitError for a note whose mark is not shown.
    """
    marks, notes = table.marks, table.content.annotations
    if marks is None or not notes:
        return True
    if marks.way == "below":
        _write_below(board, table, [_mark(table, marks, at) for at in range(len(notes))])
        return True
    placed = _placed(board, table, marks, notes)
    for each in placed:
        _draw(board, each)
    return bool(placed)


def refused(board: Board, table: Table) -> FitError:
    """That the notes have no room, and how long they might be."""
    notes, hint = table.content.annotations, "choose a larger size, or another mark"
    for most in range(max(len(note.text.text) for note in notes) - 1, 3, -1):
        shorter = [note._replace(text=note.text._replace(text=note.text.text[:most].strip())) for note in notes]
        if table.marks and _placed(board, table, table.marks, shorter):
            hint = f"shorten it to about {most} characters, or {hint}"
            break
    what = " and ".join(f"`{note.text}`" for note in notes)
    return FitError(Problem(f"{what}: there is no free place near the mark", hint=hint, field=notes[-1].text.field))


def _mark(table: Table, marks: Marks, index: int) -> Mark:
    """The mark of a note; one that is put together with others or left out has none."""
    content, note = table.content, table.content.annotations[index]
    label = content.labels[note.label]
    labels, series = [each.field for each in table.labels], [each.field for each in table.series]
    own = None if note.series is None else content.series[note.series]
    if label.field in labels and (own is None or own.field in series):
        return marks.find(labels.index(label.field), None if own is None else series.index(own.field))
    name = label if label.field not in labels or own is None else own.name
    hint = "choose a mark that is shown, a larger size or, if it is set, a higher `limit`"
    fact = f"`{name}` has no mark of its own in this picture"
    raise FitError(Problem(fact, hint=hint, field=f"annotate[{index}].at"))


def _placed(board: Board, table: Table, marks: Marks, notes: Sequence[Annotation]) -> tuple[_Placed, ...]:
    """The notes, each at the best place at which they do not touch; none where one of them has no room."""
    options = []
    for at, note in enumerate(notes):
        mark = _mark(table, marks, at)
        variants = _variants(board, note, 0.5 * board.area.width, _date(board, table, note))
        places = _above(board, marks, mark, variants) if marks.way == "up" else _beside(board, marks, mark, variants)
        options.append(sorted(places, key=lambda each: each.crosses))
    ranked = sorted(product(*(range(min(len(each), MOST_TRIED)) for each in options)), key=sum)
    for ranks in ranked:
        chosen = tuple(each[rank] for each, rank in zip(options, ranks, strict=True))
        if len(chosen) == 1 or not chosen[0].touches(chosen[1], CLEAR * board.size):
            return chosen
    return ()


def _date(board: Board, table: Table, note: Annotation) -> Leaf | None:
    """The time of a note, unless the picture has it already."""
    label = table.content.labels[note.label]
    is_written = any(getattr(item, "role", "") == label.field for item in board.canvas.items)
    return label if table.content.time.shares and not is_written else None


def _variants(board: Board, note: Annotation, measure: float, date: Leaf | None = None) -> list[_Words]:
    """The words of a note in one line or two, the best first; below a single line the note's time."""
    canvas, text = board.canvas, note.text
    found: list[tuple[int, list[_Line]]] = []
    for rank, share in enumerate(SIZES):
        style = canvas.style(share * board.size, board.theme.colors.accent_2_text, 600)
        whole = canvas.measure(text.text, style)
        of_one_length = (canvas.whole(text.text, style, half * whole, 2) for half in HALVES)
        two = next(filter(None, of_one_length), ())
        is_long = whole > LONG * style.size
        if whole <= 2 * measure:
            line = (text.text, style, text.field)
            if date:
                small = board.quiet(max(0.85 * style.size, board.measures.sizes[-1]))
                found.append((4 * rank + 2 * is_long, [line, (date.text, small, date.field)]))
            found.append((4 * rank + 1 + 2 * is_long, [line]))
        if len(two) == 2:
            found.append((4 * rank + 2 - is_long, [(line, style, text.field) for line in two]))
    return [_words(canvas, lines) for _, lines in sorted(found, key=lambda pair: pair[0])]


def _words(canvas: Canvas, lines: Sequence[_Line]) -> _Words:
    return _Words(tuple(lines), max(canvas.measure(text, style) for text, style, _ in lines))


def _above(board: Board, marks: Marks, mark: Mark, variants: Sequence[_Words]) -> Iterator[_Placed]:
    """The free places above a mark, from the top: right of the stem, and left of it."""
    size, room, x = board.size, marks.room, mark.stem.x
    for words in variants:
        for at in range(max(0, int((mark.stem.y - room.y - words.height) / (STEP * size)) + 1)):
            top = room.y + at * STEP * size
            for is_right in (True, False):
                left = x + GAP * size if is_right else x - GAP * size - words.width
                box = Rect(left, top, words.width, words.height)
                stem = Rect(x - STEM / 2 * size, top, STEM * size, mark.stem.y - top)
                is_clear = _is_free(board, room, box, (*marks.taken, *marks.lines, mark.ring))
                if is_clear and board.canvas.is_free(stem.inset(-1)):
                    far = stem._replace(height=stem.height - NEAR * size)
                    crosses = any(far.intersection(each) for each in marks.taken)
                    yield _Placed(mark, words, box, stem, is_right, crosses)


def _beside(board: Board, marks: Marks, mark: Mark, variants: Sequence[_Words]) -> Iterator[_Placed]:
    """The places after a bar and its number."""
    size, start = board.size, mark.stem
    for words, far in product(variants, range(FARTHEST)):
        box = Rect(start.x + (ALONG + far) * size, start.y - words.height / 2, words.width, words.height)
        stem = Rect(start.x, start.y - STEM / 2 * size, (ALONG - 0.3 + far) * size, STEM * size)
        if _is_free(board, marks.room, box, (*marks.taken, *marks.lines)) and board.canvas.is_free(stem):
            yield _Placed(mark, words, box, stem, True, any(stem.intersection(each) for each in marks.taken))


def _is_free(board: Board, room: Rect, box: Rect, taken: Sequence[Rect]) -> bool:
    wide = box.inset(-CLEAR * board.size)
    return room.contains(box) and board.canvas.is_free(wide) and not any(wide.intersection(each) for each in taken)


def _draw(board: Board, placed: _Placed) -> None:
    """The stem, the ring and the words; where the stem crosses marks, it has the board's colour round it."""
    canvas, colors, size = board.canvas, board.theme.colors, board.size
    if placed.crosses:
        canvas.box(placed.stem.inset(-STEM * size), colors.surface)
    canvas.box(placed.stem, colors.accent_2)
    _ring(board, placed.mark)
    box, y = placed.box, placed.box.y
    for text, style, field in placed.words.lines:
        y += CAPITALS * style.size if y == box.y else LEADING * style.size
        anchor: Anchor = "start" if placed.is_right else "end"
        canvas.text(box.x if placed.is_right else box.right, y, text, style, anchor=anchor, role=field)


def _ring(board: Board, mark: Mark) -> None:
    """Round a point a circle, free of the line; inside the edges of a box."""
    canvas, colors, width = board.canvas, board.theme.colors, RING * board.size
    if mark.is_point:
        radius = mark.ring.width / 2
        canvas.dots([mark.ring.center], radius + width / 2 + 0.1 * board.size, colors.surface)
        canvas.shape(circle(mark.ring.center, radius), colors.surface, colors.accent_2, width)
        return
    inner = mark.ring.inset(min(width / 2, mark.ring.width / 2, mark.ring.height / 2))
    canvas.shape(rounded_rect(inner, 3 * board.measures.unit), line=colors.accent_2, width=width)


def _below(board: Board, table: Table) -> Iterator[_Words]:
    """The notes below a ring or a grid: the name of the mark before the words, in a line or two."""
    content, said = table.content, table.content.words.said
    indent, canvas = 1.1 * board.size, board.canvas
    for index, note in enumerate(content.annotations):
        name = content.labels[note.label].text
        if note.series is not None and len(content.series) > 1:
            name = said.cell.format(label=name, series=content.series[note.series].name)
        text = said.series.format(name=name, values=note.text)
        styles = [canvas.style(share * board.size, board.theme.colors.accent_2_text, 600) for share in SIZES]
        tries = (
            (canvas.whole(text, style, board.area.width - indent, most), style) for most in (1, 2) for style in styles
        )
        lines, style = next((pair for pair in tries if pair[0]), ((), styles[-1]))
        if not lines:
            fact = f"`{text}` does not fit two lines"
            raise FitError(Problem(fact, hint="shorten it, or choose a larger size", field=f"annotate[{index}].text"))
        yield _words(canvas, [(line, style, note.text.field) for line in lines])


def _write_below(board: Board, table: Table, marks: Sequence[Mark]) -> None:
    """Rings round the marks, and a small ring before the words of each note at the foot of the board."""
    y, size = board.area.bottom - foot(board, table), board.size
    for mark, words in zip(marks, _below(board, table), strict=True):
        _ring(board, mark)
        style = words.lines[0][1]
        baseline = y + (BELOW - 1) * words.height + CAPITALS * style.size
        middle = Point(board.area.x + POINT * size, baseline - CAPITALS / 2 * style.size)
        _ring(board, Mark(Rect.around(middle, 0.8 * POINT * size), middle, is_point=True))
        for at, (text, each, field) in enumerate(words.lines):
            board.canvas.text(board.area.x + 1.1 * size, baseline + at * LEADING * style.size, text, each, role=field)
        y += BELOW * words.height
