"""A roadmap's paths: what the wish counts up, the entries of the section's list, or the alternatives it names."""

from __future__ import annotations

import re

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import alternatives, counted_up
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import clipped, sentence_case, without_stop
from pipeline.reading.counts import COUNT, count

MAX_TITLE, MAX_NAME, MAX_STEP = 64, 36, 60
MAX_PATHS, MAX_STEPS = 8, 12
MANY_PATHS, MAX_STEP_OF_MANY = 5, 36  # lanes so close that two lines of a title have no room
LONGEST_WORD = 14  # letters of a destination, whose place on the map is narrow; not every word can be hyphenated
_NAMED = re.compile(r"(.{2,60}?)(?::|\s[–—-])\s+(.+)")
_BRACKETED = re.compile(
    r"([^()]{2,60}?)\s+\(([^()]+(?:[,;→]|->|\bthen\b|\bdann\b)[^()]+)\)\.?"
)  # `teaching (a course, a school)`
_STEPS = re.compile(r"\s*(?:→|->|>|;|,?\s+(?:and )?then\b|,?\s+(?:und )?dann\b)\s*", re.IGNORECASE)
_COUNTED = re.compile(
    rf"{COUNT}\s+(?:[^\W\d_]+\s+)?(?:paths?|ways?|routes?|options|Wege?n?|Pfade?n?|Richtungen)\b", re.I
)
_FEW = range(1, MAX_PATHS + 1)
_NUMBERS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"]
_ZAHLEN = ["Erster", "Zweiter", "Dritter", "Vierter", "Fünfter", "Sechster", "Siebter", "Achter"]
_NAMES = (*(f"{each} path" for each in _NUMBERS), *(f"{each} Weg" for each in _ZAHLEN))
_BEFORE_NAMES = re.compile(
    r"^[\s,:–—-]*(?:(?:with|of|such as|like|namely|wie|mit|nämlich|comme|como)\s+)?", re.IGNORECASE
)


def fill(material: Material) -> Keys:
    """`title`, and `paths` with the steps that are told."""
    keys: Keys = {"title": fitted(material.heading, MAX_TITLE)} if material.heading else {}
    wished = _distinct(_wished(material))
    paths = wished or _distinct(_listed(material) or _named(material))
    limit = MAX_STEP if len(paths) < MANY_PATHS else MAX_STEP_OF_MANY
    written: list[Value] = [_path(name, steps, limit) for name, steps in paths[:MAX_PATHS]]
    if len(paths) > MAX_PATHS:
        rest = ", ".join(name for name, _ in paths[MAX_PATHS:])
        keys["paths"] = Noted(written, f"a roadmap has at most {MAX_PATHS} paths; the text names {rest} too")
    elif wished:
        keys["paths"] = written
    elif paths:
        keys["paths"] = Noted(written, "are these the paths?")
    else:
        numbered: list[Value] = [_path(name, [], limit) for name in _numbered(material)]
        keys["paths"] = Noted(numbered, "the paths and their steps: `milestones: [{title: ..., at: 6 months}]`")
    return keys | {
        "at": Hint("each path may have milestones in time: `- {title: ..., at: 6 months}`"),
        "start": Hint("the day that times count from: `start: {date: 2026-11-20}`"),
    }


def is_placeholder(name: str) -> bool:
    """Whether a path is called as a draft calls those that the text does not name."""
    return name in _NAMES


def _path(name: str, steps: list[str], limit: int) -> Keys:
    titles: list[Value] = [{"title": fitted(step, limit, LONGEST_WORD)} for step in steps[:MAX_STEPS]]
    rest = "; ".join(steps[MAX_STEPS:])
    milestones: Value = Noted(titles, f"the first steps; the text names {rest} too") if rest else titles
    return {"name": fitted(name, MAX_NAME), "milestones": milestones}


def _wished(material: Material) -> list[tuple[str, list[str]]]:
    """The paths that the wish itself names: `two paths: teaching, or a workshop of my own`."""
    told = _COUNTED.search(material.wish)
    number = count(told[1]) if told else None
    named = material.wish[told.end() :] if told else material.wish.partition(":")[2]
    found = counted_up(_BEFORE_NAMES.sub("", named, count=1))
    is_meant = len(found) == number or (len(found) > 1 and named.lstrip().startswith(":")) or (not told and found)
    if is_meant and not _STEPS.search(named) and not any(map(_BRACKETED.fullmatch, found)):
        return [(sentence_case(name), [sentence_case(name)] if _is_short(name) else []) for name in found]
    return [_entry(entry) for entry in found] if is_meant else []


def _listed(material: Material) -> list[tuple[str, list[str]]]:
    """The entries of the section's list, `name: step, then step`."""
    return [_entry(item) for item in material.items] if len(material.items) > 1 else []


def _entry(item: str) -> tuple[str, list[str]]:
    """A path's name and steps; steps without a name are called as the last of them, where the path leads."""
    named = _NAMED.match(item) or _BRACKETED.fullmatch(item)
    parted = _STEPS.sub("; ", named[2] if named else item)
    marks = r"[;,]\s+" if named and named.re is _BRACKETED else r";\s+"
    told = [sentence_case(without_stop(step)) for step in re.split(marks, parted)]
    steps = [step for step in told if any(map(str.isalnum, step))]
    if named:
        return without_stop(named[1]), steps
    return (steps[-1], steps) if len(steps) > 1 else (without_stop(item), [])


def _named(material: Material) -> list[tuple[str, list[str]]]:
    """The alternatives of the section, each a path to itself where its words are short enough."""
    return [(name, [name] if _is_short(name) else []) for name in alternatives(material.prose)]


def _is_short(name: str) -> bool:
    return clipped(name, MAX_STEP, LONGEST_WORD) == name


def _numbered(material: Material) -> tuple[str, ...]:
    told = _COUNTED.search(material.wish)
    number = count(told[1]) if told else 2
    names = _NAMES[len(_NUMBERS) :] if material.is_german else _NAMES
    return names[: number if number in _FEW else 2]


def _distinct(paths: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """The paths that have a name, each once: one of a name that was there has steps, and others."""
    found: dict[str, list[list[str]]] = {}
    kept = []
    for name, steps in paths:
        before = found.setdefault(name.casefold(), [])
        if any(map(str.isalnum, name)) and (not before or (steps and steps not in before)):
            kept.append((name, steps))
        before.append(steps)
    return kept
