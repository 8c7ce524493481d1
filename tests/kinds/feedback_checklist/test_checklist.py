"""Tests of the feedback checklist: the designer's numbers, counts that agree, states, overflow, directions."""

from __future__ import annotations

from collections.abc import Iterable
from math import pi, sin
from pathlib import Path

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.errors import FitError, Place, SpecError
from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.feedback_checklist import marks
from pipeline.kinds.feedback_checklist.states import STATES
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.scene import Box, Item, Scene, walk
from pipeline.scene import Path as Drawn
from pipeline.typography import Typesetter, library
from tests.checklists import Keys, checklist, outside, overlapping, runs, scenes, texts
from tests.conftest import REPOSITORY
from tests.visuals import page as card
from tests.visuals import visual

SPEC = REPOSITORY / "specs" / "feedback_checklist.yaml"
COMP = SPEC.read_text(encoding="utf-8")
CASES = REPOSITORY / "tests" / "snapshots" / "feedback_checklist"
COLORS = theme.load("paper").colors


def listed(**keys: object) -> Keys:
    """The keys of a checklist."""
    return {"kind": "feedback_checklist", **keys}


def baselines(scene: Scene, ending: str) -> list[float]:
    """The distinct baselines of the texts of a field, from the top."""
    return sorted({run.origin.y for run in runs(scene) if run.role.endswith(ending) and run.role != "title"})


class TestComp:
    """The numbers of the designer's comps."""

    def test_og_stands_where_the_designer_put_it(self) -> None:
        scene = card(COMP, "og")
        assert baselines(scene, "].text") == [138, 174, 210, 325, 361, 397, 512, 548]
        assert baselines(scene, "].title") == [96, 283, 470]
        assert sorted({run.origin.y for run in runs(scene) if run.role == "title"}) == [160, 222, 284, 346]
        assert {run.size for run in runs(scene) if run.role.endswith("].text")} == {22}
        assert scene.items[1].rect == Rect(456, 36, 696, 558)  # type: ignore[union-attr]

    def test_portrait_begins_where_the_designer_put_it_and_gives_what_is_left_to_the_hairlines(self) -> None:
        scene = card(COMP, "portrait")
        assert baselines(scene, "].text")[:3] == [518, 568, 618]
        assert baselines(scene, "].note")[0] == 648
        assert sorted({run.origin.y for run in runs(scene) if run.role == "title"}) == [190, 270]
        assert scene.items[1].rect == Rect(32, 378, 1016, 940)  # type: ignore[union-attr]
        above = baselines(scene, "].title")[0] - 0.67 * 33 - 378
        below = 1318 - baselines(scene, "].note")[-1]
        assert abs(above - below) <= 8

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story", "pin"])
    def test_edges_are_shared(self, size: str) -> None:
        scene = card(COMP, size)
        lefts = {round(run.origin.x, 1) for run in runs(scene) if run.role.endswith("].text")}
        assert len(lefts) == 1
        hairlines = {(item.rect.x, item.rect.right) for item in _boxes(scene) if item.fill == COLORS.rule}
        ((left, right),) = hairlines
        names = {run.origin.x for run in runs(scene) if run.role.endswith("].title")}
        assert {round(x - left, 6) for x in names} == {0}
        ends = [run.origin.x + run.advance for run in runs(scene) if run.text.endswith(" Mar")]
        assert all(abs(end - right) < 0.01 for end in ends)

    @pytest.mark.parametrize("size", ["og", "portrait"])
    def test_more_space_stands_before_a_name_than_after_it(self, size: str) -> None:
        scene = card(COMP, size)
        rules = sorted(item.rect.y for item in _boxes(scene) if item.fill == COLORS.rule)
        names, items = baselines(scene, "].title"), baselines(scene, "].text")
        assert names[1] - rules[0] > next(y for y in items if y > names[1]) - names[1]

    def test_the_ring_begins_at_the_top_and_touches_the_margin(self) -> None:
        arcs = [item for item in card(COMP, "og").items if isinstance(item, Drawn) and item.fill is None][:8]
        starts = [(float(x), float(y)) for _, x, y in (item.outline[0] for item in arcs)]  # type: ignore[misc]
        assert starts[0] == pytest.approx((130 + 0.455 * 132 * sin(2.6 * pi / 180), 488 - 60), abs=0.1)
        assert len(set(starts)) == 8
        left = min(x for item in arcs for segment in item.outline for x in list(segment)[-2:-1] if isinstance(x, float))
        assert left - 0.045 * 132 == pytest.approx(64, abs=1)

    def test_only_what_is_in_progress_is_bold_and_warm(self) -> None:
        scene = card(COMP, "og")
        bold = {run.role for run in runs(scene) if "text" in run.role and "Semi" in run.face.name}
        assert bold == {"groups[0].items[2].text", "groups[1].items[1].text"}


