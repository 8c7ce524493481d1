"""A comparison's columns and rows: the section's table, else the two sides that the wish names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import about
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import clean, clipped, sentence_case
from pipeline.prose import plain
from pipeline.words import vocabulary

MAX_TITLE, MAX_HEAD, MAX_NAME, MAX_CELL, MOST_COLUMNS, MOST_ROWS = 90, 40, 60, 160, 4, 12
_SIDES = (  # the words of a wish, and the columns that they name
    (re.compile(r"\bbefore\W+(?:and\W+)?after\b", re.I), ("Before", "After")),
    (re.compile(r"\bvorher\W+(?:und\W+)?nachher\b", re.I), ("Vorher", "Nachher")),
    (re.compile(r"\bmyths?\W+(?:and\W+)?facts?\b", re.I), ("Myth", "Fact")),
    (re.compile(r"\bmyth(?:os|en)\W+(?:und\W+)?fakt(?:en)?\b", re.I), ("Mythos", "Fakt")),
)
_TICKS, _CROSSES = "✓✔✅☑🗸👍", "✗✘❌☒👎"
_VERSUS = re.compile(
    r"(?:.*[:(]\s*|.*\b(?:of|between|von|zwischen)\s+)?(.{2,40}?)\s+(?:vs\.?|versus)\s+(.{2,40}?)[.)]?", re.IGNORECASE
)


def fill(material: Material) -> Keys:
    """`title`, `columns` and `rows`; which column is better is the author's to say, unless the table does."""
    told = material.heading or about(material.wish)
    title: Value = fitted(told, MAX_TITLE) if told else Noted("…", "the title; the section has no heading")
    keys: Keys = {"title": title}
    found = next(filter(None, map(_of_table, material.tables)), None)
    if found is None:
        columns = _sides(material.wish)
        empty: list[Value] = [{"name": "…", "cells": ["…", "…"]}]
        keys["columns"] = [*columns] if columns else Noted(["…", "… …"], "the names of two to four columns")
        keys["rows"] = Noted(empty, "the rows: a name, and a cell for each column: text, a number, yes, no or partly")
    else:
        keys |= found
    hint = "`highlight: ...` names the column that stands out, `better: ...` in a row the one that wins it"
    return keys | {"highlight": Hint(hint), "verdict": Hint("what follows from it: `verdict: ...`")}


def _sides(wish: str) -> list[str]:
    for words, sides in _SIDES:
        if words.search(wish):
            return [*sides]
    found = _VERSUS.fullmatch(wish)
    return [clipped(sentence_case(side), MAX_HEAD) for side in found.groups()] if found else []


def _of_table(rows: Sequence[Sequence[str]]) -> Keys | None:
    """The columns and rows of a table that is one of names and two to four things to compare."""
    heads, body = rows[0], rows[1:]
    known = vocabulary("comparison_read")["better"]
    better = next((at for at, head in enumerate(heads) if at and plain(head) in known), None)
    chosen = [at for at in range(1, len(heads)) if at != better]
    columns = [clean(heads[at]) for at in chosen]
    if not 2 <= len(chosen) <= MOST_COLUMNS or not 1 <= len(body) <= MOST_ROWS:
        return None
    if len({plain(column) for column in columns}) < len(chosen) or not _fits(rows):
        return None
    return {"columns": [*columns], "rows": [_row(row, chosen, columns, better) for row in body]}


def _fits(rows: Sequence[Sequence[str]]) -> bool:
    """Whether every row is whole, and its texts are no longer than a spec's may be."""
    heads, *body = rows
    if not all(head.strip() and len(head) <= MAX_HEAD for head in heads[1:]):
        return False
    return all(
        len(row) == len(heads) and 0 < len(row[0].strip()) <= MAX_NAME and max(map(len, row)) <= MAX_CELL
        for row in body
    )


def _row(row: Sequence[str], chosen: Sequence[int], columns: Sequence[str], better: int | None) -> Keys:
    won = clean(row[better]) if better is not None else ""
    keys: Keys = {"name": clean(row[0]), "cells": [_cell(row[at]) for at in chosen]}
    return keys | ({"better": won} if won in columns else {})


def _cell(text: str) -> str:
    """A cell; a tick or a cross in it is a word, because pictures such as emoji are left out of texts."""
    sign, own = text.strip()[:1], clean(text.strip()[1:])
    mark = "yes" if sign in _TICKS else "no" if sign in _CROSSES else ""
    return clean(text) if not sign or not mark else f"{mark}: {own}" if own else mark
