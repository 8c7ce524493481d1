"""What an author may write with `kind: big_number`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated

from pipeline.errors import Problem
from pipeline.kinds.big_number import levels
from pipeline.kinds.big_number.signs import parted
from pipeline.kinds.big_number.words import Shown
from pipeline.schema import Part, Spec, key

LARGEST = 1_000_000


class Of(Part):
    """A part of a whole that is counted."""

    count: Annotated[int, key("How many of them.", ge=0, le=LARGEST)]
    total: Annotated[int, key("Of how many in all; up to 20 are drawn one by one.", ge=2, le=LARGEST)]
    label: Annotated[str, key("The words for the count, in place of `3 of 10`.", max_length=60)] = ""
    rest: Annotated[str, key("The words for those that are not counted.", max_length=60)] = ""


class Change(Part, rename={"old": "from", "new": "to"}):
    """A value before and after."""

    old: Annotated[str, key("The old value, as it is to be read: `31 days`.", min_length=1, max_length=30)]
    new: Annotated[str, key("The new value, in the same unit.", min_length=1, max_length=30)]
    from_note: Annotated[str, key("When or how it was so.", max_length=40)] = ""
    to_note: Annotated[str, key("When or how it is so.", max_length=40)] = ""


class BigNumber(Spec):
    """What an author may write with `kind: big_number`."""

    figure: Annotated[str, key("The figure, as it is to be read: 30, 30%, €1,234,567.", min_length=1, max_length=20)]
    caption: Annotated[
        str, key("What it counts; it reads on from the figure as one sentence.", min_length=1, max_length=240)
    ]
    unit: Annotated[str, key("A sign that hangs beside the figure, or a word that stands there.", max_length=24)] = ""
    eyebrow: Annotated[str, key("A short line above the figure.", max_length=80)] = ""
    of: Annotated[Of, key("The count behind the figure: so many of so many.")] | None = None
    change: Annotated[Change, key("What the figure was and is.")] | None = None
    labels: Annotated[Shown, key("Your own words for those that the picture shows.")] = Shown()


def check(spec: BigNumber) -> Iterator[Problem]:
    """What is wrong between the keys."""
    _, sign = parted(spec.figure)
    if sign and spec.unit:
        fact = f"the figure has a unit of its own, `{sign}`, found `{spec.unit}` besides"
        yield Problem(fact, hint="keep one of the two", field="unit")
    if spec.of and spec.change:
        fact = "a figure is a part of a whole or a change, found `of` and `change`"
        yield Problem(fact, hint="keep one of the two; the other may have a picture of its own", field="change")
    if spec.of:
        yield from _count(spec.of)
    if spec.change:
        yield from levels.problems(spec.change.old, spec.change.new, spec.lang)


def _count(of: Of) -> Iterator[Problem]:
    if of.count > of.total:
        fact = f"expected at most the total of {of.total}, found {of.count}"
        yield Problem(fact, hint="`count` is a part of `total`", field="of.count")
    if of.rest and of.count == of.total:
        yield Problem("nothing is left to name: all are counted", hint="remove `rest`", field="of.rest")
