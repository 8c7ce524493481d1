"""Text of a table -> headings and rows that know their place: CSV, TSV, JSON, JSON Lines or YAML, by the file's name.

    company;role;stage        [{"company": "Ostler & Pine",      - company: Ostler & Pine
    Ostler & Pine;Analyst;..    "role": "Analyst", ...}]           role: Analyst

Cells are text without white space around it; an empty cell, `null` and one that is not there are "". In a CSV the
separator may be a comma, a semicolon, a tab or a bar, and rows may be of several lines; empty rows do not count. Rows
above the headings, and rows that repeat them, are passed over with a note.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain, islice
from typing import Any, NamedTuple

from pipeline.characters import is_blank
from pipeline.errors import Place, Problem, SpecError, enumerated, shortened
from pipeline.notes import Note
from pipeline.patterns import Pattern
from pipeline.project import JSON_LINES, TABLES
from pipeline.prose import one_line
from pipeline.source import Node

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 2_000
SEPARATORS = ",;\t|"
HEAD_ROWS = 20  # among which the headings are looked for
GLANCE_LINES = 200  # that tell the separator: rows may be of several lines
MOST_NAMED, MOST_HEADINGS = 3, 12  # rows and columns in a note
_LONGEST = 30  # characters of a text in a message
_UNPRINTABLE = Pattern("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REMARK = Pattern(r"#\s|//")
_SEPARATOR_LINE = Pattern(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)  # the first line of what Excel writes for itself


class Row(NamedTuple):
    """The cells under each heading, in their order; `number` is the line of a file, or counts a list's entries from 1.

    `places` are those of the cells where each has its own; else a cell stands in the line `number`.
    """

    number: int
    cells: tuple[str, ...]
    places: tuple[Place, ...] = ()


class Table(NamedTuple):
    """The headings as they are written, and the rows.

    `problems` are mistakes in single rows, so that whoever understands the cells can tell them along with its own;
    `notes` tell of rows that were passed over.
    """

    path: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    heading_line: int = 1
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()

    def place(self, row: Row, column: int) -> Place:
        """Where a cell stands; in a table of lines columns count cells from 1."""
        return row.places[column] if row.places else Place(self.path, row.number, column + 1)

    def heading_place(self, column: int) -> Place:
        """Where a heading stands."""
        return Place(self.path, self.heading_line, column + 1)

    def unread(self, columns: Sequence[int], *, can_map: bool = True) -> Iterator[Note]:
        """The note that columns are not read, as far as they hold something."""
        filled = [at for at in columns if any(row.cells[at] for row in self.rows)]
        if filled:
            named = enumerated([self.headings[at] or f"column {at + 1} (no heading)" for at in filled], MOST_HEADINGS)
            count = "1 column is" if len(filled) == 1 else f"{len(filled)} columns are"
            does_name = any(self.headings[at] for at in filled)  # what has no heading cannot be mapped
            way_out = "; if the picture needs one, map it under `columns:`" if can_map and does_name else ""
            way_out = way_out or ("; if the picture needs it, give it a heading" if can_map else "")
            yield Note("columns", f"{count} not read: {named}{way_out}", self.heading_place(filled[0]))


def _never(cells: Sequence[str]) -> bool:
    return False


def parse(text: str, path: str, are_headings: Callable[[Sequence[str]], bool] = _never) -> Table:
    """The table in `text`, whose format the suffix of `path` tells; raises SpecError for text that is no table at all.

    A JSON or YAML file holds a list of mappings, or one key with such a list. The headings of a CSV are the first row
    that `are_headings` knows, else the first that has about as many cells as most.
    """
    text = text.removeprefix("\ufeff")
    if stray := _UNPRINTABLE.search(text):
        place = Place(path, text.count("\n", 0, stray.start()) + 1, 1)
        fact = f"found the character U+{ord(stray[0]):04X}, which cannot be printed"
        raise SpecError(Problem(fact, place, "remove it, or export the table again as UTF-8"))
    suffix = path[path.rfind(".") :].lower()
    if suffix not in TABLES:
        fact = f"expected a file of rows, found {path}"
        raise SpecError(Problem(fact, Place(path, 1, 1), f"its name ends in {', '.join(TABLES)}"))
    problems: list[Problem] = []
    if suffix == ".json":
        return _of_records(_json_records(text, path, problems), path, problems)
    if suffix in JSON_LINES:
        return _of_records(_json_line_records(text, path, problems), path, problems)
    if suffix in (".yaml", ".yml"):
        return _of_records(_yaml_records(text, path, problems), path, problems)
    return _of_lines(text, path, "\t" if suffix == ".tsv" else "", are_headings)


class Stream(NamedTuple):
    """A table of lines as it is read: its headings, and rows that come one by one.

    `problems`, `repeated` (the rows with the headings once more), `remarks` (`# checked`) and `short` (those with
    fewer cells) fill while they come; `above` are the rows over the headings.
    """

    path: str
    headings: tuple[str, ...]
    heading_line: int
    rows: Iterator[Row]
    above: tuple[Row, ...]
    repeated: list[Row]
    remarks: list[Row]
    short: list[Row]
    problems: list[Problem]

    def notes(self) -> Iterator[Note]:
        """What was passed over among the rows that have come."""
        yield from passed_over(self.path, self.above, "above the headings")
        yield from passed_over(self.path, self.repeated, "with the headings once more")
        yield from passed_over(self.path, self.remarks, "with a comment")
        if self.short:
            rows = "a row has" if len(self.short) == 1 else f"{len(self.short):,} rows have"
            fact = f"{rows} fewer cells than there are headings: what is missing at the end is read as empty"
            yield Note("rows", fact, Place(self.path, self.short[0].number, 1))


def streamed(
    text: Iterable[str], path: str, separator: str = "", are_headings: Callable[[Sequence[str]], bool] = _never
) -> Stream:
    """The table in the lines of `text`, which keep their ends; of it no more is held than the rows about the headings.

    Raises SpecError for too many columns and, while rows come, where the table breaks off.
    """
    lines = _lines(text, path, separator)
    head = list(islice(lines, HEAD_ROWS))
    at = _heading_row([cells for _, cells in head], are_headings)
    number, written = head[at] if head else (1, [])
    width = max((index for index, cell in enumerate(written, start=1) if cell.strip()), default=0)
    _check_columns(width, Place(path, number, 1))
    headings = tuple(one_line(name) for name in written[:width])
    repeated: list[Row] = []
    remarks: list[Row] = []
    short: list[Row] = []
    problems: list[Problem] = []

    def rows() -> Iterator[Row]:
        for line, cells in chain(head[at + 1 :], lines):
            row = _row(line, cells, width, path, problems)
            if width > 1 and row.cells == headings:
                repeated.append(row)
                continue
            if width > 1 and _REMARK.match(row.cells[0]) and not any(row.cells[1:]):
                remarks.append(row)
                continue
            if 1 < len(cells) < width:
                short.append(row)
            yield row

    above = tuple(Row(line, tuple(cells)) for line, cells in head[:at])
    return Stream(path, headings, number, rows(), above, repeated, remarks, short, problems)


def _of_lines(text: str, path: str, separator: str, are_headings: Callable[[Sequence[str]], bool]) -> Table:
    stream = streamed(StringIO(text, newline=""), path, separator, are_headings)
    rows = tuple(islice(stream.rows, MAX_ROWS))
    for row in stream.rows:
        raise SpecError(Problem(f"expected at most {MAX_ROWS:,} rows, found more", Place(path, row.number, 1)))
    notes = tuple(stream.notes())
    return Table(path, stream.headings, rows, stream.heading_line, tuple(stream.problems), notes)


def _heading_row(rows: list[list[str]], are_headings: Callable[[Sequence[str]], bool]) -> int:
    """Which of the first rows has the headings."""
    for at, cells in enumerate(rows):
        if are_headings(cells):
            return at
    filled = [sum(bool(cell.strip()) for cell in cells) + _has_bare_corner(cells) for cells in rows]
    usual = Counter(count for count in filled if count > 1).most_common(1)
    needed = min(2, usual[0][0]) if usual else 1
    return next((at for at, count in enumerate(filled) if count >= max(needed, 0.6 * usual[0][0] if usual else 1)), 0)


def _has_bare_corner(cells: Sequence[str]) -> bool:
    """Whether a row has all but its first cell: headings of which that above the names of the rows is empty."""
    return len(cells) > 1 and not cells[0].strip() and all(cell.strip() for cell in cells[1:])


def passed_over(path: str, rows: Sequence[Row], why: str) -> Iterator[Note]:
    """The note that rows are not read, and what the first of them say."""
    if rows:
        said = enumerated(["“" + shortened(" ".join(row.cells), _LONGEST) + "”" for row in rows], MOST_NAMED)
        count = "a row" if len(rows) == 1 else f"{len(rows):,} rows"
        are = "is" if len(rows) == 1 else "are"
        yield Note("rows", f"{count} {why} {are} not read: {said}", Place(path, rows[0].number, 1))


def _check_columns(count: int, place: Place) -> None:
    """Raise SpecError for more columns than a table has, before there is a cell for each of them in each row."""
    if count > MAX_COLUMNS:
        fact = f"expected at most {MAX_COLUMNS} columns, found {count:,}"
        raise SpecError(Problem(fact, place, "keep those that the picture shows"))


def _row(line: int, cells: list[str], width: int, path: str, problems: list[Problem]) -> Row:
    """The row of as many cells as there are headings; a note for each text that stands under none."""
    texts = ["" if is_blank(cell) else cell.strip() for cell in cells]
    if any(texts[width:]):
        at = next(index for index in range(width, len(texts)) if texts[index])
        fact = f"expected {width} cells, found `{shortened(texts[at], _LONGEST)}` in cell {at + 1}"
        hint = "put a text with the separator in it in quotation marks, or give the column a heading"
        problems.append(Problem(fact, Place(path, line, at + 1), hint))
    if len(texts) == 1 < width and any(_are_cells(texts[0].split(mark), width) for mark in SEPARATORS):
        fact = f"expected {width} cells, found one: `{shortened(texts[0], _LONGEST)}`"
        problems.append(Problem(fact, Place(path, line, 1), "part its cells as the other rows are parted"))
    for index, cell in enumerate(texts):
        if len(cell) > MAX_CELL:
            fact = f"expected at most {MAX_CELL:,} characters in a cell, found {len(cell):,}"
            hint = "shorten it; if it holds several rows, look for a quotation mark that is not closed"
            problems.append(Problem(fact, Place(path, line, index + 1), hint))
    return Row(line, tuple(texts[:width] + [""] * (width - len(texts))))


def _are_cells(parts: Sequence[str], width: int) -> bool:
    """Whether a text that another mark parts like this looks like a whole row: `y,2`, not `Office, 2024`."""
    return len(parts) == width and all(part and part == part.strip() for part in parts)


def _lines(text: Iterable[str], path: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, and the line it begins in."""
    lines = iter(text)
    head = list(islice(lines, 1))
    begun = 1
    if told := _SEPARATOR_LINE.fullmatch("".join(head)):
        separator, head, begun = told[1], [], 2
    skipped = begun - 1
    if not separator:
        head += islice(lines, GLANCE_LINES)
    reader = csv.reader(chain(head, lines), delimiter=separator or _separator("".join(head)), strict=True)
    try:
        for cells in reader:
            if not all(map(is_blank, cells)):
                yield begun, cells
            begun = reader.line_num + skipped + 1
    except csv.Error as error:
        hint = 'a cell with quotation marks is written "like ""this"" one"; look for one that is not closed'
        raise SpecError(Problem(f"the table breaks off here: {_fact(error)}", Place(path, begun, 1), hint)) from error


