"""What a chart says to those who cannot see it, in its language: a sentence, and all the numbers in full."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.characters import is_blank
from pipeline.kinds.chart.content import Content, Number, Series
from pipeline.kinds.chart.numbers import shares
from pipeline.prose import fitted, joined, one_line, shortened
from pipeline.typography import markup

MOST_TOLD = 30  # numbers; of more, each series' range and end
MOST_NAMED = 4  # series, in one sentence
LONGEST_PLACE = 30  # characters of a label or a name, in one sentence


class _Value(NamedTuple):
    """A number, and what it belongs to: its label, and its series where there are several."""

    exact: Decimal
    text: str
    at: str


def alt(content: Content) -> str:
    """One sentence: what is drawn, its title, and the range of its numbers; long words are cut."""
    language, said = content.words.language, content.words.said
    body, drawing = _body(content), getattr(said, content.drawing)
    has_names = content.drawing != "heatmap" and len(content.series) > 1
    names = [each.name.text for each in content.series] if has_names else []

    def write(title: str, *names: str) -> str:
        head = said.titled.format(drawing=drawing, title=language.quoted(title)) if title else drawing
        if len(names) > MOST_NAMED:
            head = language.counted(said.of_many, len(names), drawing=head)
        elif names:
            head = said.of_names.format(drawing=head, names=language.listed(names))
        return said.says.format(drawing=head, what=body)

    return fitted(write, one_line(markup.plain(content.title.text)), *names)


def description(content: Content) -> str:
    """The title, every number or of very many their range, what stands out, and the caption."""
    said, ended = content.words.said, content.words.language.ended
    title, eyebrow, caption = (
        one_line(markup.plain(leaf.text)) for leaf in (content.title, content.eyebrow, content.caption)
    )
    drawing = getattr(said, content.drawing)
    head = said.named.format(drawing=drawing, title=ended(title)) if title else ended(drawing)
    eyebrow, caption = (ended(text) if text else "" for text in (eyebrow, caption))
    if not content.labels or not content.series:
        return joined([head, eyebrow, said.empty, caption])
    unit = said.unit.format(unit=content.unit) if content.unit else ""
    highlight = said.highlight.format(name=content.highlight) if content.highlight else ""
    return joined([head, eyebrow, unit, *_told(content), highlight, caption])


def _told(content: Content) -> list[str]:
    """The numbers, or what there is to say of very many."""
    many = len(content.labels) * len(content.series) > MOST_TOLD
    if many and content.drawing == "heatmap":
        return [content.words.language.ended(_grid(content))]
    told = [_summary(content, each) if many else _numbers(content, each) for each in content.series]
    return told if many else [*told, *_totals(content)]


def _totals(content: Content) -> list[str]:
    """The sums that stand in the ring of a donut and at the ends of stacks."""
    said, form = content.words.said, content.form
    if content.drawing == "donut":
        return [said.total.format(number=form.full(sum(map(_exact, content.series[0].numbers), Decimal(0))))]
    if content.drawing != "stacked" or len(content.series) < 2:
        return []
    columns = zip(*(each.numbers for each in content.series), strict=True)
    sums = [form.full(sum(map(_exact, column), Decimal(0))) for column in columns]
    values = (said.value.format(label=label, number=text) for label, text in zip(_labels(content), sums, strict=True))
    return [said.totals.format(values=content.words.language.enumerated(values))]


def _labels(content: Content) -> list[str]:
    return [content.words.said.unlabelled if is_blank(label) else label for label in content.full]


def _exact(number: Number | None) -> Decimal:
    return number.exact if number else Decimal(0)


def _body(content: Content) -> str:
    """The range of the numbers and, of one line, its ends; the number that stands out, unless it is an end."""
    said = content.words.said
    if not content.labels or not content.series:
        return said.none_yet
    if len(content.series) > 1 and content.drawing == "heatmap":
        return _grid(content, unit=True)
    found = _found(content, content.series)
    if not found:
        return said.no_values
    if len(content.series) > 1:
        return _span(content, found, unit=True)
    body = _range(content, found, unit=True)
    for label, full, number in zip(content.labels, content.full, content.series[0].numbers, strict=True):
        short = shortened(full, LONGEST_PLACE)
        if number and content.highlight and label.text == content.highlight and f"({short})" not in body:
            body = said.beside.format(span=body, number=said.value.format(label=short, number=number.full))
    return body


def _found(content: Content, series: Sequence[Series]) -> list[_Value]:
    """Every number there is, and where; with names that one sentence has room for."""
    said = content.words.said
    places = [shortened(each, LONGEST_PLACE) for each in _labels(content)]
    found = []
    for each in series:
        name = shortened(each.name.text, LONGEST_PLACE)
        for place, number in zip(places, each.numbers, strict=True):
            if number:
                at = said.cell.format(label=place, series=name) if len(series) > 1 else place
                found.append(_Value(number.exact, number.full, at))
    return found


def _numbers(content: Content, series: Series) -> str:
    """Every number of a series; of a donut, its share too."""
    said, language = content.words.said, content.words.language
    exact = [_exact(number) for number in series.numbers]
    parts = shares(exact) if content.drawing == "donut" and content.form.unit != "%" else ()
    values = []
    for at, (label, number) in enumerate(zip(_labels(content), series.numbers, strict=True)):
        text = number.full if number else said.missing
        if parts and exact[at]:
            share = content.form.share(exact[at], sum(exact, Decimal(0)), parts[at])
            values.append(said.share.format(label=label, number=text, share=share))
        else:
            values.append(said.value.format(label=label, number=text))
    return language.ended(_named(content, series, language.enumerated(values)))


def _summary(content: Content, series: Series) -> str:
    """The range of a long series and, where its order means something, its ends."""
    found = _found(content, [series])
    values = _range(content, found) if found else content.words.said.no_values
    return content.words.language.ended(_named(content, series, values))


def _named(content: Content, series: Series, values: str) -> str:
    if not series.name:
        return values
    return content.words.said.series.format(name=series.name, values=values)


def _range(content: Content, found: Sequence[_Value], *, unit: bool = False) -> str:
    """The range of one series; of a line, its ends too."""
    span = _span(content, found, unit=unit)
    if content.drawing not in ("line", "area") or len(found) < 2:
        return span
    first, last = found[0], found[-1]
    ends = {"first": first.text, "at_first": first.at, "last": last.text, "at_last": last.at}
    return content.words.said.ends.format(span=span, **ends)


def _span(content: Content, found: Sequence[_Value], *, unit: bool = False) -> str:
    """How many values there are, and the lowest and the highest of them."""
    said, language = content.words.said, content.words.language
    values = language.counted(said.values, len(found))
    if unit and content.unit:
        values = said.counting.format(values=values, unit=content.unit)
    low, high = min(found, key=lambda each: each.exact), max(found, key=lambda each: each.exact)
    form = said.only if len(found) == 1 else said.same if low.exact == high.exact else said.span
    return form.format(values=values, low=low.text, at_low=low.at, high=high.text, at_high=high.at)


def _grid(content: Content, *, unit: bool = False) -> str:
    """A large grid in one sentence."""
    said, language = content.words.said, content.words.language
    found = _found(content, content.series)
    names = [each.name.text for each in content.series]
    return said.grid.format(
        rows=language.counted(said.rows, len(content.full), first=content.full[0], last=content.full[-1]),
        columns=language.counted(said.columns, len(names), first=names[0], last=names[-1]).rstrip(" ,:–"),
        span=_span(content, found, unit=unit) if found else said.no_values,
    )
