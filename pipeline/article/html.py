"""An article -> HTML, with insets in place of its wishes or after them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.article.model import Article
from pipeline.project import PLAIN_TEXT
from pipeline.reading import markdown

_LINE_END = re.compile(r"\r\n|\r|\n")
_BEFORE = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
_MARK = "\ue007"  # a private character, taken out of the article
_TOKEN = f"{_MARK}inset{{}}{_MARK}"
_TOKENS = re.compile(rf"(?:<p>)?{_MARK}inset(\d+){_MARK}(?:</p>)?")
_IN_CODE = re.compile(rf"{_MARK}inset(\d+){_MARK}")


def to_html(article: Article, insets: Sequence[str | None], *, keep_wishes: bool = False) -> str:
    """The article's body in HTML, `insets[i]` in place of wish i, or after it; where it is None the wish stays.

    HTML in Markdown passes through; in plain text it is text. Lines that the article takes for paragraphs or headings
    become such.
    """
    shown = {number for number, inset in enumerate(insets) if inset is not None}
    flat: set[int] = set()  # the insets that would be code if they were indented as their wishes are
    while True:
        html = _rendered(article, shown, flat, keep_wishes)
        hidden = {int(found) for code in _code(html) for found in _IN_CODE.findall(code)}
        if not hidden:
            return _TOKENS.sub(lambda found: insets[int(found[1])] or "", html)
        shown -= hidden & flat
        flat |= hidden


def _code(html: str) -> Iterator[str]:
    """What stands between `<pre>` and `</pre>`."""
    for part in html.split("</pre>")[:-1]:
        yield part.partition("<pre>")[2]


def _rendered(article: Article, shown: Collection[int], flat: Collection[int], keep_wishes: bool) -> str:
    """The article in HTML with a token for each inset; those that are `flat` are not indented."""
    is_plain = article.path.lower().endswith(PLAIN_TEXT)
    text = article.text.replace(_MARK, "")
    lines = _LINE_END.split(text)
    _part_paragraphs(article, lines, is_plain)
    for number in shown:
        wish = article.wishes[number]
        count = len(_LINE_END.findall(article.raw[wish.start : wish.end].decode()))
        before = "" if number in flat else None
        _inset(lines, range(wish.line - 1, wish.line - 1 + max(count, 1)), _TOKEN.format(number), before, keep_wishes)
    return markdown.to_html("\n".join(lines[article.head :]), passes_html=not is_plain)


def _inset(lines: list[str], own: range, token: str, before: str | None, keep_wishes: bool) -> None:
    """Write the token for the lines of a wish; the number of lines stays, since others are counted from the top."""
    if before is None:
        found = _BEFORE.match(lines[own.start])
        assert found is not None
        before = found[0]
    empty = before.rstrip()
    inset = "\n".join([empty, before + token, empty])
    kept = lines[own.start : own.stop] if keep_wishes else []
    lines[own.start : own.stop] = ["\n".join([*kept, inset]), *[empty] * (len(own) - 1)]


def _part_paragraphs(article: Article, lines: list[str], is_plain: bool) -> None:
    """Put an empty line before what is a paragraph of its own, and the mark of a heading before what is one."""
    for section in article.sections:
        at = section.line - 1
        if is_plain and section.level and lines[at].strip() == section.heading:
            lines[at] = f"\n{'#' * section.level} {section.heading}\n"
        for block in section.blocks:
            at = block.line - 1
            if block.sort == "paragraph" and at and not lines[at].startswith("\n"):
                lines[at] = f"\n{lines[at]}"
