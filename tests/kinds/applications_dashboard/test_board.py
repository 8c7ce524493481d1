"""Tests of the picture: the designer's numbers, what adds up, panels, languages, extremes."""

from __future__ import annotations

from math import sqrt
from typing import get_args

import pytest

from pipeline import sizes, theme
from pipeline.accounting import FORGOTTEN
from pipeline.color import Color
from pipeline.geometry import Rect, Size
from pipeline.kinds.applications_dashboard import panels
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import headline, of_list
from pipeline.kinds.applications_dashboard.measures import measures_of
from pipeline.kinds.applications_dashboard.model import Application, Rung
from pipeline.kinds.applications_dashboard.spec import DEFAULT_PANELS, Panel
from pipeline.kinds.applications_dashboard.words import words
from pipeline.layout.page import Page
from pipeline.scene import LeftOut, LinearGradient, Scene
from pipeline.scene import Path as Drawn
from pipeline.typography import Typesetter, library
from tests.checklists import outside, overlapping
from tests.dashboards import LOCALES, application, blocks, board, counted, roomy, runs, said, sample, scene

COLORS = theme.load("paper").colors
SIZES = ("og", "portrait", "square", "wide", "story")


def many(
    applied: int = 0, rejected: int = 0, withdrawn: int = 0, offers: int = 0, reached: Rung = "applied"
) -> list[Application]:
    """So many applications of each stage; closed ones reached a rung."""
    return [
        *[application("applied") for _ in range(applied)],
        *[application("rejected", reached) for _ in range(rejected)],
        *[application("withdrawn", reached) for _ in range(withdrawn)],
        *[application("offer") for _ in range(offers)],
    ]


def paths(found: Scene, fill: Color) -> list[Drawn]:
    return [item for item in found.items if isinstance(item, Drawn) and item.fill == fill]


def dots(found: Scene, fill: Color) -> list[int]:
    """How many circles each path of this fill has that is nothing but circles."""
    counts = []
    for path in paths(found, fill):
        starts = sum(segment[0] == "M" for segment in path.outline)
        if path.stroke is None and len(path.outline) == 6 * starts:
            counts.append(starts)
    return counts


def bands(found: Scene) -> list[Rect]:
    return blocks(found, COLORS.flow_band)


def shown_nodes(found: Scene) -> list[Rect]:
    return [rect for rect in blocks(found, COLORS.flow_node) if round(rect.width, 6) in (8, 10)]


def falls(found: Scene, fill: Color) -> list[Drawn]:
    return [
        item
        for item in found.items
        if isinstance(item, Drawn) and isinstance(item.fill, LinearGradient) and item.fill.stops[0].color == fill
    ]


