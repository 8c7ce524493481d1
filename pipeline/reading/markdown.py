"""Markdown -> blocks that know their lines, and their words as a reader sees them: the only door to markdown-it.

CommonMark with tables, strike-through and footnotes, and what note-takers write beside it: `[[Page|words]]`,
`==highlight==`, `%%comment%%`. What is hidden (comments, `<template>`, `<div hidden>`) is in no block and in no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

from typing import NamedTuple

from pipeline.patterns import Pattern
from pipeline.prose import one_line

Sort: TypeAlias = Literal["heading", "paragraph", "item", "quote", "table", "html", "code", "footnote"]

MOST_NESTED = 100  # lists and quotations in one another; markdown-it leaves out what is deeper
_MARKUP = Pattern(r"[*_`\[\]<>\\&!~]|==|%%")
_WIKI_LINK = Pattern(r"!?\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]*))?\]\](?![(\[])")
_HIGHLIGHT = Pattern(r"==(?=[^\s=])(?P<words>.+?)(?<=[^\s=])==(?![\w=])", re.DOTALL)
_HIDDEN = Pattern(r"%%.*?%%", re.DOTALL)
_LISTS, _ENDS_OF_LISTS = ("bullet_list_open", "ordered_list_open"), ("bullet_list_close", "ordered_list_close")
_CONTAINERS: dict[str, Sort] = {"list_item_open": "item", "blockquote_open": "quote"}
_FOOTNOTE = Pattern(r"\[\^[^\s\[\]]+\]")
_TAG = Pattern(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<about>(?:\"[^\"]*\"|'[^']*'|[^'\">])*)>")
_COMMENT = Pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HIDES = Pattern(r"\shidden(?=[\s=/]|$)|display\s*:\s*none", re.IGNORECASE)
_NEVER_SHOWN = ("script", "style", "template", "title", "noscript")
_NEVER_CLOSED = ("br", "hr", "img", "input", "link", "meta", "wbr")
_PARTS = ("br", "p", "div", "li", "hr", "summary", "details", "tr", "td", "th")  # tags that part words
_BAR = Pattern(r"(?<!\\)\|")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FENCED = Pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)(?<=[\r\n])\1[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)
_KEY = Pattern(r"\s*(?:#|\[|[\w\"'-][\w \"'.-]*+\s*[:=])")


class Block(NamedTuple):
    """A block of Markdown: its lines without what holds them (`> `, `- `), and which they are, counted from 0.

    `level` is a heading's, `depth` how many list entries hold the block, `quoted` how many quotations do; `opens` is
    how many of those entries begin with it, `items` are the lines where the list of each of them and it begin. A
    table's `rows` have their cells as written: the headings stand in its first line, all others from its third.
    `is_open` is true of code and comments that do not end before the text does.
    """

    sort: Sort
    lines: tuple[str, ...]
    begin: int
    end: int
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    depth: int = 0
    quoted: int = 0
    opens: int = 0
    is_open: bool = False
    items: tuple[tuple[int, int], ...] = ()


class Document(NamedTuple):
    """The blocks of a text, in order, its lines as they are written, and what its links refer to."""

    blocks: tuple[Block, ...]
    lines: tuple[str, ...]
    references: Mapping[str, Any]


class Words(NamedTuple):
    """A piece of Markdown as it is read, plain or with a spec's marks (`*emphasis*`, other stars escaped)."""

    plain: str
    marked: str
    struck: tuple[str, ...] = ()


def parse(text: str) -> Document:
    """The blocks of a Markdown text."""
    env: dict[str, Any] = {}
    tokens = _block_parser().parse(text, env)
    lines = tuple(_LINE_END.split(text))
    return Document(tuple(_Blocks(lines).of(tokens)), lines, env.get("references", {}))


def plain(text: str) -> str:
    """A piece of Markdown as it is read: without its marks, its links' addresses, and what is hidden or struck."""
    if not _MARKUP.search(text):
        return one_line(text)
    return words(text).plain


def words(text: str, references: Mapping[str, Any] | None = None) -> Words:
    """A piece of Markdown as it is read; `references` are those of its document."""
    if not _MARKUP.search(text):
        line = one_line(text)
        return Words(line, line)
    (inline,) = _inline_parser().parseInline(text, {"references": dict(references or {})})
    reading = _Inline()
    reading.take(inline.children or ())
    return reading.words()


