"""The picture that a link to the article shows: lines of its front matter, which a comment tells from the author's.

image: /img/garden.og.png # visuals
images: ["/img/garden.og.png"] # visuals
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline import article
from pipeline.errors import ArticleError, Place, Problem

KEY = re.compile(r"[A-Za-z_][\w-]*")
LISTS = frozenset({"images"})  # Hugo's templates go through a list
_OWN = re.compile(rb"(?P<key>[\w.-]+)(?:: | = )[^\r\n]* # visuals(?:\r\n|\r|\n)")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BARE = re.compile(r"[A-Za-z0-9./]\S*")  # what YAML takes for a text without quotation marks


class Preview(NamedTuple):
    """A key of the front matter, and its line in the file, counted from 1."""

    key: str
    line: int


def taken_out(raw: bytes, path: str) -> tuple[bytes, tuple[Preview, ...]]:
    """The article without the lines that `written` put into its front matter, and what they were."""
    if b" # visuals" not in raw:
        return raw, ()
    at, kept, found = 0, [], []
    for number in range(1, article.head_lines(raw, path) + 1):
        line = _line(raw, at)
        at += len(line)
        if own := _OWN.fullmatch(line):
            found.append(Preview(own["key"].decode(), number))
        else:
            kept.append(line)
    return b"".join([*kept, raw[at:]]), tuple(found)


def written(raw: bytes, path: str, keys: Sequence[str], address: str) -> bytes:
    """The article with the address of a picture under each of the keys, as the last lines of its front matter.

    In TOML, a table takes all keys below it: where there is one, the lines are the first.
    Raises ArticleError where there is no front matter, and for each key that the author has.
    """
    count = article.head_lines(raw, path)
    if not count:
        hint = "put two lines of `---` at its top, or leave out --preview"
        raise ArticleError(Problem("there is no front matter for the preview", Place(path, 1, 1), hint))
    is_toml = _line(raw.removeprefix(article.BYTE_ORDER_MARK), 0).startswith(b"+++")
    at, taken = 0, list[Problem]()
    for number in range(1, count):
        line = _line(raw, at)
        if is_toml and line.lstrip().startswith(b"["):
            at = len(_line(raw, 0))
            break
        taken += [_taken(key, Place(path, number, 1)) for key in keys if _has(line, key)]
        at += len(line)
    if taken:
        raise ArticleError(*taken)
    line_end = b"\r\n" if raw[:at].endswith(b"\r\n") else raw[at - 1 : at]
    own = (_own(key, address, is_toml).encode() + line_end for key in keys)
    return b"".join([raw[:at], *own, raw[at:]])


def _own(key: str, address: str, is_toml: bool) -> str:
    quoted = f'"{address}"'
    if key in LISTS:
        value = f"[{quoted}]"
    else:
        value = quoted if is_toml or not _BARE.fullmatch(address) else address
    return f"{key}{' = ' if is_toml else ': '}{value} # visuals"


def _has(line: bytes, key: str) -> bool:
    return re.match(rb"[\"']?%s[\"']?\s*[:=]" % re.escape(key.encode()), line) is not None


def _taken(key: str, place: Place) -> Problem:
    hint = "remove it, or name another key: `--preview KEY`"
    return Problem(f"the front matter has `{key}` already", place, hint)


def _line(raw: bytes, at: int) -> bytes:
    found = _LINE.match(raw, at)
    assert found is not None
    return found[0]
