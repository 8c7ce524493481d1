"""Several specs as one document: each a page or more, at its own size or laid out anew for a sheet of paper.

A sheet is not filled by stretching: the layout has the sheet's own proportions, as that of any other size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline import formats
from pipeline.errors import Problem, SpecError, nearest_first
from pipeline.formats import Encoded, Label, Sheet
from pipeline.notes import Note
from pipeline.prose import joined, shortened
from pipeline.rendering import MOST_DESCRIPTION, Visual, lay_out, locating_errors, notes_of, pages_of
from pipeline.sizes import PictureSize, parse

FORMAT = "pdf"
_PX_PER_MM = 96 / 25.4  # CSS Values and Units 4, 6.2


class Paper(NamedTuple):
    """A sheet: the layout that has its proportions to the pixel, and its width in mm."""

    layout: str
    width_mm: float


PAPERS = {"a4": Paper("1050x1485", 210), "letter": Paper("1054x1364", 215.9)}  # ISO 216; ANSI/ASME Y14.1


class Part(NamedTuple):
    """The pages of one spec in a document, and what its author should know of them."""

    visual: Visual
    theme: str
    sheets: list[Sheet]
    notes: tuple[Note, ...]


class Bound(NamedTuple):
    """A finished document: its file's bytes, what it consists of, and what is to be said of the whole."""

    data: bytes
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return sum(len(part.sheets) for part in self.parts)


def part(visual: Visual, size: str | None = None, theme: str | None = None, paper: str | None = None) -> Part:
    """A spec as pages, in the first of its sizes and themes or those that are named, or on a sheet of paper.

    Raises what `render` does, and SpecError for paper there is none of.
    """
    look = theme or visual.spec.themes[0]
    page_size, scale = _page(visual, size, paper)
    scenes = lay_out(visual, page_size.name, look)
    notes = tuple(dict.fromkeys(note for scene in scenes for note in notes_of(visual, scene, ())))
    return Part(visual, look, pages_of(visual, page_size, look, scale, scenes), notes)


def bind(parts: Sequence[Part], title: str = "") -> Bound:
    """The document of these parts, with the title of the first unless another is given; raises what `render` does."""
    sheets = [sheet for each in parts for sheet in each.sheets]
    encoded = _bound(parts, sheets, _label(parts, title))
    known = {note for each in parts for note in each.notes}
    return Bound(encoded.data, tuple(parts), tuple(note for note in encoded.notes if note not in known))


def _page(visual: Visual, size: str | None, paper: str | None) -> tuple[PictureSize, float]:
    """The layout of a page, and how many px each of its px is."""
    if paper is None:
        return parse(size or visual.spec.sizes[0]), 1
    if paper not in PAPERS:
        hint = nearest_first(paper, PAPERS, f"there is {' and '.join(PAPERS)}")
        raise SpecError(Problem(f"unknown paper `{paper}`", hint=hint))
    sheet = PAPERS[paper]
    found = parse(sheet.layout)
    return found, sheet.width_mm * _PX_PER_MM / found.width


def _label(parts: Sequence[Part], title: str) -> Label:
    """What the whole document says."""
    first = parts[0].sheets[0].label
    if len(parts) == 1:
        whole = parts[0].visual
        return first._replace(title=title or first.title, alt=whole.alt, description=_short([whole]), extra=())
    alt = " ".join(each.visual.alt for each in parts)
    description = _short([each.visual for each in parts])
    return first._replace(title=title or first.title, alt=alt, description=description, extra=())


def _short(visuals: Sequence[Visual]) -> str:
    return shortened(joined([each.description for each in visuals]), MOST_DESCRIPTION)


def _bound(parts: Sequence[Part], sheets: Sequence[Sheet], label: Label) -> Encoded:
    try:
        return formats.bound(FORMAT, sheets, label)
    except Exception:
        for each in parts:  # whose picture is missing, an error alone does not tell
            with locating_errors(each.visual, each.theme):
                formats.bound(FORMAT, each.sheets, label)
        raise


def titles(bound: Bound) -> Iterator[str]:
    """The bookmarks of a document, in the order of its pages."""
    return (sheet.bookmark for each in bound.parts for sheet in each.sheets if sheet.bookmark)
