"""Tests of the quote card: the designer's numbers, marks, motifs, labels."""

from __future__ import annotations

from math import hypot
from pathlib import Path

import pytest

from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.scene import Box, Picture, Scene
from pipeline.scene import Path as Drawn
from pipeline.sizes import presets
from pipeline.typography.shaping import shape
from tests import faces
from tests.cards import LABEL, card, inked, lines, quote, runs
from tests.conftest import REPOSITORY
from tests.emptiness import largest_empty
from tests.visuals import visual

COMP = (REPOSITORY / "specs" / "quote_card.yaml").read_text(encoding="utf-8")
LONG = "Every rejection is a redirection to something better. " * 8
LETTERS_ON_ONE_EDGE = 0.041  # em: the side bearings of E and t differ by 3.7 px at 92 px, in the comp too


def whole(text: str, lang: str = "en") -> str:
    """A quote as its card has it, with all marks."""
    found = visual({"kind": "quote_card", "text": text, "lang": lang}).content
    return f"{found.marks.opening}{found.text}{found.marks.closing}{found.stop}"


class TestComp:
    """The numbers of the designer's comps for og and portrait."""

    @pytest.mark.parametrize(
        ("size", "left", "font_size", "baselines", "tracking_em", "label_baseline", "label_size"),
        [
            ("og", 108, 92, [166, 270, 374], -0.022, 564, 20),
            ("portrait", 112, 136, [762, 904, 1046, 1188], -0.024, 1275, 23),
        ],
    )
    def test_type_stands_where_the_designer_put_it(
        self,
        size: str,
        left: float,
        font_size: float,
        baselines: list[float],
        tracking_em: float,
        label_baseline: float,
        label_size: float,
    ) -> None:
        scene = card(COMP, size)
        mark, *words = runs(scene, "text")
        assert mark.origin.x + mark.advance == pytest.approx(left)
        assert {run.size for run in words} == {font_size}
        assert sorted({run.origin.y for run in words}) == baselines
        firsts = [min(run.origin.x for run in words if run.origin.y == baseline) for baseline in baselines]
        assert firsts == pytest.approx([left] * len(baselines))
        label = runs(scene, *LABEL)
        assert {(run.origin.y, run.size) for run in label} == {(label_baseline, label_size)}
        assert label[0].origin.x == pytest.approx(left)
        text = runs(scene, "text")[1]
        plain = shape(text.text, text.face, "Latn", False, "en", 0, ("-liga", "-clig"))
        spread = text.advance - sum(glyph.advance for glyph in plain) * font_size
        assert spread == pytest.approx(len(text.text) * tracking_em * font_size, abs=0.01)

    @pytest.mark.parametrize(
        ("size", "expected"),
        [
            ("og", ["“Every rejection", "is a redirection", "to something better.”"]),
            ("portrait", ["“Every rejection", "is a redirection", "to something", "better.”"]),
        ],
    )
    def test_the_breaks_are_the_designers(self, size: str, expected: list[str]) -> None:
        assert lines(card(COMP, size)) == expected

    @pytest.mark.parametrize(("size", "width"), [("og", 805), ("portrait", 857)])
    def test_the_widest_line_is_as_wide_as_in_the_comp(self, size: str, width: float) -> None:
        found = runs(card(COMP, size), "text")
        left = found[1].origin.x
        assert max(run.origin.x + run.advance for run in found) - left == pytest.approx(width, abs=1)

    def test_the_opening_mark_occupies_the_comps_place(self) -> None:
        assert runs(card(COMP, "og"), "text")[0].origin.x == pytest.approx(75, abs=0.5)
        assert runs(card(COMP, "portrait"), "text")[0].origin.x == pytest.approx(63, abs=1.1)

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story", "pin", "x", "linkedin"])
    def test_letters_stand_on_one_edge_and_the_mark_outside(self, size: str) -> None:
        mark, *words = runs(card(COMP, size), "text")
        firsts: dict[float, float] = {}
        for run in words:
            box = inked([run])
            assert box is not None
            firsts.setdefault(run.origin.y, box.x)
        assert max(firsts.values()) - min(firsts.values()) <= LETTERS_ON_ONE_EDGE * mark.size
        assert mark.origin.x + mark.advance <= min(firsts.values()) + 1

    def test_only_the_emphasised_word_is_italic_and_warm(self) -> None:
        found = runs(card(COMP))
        assert [run.text for run in found if "Italic" in run.face.name] == ["redirection"]
        warm = next(run.fill for run in found if run.text == "redirection")
        assert [run.text for run in found if run.fill == warm] == ["redirection"]

    def test_the_faces_are_the_designers(self) -> None:
        assert {run.face.name for run in runs(card(COMP))} == {
            "Source Serif Pro Light",
            "Source Serif Pro Light Italic",
            "Source Sans Pro Semibold",
            "Source Sans Pro Regular",
        }

    def test_the_text_ends_64_px_left_of_the_turn(self) -> None:
        box = inked(runs(card(COMP), "text"))
        assert box is not None
        assert box.right <= 984 - 64

    @pytest.mark.parametrize(
        ("size", "node", "rise"), [("og", (888, 478), (984, 240)), ("portrait", (528, 576), (680, 336))]
    )
    def test_the_road_turns_where_the_designer_turned_it(
        self, size: str, node: tuple[float, float], rise: tuple[float, float]
    ) -> None:
        turn = _paths(card(COMP, size))[-1]
        assert turn.outline[0] == ("M", *node)
        straight = next(segment for segment in turn.outline if segment[0] == "L")
        assert straight[1:] == pytest.approx(rise)

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "story", "wide"])
    def test_the_turn_is_one_stroke_without_a_kink(self, size: str) -> None:
        (_, *start), *segments = _paths(card(COMP, size))[-1].outline
        before = None
        for segment in segments:
            points = [*start, *segment[1:]]
            leaving, arriving = _direction(points[:4]), _direction(points[-4:])
            assert before is None or leaving == pytest.approx(before, abs=1e-6)
            before, start = arriving, list(points[-2:])
        assert len(segments) >= 4

    @pytest.mark.parametrize("text", ["So.", "Every word counts.", "word " * 40])
    def test_the_motif_does_not_move_with_the_text(self, text: str) -> None:
        assert _paths(quote(text, source="Notes")) == _paths(card(COMP))

    def test_it_drops_by_34_px_where_there_is_no_label(self) -> None:
        node = _paths(quote("So."))[-1].outline[0]
        assert node == ("M", 888, 478 + 34)

    def test_the_last_baseline_is_never_below_396_in_og(self) -> None:
        for words in range(4, 80):
            assert max(run.origin.y for run in runs(quote("better " * words, source="Notes"), "text")) <= 396


