"""What PyYAML's complaints mean to an author: one sentence, the place to look at, and a way out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from pipeline.errors import Place, Problem
from pipeline.patterns import Pattern
from pipeline.source.parsing import HARD_SPACES, character_name, pasted, quoted

_HARD = Pattern(
    rf"[ \t]*(?:- )?(?:(?P<indent>[{HARD_SPACES}]+)|(?P<key>[\w-]+)[ \t]*(?P<inside>[{HARD_SPACES}]*):"
    rf"[ ]?(?P<behind>[{HARD_SPACES}]*))"
)
_NO_BLANK = Pattern(r"^[ \t]*(?:- )?(?P<key>[A-Za-z_]\w*)[ \t]*(?::|：[ \t]*)(?P<value>[^\s/:].*)$")
_BOX = Pattern(r"^[ \t]*(?:[-*+] +)?(?P<box>\[[ xX~/-]?\][ \t]+\S.*)$")
_ENTRY = Pattern(r"(?P<indent>[ \t]*)(?P<head>(?:- +)*(?:[\w-]+:[ \t]+)?)(?P<value>\S.*)")
_COMMENT = Pattern(r"[ \t]+#(?:[ \t].*)?$")
_GOES_ON = Pattern(
    r"(?P<ends>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[[^\]]*\]|\{[^}]*\})(?![ \t]*(?::(?:\s|$)|#|$))[ \t]*(?P<rest>\S)"
)
_COLON_IN_BRACES = Pattern(
    r"(?<![\w-])(?P<key>[\w-]+):[ \t]+(?P<value>[^,{}\[\]\"']*?:[ \t][^{}\[\]]*?)(?=[ \t]*(?:,[ \t]*[\w-]+:[ \t]|\}))"
)
_COMMENT_IN_FLOW = Pattern(r"(?P<before>[\[{:,][ \t]*|[ \t])(?P<cut>#(?P<color>[0-9A-Fa-f]{3,8}\b)?\S*)")
_QUOTE_IT = "put the whole value in quotation marks"


class _Meaning(NamedTuple):
    """A complaint (libyaml's or PyYAML's wording, with its context) and what is said instead."""

    complaint: str
    fact: str
    hint: str
    at_context: bool = False  # the mistake is where the construct began, not where the parser gave up


_MEANINGS = (
    _Meaning("alias.*alphabetic", "a value that begins with `*` is an alias in YAML", _QUOTE_IT, True),
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
        f"begin it with `- ` on a line of its own below the key; if it is text, {_QUOTE_IT}",
    ),
    _Meaning(
        "block scalar",
        "after `|` or `>` only `-`, `+` or an indentation may follow",
        f"begin the text on the next line, indented; if the mark is a part of it, {_QUOTE_IT}",
    ),
    _Meaning("undefined tag handle", "unknown tag", f"remove it; if it is text, {_QUOTE_IT}"),
    _Meaning("mapping keys are not allowed", "a value that begins with `? ` is a key in YAML", _QUOTE_IT),
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
    _Meaning("node content", "expected a value", f"if it is text, {_QUOTE_IT}"),
)


def explain(error: Exception, text: str, path: str, opened: Place | None) -> Problem:
    """The one problem that a parser's `error` in `text` means; `opened` is where the innermost open value began."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # PyYAML without libyaml, at an escape that is no character
        return Problem("an escape in this file is no character", Place(path, 1, 1), "remove it")
    place, before, character = _surroundings(mark, text, path)
    lines = re.split("\r\n|\r|\n", text)
    looked_at = [each.line for each in _marks(error)]
    for number in dict.fromkeys([*looked_at, *(line - 1 for line in looked_at)]):
        if 0 <= number < len(lines) and (problem := _of_line(lines, Place(path, number + 1, 1), opened)):
            return problem
    complaint = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    if character == "\t" and ("start any token" in complaint or "tab" in complaint):
        return Problem("found a tab where spaces are expected", place, "indent with spaces")
    if "start any token" in complaint:
        return Problem(f"a value cannot begin with `{character}`", place, quote_it(lines, place, opened))
    if "mapping values are not allowed" in complaint:
        return _misplaced_colon(lines, before, place)
    if opened and (problem := _cut_in_flow(lines, opened, place)):
        return problem
    if "flow node" in complaint and not text[mark.index :].strip():
        return Problem("the bracket or brace that opens here is not closed", opened or place, "close it")
    if "parsing a block mapping" in complaint:
        return _misplaced_line(before, character, place)
    for meaning in _MEANINGS:
        if re.search(meaning.complaint, complaint):
            start = getattr(error, "context_mark", None) if meaning.at_context else None
            where, _, opening = _surroundings(start or mark, text, path)
            is_apostrophe = opening == "'" and "quoted" in complaint and lines[where.line - 1].count("'") == 1
            hint = f"{_QUOTE_IT}, if it is an apostrophe; else close it" if is_apostrophe else meaning.hint
            return Problem(meaning.fact, where, hint.replace(_QUOTE_IT, quote_it(lines, where, opened)))
    return Problem(f"this is not YAML: {getattr(error, 'problem', error)}", place)


