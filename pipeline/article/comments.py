"""Comments of HTML and MDX on lines of their own, outside code: what they say, and the bytes that their lines take."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.article.reading import decoded, line_beginnings, without_lines
from pipeline.reading import markdown

_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(
    r"(?P<before>[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?)(?:<!--(?P<text>.*?)-->|\{/\*(?P<mdx>.*?)\*/\})[ \t]*"
)


class Comment(NamedTuple):
    """A comment that is alone on its line: what it says, and its line, from byte `start` up to `end`, without its end.

    `line` counts from 1.
    """

    line: int
    start: int
    end: int
    text: str


def comments(raw: bytes, path: str) -> tuple[Comment, ...]:
    """The comments of an article that begin and end on one line; raises ArticleError for bytes that are no text."""
    text = decoded(raw, path)
    lines = _LINE_END.split(text)
    found = [(number, match) for number, line in enumerate(lines) if (match := _COMMENT.fullmatch(line))]
    if not found:
        return ()
    head = markdown.front_matter(text)[2]
    blocks = markdown.parse(without_lines(text, head)).blocks
    hidden = {line for block in blocks if block.sort == "code" for line in range(block.begin, block.end)}
    starts = line_beginnings(raw)
    return tuple(
        Comment(
            number + 1,
            starts[number],
            starts[number] + len(lines[number].encode()),
            (match["text"] or match["mdx"] or "").strip(),
        )
        for number, match in found
        if number >= head and number - head not in hidden
    )