class TestSizes:
    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story", "pin", "x", "linkedin"])
    def test_every_size_breaks_the_comps_quote_without_a_stranded_word(self, size: str) -> None:
        found = lines(card(COMP, size))
        assert len(found) in (3, 4)
        stranded = ("is", "a") if size == "square" else ("is", "a", "to")  # a square parts three lines of one length
        assert not any(line.split()[-1] in stranded for line in found)

    def test_a_picture_twice_as_large_is_the_same_twice_as_large(self) -> None:
        one, two = (runs(card(COMP, size)) for size in ("1200x630", "2400x1260"))
        for small, large in zip(one, two, strict=True):
            assert (large.text, large.size) == (small.text, 2 * small.size)
            assert large.origin.x == pytest.approx(2 * small.origin.x)
            assert large.origin.y == pytest.approx(2 * small.origin.y, abs=2)

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story", "pin", "x", "linkedin"])
    @pytest.mark.parametrize("motif", ["redirection", "sun", "rule", "mark", "none"])
    def test_a_quote_of_500_characters_fits_every_picture(self, size: str, motif: str) -> None:
        text = ("Every rejection is a redirection to something better. " * 10)[:500]
        found = runs(quote(text, size, motif=motif), "text")
        width = card(COMP, size).size.width
        assert min(run.size for run in found) * 1200 / max(width, 1200) >= 19

    @pytest.mark.parametrize("size", ["320x320", "320x640", "640x320", "8192x1000", "1000x8192"])
    def test_odd_sizes_hold_a_short_quote(self, size: str) -> None:
        scene = quote("Every word counts.", size, author="Ada")
        page = Rect.of(scene.size)
        box = inked(runs(scene))
        assert box is not None
        assert page.intersection(box) == pytest.approx(box)


