"""Which heading fills which key of the spec: by its name, or as `--map heading=key` says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pipeline.errors import PipelineError, Problem, SpecError, enumerated, nearest_first
from pipeline.notes import Note
from pipeline.source import FIELD

if TYPE_CHECKING:
    from pipeline.batch.rows import Row, Rows
    from pipeline.source import Node

MOST_NAMED = 12
NOT_BY_ROW = "kind"  # what a batch is made of is one kind of picture


class Columns:
    """The keys that headings fill; `known` are the keys that the spec's kind has, `mapped` those of `--map`."""

    def __init__(self, known: Iterable[str], mapped: Mapping[str, str]) -> None:
        self.known = {*known, "theme"} - {NOT_BY_ROW}
        self.mapped = mapped
        self._fields: dict[str, str] = {}
        if problems := [problem for heading, field in mapped.items() for problem in self._wrong(heading, field)]:
            raise SpecError(*problems)

    def field(self, heading: str) -> str:
        """The key that a heading fills, such as `items[0].text`, or "" if it fills none."""
        if heading not in self._fields:
            self._fields[heading] = self.mapped.get(heading) or self._named(heading)
        return self._fields[heading]

    def filled(self, node: Node, row: Row) -> Node:
        """The spec with the cells of a row put in; raises SpecError with the place of each that does not go in."""
        from pipeline import source

        problems: list[Problem] = []
        for heading, cell in row.cells.items():
            if field := self.field(heading):
                try:
                    node = source.put(node, field, source.placed(*cell[:2], heading, cell.is_text))
                except PipelineError as error:
                    problems += error.problems
        if problems:
            raise SpecError(*problems)
        return node

    def value(self, row: Row, field: str) -> object:
        """What a row puts into a key, or None."""
        return next((cell.value for heading, cell in row.cells.items() if self.field(heading) == field), None)

    def problems(self, rows: Rows, used: Iterable[str]) -> Iterator[Problem]:
        """What is wrong with the headings of a whole table: mapped ones that are missing, two for one key, none.

        `used` are those that files are named by.
        """
        headings, path = rows.headings, rows.name
        for heading in self.mapped:
            if heading not in headings:
                known = f"headings are {enumerated(list(headings), MOST_NAMED)}" if headings else "it has none"
                hint = nearest_first(heading, headings, known, "the nearest heading")
                yield Problem(f"--map: {path} has no heading `{heading}`", hint=hint)
        filling: dict[str, str] = {}
        for heading, place in headings.items():
            field = self.field(heading)
            if field and (other := filling.setdefault(field, heading)) != heading:
                hint = "rename one of the two, or give it another key by --map"
                yield Problem(f"`{heading}` fills `{field}`, as `{other}` does", place, hint)
        for place, heading in rows.repeated.items():
            if heading in used or self.field(heading):
                yield Problem(f"`{heading}` stands twice among the headings", place, "rename one of the two")
        if headings and not filling:
            hint = f"keys are {', '.join(sorted(self.known))}; or name one: --map '{next(iter(headings))}=text'"
            yield Problem("no heading is a key of the spec", next(iter(headings.values())), hint)

    def unread(self, rows: Rows, used: Iterable[str]) -> Iterator[Note]:
        """The note on columns that fill no key and are `used` in no file's name."""
        named = [(heading, place) for heading, place in rows.headings.items() if heading]
        named += [(heading, place) for place, heading in rows.repeated.items()]
        left = [(heading, place) for heading, place in named if not self.field(heading) and heading not in used]
        left += [(f"column {column} (no heading)", place) for column, place in sorted(rows.unnamed.items())]
        if left:
            count = "1 column is" if len(left) == 1 else f"{len(left)} columns are"
            names = enumerated([heading for heading, _ in left], MOST_NAMED)
            way_out = "to fill a key, " + ("say --map heading=key" if len(left) > len(rows.unnamed) else "name it")
            yield Note("columns", f"{count} not read: {names}; {way_out}", left[0][1])

    def _named(self, heading: str) -> str:
        name = re.sub(r"[\s-]+", "_", heading.strip().lower())
        return name if self._is_known(name) else ""

    def _is_known(self, field: str) -> bool:
        return bool(re.fullmatch(FIELD, field)) and re.split(r"[.\[]", field)[0] in self.known

    def _wrong(self, heading: str, field: str) -> Iterator[Problem]:
        if not self._is_known(field):
            known = f"keys are {', '.join(sorted(self.known))}"
            first = re.split(r"[.\[]", field)[0]
            yield Problem(f"--map {heading}: unknown key `{field}`", hint=nearest_first(first, self.known, known))
