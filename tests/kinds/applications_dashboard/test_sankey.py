"""Tests of the sankey: what flows adds up, no band crosses a stage, every node is labelled and no label touches."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import theme
from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.model import RUNGS, STAGES, Application
from pipeline.kinds.applications_dashboard.panels.sankey import FLOW_ALPHA
from pipeline.scene import Box, Path, Scene, walk
from tests.checklists import outside, overlapping
from tests.dashboards import LOCALES, application, blocks, board, bounds, runs, said, sample, scene
from tests.properties.test_applications_dashboard import some

COLORS = theme.load("paper").colors
SIZES = ("og", "portrait", "square", "wide", "story")
OPEN, SAID_NO, WITHDREW = COLORS.flow_open.with_alpha(FLOW_ALPHA), COLORS.flow_closed, COLORS.flow_closed_2
OUTCOMES = (OPEN, SAID_NO, WITHDREW)


def shown(applications: Sequence[Application], size: str = "wide", **keys: object) -> Scene:
    return scene(board(applications, panels=("sankey",), **keys), size)


def bands(found: Scene, fill: Color) -> list[Path]:
    """The curved bands of a fill: two curves between two upright edges."""
    return [
        item
        for item, _ in walk(found.items)
        if isinstance(item, Path) and item.fill == fill and "".join(each[0] for each in item.outline) == "MCLCZ"
    ]


def edge(band: Path, at: int) -> tuple[float, float]:
    """The top and bottom of a band where it leaves (0) or arrives (1), from left to right."""
    start, into, into_bottom, bottom = (float(segment[-1]) for segment in band.outline[:4])
    return ((start, bottom), (into, into_bottom))[at]


def rises(band: Path) -> bool:
    return edge(band, 1)[0] < edge(band, 0)[0] - 0.01


def list_of(*counts: tuple[str, str, int]) -> list[Application]:
    """So many applications of a stage that reached a rung."""
    return [
        application(stage, reached, source=f"Source {at % 3}")  # type: ignore[arg-type]
        for stage, reached, count in counts
        for at in range(count)
    ]


class TestNumbers:
    def test_every_node_has_its_number_and_name(self) -> None:
        found = scene(sample("panels=[sankey]"), "wide")
        labels = {run.text for run in runs(found, "sankey.stage", "sankey.outcome", "sankey.source")}
        assert labels == {
            "13 Job board", "5 Company site", "5 Referral", "1 Recruiter", "24 Applied", "11 Screening", "6 Interview",
            "1 Offer", "9 Still open", "12 Said no", "3 Withdrawn",
        }  # fmt: skip

    def test_the_bands_of_an_outcome_add_up_to_it_in_one_measure(self) -> None:
        found = scene(sample("panels=[sankey]"), "wide")
        heights = [sum(high - low for low, high in (edge(band, 1) for band in bands(found, fill))) for fill in OUTCOMES]
        assert [height / heights[0] * 9 for height in heights] == pytest.approx([9, 12, 3])
        sources = [high - low for low, high in (edge(band, 0) for band in bands(found, COLORS.flow_band))]
        assert [height / heights[0] * 9 for height in sources] == pytest.approx([13, 5, 5, 1])

    def test_bands_leave_and_arrive_without_gaps(self) -> None:
        found = scene(sample("panels=[sankey]"), "wide")
        ends = [sorted(edge(band, 1) for band in bands(found, fill)) for fill in (*OUTCOMES, COLORS.flow_band)]
        for into in ends:
            assert [low for low, _ in into[1:]] == pytest.approx([high for _, high in into[:-1]])
        first = max(blocks(found, COLORS.flow_node), key=lambda rect: rect.height)
        leaving = [edge(band, 0) for fill in OUTCOMES for band in bands(found, fill)]
        assert max(high for _, high in leaving) == pytest.approx(first.bottom)

    def test_twelve_sources_are_the_largest_and_the_others_together(self) -> None:
        applications = [application(source=f"Source {at}") for at in range(12) for _ in range(20 - at)]
        labels = [run.text for run in runs(shown(applications), "sankey.source")]
        assert labels[:2] == ["20 Source 0", "19 Source 1"]
        assert labels[-1].endswith(" Other")
        assert sum(int(label.split()[0]) for label in labels) == len(applications)

    def test_without_named_sources_it_begins_with_what_was_sent(self) -> None:
        found = shown([application(), application("rejected")])
        assert runs(found, "sankey.source") == []
        assert bands(found, COLORS.flow_band) == []

    def test_an_outcome_that_did_not_happen_is_left_out(self) -> None:
        assert said(shown([application()]), "sankey.outcome") == ["1 Still open"]

    def test_nothing_sent_shows_empty_stages(self) -> None:
        found = shown([])
        assert said(found, "sankey.stage") == ["0 Applied0 Screening0 Interview0 Offer"]
        assert len(blocks(found, COLORS.surface_3)) >= 4

    def test_a_lower_bound_is_told(self) -> None:
        unknown = [application("rejected")._replace(reached_is_known=False), application()]
        assert "at least" in " ".join(said(shown(unknown), "panels.sankey"))


class TestForm:
    def test_captions_take_two_lines_where_one_is_too_narrow(self) -> None:
        assert "11 Screening" in said(scene(sample("panels=[sankey]"), "og"), "sankey.stage")[0]
        narrow = said(scene(sample("panels=[sankey, next_steps]"), "og"), "sankey.stage")
        assert narrow == ["241161", "AppliedScreeningInterviewOffer"]

    def test_what_was_withdrawn_has_an_outline(self) -> None:
        found = scene(sample("panels=[sankey]"), "wide")
        assert all(band.stroke is not None for band in bands(found, WITHDREW))
        assert all(band.stroke is None for band in bands(found, SAID_NO))

    def test_from_right_to_left_it_is_mirrored(self) -> None:
        left, right = (scene(sample("panels=[sankey]", f"direction={way}"), "wide") for way in ("ltr", "rtl"))
        for fill in OUTCOMES:
            boxes = [bounds(band.outline).mirrored(1600) for band in bands(left, fill)]
            assert [list(map(round, box)) for box in boxes] == [
                list(map(round, bounds(band.outline))) for band in bands(right, fill)
            ]
        assert {run.text for run in runs(left)} == {run.text for run in runs(right)}

    @pytest.mark.parametrize(
        "applications",
        [
            list_of(("rejected", "offer", 9), ("withdrawn", "interview", 5), ("applied", "applied", 3)),
            list_of(("rejected", "applied", 95), ("offer", "offer", 5)),
            list_of(("withdrawn", "offer", 40), ("rejected", "screening", 30), ("interview", "interview", 30)),
            list_of(("applied", "applied", 4750), ("screening", "screening", 250)),
        ],
        ids=["few", "95 % refused at once", "late ends", "thousands"],
    )
    def test_no_band_rises_or_crosses_a_stage(self, applications: list[Application]) -> None:
        found = shown(applications)
        nodes = [rect for rect in blocks(found, COLORS.flow_node) + blocks(found, COLORS.accent_2) if rect.width == 10]
        for band in [each for fill in OUTCOMES for each in bands(found, fill)]:
            assert not rises(band)
            box, (top, _) = bounds(band.outline), edge(band, 0)
            passed = [node for node in nodes if box.x + 1 < node.x < box.right - 11]
            assert all(node.bottom <= top + 3 for node in passed)  # px: a node is never thinner than 3

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("count", [0, 1, 3, 40, 5000])
    def test_it_stays_in_its_cell(self, size: str, count: int) -> None:
        drawn = list(sample().gathered.applications)
        found = shown([drawn[at % len(drawn)] for at in range(count)], size)
        (card,) = [item.rect for item in found.items if isinstance(item, Box) and item.shadows]
        for fill in (*OUTCOMES, COLORS.flow_band):
            for rect in [bounds(band.outline) for band in bands(found, fill)] + blocks(found, fill):
                assert card.x < rect.x
                assert rect.right < card.right
                assert rect.bottom < card.bottom
        assert overlapping(found) == []
        assert outside(found) == []

    @pytest.mark.parametrize("size", SIZES)
    def test_small_ones_side_by_side_keep_their_labels_apart(self, size: str) -> None:
        applications = [application(source="Job board", stage="withdrawn") for _ in range(900)]
        applications += [application(source=f"Source {at}") for at in range(4)] + [application("rejected")]
        found = shown(applications, size)
        assert len(runs(found, "sankey.source", "sankey.outcome")) >= 5
        assert overlapping(found) == []

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("locale", LOCALES)
    def test_every_language_fits_uncut(self, size: str, locale: str) -> None:
        for panels in ("sankey", "sankey, next_steps"):
            found = scene(sample(f"panels=[{panels}]", f"locale={locale}"), size)
            labels = runs(found, "sankey.stage", "sankey.outcome")
            assert [run.text for run in labels if run.text.endswith("…")] == []


@some(60)
@given(
    st.lists(
        st.tuples(st.sampled_from(STAGES), st.sampled_from(RUNGS), st.integers(1, 90), st.integers(0, 11)), max_size=9
    ),
    st.sampled_from([*SIZES, "320x480", "1000x800"]),
    st.sampled_from([("sankey",), ("sankey", "next_steps")]),
    st.sampled_from(["ltr", "rtl"]),
)
def test_no_label_touches_another_whatever_was_sent(
    drawn: list[tuple[str, str, int, int]], size: str, panels: tuple[str, ...], direction: str
) -> None:
    names = ["", "Job board", "A recruiter whose name is rather long", *(f"Source {at}" for at in range(9))]
    applications = [
        application(stage, stage if stage in RUNGS else reached, source=names[source])  # type: ignore[arg-type]
        for stage, reached, count, source in drawn
        for _ in range(count)
    ]
    found = scene(board(applications, panels=panels, direction=direction), size)
    assert overlapping(found) == []
    assert outside(found) == []
    boxes = [
        Rect(run.origin.x, run.origin.y - 0.6 * run.size, run.advance, 0.55 * run.size)
        for run in runs(found, "sankey.stage", "sankey.outcome", "sankey.source")
    ]
    nodes = blocks(found, COLORS.flow_node) + blocks(found, COLORS.accent_2)
    assert [box for box in boxes for node in nodes if box.intersection(node)] == []


@pytest.mark.parametrize("size", SIZES)
def test_many_sources_leave_the_bands_their_height(size: str) -> None:
    rows = [application("applied", source=f"Source {at % 8}") for at in range(200)]
    found = scene(board(rows, panels=("sankey", "sources")), size)
    (still_open,) = bands(found, OPEN)
    top, bottom = edge(still_open, 0)
    assert bottom - top > 60