class TestMarks:
    @pytest.mark.parametrize(
        ("lang", "opening", "closing"),
        [
            ("en", "“", "”"),
            ("de", "„", "“"),
            ("de-AT", "„", "“"),
            ("pl", "„", "”"),
            ("sv", "”", "”"),
            ("fr", "«\u202f", "\u202f»"),
            ("fr-CA", "«\u202f", "\u202f»"),
            ("es", "«", "»"),
            ("pt-BR", "“", "”"),
            ("xx", "“", "”"),
        ],
    )
    def test_each_language_has_its_own(self, lang: str, opening: str, closing: str) -> None:
        assert lines(quote("Ja", lang=lang, motif="none")) == [f"{opening}Ja{closing}"]

    @pytest.mark.parametrize("marks", ["“”", "‘’", "„“", "„”", "””", "«»", "»«"])
    def test_an_author_may_choose_them(self, marks: str) -> None:
        assert lines(quote("Ja", marks=marks, lang="fr")) == [f"{marks[0]}Ja{marks[1]}"]

    @pytest.mark.parametrize("marks", ["「」", "『』"])
    def test_an_author_may_choose_corner_brackets(self, marks: str, tmp_path: Path) -> None:
        faces.squares(tmp_path / "corners.ttf", "Corners", marks)
        assert lines(quote("Ja", marks=marks, fonts=str(tmp_path))) == [f"{marks[0]}Ja{marks[1]}"]

    def test_none_leaves_them_out(self) -> None:
        assert lines(quote("“Ja”", marks="none")) == ["Ja"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("“Ja, ja.”", "“Ja, ja.”"),
            ('"Ja, ja."', "“Ja, ja.”"),
            ("„Ja, ja.“", "„Ja, ja.“"),
            ("« Ja, ja, oh ja. »", "« Ja, ja, oh ja. »"),
            ("»Ja, ja.«", "»Ja, ja.«"),
            ("‘Ja, ja.’", "‘Ja, ja.’"),
            ("‘It’s so.’", "‘It’s so.’"),
            ("  “Ja, ja.”  ", "“Ja, ja.”"),
        ],
    )
    def test_a_text_that_has_marks_gets_no_second_pair(self, text: str, expected: str) -> None:
        assert lines(quote(text, motif="none")) == [expected]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("“Yes” and “no”", "“‘Yes’ and ‘no’”"),
            ('"Yes" and "no"', "“‘Yes’ and ‘no’”"),
            ("He said “no”", "“He said ‘no’”"),
            ('A 15" screen', '“A 15" screen”'),
        ],
    )
    def test_marks_inside_a_text_are_not_its_own(self, text: str, expected: str) -> None:
        assert " ".join(lines(quote(text, motif="none"))) == expected

    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ({"lang": "de"}, "„Er sagt ‚nein‘ dazu“"),
            ({"lang": "fr"}, "«\u202fEr sagt “nein” dazu\u202f»"),
            ({"marks": "none", "lang": "de"}, "Er sagt „nein“ dazu"),
        ],
    )
    def test_straight_marks_become_those_of_a_quote_within(self, keys: dict[str, str], expected: str) -> None:
        assert "".join(lines(quote('Er sagt "*nein*" dazu', size="2000x700", motif="none", **keys))) == expected

    @pytest.mark.parametrize(
        ("lang", "text", "expected"),
        [
            ("ru", "«Снег не горит».", "«Снег не горит»."),
            ("de", "„Ja, ja“!", "„Ja, ja“!"),
            ("en", '"Yes, yes".', "“Yes, yes”."),
            ("ja", "「雪」。", "「雪」。"),
            ("en", "“Yes.”.", "“Yes.”"),
            ("de", "„Wirklich?“.", "„Wirklich?“"),
            ("en", "He said “no”.", "“He said ‘no’.”"),
        ],
    )
    def test_a_stop_may_stand_behind_them(self, lang: str, text: str, expected: str) -> None:
        assert whole(text, lang) == expected

    def test_the_stop_behind_them_is_said_once(self) -> None:
        assert quote("«Снег не горит».", lang="ru", motif="none").alt == "Карточка с цитатой: «Снег не горит»."
        assert quote("“Yes”.", author="Ada", motif="none").alt == "Quote card: “Yes”, by Ada."
        assert quote("“Yes”!", motif="none").description == "Quote card: “Yes”!"

    @pytest.mark.parametrize(
        ("lang", "text", "expected"),
        [
            ("en", "“Hope”, she said, “is a verb.”", "“‘Hope’, she said, ‘is a verb.’”"),
            ("de", "„Hoffnung“, sagte sie, „ist ein Verb.“", "„‚Hoffnung‘, sagte sie, ‚ist ein Verb.‘“"),
            ("fr", "« Espoir », dit-elle, « est un verbe. »", "«\u202f“Espoir”, dit-elle, “est un verbe.”\u202f»"),
            ("sv", "”Hopp”, sa hon, ”är ett verb.”", "”’Hopp’, sa hon, ’är ett verb.’”"),
            ("ja", "「雪」と「雨」", "「『雪』と『雨』」"),
            ("zh", "他说“雪”和“雨”", "“他说‘雪’和‘雨’”"),
            ("fr", "Elle dit “espoir” ici", "«\u202fElle dit “espoir” ici\u202f»"),
            ("en", "A 5” screen and “no” other", "“A 5” screen and ‘no’ other”"),
        ],
    )
    def test_the_outer_ones_become_inner_ones_within(self, lang: str, text: str, expected: str) -> None:
        assert whole(text, lang) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("It's so", "“It’s so”"),
            ("'Tis 'never' the dogs' day, said the '90s.", "“’Tis ‘never’ the dogs’ day, said the ’90s.”"),
            ("Rock 'n' roll, 'em all", "“Rock ’n’ roll, ’em all”"),
            ("'Hope is a verb'", "“Hope is a verb”"),
            ("'Hope', she said, 'is a verb'", "“‘Hope’, she said, ‘is a verb’”"),
            ("Room '24' of 6' and 7' walls", "“Room '24' of 6' and 7' walls”"),
        ],
    )
    def test_straight_apostrophes_and_single_marks_become_curved_ones(self, text: str, expected: str) -> None:
        assert whole(text) == expected

    def test_they_have_the_accents_colour(self) -> None:
        opening, words, closing = runs(quote("Ja"), "text")
        assert opening.fill == closing.fill != words.fill

    def test_the_large_mark_is_the_only_one(self) -> None:
        scene = quote("Ja", motif="mark", lang="de")
        assert [run.text for run in runs(scene)] == ["„", "Ja"]

    def test_the_large_mark_is_drawn_even_where_none_are_wanted(self) -> None:
        assert [run.text for run in runs(quote("Ja", motif="mark", marks="none"))] == ["“", "Ja"]


