"""The picture that a link to the article shows: a line of its front matter, which its comment tells from the author's.

image: /img/garden.og.png # visuals
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline import article
from pipeline.errors import ArticleError, Place, Problem

_OWN = re.compile(rb"(?P<key>[\w.-]+)(?:: | = )[^\r\n]* # visuals(?:\r\n|\r|\n)")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Preview(NamedTuple):
    """A key of the front matter, and its line in the file, counted from 1."""

    key: str
    line: int


def taken_out(raw: bytes, path: str) -> tuple[bytes, Preview | None]:
    """The article without the line that `written` put into its front matter, and what it was."""
    if b" # visuals" not in raw:
        return raw, None
    at = 0
    for number in range(1, article.head_lines(raw, path) + 1):
        line = _line(raw, at)
        if own := _OWN.fullmatch(line):
            return raw[:at] + raw[at + len(line) :], Preview(own["key"].decode(), number)
        at += len(line)
    return raw, None


def written(raw: bytes, path: str, key: str, address: str) -> bytes:
    """The article with the address of a picture under `key`, as the last line of its front matter.

    In TOML, a table takes all keys below it: where there is one, the line is the first.
    Raises ArticleError where there is no front matter, or where the author has that key.
    """
    count = article.head_lines(raw, path)
    if not count:
        hint = "put two lines of `---` at its top, or leave out --preview"
        raise ArticleError(Problem("there is no front matter for the preview", Place(path, 1, 1), hint))
    is_toml = _line(raw.removeprefix(article.BYTE_ORDER_MARK), 0).startswith(b"+++")
    at = 0
    for number in range(1, count):
        line = _line(raw, at)
        if is_toml and line.lstrip().startswith(b"["):
            at = len(_line(raw, 0))
            break
        if re.match(rb"%s\s*[:=]" % re.escape(key.encode()), line):
            hint = "remove it, or name another key: `--preview KEY`"
            raise ArticleError(Problem(f"the front matter has `{key}` already", Place(path, number, 1), hint))
        at += len(line)
    own = f'{key} = "{address}" # visuals' if is_toml else f"{key}: {address} # visuals"
    line_end = b"\r\n" if raw[:at].endswith(b"\r\n") else raw[at - 1 : at]
    return raw[:at] + own.encode() + line_end + raw[at:]


def _line(raw: bytes, at: int) -> bytes:
    found = _LINE.match(raw, at)
    assert found is not None
    return found[0]
