"""The labels that make a line a wish: `Suggested Visual:`, `[image: ...]`, `<!-- figure: ... -->`, and what follows.

Any case, with emphasis around label or line; English and German. `Figure 3:` is a caption, not a wish.
"""

from __future__ import annotations

import re
from itertools import count

_THINGS = r"(?:visual|image|picture|figure|illustration|graphic|photo|diagram)"
_DINGE = r"(?:visual|bild|abbildung|grafik|illustration|foto|diagramm)"
_LABEL = (
    rf"(?:(?:suggested|recommended|proposed|possible)\s+{_THINGS}|visual|image|figure|visual\s+(?:suggestion|idea)"
    rf"|(?:vorgeschlagene[rs]?|empfohlene[rs]?)\s+{_DINGE}|bildvorschlag|bildidee|bild|abbildung)"
)
_MARK = r"\*\*\*|\*\*|\*|___|__|_|"
_LINE = re.compile(
    rf"[ \t]*(?:[•◦‣–—][ \t]*)?(?P<mark>{_MARK})(?P<label>{_LABEL})(?P<early>{_MARK})[ \t\u00a0]*[::]"
    rf"(?P<late>{_MARK})(?P<text>.*)",
    re.IGNORECASE,
)
_BRACKET = re.compile(rf"[ \t]*(?P<mark>{_MARK})\[[ \t]*{_LABEL}[ \t]*[::](?P<text>[^\[\]]*)\](?P=mark)[ \t]*", re.I)
_OPEN_BRACKET = re.compile(rf"[ \t]*(?:{_MARK})\[[ \t]*{_LABEL}[ \t]*[::][^\[\]]*", re.IGNORECASE)
_COMMENT = re.compile(rf"\s*<!--\s*{_LABEL}\s*[::](?P<text>(?:(?!-->).)*)-->\s*", re.IGNORECASE | re.DOTALL)
_INSIDE = re.compile(rf"\[[ \t]*{_LABEL}[ \t]*[::][^\[\]]*\](?![(\[:])|<!--\s*{_LABEL}\s*[::]", re.IGNORECASE)
_TICKS = re.compile(r"`+")


def of_line(line: str) -> str | None:
    """What a line wishes for, its marks as written, or None if it is no wish."""
    bracketed = _BRACKET.fullmatch(line) or _COMMENT.fullmatch(line)
    if bracketed:
        return bracketed["text"].strip()
    labelled = _LINE.fullmatch(line)
    if labelled is None:
        return None
    mark, text = labelled["mark"], labelled["text"].strip()
    is_closed = bool(labelled["early"] or labelled["late"])
    return text.removesuffix(mark).strip() if mark and not is_closed else text


def of_html(text: str) -> str | None:
    """What an HTML comment wishes for, or None if it is none, or hides other things."""
    comment = _COMMENT.fullmatch(text)
    return " ".join(comment["text"].split()) if comment else None


def opens_bracket(line: str) -> bool:
    """Whether a line begins a wish in brackets that does not end on it."""
    return _OPEN_BRACKET.fullmatch(line) is not None


def inside(line: str) -> str | None:
    """The beginning of a wish that stands in the middle of other words, code aside, or None."""
    found = _INSIDE.search(without_code(line))
    return found[0] if found else None


def without_code(line: str) -> str:
    """The line with blanks for what stands between backticks and as many backticks again (CommonMark 0.31.2, 6.1)."""
    runs = list(_TICKS.finditer(line))
    last = {len(run[0]): run.start() for run in runs}  # an opening run behind the last of its length closes nowhere
    pieces, end = [], 0
    for index, run in enumerate(runs):
        if run.start() >= end and last[len(run[0])] > run.start():
            pieces.append(line[end : run.start()])
            closing = next(at for at in count(index + 1) if len(runs[at][0]) == len(run[0]))
            end = runs[closing].end()
            pieces.append(" " * (end - run.start()))
    return "".join([*pieces, line[end:]])
