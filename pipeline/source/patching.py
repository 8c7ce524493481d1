"""One value of a YAML text changed where it stands: every other byte of the file stays.

text: Every word counts. # so it does            the value of `text`, from its first letter to its last
      ^^^^^^^^^^^^^^^^^^

The parser's marks say where a value begins and ends. What is to stand there is tried in the way it was written before,
then in quotation marks; each try is parsed, and the first that says what is wanted, and leaves all else as it was, is
taken. So a patch is right, or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import yaml

from pipeline.errors import Problem, SpecError
from pipeline.source.files import decode
from pipeline.source.node import STEP, Node
from pipeline.source.parsing import HARD_SPACES, EventReader, normal, parse, quoted, stray_character

Step: TypeAlias = str | int
Choice: TypeAlias = str | tuple[str, ...]

BYTE_ORDER_MARK = "\ufeff"
_WORD = re.compile(r"[^ \t\r\n]+")
_BLOCKS = ("|", ">")
_IN_FILE = "change it in the file itself"


class Written(NamedTuple):
    """Where a value stands in its text, from `start` to `end`, its style, and whether it is in brackets or braces."""

    start: int
    end: int
    style: str
    in_flow: bool


def steps(field: str) -> tuple[Step, ...]:
    """The way to a field: `groups[1].text` is `groups`, 1, `text`."""
    return tuple(int(index) if index else key for index, key in re.findall(STEP, field))


def patched(data: bytes, path: str, field: str, text: str) -> bytes:
    """The bytes of the YAML file `path` with another text, or number, as the value of a field.

    The line ends at the end of the old text stay. Raises SpecError where the file is broken, has no such value, or
    where the value is named by an anchor, so that a change would be one in other places, too.
    """
    file, before = _opened(data, path)
    way = steps(field)
    old = _node(before, way)
    if old is None or isinstance(old.value, (dict, tuple)):
        raise _refused(before, field, "it is no text or number")
    wanted = _ended_alike(normal(text), old.text)
    if name := stray_character(wanted):
        raise SpecError(Problem(f"{field}: found {name}, which is no text", old.place, "leave it out"))
    written = _written(file, way, before, field)
    raw = file[written.start : written.end]
    tries = _tries(written, raw, old.text, wanted, _line_end(file))
    return _first_that_agrees(file, written, tries, before, way, Node(wanted, old.place, text=wanted), field)


def chosen(data: bytes, path: str, field: str, choice: Choice) -> bytes:
    """The bytes of the YAML file `path` with a word, or a list of words, as the value of a field.

    A key that is not written yet is put behind the first one of its mapping. Raises SpecError as `patched` does, and
    where a comment stands within a list, which would be lost.
    """
    file, before = _opened(data, path)
    way = steps(field)
    parts = tuple(Node(each, before.place, text=each) for each in choice) if isinstance(choice, tuple) else choice
    wanted = Node(parts, before.place, text="" if isinstance(choice, tuple) else choice)
    old = _node(before, way)
    if old is None:
        return _put_in(file, before, way, choice, wanted, field)
    written = _written(file, way, before, field)
    raw = file[written.start : written.end]
    if isinstance(old.value, tuple) and "#" in raw:
        raise _refused(before, field, "a comment stands within the list")
    column = old.place.column if raw.startswith("- ") else 0
    return _first_that_agrees(file, written, _writings(choice, column, _line_end(file)), before, way, wanted, field)


def _opened(data: bytes, path: str) -> tuple[str, Node]:
    file = decode(data, path)
    return file, parse(file, path)


def _node(node: Node | None, way: Sequence[Step]) -> Node | None:
    for step in way:
        if node is not None:
            node = node.entry(step) if isinstance(step, int) else node.child(step)
    return node


def _ended_alike(text: str, old: str) -> str:
    return text.rstrip("\n") + old[len(old.rstrip("\n")) :]


def _line_end(file: str) -> str:
    found = re.search(r"\r\n|\r|\n", file)
    return found[0] if found else "\n"


def _written(file: str, way: Sequence[Step], root: Node, field: str) -> Written:
    """Where the value at the end of the way stands; raises SpecError for one with a name or a tag, or another's."""
    offset = len(BYTE_ORDER_MARK) if file.startswith(BYTE_ORDER_MARK) else 0
    events = list(yaml.parse(file[offset:], Loader=EventReader))
    at, in_flow = _event(events, way)
    event = events[at] if at is not None else None
    if isinstance(event, yaml.AliasEvent) or event is None:
        raise _refused(root, field, "it stands elsewhere in the file, under a name (`&name`) that is used here")
    if event.anchor is not None:
        raise _refused(root, field, f"`&{event.anchor}` is a name for it, by which other places may use it")
    if event.tag is not None:
        raise _refused(root, field, f"it has the tag `{event.tag.replace('tag:yaml.org,2002:', '!!')}`")
    is_block = isinstance(event, yaml.CollectionStartEvent) and not event.flow_style  # it has no end of its own
    last = events[_behind(events, at) - (2 if is_block else 1)]
    start, end = (offset + mark.index for mark in (event.start_mark, last.end_mark) if mark)
    style = (event.style or "") if isinstance(event, yaml.ScalarEvent) else ""
    if style in _BLOCKS and (blank := re.search(r"[\r\n][ \t\r\n]*\Z", file[start:end])):
        end = start + blank.start()
    return Written(start, end, style, in_flow)