class TestEmphasis:
    def test_it_may_be_written_as_in_markdown(self) -> None:
        scene = quote("A no is **room** for a yes.", motif="none")
        assert [run.text for run in runs(scene, "text") if "Italic" in run.face.name] == ["room"]
        assert scene.alt == "Quote card: “A no is room for a yes.”"

    def test_it_survives_a_line_break(self) -> None:
        scene = quote("One *two three four five six seven eight nine ten eleven* twelve.")
        warm = [run for run in runs(scene, "text") if "Italic" in run.face.name]
        assert len({run.origin.y for run in warm}) > 1
        assert " ".join(run.text.strip() for run in warm) == "two three four five six seven eight nine ten eleven"

    def test_an_escaped_star_is_a_star(self) -> None:
        assert lines(quote(r"Five \* stars", motif="none")) == ["“Five", "* stars”"]

    def test_the_titles_have_no_stars(self) -> None:
        scene = quote("Every *word* counts.")
        assert scene.title == "Every word counts."
        assert "*" not in scene.alt


def test_a_return_is_a_line_end() -> None:
    assert lines(quote("Three things:\r1. Bread\r\n2. Milk", motif="none")) == [
        "“Three things:",
        "1. Bread",
        "2. Milk”",
    ]


class TestLabel:
    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ("", []),
            ("author: Ada", ["Ada"]),
            ("author: Ada\nrole: Programmer", ["Ada\u2002·\u2002Programmer"]),
            ("author: Ada\nsource: Notes", ["Ada\u2002·\u2002Notes"]),
            ("author: Ada\nrole: Programmer\nsource: Notes", ["Ada\u2002·\u2002Programmer, Notes"]),
            ("source: Notes", ["Notes"]),
            ("kicker: One", ["One"]),
            ("kicker: [One, Two]", ["One\u2002·\u2002Two"]),
        ],
    )
    def test_its_parts_are_one_line(self, keys: str, expected: list[str]) -> None:
        scene = card(f"kind: quote_card\ntext: Ja\n{keys}\n")
        assert lines(scene, *LABEL) == expected

    def test_a_name_is_stronger_than_what_follows(self) -> None:
        first, rest = runs(quote("Ja", author="Ada", source="Notes"), *LABEL)
        assert (first.face.name, rest.face.name) == ("Source Sans Pro Semibold", "Source Sans Pro Regular")

    def test_it_stands_on_the_texts_edge(self) -> None:
        scene = quote("Ja", author="Ada")
        label, words = inked(runs(scene, "author")), inked(runs(scene, "text")[1:2])
        assert label is not None
        assert words is not None
        assert label.x == pytest.approx(words.x, abs=2)

    def test_a_long_one_takes_a_second_line(self) -> None:
        scene = quote("Ja", author="Ada " * 25, source="Notes on the analytical engine, and on what it may do")
        assert len(lines(scene, *LABEL)) == 2
        assert max(run.origin.y for run in runs(scene)) <= 630 - 20

    def test_of_one_that_fits_nowhere_the_longest_part_is_named(self) -> None:
        with pytest.raises(FitError) as caught:
            quote("Ja", "400x630", author="Ada", role="B" * 120, source="C" * 60)
        (problem,) = caught.value.problems
        assert problem.field == "role"
        assert "188 characters of author, role and source do not fit " in problem.message
        assert problem.hint.startswith("shorten it by about ")


