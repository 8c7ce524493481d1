"""What a roadmap says to those who cannot see it, in its language: a sentence, and all of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from pipeline.kinds.career_roadmap import times
from pipeline.kinds.career_roadmap.model import Edge, Plan, Stop, Way
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from pipeline.kinds.career_roadmap.times import Moment
from pipeline.kinds.career_roadmap.words import Words, capital, words
from pipeline.prose import ended, fitted, listed, one_line, quoted

MOST_STEPS = 24  # of all paths together; beyond, each tells its destination, and of its steps only some
MOST_MOVES = 6


def alt(spec: CareerRoadmap, plan: Plan) -> str:
    """One sentence: the headline, and each path with its destination; long ones are cut."""
    said = words(spec.lang)
    ends = [one_line(way.stops[-1].title) if way.stops else "" for way in plan.ways]
    names = [one_line(way.name) for way in plan.ways]

    def write(title: str, *parts: str) -> str:
        ways = [_to(*pair) for pair in zip(parts[: len(ends)], parts[len(ends) :], strict=True)]
        told = listed(list(filter(None, ways)), said.lang) or said.no_steps
        return ended(f"{said.roadmap} {quoted(title, said.lang)}{said.colon}{told}")

    return fitted(write, one_line(plan.title), *names, *ends)


def description(spec: CareerRoadmap, plan: Plan, untold: Collection[tuple[int, int]] = ()) -> str:
    """The headline, every path with its steps, and what else is on the map.

    `untold` are the stops, each (way, stop), whose names the picture does not tell: their titles are told in any case.
    """
    return " ".join(_sentences(spec, plan, words(spec.lang), frozenset(untold)))


def _to(name: str, end: str) -> str:
    """A path and, in brackets, where it leads."""
    return f"{name} ({end})" if name and end else name or end


def _sentences(spec: CareerRoadmap, plan: Plan, said: Words, untold: frozenset[tuple[int, int]]) -> Iterator[str]:
    yield f"{said.roadmap}{said.colon}{ended(plan.title)}"
    if plan.eyebrow:
        yield ended(plan.eyebrow)
    if plan.standfirst:
        yield ended(plan.standfirst)
    start = {said.today: said.starts[0], said.start: said.starts[1]}.get(plan.start_label, plan.start_label)
    count = said.counted(said.paths_from, len(plan.ways))
    yield ended(capital(count.replace("{start}", _joined(start, plan.start_date))))
    if spec.as_of and isinstance(now := times.parse(spec.as_of), Moment) and plan.now:
        yield ended(said.told_now.replace("{day}", said.date(now)))
    is_brief = sum(len(way.stops) for way in plan.ways) > MOST_STEPS
    levels = {tick.at: tick.label for tick in plan.ticks} if plan.axis == "levels" else {}
    for index, way in enumerate(plan.ways):
        titled = frozenset(stop for other, stop in untold if other == index)
        yield _path(way, said, levels, titled if is_brief else None)
    yield from map(ended, _around(plan, said))


def _around(plan: Plan, said: Words) -> Iterator[str]:
    """What is on the map beside the paths."""
    if plan.closed:
        yield said.told_closed.replace("{title}", plan.closed.rstrip("."))
    if plan.done:
        yield said.told_done.replace("{title}", _joined(*plan.done))
    if plan.decision:
        yield said.told_decision.replace("{title}", _joined(*plan.decision))
    if plan.edges:
        moves = [_move(edge, plan, said) for edge in plan.edges[:MOST_MOVES]]
        more = len(plan.edges) - MOST_MOVES
        moves += [said.counted(said.more_moves, more)] if more > 0 else []
        yield said.told_moves.replace("{moves}", "; ".join(moves))
    if highlighted := next((way.name for way in plan.ways if way.is_highlighted), ""):
        yield said.told_highlight.replace("{name}", highlighted)
    if plan.ticks:
        yield said.told_axis.replace("{ticks}", said.listed([tick.label for tick in plan.ticks]))


def _path(way: Way, said: Words, levels: Mapping[float, str], titled: frozenset[int] | None) -> str:
    """A path's name and its steps, the last one as its destination.

    In brief only those in progress are told, and the titles of the stops that are `titled`; None tells everything.
    """
    name = f"{way.name}{said.colon}" if way.name else ""
    if not way.stops:
        return f"{name}{said.no_steps}."
    *steps, destination = way.stops
    is_brief = titled is not None
    texts = [
        stop.title.rstrip(".") if is_brief and stop.state != "current" else _step(stop, said, levels, is_brief)
        for index, stop in enumerate(steps)
        if titled is None or stop.state == "current" or index in titled
    ]
    if rest := len(steps) - len(texts):
        texts.append(said.counted(said.more if texts else said.steps, rest))
    at_end = _step(destination, said, levels, is_brief)
    if texts:
        at_end = said.destination.replace("{title}", at_end)
    return ended(capital(f"{name}{', '.join([*texts, at_end])}"))


def _step(stop: Stop, said: Words, levels: Mapping[float, str], is_brief: bool) -> str:
    """A milestone with its kind, its date or else its level, its state unless that is planned, and its details."""
    states = dict(zip(("done", "current", "optional"), (said.states[0], said.states[1], said.states[3]), strict=True))
    state = states.get(stop.state, "")
    about = ", ".join(filter(None, (stop.kind, stop.when or levels.get(stop.at, ""), state.lower())))
    details = () if is_brief else (one_line(stop.detail).rstrip("."), ", ".join(stop.skills))
    about = "; ".join(filter(None, (about, *details)))
    return f"{stop.title.rstrip('.')} ({about})" if about else stop.title.rstrip(".")


def _move(edge: Edge, plan: Plan, said: Words) -> str:
    start, end = (plan.ways[way].stops[stop].title.rstrip(".") for way, stop in (edge.start, edge.end))
    verb = said.moves[("lateral", "merge", "switch").index(edge.kind)]
    label = f" ({edge.label})" if edge.label else ""
    return f"{start} {verb} {end}{label}"


def _joined(*texts: str) -> str:
    return ", ".join(text.rstrip(".") if at == 0 else text for at, text in enumerate(texts) if text)
