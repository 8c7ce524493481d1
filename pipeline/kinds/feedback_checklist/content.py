"""What a checklist says, apart from how it looks: groups of points, what is counted, what matters most."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline import days
from pipeline.kinds.feedback_checklist.spec import Entry, FeedbackChecklist, Group, State
from pipeline.kinds.feedback_checklist.words import Words, words
from pipeline.typography import is_right_to_left, markup

ORDER: tuple[State, ...] = ("done", "partial", "doing", "todo")  # round the ring; what does not apply is not on it
_STATE_RANK = {"doing": 0, "partial": 1, "todo": 1, "done": 3, "na": 4}
_PRIORITY_RANK = {"high": 0, "medium": 1, "low": 2, None: 2}


class Point(NamedTuple):
    """One item: `place` counts through all groups, `number` stands before its text, `field` names it in errors."""

    place: int
    text: str
    state: State
    note: str
    priority: str | None
    day: str
    number: str
    field: str

    @property
    def rank(self) -> tuple[int, int, int]:
        """The lower, the sooner it is kept where not all fit: what is in progress, then what matters most."""
        return _STATE_RANK[self.state], _PRIORITY_RANK[self.priority], self.place


class Tally(NamedTuple):
    """How many items are in each state."""

    done: int = 0
    doing: int = 0
    todo: int = 0
    partial: int = 0
    na: int = 0

    @property
    def all(self) -> int:
        """Those that count: all but the ones that do not apply."""
        return self.done + self.doing + self.todo + self.partial

    @property
    def percent(self) -> int:
        """Of items done, rounded, but 0 and 100 only where none and all are."""
        if self.done in (0, self.all):
            return 100 if self.done else 0
        return min(99, max(1, round(100 * self.done / self.all)))


class Section(NamedTuple):
    """A group: all of it is tallied, `points` are those to show. Without a title it has no header."""

    title: str
    quote: str
    points: tuple[Point, ...]
    tally: Tally
    place: int
    field: str


class Content(NamedTuple):
    """A whole checklist."""

    sections: tuple[Section, ...]
    tally: Tally
    words: Words
    hidden: int  # done items that are counted only

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for section in self.sections for point in section.points)


def content(spec: FeedbackChecklist) -> Content:
    """What the spec says, with states counted, dates written out and items numbered."""
    language = words(spec.lang, spec.labels)
    groups = spec.groups or ((Group(title="-", items=spec.items),) if spec.items else ())
    entries = [[_entry(item) for item in group.items] for group in groups]
    dates = [text for items in entries for item in items for text in (item.due, item.done_on)]
    with_year = len(days.years(dates)) > 1
    sections, place = [], 0
    for index, (group, items) in enumerate(zip(groups, entries, strict=True)):
        points = []
        for at, entry in enumerate(items):
            number = {"none": "", "all": f"{place + 1}.", "group": f"{at + 1}."}[spec.numbering]
            field = "data" if spec.data else f"groups[{index}].items[{at}]" if spec.groups else f"items[{at}]"
            points.append(_point(entry, place, number, field, spec.lang, with_year))
            place += 1
        shown = tuple(point for point in points if spec.show_done != "hide" or point.state != "done")
        title, quote = (_one_line(group.title), _one_line(group.quote)) if spec.groups else ("", "")
        sections.append(
            Section(title, quote, shown, _tally(points), index, "data" if spec.data else f"groups[{index}]")
        )
    total = Tally(*(sum(counts) for counts in zip(*(section.tally for section in sections), strict=True)))
    return Content(tuple(sections), total, language, total.done if spec.show_done == "hide" else 0)


def is_mirrored(spec: FeedbackChecklist) -> bool:
    """Whether the layout runs from right to left: as `direction` says, or as the first of its texts does."""
    texts = (spec.title, spec.eyebrow, *(group.title for group in spec.groups), *map(_text, spec.items[:1]))
    first = next((text for text in texts if text.strip()), "")
    return spec.direction == "rtl" or (spec.direction == "auto" and is_right_to_left(markup.plain(first)))


def _entry(item: str | Entry) -> Entry:
    return Entry(text=item) if isinstance(item, str) else item


def _text(item: str | Entry) -> str:
    return item if isinstance(item, str) else item.text


def _point(entry: Entry, place: int, number: str, field: str, lang: str, with_year: bool) -> Point:
    is_open = entry.state in ("doing", "todo", "partial")
    written = entry.done_on if entry.state == "done" else entry.due or entry.done_on
    return Point(
        place,
        _one_line(entry.text),
        entry.state,
        _one_line(entry.note),
        entry.priority if is_open else None,
        days.written(written, lang, with_year=with_year) if entry.state != "na" else "",
        number,
        field,
    )


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def _tally(points: list[Point]) -> Tally:
    states = [point.state for point in points]
    return Tally(*(states.count(state) for state in Tally._fields))  # type: ignore[arg-type]