def to_html(text: str, *, passes_html: bool) -> str:
    """The text in HTML; HTML in it passes through, or is text."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": passes_html}).enable(["table", "strikethrough"]).render(text))


class _Blocks:
    """Goes through the tokens of a text and knows what holds them."""

    def __init__(self, source: Sequence[str]) -> None:
        self.source = source
        self.around: list[Sort] = []
        self.opens = 0
        self.lists: list[int] = []
        self.items: list[tuple[int, int]] = []
        self.hidden: list[str] = []  # the HTML elements that are open and show nothing

    def of(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks that are shown."""
        level, at = 0, 0
        while at < len(tokens):
            token = tokens[at]
            at += 1
            if token.type in _LISTS:
                self.lists.append(_lines(token)[0])
            elif token.type in _ENDS_OF_LISTS:
                self.lists.pop()
            elif token.type in _CONTAINERS:
                self.around.append(_CONTAINERS[token.type])
                if token.type == "list_item_open":
                    self.opens += 1
                    self.items.append((self.lists[-1], _lines(token)[0]))
            elif token.type in ("list_item_close", "blockquote_close"):
                if self.around.pop() == "item":
                    self.items.pop()
                self.opens = 0
            elif token.type == "heading_open":
                level = int(token.tag[1:])
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "table_open":
                end = next(index for index in range(at, len(tokens)) if tokens[index].type == "table_close")
                yield from self._block("table", token, rows=tuple(_rows(tokens[at:end])))
                at = end
            elif token.type in ("fence", "code_block"):
                yield from self._block("code", token, is_open=token.type == "fence" and not self._is_closed(token))
            elif token.type == "footnote":
                yield from self._block("footnote", token)
            elif token.type == "inline":
                sort: Sort = "heading" if level else self.around[-1] if self.around else "paragraph"
                yield from self._block(sort, token, level=level)
                level = 0

    def _block(self, sort: Sort, token: Token, **about: Any) -> Iterator[Block]:
        opens, self.opens = self.opens, 0
        if not self.hidden:
            lines = () if sort == "table" else tuple(token.content.split("\n"))
            depth, quoted = self.around.count("item"), self.around.count("quote")
            items = tuple(self.items)
            yield Block(sort, lines, *_lines(token), **about, depth=depth, quoted=quoted, opens=opens, items=items)

    def _html(self, token: Token) -> Iterator[Block]:
        text = token.content.rstrip("\n")
        is_open = text.lstrip().startswith("<!--") and "-->" not in text
        yield from self._block("html", token, is_open=is_open)
        self.hidden = _hidden(_COMMENT.sub("", text), self.hidden)

    def _is_closed(self, fence: Token) -> bool:
        """Whether a fence ends with its mark, or with the list entry or quotation that holds it."""
        begin, end = _lines(fence)
        last = self.source[end - 1].strip(" \t>\r") if end - 1 > begin else ""
        return bool(self.around) or (last.startswith(fence.markup) and not last.strip(fence.markup[0]))


class _Inline:
    """Goes through the tokens of a piece of text: what of it is read, and what is struck through."""

    def __init__(self) -> None:
        self.marked: list[str] = []  # with stars about what is emphasised
        self.bare: list[str] = []
        self.gone: list[str] = []
        self.emphasis, self.strikes = 0, 0
        self.hidden: list[str] = []

    def take(self, tokens: Iterable[Token]) -> None:
        """All that the tokens say."""
        for token in tokens:
            if token.type == "html_inline":
                self.hidden = _hidden(_COMMENT.sub("", token.content), self.hidden)
                tag = _TAG.fullmatch(token.content)
                self._say(" " if tag and tag["name"].lower() in _PARTS else "")
            elif self.hidden:
                continue
            elif token.type in ("em_open", "strong_open", "em_close", "strong_close"):
                is_open = token.type.endswith("_open")
                self.emphasis += 1 if is_open else -1
                if self.emphasis == is_open and not self.strikes:
                    self.marked.append("*")
            elif token.type in ("s_open", "s_close"):
                self.strikes += 1 if token.type == "s_open" else -1
                self.gone += [""] if token.type == "s_open" else []
            elif token.type in ("softbreak", "hardbreak"):
                self._say(" ")
            elif token.type == "image":
                self.take(token.children or ())
            elif token.type in ("text", "text_special", "code_inline"):
                self._say(token.content)

    def _say(self, text: str) -> None:
        if self.hidden:
            return
        if self.strikes:
            self.gone[-1] += text
        else:
            self.bare.append(text)
            self.marked.append(text.replace("*", r"\*"))

    def words(self) -> Words:
        """What was read on one line; without emphasis where our marks cannot tell it, as within a word."""
        bare, marked = (one_line("".join(parts)) for parts in (self.bare, self.marked))
        if "*" in marked:
            from pipeline.typography import markup  # few texts pay for this import

            marked = marked if markup.plain(marked) == bare else bare.replace("*", r"\*")
        return Words(bare, marked, tuple(one_line(text) for text in self.gone if text.strip()))


def _hidden(html: str, before: Sequence[str]) -> list[str]:
    """The elements that show nothing and are open behind some HTML, with those that were open before it."""
    still = list(before)
    for tag in _TAG.finditer(html):
        name = tag["name"].lower()
        if tag["close"]:
            if name in still:
                del still[len(still) - 1 - still[::-1].index(name) :]
        elif name not in _NEVER_CLOSED and not tag["about"].endswith("/"):
            still += [name] if name in (*_NEVER_SHOWN, *still) or _HIDES.search(tag["about"]) else []
    return still


