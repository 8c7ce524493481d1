"""A dashboard's tiles: the numbers of applications, interviews and offers that the section tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.drafting.material import Material
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import sentence_case
from pipeline.reading.counts import COUNT, as_digits

MAX_TITLE, MAX_TILES = 80, 4
LIST = (
    "your list: `data: applications.csv` beside this file, or `applications:` with lines such as "
    "`- {company: ..., role: ..., stage: Applied, applied: 2026-11-03}`"
)
_COUNTED = (
    "applications?|interviews?|offers?|repl(?:y|ies)|responses?|answers?|rejections?|calls?|companies|vacancies|"
    "Bewerbungen|Bewerbung|(?:Vorstellungs)?gespräche?|Zusagen?|Absagen?|Antworten?|Rückmeldungen?|Angebote?|Firmen|"
    "candidatures?|entretiens?|offres?|réponses?|refus|candidaturas?|solicitudes?|entrevistas?|ofertas?|respuestas?|rechazos?"
)
_NO_ADJECTIVE = "and|und|et|y|hundred|thousand|dozen|hundert|tausend|dutzend|cents?|mille|cientos|mil"
_TOLD = re.compile(
    rf"(?<![\w.,]){COUNT}\s+(?:(?!(?:{_NO_ADJECTIVE})\b)[^\W\d_]+\s+)?({_COUNTED})(?:(?<=gespräche)n|(?<=angebote)n)?\b",
    re.IGNORECASE,
)


def fill(material: Material) -> Keys:
    """`title`, and `tiles` where there are numbers; else where the list of applications goes."""
    keys: Keys = {"title": fitted(material.heading, MAX_TITLE)} if material.heading else {}
    counted = [*_tiles(f"{material.wish} {material.told}")]
    tiles: list[Value] = [{"label": label, "value": value} for label, value in counted[:MAX_TILES]]
    if tiles:
        keys["# tiles"] = Hint("the text's own numbers; without this key they come from the list")
        keys["tiles"] = _chosen(tiles, counted[MAX_TILES:])
        return keys | {"data": Hint(f"{LIST}; then it has a pipeline, weeks and next steps too")}
    keys["applications"] = Noted([], LIST)
    return keys | {"as_of": Hint("the day that it shows: `as_of: 2026-11-20`; else the newest one of the list")}


def _chosen(tiles: list[Value], others: list[tuple[str, str]]) -> Value:
    """The tiles, noted where the text has more numbers than there is room for."""
    if not others:
        return tiles
    rest = ", ".join(f"{number} {label}" for label, number in others)
    return Noted(tiles, f"four figures of more; the text says {rest} too")


def _tiles(text: str) -> Iterator[tuple[str, str]]:
    """Label and number, each label once: the first number told is the one."""
    seen: set[str] = set()
    for number, noun in _TOLD.findall(text):
        label = sentence_case(noun)
        if label.casefold() not in seen:
            seen.add(label.casefold())
            yield label, as_digits(number)