class TestAvatar:
    def test_it_is_a_circle_beside_the_name(self) -> None:
        scene = quote("Ja", author="Ada", avatar="ada.png", motif="none")
        (picture,) = (item for item in scene.items if isinstance(item, Picture))
        name = runs(scene, "author")[0]
        assert picture.rect.width == picture.rect.height == 2 * picture.radius
        assert picture.rect.x == pytest.approx(108)
        assert picture.rect.right < name.origin.x
        assert picture.rect.y < name.origin.y < picture.rect.bottom

    def test_it_stays_clear_of_the_quote_and_of_the_page_edge(self) -> None:
        for size in ("og", "portrait", "square", "wide", "story"):
            scene = quote(
                "Every rejection is a redirection to something better. " * 6,
                size,
                author="Ada",
                avatar="a.png",
                motif="none",
            )
            (picture,) = (item for item in scene.items if isinstance(item, Picture))
            words = inked(runs(scene, "text"))
            assert words is not None
            assert words.bottom < picture.rect.y
            assert picture.rect.bottom < scene.size.height

    @pytest.mark.parametrize("text", ["Ja", "שלום"])
    def test_it_stays_beside_the_name_wherever_the_lines_stand(self, text: str, fonts: str) -> None:
        gaps = []
        for align in ("start", "center", "end"):
            scene = quote(text, author="Ada", role="editor", avatar="a.png", align=align, motif="none", fonts=fonts)
            (picture,) = (item for item in scene.items if isinstance(item, Picture))
            label = inked(runs(scene, *LABEL))
            assert label is not None
            gaps.append(label.x - picture.rect.right if text == "Ja" else picture.rect.x - label.right)
            group = picture.rect.union(label)
            edges = {"start": group.x - 108, "center": group.x + group.right - 1200, "end": group.right - 1092}
            mirrored = {"start": group.right - 1092, "center": edges["center"], "end": group.x - 108}
            assert (edges if text == "Ja" else mirrored)[align] == pytest.approx(0, abs=3)
        assert max(gaps) - min(gaps) < 1


class TestMotifs:
    @pytest.mark.parametrize(
        ("motif", "paths", "boxes"),
        [("redirection", 4, 4), ("sun", 0, 3), ("rule", 1, 1), ("mark", 0, 1), ("none", 0, 1)],
    )
    def test_each_draws_its_own(self, motif: str, paths: int, boxes: int) -> None:
        scene = quote("Ja", motif=motif)
        assert len(_paths(scene)) == paths
        assert len([item for item in scene.items if isinstance(item, Box)]) == boxes

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story"])
    def test_the_words_stay_clear_of_the_sun(self, size: str) -> None:
        for motif in ("sun", "redirection"):
            for text in ("Ja", "Every word counts.", LONG):
                scene = quote(text, size, motif=motif)
                sun = next(item.rect for item in scene.items if isinstance(item, Box) and item.radius > 50)
                words = inked(runs(scene, "text"))
                assert words is not None
                assert words.right <= sun.x or words.y >= sun.bottom

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story"])
    def test_a_sun_that_does_not_fade_stands_clear_of_the_bar(self, size: str) -> None:
        scene = card("kind: quote_card\ntext: Ja\nmotif: redirection\n", size, "press")
        sun = next(item.rect for item in scene.items if isinstance(item, Box) and item.radius > 50)
        ends = [[segment[1:] for segment in path.outline[:2]] for path in _paths(scene)]
        (bar,) = [(first, last) for first, last in ends if first[0] == last[0]]
        assert sun.bottom < float(bar[0][1])

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story"])
    def test_the_words_stay_clear_of_the_rule(self, size: str) -> None:
        for text in ("Ja", "Every word counts.", LONG):
            scene = quote(text, size, motif="rule", author="Ada")
            words, label = inked(runs(scene, "text")), inked(runs(scene, *LABEL))
            rule = _paths(scene)[0].outline[0][-1]
            assert isinstance(rule, float)
            assert words is not None
            assert label is not None
            assert rule < words.y
            assert words.bottom < label.y

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "wide", "story"])
    def test_the_words_stay_clear_of_the_large_mark(self, size: str) -> None:
        for text in ("Ja", LONG):
            scene = quote(text, size, motif="mark")
            words, mark = inked(runs(scene, "text")), inked(runs(scene, "mark"))
            assert words is not None
            assert mark is not None
            assert mark.bottom < words.y


