"""What a plan says and its picture does not show, in words: `detail of Team lead`, `detail of 5 milestones`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from pipeline.kinds.career_roadmap.model import Plan
from pipeline.scene import Item


class Drawn(NamedTuple):
    """A picture's items from back to front, and what is left out of it.

    `untold` are the milestones, each (way, stop), whose titles it does not tell.
    """

    items: tuple[Item, ...]
    left_out: tuple[str, ...]
    untold: tuple[tuple[int, int], ...] = ()


class Shown(NamedTuple):
    """What a picture shows of a plan: the milestones with a title, with kind and date, and so on, as (way, stop).

    `moves` are the labels of moves that are not shown.
    """

    titles: Collection[tuple[int, int]]
    metas: Collection[tuple[int, int]]
    moves: Sequence[str] = ()
    has_standfirst: bool = False
    details: Collection[tuple[int, int]] = ()
    skills: Collection[tuple[int, int]] = ()


def unseen(plan: Plan, shown: Shown) -> tuple[str, ...]:
    """What is left out beside titles; of a milestone that has none, nothing more is missed."""
    stops = {(w, s): stop for w, way in enumerate(plan.ways) for s, stop in enumerate(way.stops)}
    named = {seat: stop for seat, stop in stops.items() if seat in shown.titles}
    bare = [stop.title for seat, stop in named.items() if (stop.kind or stop.when) and seat not in shown.metas]
    return (
        *(["standfirst"] if plan.standfirst and not shown.has_standfirst else []),
        *_of("kind and date", bare),
        *_of("detail", [stop.title for seat, stop in named.items() if stop.detail and seat not in shown.details]),
        *_of("skills", [stop.title for seat, stop in named.items() if stop.skills and seat not in shown.skills]),
        *(f"label of a move: {label}" for label in shown.moves),
    )


def untitled(titles: Sequence[str]) -> tuple[str, ...]:
    """What is left out where these titles are."""
    return _of("title", titles)


def _of(what: str, titles: Sequence[str]) -> tuple[str, ...]:
    if not titles:
        return ()
    return (f"{what} of {titles[0]}" if len(titles) == 1 else f"{what} of {len(titles)} milestones",)
