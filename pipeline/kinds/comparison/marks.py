"""Cells as an author writes them -> marks with their words: yes, no, partly, nothing, or text.

yes, true, ✓, ja        a mark; its word is that of the picture's language
partially, あり          a mark; a word of the author's stays as it is
partly: Shared          a mark with the author's own words
"", -, –                nothing
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from pipeline.kinds.comparison.words import Read, Said, Shown
from pipeline.prose import capital, one_line, plain
from pipeline.words import Words, section

Mark: TypeAlias = Literal["text", "yes", "no", "partly", "nothing"]

MARKS: tuple[Mark, ...] = ("yes", "no", "partly")
_SIGNS: dict[str, Mark] = {
    **dict.fromkeys(("true", "✓", "✔", "✅", "☑"), "yes"),
    **dict.fromkeys(("false", "✗", "✘", "❌", "☒"), "no"),
    **dict.fromkeys(("◐", "◑"), "partly"),
}
_DASHES = ("", "-", "–", "—")
_VARIATION = "\ufe0f"  # that a sign is shown as an emoji
_COLONS = (":", "：")


class Marked(NamedTuple):
    """A cell's mark, and the words beside it."""

    mark: Mark
    text: str


class Marks:
    """Reads cells in the words of a language, and in English ones."""

    def __init__(self, words: Words[Shown, Said]) -> None:
        self._shown = words.shown
        self._known: dict[str, Mark] = {}
        for tag in ("en", words.language.tag):
            read = section(tag, "comparison_read", Read)
            self._known |= {plain(word): mark for mark in MARKS for word in getattr(read, mark).split("|")}
        self._known |= {plain(self.word(mark)): mark for mark in MARKS}

    def word(self, mark: Mark) -> str:
        """What stands beside a mark that has no words of its own."""
        return str(getattr(self._shown, mark, ""))

    def mark(self, written: str) -> Mark | None:
        """The mark that a word or a sign stands for."""
        written = written.strip().rstrip(_VARIATION).casefold()
        if written in _SIGNS:
            return _SIGNS[written]
        return None if set(written) & set("?!,;:()") else self._known.get(plain(written))

    def read(self, written: str) -> Marked:
        """A cell of text."""
        text = one_line(written)
        if text in _DASHES:
            return Marked("nothing", "")
        if mark := self.mark(text):
            return Marked(mark, self._shown_word(mark, text))
        sign, _, own = text.partition(" ")
        if own and not sign[0].isalpha() and (mark := self.mark(sign)):  # `✓ My own`
            return Marked(mark, own.strip())
        for colon in _COLONS:
            head, _, own = text.partition(colon)
            if own.strip() and (mark := self.mark(head)):
                return Marked(mark, own.strip())
        return Marked("text", text)

    def _shown_word(self, mark: Mark, written: str) -> str:
        is_its_name = written.casefold() in (*_SIGNS, mark) or written.rstrip(_VARIATION) in _SIGNS
        return self.word(mark) if is_its_name or plain(written) == plain(self.word(mark)) else capital(written)
