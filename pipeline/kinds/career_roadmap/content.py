"""What a roadmap says, before its picture is known: its paths in time, its moves, its words, and what is wrong.

the spec's own paths ---+
                        +--> Material --timeline, moves--> Plan
a file beside it -------+
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.errors import Place, Problem, SpecError, nearest_first
from pipeline.kinds.career_roadmap import times
from pipeline.kinds.career_roadmap.model import NOTHING, Dated, Path, Plan, Stop
from pipeline.kinds.career_roadmap.moves import edges
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, Milestone, Track
from pipeline.kinds.career_roadmap.timeline import Timed, close_date, timeline
from pipeline.kinds.career_roadmap.times import Moment
from pipeline.kinds.career_roadmap.words import Speech, headline, spoken, written
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.reading.complaints import at_most


class Material(NamedTuple):
    """The paths that a spec or its file holds.

    `places` are those of what was read from another file, by fields such as `paths[0].milestones[2].title`; `shown` are
    the words of times that are no times, by path and milestone.
    """

    paths: tuple[Track, ...]
    title: Leaf = NOTHING
    places: Mapping[str, Place] = {}
    shown: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()

    def leaf(self, text: str, field: str) -> Leaf:
        """A text with its place, or nothing where it is empty."""
        return Leaf(text.strip(), field, self._place(field)) if text.strip() else NOTHING

    def placed(self, problem: Problem) -> Problem:
        """The problem at its place in the file, if it is about what was read from there."""
        place = self._place(problem.field)
        return problem._replace(place=place, field="") if place else problem

    def _place(self, field: str) -> Place | None:
        """That of a field, or of what holds it."""
        while field and field not in self.places:
            field = field[: max(field.rfind("."), field.rfind("["), 0)]
        return self.places.get(field)


def content(spec: CareerRoadmap, read: Reader) -> Plan:
    """What the spec says, with the paths of its file; raises SpecError with everything that is wrong in them."""
    if spec.data:
        from pipeline.kinds.career_roadmap import reading  # what is already read needs no reader

        return plan(spec, reading.material(spec, read(spec.data, "data")))
    return plan(spec, Material(spec.paths))


def plan(spec: CareerRoadmap, material: Material) -> Plan:
    """What the map of this material says; raises SpecError as `content` does."""
    words = spoken(spec.lang, spec.labels)
    paths = material.paths
    wrong = [*_misnamed(spec, paths)]
    when = timeline(spec, paths, words, wrong)
    moves = edges(spec, paths, when, wrong)
    start = when.start if when else None
    done = _dated(spec, spec.done.date, "done.date", start, words, wrong) if spec.done else ""
    by = _dated(spec, spec.decision.by, "decision.by", start, words, wrong, words.shown.by) if spec.decision else ""
    if when is None or wrong or material.problems:
        problems = [*material.problems, *map(material.placed, wrong)]
        raise SpecError(*at_most(sorted(problems, key=lambda problem: problem.place or ())))
    title = Leaf(spec.title or headline(words, len(paths), is_closed=spec.closed is not None), "title")
    own_texts = (text for path in paths for text in (path.name, *(each.title for each in path.milestones)))
    own = spec.start.label or (spec.labels.today if when.now == 0 else spec.labels.start)
    return Plan(
        paths=tuple(_path(spec, material, i, row) for i, row in enumerate(when.milestones)),
        words=words,
        edges=moves,
        ticks=when.ticks,
        start=Dated(
            Leaf(spec.start.label or (words.shown.today if when.now == 0 else words.shown.start), "start.label"),
            Leaf(written(words, start), "start.date") if start else NOTHING,
            written(words, start, with_year=False) if start else "",
        ),
        origin=own.rstrip(".") or (words.said.today if when.now == 0 else words.said.start),
        today=spec.start.label or words.shown.today,
        done=Dated(Leaf(spec.done.title.strip(), "done.title"), Leaf(done, "done.date")) if spec.done else None,
        closed=material.leaf(spec.closed.label if spec.closed else "", "closed.label"),
        decision=Dated(Leaf(spec.decision.title.strip(), "decision.title"), Leaf(by, "decision.by"))
        if spec.decision
        else None,
        now=when.now,
        as_of=written(words, when.as_of) if when.as_of else "",
        axis=when.axis,
        title=title if spec.title else material.title or title,
        eyebrow=Leaf(spec.eyebrow, "eyebrow"),
        standfirst=Leaf(spec.standfirst, "standfirst"),
        style=spec.style,
        orientation=spec.orientation,
        is_mirrored=is_mirrored(spec, (spec.title, material.title.text, spec.eyebrow, spec.standfirst, *own_texts)),
        notes=(*words.notes, *material.notes),
    )


def _path(spec: CareerRoadmap, material: Material, i: int, times: Sequence[Timed]) -> Path:
    track = material.paths[i]
    return Path(
        material.leaf(track.name, f"paths[{i}].name"),
        track.color,
        tuple(_stop(material, i, j, *each) for j, each in enumerate(zip(track.milestones, times, strict=True))),
        bool(spec.highlight.strip()) and track.name.strip() == spec.highlight.strip(),
    )


def _stop(material: Material, i: int, j: int, each: Milestone, timed: Timed) -> Stop:
    field = f"paths[{i}].milestones[{j}]"
    shown = material.shown[i][j] if material.shown else ""
    skills = (material.leaf(skill, f"{field}.skills[{k}]") for k, skill in enumerate(each.skills))
    return Stop(
        material.leaf(each.title, f"{field}.title"),
        material.leaf(shown or timed.when, f"{field}.at"),
        material.leaf(each.kind, f"{field}.kind"),
        each.state or ("done" if timed.is_past else "planned"),
        timed.at,
        material.leaf(each.detail, f"{field}.detail"),
        tuple(skill for skill in skills if skill),
    )


def _dated(
    spec: CareerRoadmap,
    text: str,
    field: str,
    start: Moment | None,
    words: Speech,
    wrong: list[Problem],
    sentence: str = "{day}",
) -> str:
    """A date as it is shown, or the author's words; `done` lies before the start and `decision` after it."""
    try:
        found = times.parse(text, spec.date_format)
    except times.TimeError as error:
        if not error.is_word:  # meant as a date
            wrong.append(Problem(str(error), hint=error.hint, field=field))
        return text.strip()
    if not isinstance(found, Moment):
        return text.strip()
    if start is not None:
        (first, _, last), day, begin = times.apart(start, found), written(words, found), written(words, start)
        if field == "done.date" and first > 0:
            hint = "what comes later is a milestone of a path"
            wrong.append(Problem(f"{day} is after the start, {begin}", hint=hint, field=field))
        if field == "decision.by" and last < 0:
            hint = "write a later day, or leave out `by`"
            wrong.append(Problem(f"{day} is before the start, {begin}", hint=hint, field=field))
    return sentence.format(day=close_date(found, start, words))


def _misnamed(spec: CareerRoadmap, paths: tuple[Track, ...]) -> Iterator[Problem]:
    """Paths of one name, milestones of one id, and a highlight that is no path."""
    names = [track.name.strip() for track in paths]
    for i, name in enumerate(names):
        if name in names[:i]:
            yield Problem(f"there are two paths `{name}`", hint="rename one of them", field=f"paths[{i}].name")
    ids: set[str] = set()
    for i, track in enumerate(paths):
        for j, name in enumerate(each.id.strip() for each in track.milestones):
            if name and name in ids:
                hint = "an id names one milestone; change one of them"
                yield Problem(f"the id `{name}` is there twice", hint=hint, field=f"paths[{i}].milestones[{j}].id")
            ids.add(name)
    name = spec.highlight.strip()
    if name and name not in names:
        hint = nearest_first(name, names, f"paths are {', '.join(names)}")
        yield Problem(f"there is no path `{name}`", hint=hint, field="highlight")
