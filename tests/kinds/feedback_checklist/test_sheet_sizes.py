"""Tests of sheets that fit what they hold: short lists that grow, columns that were asked for, heads that keep off."""

from __future__ import annotations

import pytest

from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.scene import Box, Path, Scene, walk
from pipeline.sizes import presets
from pipeline.theme import load
from pipeline.typography import ink
from tests.checklists import Keys, outside, overlapping, runs, scenes
from tests.emptiness import largest_empty
from tests.visuals import page

SIZES = sorted(presets())
THREE: Keys = {
    "kind": "feedback_checklist",
    "title": "Before my first day back",
    "eyebrow": "Three weeks to go",
    "items": [
        {"text": "Hand in my notice", "note": "Four weeks, in writing", "state": "done", "done_on": "2026-05-02"},
        {"text": "Find a sitter", "note": "Two called back, one to meet", "state": "doing", "priority": "high"},
        {"text": "Read the staff handbook", "note": "Pay, leave, who to call", "priority": "low"},
    ],
}
BOAT = ["Scrape the hull", "Two coats below the line", "Grease the shackles", "Test the bilge pump", "New fuel filter"]
BOAT += ["Check the flares", "Wash the sails", "Splice the halyard", "Label the fuses", "Renew the licence"]
BOAT += ["Borrow the trailer", "Book the crane"]


def listed(*items: object, **keys: object) -> Keys:
    return {"kind": "feedback_checklist", "title": "A title", "items": list(items), **keys}


def grouped(*counts: int, **keys: object) -> Keys:
    """Groups of so many items, two of them taller than a line."""
    groups = [
        {"title": f"Group {at}", "items": [f"Item {at}.{n}{' of many words' * (n % 5)}" for n in range(count)]}
        for at, count in enumerate(counts)
    ]
    return {"kind": "feedback_checklist", "title": "A title", "groups": groups, **keys}


def columns(scene: Scene) -> list[int]:
    """How many items stand in each column."""
    firsts = {run.role: round(run.origin.x) for run in reversed(runs(scene)) if run.role.endswith("].text")}
    return [list(firsts.values()).count(x) for x in sorted(set(firsts.values()))]


class TestShortLists:
    def test_three_items_stand_where_the_designer_put_them(self) -> None:
        scene = page(THREE)
        (sheet,) = {item.rect for item in scene.items if isinstance(item, Box) and item.shadows}
        assert sheet == Rect(456, 36, 696, 558)
        texts = [run for run in runs(scene) if run.role.endswith("].text")]
        assert {(run.origin.x, run.size) for run in texts} == {(578, 33)}
        assert [run.origin.y for run in texts] == pytest.approx([124, 310, 496], abs=1)
        notes = [run for run in runs(scene) if run.role.endswith("].note")]
        assert [run.origin.y for run in notes] == pytest.approx([160, 346, 532], abs=1)
        assert {run.size for run in notes} == {23}
        rules = [item.rect for item in scene.items if isinstance(item, Box) and 0 < item.rect.height <= 1]
        assert rules == [Rect(496, 222, 616, 1), Rect(496, 408, 616, 1)]
        marks = [
            item.rect for item in scene.items if isinstance(item, Box) and item.rect.height > 40 and item.radius > 20
        ]
        assert [rect.center.y for rect in marks] == pytest.approx([129, 315, 501], abs=1)
        assert {rect.center.x for rect in marks} == {524}

    @pytest.mark.parametrize(("count", "text"), [(1, 46), (2, 38), (3, 33), (4, 28)])
    def test_the_fewer_the_larger(self, count: int, text: float) -> None:
        scene = page(listed(*["A text that takes most of its measure"][:1] * count))
        assert {run.size for run in runs(scene) if run.role.endswith("].text")} == {text}

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("items", [["Rest"], ["One", "Two"], THREE["items"], BOAT[:4]], ids=len)
    def test_no_half_of_the_page_is_empty(self, items: list[object], size: str) -> None:
        (scene,) = scenes(listed(*items), size)
        assert largest_empty(scene) <= 0.4
        assert overlapping(scene) == []
        assert outside(scene) == []

    @pytest.mark.parametrize("size", SIZES)
    def test_names_stand_nearer_to_their_own_rows(self, size: str) -> None:
        (scene,) = scenes(grouped(2, 2), size)
        baselines = {run.role: run.origin.y for run in reversed(runs(scene))}
        name = baselines["groups[1].title"]
        assert baselines["groups[1].items[0].text"] - name < name - baselines["groups[0].items[1].text"]

    def test_notes_give_way_before_texts(self) -> None:
        long = " ".join(["A remark that goes on."] * 20)
        scene = page(listed(*[{"text": f"Item {n}", "note": long} for n in range(4)]))
        assert [run.role for run in runs(scene) if run.role.endswith("].text")] == [
            f"items[{n}].text" for n in range(4)
        ]
        assert {field for each in scene.left_out for field in each.fields} == {f"items[{n}].note" for n in range(4)}

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("count", [1, 2, 3, 4])
    def test_no_word_is_parted_and_no_text_takes_more_than_three_lines(self, count: int, size: str) -> None:
        (scene,) = scenes(listed(*BOAT[: max(2, count)], columns=count), size)
        found = [run for run in runs(scene) if run.role.endswith("].text")]
        assert not any(run.text.endswith(("-", "\u2010")) for run in found)
        assert all(
            len({run.origin.y for run in found if run.role == role}) <= 3 for role in {run.role for run in found}
        )

    def test_texts_of_two_thousand_characters_are_no_short_list(self) -> None:
        (scene,) = scenes(listed(*["word " * 190] * 4))
        assert max(run.size for run in runs(scene) if run.role.endswith("].text")) < 28
        assert overlapping(scene) == []


