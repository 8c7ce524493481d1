"""Lattices for tests: random plans, laid out in the style `levels`, and asked what touches what."""

from __future__ import annotations

from random import Random

from pipeline import kinds, sizes, source, theme
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.levels import lay_out
from pipeline.kinds.career_roadmap.model import Edge, Move, Plan, State, Stop, Tick, Way
from pipeline.kinds.career_roadmap.plan import plan as plan_of
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from pipeline.scene import Box, LeftOut, Scene
from pipeline.typography import Typesetter, library
from tests import roadmaps
from tests.conftest import REPOSITORY

SPEC = REPOSITORY / "specs" / "career_levels.yaml"
AHEAD: tuple[State, ...] = ("planned", "planned", "optional")
SIZES = ("og", "portrait", "square", "wide", "story")
WORDS = (
    *("senior", "staff", "engineer", "lead", "of", "platform", "pricing", "certificate"),
    *("SQL", "course", "research", "data", "team", "head", "level", "II"),
)


def spec(**keys: object) -> CareerRoadmap:
    """A spec of the style with these keys; its plan comes from elsewhere."""
    return CareerRoadmap(kind="career_roadmap", style="levels", **keys)  # type: ignore[arg-type]


def sample(*changes: str) -> tuple[Plan, CareerRoadmap]:
    """The sample's plan and spec with changes such as `direction=rtl`."""
    built = kinds.build(source.override(source.read(str(SPEC)), changes))[1]
    assert isinstance(built, CareerRoadmap)
    return plan_of(built), built


def scene(
    plan: Plan, asked: CareerRoadmap | None = None, size: str = "og", look: str = "paper", fonts: str | None = None
) -> Scene:
    """The lattice of a plan."""
    asked = asked or spec()
    page = sizes.parse(size).size
    typesetter = Typesetter(library(fonts), lang=asked.lang, direction=asked.direction)
    drawn = lay_out(plan, asked, page, theme.load(look), typesetter)
    return Scene(page, drawn.items, plan.title, "", left_out=tuple(LeftOut((), text) for text in drawn.left_out))


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
        edges.append(Edge(start, end, kind, random.choice(("", "back again")), f"edges[{number}]"))
    has_axis = random.random() < 0.8
    ticks = tuple(Tick(float(row), f"Level {row}", f"L{row}") for row in range(1, rows + 1)) if has_axis else ()
    found = Plan(ways, tuple(edges), ticks, "Today", "20 Nov 2026", start_short="20 Nov", eyebrow="Levels")
    found = found._replace(title=_words(random, 2, 5), standfirst=_words(random, 4, 9))
    if random.random() < 0.5:
        found = found._replace(done=("Feedback call", "18 Nov"), closed="The job that said no")
    if random.random() < 0.5:
        found = found._replace(decision=("Pick a lead path", "by 31 Jan"))
    return found._replace(axis=random.choice(("levels", "phases")) if has_axis else "none")


def _way(random: Random, w: int, rows: int, most_stops: int) -> Way:
    places = sorted(
        float(random.randint(1, rows)) for _ in range(min(most_stops, random.choice((0, 1, 2, 3, 4, 8, 25))))
    )
    lived = random.randint(0, 2)
    ahead: list[State] = [random.choice(AHEAD) for _ in places]
    states: list[State] = [*["done"] * lived, *["current"] * random.randint(0, 1), *ahead]  # type: ignore[list-item]
    stops = tuple(
        Stop(
            id=f"{w}-{s}",
            title=_words(random, 1, 4),
            when=random.choice(("", "Nov 2027")),
            kind=random.choice(("", "Role")),
            state=states[s],
            at=at,
            detail=random.choice(("", _words(random, 3, 8))),
            skills=("SQL",) * random.randint(0, 2),
            field=f"paths[{w}].milestones[{s}].title",
        )
        for s, at in enumerate(places)
    )
    return Way(_words(random, 1, 2), None, stops, False, f"paths[{w}].name")


def _words(random: Random, least: int, most: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(least, most))).capitalize()
