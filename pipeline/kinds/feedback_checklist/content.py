"""What a checklist says, apart from how it looks: groups of points, what is counted, what matters most.

the spec's own items --+
                       +--> Group, Item --> counted, numbered, dates written out --> Content
a file beside it ------+
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError
from pipeline.kinds.feedback_checklist import days
from pipeline.kinds.feedback_checklist.listing import NO_TEXT, Group, Item, Listing, on_one_line
from pipeline.kinds.feedback_checklist.spec import (
    MARKDOWN,
    MAX_TITLE,
    ColumnCount,
    Columns,
    Entry,
    FeedbackChecklist,
    Overflow,
    Summary,
)
from pipeline.kinds.feedback_checklist.states import STATES, Priority, State, boxed
from pipeline.kinds.feedback_checklist.words import Said, Shown
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.typography import markup
from pipeline.words import Words, words

ORDER: tuple[State, ...] = ("done", "partial", "doing", "todo")  # round the ring; what does not apply is not on it
_STATE_RANK = {"doing": 0, "partial": 1, "todo": 1, "done": 3, "na": 4}
_PRIORITY_RANK = {"high": 0, "medium": 1, "low": 2, None: 2}


class Point(NamedTuple):
    """One item: `at` counts through all groups, `number` stands before its text, `field` is the item's.

    `priority` and `day` are words; `level` is how much it matters.
    """

    at: int
    text: Leaf
    state: State
    note: Leaf
    level: Priority | None
    priority: Leaf
    day: Leaf
    number: str
    field: str

    @property
    def rank(self) -> tuple[int, int, int]:
        """The lower, the sooner it is kept where not all fit: what is in progress, then what matters most."""
        return _STATE_RANK[self.state], _PRIORITY_RANK[self.level], self.at


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


class Section(NamedTuple):
    """A group: all of it is tallied, `points` are those to show. Without a title it has no header."""

    title: Leaf
    quote: Leaf
    points: tuple[Point, ...]
    tally: Tally
    at: int


class Content(NamedTuple):
    """A whole checklist. `hidden` done items are counted only."""

    name: str
    title: Leaf
    eyebrow: Leaf
    sections: tuple[Section, ...]
    tally: Tally
    hidden: int
    summary: Summary
    dims: bool
    columns: ColumnCount
    overflow: Overflow
    is_mirrored: bool
    words: Words[Shown, Said]
    notes: tuple[Note, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for section in self.sections for point in section.points)

    def number(self, count: int) -> str:
        """A count in the digits of the list's language."""
        return self.words.language.whole(count)

    def counted(self, tally: Tally) -> str:
        """How many of all are done."""
        return self.words.language.counted(self.words.shown.of, tally.done, all=self.number(tally.all))


def content(spec: FeedbackChecklist, read: Reader) -> Content:
    """What the spec says, with the items of its file; raises SpecError with every mistake in them."""
    known = words("feedback_checklist", spec.lang, Shown, Said, spec.labels)
    listing = _listing(spec, read)
    items = [item for group in listing.groups for item in group.items]
    unseen = [day for item in items for day in (item.due, item.done_on) if day.text and day is not item.day]
    written = days.written([item.day for item in items], unseen, known.language)
    title = Leaf(spec.title, "title") if spec.title else listing.title
    if len(title.text) > MAX_TITLE:
        fact = f"the title: expected at most {MAX_TITLE} characters, found {len(title.text)}"
        raise SpecError(Problem(fact, title.place, "shorten it, or write a `title` in the spec"))
    sections = tuple(_sections(spec, listing.groups, known, written.texts))
    tally = Tally(*(sum(counts) for counts in zip(*(section.tally for section in sections), strict=True)))
    name = markup.plain(title.text)
    texts = [text.text for group in listing.groups for text in (group.title, *(item.text for item in group.items))]
    return Content(
        name=name or known.said.checklist,
        title=on_one_line(title, "title"),
        eyebrow=Leaf(spec.eyebrow, "eyebrow"),
        sections=sections,
        tally=tally,
        hidden=tally.done if spec.show_done == "hide" else 0,
        summary=spec.summary,
        dims=spec.show_done == "dim",
        columns="auto" if isinstance(spec.columns, Columns) else spec.columns,
        overflow=spec.overflow,
        is_mirrored=is_mirrored(spec, [name, spec.eyebrow, *texts]),
        words=known,
        notes=(*known.notes, *listing.notes, *written.notes),
    )


def _listing(spec: FeedbackChecklist, read: Reader) -> Listing:
    if spec.data:
        # only a spec with a data file pays for these imports
        from pipeline.kinds.feedback_checklist.gathering.markdown import listed_in_markdown
        from pipeline.kinds.feedback_checklist.gathering.table import listed_in_table

        text = read(spec.data, "data")
        if spec.data.lower().endswith(MARKDOWN):
            return listed_in_markdown(text, spec.data)
        return listed_in_table(text, spec.data, spec.columns if isinstance(spec.columns, Columns) else Columns())
    if spec.items:
        return Listing((Group(NO_TEXT, _items(spec.items, "items")),))
    return Listing(
        tuple(
            Group(Leaf(group.title, ""), _items(group.items, f"groups[{at}].items"), Leaf(group.quote, ""))
            for at, group in enumerate(spec.groups)
        )
    )


def _items(entries: Sequence[str | Entry], field: str) -> tuple[Item, ...]:
    """The items as they are written in the spec: plain texts, or keys; a box before a text tells its state."""
    items = []
    for at, entry in enumerate(entries):
        entry = Entry(text=entry) if isinstance(entry, str) else entry
        box = boxed(entry.text)
        text, state = (box.text, box.state) if box and box.state else (entry.text, entry.state or "todo")
        days = (Leaf(getattr(entry, key), f"{field}[{at}].{key}") for key in ("due", "done_on"))
        items.append(Item(Leaf(text, ""), state, Leaf(entry.note, ""), entry.priority, *days))
    return tuple(items)


def _sections(
    spec: FeedbackChecklist, groups: Sequence[Group], known: Words[Shown, Said], written: Mapping[str, str]
) -> Iterator[Section]:
    """The groups with their items counted and numbered; of one without a title, the items alone."""
    is_plain = len(groups) == 1 and not groups[0].title.text
    counter, shown, whole = count(), known.shown, known.language.whole
    for at, group in enumerate(groups):
        field = "" if is_plain else f"groups[{at}]"
        points = []
        for index, item in enumerate(group.items):
            through_all, day, place = next(counter), item.day, f"{field}.items[{index}]".lstrip(".")
            level, day_key = item.priority if item.is_open else None, "due" if day is item.due else "done_on"
            point = Point(
                at=through_all,
                text=on_one_line(item.text, f"{place}.text"),
                state=item.state,
                note=on_one_line(item.note, f"{place}.note"),
                level=level,
                priority=Leaf(str(getattr(shown, level)) if level else "", f"{place}.priority", item.text.place),
                day=Leaf(written.get(day.text, day.text), f"{place}.{day_key}", day.place),
                number={"none": "", "all": f"{whole(through_all + 1)}.", "group": f"{whole(index + 1)}."}[
                    spec.numbering
                ],
                field=place,
            )
            points.append(point)
        states = [item.state for item in group.items]
        yield Section(
            on_one_line(group.title, f"{field}.title"),
            on_one_line(group.quote, f"{field}.quote"),
            tuple(point for point in points if spec.show_done != "hide" or point.state != "done"),
            Tally(*map(states.count, STATES)),
            at,
        )
