"""A dashboard's tiles beside its article: where both count the same thing, do they say the same number?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.article import Block, Wish, plain
from pipeline.errors import Place, Problem
from pipeline.reading.counts import COUNT, as_digits
from pipeline.reading.numbers import PERCENT
from pipeline.rendering import Visual
from pipeline.weaving import Text

_NUMBER = rf"(?P<number>{COUNT})(?!\w)(?P<percent>\s?(?:{PERCENT})(?!\w))?"
_BETWEEN = (
    "a|an|the|my|our|them|these|job|in|all|total|of|is|was|were|at|only|about|now|stands?|stood|it|were|still"
    "|ist|sind|war|waren|von|bei|nur|davon|noch|insgesamt"
)
_LABEL = re.compile(r"tiles\[\d+\]\.label")
_ENDINGS = re.compile(r"(?:innen|en|es|s|n|e)$")


class Tile(NamedTuple):
    """A tile as it is seen: `Interviews`, `6`; `Response rate`, `46%`."""

    label: str
    value: str


class _Mention(NamedTuple):
    words: str
    number: str
    line: int


def problems(text: Text, wish: Wish, visual: Visual) -> Iterator[Problem]:
    """Each tile whose number the article gives otherwise: in the wish's own section, or, not there, anywhere."""
    everywhere = [block for section in text.article.sections for block in section.blocks]
    for tile in tiles(visual):
        for blocks in (wish.section.blocks, everywhere):
            mentions = list(_mentions(tile, blocks))
            if mentions:
                break
        if not mentions or any(each.number == _digits(tile.value) for each in mentions):
            continue
        said = mentions[0]
        place = Place(text.article.path, text.line(_line(text, said)), 1)
        fact = f"the text says “{said.words}”, the tile {tile.label} of {visual.path} shows {tile.value}"
        yield Problem(fact, place, "put right the one that is wrong")


def tiles(visual: Visual) -> list[Tile]:
    """The tiles that a dashboard shows."""
    labels = (leaf for leaf in visual.leaves.values() if _LABEL.fullmatch(leaf.field))
    return [Tile(leaf.text, visual.leaves[leaf.field.replace(".label", ".value")].text) for leaf in labels]


def _mentions(tile: Tile, blocks: Iterable[Block]) -> Iterator[_Mention]:
    """Where the text counts what the tile counts: `six interviews`, `a response rate of 46%`."""
    words = [_ENDINGS.sub("", word) for word in re.findall(r"[^\W\d_]+", tile.label.casefold())]
    if not words or not re.search(r"\d", tile.value):
        return
    label = r"\W+".join(rf"{re.escape(word)}(?:innen|en|es|s|n|e)?" for word in words)
    between = rf"(?:(?:{_BETWEEN})\s+){{0,2}}"
    patterns = (rf"\b{_NUMBER}\s+{between}{label}\b", rf"\b{label}:?\s+{between}{_NUMBER}")
    for block in blocks:
        said = plain(block.text)
        for pattern in patterns:
            for found in re.finditer(pattern, said, re.IGNORECASE):
                if bool(found["percent"]) == ("%" in tile.value):
                    yield _Mention(found[0], _digits(as_digits(found["number"])), block.line)


def _digits(number: str) -> str:
    """A whole number without the marks of its thousands, its unit and the like."""
    return re.sub(r"\D", "", number)


def _line(text: Text, said: _Mention) -> int:
    """The line on which the words stand: a paragraph may have several."""
    lines = re.split(r"\r\n|\r|\n", text.article.text)
    first = said.words.split()[0]
    for number, line in enumerate(lines[said.line - 1 :], said.line):
        if said.words in line or line.rstrip().endswith(first):
            return number
        if not line.strip():
            break
    return said.line
