"""Lattices for tests: random plans, laid out in the style `levels`, and asked what touches what."""

from __future__ import annotations

from random import Random
from typing import Any

from pipeline import kinds, source, theme
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.model import NOTHING, Dated, Edge, Move, Path, Plan, State, Stop, Tick
from pipeline.kinds.career_roadmap.words import Shown, spoken
from pipeline.scene import Box, Scene
from tests import roadmaps
from tests.conftest import REPOSITORY
from tests.kinds.career_roadmap import maps

SPEC = REPOSITORY / "specs" / "career_levels.yaml"
AHEAD: tuple[State, ...] = ("planned", "planned", "optional")
ENGLISH = spoken("en", Shown())
SIZES = ("og", "portrait", "square", "wide", "story")
WORDS = (
    *("senior", "staff", "engineer", "lead", "of", "platform", "pricing", "certificate"),
    *("SQL", "course", "research", "data", "team", "head", "level", "II"),
)


def sample(*changes: str) -> Plan:
    """What the sample says with changes such as `direction=rtl`."""
    found: Plan = kinds.build(source.override(source.read(str(SPEC)), changes)).content
    return found


def plan(
    ways: tuple[Path, ...], edges: tuple[Edge, ...] = (), ticks: tuple[Tick, ...] = (), title: str = "T", **keys: Any
) -> Plan:
    """What a lattice of these says."""
    return Plan(ways, ENGLISH, edges, ticks, title=Leaf(title, "title"), style="levels", **keys)


def way(name: str, stops: tuple[Stop, ...] = (), w: int = 0) -> Path:
    """A track."""
    return Path(Leaf(name, f"paths[{w}].name"), None, stops)


def stop(
    title: str,
    at: float = 0.0,
    field: str = "",
    when: str = "",
    kind: str = "",
    detail: str = "",
    skills: tuple[str, ...] = (),
    state: State = "planned",
) -> Stop:
    """A milestone of these texts, whose own field is `field`."""

    def leaf(text: str, key: str) -> Leaf:
        return Leaf(text, f"{field}.{key}") if text else NOTHING

    said = (leaf(title, "title"), leaf(when, "at"), leaf(kind, "kind"))
    more = tuple(leaf(skill, f"skills[{k}]") for k, skill in enumerate(skills))
    return Stop(*said, state, at, leaf(detail, "detail"), more)


def tick(at: float, label: str, short: str = "") -> Tick:
    """A level or a phase."""
    return Tick(at, Leaf(label, f"ticks[{at:g}]"), short)


def started(label: str, date: str = "", short: str = "") -> Dated:
    """The start."""
    return Dated(Leaf(label, "start.label"), Leaf(date, "start.date") if date else NOTHING, short)


def dated(title: str, date: str, key: str, date_key: str = "date") -> Dated:
    """A text and its date, such as `done`."""
    return Dated(Leaf(title, f"{key}.title"), Leaf(date, f"{key}.{date_key}"))


def scene(found: Plan, size: str = "og", look: str = "paper", fonts: str | None = None) -> Scene:
    """The lattice of a plan."""
    return maps.scene(found, size, look, fonts)


def collisions(found: Scene, look: str = "paper") -> list[str]:
    """What touches what it should not; halos and cards lie below words on purpose."""
    colors = theme.load(look).colors
    return roadmaps.collisions(found, (colors.paper, colors.surface))


def cards(found: Scene) -> list[Rect]:
    """The cards that lift off the page."""
    return [item.rect for item in found.items if isinstance(item, Box) and item.shadows]


def random_plan(seed: int, most_ways: int = 8, most_stops: int = 25) -> Plan:
    """Any number of tracks with any number of milestones, moves between them, and texts of ordinary length."""
    random = Random(seed)
    rows = random.choice((1, 2, 3, 4, 5, 6, 12, 25))
    ways = tuple(_way(random, w, rows, most_stops) for w in range(random.randint(1, most_ways)))
    seats = [(w, s) for w, way in enumerate(ways) for s in range(len(way.stops))]
    edges: list[Edge] = []
    for number in range(random.choice((0, 0, 1, 2, 3, 6)) if len(seats) > 1 else 0):
        pair = random.sample(seats, 2)
        start, end = sorted(pair, key=lambda seat: ways[seat[0]].stops[seat[1]].at)
        kind: Move = random.choice(("lateral", "merge", "switch"))
        edges.append(Edge(start, end, kind, Leaf(random.choice(("", "back again")), f"edges[{number}].label")))
    has_axis = random.random() < 0.8
    ticks = tuple(tick(float(row), f"Level {row}", f"L{row}") for row in range(1, rows + 1)) if has_axis else ()
    title, standfirst = _words(random, 2, 5), _words(random, 4, 9)
    found = plan(ways, tuple(edges), ticks, title, start=started("Today", "20 Nov 2026", "20 Nov"), today="Today")
    found = found._replace(eyebrow=Leaf("Levels", "eyebrow"), standfirst=Leaf(standfirst, "standfirst"))
    if random.random() < 0.5:
        closed = Leaf("The job that said no", "closed.label")
        found = found._replace(done=dated("Feedback call", "18 Nov", "done"), closed=closed)
    if random.random() < 0.5:
        found = found._replace(decision=dated("Pick a lead path", "by 31 Jan", "decision", "by"))
    return found._replace(axis=random.choice(("levels", "phases")) if has_axis else "none")


def _way(random: Random, w: int, rows: int, most_stops: int) -> Path:
    places = sorted(
        float(random.randint(1, rows)) for _ in range(min(most_stops, random.choice((0, 1, 2, 3, 4, 8, 25))))
    )
    lived = random.randint(0, 2)
    ahead: list[State] = [random.choice(AHEAD) for _ in places]
    states: list[State] = [*["done"] * lived, *["current"] * random.randint(0, 1), *ahead]  # type: ignore[list-item]
    stops = tuple(
        stop(
            _words(random, 1, 4),
            when=random.choice(("", "Nov 2027")),
            kind=random.choice(("", "Role")),
            state=states[s],
            at=at,
            detail=random.choice(("", _words(random, 3, 8))),
            skills=("SQL",) * random.randint(0, 2),
            field=f"paths[{w}].milestones[{s}]",
        )
        for s, at in enumerate(places)
    )
    return way(_words(random, 1, 2), stops, w)


def _words(random: Random, least: int, most: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(least, most))).capitalize()
