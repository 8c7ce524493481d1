"""A roadmap's paths: what the wish counts up, the entries of the section's list, or the alternatives it names."""

from __future__ import annotations

import re

from pipeline.drafting.material import Material
from pipeline.drafting.numbers import COUNT, count
from pipeline.drafting.phrases import alternatives
from pipeline.drafting.spec_text import Keys, Noted, Todo, Value
from pipeline.drafting.text import clipped, sentence_case, without_stop

MAX_TITLE, MAX_NAME, MAX_STEP = 64, 36, 60
MAX_PATHS, MAX_STEPS = 6, 6
MANY_PATHS, MAX_STEP_OF_MANY = 5, 36  # lanes so close that two lines of a title have no room
LONGEST_WORD = 14  # letters of a destination, whose place on the map is narrow; not every word can be hyphenated
_NAMED = re.compile(r"(.{2,60}?)(?::|\s[–—-])\s+(.+)")
_STEPS = re.compile(r"\s*(?:→|->|>|;|,?\s+(?:and )?then\b|,?\s+(?:und )?dann\b)\s*", re.IGNORECASE)
_COUNTED = re.compile(
    rf"{COUNT}\s+(?:[^\W\d_]+\s+)?(?:paths?|ways?|routes?|options|Wege?n?|Pfade?n?|Richtungen)\b", re.I
)
_FEW = range(1, MAX_PATHS + 1)
_NUMBERS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
_ZAHLEN = ("Erster", "Zweiter", "Dritter", "Vierter", "Fünfter", "Sechster")


def fill(material: Material) -> Keys:
    """`title`, and `paths` with the steps that are told."""
    heading = clipped(material.heading, MAX_TITLE)
    keys: Keys = {"title": heading} if heading else {}
    paths = _distinct(_listed(material) or _named(material))
    if paths:
        note = "are these the paths? Each may have milestones: `- {title: ..., at: 6 months}`"
    else:
        paths, note = _numbered(material), "the paths and their steps: `milestones: [{title: ..., at: 6 months}]`"
    limit = MAX_STEP if len(paths) < MANY_PATHS else MAX_STEP_OF_MANY
    written: list[Value] = [_path(name, steps, limit) for name, steps in paths]
    return keys | {
        "paths": Noted(written, note),
        "start": Todo("the day that times count from: `start: {date: 2026-11-20}`"),
    }


def _path(name: str, steps: list[str], limit: int) -> Keys:
    titles: list[Value] = [{"title": clipped(step, limit, LONGEST_WORD)} for step in steps]
    return {"name": name, "milestones": titles}


def _listed(material: Material) -> list[tuple[str, list[str]]]:
    """The entries of the section's list, `name: step, then step`."""
    return [_entry(item) for item in material.items] if len(material.items) > 1 else []


def _entry(item: str) -> tuple[str, list[str]]:
    named = _NAMED.match(item)
    name, steps = (named[1], _STEPS.split(named[2])) if named else (item, [])
    told = [sentence_case(without_stop(step)) for step in steps]
    return clipped(without_stop(name), MAX_NAME), [step for step in told if any(map(str.isalnum, step))][:MAX_STEPS]


def _named(material: Material) -> list[tuple[str, list[str]]]:
    """The alternatives of the wish or of the section, each a path to itself where its words are short enough."""
    found = alternatives(material.wish.partition(":")[2]) or alternatives(material.prose)
    return [(clipped(name, MAX_NAME), [name] if _is_short(name) else []) for name in found]


def _is_short(name: str) -> bool:
    return clipped(name, MAX_STEP, LONGEST_WORD) == name


def _numbered(material: Material) -> list[tuple[str, list[str]]]:
    told = _COUNTED.search(material.wish)
    number = count(told[1]) if told else 2
    names = [f"{each} Weg" for each in _ZAHLEN] if material.is_german else [f"{each} path" for each in _NUMBERS]
    return [(name, []) for name in names[: number if number in _FEW else 2]]


def _distinct(paths: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    by_name = {name.casefold(): (name, steps) for name, steps in reversed(paths) if name}
    return [*reversed(by_name.values())][:MAX_PATHS]