class TestCounts:
    def test_ring_key_and_groups_agree(self) -> None:
        shown = texts(card(COMP, "og"))
        assert "4/8" in shown
        assert [shown.count(text) for text in ("2 of 3", "1 of 3", "1 of 2")] == [1, 1, 1]
        keys = [run.text for run in runs(card(COMP, "og")) if run.role == "summary"]
        assert keys == ["4/8", "4", "2", "2"] or sorted(keys) == ["2", "2", "4", "4/8"]

    def test_the_drawn_marks_are_as_many_as_counted(self) -> None:
        discs = [item for item in _boxes(card(COMP, "og")) if item.fill == COLORS.accent and item.radius == 11]
        assert len(discs) == 4

    def test_what_does_not_apply_does_not_count(self) -> None:
        spec = listed(items=({"text": "a", "state": "done"}, {"text": "b", "state": "na"}, {"text": "c"}))
        (scene,) = scenes(spec)
        assert "1/2" in texts(scene)
        assert "not applicable" in texts(scene)

    def test_a_summary_of_none_shows_no_count(self) -> None:
        assert "4/8" not in texts(card(COMP + "summary: none\n", "portrait"))

    def test_hidden_done_items_stay_counted(self) -> None:
        shown = texts(card(COMP + "show_done: hide\n", "og"))
        assert "4/8" in shown
        assert "Say my assumptions out loud" not in shown

    def test_hidden_items_are_counted_in_a_line_where_nothing_else_counts_them(self) -> None:
        assert "and 4 done" in texts(card(COMP + "show_done: hide\nsummary: none\n", "og"))

    def test_equal_items_and_equal_groups_are_each_shown(self) -> None:
        group = {"title": "Same", "items": ("Twice", "Twice")}
        (scene,) = scenes(listed(groups=(group, group)))
        assert texts(scene).count("Twice") == 4
        assert "0/4" in texts(scene)


class TestStates:
    def test_no_two_states_have_one_shape(self) -> None:
        shapes = set()
        for state in STATES:
            canvas = Canvas(Page(Size(100, 100), theme.load("paper"), Typesetter(library(None)), mirrored=False))
            marks.state_mark(canvas, state, Point(50, 50), 24)
            shapes.add(str(Scene(Size(1, 1), _colorless(canvas.items))))
        assert len(shapes) == len(STATES)


class TestContrast:
    @pytest.mark.parametrize("look", ["paper", "ink"])
    @pytest.mark.parametrize("size", ["og", "portrait"])
    @pytest.mark.parametrize("path", [SPEC, *sorted(CASES.glob("*.yaml"))], ids=lambda path: path.stem)
    def test_every_text_stands_out_from_what_lies_behind_it(self, path: Path, size: str, look: str) -> None:
        scene = card(path.read_text(encoding="utf-8"), size, look)
        surfaces = [item for item in _boxes(scene) if isinstance(item.fill, Color) and item.rect.width > 300]
        for run in runs(scene):
            behind = [box for box in surfaces if _is_inside(run.origin, box.rect)][-1]
            assert isinstance(run.fill, Color)
            assert isinstance(behind.fill, Color)
            assert run.fill.contrast(behind.fill) >= 4.5, run.text