def _fact(error: csv.Error) -> str:
    """What the reader of tables found, in our words where its own are obscure."""
    return f"a cell of more than {csv.field_size_limit():,} characters" if "limit" in str(error) else str(error)


def _separator(text: str) -> str:
    """The separator that most of the first lines have most of, outside quotation marks; of several the first line's."""
    head = re.split(r"[\r\n]+", re.sub(r'"[^"]*"', "", text.strip("\r\n ")[:20_000]), maxsplit=HEAD_ROWS)[:HEAD_ROWS]
    return max(SEPARATORS, key=lambda mark: (sum(mark in line for line in head), head[0].count(mark)))


class _Record(NamedTuple):
    """A mapping of a list: its number, its cells, and where it and they begin."""

    number: int
    cells: dict[str, str]
    place: Place
    places: dict[str, Place]


def _of_records(records: list[_Record], path: str, problems: list[Problem]) -> Table:
    """A table of mappings: a heading for each key, in the order in which they occur first."""
    if len(records) > MAX_ROWS:
        fact = f"expected at most {MAX_ROWS:,} rows, found {len(records):,}"
        raise SpecError(Problem(fact, records[MAX_ROWS].place))
    for record in records:
        for name, cell in record.cells.items():
            if len(cell) > MAX_CELL:
                fact = f"{name}: expected at most {MAX_CELL:,} characters in a cell, found {len(cell):,}"
                problems.append(Problem(fact, record.places.get(name, record.place), "shorten it"))
            if stray := _UNPRINTABLE.search(cell):
                fact = f"{name}: found the character U+{ord(stray[0]):04X}, which cannot be printed"
                problems.append(Problem(fact, record.places.get(name, record.place), "remove it"))
    headings = tuple(dict.fromkeys(name for record in records for name in record.cells))
    _check_columns(len(headings), Place(path, 1, 1))
    rows = [
        Row(
            record.number,
            tuple(record.cells.get(name, "") for name in headings),
            tuple(record.places.get(name, record.place) for name in headings),
        )
        for record in records
        if any(record.cells.values())
    ]
    return Table(path, headings, tuple(rows), problems=tuple(problems))


