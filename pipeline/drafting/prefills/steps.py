"""The steps of a how-to: what the wish counts up, else the entries of the section's list, with details and times."""

from __future__ import annotations

import re

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import about, counted_up
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import clipped, sentence_case, without_stop
from pipeline.reading.sentences import sentences

MAX_TITLE, MAX_STEP, MAX_DETAIL = 70, 60, 200
MOST = 12
_UNITS = (
    r"min(?:ute)?s?|minuten?|h|hours?|stunden?|days?|tage?n?|weeks?|wochen?|months?|monate?n?|heures?|jours?|semaines?|"
    r"mois|horas?|minutos?|días?|semanas?|mes(?:es)?"
)
_DURATION = re.compile(rf"\s*\(((?:(?:about|etwa|ca\.|environ)\s+)?\d[\d.,–-]*\s*(?:{_UNITS})\.?)\)", re.IGNORECASE)
_NAMED = re.compile(r"(.{2,60}?)(?::|\s[–—-])\s+(.+)")


def fill(material: Material) -> Keys:
    """`title` and `steps`."""
    keys: Keys = {}
    if title := material.heading or about(material.wish):
        keys["title"] = fitted(title, MAX_TITLE)
    told = counted_up(material.wish.partition(":")[2])
    told = told if len(told) > 1 else [*material.items]
    steps: list[Value] = [_step(item) for item in told[:MOST]]
    if len(told) > MOST:
        rest = clipped("; ".join(told[MOST:]), MAX_DETAIL)
        keys["steps"] = Noted(steps, f"the first {MOST} steps, no picture has more; the text names {rest} too")
    elif len(told) > 1:
        keys["steps"] = steps
    else:
        keys["steps"] = Noted([*steps, "…", "…"][:2], "the steps, each a line, or `{title: ..., detail: ...}`")
    return keys | {
        "start": Hint("what there is at first, and what it leads to: `start: ...`, `result: ...`"),
        "total": Hint("how long a step takes: `{title: ..., duration: 10 min}`; and all of it: `total: 2 hours`"),
    }


def _step(item: str) -> Value:
    """A step's title, and the detail and duration that stand with it."""
    duration = _DURATION.search(item)
    item = _DURATION.sub("", item, count=1).strip()
    named = _NAMED.fullmatch(item)
    first, *others = [each.strip() for each in sentences(item)] or [item]
    title, detail = (named[1], named[2]) if named else (first, " ".join(others))
    keys: Keys = {"title": fitted(sentence_case(without_stop(title)), MAX_STEP)}
    keys |= {"detail": fitted(sentence_case(detail), MAX_DETAIL)} if detail else {}
    keys |= {"duration": duration[1]} if duration else {}
    return keys if len(keys) > 1 else keys["title"]
