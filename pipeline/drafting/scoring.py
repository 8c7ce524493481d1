"""Which kind of visual a wish asks for, by the words it uses: words.yaml says what each one counts."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import NamedTuple

from pipeline import source
from pipeline.drafting.phrases import quoted

WEIGHTS = {"strong": 5, "good": 3, "weak": 1}
OWN_NAME = 20
QUOTED = 2  # words in quotation marks, for a quote card: a subject in marks must not outweigh `email`
LEAST = 3  # one good word; tried on the sample article and on tests/drafting/wishes.yaml
QUOTE_CARD = "quote_card"
_FILE = os.path.join(os.path.dirname(__file__), "words.yaml")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Score(NamedTuple):
    """A kind and what the words of a wish count for it."""

    kind: str
    points: int


class Choice(NamedTuple):
    """The kind that a wish asks for most, and the one after it."""

    first: Score
    second: Score

    @property
    def is_clear(self) -> bool:
        """Whether the first has enough points, and more than the second."""
        return self.first.points >= LEAST and self.first.points > self.second.points


def choose(wish: str) -> Choice:
    """The two kinds that the text of a wish speaks for most; where they count alike, in alphabetical order."""
    folded = wish.casefold()
    words = " " + " ".join(_WORD.findall(folded)) + " "
    scores = [Score(kind, _points(kind, words) + _named(kind, folded)) for kind in kinds()]
    if quoted(wish):
        scores = [
            score._replace(points=score.points + QUOTED) if score.kind == QUOTE_CARD else score for score in scores
        ]
    first, second, *_ = sorted(scores, key=lambda score: -score.points)
    return Choice(first, second)


def kinds() -> tuple[str, ...]:
    """The kinds there are words for, in alphabetical order."""
    return tuple(sorted(_patterns()))


def _points(kind: str, words: str) -> int:
    return sum(points for pattern, points in _patterns()[kind] if pattern.search(words))


def _named(kind: str, wish: str) -> int:
    """What a wish counts that is the kind's name, or begins with it and a colon: `feedback checklist: ...`."""
    return OWN_NAME if re.match(rf"\W*{kind.replace('_', '[ _-]')}\s*(?::|\W*$)", wish) else 0


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[tuple[re.Pattern[str], int], ...]]:
    """What to look for in a wish's words, and what it counts; by kind."""
    lists = source.read(_FILE).value
    assert isinstance(lists, dict)
    found = {}
    for kind, node in lists.items():
        assert isinstance(node.value, dict)
        counted: list[tuple[re.Pattern[str], int]] = []
        for name, words in node.value.items():
            assert isinstance(words.value, tuple)
            counted += [(_pattern(word.text), WEIGHTS[name]) for word in words.value]
        found[kind] = tuple(counted)
    return found


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(" " + re.escape(word).replace(r"\*", "[^ ]*").replace(r"\ ", " ") + " ")
