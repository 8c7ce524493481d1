"""The words of a big number: what a catalogue has in its sections `big_number_shown` and `big_number_said`."""

from typing import Annotated

from pipeline.schema import Part, key
from pipeline.words import Text, Words, words

SECTION = "big_number"


class Shown(Part):
    """The words that the picture shows; a spec may have its own."""

    of: Annotated[str, key("The label of a count: `{count}` of `{total}`.")] = ""


class Said(Part):
    """The sentences of its alt text and description; what stands in braces is put in."""

    says: Annotated[str, key("`{what}` the figure says, and the `{label}` of what is drawn.")]
    change: Annotated[str, key("`{what}` the figure says, and its values `{before}` and `{after}`.")]
    risen: Annotated[Text, key("How many half suns stand above the line: `{n}`.")]
    waiting: Annotated[Text, key("How many are below it: `{n}`.")]
    both: Annotated[str, key("`{risen}` and `{waiting}` as parts of a sentence.")]
    share: Annotated[str, key("That a line is solid for `{label}`, and dotted for what is left.")]
    down: Annotated[str, key("That the line turns down.")]
    up: Annotated[str, key("That it turns up.")]
    level: Annotated[str, key("That it goes on level.")]


def spoken(lang: str, labels: Shown) -> Words[Shown, Said]:
    """The words in a language."""
    return words(SECTION, lang, Shown, Said, labels)
