"""Tests of the whole scene: the designer's numbers, sides, people, props."""

from __future__ import annotations

import pytest

from pipeline.geometry import Affine, Rect
from pipeline.kinds.application_email.parts.laptop import SCREEN_HEIGHT, SCREEN_WIDTH
from pipeline.scene import Group, Scene, TextRun, walk
from pipeline.scene import Path as Drawn
from tests.cards import card
from tests.kinds.application_email.scenes import ARABIC, lines, on_stage, plates, runs, scene

ALL_PROPS = "scene.props=[plant, lamp, mug, notebook]"


class TestComp:
    """The numbers of the designer's comps."""

    @pytest.mark.parametrize(
        ("size", "screen", "desk"),
        [
            ("og", Affine(0.955, 0.052, -0.03, 1, 654, 254), 516),
            ("portrait", Affine(1.127, 0.0614, -0.0354, 1.18, 581, 846), 1104),
        ],
    )
    def test_screen_and_desk_stand_where_the_designer_put_them(self, size: str, screen: Affine, desk: float) -> None:
        assert plates(scene(size=size))[0].matrix == pytest.approx(screen)
        assert on_stage(size=size).measures.wall.bottom == desk

    def test_the_type_on_the_screen_is_the_designers(self) -> None:
        found = {run.text: (round(run.origin.x), run.origin.y, run.size) for run in plates(scene())[0].runs}
        assert found["Alder Studio"] == (74, 41, 18)
        assert found["to Maya"] == (74, 60, 15.5)
        assert found["Thank You for"] == (25, 113, 37)
        assert found["Your Application"] == (25, 154, 37)
        body = (
            "We enjoyed meeting you. ",
            "have chosen another candidate, and we",
            "would be glad to hear from you again.",
        )
        assert [found[line] for line in body] == [(26, y - 7, 17) for y in (201, 223, 245)]  # off the bezel by a line

    def test_the_time_ends_at_the_right_edge(self) -> None:
        [time] = runs(scene(), "email.time")
        assert time.origin.x + time.advance == pytest.approx(374, abs=0.1)

    def test_the_circled_day_is_a_thursday_in_the_fourth_row(self) -> None:
        ring = next(item for item, _ in walk(scene().items) if isinstance(item, Drawn) and _is_ring(item))
        assert ring.outline[0] == ("M", 77, 99)


class TestSides:
    @pytest.mark.parametrize("size", ["og", "portrait", "square", "story", "1500x500"])
    def test_on_the_other_side_every_place_is_mirrored_and_no_text_is(self, size: str) -> None:
        left, right = scene(size=size), scene("side=right", size=size)
        width = left.size.width
        for here, there in zip(plates(left), plates(right), strict=True):
            assert there.matrix.determinant == pytest.approx(here.matrix.determinant)
            assert there.matrix.determinant > 0
            assert [run.text for run in there.runs] == [run.text for run in here.runs]
        glass = Rect(0, 0, SCREEN_WIDTH, SCREEN_HEIGHT)
        screens = plates(left)[0].matrix.bounds(glass), plates(right)[0].matrix.bounds(glass)
        assert screens[1] == pytest.approx(screens[0].mirrored(width))

    def test_the_figure_is_mirrored(self) -> None:
        def mirrored(found: Scene) -> int:
            return sum(matrix.determinant < 0 for item, matrix in walk(found.items) if isinstance(item, Drawn))

        assert mirrored(scene()) == 0
        assert mirrored(scene("side=right")) > 50

    def test_a_right_to_left_email_seats_the_person_where_reading_begins(self, fonts: str) -> None:
        assert str(scene(*ARABIC, fonts=fonts)) == str(scene(*ARABIC, "side=right", fonts=fonts))
        assert str(scene(*ARABIC, fonts=fonts)) != str(scene(*ARABIC, "side=left", fonts=fonts))

    def test_a_right_to_left_screen_is_mirrored_on_either_side(self, fonts: str) -> None:
        for side in ("left", "right"):
            found = scene(*ARABIC, f"side={side}", fonts=fonts)
            [time] = runs(found, "email.time")
            assert time.origin.x == pytest.approx(26, abs=0.1)
            for role, right in (("email.from", 326), ("email.to", 326), ("email.subject", 375), ("email.body", 374)):
                ends = [run.origin.x + run.advance for run in runs(found, role) if len(run.text) > 1]
                assert max(ends) == pytest.approx(right, abs=0.1), role


