"""The grammar that alt texts share: stops, quotation marks, and a sentence that is not too long."""

from __future__ import annotations

import pytest

from pipeline.prose import (
    MOST_ALT,
    capital,
    counted,
    ended,
    fitted,
    joined,
    one_line,
    quoted,
    shortened,
    unended,
)


class TestStops:
    @pytest.mark.parametrize(
        "text",
        [
            "Done.",
            "Done!",
            "Is it done?",
            "And so on…",
            "“Done.”",
            "« Fini. »",
            "(See below.)",
            "It is done. (See below.)",
            "終わり。",
            "終わり｡",
            "「終わり！」",
            "تم؟",
            "ہو گیا۔",
            "Վերջ։",
            "पूरा हुआ।",
            "॥ समाप्त ॥",
            "ចប់។",
            "ပြီးပြီ။",
            "ጨረሰ።",
        ],
    )
    def test_a_stop_of_its_own_is_enough(self, text: str) -> None:
        assert ended(text, "{text}.") == text

    @pytest.mark.parametrize(
        ("text", "expected"), [("終わり", "終わり。"), ("（待办）", "（待办）。"), ("“完成”", "“完成”。")]
    )
    def test_what_has_full_width_gets_a_stop_of_it(self, text: str, expected: str) -> None:
        assert ended(text, "{text}.") == expected

    @pytest.mark.parametrize("text", ["Done", "“Done”", "Done:", "3 of 4 (75 %)", "Go (soon?)", ""])
    def test_what_has_none_gets_one(self, text: str) -> None:
        assert ended(text, "{text}.") == f"{text}."
        assert ended(text, "{text}。") == f"{text}。"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Done.", "Done"),
            ("完了。", "完了"),
            ("पूरा हुआ।", "पूरा हुआ"),
            ("Wait...", "Wait..."),
            ("Go!", "Go!"),
            ("So", "So"),
        ],
    )
    def test_within_a_sentence_a_full_stop_goes_and_nothing_else(self, text: str, expected: str) -> None:
        assert unended(text) == expected

    def test_no_blank_stands_behind_a_full_width_stop(self) -> None:
        assert joined(["完了。", "「次へ！」", "Next.", "", "終わり。"]) == "完了。「次へ！」Next. 終わり。"


class TestQuotes:
    @pytest.mark.parametrize(
        ("lang", "expected"), [("en", "“a”"), ("de", "„a“"), ("fr", "«\u202fa\u202f»"), ("es", "«a»"), ("pl", "„a”")]
    )
    def test_each_language_has_its_marks(self, lang: str, expected: str) -> None:
        assert quoted("a", lang) == expected

    @pytest.mark.parametrize("text", ['a "b" c', "a “b” c", "a «b» c", "a „b“ c"])
    def test_a_quote_within_gets_the_inner_marks(self, text: str) -> None:
        assert quoted(text, "en") == "“a ‘b’ c”"
        assert quoted(text, "de") == "„a ‚b‘ c“"

    def test_an_inch_and_an_apostrophe_stay(self) -> None:
        assert quoted('It’s 5" wide', "en") == '“It’s 5" wide”'


class TestLength:
    def test_a_short_text_stays(self) -> None:
        assert shortened("a b", 3) == "a b"

    @pytest.mark.parametrize(
        ("text", "most", "expected"),
        [
            ("one two three", 9, "one two…"),
            ("one, two", 5, "one…"),
            ("one two", 4, "one…"),
            ("x" * 9, 5, "xxxx…"),
            ("失" * 9, 5, "失失失失…"),
        ],
    )
    def test_a_long_one_ends_behind_a_word_or_within_a_very_long_one(self, text: str, most: int, expected: str) -> None:
        assert shortened(text, most) == expected

    def test_the_longest_words_are_cut_first(self) -> None:
        found = fitted(lambda name, quote: f"{name}: “{quote}”.", "Ada", "word " * 100)
        assert found.startswith("Ada: “word word")
        assert found.endswith(" word…”.")
        assert MOST_ALT - 8 < len(found) <= MOST_ALT

    def test_two_long_parts_share_the_room(self) -> None:
        found = fitted(lambda a, b: f"{a}|{b}", "a " * 300, "b " * 200)
        first, second = found.split("|")
        assert len(found) <= MOST_ALT
        assert min(len(first), len(second)) > 100

    def test_what_cannot_be_cut_ends_in_an_ellipsis(self) -> None:
        assert fitted(lambda: "long " * 100) == "long " * 49 + "long…"


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (1, "wish", "1 wish"),
        (2, "wish", "2 wishes"),
        (0, "picture", "0 pictures"),
        (3, "entry", "3 entries"),
        (2, "key", "2 keys"),
        (1, "more problem", "1 more problem"),
        (1200, "box", "1,200 boxes"),
    ],
)
def test_what_is_counted_has_its_plural(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said


def test_small_things() -> None:
    assert capital("ada L") == "Ada L"
    assert one_line(" a\n b ") == "a b"
    assert joined(["A.", "", "B."]) == "A. B."
