"""A Mermaid timeline or Gantt chart -> a title, and sections of events that know their times and places.

    ---                                          gantt
    title: Three ways forward                        dateFormat YYYY-MM-DD
    ---                                              section Walls
    timeline                                         Plaster :done, p1, 2027-03-01, 20d
        section Go deeper                            Paint   :p2, after p1, 9d
            2027-02 : SQL and statistics
            2027-11 : Analyst : First talk           two events of one time
                    : Mentor                         and a third

Front matter, comments (`%%`), directives (`%%{...}%%`) and lines about looks are passed over, entities (`#35;`)
and `<br>` become what they stand for. A task of a Gantt chart has the day on which it ends.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import unescape
from typing import Literal, NamedTuple

from pipeline.errors import Place, Problem, SpecError, enumerated, nearest, shortened
from pipeline.notes import Note
from pipeline.patterns import Pattern
from pipeline.prose import one_line
from pipeline.reading import dates

EVENTS = "lines are `title ...`, `section ...` or `period : event : event`"
TASKS = "lines are `title ...`, `section ...` or `task :id, 2027-03-01, 20d`"
_MOST_NAMED = 3
_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMENT = Pattern(r"(?:^|(?<=\s))%%.*$")
_REMARK = Pattern(r"#(?!\w+;)")
_CODE = Pattern(r"(?:`{3,}|~{3,}|:{3})\s*\{?(?:mermaid)?\}?", re.IGNORECASE)
_FENCE = Pattern(r"\s*---\s*")
_BREAK = Pattern(r"<br\s*/?>", re.IGNORECASE)
_ENTITY = Pattern(r"&?#(?P<number>\d+|x[0-9a-f]+);|#(?P<name>[a-z]\w*);|&[a-z]\w*;", re.IGNORECASE)
_HEAD = Pattern(r"(timeline|gantt)(?:\s+(?:LR|TD|RL|BT))?;?", re.IGNORECASE)
_KEYWORD = Pattern(r"(title|section)\b[ \t]*(.*)")
_ACCESSIBLE = Pattern(r"acc(?:Title|Descr)\s*:")
_DESCRIPTION = Pattern(r"accDescr\s*\{")
_COLON = Pattern(r"(?<!\S):|:(?=\s|$)")
_SETTING = Pattern(
    r"(dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|inclusiveEndDates|topAxis"
    r"|displayMode|click)\b[ \t]*(.*)"
)
_TAGS = ("active", "done", "crit", "milestone", "vert")
_DURATION = Pattern(r"(\d+(?:\.\d+)?)\s*(ms|[smhdwMy])")
_DAYS = {
    "ms": 1 / 86_400_000, "s": 1 / 86_400, "m": 1 / 1_440, "h": 1 / 24, "d": 1.0, "w": 7.0, "M": 365.2425 / 12,
    "y": 365.2425,
}  # fmt: skip  # of each unit, of months and years on average
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MOST_DAYS = 15_000  # that a task may take, forty years and more
_MOST_TASKS = 400
_KINDS = {"pie": "chart", "xychart": "chart", "flowchart": "steps", "graph": "steps", "journey": "steps"}


class Event(NamedTuple):
    """An event or a task: its words, when it is as it is written (of a task the day of its end), and both places.

    `tags` are those of a task, `done` and `active` among them, `id` is its own name.
    """

    title: str
    when: str
    place: Place
    when_place: Place
    tags: tuple[str, ...] = ()
    id: str = ""


class Section(NamedTuple):
    """A section with its events; those before the first section have one without a name."""

    name: str
    place: Place
    events: tuple[Event, ...]


class Diagram(NamedTuple):
    """What a file holds, with all that is wrong in it, and notes of what is in it and not read."""

    sort: Literal["timeline", "gantt"]
    title: str
    title_place: Place
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


class _Line(NamedTuple):
    """A line that says something, without its comment, and its number."""

    number: int
    text: str

    @property
    def bare(self) -> str:
        return self.text.strip()

    @property
    def column(self) -> int:
        return len(self.text) - len(self.text.lstrip()) + 1


def parse(text: str, path: str) -> Diagram:
    """The diagram in `text`; raises SpecError for a file that is neither a timeline nor a Gantt chart."""
    lines, title = _without_front_matter(text, path)
    if not lines:
        fact = "expected a Mermaid timeline or Gantt chart, found nothing"
        raise SpecError(Problem(fact, Place(path, 1, 1), "its first line is `timeline` or `gantt`"))
    head = lines[0]
    found = _HEAD.fullmatch(head.bare)
    if found is None:
        fact = f"expected `timeline` or `gantt`, found `{shortened(head.bare)}`"
        raise SpecError(Problem(fact, Place(path, head.number, head.column), _way_out(head.bare)))
    if head.bare.endswith(";"):  # then that is how each line ends
        lines = [line._replace(text=line.text.rstrip().removesuffix(";")) for line in lines]
    reader = _Timeline(path, title) if found[1].lower() == "timeline" else _Gantt(path, title)
    reader.take(lines[1:])
    return reader.diagram()


def _way_out(head: str) -> str:
    """What can be done with a file that begins like this."""
    name = re.split(r"[\s:;-]", head, maxsplit=1)[0]
    if kind := _KINDS.get(name.lower().removesuffix("beta")):
        return f"a roadmap reads `timeline` and `gantt`; for what this one shows there is `kind: {kind}`"
    if name in ("title", "section"):
        return "put `timeline` above it"
    if close := nearest(name.lower(), ("timeline", "gantt")):
        return f"the nearest is `{close}`"
    return "of Mermaid's diagrams these two are read; write this one as a timeline: `section ...`, `2027-02 : title`"


def _without_front_matter(text: str, path: str) -> tuple[list[_Line], tuple[str, Place]]:
    """The lines that say something, and the title of the front matter with its place."""
    text = text.removeprefix("\ufeff")
    written = _LINE_END.split(_without_directives(text))
    lines = [_Line(number, _COMMENT.sub("", line)) for number, line in enumerate(written, start=1)]
    lines = _without_code_marks([line for line in lines if line.bare and not _REMARK.match(line.bare)])
    title = "", Place(path, 1, 1)
    if lines and _FENCE.fullmatch(lines[0].text):
        end = next((at for at, line in enumerate(lines[1:], start=1) if _FENCE.fullmatch(line.text)), None)
        if end is None:
            place = Place(path, lines[0].number, 1)
            raise SpecError(Problem("the front matter that begins here does not end", place, "end it with `---`"))
        title = _title(lines[1:end], path) or title
        lines = lines[end + 1 :]
    return lines, title


def _without_code_marks(lines: list[_Line]) -> list[_Line]:
    """The lines of a diagram that was taken out of Markdown with the marks of its block of code."""
    if not lines or not _CODE.fullmatch(lines[0].bare):
        return lines
    end = next((at for at, line in enumerate(lines[1:], start=1) if _CODE.fullmatch(line.bare)), len(lines))
    return lines[1:end] if not lines[end + 1 :] else lines


def _without_directives(text: str) -> str:
    """The text with only the line ends of its `%%{...}%%`."""
    parts, start = [], 0
    while (begin := text.find("%%{", start)) >= 0 and (end := text.find("}%%", begin)) >= 0:
        parts += [text[start:begin], "\n" * len(_LINE_END.findall(text, begin, end))]
        start = end + len("}%%")
    return "".join((*parts, text[start:]))


def _title(lines: Sequence[_Line], path: str) -> tuple[str, Place] | None:
    """The title in a front matter, whose other keys are about looks."""
    from pipeline.source.parsing import parse_value

    at = {line.number: line.text for line in lines}
    text = "\n".join(at.get(number, "") for number in range(1, max(at, default=0) + 1))  # places are those in the file
    root = parse_value(text, path)
    node = root.value.get("title") if root is not None and isinstance(root.value, dict) else None
    return (_plain(node.text), node.place) if node is not None and node.text else None


class _Reader:
    """What is known while the lines go by: the title, the sections, and what is not understood."""

    sort: Literal["timeline", "gantt"]
    hint: str

    def __init__(self, path: str, title: tuple[str, Place]) -> None:
        self.path, self.title = path, title
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self.names: list[tuple[str, Place]] = []
        self.events: list[list[Event]] = []
        self.strange: list[_Line] = []
        self.block: _Line | None = None  # where a description in braces began

    def take(self, lines: Sequence[_Line]) -> None:
        """The lines below the head."""
        for line in lines:
            if self.block is not None:
                self.block = None if "}" in line.bare else self.block
            elif _DESCRIPTION.match(line.bare) or _ACCESSIBLE.match(line.bare):
                self._pass_over(line)
            elif (keyword := _KEYWORD.fullmatch(line.bare)) and not keyword[2].startswith(":"):
                self._take_keyword(keyword[1], _plain(keyword[2]), line)
            else:
                self._take_line(line)
        self._finish()

    def diagram(self) -> Diagram:
        """All of it."""
        if self.block is not None:
            self._wrong(self.block, "the description that begins here does not end", "end it with `}`")
        if self.strange:
            more = len(self.strange) - 1
            also = f", and {more} more {'line' if more == 1 else 'lines'} like it" if more else ""
            self._wrong(
                self.strange[0], f"{self._expected()}, found `{shortened(self.strange[0].bare)}`{also}", self.hint
            )
        if not any(self.events) and not self.problems:
            self.problems.append(Problem("expected events, found none", Place(self.path, 1, 1), self.hint))
        sections = tuple(Section(*named, tuple(events)) for named, events in zip(self.names, self.events, strict=True))
        self.problems.sort(key=lambda problem: problem.place or ())
        return Diagram(self.sort, *self.title, sections, tuple(self.problems), tuple(self.notes))

    def _expected(self) -> str:
        raise NotImplementedError

    def _take_line(self, line: _Line) -> None:
        raise NotImplementedError

    def _finish(self) -> None:
        """Whatever can only be known at the end."""

    def _begin(self, name: str, place: Place) -> None:
        """Another section."""
        if name in [known for known, _ in self.names]:
            self.notes.append(Note("rows", f"several sections are called `{name}`: they are one path", place))
        self.names.append((name, place))
        self.events.append([])

    def _here(self, place: Place) -> list[Event]:
        """The events of the section at hand."""
        if not self.names:
            self._begin("", place)
        return self.events[-1]

    def _pass_over(self, line: _Line) -> None:
        """Words for those who cannot see Mermaid's picture: ours has its own."""
        self.block = line if _DESCRIPTION.match(line.bare) and "}" not in line.bare else None
        if not any(note.about == "text" for note in self.notes):
            fact = "`accTitle` and `accDescr` are not read: `alt` in the spec says what the picture shows"
            self.notes.append(Note("text", fact, self._place(line)))

    def _take_keyword(self, keyword: str, text: str, line: _Line) -> None:
        if not text:
            self._wrong(line, f"expected text behind `{keyword}`, found none", "write it, or remove the line")
        elif keyword == "title":
            if self.title[0] not in ("", text):
                fact = f"the title “{self.title[0]}” is not shown: there is another below it"
                self.notes.append(Note("text", fact, self.title[1]))
            self.title = text, self._place(line)
        else:
            self._begin(text, self._place(line))

    def _place(self, line: _Line, column: int = 0) -> Place:
        return Place(self.path, line.number, column or line.column)

    def _wrong(self, line: _Line, fact: str, hint: str) -> None:
        self.problems.append(Problem(fact, self._place(line), hint))


