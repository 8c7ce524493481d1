"""What data files share: paths as they grow, the limits of their words, and where each milestone was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, get_args

from pipeline.errors import Place, Problem, nearest_first
from pipeline.kinds.career_roadmap.model import State
from pipeline.kinds.career_roadmap.spec import (
    MAX_DETAIL,
    MAX_ID,
    MAX_KIND,
    MAX_MILESTONES,
    MAX_NAME,
    MAX_PATHS,
    MAX_SKILL,
    MAX_SKILLS,
    MAX_TITLE,
    MAX_WHEN,
    Milestone,
    Track,
)

STATES: tuple[State, ...] = get_args(State)
ALSO = {  # other usual ways to say a state
    "x": "done", "yes": "done", "complete": "done", "completed": "done", "finished": "done",
    "in progress": "current", "in-progress": "current", "doing": "current", "started": "current", "now": "current",
    "next": "planned", "todo": "planned", "to do": "planned", "open": "planned",
    "maybe": "optional",
}  # fmt: skip
_LIMITS = {
    "path": MAX_NAME, "title": MAX_TITLE, "at": MAX_WHEN, "kind": MAX_KIND, "detail": MAX_DETAIL, "id": MAX_ID,
    "skills": MAX_SKILLS * (MAX_SKILL + 2),
}  # fmt: skip
_FIELD = re.compile(r"paths\[(\d+)\](?:\.milestones\[(\d+)\](?:\.(\w+))?)?")


class Line(NamedTuple):
    """A milestone, the words to show for its time where it has none, and the places of its cells."""

    milestone: Milestone
    shown: str
    places: Mapping[str, Place]


class Found:
    """Paths in the order in which their names occur first, and every problem on the way."""

    def __init__(self, title: str = "") -> None:
        self.title = title
        self.problems: list[Problem] = []
        self._paths: dict[str, list[Line]] = {}
        self._in_order: list[list[Line]] = []  # the same without names

    def path(self, name: str, place: Place) -> None:
        """A path begins, or goes on."""
        if name in self._paths:
            return
        self._paths[name] = []
        self._in_order.append(self._paths[name])
        self._check_length("path", name, place)
        if len(self._paths) == MAX_PATHS + 1:
            self.note(place, f"expected at most {MAX_PATHS} paths, found more", "put some of them together")

    def add(self, cells: Mapping[str, str], places: Mapping[str, Place], shown: str = "") -> None:
        """A milestone of the path `cells["path"]`; `places` has one for each cell and for `title`."""
        path, title = cells.get("path", ""), cells["title"]
        self.path(path, places.get("path", places["title"]))
        for name, cell in cells.items():
            if name not in ("path", "state"):
                self._check_length(name, cell, places.get(name, places["title"]))
        state = self._state(cells.get("state", ""), places.get("state", places["title"]))
        skills = tuple(filter(None, (each.strip() for each in re.split(r"[;,|]", cells.get("skills", "")))))
        milestone = Milestone(
            title=title,
            at=cells.get("at", ""),
            kind=cells.get("kind", ""),
            state=state,
            detail=cells.get("detail", ""),
            skills=skills,
            id=cells.get("id", ""),
        )
        self._paths[path].append(Line(milestone, shown, places))
        if len(self._paths[path]) == MAX_MILESTONES + 1:
            about = f" in the path `{path}`" if path else ""
            fact = f"expected at most {MAX_MILESTONES} milestones{about}, found more"
            self.note(places["title"], fact, "put some of them together")

    def note(self, place: Place, fact: str, hint: str = "") -> None:
        """A problem of the file."""
        self.problems.append(Problem(fact, place, hint))

    def lines(self) -> dict[str, list[Line]]:
        """The milestones by the names of their paths."""
        return self._paths

    def tracks(self) -> tuple[Track, ...]:
        """The paths that were found."""
        return tuple(
            Track(name=name, milestones=tuple(line.milestone for line in lines)) for name, lines in self._paths.items()
        )

    def shown(self) -> tuple[tuple[str, ...], ...]:
        """The words to show for times, by path and milestone."""
        return tuple(tuple(line.shown for line in lines) for lines in self._paths.values())

    def place(self, field: str) -> Place | None:
        """Where the file has what a field such as `paths[0].milestones[2].at` is about; None for a key of the spec."""
        named = _FIELD.match(field)
        if named is None:
            return None
        lines = self._in_order[int(named[1])]
        if not lines:
            return None
        places = lines[int(named[2] or 0)].places
        return places.get(named[3] or "path", places["title"])

    def _check_length(self, name: str, text: str, place: Place) -> None:
        if len(text) > _LIMITS[name]:
            fact = f"{name}: expected at most {_LIMITS[name]} characters, found {len(text):,}"
            self.note(place, fact, "shorten it")

    def _state(self, written: str, place: Place) -> State | None:
        word = " ".join(written.casefold().split())
        for state in STATES:
            if ALSO.get(word, word) == state:
                return state
        if word:
            hint = nearest_first(word, STATES, f"states are {', '.join(STATES)}")
            self.note(place, f"unknown state `{written}`", hint)
        return None