def _surroundings(mark: object, text: str, path: str) -> tuple[Place, str, str]:
    """The place of a parser's mark, what stands before it in its line, and the character at it."""
    line, column = int(mark.line), int(mark.column)  # type: ignore[attr-defined]
    lines = re.split("\r\n|\r|\n", text)
    content = lines[line] if line < len(lines) else ""
    return Place(path, line + 1, column + 1), content[:column], content[column : column + 1]


def _marks(error: Exception) -> list[Any]:
    """The marks that a complaint has: where the parser gave up, then where what it read began."""
    return [mark for name in ("problem_mark", "context_mark") if (mark := getattr(error, name, None)) is not None]


def quote_it(lines: Sequence[str], place: Place, opened: Place | None = None) -> str:
    """What to write in place of the value at a place, all of it in quotation marks.

    In brackets or braces it ends where the next one begins; else with the lines that go on below it.
    """
    line = lines[place.line - 1]
    if _is_in_flow(lines, opened):
        end = re.search(r"[ \t]*(?:,|\]|\}|$)", line[place.column - 1 :])
        assert end is not None
        return f"write {quoted(line[place.column - 1 :][: end.start()])}"
    entry = _ENTRY.match(line)
    if entry is None:
        return _QUOTE_IT
    return _written(entry["head"], _whole(lines, place.line, entry))


def _whole(lines: Sequence[str], number: int, entry: re.Match[str]) -> str:
    """The value of the entry on a line, with what goes on below it, without a true comment."""
    depth = len(entry["indent"]) + len(entry["head"]) - len(entry["head"].lstrip("- "))
    value = [_COMMENT.sub("", entry["value"]).strip()]
    for line in lines[number:]:
        below = line.strip()
        if not below or len(line) - len(line.lstrip()) <= max(depth, len(entry["indent"])) or below.startswith("- "):
            break
        value.append(_COMMENT.sub("", below))
    return " ".join(value)


def _written(head: str, text: str) -> str:
    return f"write `{head.strip()} {quoted(text)}`" if head.strip() else f"write {quoted(text)}"


def _is_in_flow(lines: Sequence[str], opened: Place | None) -> bool:
    """Whether what is open where the parser gave up stands in brackets or braces."""
    return opened is not None and lines[opened.line - 1][opened.column - 1 : opened.column] in ("[", "{")