class _Timeline(_Reader):
    sort = "timeline"
    hint = EVENTS

    def __init__(self, path: str, title: tuple[str, Place]) -> None:
        super().__init__(path, title)
        self.period: tuple[str, Place] | None = None

    def _expected(self) -> str:
        return "expected a period and its events"

    def _begin(self, name: str, place: Place) -> None:
        super()._begin(name, place)
        self.period = None

    def _take_line(self, line: _Line) -> None:
        """A period and its events; without a period they belong to the one above."""
        cells = _cells(line.text)
        if len(cells) < 2:
            self.strange.append(line)
            return
        column, period = cells[0]
        events = self._here(self._place(line))
        if period:
            self.period = period, self._place(line, column)
        if self.period is None:
            self._wrong(line, "expected a period before the first event, found none", self.hint)
            return
        titles = [(at, title) for at, title in cells[1:] if title]
        if not titles:
            self._wrong(line, f"expected events behind `{self.period[0]}`, found none", self.hint)
        when, when_place = self.period
        events += [Event(title, when, self._place(line, at), when_place) for at, title in titles]


class _Task(NamedTuple):
    """A task before its days are known: what it says of its start and its end, and the task before it."""

    line: _Line
    section: int
    title: str
    tags: tuple[str, ...]
    id: str
    start: str
    end: str
    before: int | None


