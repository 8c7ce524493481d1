"""Whatever is on the list: no text touches another or leaves the page, and every item is drawn or counted."""

from __future__ import annotations

import re
from math import inf

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.kinds.feedback_checklist.flow import Block, Flow
from pipeline.kinds.feedback_checklist.states import PRIORITIES, STATES
from pipeline.scene import Scene
from tests.amounts import some_of
from tests.checklists import Keys, outside, overlapping, runs, scenes
from tests.emptiness import largest_empty
from tests.visuals import forgotten, visual

WORDS = ["state", "the", "trade-off", "before", "tool,", "window-function", "of", "12", "(tests)", "*once*", "Ämter"]
LATIN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
LONG = st.lists(st.sampled_from(WORDS), min_size=30, max_size=50).map(lambda words: " ".join(words)[:300])
MIXED = st.text("abc אבג سلام 12 ().,", min_size=1, max_size=60).filter(lambda text: bool(text.strip()))
ANY = LATIN | LATIN | LATIN | LONG | MIXED
ENTRY = st.fixed_dictionaries(
    {"text": ANY, "state": st.sampled_from(STATES)},
    optional={
        "note": LATIN,
        "priority": st.sampled_from(PRIORITIES),
        "due": st.sampled_from(["next week", "2026-03-12", "2027-03"]),
    },
)
FEW = st.lists(ENTRY, max_size=7)
MANY = st.tuples(ENTRY, ENTRY, ENTRY, st.integers(1, 25)).map(lambda drawn: list(drawn[:3]) * drawn[3])
GROUP = st.fixed_dictionaries({"title": LATIN, "items": FEW | FEW | MANY}, optional={"quote": LATIN})
SPEC = st.fixed_dictionaries(
    {
        "kind": st.just("feedback_checklist"),
        "title": st.just("") | LATIN | MIXED,
        "eyebrow": st.just("") | LATIN.map(lambda text: text[:40]),
        "groups": st.lists(GROUP, max_size=5),
        "summary": st.sampled_from(["ring", "ring", "bar", "count", "none"]),
        "show_done": st.sampled_from(["all", "dim", "dim", "hide"]),
        "numbering": st.sampled_from(["none", "none", "all", "group"]),
        "columns": st.sampled_from(["auto", "auto", "auto", 1, 2, 3, 4]),
        "direction": st.sampled_from(["auto", "ltr", "rtl"]),
    }
)
SIZES = st.sampled_from(["og", "portrait", "square", "wide", "story", "pin", "1500x500", "320x480"])


