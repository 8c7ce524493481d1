"""A Mermaid timeline -> paths: its sections are the paths, the events of its periods the milestones.

    timeline
        title Three ways forward
        section Go deeper
            2027-02 : SQL and statistics
            2027-11 : Analyst, level II : First talk       two milestones at one time
                    : Mentor                               and a third

A period that is a time is one; where none of the file's periods is, they are orders, and their words are shown.
Comments, directives, front matter and accessibility lines are for other readers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.errors import Place
from pipeline.kinds.career_roadmap import times
from pipeline.kinds.career_roadmap.reading.found import Found
from pipeline.kinds.career_roadmap.spec import MAX_HEADLINE

HINT = "lines are `title ...`, `section ...` or `period : event : event`"
_HEAD = re.compile(r"timeline(?:\s+(?:LR|TD))?", re.IGNORECASE)
_KEYWORD = re.compile(r"(title|section)\b[ \t]*(.*)")
_UNSEEN = re.compile(r"acc(?:Title|Descr)\s*:|%%")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Event(NamedTuple):
    """A milestone as it is written: its path, the period, its own words, and where period and words begin."""

    path: str
    period: str
    title: str
    period_place: Place
    place: Place


def found_in_timeline(text: str, path: str) -> Found:
    """The paths of the timeline at `path`, and a problem for each line that is none of a timeline."""
    reading = _Reading(path)
    for line, written in enumerate(_without_front_matter(text), start=1):
        reading.take(written, line)
    return reading.finish()


def _without_front_matter(text: str) -> list[str]:
    """The lines, those of a front matter emptied."""
    lines = text.splitlines()
    if lines and lines[0].strip() == "---":
        end = next((at for at, line in enumerate(lines[1:], start=1) if line.strip() == "---"), None)
        if end is not None:
            return ["" for _ in lines[: end + 1]] + lines[end + 1 :]
    return lines


class _Reading:
    """What is known while the lines go by: the section, the period that more events may follow."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found = Found()
        self.events: list[Event] = []
        self.section, self.period = "", ("", Place(path, 1, 1))
        self.has_head = False
        self.block = 0  # the line in which a description in braces began

    def take(self, written: str, line: int) -> None:
        """One line of the file."""
        bare = written.strip()
        column = len(written) - len(written.lstrip()) + 1
        if self.block:
            self.block = 0 if "}" in bare else self.block
        elif re.match(r"accDescr\s*\{", bare):
            self.block = 0 if "}" in bare else line
        elif not bare or _UNSEEN.match(bare):
            return
        elif not self.has_head:
            self._take_head(bare, line, column)
        elif (keyword := _KEYWORD.fullmatch(bare)) and not keyword[2].startswith(":"):
            self._take_keyword(keyword[1], _plain(keyword[2]), line, column)
        elif ":" in bare:
            self._take_events(written, line)
        else:
            self._note(line, column, f"expected a period and its events, found `{bare[:40]}`", HINT)

    def finish(self) -> Found:
        """What was found, the periods understood."""
        if not self.has_head:
            self._note(1, 1, "expected a Mermaid timeline, found nothing", "its first line is `timeline`")
        elif not self.events and not self.found.problems:
            self._note(1, 1, "expected events, found none", HINT)
        if self.block:
            self._note(self.block, 1, "the description that begins here does not end", "end it with `}`")
        is_time = {event.period: _is_time(event.period) for event in self.events}
        if any(is_time.values()):
            self._add_timed(is_time)
        else:
            self._add_ordered()
        return self.found

    def _take_head(self, bare: str, line: int, column: int) -> None:
        self.has_head = True
        if not _HEAD.fullmatch(bare):
            fact = f"expected `timeline`, found `{bare[:40]}`"
            self._note(line, column, fact, "of Mermaid's diagrams only timelines are read")

    def _take_keyword(self, keyword: str, text: str, line: int, column: int) -> None:
        if not text:
            self._note(line, column, f"expected text behind `{keyword}`, found none", "write it, or remove the line")
        elif keyword == "title":
            self.found.title = text
            if len(text) > MAX_HEADLINE:
                fact = f"expected a title of at most {MAX_HEADLINE} characters, found {len(text)}"
                self._note(line, column, fact, "shorten it, or remove it: then the headline counts the paths")
        else:
            self.section, self.period = text, ("", Place(self.path, line, column))
            self.found.path(text, Place(self.path, line, column))

    def _take_events(self, written: str, line: int) -> None:
        """A period and its events; without a period they belong to the one above."""
        cells = _cells(written)
        at, period = cells[0]
        if period:
            self.period = (period, Place(self.path, line, at))
        elif not self.period[0]:
            self._note(line, at, "expected a period before the first event, found none", HINT)
            return
        titles = [(column, title) for column, title in cells[1:] if title]
        if not titles:
            self._note(line, at, f"expected events behind `{self.period[0]}`, found none", HINT)
        for column, title in titles:
            self.events.append(
                Event(self.section, *self.period[:1], title, self.period[1], Place(self.path, line, column))
            )

    def _add_timed(self, is_time: dict[str, bool]) -> None:
        for event in self.events:
            if not is_time[event.period]:
                fact = f"expected a time as in other periods, found `{event.period[:40]}`"
                self.found.note(event.period_place, fact, "write it as 2026-11, Q2 2027, 2027 or 6 months")
            self._add(event, event.period if is_time[event.period] else "")

    def _add_ordered(self) -> None:
        order = {period: str(at) for at, period in enumerate(_once([event.period for event in self.events]), start=1)}
        for event in self.events:
            self._add(event, order[event.period], event.period)

    def _add(self, event: Event, at: str, shown: str = "") -> None:
        places = {"title": event.place, "at": event.period_place, "path": event.place}
        self.found.add({"path": event.path, "title": event.title, "at": at}, places, shown)

    def _note(self, line: int, column: int, fact: str, hint: str) -> None:
        self.found.note(Place(self.path, line, column), fact, hint)


def _cells(written: str) -> list[tuple[int, str]]:
    """The parts between colons, each with the column in which it begins; a colon in a word (`9:30`) parts nothing."""
    cells = []
    start = 0
    for mark in [*re.finditer(r"(?<!\S):|:(?=\s|$)", written), None]:
        part = written[start : mark.start()] if mark else written[start:]
        cells.append((start + len(part) - len(part.lstrip()) + 1, _plain(part)))
        start = mark.end() if mark else start
    return cells


def _plain(text: str) -> str:
    return " ".join(_BREAK.sub(" ", text).split())


def _is_time(period: str) -> bool:
    try:
        times.parse(period)
    except times.TimeError:
        return False
    return True


def _once(periods: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(periods))
