"""A figure -> lines of MDX: the HTML as JSX, its elements closed, its words in characters that MDX takes for text."""

from __future__ import annotations

import re

from pipeline.weaving import html
from pipeline.weaving.figures import Figure
from pipeline.weaving.links import Link

_TAG = re.compile(r"(<[^<>]*>)")
_MARKUP = re.compile(r"[\\`*_\[\]~$!|]|:(?=[A-Za-z:])|^(?:[-+#=]|\d+[.)])")  # words in JSX are Markdown
_BEGUN = re.compile(r"(?P<indent> *)(?P<tag><figcaption[^<>]*>)(?P<words>[^<>]+)")


def lines(figure: Figure, link: Link) -> list[str]:
    """The lines of the element, none of them empty."""
    return [part for line in html.lines(figure, link) for part in _own_lines(_jsx(line))]


def _jsx(line: str) -> str:
    pieces = [piece if piece.startswith("<") else _as_text(piece) for piece in _TAG.split(line)]
    line = re.sub(r"\bsrcset=", "srcSet=", "".join(pieces))
    is_open = line.lstrip().startswith(("<source ", "<img "))
    return f"{line.removesuffix('>')} />" if is_open else line


def _as_text(words: str) -> str:
    return _MARKUP.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), words)


def _own_lines(line: str) -> list[str]:
    """A caption that goes on below its first line stands on one of its own: MDX lets no paragraph hold half a tag."""
    begun = _BEGUN.fullmatch(line)
    return [begun["indent"] + begun["tag"], f"{begun['indent']}  <span>{begun['words']}</span>"] if begun else [line]