class TestEmptiness:
    @pytest.mark.parametrize("size", ["og", "portrait", "story"])
    def test_no_items_make_a_friendly_card(self, size: str) -> None:
        (scene,) = scenes(listed(title="Feedback"), size)
        assert "Nothing on the list yet" in texts(scene)
        assert overlapping(scene) == []

    def test_a_group_without_items_says_so(self) -> None:
        (scene,) = scenes(listed(groups=({"title": "Empty"}, {"title": "Full", "items": ("One",)})))
        assert "Nothing on the list yet" in texts(scene)
        assert "One" in texts(scene)

    def test_all_done_and_hidden_says_so(self) -> None:
        (scene,) = scenes(listed(items=({"text": "a", "state": "done"},), show_done="hide"))
        assert "All done" in texts(scene)

    @pytest.mark.parametrize("state", STATES)
    @pytest.mark.parametrize("size", ["og", "portrait"])
    def test_a_list_in_one_state_is_drawn(self, state: str, size: str) -> None:
        items = tuple({"text": f"Item {n}", "state": state} for n in range(8))
        (scene,) = scenes(listed(items=items), size)
        assert overlapping(scene) == []


class TestOverflow:
    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story", "pin"])
    @pytest.mark.parametrize("counts", [(1,), (8,), (12,), (40,), (200,), (1,) * 12, (4,) * 12, (17,) * 12])
    def test_lists_of_any_length_hold(self, size: str, counts: tuple[int, ...]) -> None:
        (scene,) = scenes(checklist(*counts, title="Lessons"), size)
        assert overlapping(scene) == []
        assert outside(scene) == []

    def test_twelve_items_all_show_in_every_size(self) -> None:
        for size in ("og", "portrait", "square", "wide", "story", "pin"):
            (scene,) = scenes(checklist(4, 4, 4, title="Lessons"), size)
            assert len([text for text in texts(scene) if text.startswith("Item ")]) == 12

    def test_what_is_in_progress_is_kept_first(self) -> None:
        (scene,) = scenes(checklist(200, title="Lessons"))
        shown = {run.role for run in runs(scene) if run.text.startswith("Item ")}
        doing = {f"groups[0].items[{n}].text" for n in range(200) if n % 3 == 1}
        assert shown <= doing or doing <= shown

    def test_the_last_line_counts_the_others(self) -> None:
        (scene,) = scenes(checklist(200, title="Lessons"))
        shown = len([text for text in texts(scene) if text.startswith("Item ")])
        assert f"and {200 - shown} more" in texts(scene)

    def test_room_is_filled_with_equals_of_the_first_item_that_is_left_out(self) -> None:
        long = "A long text that takes all of two lines of a column as it stands"
        items = tuple(f"{number} short" if number % 2 else f"{number} {long}" for number in range(60))
        spec = listed(title="A title", items=items)
        (scene,) = scenes(spec, "portrait")
        shown = [int(text.split()[0]) for text in texts(scene) if text.split()[0].isdigit() and " " in text]
        *first, last = sorted(shown)
        assert first == list(range(len(first)))
        assert last == len(first) + 1, "the long item before it has no room"
        assert f"and {60 - len(shown)} more" in texts(scene)

    def test_an_error_names_the_first_item_that_does_not_fit(self) -> None:
        with pytest.raises(FitError) as caught:
            scenes(checklist(30, 90, title="Lessons", overflow="error"))
        (problem,) = caught.value.problems
        assert problem.field.startswith("groups[")
        assert ": 120 items do not fit 1200 x 630 px" in problem.message
        assert "overflow: paginate" in problem.hint

    def test_a_list_that_fits_makes_one_picture_without_dots(self) -> None:
        one = scenes(checklist(4, 4, title="Lessons", overflow="paginate"))
        assert one == scenes(checklist(4, 4, title="Lessons"))


