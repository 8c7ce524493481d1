"""A table, or mappings in the spec -> applications, and every mistake in them at once.

    gathered = read(text, "applications.csv", spec)       a data file
    gathered = read_rows(spec)                            rows in the spec

What cannot be counted is left out and named (`Gathered.left_out`): what was never sent, and rows without a company and
a role, or without a stage and a day. What cannot be understood is a Problem, never a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

from pipeline.errors import Problem, SpecError, enumerated, nearest_first, shortened
from pipeline.kinds.applications_dashboard import stages
from pipeline.kinds.applications_dashboard.anonymous import anonymized
from pipeline.kinds.applications_dashboard.columns import COLUMNS, DAYS, STAGE_DAYS, are_headings, positions
from pipeline.kinds.applications_dashboard.model import RUNGS, Application, Gathered, LeftOut, Reason, Rung, Stage
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard
from pipeline.notes import Note
from pipeline.patterns import Pattern
from pipeline.prose import counted, one_line, plain
from pipeline.reading import dates
from pipeline.reading.answers import is_yes
from pipeline.reading.complaints import at_most
from pipeline.reading.tables import Row, Table, parse
from pipeline.words import vocabulary

MadeUp: TypeAlias = tuple[str, str]
MADE_UP: MadeUp = ("Company", "Role")
MAX_TEXT = 200
ENDS: tuple[Stage, ...] = ("rejected", "withdrawn")
_TEXTS = ("company", "role", "next_step", "source", "location")
_ERRORS = Pattern(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|ERROR!)|Err:\d{3}")
ANSWERS, TALKS = ("screening", "interview", "offer", "rejected"), ("screening", "interview")
_PLAIN = Pattern(r"[^\W\d][\w ]*")  # what YAML reads as text without quotation marks
_SERIAL = Pattern(r"[3-7]\d{4}(?:\.\d+)?")
_T = TypeVar("_T")
_Days: TypeAlias = Mapping[str, date | None]  # of each column of days
YEARS = range(1990, 2101)  # a year beyond is a slip of the hand


def read(text: str, path: str, spec: ApplicationsDashboard, made_up: MadeUp = MADE_UP) -> Gathered:
    """The applications of a data file; its name tells the format. Raises SpecError with every mistake in it.

    `made_up` is what made-up names begin with, in the picture's language: of companies, of roles.
    """
    table = parse(text, path, lambda cells: are_headings(cells, spec.columns))
    return _gathered(table, spec, made_up, "")


def read_rows(spec: ApplicationsDashboard, made_up: MadeUp = MADE_UP) -> Gathered:
    """The applications that the spec itself holds; problems name its key. Raises SpecError with all."""
    rows = spec.applications
    headings = tuple(dict.fromkeys(name for row in rows for name in row))
    cells = [tuple("" if row.get(name) is None else str(row.get(name)).strip() for name in headings) for row in rows]
    table = Table("", headings, tuple(Row(number, each) for number, each in enumerate(cells, start=1)))
    return _gathered(table, spec, made_up, "applications") if rows else Gathered(as_of=_as_of(spec, [], []))


def _gathered(table: Table, spec: ApplicationsDashboard, made_up: MadeUp, field: str) -> Gathered:
    reading = _Reading(table, spec, field)
    taken = [each for row in table.rows if (each := reading.take(row)) is not None]
    reading.end()
    as_of = _as_of(spec, reading.newest, reading.problems)
    if reading.problems:
        raise SpecError(*at_most(reading.problems))
    settled = [_settled(each, reading.days[each.row], as_of) for each in taken]
    left_out = tuple(reading.left_out)
    if spec.anonymize != "none":
        left_out = tuple(each._replace(name="") for each in left_out)
    named = anonymized(settled, spec.anonymize, *made_up)
    return Gathered(named, left_out, as_of, (*table.notes, *reading.notes()), reading.tells_stages)


class _Reading:
    """What is known while the rows go by: where columns stand, what is wrong, what was left out."""

    def __init__(self, table: Table, spec: ApplicationsDashboard, field: str) -> None:
        self.table, self.spec, self.field = table, spec, field
        self.problems = list(table.problems)
        self.left_out: list[LeftOut] = []
        self.newest: list[date] = []
        self.days: dict[int, _Days] = {}
        self.unknown: dict[tuple[str, str], list[Row]] = {}
        self.ambiguous: dict[str, list[tuple[Row, dates.DateError]]] = {}
        self.stages = stages.own_words(spec.stages)
        if isinstance(spec.stages, Mapping):
            self._check_stages(spec.stages)
        self.at, self.more, self.unread = positions(table, spec.columns, field, self.problems)
        self.serials: list[Row] = []
        self.early: list[tuple[Row, str]] = []  # days of a stage before that of applying
        self.is_funnel = "screening" in self.at and "interview" in self.at

    def take(self, row: Row) -> Application | None:
        """The application of a row, or None if it is left out or wrong."""
        texts = {name: self._text(row, name) for name in _TEXTS}
        if not self._cell(row, "company") and not self._cell(row, "role"):
            self._leave_out(row, texts, "unnamed")
            return None
        written = self._cell(row, "stage")
        is_bare = not written and (not texts["role"] or texts["role"].isdecimal())
        if is_bare and plain(texts["company"]) in vocabulary("reading")["totals"]:
            self._leave_out(row, texts, "total")
            return None
        meaning = self._understood(row, "stage", stages.meaning)
        if meaning and meaning.stage is None:
            self._leave_out(row, texts, "not_sent")
            return None
        days = {name: self._day(row, name) for name in DAYS}
        if days["next_date"] is None and (day := self._day_of(row, "next_step", texts["next_step"])):
            texts["next_step"], days["next_date"] = "", day  # a column "Follow up" may hold days
        reached: Rung | None = self._understood(row, "reached", stages.rung)
        was_there = {name for name in STAGE_DAYS if days[name] or any(map(is_yes, self._cells(row, name)))}
        if not written:
            if not days["applied"] and not was_there:
                self._leave_out(row, texts, "nowhere")
                return None
            latest = (end for end in ("withdrawn", "rejected", "offer", "interview", "screening") if end in was_there)
            meaning = stages.meant(next(latest, "applied"))  # where it came last
        if meaning is None:
            return None
        return self._application(row, texts, days, meaning._replace(reached=reached or meaning.reached), was_there)

    @property
    def tells_stages(self) -> bool:
        """Whether a column tells how far applications came."""
        return any(column in self.at for column in ("stage", "reached", *STAGE_DAYS))

    def notes(self) -> Iterator[Note]:
        """What was met and is not used, or was read in one of several ways."""
        table, is_file = self.table, not self.field
        if is_file:
            yield from table.unread(sorted(self.unread, key=lambda at: not self._looks_telling(at)))
        if table.rows and not self.tells_stages:
            fact = "no column tells how far the applications came: all count as sent; `columns: {stage: ...}` names one"
            yield Note("columns", fact, table.heading_place(0) if is_file else None, self.field)
        if self.serials:
            rows = list(dict.fromkeys(row.number for row in self.serials))
            fact = f"numbers are read as dates, as spreadsheets count them: in {self._where(rows)}"
            yield Note("values", fact, table.place(self.serials[0], 0) if is_file else None, self.field)
        if self.early:
            row, name = self.early[0]
            more = f", and {counted(len(self.early) - 1, 'more day')} like it" if len(self.early) > 1 else ""
            fact = f"{self._cell(row, name)} ({name}) is before the day of applying, and no time to a reply{more}"
            yield Note("values", fact, None if self.field else table.place(row, self.at[name]), self.field)
        yield from self._two_orders()
        yield from self._twice()

    def _where(self, rows: Sequence[int]) -> str:
        """Rows by their numbers: `line 2`, `rows 2 and 3`."""
        unit = "row" if self.field else "line"
        return f"{unit} {rows[0]}" if len(rows) == 1 else f"{unit}s {_listed(rows)}"

    def _two_orders(self) -> Iterator[Note]:
        """That some dates can only be day first, and others only month first: one sort may be a slip."""
        if self.spec.date_format:
            return
        found: dict[dates.Order, tuple[Row, int, str]] = {}
        for row in self.table.rows:
            for column in DAYS:
                if order := dates.order_of(written := self._cell(row, column)):
                    found.setdefault(order, (row, self.at[column], written))
        if len(found) > 1:
            (_, _, first), (row, at, other) = found.values()
            fact = f"{other} and {first} have day and month in different orders: both are read"
            yield Note("values", fact, None if self.field else self.table.place(row, at), self.field)

    def _twice(self) -> Iterator[Note]:
        """That rows are there twice, with all their cells."""
        first: dict[tuple[str, ...], Row] = {}
        again = [row for row in self.table.rows if first.setdefault(row.cells, row) is not row]
        if again:
            fact = f"{self._where([row.number for row in again])} is there before, word for word: each counts"
            fact = fact.replace(" is there", " are there") if len(again) > 1 else fact
            yield Note("values", fact, None if self.field else self.table.place(again[0], 0), self.field)

    def _looks_telling(self, at: int) -> bool:
        """Whether an unread column holds days, or is called like a stage."""
        if stages.usual(plain(self.table.headings[at])):
            return True
        cell = next((row.cells[at] for row in self.table.rows if row.cells[at]), "")
        try:
            return dates.parse(cell) is not None
        except dates.DateError as error:
            return error.is_ambiguous

    def end(self) -> None:
        """Report once what many rows have."""
        if self.field:
            self.problems += [self._unknown_key(at) for at in self.unread]
        for (column, word), rows in self.unknown.items():
            self._report_unknown(column, word, rows)
        for column, ((row, error), *rest) in self.ambiguous.items():
            more = f", and {counted(len(rest), 'more date')} like it" if rest else ""
            self._report(row, column, f"{error}{more}", error.hint + self._evidence())

    def _application(
        self, row: Row, texts: Mapping[str, str], days: _Days, meaning: stages.Meaning, was_there: set[str]
    ) -> Application | None:
        stage = meaning.stage or "applied"
        rungs = [rung for rung in RUNGS if rung in (meaning.reached, stage) or rung in was_there]
        reached: Rung = rungs[-1] if rungs else "applied"
        is_known = stage in RUNGS or self.is_funnel or len(rungs) > 0
        if meaning.is_silent:
            stage = reached  # it stands where the silence began
        applied, updated = days["applied"], days["updated"]
        if applied and updated and updated < applied:
            self._report(row, "updated", f"{updated} is before the day of applying, {applied}", "change one of the two")
            return None
        self.early += [(row, name) for name in STAGE_DAYS if applied and (day := days[name]) and day < applied]
        if closed := [end for end in ENDS if end in was_there and stage in RUNGS]:
            stage, is_known = closed[0], True  # the column of stages then tells how far it came
        self.days[row.number] = days
        self.newest += [day for day in (applied, updated, *map(days.get, STAGE_DAYS)) if day]
        return Application(
            **texts,
            stage=stage,
            reached=reached,
            applied=applied,
            updated=updated,
            next_date=days["next_date"],
            row=row.number,
            replied=None,
            reached_is_known=is_known,
            is_silent=meaning.is_silent and stage in RUNGS,
            is_hired=meaning.is_hired and stage in RUNGS,
        )

    def _cell(self, row: Row, column: str) -> str:
        at = self.at.get(column)
        return row.cells[at] if at is not None and not _is_nothing(row.cells[at]) else ""

    def _text(self, row: Row, column: str) -> str:
        text = one_line(self._cell(row, column))
        if self._is_formula(row, column, text):
            return ""
        if len(text) > MAX_TEXT:
            self._report(row, column, f"expected at most {MAX_TEXT} characters, found {len(text)}", "shorten it")
        return text

    def _is_formula(self, row: Row, column: str, text: str) -> bool:
        """Whether a cell holds a formula, or the error of one; then it is reported."""
        if text.startswith("=") and len(text) > 1:
            self._report(row, column, f"found the formula {shortened(text, 30)}", "export the table with values")
            return True
        if text[:1] in ("#", "E") and _ERRORS.fullmatch(text):
            self._report(row, column, f"found the error {text} of a formula", "put it right and export the table again")
            return True
        return False

    def _understood(self, row: Row, column: str, read: Callable[[str, Mapping[str, str]], _T | None]) -> _T | None:
        """What a stage in a column means, or None where nothing is written; what nobody knows is reported later."""
        written = self._cell(row, column)
        if not written or self._is_formula(row, column, written):
            return None
        understood = read(written, self.stages)
        if understood is None:
            self.unknown.setdefault((column, plain(written)), []).append(row)
        return understood

    def _day(self, row: Row, column: str) -> date | None:
        """The earliest day that a row has in a column, and in further ones of the same stage."""
        if column not in self.at:
            return None
        days = []
        for written in self._cells(row, column):
            is_answer = column in STAGE_DAYS and is_yes(written) is not None
            if is_answer or self._is_formula(row, column, written):
                continue
            serial = dates.of_serial(float(written)) if _SERIAL.fullmatch(written) else None
            if serial:
                self.serials.append(row)
            days.append(serial.start if serial else self._day_of(row, column, written))
        return min(filter(None, days), default=None)

    def _day_of(self, row: Row, column: str, written: str) -> date | None:
        """The day that is written; that of a date of several readings is reported later, as its file may tell which."""
        try:
            return _only_day(written, self.spec.date_format)
        except dates.DateError as error:
            hint = error.hint
            if error.is_ambiguous:
                self.ambiguous.setdefault(column, []).append((row, error))
            elif column in DAYS:  # a next step may be anything
                if column in STAGE_DAYS:
                    hint += f", or `yes`; if the column is about something else: `columns: {{{column}: ''}}`"
                self._report(row, column, str(error), hint)
            return None

    def _cells(self, row: Row, column: str) -> list[str]:
        """What a row has in a column, and in further ones of the same stage."""
        at = [self.at[column], *self.more.get(column, ())] if column in self.at else []
        return [row.cells[index] for index in at if not _is_nothing(row.cells[index])]

    def _leave_out(self, row: Row, texts: Mapping[str, str], reason: Reason) -> None:
        self.left_out.append(LeftOut(row.number, texts["company"] or texts["role"], reason))

    def _report(self, row: Row, column: str, fact: str, hint: str) -> None:
        at = self.at[column]
        if self.field:
            self.problems.append(Problem(fact, hint=hint, field=self._key(row, at)))
        else:
            self.problems.append(Problem(f"{column}: {fact}", self.table.place(row, at), hint))

    def _key(self, row: Row, at: int) -> str:
        """The key of the spec that holds a cell."""
        return f"{self.field}[{row.number - 1}].{self.table.headings[at]}"

    def _report_unknown(self, column: str, word: str, rows: Sequence[Row]) -> None:
        """An unknown stage, once for all rows that have it: what it means, only the author knows."""
        import json  # only a mistake pays for this import

        written = self._cell(rows[0], column)
        where = f" in the rows {_listed([row.number for row in rows])}" if len(rows) > 1 else ""
        word = written if _PLAIN.fullmatch(written) else json.dumps(" ".join(written.split()), ensure_ascii=False)
        hint, known = f"say what it means: `stages: {{{word}: ...}}`", stages.MEANT
        if not isinstance(self.spec.stages, Mapping):
            hint = f"say what it means: `words: [{word}]` under its stage"
        if column == "reached":
            hint, known = "name the furthest open stage", RUNGS
        fact = f"unknown stage `{shortened(written)}`{where}"
        self._report(rows[0], column, fact, f"{hint}; stages are {', '.join(known)}")

    def _unknown_key(self, at: int) -> Problem:
        """A key in the spec that is no column: a file may have columns for other readers, a spec has none."""
        row = next((row for row in self.table.rows if row.cells[at]), self.table.rows[0])
        name = plain(self.table.headings[at]).replace(" ", "_")
        hint = nearest_first(name, COLUMNS, f"keys are {', '.join(COLUMNS)}")
        return Problem("unknown key", hint=hint, field=self._key(row, at))

    def _evidence(self) -> str:
        """Which order the table's other dates have, where they tell."""
        for row in self.table.rows:
            for column in DAYS:
                if order := dates.order_of(written := self._cell(row, column)):
                    where = f"row {row.number}" if self.field else f"line {row.number}"
                    return f"; {written} in {where} can only be {order}"
        return ""

    def _check_stages(self, chosen: Mapping[str, str]) -> None:
        """The author's own words have to stand for something that is known."""
        for word, meant in chosen.items():
            if stages.meant(meant) is None:
                known = f"stages are {', '.join(stages.MEANT)}, and `rejected after interview`"
                hint = nearest_first(meant, stages.MEANT, known)
                self.problems.append(Problem(f"unknown stage `{meant}`", hint=hint, field=f"stages.{word}"))


