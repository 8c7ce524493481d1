"""Whatever a roadmap's times: positions never fall along a path, ticks span them, mistakes are told with a field."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipeline.errors import Problem, SpecError
from pipeline.kinds.career_roadmap.alt import alt, description
from pipeline.kinds.career_roadmap.content import Material, plan
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.reading import material
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, Connection, Milestone, Start, Track
from pipeline.kinds.career_roadmap.times import Moment, Span, TimeError, parse
from tests.amounts import some_of

STEPS = (Phase.explicit, Phase.generate, Phase.shrink)
CHECKED = settings(max_examples=some_of(150), deadline=None, derandomize=True, database=None, phases=STEPS)

SPANS = ["", "1 month", "6 weeks", "3 months", "1 year", "2 years", "40 years"]
DATES = ["", "2026-11-20", "2026-12", "Q1 2027", "2027-02-14", "2027", "2028-03", "2066-11"]
RANKS = ["", "1", "2", "2", "5", "11"]
LEVELS = ["", "L1", "L2", "L2", "L5", "L9"]
TIMES = st.sampled_from([SPANS, DATES, SPANS + DATES, RANKS, LEVELS, ["", "3 months", "L4", "7", "soon"]])


def _months(written: str) -> float:
    """Roughly when: enough to put most paths in order."""
    try:
        time = parse(written)
    except TimeError:
        return 0
    match time:
        case Span(months):
            return months
        case Moment(month, day, _):
            return month - 2026 * 12 - 10 + day / 40
    return time.number if time else 0


@st.composite
def roadmap(draw: st.DrawFn) -> CareerRoadmap:
    pool = draw(TIMES)
    is_sorted = draw(st.integers(0, 9)) > 0
    tracks = []
    for way in range(draw(st.integers(1, 8))):
        times = draw(st.lists(st.sampled_from(pool), max_size=8))
        if is_sorted:
            known = iter(sorted((each for each in times if each), key=_months))
            times = [next(known) if each else "" for each in times]
        stops = tuple(Milestone(title=f"T{at}", at=each) for at, each in enumerate(times))
        tracks.append(Track(name=f"P{way}", milestones=stops))
    ends = st.builds("P{}/T{}".format, st.integers(0, 7), st.integers(0, 7))
    return CareerRoadmap(
        kind="career_roadmap",
        paths=tuple(tracks),
        edges=tuple(
            Connection(start=draw(ends), end=draw(ends)) for _ in range(draw(st.sampled_from([0, 0, 0, 1, 3])))
        ),
        start=Start(date=draw(st.sampled_from(["", "2026-11-20", "2026-11"]))),
        as_of=draw(st.sampled_from(["", "", "2026-11-20", "2027-06"])),
        phases=draw(st.sampled_from([(), (), ("6 months", "2 years", "50 years"), ("2027", "2070"), ("L3",)])),
        axis=draw(st.sampled_from([None, None, None, "phases", "dates", "levels", "none"])),
        style=draw(st.sampled_from(["metro", "levels"])),
    )


@CHECKED
@given(roadmap())
def test_a_plan_is_sound_or_every_problem_has_its_field(spec: CareerRoadmap) -> None:
    found, problems = _planned(spec)
    assert (found is None) == bool(problems)
    assert all(problem.field and problem.message for problem in problems)
    if found is not None:
        assert alt(found).endswith((".", "…"))
        assert description(found).endswith(".")
        _check_sound(found)


def _planned(spec: CareerRoadmap) -> tuple[Plan | None, tuple[Problem, ...]]:
    try:
        return plan(spec, Material(spec.paths)), ()
    except SpecError as error:
        return None, error.problems


def _check_sound(found: Plan) -> None:
    ticks = [tick.at for tick in found.ticks]
    assert ticks == sorted(set(ticks))
    for way in found.paths:
        ats = [stop.at for stop in way.stops]
        steps = [found.step(at) for at in ats]
        assert ats == sorted(ats)
        assert steps == sorted(steps)
        if ticks:
            assert all(at <= ticks[-1] + 1e-6 for at in ats)
            assert all(0 <= step <= len(ticks) for step in steps)
    if found.axis == "levels":
        assert {stop.at for way in found.paths for stop in way.stops if stop.at in ticks} <= set(ticks)
    else:
        assert all(at > 0 for at in ticks)


LINE = st.sampled_from(
    [
        "timeline",
        "title My plan",
        "section A",
        "section B",
        "2027 : T",
        "2027-02 : T : U",
        "Later : V",
        " : W",
        "%% note",
    ]
) | st.text(max_size=30)


@CHECKED
@given(st.lists(LINE, max_size=12), st.sampled_from(["plan.mmd", "path.csv", "path.json", "path.yaml"]))
def test_any_file_is_a_plan_or_every_problem_has_a_place(lines: list[str], name: str) -> None:
    spec = CareerRoadmap(kind="career_roadmap", data=name)
    problems: tuple[Problem, ...] = ()
    try:
        _check_sound(plan(spec, material(spec, "\n".join(lines))))
    except SpecError as error:
        problems = error.problems
    assert all(problem.place or problem.field for problem in problems)


@CHECKED
@given(
    st.text(max_size=40) | st.from_regex(r"\d{1,4}[-/. ]?[QL]?\d{0,2}[-/. ]?\d{0,4} ?(months|years|w)?", fullmatch=True)
)
def test_any_text_is_a_time_or_is_told(written: str) -> None:
    with suppress(TimeError):
        assert parse(written) == parse(written.upper())
