"""A spec -> what its map says, and what is wrong between its keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.errors import Problem, SpecError, nearest_first
from pipeline.kinds.career_roadmap import times
from pipeline.kinds.career_roadmap.model import Plan, State, Stop, Way
from pipeline.kinds.career_roadmap.moves import edges
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, Filled, Milestone, Track
from pipeline.kinds.career_roadmap.timeline import Timeline, close_date, timeline
from pipeline.kinds.career_roadmap.times import Moment
from pipeline.kinds.career_roadmap.words import Words, words


def plan(spec: CareerRoadmap) -> Plan:
    """What the map says; raises SpecError with everything that is wrong between the keys."""
    found, wrong = _survey(spec)
    if found is None or wrong:
        raise SpecError(*wrong)
    return found


def problems(spec: CareerRoadmap) -> tuple[Problem, ...]:
    """Everything that is wrong between the keys of a spec that has its paths."""
    return _survey(spec)[1]


@lru_cache(maxsize=16)  # a spec is checked when it is read, and planned for each of its pictures
def _survey(spec: CareerRoadmap) -> tuple[Plan | None, tuple[Problem, ...]]:
    wrong = [*_names(spec), *_ids(spec), *_highlight(spec)]
    said = words(spec.lang)
    when = timeline(spec, said, wrong)
    moves = edges(spec, when, wrong)
    start = when.start if when and not when.is_assumed else None
    done = _told(spec.done.date, "done.date", start, said, wrong) if spec.done else ""
    by = _told(spec.decision.by, "decision.by", start, said, wrong, said.by) if spec.decision else ""
    if when is None or wrong:
        return None, tuple(wrong)
    return Plan(
        tuple(_way(spec, i, track, when) for i, track in enumerate(spec.paths)),
        moves,
        when.ticks,
        _start_label(spec, when, said),
        said.date(start) if start else "",
        (spec.done.title.strip(), done) if spec.done else None,
        spec.closed.label.strip() if spec.closed else "",
        (spec.decision.title.strip(), by) if spec.decision else None,
        when.now,
        when.axis,
        spec.title or said.title(len(spec.paths), is_closed=spec.closed is not None),
        spec.eyebrow,
        spec.standfirst,
        said.date(start, with_year=False) if start else "",
    ), ()


def _way(spec: CareerRoadmap, i: int, track: Track, when: Timeline) -> Way:
    is_read = isinstance(spec, Filled)
    return Way(
        track.name.strip(),
        track.color,
        tuple(_stop(spec, i, j, each, when) for j, each in enumerate(track.milestones)),
        bool(spec.highlight.strip()) and track.name.strip() == spec.highlight.strip(),
        "data" if is_read else f"paths[{i}].name",
    )


def _stop(spec: CareerRoadmap, i: int, j: int, each: Milestone, when: Timeline) -> Stop:
    is_past = when.is_past[i][j]
    state: State = each.state or ("done" if is_past else "planned")
    shown = spec.shown[i][j] if isinstance(spec, Filled) and spec.shown else ""
    return Stop(
        each.id.strip(),
        each.title.strip(),
        shown or when.whens[i][j],
        each.kind.strip(),
        state,
        when.ats[i][j],
        each.detail.strip(),
        tuple(skill.strip() for skill in each.skills),
        "data" if isinstance(spec, Filled) else f"paths[{i}].milestones[{j}].title",
    )


def _start_label(spec: CareerRoadmap, when: Timeline, words: Words) -> str:
    """The author's label; else Today where the start is now, and Start where the map began before."""
    return spec.start.label or (words.today if when.now == 0 else words.start)


def _told(
    written: str, field: str, start: Moment | None, words: Words, wrong: list[Problem], frame: str = "{day}"
) -> str:
    """A date as it is shown, or the author's words; `done` lies before the start and `decision` after it."""
    try:
        found = times.parse(written) if written.strip() else None
    except times.TimeError as error:
        if written.strip()[:4].isdecimal():  # meant as a date
            wrong.append(Problem(str(error), hint=error.hint, field=field))
        return written.strip()
    if not isinstance(found, Moment):
        return written.strip()
    if start is not None:
        first, _, last = times.apart(start, found)
        if field == "done.date" and first > 0:
            fact = f"{words.date(found)} is after the start, {words.date(start)}"
            wrong.append(Problem(fact, hint="what comes later is a milestone of a path", field=field))
        if field == "decision.by" and last < 0:
            fact = f"{words.date(found)} is before the start, {words.date(start)}"
            wrong.append(Problem(fact, hint="write a later day, or leave out `by`", field=field))
    return frame.replace("{day}", close_date(found, start, words))


def _names(spec: CareerRoadmap) -> Iterator[Problem]:
    known: set[str] = set()
    for i, track in enumerate(spec.paths):
        name = track.name.strip()
        if name in known:
            yield Problem(f"there are two paths `{name}`", hint="rename one of them", field=f"paths[{i}].name")
        known.add(name)


def _ids(spec: CareerRoadmap) -> Iterator[Problem]:
    known: set[str] = set()
    for i, track in enumerate(spec.paths):
        for j, each in enumerate(track.milestones):
            name = each.id.strip()
            if name and name in known:
                hint = "an id names one milestone; change one of them"
                yield Problem(f"the id `{name}` is there twice", hint=hint, field=f"paths[{i}].milestones[{j}].id")
            known.add(name)


def _highlight(spec: CareerRoadmap) -> Iterable[Problem]:
    names = [track.name.strip() for track in spec.paths]
    name = spec.highlight.strip()
    if name and name not in names:
        hint = nearest_first(name, names, f"paths are {', '.join(names)}")
        yield Problem(f"there is no path `{name}`", hint=hint, field="highlight")
