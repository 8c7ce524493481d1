"""What an article is made of: sections of blocks, and the wishes that stand among them."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from pipeline.errors import Place, Problem

Sort: TypeAlias = Literal["heading", "paragraph", "item", "quote", "table"]


class Block(NamedTuple):
    """A paragraph, a list's item, a quote or a table, in one piece of Markdown, and the line where it begins.

    `text` is one line, its marks (`*`, links) as they are written: `plain` takes them away. A table has `rows` of
    cells, the first of which are its headings, and no text.
    """

    sort: Sort
    text: str
    line: int
    rows: tuple[tuple[str, ...], ...] = ()


class Section(NamedTuple):
    """A heading and what stands below it, without the wishes. `level` is 1 to 6, or 0 where there is no heading.

    `line` counts from 1. Of a section with several wishes each has its part: what stands before it.
    """

    heading: str
    level: int
    line: int
    blocks: tuple[Block, ...]


class Wish(NamedTuple):
    """What an author wants to be shown, and where: whole lines, from byte `start` up to `end`, its line end included.

    `text` is plain and has no label ("A roadmap with two paths."); `key` is a name for its spec, made of its words,
    and no other wish of the article has it.
    """

    line: int
    start: int
    end: int
    text: str
    section: Section
    key: str


class Stray(NamedTuple):
    """What looks like a wish but has no line of its own, or says nothing: what it is, and its line."""

    line: int
    fact: str


class Article(NamedTuple):
    """An article as its author left it. `path` is `-` for standard input.

    raw           the bytes, untouched; `start` and `end` of a wish count in them
    text          the same as characters, line ends as written, without a byte order mark, in NFC
    newline       the line end that most lines have
    head          how many lines the front matter takes, its fences included
    front_matter  the scalars at its top (`title`, `lang`, `author` ...), as they are written
    sections      from top to bottom; the first may have no heading
    """

    path: str
    raw: bytes
    text: str
    newline: str
    head: int
    front_matter: dict[str, str]
    sections: tuple[Section, ...]
    wishes: tuple[Wish, ...]
    strays: tuple[Stray, ...] = ()

    @property
    def title(self) -> str:
        """The title of the front matter, else the first heading of the highest level, else nothing."""
        headed = [section for section in self.sections if section.heading]
        first = min(headed, key=lambda section: section.level).heading if headed else ""
        return self.front_matter.get("title") or first

    @property
    def astray(self) -> tuple[Problem, ...]:
        """What to tell of the strays."""
        return tuple(Problem(each.fact, self.place(each.line), "give it a line of its own") for each in self.strays)

    def place(self, line: int) -> Place:
        """The beginning of a line, counted from 1, as the place of a problem."""
        return Place(self.path, line, 1)
