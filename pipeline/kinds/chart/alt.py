"""What a chart says to those who cannot see it, in its language: a sentence, and all the numbers in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.characters import is_blank
from pipeline.kinds.chart.content import Content, Number, Series, total
from pipeline.kinds.chart.emphasis import Annotation
from pipeline.prose import fitted, joined, one_line, shortened, unended
from pipeline.typography import markup

MOST_NUMBERS = 30  # numbers; of more, each series' range and end
MOST_NAMED = 4  # series, in one sentence
LONGEST_PLACE = 30  # characters of a label or a name, in one sentence


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
    texts = (one_line(markup.plain(leaf.text)) for leaf in (content.title, content.eyebrow, content.caption))
    title, eyebrow, caption = (ended(text) if text else "" for text in texts)
    drawing = getattr(said, content.drawing)
    head = said.named.format(drawing=drawing, title=title) if title else ended(drawing)
    if not content.labels or not content.series:
        return joined([head, eyebrow, said.empty, caption])
    unit = said.unit.format(unit=content.unit) if content.unit else ""
    return joined([head, eyebrow, unit, *_sentences(content), *_pointed_out(content), caption])


def _sentences(content: Content) -> list[str]:
    """The numbers and their sums; of very many, the range of each series, or of the whole grid."""
    ended, series = content.words.language.ended, content.series
    if len(content.labels) * len(series) <= MOST_NUMBERS:
        return [*(ended(_named(content, each, _numbers(content, each))) for each in series), *_sums(content)]
    if content.drawing == "heatmap":
        return [ended(_grid(content))]
    return [
        *(ended(_named(content, each, _range(content, [each]))) for each in series),
        *(_sums(content, most=1) if content.has_totals else ()),
    ]


def _pointed_out(content: Content) -> Iterator[str]:
    """What stands out, the number to reach, and the notes."""
    said, language, target = content.words.said, content.words.language, content.target
    if len(content.highlight) == 1:
        yield said.highlight.format(name=content.highlight[0])
    elif content.highlight:
        yield said.highlights.format(names=language.listed(content.highlight))
    if target:
        yield language.ended(said.target.format(name=target.name, number=target.full))
    for note in content.annotations:
        at = _place(content, note, content.full[note.label])
        yield language.ended(said.note.format(at=at, text=one_line(note.text.text)))


def _place(content: Content, note: Annotation, label: str) -> str:
    """Where a note stands: its label, and its series where there are several."""
    if note.series is None or len(content.series) == 1:
        return label
    name = shortened(content.series[note.series].name.text, LONGEST_PLACE)
    return content.words.said.cell.format(label=label, series=name)


def _named(content: Content, series: Series, values: str) -> str:
    return content.words.said.series.format(name=series.name, values=values) if series.name else values


def _numbers(content: Content, series: Series) -> str:
    """Every number of a series; of a donut, its share too."""
    said, values = content.words.said, []
    shares = content.form.shares([number.exact if number else Decimal(0) for number in series.numbers])
    for label, number, share in zip(_labels(content), series.numbers, shares, strict=True):
        sentence = said.share if share and content.drawing == "donut" else said.value
        values.append(sentence.format(label=label, number=number.full if number else said.missing, share=share))
    return content.words.language.enumerated(values)


def _sums(content: Content, most: int = MOST_NUMBERS) -> list[str]:
    """The sums that stand in the ring of a donut and at the ends of stacks, at most so many of the last ones."""
    said, form = content.words.said, content.form
    if content.drawing == "donut":
        return [said.total.format(number=form.full(total(content.series[0].numbers) or Decimal(0)))]
    is_stack = content.drawing == "stacked" or content.has_totals
    if not is_stack or len(content.series) < 2:
        return []
    columns = zip(*(each.numbers for each in content.series), strict=True)
    sums = [form.full(total(column) or Decimal(0)) for column in columns]
    places = list(zip(_labels(content), sums, strict=True))[-most:]
    values = (said.value.format(label=label, number=text) for label, text in places)
    return [said.totals.format(values=content.words.language.enumerated(values))]


def _labels(content: Content, *, in_brackets: bool = False) -> list[str]:
    """The labels; words in the place of one need no brackets of their own within others."""
    unlabelled = content.words.said.unlabelled
    unlabelled = unlabelled.strip("()（）") if in_brackets else unlabelled
    return [unlabelled if is_blank(label) else label for label in content.full]


def _body(content: Content) -> str:
    """The range of the numbers and, of one line, its ends; what stands out; the number to reach, and the notes."""
    said, series = content.words.said, content.series
    if not content.labels or not series:
        return said.none_yet
    if len(series) > 1 and content.drawing == "heatmap":
        body = _grid(content, unit=True)
    else:
        body = _range(content, series, unit=True)
        for at, label in enumerate(content.labels if len(series) == 1 else ()):
            short, number = shortened(content.full[at], LONGEST_PLACE), series[0].numbers[at]
            if number and label.text in content.highlight and f"({short})" not in body:
                body = said.beside.format(span=body, number=said.value.format(label=short, number=number.full))
    if content.target:
        goal = said.target.format(name=content.target.name, number=content.target.full)
        body = said.beside.format(span=body, number=goal)
    for note in content.annotations:
        place = _place(content, note, shortened(content.full[note.label], LONGEST_PLACE))
        noted = said.noted.format(text=unended(one_line(note.text.text)), at=place)
        body = said.beside.format(span=body, number=noted)
    return body


def _range(content: Content, series: Sequence[Series], *, unit: bool = False) -> str:
    """How many values there are, and the lowest and the highest of them; of one line, its ends too."""
    said, language, values = content.words.said, content.words.language, _values(content, series)
    if not values:
        return said.no_values
    count = language.counted(said.values, len(values))
    if unit and content.unit:
        count = said.counting.format(values=count, unit=content.unit)
    (low, at_low), (high, at_high) = (end(values, key=lambda each: each[0].exact) for end in (min, max))
    form = said.only if len(values) == 1 else said.same if low.exact == high.exact else said.span
    span = form.format(values=count, low=low.full, at_low=at_low, high=high.full, at_high=at_high)
    if content.drawing not in ("line", "area") or len(series) > 1 or len(values) < 2:
        return span
    (first, at_first), *_, (last, at_last) = values
    return said.ends.format(span=span, first=first.full, at_first=at_first, last=last.full, at_last=at_last)


def _values(content: Content, series: Sequence[Series]) -> list[tuple[Number, str]]:
    """Every number there is, and its label, with its series where there are several; as one sentence has room for."""
    places = [shortened(each, LONGEST_PLACE) for each in _labels(content, in_brackets=True)]
    values = []
    for each in series:
        name = shortened(each.name.text, LONGEST_PLACE)
        for place, number in zip(places, each.numbers, strict=True):
            at = content.words.said.cell.format(label=place, series=name) if len(series) > 1 else place
            if number:
                values.append((number, at))
    return values


def _grid(content: Content, *, unit: bool = False) -> str:
    """A large grid in one sentence."""
    said, language = content.words.said, content.words.language
    names = [each.name.text for each in content.series]
    return said.grid.format(
        rows=language.counted(said.rows, len(content.full), first=content.full[0], last=content.full[-1]),
        columns=language.counted(said.columns, len(names), first=names[0], last=names[-1]).rstrip(" ,:–"),
        span=_range(content, content.series, unit=unit),
    )