def some(examples: int) -> settings:
    return settings(
        max_examples=some_of(examples),
        phases=(Phase.explicit, Phase.generate),  # long lists shrink for minutes
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


@some(60)
@given(SPEC, SIZES)
def test_no_text_touches_another_or_leaves_the_page(fonts: str, spec: Keys, size: str) -> None:
    (scene,) = scenes(spec, size, fonts=fonts)
    assert overlapping(scene) == []
    assert outside(scene) == []


@some(40)
@given(SPEC, SIZES)
def test_every_item_is_drawn_or_counted(fonts: str, spec: Keys, size: str) -> None:
    made = visual(spec)
    (scene,) = scenes(made, size, fonts=fonts)
    assert _drawn(scene) + _counted(scene) == len(made.content.points)


@some(60)
@given(SPEC, SIZES, st.booleans())
def test_whatever_is_not_shown_has_a_reason(fonts: str, spec: Keys, size: str, goes_on: bool) -> None:
    spec = {**spec, "overflow": "paginate"} if goes_on else spec
    assert [field for scene in scenes(spec, size, fonts=fonts) for field in forgotten(scene)] == []


@some(15)
@given(SPEC, SIZES)
def test_pages_hold_every_item_at_one_size(fonts: str, spec: Keys, size: str) -> None:
    whole = visual({**spec, "overflow": "paginate"})
    made = scenes(whole, size, fonts=fonts)
    assert sum(map(_drawn, made)) == len(whole.content.points)
    assert len({size for scene in made for size in _item_sizes(scene)}) <= 1
    assert [pair for scene in made for pair in overlapping(scene)] == []
    assert [text for scene in made for text in outside(scene)] == []


EIGHT = st.sampled_from(["og", "portrait", "square", "wide", "story", "pin", "x", "linkedin"])


@some(60)
@given(SPEC, EIGHT)
def test_no_picture_has_an_empty_half(fonts: str, spec: Keys, size: str) -> None:
    assert largest_empty(scenes(spec, size, fonts=fonts)[0]) <= 0.4


@some(25)
@given(SPEC)
def test_what_a_portrait_shows_a_story_shows(fonts: str, spec: Keys) -> None:
    portrait, story = (scenes(spec, size, fonts=fonts)[0] for size in ("portrait", "story"))
    assert _shown(portrait) <= _shown(story)


@some(20)
@given(SPEC, SIZES)
def test_no_text_is_below_the_floor(fonts: str, spec: Keys, size: str) -> None:
    (scene,) = scenes(spec, size, fonts=fonts)
    floor = 19 * min(scene.size.width / 1200, scene.size.height / 630)
    assert [run.text for run in runs(scene) if run.size < floor - 1e-6] == []


@some(20)
@given(SPEC, SIZES)
def test_the_same_spec_gives_the_same_scene(fonts: str, spec: Keys, size: str) -> None:
    assert scenes(spec, size, fonts=fonts) == scenes(spec, size, fonts=fonts)


HEIGHTS = st.lists(st.lists(st.floats(0, 200), min_size=1, max_size=12), min_size=1, max_size=8)


@some(100)
@given(HEIGHTS, st.integers(1, 4), st.floats(150, 900), st.booleans())
def test_columns_keep_order_and_room_and_leave_no_item_alone(
    depths: list[list[float]], count: int, room: float, breaking: bool
) -> None:
    flow = Flow([Block(40.0, each) for each in depths], 30.0, 70.0)
    columns = flow.balanced(count, room, breaking=breaking)
    if columns is None:
        return
    assert len(columns) <= count
    assert all(flow.height(column) <= room + 1e-6 for column in columns)
    pieces = [piece for column in columns for piece in column]
    assert [(piece.block, at) for piece in pieces for at in range(piece.start, piece.stop)] == [
        (block, at) for block, each in enumerate(depths) for at in range(len(each))
    ]
    parted = [piece for piece in pieces if piece.stop - piece.start < len(depths[piece.block])]
    assert all(piece.stop - piece.start > 1 for piece in parted)


@some(100)
@given(st.lists(st.lists(st.floats(0, 200), max_size=9), min_size=1, max_size=8), st.integers(1, 6))
def test_columns_that_are_asked_for_keep_order_and_differ_by_one_item(depths: list[list[float]], count: int) -> None:
    flow = Flow([Block(40.0, each) for each in depths], 30.0, 70.0)
    columns = flow.counted(count, inf)
    assert columns is not None
    sizes = [sum(piece.stop - piece.start for piece in column) for column in columns]
    assert len(sizes) == max(1, min(count, sum(map(len, depths))))
    assert max(sizes) - min(sizes) <= 1
    pieces = [piece for column in columns for piece in column]
    assert [(piece.block, at) for piece in pieces for at in range(piece.start, piece.stop)] == [
        (block, at) for block, each in enumerate(depths) for at in range(len(each))
    ]
    assert {piece.block for piece in pieces} == set(range(len(depths)))
    highest = max(map(flow.height, columns))
    assert flow.counted(count, highest) is not None
    assert flow.counted(count, -1.0) is None


def _drawn(scene: Scene) -> int:
    """How many items are there: each run of an item's text says which item it belongs to."""
    return len({run.role for run in runs(scene) if _is_of_item(run.role)})


def _shown(scene: Scene) -> set[str]:
    """The fields that a picture shows, without the words for items that it does not and for groups that go on."""
    return {run.role for run in runs(scene)} - {"rest", "labels.continued"}


def _is_of_item(role: str) -> bool:
    return re.fullmatch(r"groups\[\d+\]\.items\[\d+\]\.text", role) is not None


def _item_sizes(scene: Scene) -> set[float]:
    return {round(run.size, 6) for run in runs(scene) if _is_of_item(run.role)}


def _counted(scene: Scene) -> int:
    """How many items the last line says there are more."""
    tail = "".join(run.text for run in runs(scene) if run.role == "rest")
    more = re.match(r"and (\d+) more", tail)
    return int(more[1]) if more else 0
