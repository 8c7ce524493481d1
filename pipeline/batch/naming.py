"""Where pictures go: a template such as `cards/{slug}.{size}.{format}`, filled for each row."""

from __future__ import annotations

import os
import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline import places
from pipeline.article.keys import folded
from pipeline.errors import Problem, SpecError, nearest_first

if TYPE_CHECKING:
    from pipeline.batch.columns import Columns
    from pipeline.batch.rows import Row

ALWAYS = ("slug", "row", "spec", "size", "theme", "format")
SLUGGED = ("slug", "id", "name", "title")  # headings that name a row, the best first
MOST_CHARACTERS = 80  # of any script they stay below 255 bytes, the longest name of a disk
MOST_BYTES = 255
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # names that Windows keeps for devices


class Picture(NamedTuple):
    """One picture of a row: in which size, theme and format, and the file it goes to."""

    size: str
    theme: str
    format_name: str
    path: str


class Template:
    """A file's name with places for what a row says; `headings` are those it names, `format_name` what all end in."""

    def __init__(self, text: str, spec_name: str) -> None:
        self.text = text
        self.spec_name = spec_name
        try:
            self.parts = [(before, name) for before, name, *_ in self._parsed()]
        except ValueError as error:
            hint = "write {slug}.{size}.{format}; a brace itself is written {{ or }}"
            raise SpecError(Problem(f"-o {text}: {error}", hint=hint)) from error
        self.headings = [name for _, name in self.parts if name and name not in ALWAYS]
        self.format_name = self._format()

    def _parsed(self) -> Iterator[tuple[str, str, str | None, str | None]]:
        for before, name, given, conversion in string.Formatter().parse(self.text):
            if given or conversion:
                raise ValueError(f"expected a name in braces, found {{{name}{conversion or ''}{given or ''}}}")
            if name == "":
                raise ValueError("found braces with no name in them")
            yield before, name or "", given, conversion

    def _format(self) -> str:
        """The format that all names end in, "" where each ends in its own; raises SpecError for another end."""
        from pipeline import formats

        named = formats.of_suffix(self.text) or ""
        if not named and not self.text.endswith(".{format}"):
            known = ", ".join(map(formats.suffix, formats.names()))
            raise SpecError(Problem(f"-o {self.text}: expected a name that ends in .{{format}} or in one of {known}"))
        return named

    @property
    def folder(self) -> str:
        """The folder that all pictures lie in or below."""
        begun = self.parts[0][0] if self.parts else ""
        return os.path.dirname(begun if self.parts[0][1] else self.text)

    def problems(self, headings: Iterable[str], where: str) -> Iterator[Problem]:
        """The places that nothing fills."""
        for name in self.headings:
            if name not in headings:
                known = f"names are {', '.join(ALWAYS)} and the headings of {where}"
                hint = nearest_first(name, [*ALWAYS, *headings], known)
                yield Problem(f"-o {self.text}: there is no `{name}` for {{{name}}}", hint=hint)

    def used(self, headings: Iterable[str]) -> list[str]:
        """The headings that names are made of."""
        if "slug" not in (name for _, name in self.parts):
            return self.headings
        named = {heading.strip().lower(): heading for heading in headings}
        return [*self.headings, *[named[each] for each in SLUGGED if each in named][:1]]

    def path(self, row: Row, columns: Columns, size: str, theme: str, format_name: str) -> str:
        """The file of one picture; raises SpecError where a row has nothing for its name."""
        from pipeline.formats import suffix

        fixed = {"row": str(row.number), "spec": self.spec_name, "theme": theme, "format": suffix(format_name)[1:]}
        fixed["size"] = size
        filled = "".join(
            before + (fixed.get(name) or self._slug(name, row, columns) if name else "") for before, name in self.parts
        )
        if fact := _unsafe(filled):
            raise SpecError(
                Problem(f"{places.shown(filled)}: {fact}", row.place, "put {row} into the name: -o '{row}.{size}.png'")
            )
        return filled

    def _slug(self, name: str, row: Row, columns: Columns) -> str:
        heading = _naming(row, columns) if name == "slug" else name
        cell = row.cells.get(heading)
        words = _words(str(cell.value)) if cell else []
        if not words:
            found = f"`{heading}` has no letter or digit" if cell else "the row has nothing for it"
            hint = "fill it, or name the files by {row}"
            raise SpecError(Problem(f"{{{name}}} in the file's name: {found}", cell.place if cell else row.place, hint))
        return "-".join(words)[:MOST_CHARACTERS].strip("-")


def _words(text: str) -> list[str]:
    """The words of a text; the vowel signs of Indic scripts are parts of theirs."""
    kept = (letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " " for letter in folded(text))
    return [word for word in "".join(kept).split() if any(map(str.isalnum, word))]


def _naming(row: Row, columns: Columns) -> str:
    """The heading that a row is named by: `slug`, `id`, `name` or `title`, else the first that fills a key."""
    named = {heading.strip().lower(): heading for heading in row.cells}
    first = next((heading for heading in row.cells if columns.field(heading)), "")
    return next((named[each] for each in SLUGGED if each in named), first)


def _unsafe(path: str) -> str:
    """Why a file cannot have that name everywhere, or ""."""
    name = re.split(r"[/\\]", path)[-1]
    if len(name.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return f"the name is longer than {MOST_BYTES} bytes"
    return "Windows keeps this name for a device" if _RESERVED.fullmatch(name) else ""


def identity(path: str) -> str:
    """What two paths have in common that some disk takes for one: case, and accents apart from their letters."""
    return unicodedata.normalize("NFC", os.path.normpath(path).casefold())
