"""YAML text -> Node, with the meaning that YAML 1.2 gives to plain scalars.

PyYAML reads events; this module builds nodes from them with a stack of its own, so that no nesting is too deep for
Python and no alias can grow without being counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Any, NamedTuple, NoReturn

import yaml

from pipeline.errors import Place, Problem, SpecError
from pipeline.notes import Note
from pipeline.patterns import Pattern
from pipeline.source.node import Node, Scalar

MAX_NODES = 100_000  # with aliases written out; the longest spec of ours has about 2,000
MAX_DEPTH = 50  # lists and mappings inside one another; no kind needs more than 6
MAX_PROBLEMS = 50  # beyond that the file is something else than a spec

HARD_SPACES = "\u00a0\u2007\u202f\u3000\u200b\u2060\ufeff"  # they come along with pasted text; to YAML they are letters
_CUT = Pattern(r"[ \t]+(#(?:\S.*|[ \t]*$))", re.MULTILINE)  # what a reader takes for text, and YAML for a comment

_VALUE_BELOW = Pattern(r"\s*:(?:\s|\Z)")

EventReader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may be built without libyaml
_TEXT_TAGS = ("tag:yaml.org,2002:str",)
_COLLECTION_TAGS = {"!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}

_CONSTANTS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{sign + word: float(sign + "inf") for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
# YAML 1.2.2, 10.3.2 (core schema): the group is an integer, of no more digits than a spec could mean; the rest, a float
_NUMBER = Pattern(
    r"([-+]?[0-9]{1,40}|0o[0-7]{1,40}|0x[0-9a-fA-F]{1,40})|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)
_BASES = {"0o": 8, "0x": 16}

# What YAML 1.2.2 (5.1) does not print, and the three characters that are line breaks in YAML 1.1 alone.
# A pattern of what is good would name characters beyond U+FFFF, and takes 5 ms to compile.
_NO_TEXT = "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"


def parse(text: str, path: str) -> Node:
    """The mapping that `text` holds, with places in `path`; raises SpecError with every mistake of the text."""
    text = text.removeprefix("\ufeff")
    problems = _stray_characters(text, path)
    if problems:
        raise SpecError(*problems)
    root = parse_value(text, path)
    if root is None or root.value is None:
        fact = "the file holds only comments" if text.strip() else "the file is empty"
        raise SpecError(Problem(fact, Place(path, 1, 1), "write keys with values, one a line: `key: value`"))
    if not isinstance(root.value, dict):
        fact = f"expected keys with values, found {'a list' if isinstance(root.value, tuple) else 'text'}"
        raise SpecError(Problem(fact, root.place, "the file's first level is lines such as `key: value`"))
    return root


def parse_value(text: str, path: str) -> Node | None:
    """The one value that `text` holds, whatever its type, or None for no value; raises SpecError."""
    return _Builder(text, path).build()


def text_lines(text: str) -> frozenset[int]:
    """The lines, counted from 1, on which a text of several lines goes on: there `#` begins no comment.

    Of what is no YAML, those above the mistake.
    """
    found: set[int] = set()
    try:
        for token in yaml.scan(text, Loader=EventReader):
            if isinstance(token, yaml.ScalarToken):
                found.update(range(token.start_mark.line + 2, token.end_mark.line + 1 + (token.end_mark.column > 0)))
    except yaml.YAMLError:
        pass
    return frozenset(found)


def resolve(text: str) -> Scalar:
    """What a plain scalar means in YAML 1.2: nothing, true or false, a number, or else its text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "+-.0123456789":
        return text
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    return int(text, _BASES.get(text[:2], 10)) if number[1] else float(text)


