"""A chart's numbers: the section's table, else the entries and sentences that give a number to a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.drafting.material import Material
from pipeline.drafting.numbers import measured
from pipeline.drafting.phrases import about, counted_up
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import clipped, sentence_case

MAX_TITLE, MAX_NAME, MAX_LABELS, MAX_SERIES = 90, 40, 400, 6
_SHAPES = {  # the first whose words are in the wish; else bars
    "heatmap": r"heat ?-?map|heatmap",
    "donut": r"donut|doughnut|pie|torten\w*|kreisdiagramm",
    "stacked": r"stacked|gestapelt\w*",
    "area": r"area|fläche\w*",
    "line": r"lines?|trend\w*|over time|linien?\w*|verlauf|kurve|entwicklung",
}
_ENTRY = re.compile(
    r"(.{1,60}?)\s*(?::|–|—|\s-\s|=|→)\s*([€$£]?\s*\d[\d.,\u202f\u00a0]*\s*(?:%|€|\$|£|per ?cent|Prozent)?)\.?$", re.I
)
_NAMED_NUMBER = re.compile(
    r"([^\W\d].{0,40}?)\s*[:=(–-]?\s*([€$£]?\d[\d.,]*\s*(?:%|€|\$|£|per ?cent|Prozent)?)\)?", re.I
)
_NUMBER_FIRST = re.compile(
    r"([€$£]?\d[\d.,]*\s*(?:%|€|\$|£|per ?cent|Prozent)?)"
    r"\s+(?:(?:of|from|for|in|von|aus|de|para|pour)\s+)?([^\W\d].{0,40})",
    re.I,
)
_IN_BRACKETS, _DASH = re.compile(r"\(([^()]*\d[^()]*)\)"), re.compile(r"\s[–—-]\s")
_SHARE = re.compile(
    r"(?<!\d)(\d[\d.,]{0,20})\s*(%|per ?cent|Prozent)"
    r"\s+(?:of|der|des|aller|bei|for|from|von)\s+(?:the |all |den |die )?"
    r"([^\W\d_][^\d,.;:()%]{1,38}?)(?=[,.;:()]|\s+(?:and|but|while|were|was|are|is|und|aber|waren|sind|kamen|came|got|led|ended|"
    r"bekamen|erhielten|führten|wurden|antworteten|auch)\b|$)",
    re.IGNORECASE,
)


class _Column(NamedTuple):
    name: str
    values: list[float | None]
    unit: str


class _Numbers(NamedTuple):
    """What a chart shows; `unused` names what its material has besides, `unread` the entries that give no number."""

    labels: list[str]
    series: list[tuple[str, list[float | None]]]
    unit: str
    unused: str = ""
    unread: str = ""


def fill(material: Material) -> Keys:
    """`chart`, `title`, and `labels`, `series` and `unit` where the section has numbers."""
    wish = material.wish.lower()
    shape = next((name for name, words in _SHAPES.items() if re.search(rf"\b(?:{words})\b", wish)), "bar")
    found = _of_wish(material.wish) or _of_tables(material.tables) or _of_pairs(material)
    if found and shape == "donut" and len(found.series) > 1:
        shape = "stacked"
    if found and any(value is not None and value < 0 for _, values in found.series for value in values):
        shape = "line" if shape in ("line", "area") else "bar"
    told = material.heading or about(material.wish)
    title: Value = fitted(told, MAX_TITLE) if told else Noted("…", "the title; the section has no heading")
    keys: Keys = {"chart": shape, "# title": Hint("the title: best, what the numbers say"), "title": title}
    if found is None:
        return keys | {
            "labels": Noted([], "the numbers: `data: numbers.csv` beside this file, or `labels` and `series`")
        }
    keys |= {"unit": found.unit} if found.unit else {}
    named = len(found.series) > 1
    series: list[Value] = [{**({"name": name} if named else {}), "values": [*values]} for name, values in found.series]
    keys |= {"# labels": Hint(found.unused)} if found.unused else {}
    labels: Value = [*found.labels]
    keys["labels"] = Noted(labels, f"the wish says “{found.unread}” too") if found.unread else labels
    keys["series"] = series
    return keys | {"caption": Hint("where the numbers are from: `caption: ...`")}


def _of_tables(tables: Sequence[Sequence[Sequence[str]]]) -> _Numbers | None:
    """The first table whose first column names, and some other one counts."""
    return next(filter(None, map(_of_table, tables)), None)


def _of_table(rows: Sequence[Sequence[str]]) -> _Numbers | None:
    body = rows[1 : MAX_LABELS + 1]
    if len(body) < 2:
        return None
    labels = [clipped(row[0], MAX_NAME) for row in body]
    counted = [found for column in range(1, len(rows[0])) if (found := _column(rows[0][column], column, body))]
    if not counted or not all(labels):
        return None
    unit = counted[-1].unit  # one chart has one unit; what is worked out from other columns stands last
    chosen = [column for column in counted if column.unit == unit][-MAX_SERIES:]
    others = [name for name in rows[0][1:] if clipped(name, MAX_NAME) not in [column.name for column in chosen]]
    unused = [f"columns that are not shown: {', '.join(others)}"] if others else []
    unused += [f"the first {MAX_LABELS} rows of {len(rows) - 1}"] if len(rows) - 1 > MAX_LABELS else []
    return _Numbers(labels, [(column.name, column.values) for column in chosen], unit, "; ".join(unused))


def _column(name: str, number: int, body: Sequence[Sequence[str]]) -> _Column | None:
    """A column of a table, or None if most of its cells are no numbers or their units differ."""
    cells = [measured(row[number]) if number < len(row) else None for row in body]
    units = {cell[1] for cell in cells if cell}
    if sum(cell is not None for cell in cells) * 2 <= len(body) or len(units) != 1:
        return None
    return _Column(clipped(name, MAX_NAME) or str(number), [cell and cell[0] for cell in cells], units.pop())


def _of_wish(wish: str) -> _Numbers | None:
    """The numbers that a wish itself says: `replies: referral 60 %, fair 25 %`, in brackets or behind a dash alike."""
    in_brackets, behind_dash = _IN_BRACKETS.search(wish), _DASH.search(wish)
    told = (
        in_brackets[1] if in_brackets else "",
        wish.partition(":")[2],
        wish[behind_dash.end() :] if behind_dash else "",
    )
    found = max(filter(None, map(_counted, told)), key=lambda numbers: len(numbers.labels), default=None)
    return found or _numbers(_shares(wish))


def _counted(text: str) -> _Numbers | None:
    """The names that a text counts up, each with the number behind or before it."""
    entries = counted_up(text)
    behind = {each: (match[1], match[2]) for each in entries if (match := _NAMED_NUMBER.fullmatch(each))}
    before = {each: (match[2], match[1]) for each in entries if (match := _NUMBER_FIRST.fullmatch(each))}
    pairs = behind or before
    found = _numbers([*pairs.values()])
    rest = ", ".join(each for each in entries if each not in pairs)
    return found._replace(unread=rest) if found and rest else found


def _of_pairs(material: Material) -> _Numbers | None:
    """Names with a number each, from the entries of lists, else from sentences (`78 % of referrals`)."""
    pairs = [(match[1], match[2]) for match in map(_ENTRY.match, material.items) if match]
    return _numbers(pairs or _shares(material.prose))


def _shares(text: str) -> list[tuple[str, str]]:
    return [(match[3], f"{match[1]} %") for match in _SHARE.finditer(text)]


def _numbers(pairs: Sequence[tuple[str, str]]) -> _Numbers | None:
    numbers = [(clipped(sentence_case(name), MAX_NAME), measured(number)) for name, number in pairs]
    kept = {name: number for name, number in numbers if name and number}
    if len(kept) < 2:
        return None
    units = {unit for _, unit in kept.values()}
    values: list[float | None] = [number for number, _ in kept.values()]
    return _Numbers([*kept], [("", values)], units.pop() if len(units) == 1 else "")