class TestPages:
    def test_pages_repeat_the_header_and_have_one_type_scale(self) -> None:
        made = scenes(checklist(20, 20, 20, 20, title="Lessons", overflow="paginate"), "portrait")
        assert len(made) > 1
        heads = [tuple(run for run in runs(scene) if run.role in ("title", "summary")) for scene in made]
        assert len(set(heads)) == 1
        assert len({run.size for scene in made for run in runs(scene) if run.role.endswith("].text")}) == 1

    def test_each_page_says_which_it_is(self) -> None:
        made = scenes(checklist(60, title="Lessons", overflow="paginate"), "portrait")
        dots = [[item.rect.width for item in _boxes(scene)[-len(made) :]] for scene in made]
        assert [widths.index(max(widths)) for widths in dots] == list(range(len(made)))
        assert f", picture 2 of {len(made)}: " in made[1].alt
        assert made[1].description.startswith(f"Feedback checklist, picture 2 of {len(made)}: Lessons. ")

    @pytest.mark.parametrize("size", ["og", "portrait"])
    @pytest.mark.parametrize("counts", [(21, 1, 30, 2, 3), (200,), (13,) * 9])
    def test_no_group_leaves_one_item_alone(self, size: str, counts: tuple[int, ...]) -> None:
        made = scenes(checklist(*counts, title="Lessons", overflow="paginate"), size)
        for group, count in enumerate(counts):
            here = [
                len({run.role for run in runs(scene) if run.role.startswith(f"groups[{group}].items")})
                for scene in made
            ]
            assert sum(here) == count
            assert all(number != 1 for number in here) or count == 1

    def test_two_hundred_items_take_few_pages(self) -> None:
        assert 2 <= len(scenes(checklist(*(20,) * 10, title="Lessons", overflow="paginate"), "portrait")) <= 8


class TestTexts:
    def test_a_long_item_wraps_below_its_own_beginning(self) -> None:
        spec = listed(items=("word " * 60, "Short"))
        (scene,) = scenes(spec)
        lines = [run for run in runs(scene) if run.role == "items[0].text"]
        assert len(lines) > 3
        assert len({run.origin.x for run in lines}) == 1

    def test_dates_are_written_as_the_language_does(self) -> None:
        item = {"text": "a", "state": "done", "done_on": "2026-03-12"}
        for lang, shown in (("en", "12 Mar"), ("de", "12. März"), ("fr", "12 mars")):
            (scene,) = scenes(listed(items=(item,), lang=lang))
            assert shown in texts(scene)

    def test_years_show_where_there_are_several(self) -> None:
        items = tuple({"text": "a", "state": "done", "done_on": f"{year}-03-12"} for year in (2025, 2026))
        (scene,) = scenes(listed(items=items))
        assert {"12 Mar 2025", "12 Mar 2026"} <= set(texts(scene))

    def test_own_labels_take_the_place_of_the_languages(self) -> None:
        labels = {"done": "ready", "of": "{n}/{all}"}
        (scene,) = scenes(listed(groups=({"title": "g", "items": ("a",)},), labels=labels))
        assert "0/1" in texts(scene)
        assert "ready" in texts(scene)

    @pytest.mark.parametrize(
        ("numbering", "shown"), [("all", ["1.", "2.", "3.", "4."]), ("group", ["1.", "2.", "1.", "2."])]
    )
    def test_numbers_run_through_or_begin_anew(self, numbering: str, shown: list[str]) -> None:
        (scene,) = scenes(checklist(2, 2, numbering=numbering))
        assert [run.text for run in runs(scene) if run.role == "numbering"] == shown

    @pytest.mark.parametrize("columns", [1, 2, 3])
    def test_columns_are_as_many_as_asked_for(self, columns: int) -> None:
        (scene,) = scenes(checklist(3, 3, 3, title="Lessons", columns=columns), "wide")
        assert len({round(run.origin.x) for run in runs(scene) if run.role.endswith("].text")}) == columns

    def test_one_column_stands_beside_the_title_and_holds_the_most(self) -> None:
        (scene,) = scenes(checklist(4, 4, 3, 3, columns=1, title="A title"))
        shown = [text for text in texts(scene) if text.startswith("Item")]
        assert len(shown) >= 9
        assert min(run.origin.x for run in runs(scene) if run.text in shown) > 456

    def test_nothing_stands_beside_texts_in_columns_that_are_too_narrow(self) -> None:
        item = {"text": "Ask for the rubric before the whiteboard", "priority": "high"}
        groups = tuple({"title": name, "items": (item,)} for name in ("One", "Two", "Three", "Four"))
        for size in ("og", "portrait"):
            (scene,) = scenes(listed(groups=groups, columns=4), size)
            assert "High" not in texts(scene)

    def test_beside_counts_all_groups_have_bars_or_none_has(self) -> None:
        items = tuple(f"Item {number}" for number in range(8))
        short, long = ({"title": title, "items": items} for title in ("Short", "A name that is nearly a line"))
        alike = listed(groups=(short, short, short), columns=3)
        mixed = listed(groups=(short, long, short), columns=3)
        assert _pills(scenes(alike)[0]) > 0
        assert _pills(scenes(mixed)[0]) == 0