class _Gantt(_Reader):
    sort = "gantt"
    hint = TASKS

    def __init__(self, path: str, title: tuple[str, Place]) -> None:
        super().__init__(path, title)
        self.tasks: list[_Task] = []
        self.order: dates.Order | None = None
        self.listed: dict[str, list[tuple[str, _Line]]] = {"excludes": [], "includes": []}
        self.weekdays: set[int] = set()  # that are excluded
        self.days: dict[str, set[date]] = {"excludes": set(), "includes": set()}
        self.weekend = (5, 6)
        self.is_dated = True  # whether `dateFormat`, if it is there, has days and years
        self.ends_late = False  # whether a day that ends a task is its last one

    def _expected(self) -> str:
        return "expected a task and its days"

    def _take_line(self, line: _Line) -> None:
        line = line._replace(text=line.text.rstrip().removesuffix(";"))
        if (setting := _SETTING.match(line.bare)) and ":" not in line.bare.partition(" ")[0]:
            self._take_setting(setting[1], setting[2].strip(), line)
            return
        name, colon, written = line.bare.partition(":")
        if not colon or not name.strip():
            self.strange.append(line)
            return
        self._here(self._place(line))
        parts = [part.strip() for part in written.split(",")]
        tags = []
        while parts and parts[0] in _TAGS:
            tags.append(parts.pop(0))
        own, start, end = ["", "", "", *parts][-3:] if len(parts) < 3 else parts[:3]
        if len(parts) > 3:
            fact = f"expected an id, a start and an end at most, found `{shortened(', '.join(parts))}`"
            self._wrong(line, fact, self.hint)
            return
        if " " in own or ":" in own:
            fact = f"expected an id, a word of its own, found `{shortened(own)}`"
            self._wrong(line, fact, "a title has no colon in it: write `#58;`")
        before = len(self.tasks) - 1 if self.tasks else None
        if len(self.tasks) == _MOST_TASKS:
            fact = f"expected at most {_MOST_TASKS:,} tasks, found more"
            raise SpecError(Problem(fact, self._place(line), "put some of them together"))
        self.tasks.append(_Task(line, len(self.names) - 1, _plain(name), tuple(tags), own, start, end, before))

    def _take_setting(self, name: str, text: str, line: _Line) -> None:
        if name == "dateFormat":
            letters = [letter for letter in "YMD" if letter in text]
            self.is_dated = "D" in letters and "Y" in letters
            if not self.is_dated:
                self._wrong(
                    line, f"expected days with years, found the format `{text}`", "write `dateFormat YYYY-MM-DD`"
                )
            order = "".join(sorted(letters, key=text.index)).lower()
            self.order = order if order in ("dmy", "mdy", "ymd") else None  # type: ignore[assignment]  # one of those
        elif name in self.listed:
            self.listed[name] += [(each, line) for each in re.split(r"[\s,]+", text.casefold()) if each]
        elif name == "inclusiveEndDates":
            self.ends_late = True
        elif name == "weekend" and text.casefold() == "friday":
            self.weekend = (4, 5)

    def _finish(self) -> None:
        """The days of all tasks, wherever they begin; of a format that is none of days nothing follows."""
        if self.problems and not self.is_dated:
            return
        for name, listed in self.listed.items():
            for written, line in listed:
                self._take_off(name, written, line)
        days: dict[int, tuple[date, date] | None] = {}
        ids = {task.id: index for index, task in enumerate(self.tasks) if task.id}
        needed = [self._needed(task, ids) for task in self.tasks]
        waiting = [len(each) for each in needed]
        following: list[list[int]] = [[] for _ in self.tasks]
        for index, each in enumerate(needed):
            for before in each:
                following[before].append(index)
        ready = [index for index, count in enumerate(waiting) if not count]
        for index in ready:
            days[index] = self._days(self.tasks[index], ids, days)
            for after in following[index]:
                waiting[after] -= 1
                if not waiting[after]:
                    ready.append(after)
        if in_circle := next((task for index, task in enumerate(self.tasks) if index not in days), None):
            self._wrong(in_circle.line, "expected tasks one after another, found a circle", "give one of them a day")
        for index, task in enumerate(self.tasks):
            if found := days.get(index):
                start, end = found
                day = start if {"milestone", "vert"} & set(task.tags) else self._before_excluded(task, end)
                place = self._place(task.line)
                self.events[task.section].append(Event(task.title, day.isoformat(), place, place, task.tags, task.id))
        self._note_unread()

    def _take_off(self, name: str, written: str, line: _Line) -> None:
        """One of the days that are excluded, or included all the same."""
        if name == "excludes" and written in (*_WEEKDAYS, "weekends"):
            self.weekdays |= {*self.weekend} if written == "weekends" else {_WEEKDAYS.index(written)}
            return
        try:
            found = dates.parse(written, self.order)
        except dates.DateError:
            found = None
        if found is None or found.start != found.end:
            known = ", `weekends` or a weekday" if name == "excludes" else ""
            self._wrong(line, f"expected a day{known} behind `{name}`, found `{shortened(written)}`", "put it right")
        else:
            self.days[name].add(found.start)

    def _note_unread(self) -> None:
        """What of the tasks has no place among events."""
        long = [task for task in self.tasks if not {"milestone", "vert"} & set(task.tags)]
        if long:
            fact = "each task stands on the day it ends; when it begins is not shown"
            self.notes.append(Note("values", fact, self._place(long[0].line)))
        if critical := [task for task in self.tasks if "crit" in task.tags]:
            names = enumerated([task.title for task in critical], _MOST_NAMED)
            self.notes.append(Note("values", f"`crit` is not shown: {names}", self._place(critical[0].line)))

    def _needed(self, task: _Task, ids: dict[str, int]) -> set[int]:
        """The tasks whose days a task waits for."""
        needed = {ids[name] for name in (*_names(task.start, "after"), *_names(task.end, "until")) if name in ids}
        return needed | {task.before} if not task.start and task.before is not None else needed

    def _days(
        self, task: _Task, ids: dict[str, int], days: dict[int, tuple[date, date] | None]
    ) -> tuple[date, date] | None:
        """The first day of a task and that of its end; None, with a problem, where they cannot be told."""
        start = self._start(task, ids, days)
        if start is None:
            return None
        if names := list(_names(task.end, "until")):
            found = self._of_others(task, names, ids, days)
            return (start, min(first for first, _ in found)) if found else None
        if duration := _DURATION.fullmatch(task.end):
            end = self._after(start, duration[1], duration[2])
            if end and (end - start).days < _MOST_DAYS:
                return start, end
            self._wrong(task.line, f"expected a task of at most {_MOST_DAYS:,} days, found `{task.end}`", "shorten it")
            return None
        day = self._day(task, task.end)
        if day and day < start:
            self._wrong(task.line, f"this task ends on {day}, before it begins on {start}", "exchange the two")
            return None
        return (start, day + timedelta(days=self.ends_late)) if day else None

    def _start(self, task: _Task, ids: dict[str, int], days: dict[int, tuple[date, date] | None]) -> date | None:
        if names := list(_names(task.start, "after")):
            found = self._of_others(task, names, ids, days)
            return max(last for _, last in found) if found else None
        if task.start:
            return self._day(task, task.start)
        if task.before is not None:
            before = days[task.before]
            return before[1] if before else None
        if _DURATION.fullmatch(task.end):
            self._wrong(task.line, "expected the day on which the first task begins, found none", self.hint)
            return None
        return self._day(task, task.end)

    def _of_others(
        self, task: _Task, names: Sequence[str], ids: dict[str, int], days: dict[int, tuple[date, date] | None]
    ) -> list[tuple[date, date]]:
        """The days of the tasks of these names; none where one of them has none, which is said once."""
        for name in names:
            if name not in ids:
                self._wrong(task.line, f"there is no task `{name}`", "give that task this id")
                return []
        found = [days[ids[name]] for name in names]
        return [each for each in found if each] if all(found) else []

    def _day(self, task: _Task, written: str) -> date | None:
        try:
            found = dates.parse(written, self.order)
        except dates.NoDateError:
            found = None
        except dates.DateError as error:
            hint = "write `dateFormat DD/MM/YYYY` or `dateFormat MM/DD/YYYY`" if error.is_ambiguous else error.hint
            self._wrong(task.line, str(error), hint)
            return None
        if found is None:
            self._wrong(task.line, f"expected a day or a duration such as 20d, found `{shortened(written)}`", self.hint)
            return None
        return found.end

    def _after(self, start: date, written: str, unit: str) -> date | None:
        """The day so long after another, which days that are excluded put off; None for longer than a task takes."""
        count = float(written)
        if count * _DAYS[unit] > _MOST_DAYS:
            return None
        if unit in ("M", "y"):
            months = start.month - 1 + int(count * (12 if unit == "y" else 1))
            year, month = start.year + months // 12, months % 12 + 1
            end = date(year, month, min(start.day, monthrange(year, month)[1]))
        else:
            end = start + timedelta(days=int(count * _DAYS[unit] + 1e-9))
        day = start
        while (self.weekdays or self.days["excludes"]) and day <= end and (end - start).days < _MOST_DAYS:
            end += timedelta(days=self._is_excluded(day))
            day += timedelta(days=1)
        return end

    def _before_excluded(self, task: _Task, end: date) -> date:
        """The day a task ends on: what follows it begins behind the days that are excluded, and behind its last one."""
        if not _DURATION.fullmatch(task.end):
            return end - timedelta(days=self.ends_late and not task.end.startswith("until "))
        while self._is_excluded(end - timedelta(days=1)):
            end -= timedelta(days=1)
        return end

    def _is_excluded(self, day: date) -> bool:
        is_off = day.weekday() in self.weekdays or day in self.days["excludes"]
        return is_off and day not in self.days["includes"]


def _names(written: str, word: str) -> Iterator[str]:
    """The tasks that `after a b` names."""
    first, *names = written.split() or [""]
    if first == word:
        yield from names


def _cells(written: str) -> list[tuple[int, str]]:
    """The parts between colons, each with the column in which it begins; a colon in a word (`9:30`) parts nothing."""
    cells = []
    start = 0
    for mark in [*_COLON.finditer(written), None]:
        part = written[start : mark.start()] if mark else written[start:]
        cells.append((start + len(part) - len(part.lstrip()) + 1, _plain(part)))
        start = mark.end() if mark else start
    return cells


def _plain(text: str) -> str:
    """The text with its entities and breaks as what they stand for, on one line."""
    return one_line(_ENTITY.sub(_character, _BREAK.sub(" ", text)))


def _character(found: re.Match[str]) -> str:
    """The character of an entity: Mermaid's own begin with `#`; unknown ones stay as they are."""
    number, name = found["number"], found["name"]
    written = f"&#{number};" if number else f"&{name};" if name else found[0]
    known = unescape(written)
    return found[0] if known == written else known