class TestAlign:
    """Everything on a card stands on one edge or one axis."""

    @pytest.mark.parametrize(("align", "middle"), [("center", 600), ("end", 1092 - 36)])
    def test_the_rule_stands_where_the_lines_do(self, align: str, middle: float) -> None:
        (rule,) = _paths(quote("Ja", motif="rule", align=align))
        ends = [x for x in (list(step)[1] for step in rule.outline) if isinstance(x, float)]
        assert sum(ends) / 2 == pytest.approx(middle)

    def test_the_large_mark_stands_where_the_lines_do(self) -> None:
        boxes = [inked(runs(quote("Ja", motif="mark", align=align), "mark")) for align in ("start", "center", "end")]
        left, middle, right = (box for box in boxes if box is not None)
        assert left.x == pytest.approx(108, abs=0.5)
        assert (middle.x + middle.right) / 2 == pytest.approx(600, abs=0.5)
        assert right.right == pytest.approx(1092, abs=0.5)

    @pytest.mark.parametrize("motif", ["redirection", "none"])
    def test_the_label_is_centred_under_the_quote(self, motif: str) -> None:
        scene = quote("Ja", author="Ada", motif=motif, align="center")
        words, label = inked(runs(scene, "text")), inked(runs(scene, *LABEL))
        assert words is not None
        assert label is not None
        assert (words.x + words.right) / 2 == pytest.approx((label.x + label.right) / 2, abs=8)

    @pytest.mark.parametrize("text", ["Ja.", "Every word counts.", LONG])
    @pytest.mark.parametrize("align", ["center", "end"])
    def test_marks_that_hang_at_the_motifs_side_keep_64_px_from_it(self, align: str, text: str) -> None:
        box = inked(runs(quote(text, align=align), "text"))
        assert box is not None
        assert box.right <= 984 - 64

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "story"])
    def test_deep_letters_stay_clear_of_the_label(self, size: str, tmp_path: Path) -> None:
        faces.squares(tmp_path / "deep.ttf", "Deep", "あ", drop=600)
        for number in range(1, 30):
            scene = quote("あ " * number, size, author="Ada", fonts=str(tmp_path))
            words, label = inked(runs(scene, "text")), inked(runs(scene, *LABEL))
            assert words is not None
            assert label is not None
            assert words.bottom < label.y


class TestRightToLeft:
    def test_the_whole_card_is_mirrored(self, fonts: str) -> None:
        scene = quote("כל דחייה היא הפניה", fonts=fonts, author="עדה", lang="he")
        turn = _paths(scene)[-1]
        assert turn.outline[0] == ("M", 1200 - 888, 478)
        label = runs(scene, *LABEL)
        assert max(run.origin.x + run.advance for run in label) == pytest.approx(1200 - 108)

    def test_the_words_begin_at_the_right_and_the_mark_hangs_there(self, fonts: str) -> None:
        found = runs(quote("כל דחייה היא הפניה", fonts=fonts, lang="he"), "text")
        first_line = [run for run in found if run.origin.y == found[0].origin.y]
        right = max(first_line, key=lambda run: run.origin.x)
        assert right.text == "”"
        assert right.origin.x == pytest.approx(1200 - 108)

    def test_direction_may_be_told(self) -> None:
        assert _node(quote("Ja", direction="rtl")) == 1200 - 888

    def test_left_to_right_may_be_told(self, fonts: str) -> None:
        assert _node(quote("שלום", direction="ltr", fonts=fonts)) == 888

    def test_the_avatar_moves_to_the_right(self, fonts: str) -> None:
        scene = quote("שלום", author="עדה", avatar="ada.png", fonts=fonts)
        (picture,) = (item for item in scene.items if isinstance(item, Picture))
        label = runs(scene, *LABEL)
        assert picture.rect.right == pytest.approx(1200 - 108)
        assert max(run.origin.x + run.advance for run in label) < picture.rect.x