def _pills(scene: Scene) -> int:
    """The parts of the groups' bars."""
    boxes = [item for item, _ in walk(scene.items) if isinstance(item, Box)]
    return sum(0 < box.rect.height <= 5 and box.radius == box.rect.height / 2 for box in boxes)


class TestSpec:
    def test_a_box_before_a_text_is_its_state(self) -> None:
        items = ["[x] One", "[ ] Two", {"text": "[~] Three", "due": "Friday"}, "[1] Four", "✅ Five"]
        points = visual(listed(items=items)).content.points
        assert [(point.text.text, point.state) for point in points] == [
            ("One", "done"),
            ("Two", "todo"),
            ("Three", "doing"),
            ("[1] Four", "todo"),
            ("Five", "done"),
        ]

    @pytest.mark.parametrize("day", ["2026-02-30", "2026-13-45", "2027-04-31", "31 Apr", "30. Februar", "31/4"])
    def test_a_day_that_does_not_exist_is_told_at_its_place(self, day: str) -> None:
        with pytest.raises(SpecError, match=rf"items\[0\]\.due: {day} does not exist") as caught:
            visual(f"kind: feedback_checklist\nitems:\n  - {{text: One, due: {day}}}\n")
        assert caught.value.problems[0].place == Place("case.yaml", 3, 22)

    @pytest.mark.parametrize(
        ("day", "shown"),
        [("2026-03-12", "12 Mar"), ("12.3.2026", "12 Mar"), ("2026-03", "Mar"), ("3 Mar", "3 Mar"), ("soon", "soon")],
    )
    def test_dates_in_digits_are_written_out_and_words_stay(self, day: str, shown: str) -> None:
        assert visual(listed(items=[{"text": "One", "due": day}])).content.points[0].day.text == shown

    def test_a_date_that_may_be_two_stays_and_is_told(self) -> None:
        made = visual(listed(items=[{"text": "One", "due": "03/04/2026"}]))
        assert made.content.points[0].day.text == "03/04/2026"
        (note,) = made.notes
        fact = "03/04/2026 may be 4 Mar 2026 or 3 Apr 2026: it stands as it is written; write the one that is meant"
        assert (note.about, note.message) == ("values", fact)

    @pytest.mark.parametrize("lang", ["fr", "es"])
    def test_an_alt_text_is_in_one_language(self, lang: str) -> None:
        made = visual(listed(lang=lang, items=["[x] A", "[ ] B", "[ ] C"]))
        assert (
            made.alt
            == {
                "fr": "Liste de suivi des retours\u00a0: 1 point sur 3 est fait et 2 restent à faire.",
                "es": "Lista de seguimiento de comentarios: 1 de 3 puntos está hecho y 2 quedan por hacer.",
            }[lang]
        )

    def test_a_label_may_have_forms(self) -> None:
        (scene,) = scenes(checklist(200, labels={"more": {"one": "one more", "other": "{n} more items"}}))
        assert [text for text in texts(scene) if text.endswith(" more items")]


