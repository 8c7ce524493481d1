"""Whatever is on the list: no text touches another, leaves the page or the board."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.color import Color
from pipeline.kinds.applications_dashboard.model import RUNGS, STAGES, Application, LeftOut, Reason
from pipeline.kinds.applications_dashboard.spec import OwnStage, Tile
from pipeline.scene import Box
from tests.amounts import some_of
from tests.checklists import outside, overlapping
from tests.dashboards import TODAY, Board, board, roomy, runs, text_box
from tests.visuals import forgotten

WORDS = ["Nordvale", "Labs", "&", "Søn", "Versicherungsgesellschaft", "of", "the", "North", "GmbH", "Ltd.", "analyst"]
NAME = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
MIXED = st.text("abc אבג ابت 12 ().,", min_size=1, max_size=50).filter(lambda text: bool(text.strip()))
DAY = st.none() | st.integers(-500, 60).map(lambda days: TODAY + timedelta(days=days))
RECENT = st.integers(-70, 0).map(lambda days: TODAY + timedelta(days=days))


@st.composite
def applications(draw: st.DrawFn) -> Application:
    stage = draw(st.sampled_from(STAGES))
    reached = stage if stage in RUNGS else draw(st.sampled_from(RUNGS))
    return Application(
        company=draw(NAME | NAME | MIXED),
        role=draw(st.just("") | NAME),
        stage=stage,
        reached=reached,
        applied=draw(RECENT | RECENT | DAY),
        updated=draw(RECENT | DAY),
        next_step=draw(st.sampled_from(["", "Follow up", "Present the case study to the whole of the panel"])),
        next_date=draw(DAY),
        source=draw(st.sampled_from(["", "Job board", "Referral", "A recruiter whose name is rather long"])),
        reached_is_known=draw(st.booleans()),
    )


FEW = st.lists(applications(), max_size=12)
MANY = st.tuples(st.lists(applications(), min_size=1, max_size=6), st.integers(2, 900)).map(
    lambda drawn: (drawn[0] * drawn[1])[:5000]
)
LOPSIDED = st.tuples(applications(), st.lists(applications(), max_size=5), st.integers(40, 400)).map(
    lambda drawn: [drawn[0]] * drawn[2] + drawn[1]
)
PANELS = st.permutations(["pipeline", "weeks", "next_steps", "sources", "sankey", "kanban", "calendar"])
TILES = st.lists(
    st.sampled_from(
        [
            "active",
            "interviews",
            "response_rate",
            "offers",
            "ghosted",
            "median_days_to_reply",
            "per_week",
            "per_month",
            "conversion",
            "screening_to_interview",
            "interview_to_offer",
        ]
    )
    | st.builds(Tile, label=NAME.map(lambda text: text[:60]), value=st.sampled_from(["7", "12 345 678 km"[:12]])),
    min_size=1,
    max_size=4,
)
LEFT_OUT = st.builds(LeftOut, st.integers(2, 5000), st.just("") | NAME | MIXED, st.sampled_from(get_args(Reason)))
STAGE = st.builds(
    OwnStage,
    stage=st.sampled_from(STAGES),
    label=st.just("") | NAME.map(lambda text: text[:24]) | st.just("W" * 24),
    color=st.none() | st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: Color(*rgb)),
)
SIZES = st.sampled_from(["og", "portrait", "square", "wide", "story", "pin", "1500x500", "320x480", "1000x800"])


@st.composite
def boards(draw: st.DrawFn) -> Board:
    keys: dict[str, object] = {"locale": draw(st.sampled_from([None, "en", "en-US", "de", "fr", "es"]))}
    if draw(st.booleans()):
        keys["panels"] = tuple(draw(PANELS)[: draw(st.integers(1, 6))])
    if draw(st.booleans()):
        keys["tiles"] = tuple(draw(TILES))
    if draw(st.integers(0, 3)) == 0:
        keys["title"] = draw(NAME.map(lambda text: text[:120]) | MIXED)
    if draw(st.integers(0, 2)) == 0:
        keys["stages"] = tuple(draw(st.lists(STAGE, max_size=6, unique_by=(lambda each: each.stage))))
    keys["direction"] = draw(st.sampled_from(["auto", "auto", "ltr", "rtl"]))
    keys["sort"] = draw(st.sampled_from(["next_date", "stage", "updated", "company"]))
    made = board(draw(FEW | FEW | MANY | LOPSIDED), **keys)
    return made.without(*draw(st.lists(LEFT_OUT, max_size=9)))


def some(examples: int) -> settings:
    return settings(
        max_examples=some_of(examples),
        phases=(Phase.explicit, Phase.generate),  # long lists shrink for minutes
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )


@some(120)
@given(boards(), SIZES)
def test_all_is_shown_or_left_out_and_no_text_touches_another(fonts: str, spec: Board, size: str) -> None:
    found = roomy(spec, size, fonts)
    assert forgotten(found) == []
    assert overlapping(found) == []
    assert outside(found) == []


@some(80)
@given(boards(), SIZES)
def test_no_text_crosses_the_edge_of_the_board(fonts: str, spec: Board, size: str) -> None:
    found = roomy(spec, size, fonts)
    rect = next(item.rect for item in found.items if isinstance(item, Box) and item.shadows)  # a short board is lower
    for run in runs(found):
        box = text_box(run)
        if box.intersection(rect) is not None:
            assert rect.union(box) == rect, run.text


@some(30)
@given(boards(), SIZES)
def test_the_same_spec_gives_the_same_scene(fonts: str, spec: Board, size: str) -> None:
    assert roomy(spec, size, fonts) == roomy(spec, size, fonts)