class TestComp:
    """The numbers of the designer's comps, and where they are beaten."""

    @pytest.mark.parametrize(
        ("size", "eyebrow", "titles", "labels", "values", "captions"),
        [
            ("og", 68, [121], [179], [226], [250]),
            ("wide", 80, [148], [220], [277], [305]),
            ("portrait", 92, [168, 244], [323, 473], [387, 537], [415, 565]),
        ],
    )
    def test_head_and_tiles_stand_where_the_designer_put_them(
        self, size: str, eyebrow: float, titles: list[float], labels: list[float], values: list[float],
        captions: list[float],
    ) -> None:  # fmt: skip
        found = scene(sample(), size)

        def baselines(role: str) -> list[float]:
            return sorted({run.origin.y for run in runs(found, role)})

        assert baselines("eyebrow") == [eyebrow]
        assert baselines("title") == titles
        assert baselines("tiles.label") == labels
        assert baselines("tiles.value") == values
        assert baselines("tiles.caption") == captions

    @pytest.mark.parametrize("size", SIZES)
    def test_title_eyebrow_tile_pipeline_and_node_share_a_left_edge(self, size: str) -> None:
        found = scene(sample(), size)
        margin = measures_of(Size(*found.size)).margin
        (eyebrow,) = runs(found, "eyebrow")
        assert eyebrow.origin.x == margin
        assert runs(found, "tiles.label")[0].origin.x == margin
        assert any(run.text == "Pipeline" and run.origin.x == margin for run in runs(found))
        nodes = shown_nodes(found)
        assert nodes[0].x == pytest.approx(margin)

    def test_lit_dots_are_the_figures_and_all_dots_the_applications_sent(self) -> None:
        found = scene(sample(), "og")
        assert dots(found, COLORS.accent) == [9, 6, 19]
        assert dots(found, COLORS.accent_2) == [1]
        assert dots(found, COLORS.surface_3) == [15, 18, 5, 23]

    def test_bands_run_level_and_are_as_high_as_the_next_node(self) -> None:
        found = scene(sample(), "og")
        nodes = shown_nodes(found)
        assert len({round(each.y, 6) for each in [*bands(found), *nodes]}) == 1
        assert [band.height for band in bands(found)][:2] == pytest.approx([node.height for node in nodes][1:])

    def test_persimmon_is_the_offer_and_nothing_else(self) -> None:
        found = scene(sample(), "wide")
        warm = {run.text for run in runs(found) if run.fill in (COLORS.accent_2, COLORS.accent_2_text)}
        assert warm == {"Reply by 27 Nov", "1 open", "Offer"}

    def test_the_pipeline_of_a_wide_picture_is_thicker_than_the_designers(self) -> None:
        found = scene(sample(), "wide")
        assert max(band.height for band in bands(found)) / 11 > 1.4 * (104.0 / 24)

    def test_the_small_weekly_chart_names_its_counts_and_days(self) -> None:
        for size in ("og", "portrait", "square", "story"):
            texts = [run.text for run in runs(scene(sample(), size))]
            assert {"Sent per week", "14 Sep", "16 Nov", "4"} <= set(texts), size

    def test_what_was_withdrawn_has_an_outline(self) -> None:
        found = scene(sample(), "og")
        strokes = [item.stroke for item in found.items if isinstance(item, Drawn) and item.stroke]
        outlined = [
            each for each in strokes
            if isinstance(each.paint, LinearGradient) and each.paint.stops[0].color == COLORS.control
        ]  # fmt: skip
        assert len(outlined) == len(falls(found, COLORS.flow_closed_2)) == 3

    def test_blocks_add_up_to_the_applications_and_lit_ones_to_the_active(self) -> None:
        found = scene(sample("panels=[weeks]"), "wide")
        lit, dim = (
            [rect for rect in blocks(found, fill) if rect.y > 330 and rect.width > 20]
            for fill in (COLORS.accent, COLORS.flow_closed)
        )
        assert (len(lit), len(dim)) == (9, 15)


class TestHeadline:
    @pytest.mark.parametrize(
        ("list_", "expected"),
        [
            (many(), "Nothing sent yet."),
            (many(applied=1), "One sent. Still open."),
            (many(applied=3), "Three sent. All still open."),
            (many(applied=1, withdrawn=1), "Two sent. One still open."),
            (many(withdrawn=2), "Two sent. None still open."),
            (many(rejected=4), "Four said no. The list starts again here."),
            (many(applied=1, rejected=1), "One said no. One is still open."),
            (many(applied=9, rejected=12, withdrawn=3), "Twelve said no. Nine are still open."),
            (many(applied=1, rejected=13), "13 said no. 1 is still open."),
            (many(applied=13, rejected=2), "2 said no. 13 are still open."),
            (many(applied=40), "40 sent. All still open."),
            (many(applied=3, withdrawn=12), "15 sent. 3 still open."),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_it_suits_every_combination_of_counts(self, list_: list[Application], expected: str) -> None:
        assert " ".join(headline(counted(list_), words("en"))) == expected

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("de", "Eine Absage. Zwei sind noch offen."),
            ("fr", "Un refus. Deux restent ouvertes."),
            ("es", "Un rechazo. Dos siguen abiertas."),
        ],
    )
    def test_each_language_has_its_one(self, locale: str, expected: str) -> None:
        assert " ".join(headline(counted(many(applied=2, rejected=1)), words(locale))) == expected

    def test_one_is_a_figure_where_the_other_number_is_one(self) -> None:
        assert " ".join(headline(counted(many(applied=20, rejected=1)), words("fr"))) == "1 refus. 20 restent ouvertes."


class TestTiles:
    def test_captions_tell_what_is_new_and_what_is_near(self) -> None:
        assert said(scene(sample(), "portrait"), "tiles.remark", "tiles.caption") == [
            "4 newin November2in the next 7 days",
            "19 of 24answeredReply by 27 Nov",
        ]

    def test_nothing_of_nothing_is_not_a_percentage(self) -> None:
        assert said(scene(board([])), "tiles.value") == ["00n/a0"]

    def test_an_offer_that_was_declined_is_closed(self) -> None:
        found = scene(board(many(withdrawn=1, reached="offer"), panels=DEFAULT_PANELS))
        assert "closed" in said(found, "tiles.caption")[0]

    def test_more_than_forty_are_a_bar(self) -> None:
        assert dots(scene(board(many(applied=41))), COLORS.accent) == []
        assert dots(scene(board(many(applied=40))), COLORS.accent) == [40]

    def test_an_authors_own_figure_has_no_dots(self) -> None:
        found = scene(sample("tiles=[{label: Coffees, value: '31', caption: too many}, ghosted]"))
        assert said(found, "tiles.label") == ["CoffeesNo answer"]
        assert dots(found, COLORS.surface_3) == [24]


