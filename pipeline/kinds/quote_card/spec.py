"""What an author may write with `kind: quote_card`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pipeline.errors import Problem
from pipeline.schema import LANGUAGE_TAG, Part, Spec, key
from pipeline.schema.photo import Photo
from pipeline.typography import markup

MARKS = "\"'“”„‘’«»「」『』 "  # and blanks, which alone are no words


class Second(Part):
    """A second text beneath the quote: a translation or a reply."""

    text: Annotated[str, key("The words; `*emphasis*` and line breaks as in the quote.", min_length=1, max_length=1000)]
    lang: Annotated[
        str,
        key(
            "Their language, where it is another than the card's.",
            pattern=LANGUAGE_TAG,
            reads="a language tag such as en, pt-BR or zh-Hant",
            is_tag=True,
        ),
    ] = ""
    author: Annotated[str, key("Who said or translated them.", max_length=120)] = ""


class QuoteCard(Spec):
    """What an author may write with `kind: quote_card`."""

    text: Annotated[
        str, key("The quote; *one word* may be emphasised, line breaks are kept.", min_length=1, max_length=20000)
    ]
    author: Annotated[str, key("Who said it.", max_length=120)] = ""
    role: Annotated[str, key("What the author is or does.", max_length=120)] = ""
    source: Annotated[str, key("Where it was said: a book, a talk, a page.", max_length=200)] = ""
    kicker: Annotated[
        tuple[str, ...], key("A label of one or two parts, in the place of an author.", max_length=2)
    ] = ()
    marks: Annotated[
        Literal["auto", "“”", "‘’", "„“", "„”", "””", "«»", "»«", "「」", "『』", "none"],
        key("The quotation marks; auto takes those of the text or of its language."),
    ] = "auto"
    motif: Annotated[Literal["redirection", "sun", "rule", "mark", "none"], key("What stands beside the words.")] = (
        "redirection"
    )
    align: Annotated[Literal["start", "center", "end"], key("Where the lines stand.")] = "start"
    avatar: Annotated[
        str, key("A picture of the author: a file beside the spec, cropped to a circle.", is_file=True)
    ] = ""
    photo: Annotated[Photo | str, key("A photograph: its file, or keys.", is_file=True)] = ""
    second: Annotated[Second | str, key("A translation or a reply beneath the quote, in marks of its own.")] = ""
    series: Annotated[
        str,
        key(
            "Which card of a series it is.",
            pattern=r"^[1-9][0-9]?/[1-9][0-9]?$",
            reads="a card and how many there are, such as 3/7",
        ),
    ] = ""


def check(spec: QuoteCard) -> Iterator[Problem]:
    """What is wrong between the keys."""
    if not markup.plain(spec.text).strip(MARKS):
        yield Problem("expected a quote, found only quotation marks", hint="write the quote between them", field="text")
    if spec.author and spec.kicker:
        yield Problem("a card has an author or a kicker, not both", hint="remove one of them", field="kicker")
    if spec.role and not spec.author:
        yield Problem("a role needs an author", hint="add `author`, or write the role as `kicker`", field="role")
    if spec.avatar and not spec.author:
        yield Problem("an avatar needs an author", hint="add `author`", field="avatar")
    if spec.kicker and spec.source:
        yield Problem(
            "a card with a kicker shows no source", hint="make it the second part of `kicker`", field="source"
        )
    if spec.photo and spec.motif == "sun":
        hint = "remove `motif`, or let it be rule, mark or none"
        yield Problem("a card with a photograph has no sun", hint=hint, field="motif")
    second = spec.second.text if isinstance(spec.second, Second) else spec.second
    if second and not markup.plain(second).strip(MARKS):
        yield Problem("expected words, found only quotation marks", hint="write them between these", field="second")
    yield from _of_series(spec.series)


def _of_series(series: str) -> Iterator[Problem]:
    """What is wrong with a card's place in its series."""
    number, _, total = series.partition("/")
    if series and int(total) < 2:
        yield Problem("a series has at least two cards", hint="remove `series` from a single card", field="series")
    elif series and int(number) > int(total):
        hint = "write the number of this card, then that of all"
        yield Problem(f"expected at most {total}/{total}, found {series}", hint=hint, field="series")
