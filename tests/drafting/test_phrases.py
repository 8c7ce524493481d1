"""Tests of pipeline.drafting.phrases and text."""

from __future__ import annotations

import pytest

from pipeline.drafting import phrases, text
from pipeline.reading import counts


@pytest.mark.parametrize(
    "written", ["“so”", "„so“", "„so”", "«so»", "« so »", "»so«", "「so」", '"so"', 'it is "so", he said']
)
def test_quoted_words_lose_their_marks(written: str) -> None:
    assert phrases.quoted(written) == ["so"]


def test_inches_and_apostrophes_are_no_quotes() -> None:
    assert phrases.quoted("a 3\" nail and a 5\" one; it's and that's") == []


@pytest.mark.parametrize(
    ("sentence", "entries"),
    [
        (
            "Consider internships, own projects, or training to learn more and grow.",
            "internships|own projects|training",
        ),
        ("It shows areas for work, whether it’s your knowledge, your manner, or luck.", "knowledge|manner|luck"),
        ("Try exploring different companies, roles, and industries.", "companies|roles|industries"),
        ("Denkbar sind ein Praktikum, freie Projekte oder eine Schule.", "Praktikum|freie Projekte|Schule"),
        ("You could stay or leave.", ""),
        ("Take a break or a course.", "break|course"),
        ("It is safe and sound.", ""),
        ("Nothing here.", ""),
    ],
)
def test_the_entries_of_a_list_in_a_sentence_are_found(sentence: str, entries: str) -> None:
    expected = [entry[0].upper() + entry[1:] for entry in entries.split("|") if entry]
    found = phrases.alternatives(sentence)
    assert found == expected or (not expected and len(found) < 3)


def test_brackets_are_not_parted() -> None:
    assert phrases.counted_up("a (b, c or d), e; f") == ["a (b, c or d), e", "f"]
    assert phrases.counted_up("a (b, c) or d (e and f)") == ["a (b, c)", "d (e and f)"]


def test_what_a_wish_is_about_stands_behind_what_it_is() -> None:
    assert phrases.about("A checklist with areas of improvement.") == "Areas of improvement"
    assert phrases.about("A bar chart of the replies") == "Replies"
    assert phrases.about("A chart") == ""


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("teaching at a school or a workshop of my own.", ["teaching at a school", "a workshop of my own"]),
        ("ask, write it down, and thank them", ["ask", "write it down", "thank them"]),
        ("bread and butter, or cake", ["bread and butter", "cake"]),
        ("one; two and three; four. And more.", ["one", "two and three", "four"]),
        ("ein Praktikum oder ein Jahr im Ausland", ["ein Praktikum", "ein Jahr im Ausland"]),
        ("Ashby 1,200 EUR, Corby 900 EUR", ["Ashby 1,200 EUR", "Corby 900 EUR"]),
        ("one thing", []),
        ("", []),
    ],
)
def test_what_a_wish_counts_up_stays_as_it_is_written(text: str, entries: list[str]) -> None:
    assert phrases.counted_up(text) == entries


def test_a_count_in_words_is_one_in_figures() -> None:
    assert [counts.as_digits(word) for word in ("twelve", "Sieben", "1,200")] == ["12", "7", "1,200"]
    assert [counts.count(word) for word in ("three", "14", "many")] == [3, 14, None]


def test_text_for_a_spec_is_one_line_that_can_be_shown() -> None:
    assert text.clean(" one\n\ttwo\u2028🙂 three\x07\ufffe ©\u200d") == "one two three ©\u200d"


def test_a_text_that_is_too_long_ends_at_a_word() -> None:
    assert text.clipped("one two three", 9) == "one two…"
    assert text.clipped("one two", 7) == "one two"
    assert text.clipped("x" * 40, 60) == "x" * 27 + "…"
    assert text.clipped("one (two three) four", 16) == "one…"
