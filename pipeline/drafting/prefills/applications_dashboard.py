"""A dashboard's tiles: the numbers of applications, interviews and offers that the section tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.drafting.material import Material
from pipeline.drafting.numbers import COUNT, as_digits
from pipeline.drafting.spec_text import Keys, Noted, Todo, Value
from pipeline.drafting.text import clipped, sentence_case

MAX_TITLE, MAX_TILES = 80, 4
_COUNTED = (
    "applications?|interviews?|offers?|repl(?:y|ies)|responses?|answers?|rejections?|calls?|companies|vacancies|"
    "Bewerbungen|Bewerbung|Gespräche?|Vorstellungsgespräche?|Zusagen?|Absagen?|Antworten?|Rückmeldungen?|Angebote?|Firmen"
)
_TOLD = re.compile(rf"(?<![\w.,]){COUNT}\s+(?:(?!and\b|und\b)[^\W\d_]+\s+)?({_COUNTED})\b", re.IGNORECASE)


def fill(material: Material) -> Keys:
    """`title`, `tiles` where there are numbers, and where the list of applications goes."""
    heading = clipped(material.heading, MAX_TITLE)
    keys: Keys = {"title": heading} if heading else {}
    tiles: list[Value] = [{"label": label, "value": value} for label, value in _tiles(material.told)]
    if tiles:
        keys["tiles"] = Noted(tiles[:MAX_TILES], "the text's own numbers; without this key they come from the list")
    example = "`- {company: ..., role: ..., stage: Applied, applied: 2026-11-03}`"
    keys["applications"] = Noted(
        [], f"your list: `data: applications.csv` beside this file, or lines such as {example}"
    )
    return keys | {"as_of": Todo("the day that it shows: `as_of: 2026-11-20`; else the newest one of the list")}


def _tiles(text: str) -> Iterator[tuple[str, str]]:
    """Label and number, each label once: the first number told is the one."""
    seen: set[str] = set()
    for number, noun in _TOLD.findall(text):
        label = sentence_case(noun)
        if label.casefold() not in seen:
            seen.add(label.casefold())
            yield label, as_digits(number)
