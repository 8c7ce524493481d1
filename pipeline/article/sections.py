"""Blocks -> sections and wishes: which lines are a wish, and which words stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile, zip_longest
from typing import Literal, NamedTuple

from pipeline.article import keys, labels
from pipeline.article.model import Block, Section, Stray, Wish
from pipeline.reading import markdown
from pipeline.reading.markdown import plain

WRAPPED_AT_MOST = 130  # characters: an article with a longer line is not wrapped, and each line is a paragraph
NEARLY = 0.85  # of the width: where most lines leave no room for the next word in it, they were broken for their length
MOST_LINES = 12  # of one wish
LONGEST_HEADING = 80  # characters, of a heading in plain text
_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", "“", '"', ")")


class _Line(NamedTuple):
    """A wish as it was found: its lines, counted from 0, and its text with its marks."""

    begin: int
    end: int
    text: str


class _Heading(NamedTuple):
    text: str
    level: int
    line: int


_Part = Block | _Line | _Heading | Stray


def assemble(
    found: Sequence[markdown.Block], head: int, beginnings: Sequence[int], *, is_plain: bool
) -> tuple[tuple[Section, ...], tuple[Wish, ...], tuple[Stray, ...]]:
    """The sections, wishes and strays; `found` counts its lines from below `head` lines of front matter.

    `beginnings` has the byte where each line of the article begins. Plain text may have headings without a mark.
    """
    wrapped = _width(found)
    parts: list[_Part] = []
    at = 0
    while at < len(found):
        below, taken = _asked_below(found, at, head, wrapped)
        parts += below or _parts(found[at], head, wrapped)
        at += taken
    if is_plain and not any(isinstance(part, _Heading) for part in parts):
        parts = list(_with_headings(parts))
    strays = tuple(part for part in parts if isinstance(part, Stray))
    sections, wishes = _divided([part for part in parts if not isinstance(part, Stray)], beginnings)
    return sections, wishes, strays


def _width(found: Sequence[markdown.Block]) -> int:
    """The longest line of an article whose lines are broken for their length, or 0 where each is a paragraph."""
    texts = [block.lines for block in found if block.sort in ("paragraph", "item", "quote")]
    width = max((len(line) for lines in texts for line in lines), default=0)
    if width > WRAPPED_AT_MOST:
        return 0
    pairs = [pair for lines in texts for pair in pairwise(lines)]
    full = sum(_is_full(line, following, int(width * NEARLY)) for line, following in pairs)
    return width if full * 2 > len(pairs) else 0


def _asked_below(found: Sequence[markdown.Block], at: int, head: int, wrapped: int) -> tuple[list[_Part], int]:
    """The wishes that the label in block `at` asks for below it, and how many blocks they are; none is (empty, 1).

    The entries of a list are a wish each, and the first of them takes the label's line too. A paragraph is one if it
    speaks of a picture: else the article goes on there.
    """
    block = found[at]
    if block.sort in ("table", "html") or at + 1 == len(found):
        return [], 1
    if not labels.asks_below(block.lines[-1], is_heading=block.sort == "heading"):
        return [], 1
    rest = found[at + 1 :]
    label = block._replace(lines=block.lines[-1:], begin=block.begin + len(block.lines) - 1)
    above = list(_parts(block._replace(lines=block.lines[:-1]), head, wrapped)) if len(block.lines) > 1 else []
    below, taken = _below(label, rest, head)
    return ([*above, *below], 1 + taken) if below else ([], 1)


def _below(label: markdown.Block, rest: Sequence[markdown.Block], head: int) -> tuple[list[_Part], int]:
    """The wishes that a label asks for in the blocks below it, and how many blocks they are."""
    depth = len(label.items)
    if len(rest[0].items) > depth and rest[0].items[:depth] == label.items:
        return _entries(label, rest, head)
    is_wish = rest[0].sort == label.sort or (label.sort == "heading" and rest[0].sort == "paragraph")
    if is_wish and rest[0].items == label.items and labels.speaks_of_pictures(" ".join(rest[0].lines)):
        words = " ".join(line.strip() for line in rest[0].lines)
        return [_Line(label.begin + head, rest[0].end + head, labels.of_entry(words))], 1
    return [], 0


def _entries(label: markdown.Block, rest: Sequence[markdown.Block], head: int) -> tuple[list[_Part], int]:
    """A wish for each entry of the list that stands first in `rest`, with what is nested in it."""
    depth = len(label.items)
    first = rest[0].items[depth][0]
    own = [*takewhile(lambda each: len(each.items) > depth and each.items[depth][0] == first, rest)]
    entries = [list(blocks) for _, blocks in groupby(own, key=lambda each: each.items[depth][1])]
    words = [[line.strip() for block in blocks for line in block.lines] for blocks in entries]
    if not labels.is_plain_request(label.lines[0]) and not any(map(labels.speaks_of_pictures, map(" ".join, words))):
        return [], 0
    begins = [label.begin, *(blocks[0].items[depth][1] for blocks in entries[1:])]
    return [
        _Line(begin + head, blocks[-1].end + head, labels.of_entry(" ".join(lines)))
        for begin, blocks, lines in zip(begins, entries, words, strict=True)
    ], len(own)


def _parts(block: markdown.Block, head: int, wrapped: int) -> Iterator[_Part]:
    """What one block holds: wishes, and the text between them."""
    begin = block.begin + head
    if block.sort == "code":
        return
    if block.sort == "table":
        for at, row in enumerate(block.rows):
            if label := labels.in_cells(row):
                yield Stray(begin + at + 1 + (at > 0), f"`{plain(label)}` stands in a table")
        yield Block("table", "", begin + 1, tuple(tuple(map(plain, row)) for row in block.rows))
    elif block.sort == "html":
        wish = labels.of_html("\n".join(block.lines))
        if wish is not None:
            yield _Line(begin, block.end + head, wish)
        elif labels.inside(" ".join(block.lines)):
            yield _stray(begin, " ".join(block.lines))
    elif block.sort == "heading" and labels.of_line(block.lines[0]) is None:
        yield _Heading(plain(" ".join(block.lines)), block.level, begin + 1)
    else:
        yield from _lines(block, begin, wrapped)


def _lines(block: markdown.Block, begin: int, wrapped: int) -> Iterator[_Part]:
    sort: Literal["paragraph", "item", "quote"] = "paragraph"
    if block.sort == "item" or block.sort == "quote":
        sort = block.sort
    text: list[str] = []
    at = 0
    while at < len(block.lines):
        wish, taken = _wish(block.lines[at : at + MOST_LINES], wrapped)
        if wish is not None or not (wrapped or sort == "quote"):  # a quotation goes on from line to line
            if text:
                yield Block(sort, " ".join(text), begin + at + 1 - len(text))
            text = []
        if wish is None:
            if labels.inside(block.lines[at]):
                yield _stray(begin + at, block.lines[at])
            text.append(block.lines[at].strip().removesuffix("\\"))  # of a line that is broken there
        else:
            yield _Line(begin + at, begin + at + taken, wish)
        at += taken
    if text:
        yield Block(sort, " ".join(text), begin + at + 1 - len(text))


def _wish(lines: Sequence[str], wrapped: int) -> tuple[str | None, int]:
    """What the first of these lines wishes for, or None, and how many lines it takes."""
    if labels.opens_bracket(lines[0]):
        closing = next((at for at, line in enumerate(lines) if line.rstrip().endswith("]")), 0)
        wish = labels.of_line(" ".join(line.strip() for line in lines[: closing + 1]))
        if wish is not None:
            return wish, closing + 1
    wish = labels.of_line(lines[0])
    if wish is None:
        return None, 1
    taken = 1
    if not wish:  # a label on a line of its own
        taken = len(lines) if wrapped else min(len(lines), 2)
    while wish and taken < len(lines) and _runs_on(lines[taken - 1], lines[taken], wrapped):
        taken += 1
    taken = next((at for at in range(1, taken) if labels.of_line(lines[at]) is not None), taken)
    return labels.of_line(" ".join([lines[0], *map(str.strip, lines[1:taken])])), taken


def _runs_on(line: str, following: str, width: int) -> bool:
    """Whether a line goes on: it was broken for its length, or the next one begins in the middle of a sentence."""
    if labels.of_line(following) is not None:
        return False
    goes_on = following.lstrip()[:1].islower() and not line.rstrip(" \t*_").endswith(_ENDS)
    return goes_on or (width > 0 and _is_full(line, following, width))


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had no room on a line in that width."""
    first = following.split(maxsplit=1)[:1]
    return bool(first) and len(line.rstrip()) + 1 + len(first[0]) > width


