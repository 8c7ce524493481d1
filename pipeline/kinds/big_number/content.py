"""What a big number says: the figure with its unit, what it counts, and the count or the change behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.kinds.big_number import spec as written
from pipeline.kinds.big_number.levels import levels_of
from pipeline.kinds.big_number.signs import is_sign, parted
from pipeline.kinds.big_number.spec import BigNumber
from pipeline.kinds.big_number.words import Said, Shown, spoken
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import one_line
from pipeline.reading.amounts import amount
from pipeline.reading.numbers import decimal_mark, number, split
from pipeline.typography import markup
from pipeline.words import Language, Words
from pipeline.words.language import MINUS

LEVEL = Decimal("0.08")  # of the larger value: a smaller change is no turn
MOST_SUNS = 20  # in a row; of more, the line shows the share
ROUNDED = 1  # percentage point that a figure may differ from its count


class Part(NamedTuple):
    """So many of so many."""

    counted: int
    total: int
    label: Leaf
    rest: Leaf

    @property
    def is_counted(self) -> bool:
        """Whether they are few enough to be drawn one by one."""
        return self.total <= MOST_SUNS


class Change(NamedTuple):
    """A value before and after; `difference` is said where it is too small to be seen."""

    old: Decimal
    new: Decimal
    before: Leaf
    before_note: Leaf
    after: Leaf
    after_note: Leaf
    difference: Leaf
    zero: Leaf

    @property
    def is_level(self) -> bool:
        """Whether the values are all but equal."""
        return abs(self.new - self.old) < LEVEL * max(self.old, self.new)


class Content(NamedTuple):
    """A whole picture: the figure, its unit beside it, the caption that reads on, and what is drawn below."""

    name: str
    eyebrow: Leaf
    figure: Leaf
    unit: Leaf
    is_sign: bool
    caption: Leaf
    of: Part | None
    change: Change | None
    is_mirrored: bool
    words: Words[Shown, Said]
    notes: tuple[Note, ...] = ()

    @property
    def sentence(self) -> str:
        """Figure, unit and caption as one sentence."""
        return f"{self.number} {one_line(markup.plain(self.caption.text))}"

    @property
    def number(self) -> str:
        """The figure with its unit as a text has them."""
        if self.unit.text == "%":
            return self.words.language.percent(self.figure.text)
        return f"{self.figure}{'' if self.is_sign else ' '}{self.unit}".strip()


def content(spec: BigNumber, read: Reader) -> Content:
    """What the spec says."""
    words = spoken(spec.lang, spec.labels)
    figure, sign = parted(one_line(spec.figure))
    unit = sign or one_line(spec.unit)
    made = Content(
        name=spec.title,
        eyebrow=Leaf(spec.eyebrow, "eyebrow"),
        figure=Leaf(figure, "figure"),
        unit=Leaf(unit, "figure.unit" if sign else "unit"),
        is_sign=is_sign(unit),
        caption=Leaf(spec.caption.strip(), "caption"),
        of=_of(spec.of, words) if spec.of else None,
        change=_change(spec.change, spec.lang, words.language) if spec.change else None,
        is_mirrored=is_mirrored(spec, (spec.caption, spec.eyebrow)),
        words=words,
        notes=(*words.notes, *_doubts(spec, figure, unit)),
    )
    return made._replace(name=spec.title or made.sentence)


def _of(of: written.Of, words: Words[Shown, Said]) -> Part:
    whole = words.language.whole
    label = of.label or words.shown.of.format(count=whole(of.count), total=whole(of.total))
    return Part(of.count, of.total, Leaf(one_line(label), "of.label"), Leaf(one_line(of.rest), "of.rest"))


def _change(change: written.Change, lang: str, language: Language) -> Change:
    read = levels_of(change.old, change.new, lang)
    found = Change(
        read.old,
        read.new,
        Leaf(one_line(change.old), "change.from"),
        Leaf(one_line(change.from_note), "change.from_note"),
        Leaf(one_line(change.new), "change.to"),
        Leaf(one_line(change.to_note), "change.to_note"),
        Leaf("", "change.difference"),
        Leaf(language.whole(0), "change.zero"),
    )
    difference = read.new - read.old
    sign = "±" if not difference else "+" if difference > 0 else MINUS
    told = f"({sign}{_as_written(change.new, abs(difference), read.places, language)})"
    return found._replace(difference=Leaf(told, "change.difference")) if found.is_level else found


def _as_written(text: str, value: Decimal, places: int, language: Language) -> str:
    """A value in the form of the amount that a text begins with: `3,6 Mio. €` like `98,8 Mio. €`, and no more of it."""
    found = amount(text)
    if found is None or found.form.exponent or found.form.footnote:
        return language.number(value, places)
    scaled = value.scaleb(-found.form.scale)
    digits = language.number(scaled, max(places, -int(scaled.normalize().as_tuple().exponent)))
    return found.form.written.strip().replace(found.form.digits, digits, 1)


def _doubts(spec: BigNumber, figure: str, unit: str) -> tuple[Note, ...]:
    """Numbers that may be read in two ways, and a percentage that is another than its count."""
    if spec.change and (doubtful := levels_of(spec.change.old, spec.change.new, spec.lang).doubtful):
        fact = f"`{doubtful}` is read with a decimal comma, as `lang: {spec.lang}` has it"
        return (Note("values", fact, field="change"),)
    form = split(figure) if spec.of and unit == "%" else None
    said = number(form, decimal_mark([form], spec.lang)[0]) if form else None
    if spec.of and said and abs(said.value - Decimal(100 * spec.of.count) / spec.of.total) > ROUNDED:
        fact = f"the figure says {figure}%, but {spec.of.count} of {spec.of.total} is another share"
        return (Note("values", fact, field="of"),)
    return ()