def _yaml_records(text: str, path: str, problems: list[Problem]) -> list[_Record]:
    from pipeline.source.parsing import parse_value

    root = parse_value(text, path)
    if root is None or root.value is None:
        return []
    if isinstance(root.value, dict) and len(root.value) == 1:
        root = next(iter(root.value.values()))
    if not isinstance(root.value, tuple):
        raise SpecError(Problem("expected a list of rows", root.place, "each begins with `- ` and has `heading: cell`"))
    return [_yaml_record(number, entry, problems) for number, entry in enumerate(root.value, start=1)]


def _yaml_record(number: int, entry: Node, problems: list[Problem]) -> _Record:
    if not isinstance(entry.value, dict):
        problems.append(Problem(f"row {number}: expected headings with cells", entry.place, "write `heading: cell`"))
        return _Record(number, {}, entry.place, {})
    cells, places = {}, {}
    for name, cell in entry.value.items():
        places[name] = cell.place
        if isinstance(cell.value, (tuple, dict)):
            problems.append(
                Problem(f"{name}: expected text, found a list or keys", cell.place, "a cell holds one text")
            )
        else:
            cells[name] = "" if cell.value is None or is_blank(cell.text) else (cell.text or str(cell.value)).strip()
    return _Record(number, cells, entry.place, places)


