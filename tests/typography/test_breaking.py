"""Tests of pipeline.typography.breaking: where lines may end, and which ends are best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, combinations

import pytest

from pipeline.typography.breaking import Segment, flaws, greedy, opportunities, segments, total_fit, words

THAI = "ทุกการปฏิเสธคือการเปลี่ยนเส้นทางไปสู่สิ่งที่ดีกว่า"
JAPANESE = "すべての拒絶はより良いものへの方向転換です。"
CHINESE = "每一次拒绝都是通往更好事物的转折。"


def parted(text: str, lang: str = "en") -> str:
    """The text with a bar at every opportunity."""
    stops = [each.before for each in opportunities(text, lang)]
    return "|".join(text[start:stop] for start, stop in zip([0, *stops], stops, strict=False))


def widths(text: str) -> list[float]:
    """Where each character begins if each is 1 wide."""
    return list(accumulate((1.0 for _ in text), initial=0.0))


def lines(
    text: str, measure: float, *, balanced: bool = False, lang: str = "en", spare_lines: int = 0
) -> list[str] | None:
    pieces = segments(text, lang)
    ends = total_fit(pieces, widths(text), measure, balanced=balanced, spare_lines=spare_lines)
    return None if ends is None else shown(text, pieces, ends)


def shown(text: str, pieces: Sequence[Segment], ends: list[int]) -> list[str]:
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [text[pieces[start].start : pieces[end].ink] for start, end in zip(starts, ends, strict=True)]


class TestOpportunities:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Every word counts.", "Every |word |counts."),
            ("one  two", "one  |two"),
            ("“Yes,” he said: “no!”", "“Yes,” |he |said: |“no!”"),
            ("it’s 3.5 o'clock", "it’s |3.5 |o'clock"),
            ("well-known", "well-|known"),
            ("either/or", "either/|or"),
            ("a – b", "a |– |b"),
            ("a—b", "a|—|b"),
            ("1 000 €", "1 |000 |€"),
            ("10\u00a0000\u00a0€ net", "10\u00a0000\u00a0€ |net"),
            ("« oui »", "« oui »"),
            ("(so) [it] {is}", "(so) |[it] |{is}"),
            ("Wait… what", "Wait… |what"),
            ("-5 -a", "-5 |-a"),
            ("naïve Übung", "naïve |Übung"),
            ("", ""),
        ],
    )
    def test_lines_end_where_uax_14_lets_them(self, text: str, expected: str) -> None:
        assert parted(text) == expected

    @pytest.mark.parametrize("glue", ["\u00a0", "\u202f", "\u2060", "\u2011"])
    def test_no_line_ends_at_glue(self, glue: str) -> None:
        assert parted(f"10{glue}km on") == f"10{glue}km |on"

    def test_a_soft_hyphen_is_an_opportunity_at_a_price(self) -> None:
        (first, last) = opportunities("re\u00addirect", "en")
        assert (first.before, first.forced, last.forced) == (3, False, True)
        assert first.demerits > 0

    def test_a_zero_width_space_is_an_opportunity(self) -> None:
        assert parted("ab\u200bcd") == "ab\u200b|cd"

    def test_a_url_may_end_a_line_after_its_slashes(self) -> None:
        assert parted("https://example.org/path/page") == "https://|example.org/|path/|page"

    def test_a_line_break_is_forced(self) -> None:
        assert [(each.before, each.forced) for each in opportunities("a\nb c\n\nd", "en")] == [
            (2, True),
            (4, False),
            (6, True),
            (7, True),
            (8, True),
        ]


class TestWithoutSpaces:
    """Scripts that write words without spaces between them."""

    def test_thai_lines_end_between_words_only(self) -> None:
        words = parted(THAI).split("|")
        assert "".join(words) == THAI
        assert {"การ", "ปฏิเสธ", "เส้นทาง"} <= set(words)
        assert not any(word[0] in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49" for word in words)

    def test_thai_and_latin_mix(self) -> None:
        assert parted("ใช้ Python ทุกวัน").replace("|", "") == "ใช้ Python ทุกวัน"
        assert "Pyth|on" not in parted("ใช้ Python ทุกวัน")

    def test_japanese_may_end_a_line_inside_a_phrase_at_a_price(self) -> None:
        prices = {each.before: each.demerits for each in opportunities(JAPANESE, "ja") if not each.forced}
        assert prices[JAPANESE.index("拒")] == 0
        assert prices[JAPANESE.index("絶")] > 0

    def test_a_phrase_that_is_split_is_a_flaw_and_letters_of_unknown_words_are_none(self) -> None:
        def flaws_of(text: str, lang: str, ends: tuple[int, ...]) -> float:
            pieces = segments(text, lang)
            return flaws(pieces, widths(text), 9, [[piece.stop for piece in pieces].index(end) for end in ends])

        text = "正直に具体的に答える"
        assert flaws_of(text, "ja", (7, 10)) < flaws_of(text, "ja", (6, 10))
        khmer = "ការបដិសេធនីមួយៗ"
        middle = segments(khmer, "km")[4].stop
        assert flaws_of(khmer, "km", (middle, len(khmer))) == 0

    def test_no_line_begins_with_a_japanese_full_stop(self) -> None:
        assert JAPANESE.index("。") not in {each.before for each in opportunities(JAPANESE, "ja")}

    def test_chinese_may_end_a_line_between_characters(self) -> None:
        found = {each.before for each in opportunities(CHINESE, "zh-Hans")}
        assert CHINESE.index("一") in found
        assert CHINESE.index("。") not in found

    @pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "zh-TW", "zh"])
    def test_both_ways_of_writing_chinese_have_phrases(self, lang: str) -> None:
        assert any(each.demerits == 0 and not each.forced for each in opportunities(CHINESE, lang))
        assert any(each.demerits > 0 for each in opportunities(CHINESE, lang))

    def test_korean_lines_end_at_spaces(self) -> None:
        assert " |" in parted("모든 거절은 더 나은 것을")


class TestSegments:
    @pytest.mark.parametrize("text", ["a b  c", "“Yes,” re\u00addirect!\nb", THAI, JAPANESE, "\n\n", " a "])
    def test_together_they_hold_every_character(self, text: str) -> None:
        pieces = segments(text, "en")
        assert "".join(text[each.start : each.stop] for each in pieces) == text

    def test_their_ink_ends_before_spaces(self) -> None:
        assert [(each.start, each.ink, each.stop) for each in segments("ab  c \n", "en")] == [(0, 2, 4), (4, 5, 7)]

    def test_a_no_break_space_is_ink(self) -> None:
        assert segments("a\u00a0 b", "en")[0].ink == 2

    @pytest.mark.parametrize(
        ("word", "lang"),
        [
            ("the", "en"),
            ("The", "en"),
            ("“a", "en"),
            ("I", "en"),
            ("der", "de"),
            ("à", "fr"),
            ("y", "es"),
            ("to", "en-GB"),
            ("w", "pl"),
            ("к", "ru"),
        ],
    )
    def test_a_short_word_is_sticky(self, word: str, lang: str) -> None:
        assert segments(f"{word} word", lang)[0].demerits > 0

    @pytest.mark.parametrize(("word", "lang"), [("word", "en"), ("the", "de"), ("to,", "en"), ("in", "xx")])
    def test_other_words_are_not(self, word: str, lang: str) -> None:
        assert segments(f"{word} word", lang)[0].demerits == 0


class TestGreedy:
    def test_each_line_takes_what_fits(self) -> None:
        text = "aa bb cc dd"
        assert greedy(segments(text, "en"), widths(text), 5) == [1, 3]

    def test_spaces_at_a_lines_end_take_no_room(self) -> None:
        text = "aa bb   cc"
        assert greedy(segments(text, "en"), widths(text), 5) == [1, 2]

    def test_a_word_wider_than_the_measure_fits_nowhere(self) -> None:
        text = "aa bbbbbb"
        assert greedy(segments(text, "en"), widths(text), 5) is None

    def test_a_forced_break_ends_a_line(self) -> None:
        text = "a\nb c\n\nd"
        assert greedy(segments(text, "en"), widths(text), 9) == [0, 2, 3, 4]


class TestTotalFit:
    def test_balanced_lines_differ_as_little_as_they_can(self) -> None:
        text = "one three five seven nine eleven"
        found = lines(text, 20, balanced=True)
        assert found == ["one three five", "seven nine eleven"]

    @pytest.mark.parametrize("measure", [10, 13, 17, 22, 30])
    def test_no_other_breaks_would_be_better_balanced(self, measure: int) -> None:
        text = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce"
        pieces = segments(text, "xx")
        found = lines(text, measure, balanced=True, lang="xx")
        assert found is not None
        every = [
            shown(text, pieces, [*ends, len(pieces) - 1])
            for ends in combinations(range(len(pieces) - 1), len(found) - 1)
        ]
        fitting = [each for each in every if max(map(len, each)) <= measure and len(each[-1]) * 3 >= measure]
        assert _raggedness(found) == min(map(_raggedness, fitting))

    def test_it_takes_as_few_lines_as_greedy_breaks(self) -> None:
        text = "one two three four five six seven eight nine ten"
        for measure in range(5, 50):
            pieces = segments(text, "en")
            fewest = greedy(pieces, widths(text), measure)
            for balanced in (True, False):
                found = lines(text, measure, balanced=balanced)
                assert (found is None) == (fewest is None)
                assert found is None or fewest is None or len(found) == len(fewest)

    def test_no_line_ends_in_a_sticky_word_when_that_can_be_helped(self) -> None:
        text = "redirection to the something"
        assert lines(text, 19, balanced=True) == ["redirection", "to the something"]
        assert lines(text, 19, balanced=True, lang="xx") == ["redirection to", "the something"]

    def test_a_short_word_is_not_alone_on_the_last_line(self) -> None:
        assert lines("aaaaa bbbbb ccccc dd", 17) == ["aaaaa bbbbb", "ccccc dd"]
        assert greedy(segments("aaaaa bbbbb ccccc dd", "en"), widths("aaaaa bbbbb ccccc dd"), 17) == [2, 3]

    def test_a_spare_line_is_used(self) -> None:
        assert lines("aaa bb cc dd", 12, balanced=True, spare_lines=1) == ["aaa bb", "cc dd"]

    def test_a_spare_line_that_cannot_be_filled_is_left(self) -> None:
        assert lines("aa", 8, balanced=True, spare_lines=1) == ["aa"]

    def test_each_forced_line_is_a_paragraph_of_its_own(self) -> None:
        assert lines("aa bb cc\ndd ee\n\nff", 5) == ["aa bb", "cc", "dd ee", "", "ff"]

    def test_a_break_at_a_space_is_better_than_a_slightly_better_balanced_one_at_a_hyphen(self) -> None:
        assert lines("aaaaa b-bbbbbb", 12, balanced=True) == ["aaaaa", "b-bbbbbb"]

    def test_a_word_wider_than_the_measure_fits_nowhere(self) -> None:
        assert lines("aaaa bbbbbbbbb", 5) is None

    def test_japanese_lines_end_with_phrases(self) -> None:
        found = lines(JAPANESE, 9, balanced=True, lang="ja")
        assert found is not None
        assert "".join(found) == JAPANESE
        assert found[0] in ("すべての拒絶は", "すべての")

    def test_a_long_text_is_broken_in_a_moment(self) -> None:
        text = "word " * 3000
        found = lines(text, 60, balanced=True)
        assert found is not None
        assert " ".join(found) == text.rstrip()


class TestClauses:
    """Balanced lines part where sentences and clauses do."""

    @pytest.mark.parametrize("measure", range(16, 40, 3))
    @pytest.mark.parametrize(
        "text",
        [
            "What gets measured gets tended, and what gets tended gets grown",
            "Make it work, make it right, make it fast",
            "aaaa bbbb cccc, dd eeeeeeeeeeeeee",
            "Nobody answers the long harbour walk, every small morning makes a stone of it",
        ],
    )
    def test_a_comma_in_the_last_third_of_a_line_ends_it_where_lines_stay_alike(self, text: str, measure: int) -> None:
        found = lines(text, measure, balanced=True)
        if found is None or not any(_ends_late(line) for line in found):
            return
        pieces = segments(text, "en")
        for ends in combinations(range(len(pieces) - 1), len(found) - 1):
            other = shown(text, pieces, [*ends, len(pieces) - 1])
            lengths = [len(line) for line in other]
            is_alike = max(lengths) <= measure and min(lengths) >= 3 / 4 * max(lengths)
            assert not (is_alike and all(line.endswith(",") for line in other[:-1])), other

    def test_clauses_of_one_length_have_a_line_each(self) -> None:
        assert lines("What gets measured gets tended, and what gets tended gets grown", 40, balanced=True) == [
            "What gets measured gets tended,",
            "and what gets tended gets grown",
        ]
        assert lines("aaaa bbbb cccc, dd eeeeeeeeeeeeee", 24, balanced=True) == ["aaaa bbbb cccc,", "dd eeeeeeeeeeeeee"]

    def test_lines_that_would_differ_by_more_than_a_quarter_go_on_behind_it(self) -> None:
        text = "aaaa bb, cc dddd eeee ffff gggg"
        assert lines(text, 16, balanced=True) != ["aaaa bb,", "cc dddd eeee", "ffff gggg"]

    @pytest.mark.parametrize("mark", [", ", "; ", "، ", "、", "，"])
    def test_every_scripts_comma_ends_a_clause(self, mark: str) -> None:
        text = f"aaaaaaaaaa aaaaa{mark}b cccccccccc ccccc"
        assert lines(text, 19, balanced=True, lang="xx") == [f"aaaaaaaaaa aaaaa{mark}".strip(), "b cccccccccc ccccc"]

    def test_each_of_two_sentences_has_its_line(self) -> None:
        assert lines("One no. Three ways forward.", 20, balanced=True) == ["One no.", "Three ways forward."]

    @pytest.mark.parametrize("word", ["Dr.", "J.", "7.", "bzw.", "U.S.", "Mme."])
    def test_no_sentence_ends_with_an_abbreviation(self, word: str) -> None:
        assert [each.ends for each in segments(f"aaa {word} Lopez.", "en")] == ["", "", "sentence"]

    def test_a_line_of_running_text_takes_no_notice(self) -> None:
        assert lines("aaaa aaaa, bbb cccc cccc", 14) == ["aaaa aaaa, bbb", "cccc cccc"]


class TestParts:
    def test_a_label_of_two_lines_parts_at_its_dot_which_goes(self) -> None:
        text = "Ottilie Brandauer\u2002·\u2002Professor of Structural Engineering and Works"
        assert lines(text, 48, balanced=True) == ["Ottilie Brandauer", "Professor of Structural Engineering and Works"]

    def test_a_label_of_one_line_keeps_it(self) -> None:
        assert lines("Ada\u2002·\u2002Poet", 48, balanced=True) == ["Ada\u2002·\u2002Poet"]

    def test_a_part_that_is_wider_than_a_line_goes_on_in_the_next(self) -> None:
        found = lines("Ada\u2002·\u2002one two three four five six", 16, balanced=True)
        assert found is not None
        assert " ".join(found) == "Ada one two three four five six"


class TestKept:
    @pytest.mark.parametrize(
        ("text", "lang", "count"),
        [
            ("look twice", "en", 2),
            ("trade-off", "en", 1),
            ("道しるべ", "ja", 1),
            ("今日は天気です。", "ja", 2),
            ("ការ\u200bបដិសេធ", "km", 2),
            ("", "en", 0),
        ],
    )
    def test_words_are_counted_as_phrases_where_no_spaces_part_them(self, text: str, lang: str, count: int) -> None:
        assert words(text, lang) == count

    def test_a_phrase_that_is_kept_is_in_one_line(self) -> None:
        text = "Mend early, look twice, and go"
        pieces = segments(text, "en", ((12, 22),))
        ends = total_fit(pieces, widths(text), 17, balanced=True, spare_lines=1)
        assert ends is not None
        assert "look twice" in " | ".join(shown(text, pieces, ends))
        assert flaws(pieces, widths(text), 17, [2, 5]) > flaws(pieces, widths(text), 17, [1, 5])


class TestFlaws:
    def flaws(self, text: str, measure: float, ends: list[int], lang: str = "en") -> float:
        return flaws(segments(text, lang), widths(text), measure, ends)

    def test_a_sticky_end_is_one(self) -> None:
        assert self.flaws("aaaa the bbbb", 9, [1, 2]) > 0
        assert self.flaws("aaaa the bbbb", 9, [0, 2]) == 0

    def test_a_widow_is_one(self) -> None:
        assert self.flaws("aaaa bbbb cc", 9, [1, 2]) > 0

    def test_a_long_last_word_is_no_widow(self) -> None:
        assert self.flaws("aaaa bbbb cccc", 9, [1, 2]) == 0

    def test_a_sticky_word_before_a_forced_break_is_the_authors_wish(self) -> None:
        assert self.flaws("aaaa the\nbbbb", 9, [1, 2]) == 0

    def test_one_short_line_has_none(self) -> None:
        assert self.flaws("so", 9, [0]) == 0

    def test_a_short_line_between_two_long_ones_is_one(self) -> None:
        assert self.flaws("aaaaaaaaaa bbbbb cccccccccc", 12, [0, 1, 2]) > 0
        assert self.flaws("aaaaaaaaaa bbbbbbb cccccccccc", 12, [0, 1, 2]) == 0

    def test_an_authors_line_that_is_parted_is_one(self) -> None:
        assert self.flaws("aaaa bbbb\ncccc", 5, [0, 1, 2]) > 0

    def test_the_end_of_a_clause_within_a_line_is_worth_less_than_a_stranded_word(self) -> None:
        crossed = self.flaws("aaaa, bbbb cccc dddd", 10, [1, 3])
        assert 0 < crossed < self.flaws("aaaa the bbbb cccc", 9, [1, 3])

    def test_two_sentences_in_the_only_line_are_one(self) -> None:
        assert self.flaws("Make it. Mend it.", 40, [3]) > 0
        assert self.flaws("Make it, mend it.", 40, [3]) == 0


def _ends_late(line: str) -> bool:
    """Whether a line goes on behind a comma in its last third."""
    return line.find(",") + 1 >= 2 / 3 * len(line) and not line.endswith(",")


def _raggedness(found: list[str]) -> float:
    """The squares of what lines miss of the ideal, twice those of a hole between two others."""
    ideal = (sum(map(len, found)) + len(found) - 1) / len(found)
    holes = {at for at, line in enumerate(found) if 0 < at < len(found) - 1 and len(line) < ideal}
    return round(sum((ideal - len(line)) ** 2 * (2 if at in holes else 1) for at, line in enumerate(found)), 6)
