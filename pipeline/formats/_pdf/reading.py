"""Reading back: what a PDF of ours says of itself and carries, once each of its objects has been found in its place."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.formats._pdf import PT_PER_PX, SPEC, WITHOUT, WITHOUT_KEY
from pipeline.formats._xmp import ALT, EXTENDED, TITLE
from pipeline.formats._xmp import said as said_in

MOST_BYTES = 10_000_000  # of what is packed in a stream: a spec has a thousandth of that
_START = re.compile(rb"startxref\n(\d{1,12})\n%%EOF\n?\Z")
_ENTRY = 20  # bytes of a line in the table of objects: PDF 32000-1, 7.5.4
_TOKEN = re.compile(
    rb"<<|>>|[\[\]]|/[^\s<>\[\]()/]*|\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|[-+]?[\d.]+|[A-Za-z]+", re.DOTALL
)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)


class Reference(NamedTuple):
    """That an object stands elsewhere in the file."""

    number: int


class File(NamedTuple):
    """A file that was read: its bytes, where each object begins, and the dictionary that leads to the others."""

    data: bytes
    places: dict[int, int]
    catalog: dict[str, Any]

    def at(self, value: Any) -> Any:
        """A value, looked up where it stands elsewhere."""
        return _object(self.data, self.places[value.number], value.number)[0] if type(value) is Reference else value

    def stream(self, reference: Reference, most_bytes: int = MOST_BYTES) -> bytes:
        """What a stream holds, or the first of it."""
        keys, at = _object(self.data, self.places[reference.number], reference.number)
        held = self.data[at : at + int(keys["Length"])]
        return zlib.decompressobj().decompress(held, most_bytes) if keys.get("Filter") == "/FlateDecode" else held


def parsed(data: bytes) -> File:
    """A whole file, as it was written here; raises ValueError for what is no PDF, is cut short or written elsewhere."""
    if not data.startswith(b"%PDF-"):
        raise ValueError("not a PDF file")
    try:
        return _parsed(data)
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise ValueError("damaged, or written by another program: expected a PDF as it was made") from error


def _parsed(data: bytes) -> File:
    end = _START.search(data[-60:])
    if end is None:
        raise ValueError
    table = int(end[1])
    head, trailer = data[table : table + 40].split(b"\n")[:3], _value(data, data.index(b"trailer", table) + 7)[0]
    count = int(head[1].split()[1])
    first = table + len(head[0]) + len(head[1]) + 2
    lines = (data[first + _ENTRY * number : first + _ENTRY * (number + 1)] for number in range(1, count))
    places = {number: int(line[:10]) for number, line in enumerate(lines, 1)}
    for number, place in places.items():
        keys, at = _object(data, place, number)
        if isinstance(keys, dict) and "Length" in keys and at >= 0:
            ending = data[at + int(keys["Length"]) :][:10]
            if ending != b"\nendstream":
                raise ValueError
    return File(data, places, _object(data, places[trailer["Root"].number], trailer["Root"].number)[0])


def size(file: File) -> tuple[int, int]:
    """Width and height of the first page in px."""
    try:
        page = file.at(file.at(file.catalog["Pages"])["Kids"][0])
        _, _, width, height = page["MediaBox"]
        return round(width / PT_PER_PX), round(height / PT_PER_PX)
    except (KeyError, IndexError, TypeError, ValueError):
        raise ValueError("damaged: the PDF has no page of a size") from None


def said(file: File) -> tuple[str, str, str]:
    """Title, alt text and description, "" where it has none."""
    found = file.catalog.get("Metadata")
    packet = file.stream(found) if isinstance(found, Reference) else b""
    return said_in(packet, TITLE), said_in(packet, ALT), said_in(packet, EXTENDED)


def carried(file: File) -> list[dict[str, str]]:
    """The specs that it carries, in the order of their pages, by keyword."""
    return [_spec(file, file.at(each)) for each in file.catalog.get("AF", [])]


def _spec(file: File, described: dict[str, Any]) -> dict[str, str]:
    text = file.stream(described["EF"]["F"]).decode("utf-8", "replace")
    return {SPEC: text, WITHOUT: described.get(WITHOUT_KEY, "")}


def _object(data: bytes, place: int, number: int) -> tuple[Any, int]:
    """An object, and where its stream begins, or -1; raises ValueError where it does not stand there."""
    head = b"%d 0 obj\n" % number
    if not data.startswith(head, place):
        raise ValueError
    value, end = _value(data, place + len(head))
    start = b"\nstream\n"
    return value, end + len(start) if data.startswith(start, end) else -1


def _value(data: bytes, start: int) -> tuple[Any, int]:
    """The value that begins there, and where it ends."""
    open_: list[list[Any]] = [[]]
    for token in _TOKEN.finditer(data, start):
        word = token[0]
        if word in (b"<<", b"["):
            open_.append([])
        elif word in (b">>", b"]"):
            held = open_.pop()
            open_[-1].append(dict(_pairs(held)) if word == b">>" else held)
        elif word == b"R":
            _, number = open_[-1].pop(), open_[-1].pop()
            open_[-1].append(Reference(number))
        else:
            open_[-1].append(_atom(word))
        if len(open_) == 1:
            return open_[0][0], token.end()
    raise ValueError


def _pairs(held: list[Any]) -> Iterator[tuple[str, Any]]:
    return ((key[1:], value) for key, value in zip(held[::2], held[1::2], strict=True))


def _atom(word: bytes) -> Any:
    if word[:1] == b"(":
        return _ESCAPED.sub(rb"\1", word[1:-1]).decode("latin-1")
    if word[:1] == b"<":
        raw = bytes.fromhex(word[1:-1].decode())
        return raw.removeprefix(b"\xfe\xff").decode("utf-16-be", "replace")
    if word[:1] in b"+-.0123456789":
        return float(word) if b"." in word else int(word)
    return word.decode("latin-1")