def _json_records(text: str, path: str, problems: list[Problem]) -> list[_Record]:
    """The objects of a JSON file. Each is read alone, because JSON itself remembers no place."""
    from pipeline.reading import decoding  # only a file of this format pays for the import

    decoder = decoding.Decoder()
    records: list[_Record] = []
    try:
        whole, _ = decoder.whole(text, Place(path, 1, 1))
        at = _json_list(text)
        if at is None or (isinstance(whole, dict) and len(whole) > 1):
            raise SpecError(Problem("expected a list of rows", Place(path, 1, 1), 'write [{"heading": "cell"}, ...]'))
        line, counted = 1, 0
        while (at := _after_space(text, at, ",")) < len(text) and text[at] != "]":
            line, counted = line + text.count("\n", counted, at), at
            value, at, wrong = decoder.decoded(text, at, Place(path, line, 1))
            problems += wrong
            records.append(_json_record(len(records) + 1, value, Place(path, line, 1), problems))
    except (ValueError, RecursionError) as error:
        at_line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        raise SpecError(decoding.no_json(error, Place(path, at_line, column))) from error
    return records


def _json_line_records(text: str, path: str, problems: list[Problem]) -> list[_Record]:
    """The objects of JSON Lines: one in each line that is not empty."""
    from pipeline.reading import decoding

    decoder = decoding.Decoder()
    records: list[_Record] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        place = Place(path, number, 1)
        try:
            value, wrong = decoder.whole(line, place) if line.strip() else (None, ())
        except (ValueError, RecursionError) as error:
            problems.append(decoding.no_json(error, place._replace(column=getattr(error, "colno", 1))))
            continue
        if line.strip():
            problems += wrong
            records.append(_json_record(len(records) + 1, value, place, problems))
    return records


def _json_list(text: str) -> int | None:
    """Where the first entry of the list begins: the file's own list, or that under its one key."""
    start = re.compile(r'\s*(?:\{\s*"(?:[^"\\]|\\.)*"\s*:\s*)?\[').match(text)
    return start.end() if start else None


def _after_space(text: str, at: int, mark: str) -> int:
    while at < len(text) and (text[at].isspace() or text[at] == mark):
        at += 1
    return at


def _json_record(number: int, value: Any, place: Place, problems: list[Problem]) -> _Record:
    if not isinstance(value, dict):
        problems.append(Problem(f"row {number}: expected headings with cells", place, 'write {"heading": "cell"}'))
        return _Record(number, {}, place, {})
    cells = {}
    for name, cell in value.items():
        if isinstance(cell, (list, dict)):
            problems.append(Problem(f"{name}: expected text, found a list or keys", place, "a cell holds one text"))
        else:
            text = str(cell).lower() if isinstance(cell, bool) else str(cell)
            cells[name] = "" if cell is None or is_blank(text) else text.strip()
    return _Record(number, cells, place, {})