class TestDirections:
    @pytest.mark.parametrize("size", ["og", "portrait"])
    def test_right_to_left_mirrors_every_box(self, size: str) -> None:
        ltr, rtl = card(COMP, size), card(COMP + "direction: rtl\n", size)
        assert {_rounded(item.rect.mirrored(ltr.size.width)) for item in _boxes(ltr)} == {
            _rounded(item.rect) for item in _boxes(rtl)
        }

    def test_texts_end_where_they_began(self) -> None:
        ltr, rtl = card(COMP, "og"), card(COMP + "direction: rtl\n", "og")
        starts = {round(1200 - run.origin.x, 3) for run in runs(ltr) if run.role.endswith("].text")}
        ends = {round(run.origin.x + run.advance, 3) for run in runs(rtl) if run.role.endswith("].text")}
        assert starts == ends
        assert texts(rtl).count("2 of 3") == 1

    def test_the_full_stop_of_a_number_stands_towards_its_text(self) -> None:
        for direction, written in (("ltr", "1."), ("rtl", ".1")):
            (scene,) = scenes(checklist(3, numbering="all", direction=direction))
            assert written in texts(scene)

    def test_the_titles_script_decides(self, fonts: str) -> None:
        spec = listed(lang="he", title="מה למדתי", items=("ראשון", "SQL"))
        (scene,) = scenes(spec, "og", fonts=fonts)
        assert all(run.origin.x > 800 for run in runs(scene) if run.role == "title")


class TestAlt:
    def test_the_description_tells_counts_and_items_in_sentences(self) -> None:
        told = card(COMP, "og").description
        assert told.startswith("Feedback checklist: What my interview feedback taught me. After the second round. 4 of")
        assert "Rebuild the take-home, with tests (in progress, high priority; Core paths covered" in told
        assert told.endswith(".")

    def test_of_many_items_those_in_progress_are_told_and_the_others_counted_by_group(self) -> None:
        spec = checklist(61)
        (scene,) = scenes(spec)
        told = scene.description
        assert "Group 1: 21 of 61 items are done, 20 are in progress and 20 are still to do; Item 1.2 (in prog" in told
        assert "Item 1.1 " not in told

    def test_an_own_alt_text_replaces_it(self) -> None:
        assert card(COMP + "alt: My words.\n", "og").alt == "My words."


def _boxes(scene: Scene) -> list[Box]:
    return [item for item in scene.items if isinstance(item, Box)]


def _is_inside(point: Point, rect: Rect) -> bool:
    return rect.x <= point.x <= rect.right and rect.y <= point.y <= rect.bottom


def _rounded(rect: Rect) -> tuple[float, ...]:
    return tuple(round(value, 2) + 0.0 for value in rect)


def _colorless(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items in one colour, so that only their shapes differ."""
    plain: list[Item] = []
    for item in items:
        assert isinstance(item, (Box, Drawn))
        fill = COLORS.ink if item.fill else None
        stroke = item.stroke._replace(paint=COLORS.ink) if item.stroke else None
        plain.append(item._replace(fill=fill, stroke=stroke))
    return tuple(plain)


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u200b"])
def test_an_item_without_a_text_is_told(blank: str) -> None:
    with pytest.raises(SpecError, match=r"items\[1\]: expected text, found (none|only invisible characters)"):
        visual(listed(items=["One", blank]))


@pytest.mark.parametrize("blank", ["\u00a0", " \u2007"])
def test_a_blank_text_counts_as_nothing(blank: str) -> None:
    blanks = {"title": blank, "eyebrow": blank, "items": [{"text": "One", "note": blank, "due": blank}]}
    assert card(listed(**blanks)).left_out == ()
    assert not any(map(bool, (visual(listed(**blanks)).content.title, visual(listed(**blanks)).content.eyebrow)))
