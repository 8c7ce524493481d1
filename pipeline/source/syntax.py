"""What PyYAML's complaints mean to an author: one sentence, the place to look at, and a way out."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pipeline.errors import Place, Problem
from pipeline.source.parsing import HARD_SPACES, character_name, pasted, quoted

_HARD = re.compile(
    rf"[ \t]*(?:- )?(?:(?P<indent>[{HARD_SPACES}]+)|(?P<key>[\w-]+)[ \t]*(?P<inside>[{HARD_SPACES}]*):"
    rf"[ ]?(?P<behind>[{HARD_SPACES}]*))"
)
_NO_BLANK = re.compile(r"^[ \t]*(?:- )?(?P<key>[A-Za-z_]\w*):(?P<value>[^\s/:].*)$")
_BOX = re.compile(r"^[ \t]*(?:[-*+] +)?(?P<box>\[(?P<mark>[ xX~-]?)\])[ \t]+(?P<text>.+?)[ \t]*$")
_COMMENT_IN_FLOW = re.compile(r"(?P<before>[\[{:,][ \t]*|[ \t])(?P<cut>#(?P<color>[0-9A-Fa-f]{3,8}\b)?\S*)")
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
    lines = re.split("\r\n|\r|\n", text)
    looked_at = [each.line for each in _marks(error)]
    for number in dict.fromkeys([*looked_at, *(line - 1 for line in looked_at)]):
        if 0 <= number < len(lines) and (problem := _of_line(lines[number], Place(path, number + 1, 1))):
            return problem
    complaint = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    if character == "\t" and ("start any token" in complaint or "tab" in complaint):
        return Problem("found a tab where spaces are expected", place, "indent with spaces")
    if "start any token" in complaint:
        return Problem(f"a value cannot begin with `{character}`", place, _QUOTE_IT)
    if "mapping values are not allowed" in complaint:
        return _misplaced_colon(lines[place.line - 1], before, place)
    if opened and (problem := _cut_in_flow(lines, opened, place)):
        return problem
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


def _marks(error: Exception) -> list[Any]:
    """The marks that a complaint has: where the parser gave up, then where what it read began."""
    return [mark for name in ("problem_mark", "context_mark") if (mark := getattr(error, name, None)) is not None]


def _of_line(line: str, place: Place) -> Problem | None:
    """What is to be seen in a line on its own, whatever the parser makes of it."""
    hard = _HARD.match(line)
    if hard and (found := hard["indent"] or hard["inside"] or hard["behind"]):
        where = "where the line is indented" if hard["indent"] else "around the `:`"
        at = hard.start("indent" if hard["indent"] else "inside" if hard["inside"] else "behind")
        fact = f"found {character_name(found[0])} {where}, expected a usual blank or none"
        rest = line[hard.end() :].strip()
        hint = f"write `{hard['key']}: {pasted(rest)}`" if hard["key"] else "indent with spaces"
        return Problem(fact, place._replace(column=at + 1), hint)
    box = _BOX.match(line)
    if box:
        state = {"x": "done", "X": "done", "~": "partial", "-": "na"}.get(box["mark"], "todo")
        hint = f"write `- {{text: {quoted(box['text'])}, state: {state}}}`"
        return Problem(
            "a task's box is the beginning of a list in YAML", place._replace(column=box.start("box") + 1), hint
        )
    missing = _NO_BLANK.match(line)
    if missing:
        hint = f"write `{missing['key']}: {pasted(missing['value'].strip())}`"
        return Problem("a blank is missing behind the `:`", place._replace(column=missing.start("value") + 1), hint)
    return None


def _cut_in_flow(lines: list[str], opened: Place, end: Place) -> Problem | None:
    """A `#` within brackets or braces, which hides all that follows on its line, their end too."""
    for number in range(opened.line, min(end.line, len(lines)) + 1):
        start = opened.column - 1 if number == opened.line else 0
        cut = _COMMENT_IN_FLOW.search(lines[number - 1], start)
        if cut:
            place = Place(opened.path, number, cut.start("cut") + 1)
            if cut["color"]:
                return Problem(
                    "a colour needs quotation marks: `#` begins a comment", place, f'write "#{cut["color"]}"'
                )
            return Problem("`#` begins a comment, which hides the rest of the line", place, _QUOTE_IT)
    return None


def _misplaced_colon(line: str, before: str, place: Place) -> Problem:
    if key := re.match(r"[ \t]*(?:- +)?[\w-]+:\s+", before):
        hint = f"write `{key[0].strip()} {quoted(line[key.end() :].strip())}`"
        return Problem("a value that holds `: ` needs quotation marks", place, hint)
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