class TestWords:
    """Title, alt text and description, for those who do not see the picture."""

    def test_the_description_holds_quote_author_and_motif(self) -> None:
        assert quote("Every *word* counts.", author="Ada", role="Programmer").description == (
            "Quote card: “Every word counts.” “word” stands out. The label reads: Ada, Programmer. "
            "Beside it a line comes to a stop, turns upwards and becomes the edge of a rising sun."
        )

    def test_a_label_that_is_no_author_is_told_as_what_it_is(self) -> None:
        assert quote("Every word counts.", source="Notes", motif="none").description == (
            "Quote card: “Every word counts.” The label reads: Notes."
        )

    @pytest.mark.parametrize("text", ["Ja", "Ja.", "Ja!", "Ja …", "*Ja*"])
    @pytest.mark.parametrize("marks", ["auto", "none", "„“"])
    @pytest.mark.parametrize("author", ["", "Ada", "Ada J."])
    def test_every_sentence_of_it_ends_once(self, text: str, marks: str, author: str) -> None:
        scene = quote(text, marks=marks, motif="none", **({"author": author} if author else {}))
        for said in (scene.alt, scene.description):
            assert said[-1] in ".!?…”“"
            assert ".." not in said
            assert "!." not in said

    def test_both_can_be_overridden(self) -> None:
        scene = quote("Ja", title="A title", alt="An alt text.")
        assert (scene.title, scene.alt) == ("A title", "An alt text.")


class TestRefusal:
    def test_it_tells_how_many_characters_would_fit_and_they_do(self) -> None:
        text = "Every rejection is a redirection to something better. " * 40
        with pytest.raises(FitError) as caught:
            quote(text)
        (problem,) = caught.value.problems
        assert problem.field == "text"
        length = int(problem.hint.rpartition("about ")[2].partition(" ")[0])
        assert length > 500
        quote(text[:length])

    def test_the_number_of_characters_is_that_of_the_quote(self) -> None:
        text = ("Every rejection is a redirection to something better. " * 40).strip()
        with pytest.raises(FitError, match=f" {len(text) + 2} characters"):  # with its marks
            quote(text)


EIGHT = sorted(presets())


class TestFewWords:
    """The numbers of the designer's comps for one word and for three, and what holds for others like them."""

    @pytest.mark.parametrize(
        ("size", "text", "keys", "font_size", "right", "road"),
        [
            ("og", "Again.", {}, 263, 828, 512),
            ("square", "Again.", {}, 285, 892, 478),
            ("og", "Done *beats* perfect.", {"kicker": "On the first draft"}, 176, 898, 478),
            ("square", "Done *beats* perfect.", {"kicker": "On the first draft"}, 189, 962, 452),
        ],
    )
    def test_their_size_follows_the_measure(
        self, size: str, text: str, keys: dict[str, str], font_size: float, right: float, road: float
    ) -> None:
        scene = quote(text, size, **keys)
        _, *words, _ = runs(scene, "text")
        assert [run.size for run in words] == pytest.approx([font_size] * len(words), abs=1)
        edge = 108 if size == "og" else 112
        boxes = [box for run in words if (box := inked([run]))]
        assert min(box.x for box in boxes) == pytest.approx(edge, abs=2)
        assert max(run.origin.x + run.advance for run in words) == pytest.approx(right, abs=12)  # less a bearing
        assert list(_paths(scene)[-1].outline[0])[2] == road

    def test_their_baselines_are_the_comps(self) -> None:
        for text, keys, baselines in (("Again.", {}, [320]), ("Done *beats* perfect.", {"kicker": "So"}, [196, 379])):
            found = sorted({run.origin.y for run in runs(quote(text, **keys), "text")[1:-1]})
            assert found == pytest.approx(baselines, abs=5)

    def test_marks_are_half_as_large_and_level_with_the_capitals(self) -> None:
        opening, word, closing = runs(quote("Hold"), "text")
        tops = [box.y for run in (opening, word, closing) if (box := inked([run]))]
        assert opening.size == closing.size == pytest.approx(min(150, 0.52 * word.size))
        assert max(tops) - min(tops) < 0.1 * word.size

    @pytest.mark.parametrize(("lang", "is_raised"), [("en", True), ("de", False), ("fr", False)])
    def test_low_and_middle_marks_stand_where_they_belong(self, lang: str, is_raised: bool) -> None:
        opening, word, *_ = runs(quote("Hold", lang=lang), "text")
        mark = inked([opening])
        assert mark is not None
        assert (mark.bottom < word.origin.y - 0.4 * word.size) is is_raised

    @pytest.mark.parametrize("text", ["Go *look twice*", "*Look twice* now"])
    def test_emphasis_stays_whole(self, text: str) -> None:
        for size in EIGHT:
            assert any("ook twice" in line for line in lines(quote(text, size)))

    def test_a_closing_mark_keeps_off_a_tall_letter(self) -> None:
        for text in ("Hold", "Lift", "Stand *tall*", "Wow!"):
            *_, word, closing = runs(quote(text), "text")
            letters, mark = inked([word]), inked([closing])
            assert letters is not None
            assert mark is not None
            assert mark.x > letters.right

    @pytest.mark.parametrize("size", EIGHT)
    @pytest.mark.parametrize("text", ["Again.", "Row on!", "Cut *once*!", "Go slowly", "Done *beats* perfect."])
    def test_descenders_keep_48_px_from_the_road_and_from_the_label(self, text: str, size: str) -> None:
        for keys in ({}, {"author": "Ada Example"}):
            scene = quote(text, size, **keys)
            words, label = inked(runs(scene, "text")), inked(runs(scene, *LABEL))
            assert words is not None
            unit = scene.size.width / (1200 if scene.size.width > scene.size.height else 1080)
            road = list(_paths(scene)[-1].outline[0])[2]
            assert isinstance(road, float)
            below = [y for y in (road, label.y if label else scene.size.height) if y > words.center.y]
            assert min(below) - words.bottom >= 46 * unit
            assert road < words.y - 40 * unit or road > words.bottom

    @pytest.mark.parametrize("text", ["Donaudampfschifffahrtsgesellschaft", "https://example.org/a/long/address/of/it"])
    def test_a_word_too_long_to_be_large_is_set_as_others_are(self, text: str) -> None:
        assert len({run.size for run in runs(quote(text), "text")}) == 1

    def test_they_are_mirrored_too(self, fonts: str) -> None:
        left, right = quote("Again."), quote("שלום", lang="he", fonts=fonts)
        words = inked(runs(right, "text")[1:2])
        assert words is not None
        assert words.right == pytest.approx(1200 - 108, abs=2)
        assert runs(left, "text")[0].origin.x < 108
        assert max(run.origin.x for run in runs(right, "text")) > 1200 - 108

    @pytest.mark.parametrize("size", EIGHT)
    @pytest.mark.parametrize(
        ("motif", "most"), [("redirection", 0.4), ("mark", 0.4), ("sun", 0.44), ("rule", 0.44), ("none", 0.44)]
    )
    @pytest.mark.parametrize("text", ["Again.", "Row on!", "Done *beats* perfect."])
    def test_no_half_of_a_card_is_empty(self, text: str, motif: str, most: float, size: str) -> None:
        assert largest_empty(quote(text, size, motif=motif)) <= most  # more than 0.4 is the motif's own air


