"""Markdown -> the blocks it is made of, with their lines. What is code or hidden has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Sort: TypeAlias = Literal["heading", "paragraph", "item", "quote", "table", "html"]

_MARKUP = re.compile(r"[*_`\[\]<>\\&!]")
_LISTS, _ENDS_OF_LISTS = ("bullet_list_open", "ordered_list_open"), ("bullet_list_close", "ordered_list_close")
_CONTAINERS: dict[str, Sort] = {"list_item_open": "item", "blockquote_open": "quote"}


class Found(NamedTuple):
    """A block of Markdown: its lines without what holds them (`> `, `- `), and which they are, counted from 0.

    `items` are the lists' items around it, from the outside: the lines where the list and the item begin.
    """

    sort: Sort
    lines: tuple[str, ...]
    begin: int
    end: int
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    items: tuple[tuple[int, int], ...] = ()


def parse(text: str) -> tuple[Found, ...]:
    """The blocks of a Markdown text, in order; code is left out."""
    return tuple(_blocks(_block_parser().parse(text)))


def code(text: str) -> set[int]:
    """The lines of a Markdown text that are code, counted from 0."""
    tokens = _block_parser().parse(text)
    return {line for token in tokens if token.type in ("fence", "code_block") for line in range(*_lines(token))}


def plain(text: str) -> str:
    """A piece of Markdown as it is read: without its marks, its links' addresses and its comments."""
    if not _MARKUP.search(text):
        return " ".join(text.split())
    (inline,) = _inline_parser().parseInline(text)
    return " ".join("".join(_words(inline.children or ())).split())


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "image"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "


@lru_cache(maxsize=1)
def _block_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])


@lru_cache(maxsize=1)
def _inline_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")


def _blocks(tokens: Sequence[Token]) -> Iterator[Found]:
    around: list[Sort] = []
    lists: list[int] = []
    items: list[tuple[int, int]] = []
    level = 0
    index = 0
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if token.type in _LISTS:
            lists.append(_lines(token)[0])
        elif token.type in _ENDS_OF_LISTS:
            lists.pop()
        elif token.type in _CONTAINERS:
            around.append(_CONTAINERS[token.type])
            if around[-1] == "item":
                items.append((lists[-1], _lines(token)[0]))
        elif token.type in ("list_item_close", "blockquote_close"):
            if around.pop() == "item":
                items.pop()
        elif token.type == "table_open":
            end = next(at for at in range(index, len(tokens)) if tokens[at].type == "table_close")
            yield Found("table", (), *_lines(token), rows=tuple(_rows(tokens[index:end])))
            index = end
        elif token.type == "html_block":
            yield Found("html", tuple(token.content.splitlines()), *_lines(token), items=tuple(items))
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "inline" and level:
            yield Found("heading", tuple(token.content.split("\n")), *_lines(token), level=level, items=tuple(items))
            level = 0
        elif token.type == "inline":
            sort: Sort = around[-1] if around else "paragraph"
            yield Found(sort, tuple(token.content.split("\n")), *_lines(token), items=tuple(items))


def _lines(token: Token) -> tuple[int, int]:
    assert token.map is not None
    return token.map[0], token.map[1]


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for token in tokens:
        if token.type == "inline":
            row.append(plain(token.content))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []
