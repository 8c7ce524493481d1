"""Whatever an author's words are, a sentence about them is short enough and ends in one stop."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.prose import MOST_ALT, fitted, plain, plain_lines, quoted, shortened
from pipeline.words import find
from tests.amounts import some_of

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from(' .,“”"失א'), max_size=400
)


@settings(derandomize=True, max_examples=some_of(60), deadline=None)
@given(st.lists(TEXTS, max_size=4), st.sampled_from(["en", "de", "fr", "es", "zh-Hans", "hi", "ar"]))
def test_a_sentence_is_never_too_long(words: list[str], lang: str) -> None:
    language = find(lang)
    assert language is not None
    found = fitted(lambda *parts: language.ended(language.listed([quoted(part, lang) for part in parts])), *words)
    assert len(found) <= MOST_ALT
    assert language.ended(found) == found


@settings(derandomize=True, max_examples=some_of(60), deadline=None)
@given(TEXTS, st.integers(1, 400))
def test_a_shortened_text_is_the_texts_own_beginning(text: str, most: int) -> None:
    found = shortened(text, most)
    assert len(found) <= most
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]))


@settings(derandomize=True, max_examples=some_of(60), deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_lines_are_plain_as_each_of_them_is_by_itself(lines: list[str]) -> None:
    assert plain_lines("\n".join(lines)) == [plain(line) for line in lines]
