"""A chart's numbers: the section's table, else the entries and sentences that give a number to a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import about, counted_up
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import clipped, sentence_case
from pipeline.prose import plain
from pipeline.reading.columns import measured
from pipeline.reading.currencies import are_alike
from pipeline.reading.numbers import MOST_LENGTH, Mark, Number, decimal_mark, is_missing, number, split
from pipeline.reading.order import is_along_headings
from pipeline.words import vocabulary

MAX_TITLE, MAX_NAME, MAX_LABELS, MAX_SERIES, MOST_LOST = 90, 40, 400, 6, 12
_SHAPES = {  # the first whose words are in the wish; else bars
    "heatmap": r"heat ?-?map|heatmap",
    "donut": r"donut|doughnut|pie|torten\w*|kreisdiagramm",
    "stacked": r"stacked|gestapelt\w*",
    "area": r"area|fläche\w*",
    "line": r"lines?|trend\w*|over time|linien?\w*|verlauf|kurve|entwicklung",
}
_SET_APART = re.compile(r"(.{1,60}?)\s*(?::|–|—|\s-\s|=|→|\()\s*(.{1,60}?)\)?")  # a name and its number: `Board: 5 %`
_IN_BRACKETS, _DASH = re.compile(r"\(([^()]*\d[^()]*)\)"), re.compile(r"\s[–—-]\s")
_JOINT = re.compile(r"^(?:of|from|for|in|von|aus|de|para|pour)\s+", re.I)
_BEGINS_WORD = re.compile(r"(?<=\s)(?=[^\s–-])")
_SHARE = re.compile(
    r"(?<!\d)(\d[\d.,]{0,20})\s*(%|per ?cent|Prozent)"
    r"\s+(?:of|der|des|aller|bei|for|from|von)\s+(?:the |all |den |die )?"
    r"([^\W\d_][^\d,.;:()%]{1,38}?)(?=[,.;:()]|\s+(?:and|but|while|were|was|are|is|und|aber|waren|sind|kamen|came|got|led|ended|"
    r"bekamen|erhielten|führten|wurden|antworteten|auch)\b|$)",
    re.IGNORECASE,
)


class _Column(NamedTuple):
    at: int
    name: str
    numbers: list[Number | None]
    unit: str


class _Numbers(NamedTuple):
    """What a chart shows; `unused` names what its material has besides, `doubt` what its author has to decide."""

    labels: list[str]
    series: list[tuple[str, list[float | None]]]
    unit: str
    unused: str = ""
    doubt: str = ""


def fill(material: Material) -> Keys:
    """`chart`, `title`, and `labels`, `series` and `unit` where the section has numbers."""
    wish = material.wish.lower()
    shape = next((name for name, words in _SHAPES.items() if re.search(rf"\b(?:{words})\b", wish)), "bar")
    found = _of_wish(material) or _of_tables(material) or _of_pairs(material)
    if found and shape in ("line", "area"):
        found = _along_headings(found)
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
    keys |= {"labels": Noted(labels, found.doubt) if found.doubt else labels, "series": series}
    return keys | {"caption": Hint("where the numbers are from: `caption: ...`")}


def _along_headings(found: _Numbers) -> _Numbers:
    """The numbers, with headings that run on as labels: a line runs along months, whichever way they stand."""
    names = [name for name, _ in found.series]
    if len(found.labels) > MAX_SERIES or not is_along_headings(names, found.labels):
        return found
    turned = zip(found.labels, zip(*(values for _, values in found.series), strict=True), strict=True)
    return found._replace(labels=names, series=[(label, list(values)) for label, values in turned])


def _of_tables(material: Material) -> _Numbers | None:
    """The first table whose first column names, and some other one counts."""
    return next(filter(None, (_of_table(rows, material.lang) for rows in material.tables)), None)


def _of_table(rows: Sequence[Sequence[str]], lang: str) -> _Numbers | None:
    totals = [row for row in rows[1:] if plain(row[0]) in vocabulary("reading")["totals"]]
    body = [row for row in rows[1:] if row not in totals][:MAX_LABELS]
    if len(body) < 2:
        return None
    labels = [clipped(row[0], MAX_NAME) for row in body]
    columns = range(1, len(rows[0]))
    cells = [[row[column] if column < len(row) else "" for row in body] for column in columns]
    mark, _ = decimal_mark((form for column in cells for cell in column if (form := split(cell))), lang)
    counted = [found for column in columns if (found := _column(rows[0][column], column, cells[column - 1], mark))]
    if not counted or not all(labels):
        return None
    unit = counted[-1].unit  # one chart has one unit; what is worked out from other columns stands last
    chosen = [column for column in counted if are_alike(column.unit, unit)][-MAX_SERIES:]
    others = [name for name in rows[0][1:] if clipped(name, MAX_NAME) not in [column.name for column in chosen]]
    unused = [f"columns that are not shown: {', '.join(others)}"] if others else []
    unused += [f"rows that sum up the others: {', '.join(row[0] for row in totals)}"] if totals else []
    unused += [f"the first {MAX_LABELS} rows of {len(rows) - 1}"] if len(rows) - 1 > MAX_LABELS else []
    lost = [
        f"{label} {cell}"
        for column in chosen
        for label, cell, read in zip(labels, cells[column.at - 1], column.numbers, strict=True)
        if read is None and not is_missing(cell)
    ]
    doubt = f"no numbers, so not shown: {', '.join(lost[:MOST_LOST])}" if lost else ""
    series = [(column.name, _values(column.numbers)) for column in chosen]
    return _Numbers(labels, series, unit, "; ".join(unused), doubt)


def _column(name: str, at: int, cells: Sequence[str], mark: Mark) -> _Column | None:
    """A column of a table, or None if most of its cells are no numbers or their units differ."""
    found = [_number(cell, mark) for cell in cells]
    units = [each.unit for each in found if each]
    if len(units) * 2 <= len(cells) or not all(are_alike(unit, units[0]) for unit in units):
        return None
    return _Column(at, clipped(name, MAX_NAME) or str(at), found, units[0])


def _of_wish(material: Material) -> _Numbers | None:
    """The numbers that a wish itself says: `replies: referral 60 %, fair 25 %`, in brackets or behind a dash alike."""
    wish = material.wish
    in_brackets, behind_dash = _IN_BRACKETS.search(wish), _DASH.search(wish)
    told = (
        in_brackets[1] if in_brackets else "",
        wish.partition(":")[2],
        wish[behind_dash.end() :] if behind_dash else "",
    )
    found = [numbers for each in told if (numbers := _counted(each, material.lang))]
    return max(found, key=lambda numbers: len(numbers.labels), default=None) or _numbers(_shares(wish), material.lang)


def _counted(text: str, lang: str) -> _Numbers | None:
    """The names that a text counts up, each with the number behind or before it."""
    entries = counted_up(text)
    behind = {entry: pair for entry in entries if (pair := _pair(entry))}
    pairs = behind or {entry: pair for entry in entries if (pair := _turned_pair(entry))}
    return _numbers([*pairs.values()], lang, [entry for entry in entries if entry not in pairs])


def _of_pairs(material: Material) -> _Numbers | None:
    """Names with a number each, from the entries of lists, else from sentences (`78 % of referrals`)."""
    paired = [(item, _pair(item)) for item in material.items]
    totals = vocabulary("reading")["totals"]
    pairs = [pair for _, pair in paired if pair and plain(pair[0]) not in totals]
    lost = [item for item, pair in paired if not pair or plain(pair[0]) in totals]
    return _numbers(pairs or _shares(material.prose), material.lang, lost[:MOST_LOST] if pairs else ())


def _pair(entry: str) -> tuple[str, str] | None:
    """A name and its number, set apart by a mark or the last words of an entry: `Board: 5 %`, `bread CHF 4.50`."""
    entry = entry.rstrip(" .")
    apart = _SET_APART.fullmatch(entry)
    if apart and (split(apart[2]) or measured(apart[2])):
        return apart[1], apart[2]
    for found in _BEGINS_WORD.finditer(entry, max(0, len(entry) - MOST_LENGTH)):
        if split(entry[found.start() :]):
            return entry[: found.start()].strip(), entry[found.start() :]
    return None


def _turned_pair(entry: str) -> tuple[str, str] | None:
    """A name behind its number: `60 % silence`, `$1,200 rent`, `12 from friends`."""
    words = entry.rstrip(" .").split(" ")
    for count in range(min(3, len(words) - 1), 0, -1):
        if split(written := " ".join(words[:count])):
            name = _JOINT.sub("", " ".join(words[count:]))
            return (name, written) if any(map(str.isalpha, name)) else None
    return None


def _shares(text: str) -> list[tuple[str, str]]:
    return [(match[3], f"{match[1]} %") for match in _SHARE.finditer(text)]


def _numbers(pairs: Sequence[tuple[str, str]], lang: str, bare: Sequence[str] = ()) -> _Numbers | None:
    """A series of the numbers that share the first unit; those of others are in doubt, and what has none is, too."""
    mark, _ = decimal_mark((form for _, written in pairs if (form := split(written))), lang)
    named = [(clipped(sentence_case(name), MAX_NAME), written, _number(written, mark)) for name, written in pairs]
    read = {name: (written, number) for name, written, number in named if name and number}
    unit = next((number.unit for _, number in read.values()), "")
    kept = {name: number for name, (_, number) in read.items() if are_alike(number.unit, unit)}
    if len(kept) < 2:
        return None
    others = [f"{name} {written}" for name, (written, _) in read.items() if name not in kept]
    doubts = [f"numbers of other units are not shown: {', '.join(others)}"] if others else []
    doubts += [f"without a number, so not shown: {', '.join(bare)}"] if bare else []
    return _Numbers([*kept], [("", _values(kept.values()))], unit, doubt="; ".join(doubts))


def _number(written: str, mark: Mark) -> Number | None:
    form = split(written) or measured(written)
    return number(form, mark) if form else None


def _values(numbers: Iterable[Number | None]) -> list[float | None]:
    return [each and float(each.value) for each in numbers]