class TestBlocks:
    """A rule and a large mark stand at the head of one block with the words."""

    @pytest.mark.parametrize("size", EIGHT)
    @pytest.mark.parametrize("text", ["Row on!", "Every word counts.", "Every rejection is a redirection. " * 3])
    def test_the_rule_stands_within_two_line_heights_above_the_words(self, text: str, size: str) -> None:
        scene = quote(text, size, motif="rule")
        words = inked(runs(scene, "text"))
        (rule,) = _paths(scene)
        y = list(rule.outline[0])[2]
        assert words is not None
        assert isinstance(y, float)
        assert 0 < words.y - y <= 2 * max(run.size for run in runs(scene, "text"))

    @pytest.mark.parametrize("size", EIGHT)
    @pytest.mark.parametrize("motif", ["rule", "mark", "none"])
    @pytest.mark.parametrize("text", ["Row on!", "Cut *once*!", "Every word counts.", "Every rejection is one. " * 9])
    def test_without_a_label_a_card_is_balanced(self, text: str, motif: str, size: str) -> None:
        scene = quote(text, size, motif=motif)
        drawn = inked(runs(scene))
        assert drawn is not None
        tops = [y for path in _paths(scene) if isinstance(y := list(path.outline[0])[2], float)]
        middle = (min([drawn.y, *tops]) + drawn.bottom) / 2
        assert abs(middle - scene.size.height / 2) <= 0.05 * scene.size.height


def _direction(points: list[float]) -> tuple[float, float]:
    """From one point to the next, as a unit vector."""
    dx, dy = points[2] - points[0], points[3] - points[1]
    return dx / hypot(dx, dy), dy / hypot(dx, dy)


def _node(scene: Scene) -> object:
    """The x at which the road turns."""
    return list(_paths(scene)[-1].outline[0])[1]


def _paths(scene: Scene) -> list[Drawn]:
    return [item for item in scene.items if isinstance(item, Drawn)]
