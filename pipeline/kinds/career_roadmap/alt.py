"""What a roadmap says to those who cannot see it, in its language: a sentence, and all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.content import Leaf
from pipeline.kinds.career_roadmap.model import Dated, Path, Plan, Stop
from pipeline.kinds.career_roadmap.words import Speech, number
from pipeline.prose import capital, fitted, joined, one_line, unended
from pipeline.typography import markup
from pipeline.words import Language

MOST_DESCRIBED = 8_000  # characters; beyond, only what is in progress and destinations have kinds, dates and details


def alt(plan: Plan) -> str:
    """One sentence: the headline, and each path with its destination; long ones are cut."""
    said, language = plan.words.said, plan.words.language
    ends = [_plain(path.stops[-1].title) if path.stops else "" for path in plan.paths]
    names = [_plain(path.name) for path in plan.paths]

    def write(title: str, *parts: str) -> str:
        pairs = zip(parts[: len(ends)], parts[len(ends) :], strict=True)
        paths = [language.aside(name, end) if name else end for name, end in pairs]
        told = language.listed(list(filter(None, paths))) or said.no_steps
        return language.ended(said.titled.format(title=language.quoted(title), paths=told))

    return fitted(write, _plain(plan.title), *names, *ends)


def description(plan: Plan) -> str:
    """The headline, every path with its steps, and what else is on the map; of very much, all steps by their titles."""
    whole = joined(_sentences(plan, is_brief=False))
    return whole if len(whole) <= MOST_DESCRIBED else joined(_sentences(plan, is_brief=True))


def _plain(leaf: Leaf) -> str:
    return one_line(markup.plain(leaf.text))


def _inner(leaf: Leaf) -> str:
    """A text inside a sentence, without a stop of its own."""
    return unended(_plain(leaf))


def _sentences(plan: Plan, *, is_brief: bool) -> Iterator[str]:
    words, said, ended = plan.words, plan.words.said, plan.words.language.ended
    yield ended(said.named.format(title=_plain(plan.title)))
    yield from (ended(_plain(leaf)) for leaf in (plan.eyebrow, plan.standfirst) if leaf)
    start = words.language.with_commas(plan.origin, plan.start.date.text)
    count = number(words, len(plan.paths))
    yield ended(capital(words.language.counted(said.paths, len(plan.paths), number=count, start=start)))
    if plan.as_of:
        yield ended(said.as_of.format(day=plan.as_of))
    levels = {tick.at: tick.label.text for tick in plan.ticks} if plan.axis == "levels" else {}
    for path in plan.paths:
        yield ended(capital(_path(path, words, levels, is_brief=is_brief)))
    yield from map(ended, _around(plan))


def _around(plan: Plan) -> Iterator[str]:
    """What is on the map beside the paths."""
    said, language = plan.words.said, plan.words.language
    if plan.closed:
        yield said.closed.format(title=_inner(plan.closed))
    if plan.done:
        yield said.already.format(title=_dated(plan.done, language))
    if plan.decision:
        yield said.decision.format(title=_dated(plan.decision, language))
    if plan.edges:
        moves = []
        for edge in plan.edges:
            start, end = (_inner(plan.paths[path].stops[stop].title) for path, stop in (edge.start, edge.end))
            move = getattr(said, edge.kind).format(start=start, end=end)
            moves.append(language.aside(move, _plain(edge.label)))
        yield said.moves.format(moves=language.with_semicolons(*moves))
    if highlighted := next((path.name for path in plan.paths if path.is_highlighted), None):
        yield said.highlight.format(name=_plain(highlighted))
    if named := [_plain(tick.label) for tick in plan.ticks if tick.is_named]:
        yield said.axis.format(ticks=language.listed(named))


def _path(path: Path, words: Speech, levels: Mapping[float, str], *, is_brief: bool) -> str:
    """A path's name and its steps, the last one as its destination; in brief, without what is not in progress."""
    said = words.said
    texts = [
        _inner(stop.title) if is_brief and stop.state != "current" else _step(stop, words, levels, is_brief=is_brief)
        for stop in path.stops[:-1]
    ]
    if path.stops:
        at_end = _step(path.stops[-1], words, levels, is_brief=is_brief)
        texts.append(said.destination.format(title=at_end) if texts else at_end)
    steps = words.language.with_commas(*texts) or said.no_steps
    return said.path.format(name=_plain(path.name), steps=steps) if path.name else steps


def _step(stop: Stop, words: Speech, levels: Mapping[float, str], *, is_brief: bool) -> str:
    """A milestone with its kind, its date or else its level, its state unless that is planned, and its details."""
    state = "" if stop.state == "planned" else getattr(words.said, stop.state)
    language = words.language
    about = language.with_commas(stop.kind.text, stop.when.text or levels.get(stop.at, ""), state)
    details = () if is_brief else (_inner(stop.detail), language.enumerated(map(str, stop.skills)))
    return language.aside(_inner(stop.title), language.with_semicolons(about, *details))


def _dated(dated: Dated, language: Language) -> str:
    return language.with_commas(_inner(dated.title), dated.date.text)
