"""What PyYAML's complaints mean to an author: one sentence, the place to look at, and a way out."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.errors import Place, Problem

_BOX = re.compile(r"\s*(?:- +)?(?P<text>\[[ xX~/-]?\]\s+[^\s,\]\"].*?)\s*$")  # as task lists have them
_QUOTE_IT = "put the whole value in quotation marks"


class _Meaning(NamedTuple):
    """A complaint (libyaml's or PyYAML's wording, with its context) and what is said instead."""

    complaint: str
    fact: str
    hint: str
    at_context: bool = False  # the mistake is where the construct began, not where the parser gave up


_MEANINGS = (
    _Meaning(
        "alias.*alphabetic", "a value that begins with `*` is an alias in YAML", _QUOTE_IT + ': "*word* ..."', True
    ),
    _Meaning("anchor.*alphabetic", "a value that begins with `&` is an anchor in YAML", _QUOTE_IT, True),
    _Meaning(
        "quoted scalar.*(end of stream|document)",
        "the quotation mark that opens here is never closed",
        "close it",
        True,
    ),
    _Meaning(
        "escape",
        "a backslash inside double quotation marks begins an escape, and this one is unknown",
        r"write `\\` for a backslash, or use single quotation marks",
    ),
    _Meaning(
        r"expected ',' or '\]'", "the list that `[` opens here is not closed, or lacks a comma", "add `]` or `,`", True
    ),
    _Meaning(
        r"expected ',' or '\}'",
        "the mapping that `{` opens here is not closed, or lacks a comma",
        "add `}` or `,`",
        True,
    ),
    _Meaning(
        "expected ':'",
        "expected `:` after a key",
        "a line is `key: value`; text that runs on over several lines is indented below its key",
        True,
    ),
    _Meaning(
        "(block sequence|sequence) entries are not allowed",
        "a list cannot begin on the line of its key",
        "begin it with `- ` on a line of its own below the key",
    ),
    _Meaning(
        "block scalar",
        "after `|` or `>` only `-`, `+` or an indentation may follow",
        "begin the text on the next line, indented",
    ),
    _Meaning("undefined tag handle", "unknown tag", "remove it; if text is meant, " + _QUOTE_IT),
    _Meaning(
        "document start|directive",
        "expected one document of keys and values",
        "remove `...` and lines that begin with `%`",
    ),
    _Meaning(
        "parsing a block collection",
        "this line continues neither the list above nor the text before it",
        "begin it with `- `, below the others",
    ),
    _Meaning("node content", "expected a value", "if text is meant, " + _QUOTE_IT),
)


def explain(error: Exception, text: str, path: str, opened: Place | None) -> Problem:
    """The one problem that a parser's `error` in `text` means; `opened` is where the innermost open value began."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # PyYAML without libyaml, at an escape that is no character
        return Problem("an escape in this file is no character", Place(path, 1, 1), "remove it")
    place, before, character = _surroundings(mark, text, path)
    if box := _BOX.match([*re.split("\r\n|\r|\n", text), ""][place.line - 1]):
        fact = "a text that begins with a box needs quotation marks"
        return Problem(fact, place._replace(column=box.start("text") + 1), f'write `- "{box["text"]}"`')
    complaint = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    if character == "\t" and ("start any token" in complaint or "tab" in complaint):
        return Problem("found a tab where spaces are expected", place, "indent with spaces")
    if "start any token" in complaint:
        return Problem(f"a value cannot begin with `{character}`", place, _QUOTE_IT)
    if "mapping values are not allowed" in complaint:
        return _misplaced_colon(before, place)
    if "flow node" in complaint and not text[mark.index :].strip():
        return Problem("the bracket or brace that opens here is not closed", opened or place, "close it")
    if "parsing a block mapping" in complaint:
        return _misplaced_line(before, character, place)
    for meaning in _MEANINGS:
        if re.search(meaning.complaint, complaint):
            start = getattr(error, "context_mark", None) if meaning.at_context else None
            return Problem(meaning.fact, _surroundings(start or mark, text, path)[0], meaning.hint)
    return Problem(f"this is not YAML: {getattr(error, 'problem', error)}", place)


def _surroundings(mark: object, text: str, path: str) -> tuple[Place, str, str]:
    """The place of a parser's mark, what stands before it in its line, and the character at it."""
    line, column = int(mark.line), int(mark.column)  # type: ignore[attr-defined]
    lines = re.split("\r\n|\r|\n", text)
    content = lines[line] if line < len(lines) else ""
    return Place(path, line + 1, column + 1), content[:column], content[column : column + 1]


def _misplaced_colon(before: str, place: Place) -> Problem:
    if re.search(r":\s", before):
        return Problem("a value that holds `: ` needs quotation marks", place, _QUOTE_IT)
    hint = "let keys of one level begin in one column, and put `:` after the key in the line above"
    return Problem("a key stands where the text of the line above goes on", place, hint)


def _misplaced_line(before: str, character: str, place: Place) -> Problem:
    if character == ":":
        return Problem("expected a key before the `:`", place, "write the key")
    if before.rstrip().endswith(('"', "'")):
        hint = "quote the whole value; inside, write \\\" in double and '' in single quotation marks"
        return Problem("text goes on after its closing quotation mark", place, hint)
    return Problem("this line is indented unlike the keys above", place, "let keys of one level begin in one column")