def _event(events: Sequence[Any], way: Sequence[Step]) -> tuple[Any, bool]:
    """The number of the event with which the value at the end of a way begins; None where an alias is on the way."""
    at, in_flow = 2, False  # behind the starts of stream and document
    for step in way:
        event = events[at]
        if isinstance(event, yaml.AliasEvent):
            return None, False
        in_flow = in_flow or bool(event.flow_style)
        inside = at + 1
        if isinstance(step, int):
            for _ in range(step):
                inside = _behind(events, inside)
        else:
            while _key(events[inside]) != step:
                inside = _behind(events, _behind(events, inside))
            inside = _behind(events, inside)
        at = inside
    return at, in_flow


def _key(event: yaml.ScalarEvent) -> str:
    return normal(event.value) if event.style else normal(event.value).strip(HARD_SPACES)


def _behind(events: Sequence[Any], at: int) -> int:
    """The number of the first event behind the value that begins with the event `at`."""
    depth = 0
    while True:
        depth += isinstance(events[at], yaml.CollectionStartEvent) - isinstance(events[at], yaml.CollectionEndEvent)
        at += 1
        if not depth:
            return at


def _tries(written: Written, raw: str, old: str, wanted: str, line_end: str) -> Iterator[str]:
    """Ways to write a text: as the old one was written, and last in double quotation marks."""
    style = written.style
    head = re.match(r"[^\r\n]*[\r\n]*", raw)[0] if style in _BLOCKS else raw[: len(style)]  # type: ignore[index]
    tail = "" if style in _BLOCKS else style
    yield from _by_words(head, raw[len(head) : len(raw) - len(tail)], tail, old, wanted)
    if style in _BLOCKS:
        yield _block(raw, style, wanted, line_end)
    elif "\n" not in wanted:
        yield f"{head}{_escaped(wanted, style)}{tail}"
    yield quoted(wanted)