def quoted(text: str) -> str:
    """The text in double quotation marks, as YAML reads it back."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def pasted(value: str) -> str:
    """What an author wrote behind a key, as YAML reads it: in quotation marks where it needs them."""
    needs_quotes = re.search(r":(?:\s|$)|\s#", value) or value[:1] in "#&*!|>%@`?,]}" or value[:2] == "- "
    return quoted(value) if needs_quotes and value[:1] not in ("'", '"', "[", "{") else value


def normal(text: str) -> str:
    """The text in NFC, with line feeds for line ends: equal texts compare equal."""
    if text.isascii() and "\r" not in text:
        return text
    from unicodedata import normalize

    return normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def stray_character(text: str) -> str | None:
    """The name of the first character of `text` that is no text (a NUL, half a surrogate pair), or None."""
    match = None if text.isprintable() else re.search(_NO_TEXT, text)
    return character_name(match.group()) if match else None


class _Anchored(NamedTuple):
    """A named value: how many nodes it holds and how deep they are nested."""

    node: Node
    size: int
    height: int


class _Open:
    """A list or mapping whose end has not been read yet."""

    __slots__ = ("anchor", "height", "key", "key_place", "keys", "place", "size", "values")

    def __init__(self, place: Place, anchor: str | None, is_mapping: bool) -> None:
        self.place, self.anchor = place, anchor
        self.keys: dict[str, Node] | None = {} if is_mapping else None
        self.values: list[Node] = []
        self.key: str | None = None  # the key whose value comes next; None when it is refused
        self.key_place: Place | None = None  # None while a mapping waits for a key
        self.size, self.height = 1, 1


class _Builder:
    """Builds the nodes of one text from the parser's events."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path
        self._problems: list[Problem] = []
        self._anchored: dict[str, _Anchored | None] = {}  # None while the value is still open
        self._stack: list[_Open] = []
        self._count = 0
        self._root: Node | None = None
        self._notes: list[Note] = []
        self._has_comments = " #" in text or "\t#" in text
        self._may_ask = "? " in text
        self._steps: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._take_alias,
            yaml.DocumentStartEvent: self._begin,
        }

    def build(self) -> Node | None:
        steps = self._steps
        try:
            for event in iter(EventReader(self._text).get_event, None):
                if step := steps.get(type(event)):
                    step(event)
        except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: PyYAML's own chr() of an escape
            from pipeline.source.syntax import explain  # only a mistake pays for this import

            problem = explain(error, self._text, self._path, self._stack[-1].place if self._stack else None)
            self._problems = [each for each in self._problems if each.place != problem.place]
            self._stop(problem)
        if self._problems:
            raise self._error()
        return self._root and self._root._replace(notes=tuple(self._notes))

    def _begin(self, event: yaml.DocumentStartEvent) -> None:
        if self._root is not None:
            fact = "a second document begins here, expected one a file"
            self._stop(Problem(fact, self._place(event), "move it to a file of its own, or remove the `---`"))

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        text, style, anchor = normal(event.value), event.style, event.anchor
        place, comment = self._place(event), ""
        parent = self._stack[-1] if self._stack else None
        named = parent.key_place if parent else None
        is_key = parent is not None and parent.keys is not None and named is None
        if not style:
            if is_key:
                text = text.strip(HARD_SPACES)
            if self._has_comments:
                comment = self._cut(event, text, place)
        value: Scalar = text
        if event.tag is None:
            if event.implicit[0]:
                value = resolve(text)
        elif event.tag not in _TEXT_TAGS:
            self._refuse_tag(event.tag, place, is_text=True)
        if anchor and not text:
            fact = f"`&{anchor}` names a value for other places, and there is none"
            self._report(Problem(fact, place, f'write "&{anchor}"'))
        if is_key and self._may_ask and not style and self._is_alone(event):
            self._report(Problem("a value that begins with `? ` is a key in YAML", place, self._quote_it(place)))
        if style == '"' and (name := stray_character(text)):
            self._report(Problem(f"found {name}, which is no text", place, "remove its escape"))
        self._add(Node(value, place, named, text, (), comment), 1, 0, anchor)

    def _cut(self, event: yaml.ScalarEvent, text: str, place: Place) -> str:
        """What follows a plain text as a comment, though it may belong to it: it is noted. `# ` begins a true one."""
        assert event.end_mark is not None
        end = event.end_mark.index
        if self._text[end : end + 1] not in (" ", "\t") or (cut := _CUT.match(self._text, end)) is None:
            return ""
        comment = cut[1].rstrip()
        begins = "the text ends before" if text else "there is no value before"
        whole = quoted(f"{text}{cut[0].rstrip()}".strip())
        fact = f"{begins} `{comment}`, which is a comment in YAML; if it is text, write {whole}"
        self._notes.append(Note("text", fact, place))
        return comment

    def _is_alone(self, event: yaml.ScalarEvent) -> bool:
        """Whether a key stands behind a question mark, and no value below it."""
        assert event.start_mark is not None
        assert event.end_mark is not None
        is_asked = self._text.startswith("? ", event.start_mark.index - 2)
        return is_asked and _VALUE_BELOW.match(self._text, event.end_mark.index) is None

    @property
    def _named(self) -> Place | None:
        """The place of the key whose value comes next, where there is one."""
        return self._stack[-1].key_place if self._stack else None

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        place = self._place(event)
        if event.tag is not None and event.tag not in _COLLECTION_TAGS:
            self._refuse_tag(event.tag, place)
        if len(self._stack) == MAX_DEPTH:
            self._stop_at_depth(place)
        if event.anchor is not None:
            self._anchored[event.anchor] = None
        self._stack.append(_Open(place, event.anchor, isinstance(event, yaml.MappingStartEvent)))

    def _close(self, _: yaml.CollectionEndEvent) -> None:
        done = self._stack.pop()
        value = tuple(done.values) if done.keys is None else done.keys
        self._add(Node(value, done.place, self._named), done.size, done.height, done.anchor)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        place, name = self._place(event), event.anchor
        if name not in self._anchored:
            hint = f'if text is meant, put it in quotes: "*{name} ..."'
            self._report(Problem(f"`*{name}` refers to an anchor that is not defined", place, hint))
            self._add(Node(None, place, self._named), 1, 0, None)
            return
        anchored = self._anchored[name]
        if anchored is None:
            self._stop(Problem(f"`*{name}` refers to the value it is part of", place, "write the value out"))
        if len(self._stack) + anchored.height > MAX_DEPTH:
            self._stop_at_depth(place)
        self._count += anchored.size - 1
        self._add(anchored.node._replace(place=place, key_place=self._named), anchored.size, anchored.height, None)

    def _add(self, node: Node, size: int, height: int, anchor: str | None) -> None:
        """Put a finished value, which knows the place of its key, where it belongs."""
        self._count += 1
        if self._count > MAX_NODES:
            fact = f"with its aliases written out the file holds more than {MAX_NODES:,} values"
            self._stop(Problem(fact, node.place, "write out what is needed, without aliases"))
        if anchor is not None:
            self._anchored[anchor] = _Anchored(node, size, height)
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        parent.size += size
        if parent.height <= height:
            parent.height = height + 1
        if parent.keys is None:
            parent.values.append(node)
        elif parent.key_place is None:
            parent.key, parent.key_place = self._key(node, parent.keys), node.place
        else:
            if parent.key is not None:
                parent.keys[parent.key] = node
            parent.key_place = None

    def _key(self, node: Node, keys: dict[str, Node]) -> str | None:
        """The text of a key, or None when it is refused."""
        key = node.value
        if not isinstance(key, str):
            hint = f'put it in quotes: "{node.text}"' if node.text else "write a key before the `:`"
            self._report(Problem(f"expected text as a key, found {_found(node)}", node.place, hint))
        elif key == "<<":
            hint = "write the keys out; what all specs of a folder share goes into its _defaults.yaml"
            self._report(Problem("merge keys (`<<`) are not read", node.place, hint))
        elif key in keys:
            first = keys[key].key_place
            hint = f"it stands first in line {first.line}; remove one of the two" if first else ""
            self._report(Problem(f"the key `{key}` is written twice", node.place, hint))
        else:
            return key
        return None

    def _refuse_tag(self, tag: str, place: Place, *, is_text: bool = False) -> None:
        name = tag.replace("tag:yaml.org,2002:", "!!")
        way_out = "remove it: plain text, numbers and lists need no tag"
        hint = f"{way_out}; if it is text, {self._quote_it(place)}" if is_text else way_out
        self._report(Problem(f"unknown tag `{name}`", place, hint))

    def _quote_it(self, place: Place) -> str:
        from pipeline.source.syntax import quote_it  # only a mistake pays for this import

        return quote_it(re.split("\r\n|\r|\n", self._text), place, self._stack[-1].place if self._stack else None)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None  # only events made by hand have none
        return Place(self._path, mark.line + 1, mark.column + 1)

    def _report(self, problem: Problem) -> None:
        self._problems.append(problem)
        if len(self._problems) == MAX_PROBLEMS:
            self._stop(Problem(f"{MAX_PROBLEMS} mistakes up to here; the rest is not read", problem.place))

    def _stop(self, problem: Problem) -> NoReturn:
        """Report a problem after which nothing can be read."""
        self._problems.append(problem)
        raise self._error()

    def _stop_at_depth(self, place: Place) -> NoReturn:
        self._stop(Problem(f"lists and keys are nested more than {MAX_DEPTH} deep here", place, "close some of them"))

    def _error(self) -> SpecError:
        return SpecError(*sorted(self._problems, key=lambda problem: problem.place or ()))


def _found(node: Node) -> str:
    if isinstance(node.value, tuple):
        return "a list"
    return "a mapping" if isinstance(node.value, dict) else f"`{node.text}`" if node.text else "nothing"


def _stray_characters(text: str, path: str) -> list[Problem]:
    """A problem for each of the first characters of `text` that a spec may not hold."""
    if text.replace("\n", " ").isprintable():  # as nearly every file is
        return []
    problems = []
    for match in islice(re.finditer(_NO_TEXT, text), 10):
        before = text[: match.start()]
        line = len(re.findall("\r\n|\r|\n", before)) + 1
        place = Place(path, line, match.start() - max(before.rfind("\n"), before.rfind("\r")))
        hint = "delete it; it came along with pasted text"
        problems.append(Problem(f"found {character_name(match.group())}, which a spec may not hold", place, hint))
    return problems


def character_name(character: str) -> str:
    """The code and the name of a character in Unicode."""
    from unicodedata import name  # only a mistake pays for this import

    return f"U+{ord(character):04X} {name(character, 'a control character')}"