class TestPipeline:
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("locale", LOCALES)
    def test_no_label_touches_a_band_or_a_fall(self, size: str, locale: str) -> None:
        for list_ in (
            many(applied=2, rejected=55, offers=1),
            many(applied=5, rejected=30, withdrawn=20, reached="interview"),
            many(applied=300, rejected=2, offers=200),
            list(sample().gathered.applications),
        ):
            found = scene(board(list_, locale=locale, panels=("pipeline",)), size)
            boxes = [
                Rect(r.origin.x, r.origin.y - 0.5 * r.size, r.advance, 0.5 * r.size) for r in runs(found, "stage.open")
            ]
            assert [box for box in boxes for band in bands(found) if box.intersection(band)] == []
            curves = falls(found, COLORS.flow_closed) + falls(found, COLORS.flow_closed_2)
            assert [box for box in boxes for fall in curves if _touches(box, fall)] == []

    def test_a_lower_bound_is_told(self) -> None:
        unknown = [application("rejected")._replace(reached_is_known=False), application()]
        assert "at least" in " ".join(said(scene(board(unknown, panels=DEFAULT_PANELS)), "panels.pipeline"))
        assert "at least" not in " ".join(said(scene(sample()), "panels.pipeline"))

    def test_the_key_leaves_out_what_did_not_happen(self) -> None:
        assert said(scene(board(many(applied=3), panels=DEFAULT_PANELS)), "panels.pipeline.key") == ["Still open"]

    def test_a_fall_keeps_clear_of_the_next_node(self) -> None:
        found = scene(board(many(rejected=60, applied=3)), "1000x800")  # high: the falls could be broad
        (fall,) = falls(found, COLORS.flow_closed)
        xs = [value for _, *values in fall.outline for value in values[::2]]
        assert max(xs) < runs(found, "stage.count")[1].origin.x


def _touches(box: Rect, fall: Drawn) -> bool:
    """Whether the left foot of a text lies below the outer curve of a fall, which turns about the node's edge."""
    _, start, top = (*fall.outline[0],)
    *_, end, center = (*fall.outline[1],)
    assert isinstance(start, float)
    assert isinstance(top, float)
    assert isinstance(end, float)
    assert isinstance(center, float)
    outer = end - start
    if box.x >= end or box.bottom <= top or box.x < start:
        return False
    return box.bottom > center - sqrt(max(0.0, outer * outer - (box.x - start) ** 2))


class TestPanels:
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("name", get_args(Panel))
    def test_what_an_author_may_name_is_a_module_that_keeps_to_its_least_height(self, name: Panel, size: str) -> None:
        measures, panel = measures_of(sizes.parse(size).size)._replace(unit=1), panels.load(name)
        page = Page(Size(measures.width, 4000), theme.load("paper"), Typesetter(library(None)), mirrored=False)
        canvas = BoardCanvas(page, measures, of_list(*sample(f"panels=[{name}]")))
        cell = Rect(measures.board.x, 1000, measures.board.width, panel.least * measures.meta)
        panel.draw(canvas, cell)
        drawn = runs(Scene(page.size, tuple(canvas.items), "", ""))
        assert drawn
        assert [run.text for run in drawn if not cell.y < run.origin.y <= cell.bottom] == []

    def test_the_first_panel_stands_first(self) -> None:
        found = scene(sample("panels=[next_steps, pipeline]"), "og")
        titles = {run.text: run.origin.x for run in runs(found, "panels.title")}
        assert titles["Next steps"] == 64 < titles["Pipeline"]

    def test_of_two_panels_of_the_right_side_the_first_has_more_room(self) -> None:
        found = scene(sample("panels=[kanban, calendar]"), "og")
        titles = {run.text: run.origin.x for run in runs(found, "panels.title")}
        assert titles == {"By stage": 64, "Dates ahead": 708}

    def test_two_panels_of_the_right_side_alone_stand_side_by_side(self) -> None:
        found = scene(sample("panels=[weeks, next_steps, sources]"), "og")
        titles = {run.text: run.origin.x for run in runs(found, "panels.title")}
        assert (titles["Next steps"], titles["Where from"]) == (64, 708)

    def test_a_panel_alone_takes_the_whole_width(self) -> None:
        found = scene(sample("panels=[next_steps]"), "og")
        assert max(run.origin.x + run.advance for run in runs(found, "steps.next_date")) == pytest.approx(1136)

    def test_four_panels_stand_on_a_wide_picture(self) -> None:
        found = scene(sample("panels=[pipeline, weeks, next_steps, sources]"), "wide")
        assert {run.text for run in runs(found, "panels.title")} >= {
            "Pipeline", "Sent per week", "Next steps", "Where from",
        }  # fmt: skip
        assert "4 of 5 moved on" in [run.text for run in runs(found, "panels.sources")]

    def test_sources_add_up_with_the_others(self) -> None:
        list_ = [application(source=f"Source {at}") for at in range(30)]
        found = scene(board(list_, panels=("sources",)), "og")
        (others,) = [run.text for run in runs(found, "panels.sources") if run.text.endswith("others")]
        named = [run for run in runs(found, "panels.sources") if run.text.startswith("Source ")]
        assert int(others.split()[0]) + len(named) == 30

    def test_kanban_shows_a_card_each_and_counts_the_others(self) -> None:
        found = scene(board(many(applied=40, offers=1), panels=("kanban",)), "og")
        cards = len(runs(found, "steps.company"))
        (more,) = runs(found, "panels.kanban.more")
        assert cards + int(more.text.split()[1]) == 41
        assert [run.text for run in runs(found, "panels.kanban.count")] == ["40", "0", "0", "1"]

    def test_a_calendar_names_what_is_due_where_a_day_is_broad_and_dots_it_elsewhere(self) -> None:
        broad = scene(sample("panels=[calendar]"), "og")
        names = [run.text for run in runs(broad, "steps.company")]
        assert names[:5] == ["Halden & Rowe", "Nordvale Labs", "Marlowe Health", "Copperline Rail", "Saltmarsh Energy"]
        assert len(names) == 9
        narrow = scene(sample("panels=[pipeline, calendar]", "tiles=[median_days_to_reply]"), "og")
        assert runs(narrow, "steps.company") == []
        assert sum(dots(narrow, COLORS.accent)) == 8
        assert sum(dots(narrow, COLORS.accent_2)) == 1

    def test_several_on_one_day_are_counted(self) -> None:
        found = scene(board(many(applied=7), panels=("calendar",)), "og")
        assert [run.text for run in runs(found, "panels.calendar.more")] == ["+6"]

    def test_panels_share_the_columns_of_a_board(self) -> None:
        found = scene(sample("panels=[pipeline, next_steps, sources]"), "og")
        assert [run.text for run in runs(found, "panels.title")] == ["Pipeline", "Next steps", "Where from"]

    def test_limit_and_sort_choose_the_rows(self) -> None:
        found = scene(sample("limit=2", "sort=company"), "og")
        assert [run.text for run in runs(found, "steps.company")] == ["Copperline Rail", "Fernhollow"]
        assert [run.text for run in runs(found, "panels.next_steps.more")] == ["2 of 9 open"]

    def test_rows_stand_in_the_order_of_their_days(self) -> None:
        days = [run.text for run in runs(scene(sample(), "og"), "steps.next_date")]
        assert days == ["Mon 23 Nov", "Tue 24 Nov", "Wed 25 Nov", "Thu 26 Nov", "Fri 27 Nov"]

    def test_the_weeks_explain_what_is_lit_where_no_pipeline_does(self) -> None:
        for size, named in (("og", "weeks, next_steps"), ("og", "weeks"), ("wide", "weeks, next_steps")):
            assert said(scene(sample(f"panels=[{named}]"), size), "panels.weeks.key") == ["Still open"]
        assert said(scene(sample(), "og"), "panels.weeks.key") == []

    def test_a_year_of_weeks_is_grouped_by_month(self) -> None:
        found = scene(board([application(days_ago=days) for days in range(0, 360, 9)], panels=("weeks",)), "wide")
        texts = [run.text for run in runs(found)]
        assert "Sent per month" in texts
        assert "Jan 2026" in texts

    def test_a_company_without_end_is_cut_with_an_ellipsis(self) -> None:
        long = application(company="Donaudampfschifffahrtsgesellschaft und Söhne GmbH")
        found = scene(board([long], panels=DEFAULT_PANELS), "og")
        (company,) = runs(found, "steps.company")
        assert company.text.endswith("…")
        assert company.advance <= 162


