"""What an author may write with `kind: quote_card`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pipeline.errors import Problem
from pipeline.schema import Spec, key
from pipeline.typography import markup


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
    avatar: Annotated[str, key("A picture of the author: a file beside the spec, cropped to a circle.")] = ""


def check(spec: QuoteCard) -> Iterator[Problem]:
    """What is wrong between the keys."""
    if not markup.plain(spec.text).strip("\"'“”„‘’«»「」『』 "):
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