def front_matter(text: str) -> tuple[str, str, int]:
    """The mark of the front matter (`---`, `+++`), what it says, and how many lines it takes; 0 where there is none."""
    fenced = _FENCED.match(text)
    first = next((line for line in _LINE_END.split(fenced[2]) if line.strip()), "") if fenced else ""
    if fenced is None or _KEY.match(first) is None:
        return "", "", 0  # a rule at the top of a text
    lines = len(_LINE_END.findall(text[: fenced.end()])) + (not text[: fenced.end()].endswith(("\r", "\n")))
    return fenced[1], fenced[2], lines


@lru_cache(maxsize=1)
def _block_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MOST_NESTED}).enable("table").disable(["inline", "text_join"])
    parser.block.ruler.before("reference", "footnote", _footnote)
    parser.block.ruler.before(
        "list", "hidden", _hidden_lines, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    return parser


@lru_cache(maxsize=1)
def _inline_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.inline.ruler.before("link", "footnote", _footnote_mark)
    parser.inline.ruler.before("footnote", "wiki_link", _wiki_link)
    parser.inline.ruler.before("link", "highlight", _highlight)
    parser.inline.ruler.before("link", "hidden", _hidden_words)
    return parser


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: `[^1]: what the note says`, with what is indented below it."""
    at = state.bMarks[start] + state.tShift[start]
    found = _FOOTNOTE.match(state.src, at)
    if state.is_code_block(start) or found is None or state.src[found.end() : found.end() + 1] != ":":
        return False
    if silent:
        return True
    line = start + 1
    while line < end:
        follows = line + 1 if state.isEmpty(line) else line
        is_indented = follows < end and not state.isEmpty(follows) and state.sCount[follows] - state.blkIndent >= 4
        is_text = not state.isEmpty(line) and not _interrupts(state, line, end)
        if not (is_indented or is_text):
            break
        line = follows + 1
    state.line = line
    token = state.push("footnote", "", 0)
    token.map = [start, line]
    token.content = state.getLines(start, line, state.blkIndent, False).strip()[found.end() - at + 1 :].strip()
    return True


def _interrupts(state: StateBlock, line: int, end: int) -> bool:
    """Whether a line begins something else than the paragraph above it goes on with."""
    rules = (*state.md.block.ruler.getRules("paragraph"), _footnote)
    return any(rule(state, line, end, True) for rule in rules)


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: `[^1]` in a text says nothing there."""
    found = _FOOTNOTE.match(state.src, state.pos)
    if found is None or found.end() > state.posMax:
        return False
    state.pos = found.end()
    return True


def _hidden_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: several lines from one that begins with `%%` to one that ends so are a comment."""
    first = _line(state, start)
    if not first.startswith("%%") or "%%" in first[2:] or state.is_code_block(start):
        return False
    last = next((line for line in range(start + 1, end) if _line(state, line).endswith("%%")), None)
    if last is None:
        return False
    if not silent:
        state.line = last + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return str(state.getLines(line, line + 1, 0, False)).strip()


def _hidden_words(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: `%%words%%` say nothing; behind a digit they are a percentage."""
    found = _HIDDEN.match(state.src, state.pos)
    if found is None or found.end() > state.posMax or state.src[max(0, state.pos - 1) : state.pos].isdigit():
        return False
    state.pos = found.end()
    return True


def _wiki_link(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: `[[Page]]` is read as its name, `[[Page|words]]` as the words unless they are a width."""
    found = _WIKI_LINK.match(state.src, state.pos)
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        words = (found["words"] or "").strip()
        state.push("text", "", 0).content = found["page"].strip() if not words or words.isdigit() else words
    state.pos = found.end()
    return True


def _highlight(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: `==words==` are read as they are without the signs."""
    found = _HIGHLIGHT.match(state.src, state.pos)
    before = state.src[max(0, state.pos - 1) : state.pos]
    if found is None or found.end() > state.posMax or before == "=" or before.isalnum():
        return False
    if not silent:
        most = state.posMax
        state.pos, state.posMax = found.start("words"), found.end("words")
        state.md.inline.tokenize(state)
        state.posMax = most
    state.pos = found.end()
    return True


def cells(line: str) -> int:
    """How many cells a line of a table has as it is written; a bar in a text has a backslash before it."""
    return len(_BAR.findall(line.strip().strip(">").strip().removeprefix("|").removesuffix("|"))) + 1


def _lines(token: Token) -> tuple[int, int]:
    assert token.map is not None
    return token.map[0], token.map[1]


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for token in tokens:
        if token.type == "inline":
            row.append(token.content)
        elif token.type == "tr_close":
            yield tuple(row)
            row = []
