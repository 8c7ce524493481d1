"""A board of up to eight applications: each is a line, and nothing of it drops out."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline import sizes, theme
from pipeline.scene import Box, Path, walk
from tests.dashboards import application, blocks, board, runs, said, scene
from tests.visuals import page, texts

COLORS = theme.load("paper").colors
DAY = date(2026, 5, 12)
FIVE = [
    application("interview", company="Harbour Museum")._replace(
        role="Assistant", next_date=DAY, next_step="Second talk"
    ),
    application("offer", company="Tern Publishing")._replace(role="Editor", next_date=DAY, next_step="Reply to offer"),
    application("applied", company="Alba Schools")._replace(role="Librarian", updated=None),
    application("rejected", "screening", company="North Line")._replace(role="Officer", updated=date(2026, 5, 2)),
    application("withdrawn", "applied", company="Quay Council")._replace(role="Clerk", updated=date(2026, 4, 24)),
]


@pytest.mark.parametrize("size", list(sizes.names()))
def test_each_application_has_its_company_its_role_and_how_it_stands(size: str) -> None:
    found = scene(board(FIVE), size)
    assert {each.company for each in FIVE} <= set(texts(found, "steps.company", "closed.company"))
    assert {each.role for each in FIVE} <= set(texts(found, "steps.role", "closed.role"))
    assert {"Second talk", "Reply to offer"} <= set(texts(found, "steps.next_step"))
    assert "Tue 12 May" in texts(found, "steps.next_date")
    assert {"Said no", "Withdrawn"} <= set(texts(found, "ended"))
    assert {"2 May", "24 Apr"} <= set(texts(found, "ended.day"))
    assert found.left_out == ()


def test_the_counts_are_those_who_reached_a_stage() -> None:
    found = scene(board(FIVE))
    assert texts(found, "stage") == ["Applied", "Screening", "Interview", "Offer"]
    assert texts(found, "stage.count") == ["5", "3", "2", "1"]
    assert texts(found, "stage.conversion") == ["60%", "67%", "50%"]


def test_only_the_offer_is_warm() -> None:
    found = scene(board(FIVE))
    assert len(blocks(found, COLORS.accent_2)) == 1
    warm = {run.text for run in runs(found) if run.fill == COLORS.accent_2_text}
    assert warm == {"1", "Tue 12 May"}
    without = scene(board([each for each in FIVE if each.stage != "offer"]))
    assert blocks(without, COLORS.accent_2) == []


def test_open_refused_and_withdrawn_differ_in_shape() -> None:
    def ends(stage: str) -> int:
        found = scene(board([application(stage, "applied")]))  # type: ignore[arg-type]
        lines = [item for item, _ in walk(found.items) if isinstance(item, Path) and item.stroke]
        return len([line for line in lines if len(line.outline) == 2])

    assert (ends("applied"), ends("rejected"), ends("withdrawn")) == (0, 1, 2)


@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("size", list(sizes.names()))
def test_few_rows_leave_no_card_empty(size: str, count: int) -> None:
    found = scene(board([application(company=f"Firm {n}") for n in range(count)]), size)
    (sheet,) = [item.rect for item, _ in walk(found.items) if isinstance(item, Box) and item.shadows]
    lowest = max(run.origin.y for run in runs(found, "steps.company", "steps.role"))
    assert sheet.bottom - lowest < 0.2 * found.size.height
    assert abs(sheet.y - (found.size.height - sheet.bottom)) < 0.45 * found.size.height


@pytest.mark.parametrize("size", ["og", "wide"])
def test_a_text_alone_at_a_side_of_a_row_is_level_with_the_line(size: str) -> None:
    lone = application("interview", company="Alba Schools")._replace(role="", next_date=None)
    found = scene(board([lone, FIVE[3]]), size)
    (line,) = {shape.center.y for shape in blocks(found, COLORS.accent)}
    beside = runs(found, "steps.company", "steps.next_step")
    assert len(beside) == 2
    for run in beside:
        assert run.origin.y - 0.33 * run.size == pytest.approx(line, abs=0.5)


@pytest.mark.parametrize(("updated", "word"), [(date(2026, 11, 10), "Updated"), (None, "Applied")])
def test_the_age_of_the_last_news_says_what_it_is_the_age_of(updated: date | None, word: str) -> None:
    silent = application("applied")._replace(next_date=None, next_step="", updated=updated)
    found = scene(board([silent]))
    assert texts(found, "news") == [word]
    assert texts(found, "updated") == ["10 days ago"]
    due = silent._replace(next_step="Call them")
    assert texts(scene(board([due])), "news", "updated") == []


@pytest.mark.parametrize("size", ["og", "portrait"])
def test_company_and_role_stay_together_where_rows_are_high(size: str) -> None:
    found = scene(board(FIVE[:2]), size)
    (company, *_), (role, *_) = runs(found, "steps.company"), runs(found, "steps.role")
    assert role.origin.y - company.origin.y < 1.6 * role.size


def test_a_text_alone_above_its_line_is_near_to_it() -> None:
    lone = application("interview", company="Alba Schools")._replace(role="", next_date=DAY, next_step="")
    found = scene(board([lone, lone]), "portrait")
    for run in runs(found, "steps.company", "steps.next_date"):
        tops = [rule.y for rule in blocks(found, COLORS.rule) if rule.y < run.origin.y]
        lines = [line.y for line in blocks(found, COLORS.accent) if line.y > run.origin.y]
        assert min(lines) - run.origin.y < run.origin.y - 0.66 * run.size - max(tops)


def test_nine_applications_are_figures() -> None:
    found = scene(board([application() for _ in range(9)]))
    assert len(texts(found, "tiles.label")) == 4


def test_an_author_who_chooses_tiles_panels_or_colours_has_them() -> None:
    assert texts(scene(board(FIVE, panels=("kanban",))), "panels.title")
    assert texts(scene(board(FIVE, tiles=("ghosted",))), "tiles.label")
    assert not texts(scene(board(FIVE)), "tiles.label")


def test_a_list_that_does_not_tell_all_says_so() -> None:
    unknown = [application("rejected")._replace(reached_is_known=False), application()]
    assert said(scene(board(unknown)), "left_out")[0].startswith("at least")


def test_a_board_from_right_to_left_is_mirrored() -> None:
    keys = {
        "kind": "applications_dashboard",
        "direction": "rtl",
        "as_of": "2026-05-09",
        "applications": [{"company": "A", "stage": "Applied", "applied": "2026-05-01"}],
    }
    found = page(keys)
    (company,) = runs(found, "steps.company")
    assert company.origin.x > 1100


def test_what_was_to_come_of_a_closed_application_is_named() -> None:
    over = application("rejected", "screening", company="North Line")._replace(next_step="Ask them why", next_date=DAY)
    (left_out,) = scene(board([over])).left_out
    assert left_out.fields == ("closed[0].next_step", "closed[0].next_date")
    assert left_out.reason == "next steps of closed applications are not shown"