def _of_line(lines: Sequence[str], place: Place, opened: Place | None) -> Problem | None:
    """What is to be seen in a line on its own, whatever the parser makes of it."""
    line = lines[place.line - 1]
    hard = _HARD.match(line)
    if hard and (found := hard["indent"] or hard["inside"] or hard["behind"]):
        spot = "where the line is indented" if hard["indent"] else "around the `:`"
        at = hard.start("indent" if hard["indent"] else "inside" if hard["inside"] else "behind")
        fact = f"found {character_name(found[0])} {spot}, expected a usual blank or none"
        rest = _COMMENT.sub("", line[hard.end() :]).strip()
        hint = f"write `{hard['key']}: {pasted(rest)}`" if hard["key"] else "remove it, or indent with spaces"
        return Problem(fact, place._replace(column=at + 1), hint)
    box = _BOX.match(line)
    if box:
        where = place._replace(column=box.start("box") + 1)
        hint = _written("-", _COMMENT.sub("", box["box"]).strip())
        return Problem("a task's box is the beginning of a list in YAML", where, hint)
    missing = _NO_BLANK.match(line)
    if missing:
        hint = f"write `{missing['key']}: {pasted(_COMMENT.sub('', missing['value']).strip())}`"
        return Problem("a blank is missing behind the `:`", place._replace(column=missing.start("value") + 1), hint)
    entry = _ENTRY.match(line)
    goes_on = _GOES_ON.match(entry["value"]) if entry and not _is_in_flow(lines, opened) else None
    if entry and goes_on:
        where = place._replace(column=entry.start("value") + goes_on.start("rest") + 1)
        fact = f"text goes on after its closing {'bracket' if goes_on['ends'][0] in '[{' else 'quotation mark'}"
        return Problem(fact, where, _written(entry["head"], _unquoted(_whole(lines, place.line, entry), goes_on)))
    return None


def _unquoted(value: str, goes_on: re.Match[str]) -> str:
    """What a value means whose first quotation mark is closed before its end.

    Where a word goes on behind that, as in `'it's'` or `"so "called" one"`, the marks around the whole are YAML's.
    """
    mark = value[0]
    is_inner = mark in "\"'" and goes_on["rest"].isalnum() and goes_on.end("ends") == goes_on.start("rest")
    return value[1:-1] if is_inner and value.endswith(mark) else value


def _cut_in_flow(lines: list[str], opened: Place, end: Place) -> Problem | None:
    """A `#` within brackets or braces, which hides all that follows on its line, their end too; or a text with `: `."""
    for number in range(opened.line, min(end.line, len(lines)) + 1):
        line, start = lines[number - 1], opened.column - 1 if number == opened.line else 0
        if cut := _COMMENT_IN_FLOW.search(line, start):
            at = cut.start("cut")
            place = Place(opened.path, number, at + 1)
            if cut["color"]:
                fact = "a colour needs quotation marks: `#` begins a comment"
                return Problem(fact, place, f'write "#{cut["color"]}"')
            before = re.split(r"[\[{,][ \t]*|:[ \t]+", line[:at])[-1]
            hint = quote_it(lines, place._replace(column=at - len(before) + 1), opened)
            return Problem("`#` begins a comment, which hides the rest of the line", place, hint)
        if found := _COLON_IN_BRACES.search(line, start):
            place = Place(opened.path, number, found.start("value") + 1)
            hint = _written(f"{found['key']}:", found["value"])
            return Problem("a value that holds `: ` needs quotation marks", place, hint)
    return None


def _misplaced_colon(lines: Sequence[str], before: str, place: Place) -> Problem:
    if re.match(r"[ \t]*(?:- +)?[\w-]+:\s+", before):
        return Problem("a value that holds `: ` needs quotation marks", place, quote_it(lines, place))
    if re.search(r":\s", before):
        return Problem("a value that holds `: ` needs quotation marks", place, _QUOTE_IT)
    hint = "let keys of one level begin in one column, and put `:` after the key in the line above"
    return Problem("a key stands where the text of the line above goes on", place, hint)


def _misplaced_line(before: str, character: str, place: Place) -> Problem:
    if character == ":":
        return Problem("expected a key before the `:`", place, "write the key")
    return Problem("this line is indented unlike the keys above", place, "let keys of one level begin in one column")