def _stray(line: int, text: str) -> Stray:
    return Stray(line + 1, f"`{labels.inside(text)}` stands among other words")


def _with_headings(parts: Iterable[_Part]) -> Iterator[_Part]:
    """The parts, with short lines before a longer one taken for headings, as authors of plain text mean them."""
    parts = list(parts)
    for part, following in zip_longest(parts, parts[1:]):
        is_above = isinstance(following, Block) and isinstance(part, Block) and len(following.text) > len(part.text)
        if isinstance(part, Block) and is_above and _is_heading(part):
            yield _Heading(part.text, 2, part.line)
        else:
            yield part


def _is_heading(block: Block) -> bool:
    return (
        block.sort in ("paragraph", "item")
        and len(block.text) <= LONGEST_HEADING
        and not block.text.endswith(_ENDS)
        and re.search(r"[^\W\d_]", block.text) is not None
    )


def _divided(parts: Sequence[_Part], beginnings: Sequence[int]) -> tuple[tuple[Section, ...], tuple[Wish, ...]]:
    """The sections from heading to heading, and the wishes with their parts of them."""
    sections: list[Section] = []
    found: list[tuple[_Line, Section]] = []
    for heading, region in _regions(parts):
        blocks = tuple(part for part in region if isinstance(part, Block))
        line = heading.line if heading.level else (blocks[0].line if blocks else 1)
        section = Section(heading.text, heading.level, line, blocks)
        sections.append(section)
        found += _tied(region, section)
    slugs = keys.distinct(keys.slug(plain(line.text)) for line, _ in found)
    wishes = tuple(
        Wish(line.begin + 1, beginnings[line.begin], beginnings[line.end], plain(line.text), section, key)
        for (line, section), key in zip(found, slugs, strict=True)
    )
    return tuple(sections), wishes


def _regions(parts: Sequence[_Part]) -> Iterator[tuple[_Heading, list[_Part]]]:
    heading, region = _Heading("", 0, 1), list[_Part]()
    for part in parts:
        if isinstance(part, _Heading):
            if region or heading.level:
                yield heading, region
            heading, region = part, []
        else:
            region.append(part)
    if region or heading.level:
        yield heading, region


def _tied(region: Sequence[_Part], section: Section) -> Iterator[tuple[_Line, Section]]:
    """Each wish of a section with what stands since the one before it; the last has what follows too, under a heading.

    A wish that follows another at once has the same as that one.
    """
    lines = [at for at, part in enumerate(region) if isinstance(part, _Line)]
    since = 0
    before = section.blocks
    for at in lines:
        is_last = at == lines[-1] and section.level > 0
        own = tuple(part for part in region[since : None if is_last else at] if isinstance(part, Block))
        line = region[at]
        assert isinstance(line, _Line)
        yield line, section._replace(blocks=own or before)
        since, before = at, own or before