class TestPeople:
    def test_nobody_leaves_an_empty_chair_and_the_laptop_where_it_was(self) -> None:
        assert plates(scene("person=none"))[0].matrix == plates(scene())[0].matrix
        assert len(_drawn(scene("person=none"))) < len(_drawn(scene())) - 20

    @pytest.mark.parametrize("style", ["bun", "short", "bob", "long", "curls", "headscarf"])
    def test_each_hair_style_draws_a_head_of_its_own(self, style: str) -> None:
        other = "short" if style != "short" else "bun"
        own = scene(f"person.hair_style={style}", "person.earring=false")
        assert str(own) != str(scene(f"person.hair_style={other}", "person.earring=false"))

    def test_a_covered_head_shows_no_hair(self) -> None:
        hair, brow = on_stage().palette["hair"], on_stage().palette["brow"]
        assert hair == brow
        covered = scene("person.hair_style=headscarf", "person.earring=false", "person.hair=blond")
        blond = on_stage("person.hair=blond").palette["hair"]
        assert blond not in {item.fill for item in _drawn(covered)}

    def test_glasses_and_an_earring_add_to_the_head(self) -> None:
        plain = len(_drawn(scene("person.earring=false")))
        assert len(_drawn(scene("person.earring=true"))) == plain + 1
        assert len(_drawn(scene("person.earring=false", "person.glasses=true"))) == plain + 2


class TestProps:
    @pytest.mark.parametrize("size", ["og", "portrait"])
    @pytest.mark.parametrize("prop", ["plant", "lamp", "mug", "notebook"])
    def test_each_prop_is_there_when_asked_for(self, size: str, prop: str) -> None:
        without = scene("scene.props=[]", size=size)
        assert len(_drawn(scene(f"scene.props=[{prop}]", size=size))) >= len(_drawn(without)) + 4

    def test_a_size_has_its_own_props_unless_the_spec_names_some(self) -> None:
        assert on_stage(size="og").props == ("plant", "lamp", "mug")
        assert on_stage(size="portrait").props == ("plant", "notebook", "mug")
        assert on_stage("scene.props=[mug]", size="portrait").props == ("mug",)

    def test_no_calendar_and_no_note_are_no_trouble(self) -> None:
        bare = "kind: application_email\nemail: {from: A, subject: B}\n"
        assert len(plates(card(bare))) == 1

    def test_the_lamp_burns_when_it_is_dark(self) -> None:
        burning = {
            (look, time): on_stage(f"scene.time={time}", look=look).lamp_lit
            for look in ("paper", "ink")
            for time in ("morning", "day", "evening", "night")
        }
        assert [key for key, lit in burning.items() if not lit] == [
            ("paper", "morning"),
            ("paper", "day"),
            ("ink", "day"),
        ]


def test_scenes_that_differ_in_their_texts_share_all_that_is_drawn() -> None:
    one, other = scene(), scene("email.subject=Welcome!", "email.body=See you soon.")
    drawings = sum(not _has_text(item) for item in one.items if isinstance(item, Group))
    assert drawings > 10
    assert [item for item in one.items if not _has_text(item)] == [item for item in other.items if not _has_text(item)]
    first_text = next(index for index, item in enumerate(one.items) if _has_text(item))
    assert all(map(_has_text, one.items[first_text:]))


def test_the_same_spec_twice_gives_equal_scenes() -> None:
    assert str(scene(size="square")) == str(scene(size="square"))
    assert lines(scene(), "email.subject") == ["Thank You for", "Your Application"]


def _has_text(item: object) -> bool:
    return isinstance(item, Group) and any(isinstance(inner, TextRun) for inner in item.items)


def _drawn(found: Scene) -> list[Drawn]:
    return [item for item, _ in walk(found.items) if isinstance(item, Drawn)]


def _is_ring(item: Drawn) -> bool:
    return item.stroke is not None and item.stroke.paint == on_stage().palette["circle"]


def _line(run: TextRun) -> str:
    return f"{run.role} {run.origin.x:.1f},{run.origin.y:g} {run.size:g} {run.text}"


class TestBody:
    THREE = (
        "Thank you for writing to us in March. We were surprised by your notes about the harbour. "
        "We have decided to go on with someone who can begin in June."
    )

    @pytest.mark.parametrize("size", ["og", "story", "square", "portrait", "wide"])
    @pytest.mark.parametrize(("body", "lines"), [(THREE, 3), (f"{THREE} We shall write again at Easter, to all.", 4)])
    def test_it_takes_the_fewest_lines_and_keeps_off_the_bezel(self, size: str, body: str, lines: int) -> None:
        found = [run for run in plates(scene(f"email.body={body}", size=size))[0].runs if "body" in run.role]
        baselines = sorted({run.origin.y for run in found})
        assert len(baselines) == lines
        assert SCREEN_HEIGHT - baselines[-1] >= baselines[1] - baselines[0]
        last = " ".join(run.text for run in found if run.origin.y == baselines[-1])
        assert last.endswith(body[-9:])

    def test_four_lines_stand_clear_of_the_rule_and_the_rule_of_the_subject(self) -> None:
        screen = plates(scene(f"email.body={self.THREE} We shall write again at Easter, to all."))[0]
        first = min(run.origin.y for run in screen.runs if "body" in run.role)
        subject = max(run.origin.y for run in screen.runs if "subject" in run.role)
        assert first - 0.7 * 15.5 > subject + 0.2 * 37 + 1.5