def _is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing in it: empty, dashes, "n/a"."""
    return not text.strip(" -–—") or text.casefold() == "n/a"


def _only_day(written: str, order: dates.Order | None) -> date | None:
    """The day, of several the first; raises DateError for a time that is not told to the day."""
    when = dates.parse(written, order)
    if when is None:
        return None
    if when.grain not in ("day", "moment"):
        raise dates.DateError(f"expected a day, found the {when.grain} {shortened(written)}")
    if when.start.year not in YEARS:
        raise dates.DateError(f"{shortened(written)}: the year is not between {YEARS[0]} and {YEARS[-1]}")
    return when.start


def _settled(each: Application, days: _Days, as_of: date | None) -> Application:
    """The application with what its days per stage tell, once it is known which of them lie behind.

    The newest behind is its update, if the row names none; the next talk ahead its next date, likewise.
    """
    today = as_of or date.max
    behind = {name: day for name in STAGE_DAYS if (day := days[name]) and day <= today}
    replied = min((behind[name] for name in ANSWERS if name in behind), default=None)
    if replied is None and each.stage == "rejected" and each.reached == "applied":
        replied = each.updated
    updated = each.updated or max(behind.values(), default=None)
    next_date = each.next_date
    if next_date is None and each.is_open:
        next_date = min((day for name in TALKS if (day := days[name]) and day > today), default=None)
    return each._replace(replied=replied, updated=updated, next_date=next_date)


def _as_of(spec: ApplicationsDashboard, newest: Sequence[date], problems: list[Problem]) -> date | None:
    """The day that is chosen, else the newest on which something happened; next steps lie ahead and do not count."""
    if not spec.as_of:
        return max(newest, default=None)
    try:
        return _only_day(spec.as_of, spec.date_format)
    except dates.DateError as error:
        problems.append(Problem(str(error), hint=error.hint, field="as_of"))
        return None


def _listed(numbers: Sequence[int], most: int = 8) -> str:
    names = [str(number) for number in numbers]
    if 1 < len(names) <= most:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return enumerated(names, most)
