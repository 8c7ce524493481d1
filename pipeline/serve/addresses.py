"""What an address asks for, and its canonical form, which is what is signed.

/quote.og.paper.png?text=Every+word&author=Ada   ->   /quote.og.paper.png?author=Ada&text=Every%20word
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote_plus

from pipeline import formats
from pipeline.web import Refused

SIGNATURE = "signature"
AUTO = "auto"
MOST_FIELDS = 50


class Asked(NamedTuple):
    """One picture that is asked for; without a format it is the best that the asker takes.

    `fields` are what it sets of the spec, in alphabetical order; `canonical` is the address without its signature.
    """

    spec: str
    size: str
    theme: str
    format_name: str
    fields: Mapping[str, str]
    canonical: str
    signature: str = ""


def parse(path: str, query: str) -> Asked:
    """What a path (its escapes undone) and a query (as it came) ask for; raises `Refused` for what no picture has."""
    stem, named = _format(path.removeprefix("/"))
    parts = stem.rsplit(".", 2)
    if len(parts) < 3 or not all(parts):
        raise Refused(404, "expected an address such as /card.og.paper.png")
    fields = _fields(query)
    signature = fields.pop(SIGNATURE, "")
    return Asked(parts[0], parts[1], parts[2], named, fields, canonical(path, fields), signature)


def _format(name: str) -> tuple[str, str]:
    """A picture's name without its format, and that format; none where the asker is to choose."""
    stem, _, last = name.rpartition(".")
    if last == AUTO:
        return stem, ""
    found = formats.of_suffix(f".{last}" if "." in last else f"picture.{last}")
    return (stem, found) if found and last == last.lower() else (name, "")


def _fields(query: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for part in query.split("&") if query else ():
        name, _, value = part.partition("=")
        name = unquote_plus(name, errors="strict")
        if name in fields:
            raise Refused(400, "it is set twice", name)
        fields[name] = unquote_plus(value, errors="strict")
    if len(fields) > MOST_FIELDS:
        raise Refused(400, f"expected at most {MOST_FIELDS} parameters")
    return dict(sorted(fields.items()))


def canonical(path: str, fields: Mapping[str, str]) -> str:
    """An address in its one form: names in alphabetical order, all but letters, digits and `-._~` as %XX of UTF-8."""
    sorted_fields = "&".join(
        f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in sorted(fields.items())
    )
    return quote(path, safe="/") + (f"?{sorted_fields}" if sorted_fields else "")