class TestColumns:
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("count", [2, 3, 4])
    @pytest.mark.parametrize("items", [3, 4, 7, 12])
    def test_they_differ_by_one_item_at_most(self, items: int, count: int, size: str) -> None:
        (scene,) = scenes(listed(*BOAT[:items], columns=count), size)
        assert len(columns(scene)) == min(items, count)
        assert max(columns(scene)) - min(columns(scene)) <= 1
        assert sum(columns(scene)) == items

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("counts", [(3, 3, 3), (1, 7), (2, 2), (8,), (5, 4, 3), (1, 1, 1, 1, 1, 1)])
    def test_groups_are_parted_for_it(self, counts: tuple[int, ...], size: str) -> None:
        (scene,) = scenes(grouped(*counts, columns=2), size)
        first, second = columns(scene)
        assert abs(first - second) <= 1
        assert overlapping(scene) == []

    def test_of_equal_columns_those_are_taken_that_part_no_group(self) -> None:
        assert {run.text for run in runs(page(grouped(3, 2, 2, 3, columns=2)))}.isdisjoint({"continued"})

    def test_each_page_has_them(self) -> None:
        made = scenes(listed(*[f"Item {n}" for n in range(101)], columns=2, overflow="paginate"), "portrait")
        assert sum(sum(columns(scene)) for scene in made) == 101
        assert all(max(columns(scene)) - min(columns(scene)) <= 1 for scene in made)

    def test_of_a_list_that_is_too_long_what_is_shown_is_even(self) -> None:
        (scene,) = scenes(listed(*[f"Item {n}" for n in range(200)], columns=2))
        assert max(columns(scene)) - min(columns(scene)) <= 1


class TestHead:
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("summary", ["ring", "bar", "count"])
    @pytest.mark.parametrize("length", [5, 16, 40])
    def test_a_legend_of_five_states_keeps_the_margin(self, length: int, summary: str, size: str) -> None:
        states = ("done", "doing", "todo", "partial", "na")
        items = [{"text": f"Item {n} of a hall", "state": states[n % 5]} for n in range(length)]
        (scene,) = scenes(listed(*items, title="All that the hall still needs", summary=summary), size)
        inner = Rect.of(scene.size).inset(31.9 * min(scene.size.width / 1200, scene.size.height / 630))
        drawn = [item.rect for item, _ in walk(scene.items) if isinstance(item, Box) and item.radius]
        boxes = [rect for rect in drawn if rect.width < 0.5 * scene.size.width]
        boxes += [box for run in runs(scene) if (box := ink(run))]
        assert [box for box in boxes if not inner.contains(box)] == []
        assert len({run.role for run in runs(scene) if run.role.startswith("labels.")} - {"labels.done"}) == 4

    @pytest.mark.parametrize("size", ["og", "portrait"])
    def test_a_long_label_keeps_off_the_sheet(self, size: str) -> None:
        labels = {"doing": "what is under way just now", "na": "was struck off by all of them"}
        items = [{"text": "One", "state": "doing"}, {"text": "Two", "state": "na"}]
        (scene,) = scenes(listed(*items, labels=labels), size)
        sheet = next(item.rect for item in scene.items if isinstance(item, Box) and item.shadows)
        legend = [ink(run) for run in runs(scene) if run.role.startswith("labels.")]
        assert all(box and not sheet.intersection(box) for box in legend)
        assert overlapping(scene) == []
        assert outside(scene) == []

    @pytest.mark.parametrize("size", SIZES)
    def test_an_eyebrow_of_79_characters_takes_two_lines_at_most(self, size: str) -> None:
        eyebrow = "An eyebrow that goes on for longer than any sensible editor would let it run on"
        (scene,) = scenes(listed("One", "Two", title="Short", eyebrow=eyebrow), size)
        found = [run for run in runs(scene) if run.role == "eyebrow"]
        assert len({run.origin.y for run in found}) <= 2
        assert " ".join(run.text.strip() for run in found) == eyebrow
        assert outside(scene) == []

    def test_one_that_fits_no_arrangement_is_refused_by_name(self) -> None:
        with pytest.raises(FitError) as caught:
            scenes(listed("One", eyebrow="W" * 80), "320x480")
        assert caught.value.problems[0].field == "eyebrow"

    def test_emphasis_in_a_title_is_warm_as_in_every_kind(self) -> None:
        found = runs(page(listed("One", title="A *good* title")))
        warm = [run.text for run in found if run.role == "title" and run.fill == load("paper").colors.accent_2_text]
        assert warm == ["good"]


@pytest.mark.parametrize("size", SIZES)
def test_the_sheets_of_a_story_stand_between_what_its_buttons_hide(size: str) -> None:
    (scene,) = scenes(THREE, size)
    if size == "story":
        shown = [ink(run) for run in runs(scene)]
        assert all(box and box.y >= 250 and box.bottom <= 1920 - 340 for box in shown)
    assert any(isinstance(item, Path) for item in scene.items)


@pytest.mark.parametrize(("size", "least"), [("og", 30), ("square", 40), ("portrait", 48), ("story", 48)])
def test_words_too_long_for_a_line_are_as_large_on_a_sheet_as_others(size: str, least: float) -> None:
    items = [
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz lesen",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ]
    found = runs(page(listed(*items, lang="de"), size))
    assert min(run.size for run in found if run.role.endswith("].text")) >= least