class TestSizes:
    @pytest.mark.parametrize("size", [*SIZES, "pin", "x", "linkedin", "1500x500", "320x320", "3200x1800"])
    @pytest.mark.parametrize("count", [0, 1, 3, 8, 40, 200, 5000])
    def test_any_number_fits_any_size(self, size: str, count: int) -> None:
        drawn = list(sample().gathered.applications)
        found = scene(board([drawn[at % len(drawn)] for at in range(count)]), size)
        assert overlapping(found) == []
        assert outside(found) == []

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("locale", LOCALES)
    def test_every_language_fits(self, size: str, locale: str) -> None:
        found = scene(sample(f"locale={locale}"), size)
        assert overlapping(found) == []
        assert [run.text for run in runs(found) if run.text.endswith("…")] == []

    def test_a_picture_from_right_to_left_is_mirrored(self) -> None:
        left, right = scene(sample("direction=ltr"), "og"), scene(sample("direction=rtl"), "og")
        assert [band.mirrored(1200).x for band in bands(left)] == pytest.approx([band.x for band in bands(right)])
        (eyebrow,) = runs(right, "eyebrow")
        assert eyebrow.origin.x + eyebrow.advance == pytest.approx(1136, abs=1)
        assert {run.text for run in runs(left)} == {run.text for run in runs(right)}

    def test_a_caption_that_runs_from_left_to_right_keeps_its_order_on_a_mirrored_board(self) -> None:
        found = scene(sample("direction=rtl"), "og")
        assert any("19 of 24answered" in line for line in said(found, "tiles.remark", "tiles.caption"))


def test_an_author_can_write_the_headline() -> None:
    assert said(scene(sample("title=Still *looking*", "eyebrow=Week ten")), "title", "eyebrow") == [
        "Week ten",
        "Still looking",
    ]


def test_a_long_headline_takes_a_second_line_and_the_eyebrow_makes_room() -> None:
    found = scene(sample("title=Ten weeks in, and what the spreadsheet says about where the time really went"), "og")
    assert len(said(found, "title")) == 2
    assert min(run.size for run in runs(found, "title")) > 28
    (eyebrow,) = runs(found, "eyebrow")
    assert eyebrow.origin.y < 68
    assert overlapping(found) == []


class TestLeftOut:
    """What the panels that name applications have no room for is named, with its reason."""

    ROWS = tuple(application("interview", company=f"C{at}", role=f"R{at}", next_step=f"S{at}") for at in range(5))

    def test_a_row_without_room_for_its_step_says_so(self) -> None:
        found = scene(board(self.ROWS, panels=DEFAULT_PANELS), "portrait")
        (left_out,) = found.left_out
        assert left_out == LeftOut(tuple(f"steps[{at}].next_step" for at in range(5)), "no room for next steps")
        assert not scene(board(self.ROWS, panels=DEFAULT_PANELS), "wide").left_out

    def test_rows_that_are_counted_are_summarised(self) -> None:
        found = scene(board(self.ROWS, limit=2), "og")
        assert not found.left_out
        assert found.summarised == ("steps[2]", "steps[3]", "steps[4]")

    def test_names_that_no_line_counts_are_left_out(self) -> None:
        dots = scene(board(self.ROWS, panels=("pipeline", "weeks", "sources", "calendar")), "wide")
        assert "no room for names" in [each.reason for each in dots.left_out]

    def test_cards_say_what_they_leave_out(self) -> None:
        found = scene(board(self.ROWS[:2], panels=("kanban",)), "wide")
        assert [each.reason for each in found.left_out] == ["no room for roles", "no room for next steps"]

    @pytest.mark.parametrize("size", ["og", "portrait", "wide", "square", "story", "pin"])
    @pytest.mark.parametrize("panel", ["next_steps", "kanban", "calendar", "pipeline"])
    def test_nothing_is_left_out_without_a_reason(self, panel: Panel, size: str) -> None:
        found = roomy(board(self.ROWS, panels=(panel,)), size)
        assert FORGOTTEN not in [each.reason for each in found.left_out]


def test_a_place_is_told_in_the_description() -> None:
    found = scene(board((application("interview", location="Leeds"),)))
    assert "Next: Nordvale Labs, Analyst, Leeds (Interview)" in (found.description or "")
