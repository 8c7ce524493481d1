"""The marks around a figure in an article: HTML comments that carry what is needed to take the figure out again.

    <!-- visuals career-paths: Suggested Visual: A roadmap -->     the spec's name, and the bytes of the wish
    ![A roadmap with two paths ...](output/career-paths.og.png)    the body
    <!-- /visuals 5d0c81f2 -->                                     a digest of the body: was it edited by hand?

A figure that stands after its wish carries the name alone. In MDX, which has no comments of HTML, marks stand between
`{/*` and `*/}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from pipeline import article, project
from pipeline.article import Comment
from pipeline.errors import ArticleError, Place, Problem, shortened

_BEGIN = re.compile(r"visuals (?P<name>[^\s:]+)(?P<wish>: (?P<text>.*))?")
_END = re.compile(r"/visuals(?: (?P<digest>[0-9a-f]+))?")
_UNSAFE = re.compile(
    r"%(?=[0-9A-F]{2})|\*(?=/)|[<>{}\x00-\x1f\x7f-\xa0\u2028\u2029]|(?<=-)-|-(?=-)|^ | $|(?<= ) "
)  # would end or alter it
_ESCAPED = re.compile(rb"%([0-9A-F]{2})")


class Delimiters(NamedTuple):
    """What a comment begins and ends with."""

    begin: str
    end: str


HTML, MDX = Delimiters("<!--", "-->"), Delimiters("{/*", "*/}")


class Woven(NamedTuple):
    """A figure that stands in an article between marks, from byte `start` up to `end`, without the last line end.

    `wish` has the bytes that it stands for, None where it stands after them. `line` counts from 1; there are `lines`.
    `body` is what stands between the lines of the marks, with the line ends around it, `closing` the line of the last.
    """

    name: str
    wish: bytes | None
    line: int
    lines: int
    start: int
    end: int
    body: bytes
    closing: bytes
    is_edited: bool


class Restored(NamedTuple):
    """An article without its figures: its bytes, and where each of the figures was in them."""

    raw: bytes
    figures: tuple[tuple[int, Woven], ...]


def begin(name: str, wish: bytes | None, delimiters: Delimiters = HTML) -> str:
    """The mark before a figure; `wish` is what it stands for, in UTF-8 and without the last line end."""
    about = name if wish is None else f"{name}: {_escaped(wish.decode())}"
    return f"{delimiters.begin} visuals {about} {delimiters.end}"


def end(body: Iterable[str], delimiters: Delimiters = HTML) -> str:
    """The mark after a figure of these lines."""
    return f"{delimiters.begin} /visuals {_digest(body)} {delimiters.end}"


def between(closing: bytes, delimiters: Delimiters) -> bytes:
    """The line of the last mark of a figure, between these delimiters instead of those that it has."""
    return re.sub(rb"(?:<!--|\{/\*)(.*)(?:-->|\*/\})", lambda found: _bytes(delimiters, found[1]), closing)


def find(raw: bytes, path: str) -> tuple[Woven, ...]:
    """The figures of an article; marks in code are none. Raises ArticleError with every mark that has no partner."""
    marks = seen(raw, path)
    problems = [*_unpaired(marks, path), *_misnamed(marks, path)]
    if problems:
        raise ArticleError(*problems)
    return tuple(_woven(raw, *pair) for pair in zip(marks[::2], marks[1::2], strict=True))


def seen(raw: bytes, path: str) -> list[Comment]:
    """The marks of an article, those of beginnings and ends."""
    if b"visuals " not in raw:
        return []
    return [each for each in article.comments(raw, path) if _BEGIN.fullmatch(each.text) or _END.fullmatch(each.text)]


def restore(raw: bytes, path: str) -> Restored:
    """The article with each wish in place of its figure, as it was before it was woven; raises what `find` does."""
    pieces: list[bytes] = []
    figures: list[tuple[int, Woven]] = []
    at = length = 0
    for woven in find(raw, path):
        kept, following = raw[at : woven.start], woven.end
        if woven.wish is None:
            line_end = _line_end(raw, woven.end)
            following += len(line_end)
            if not line_end:  # at the end of an article whose last line had no end
                kept = kept[: len(kept) - len(_last_line_end(kept))]
        pieces += [kept, woven.wish or b""]
        figures.append((length + len(kept), woven))
        length += len(kept) + len(woven.wish or b"")
        at = following
    return Restored(b"".join([*pieces, raw[at:]]), tuple(figures))


def _bytes(delimiters: Delimiters, inside: bytes) -> bytes:
    return delimiters.begin.encode() + inside + delimiters.end.encode()


def _unpaired(marks: Iterable[Comment], path: str) -> Iterator[Problem]:
    hint = "take both marks away, or write the other one again"
    opened: Comment | None = None
    for mark in marks:
        is_begin = _BEGIN.fullmatch(mark.text) is not None
        if is_begin and opened:
            yield Problem("the figure that begins here has no end mark", Place(path, opened.line, 1), hint)
        elif not is_begin and not opened:
            yield Problem("this mark ends a figure that does not begin", Place(path, mark.line, 1), hint)
        opened = mark if is_begin else None
    if opened:
        yield Problem("the figure that begins here has no end mark", Place(path, opened.line, 1), hint)


def _misnamed(marks: Iterable[Comment], path: str) -> Iterator[Problem]:
    """A mark names a spec beside the others, and no file elsewhere."""
    for mark in marks:
        begun = _BEGIN.fullmatch(mark.text)
        if begun and not project.is_plain(begun["name"]):
            fact = f"expected the name of a spec, found `{shortened(begun['name'])}`"
            hint = "a figure's mark has the name alone, as `visuals weave` writes it: no folder, no leading dot"
            yield Problem(fact, Place(path, mark.line, 1), hint)


def _woven(raw: bytes, first: Comment, last: Comment) -> Woven:
    opening, closing = _BEGIN.fullmatch(first.text), _END.fullmatch(last.text)
    assert opening is not None
    assert closing is not None
    wish = _unescaped(opening["text"]) if opening["wish"] else None
    body = raw[first.end : last.start]
    is_edited = closing["digest"] != _digest(body.decode().splitlines())
    return Woven(
        opening["name"],
        wish,
        first.line,
        last.line - first.line + 1,
        first.start,
        last.end,
        body,
        raw[last.start : last.end],
        is_edited,
    )


def _digest(body: Iterable[str]) -> str:
    """The same whatever line ends, indentation and quote marks an editor gives to the lines."""
    words = "\n".join(filter(None, (line.strip(" \t>") for line in body)))
    return f"{crc32(words.encode()):08x}"


def _escaped(wish: str) -> str:
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), wish)


def _unescaped(text: str) -> bytes:
    return _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), text.encode())


def _line_end(raw: bytes, at: int) -> bytes:
    found = re.compile(rb"\r\n|\r|\n").match(raw, at)
    return found[0] if found else b""


def _last_line_end(raw: bytes) -> bytes:
    found = re.search(rb"(?:\r\n|\r|\n)\Z", raw)
    return found[0] if found else b""