def _by_words(head: str, body: str, tail: str, old: str, wanted: str) -> Iterator[str]:
    """The old text with the words that differ in the place of theirs: its lines break where they did."""
    places = [found.span() for found in _WORD.finditer(body)]
    before, after = _WORD.findall(old), _WORD.findall(wanted)
    if len(places) != len(before) or before == after:
        return
    same = _common(before, after)
    from_end = _common(before[same:][::-1], after[same:][::-1])
    if len(before) == same + from_end or len(after) == same + from_end:  # words are only new, or only gone
        same, from_end = (same - 1, from_end) if same else (same, from_end - 1)
    if from_end < 0:
        return
    start, end = places[same][0], places[len(before) - from_end - 1][1]
    new = " ".join(_escaped(word, tail) for word in after[same : len(after) - from_end])
    yield f"{head}{body[:start]}{new}{body[end:]}{tail}"


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """With how many equal words both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _escaped(text: str, mark: str) -> str:
    """A text between such quotation marks."""
    return text.replace("'", "''") if mark == "'" else quoted(text)[1:-1] if mark == '"' else text


def _block(raw: str, style: str, text: str, line_end: str) -> str:
    """A text of several lines below its `|` or `>`, indented as before."""
    head, *lines = re.split(r"\r\n|\r|\n", raw)
    indent = next((line[: len(line) - len(line.lstrip(" "))] for line in lines if line.strip()), "  ")
    body = text.rstrip("\n")
    if style == ">":
        body = re.sub(
            r"\n+", lambda found: found[0] + "\n", body
        )  # a folded text has an empty line where it has a break
    return line_end.join([head, *(indent + line if line else "" for line in body.split("\n"))])


def _writings(choice: Choice, column: int = 0, line_end: str = "") -> Iterator[str]:
    """Ways to write a choice; a list has a line for each entry where it begins in a `column`."""
    if isinstance(choice, tuple) and column:
        yield f"{line_end}{' ' * (column - 1)}".join(f"- {each}" for each in choice)
    if isinstance(choice, tuple):
        yield f"[{', '.join(choice)}]"
        yield f"[{', '.join(map(quoted, choice))}]"
    else:
        yield from (choice, quoted(choice))


def _put_in(file: str, root: Node, way: Sequence[Step], choice: Choice, wanted: Node, field: str) -> bytes:
    """The file with a new key in a mapping: behind its first value, as the file's other keys are written."""
    *around, key = way
    held = _node(root, around)
    if held is None or not isinstance(held.value, dict) or not held.value or not isinstance(key, str):
        raise _refused(root, field, "there is no mapping that it could stand in")
    first = next(iter(held.value))
    place = held.value[first].key_place
    written = _written(file, [*around, first], root, field)
    in_braces = _is_flow(file, around)
    lead = ", " if in_braces else _line_end(file) + " " * ((place.column if place else 1) - 1)
    end = written.end if in_braces else _end_of_line(file, written.end)
    spot = Written(end, end, "", in_braces)
    return _first_that_agrees(
        file, spot, (f"{lead}{key}: {each}" for each in _writings(choice)), root, way, wanted, field
    )


def _is_flow(file: str, way: Sequence[Step]) -> bool:
    events = list(yaml.parse(file.removeprefix(BYTE_ORDER_MARK), Loader=EventReader))
    at, _ = _event(events, way)
    return at is not None and bool(events[at].flow_style)


def _end_of_line(file: str, at: int) -> int:
    found = re.compile(r"[\r\n]").search(file, at)
    return found.start() if found else len(file)


def _first_that_agrees(
    file: str, spot: Written, tries: Iterator[str], before: Node, way: Sequence[Step], wanted: Node, field: str
) -> bytes:
    """The file with the first of the tries that says what is wanted, and leaves all else as it was."""
    others = _shape(before, way)
    lead = " " if spot.start == spot.end and file[: spot.start].endswith((":", "-")) else ""  # there was nothing
    for each in tries:
        changed = f"{file[: spot.start]}{lead}{each}{file[spot.end :]}"
        try:
            after = parse(changed, before.place.path)
        except SpecError:
            continue
        if _says(_node(after, way), wanted, _node(before, way)) and _shape(after, way) == others:
            return changed.encode()
    raise _refused(before, field, "a change of it here would be one of other values, too")


def _says(found: Node | None, wanted: Node, old: Node | None) -> bool:
    """Whether a value is the one that is wanted; a text stays text, though it look like a number."""
    if found is None:
        return False
    if isinstance(wanted.value, tuple):
        entries = found.value if isinstance(found.value, tuple) else ()
        return [each.value for each in entries] == [each.value for each in wanted.value]
    must_be_text = old is not None and isinstance(old.value, str)
    return found.text == wanted.text and (isinstance(found.value, str) or not must_be_text)


def _shape(node: Node, way: Sequence[Step] | None) -> Any:
    """All that a node says but for what stands at the end of a way, to compare."""
    if way is not None and not way:
        return None
    step, rest = (way[0], way[1:]) if way else (None, None)
    if isinstance(node.value, dict):
        parts = ((key, _shape(child, rest if key == step else None)) for key, child in node.value.items())
        return [each for each in parts if each[1] is not None]
    if isinstance(node.value, tuple):
        return [_shape(child, rest if at == step else None) for at, child in enumerate(node.value)]
    return (node.value, node.text, node.comment)


def _refused(root: Node, field: str, why: str) -> SpecError:
    return SpecError(Problem(f"{field}: {why}", root.at(field), _IN_FILE))
