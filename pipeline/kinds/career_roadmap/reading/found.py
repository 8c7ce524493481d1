"""What data files share: paths as they grow, the limits of their words, and where each milestone was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, get_args

from pipeline.content import Leaf
from pipeline.errors import Place, Problem, nearest_first
from pipeline.kinds.career_roadmap import spec, times
from pipeline.kinds.career_roadmap.content import Material
from pipeline.kinds.career_roadmap.model import NOTHING, State
from pipeline.kinds.career_roadmap.spec import MAX_MILESTONES, MAX_PATHS, Milestone, Track
from pipeline.kinds.career_roadmap.times import Moment
from pipeline.kinds.career_roadmap.words import known
from pipeline.notes import Note
from pipeline.prose import plain
from pipeline.reading import dates
from pipeline.reading.answers import is_yes

STATES: tuple[State, ...] = get_args(State)
ANSWERS: dict[bool | None, State] = {True: "done", False: "planned"}  # where a column asks whether a step is done
_LIMITS = {
    "path": spec.MAX_NAME, "title": spec.MAX_TITLE, "at": spec.MAX_WHEN, "kind": spec.MAX_KIND,
    "detail": spec.MAX_DETAIL, "id": spec.MAX_ID, "skills": spec.MAX_SKILLS * (spec.MAX_SKILL + 2),
}  # fmt: skip


class Line(NamedTuple):
    """A milestone, the words to show for its time where it has none, and the places of its cells."""

    milestone: Milestone
    shown: str
    places: Mapping[str, Place]


class Found:
    """Paths in the order in which their names occur first, and every problem on the way."""

    def __init__(self, title: Leaf = NOTHING) -> None:
        self.title = title
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self._paths: dict[str, list[Line]] = {}
        self._places: dict[str, Place] = {}

    def path(self, name: str, place: Place) -> None:
        """A path begins, or goes on."""
        if name in self._paths:
            return
        self._paths[name] = []
        self._places[name] = place
        self._check_length("path", name, place)
        if len(self._paths) == MAX_PATHS + 1:
            self.wrong(place, f"expected at most {MAX_PATHS} paths, found more", "put some of them together")

    def add(self, cells: Mapping[str, str], places: Mapping[str, Place], shown: str = "") -> None:
        """A milestone of the path `cells["path"]`; `places` has one for each cell and for `title`."""
        path, title = cells.get("path", ""), cells["title"]
        self.path(path, places.get("path", places["title"]))
        for name, cell in cells.items():
            if name not in ("path", "state"):
                self._check_length(name, cell, places.get(name, places["title"]))
        state = self._state(cells.get("state", ""), places.get("state", places["title"]))
        skills = tuple(filter(None, (each.strip() for each in re.split(r"[;,|]", cells.get("skills", "")))))
        written = {name: cells.get(name, "") for name in ("at", "kind", "detail", "id")}
        milestone = Milestone(title=title, state=state, skills=skills, **written)
        self._paths[path].append(Line(milestone, shown, places))
        if len(self._paths[path]) == MAX_MILESTONES + 1:
            about = f" in the path `{path}`" if path else ""
            fact = f"expected at most {MAX_MILESTONES} milestones{about}, found more"
            self.wrong(places["title"], fact, "put some of them together")

    def wrong(self, place: Place, fact: str, hint: str = "") -> None:
        """A problem of the file."""
        self.problems.append(Problem(fact, place, hint))

    def put_in_time(self, order: dates.Order | None) -> list[Line]:
        """Put the milestones of each path in the order of their times; the first of each path that moved is returned.

        One without a time stays behind the one above it. A path with a time that cannot be read, or with times of
        several sorts, stays as it is written.
        """
        moved = []
        for lines in self._paths.values():
            keys = _keys(lines, order)
            if keys != sorted(keys):
                moved.append(lines[next(at for at in range(1, len(keys)) if keys[at] < keys[at - 1])])
                lines[:] = [lines[at] for at in sorted(range(len(lines)), key=lambda index: keys[index])]
        return moved

    def material(self) -> Material:
        """All of it, and where everything stands, by its field."""
        tracks, places = [], {}
        for i, (name, lines) in enumerate(self._paths.items()):
            tracks.append(Track(name=name, milestones=tuple(line.milestone for line in lines)))
            places[f"paths[{i}]"] = places[f"paths[{i}].name"] = self._places[name]
            for j, line in enumerate(lines):
                field = f"paths[{i}].milestones[{j}]"
                places[field] = line.places["title"]
                places |= {f"{field}.{cell}": place for cell, place in line.places.items() if cell != "path"}
        shown = tuple(tuple(line.shown for line in lines) for lines in self._paths.values())
        return Material(tuple(tracks), self.title, places, shown, tuple(self.problems), tuple(self.notes))

    def _check_length(self, name: str, text: str, place: Place) -> None:
        if len(text) > _LIMITS[name]:
            fact = f"{name}: expected at most {_LIMITS[name]} characters, found {len(text):,}"
            self.wrong(place, fact, "shorten it")

    def _state(self, written: str, place: Place) -> State | None:
        word = plain(written)
        for state in STATES:
            if word and word in known(state):
                return state
        if answer := ANSWERS.get(is_yes(written)):
            return answer
        if written.strip():
            hint = nearest_first(word, STATES, f"states are {', '.join(STATES)}")
            self.wrong(place, f"unknown state `{written}`", hint)
        return None


def _keys(lines: list[Line], order: dates.Order | None) -> list[tuple[float, ...]]:
    """What puts the milestones in order; nothing where that is not known of all."""
    keys: list[tuple[float, ...]] = []
    sorts = set()
    for line in lines:
        try:
            time = times.parse(line.milestone.at, order)
        except times.TimeError:
            return []
        if time is None:
            keys.append(keys[-1] if keys else (float("-inf"),))
            continue
        sorts.add(type(time))
        keys.append((time.month, time.day or 31) if isinstance(time, Moment) else time[:1])
    return keys if len(sorts) == 1 else []
