"""The words of a quote card: a catalogue's section `quote_card_said`; it shows none of its own."""

from typing import Annotated

from pipeline.schema import Part, key
from pipeline.words import Text


class Said(Part):
    """The sentences of its alt text and description; what stands in braces is put in."""

    card: Annotated[str, key("What it is, and the `{quote}` in its marks.")]
    by: Annotated[str, key("`{card}`, and the `{name}` of whose words they are.")]
    source: Annotated[str, key("`{card}`, and the `{name}` of a book, a talk, a page.")]
    stands_out: Annotated[Text, key("What is emphasised: one of the `{parts}` or several.")]
    label: Annotated[str, key("What stands below the quote: `{label}`, which ends in a stop.")]
    avatar: Annotated[str, key("That there is a picture of the author.")]
    photo: Annotated[str, key("What the photograph shows, in its author's `{words}`.")]
    second: Annotated[str, key("A second `{quote}` beneath the first.")]
    second_by: Annotated[str, key("The same, and the `{name}` of whose words these are.")]
    series: Annotated[str, key("Which card it is: `{number}` of `{total}`.")]
    redirection: Annotated[str, key("A motif.")]
    sun: Annotated[str, key("A motif.")]
    mark: Annotated[str, key("A motif.")]
