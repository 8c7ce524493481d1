"""The words of a comparison: a catalogue's sections `comparison_shown`, `comparison_said` and `comparison_read`."""

from typing import Annotated

from pipeline.schema import Part, key
from pipeline.words import Text, Words, words

SECTION = "comparison"


class Shown(Part):
    """The words that a comparison shows; a spec may have its own."""

    yes: Annotated[str, key("Beside the mark of a yes.")] = ""
    no: Annotated[str, key("Beside the mark of a no.")] = ""
    partly: Annotated[str, key("Beside the mark of what is partly so.")] = ""
    score: Annotated[str, key("How many rows the highlighted column wins: `{n}`, large, of `{all}`.")] = ""


class Said(Part):
    """The sentences of its alt text and description; what stands in braces is put in."""

    comparison: Annotated[str, key("What it is.")]
    titled: Annotated[str, key("The `{name}` of what it is, with its `{title}` in quotation marks.")]
    named: Annotated[str, key("The same, where the `{title}` ends in a stop of its own.")]
    says: Annotated[str, key("`{name}`, and `{what}` it shows.")]
    points: Annotated[Text, key("Which `{columns}` are compared, in how many rows, `{n}`.")]
    wins: Annotated[str, key("That a `{column}` is better in `{n}` rows of `{all}`.")]
    also: Annotated[str, key("After that: another `{column}`, in `{n}`.")]
    row: Annotated[str, key("The `{name}` of a row and its `{cells}`.")]
    better: Annotated[str, key("Beside a cell: it is the better one.")]
    nothing: Annotated[str, key("In the place of a cell with nothing in it.")]
    highlight: Annotated[str, key("Which `{column}` stands out.")]
    verdict: Annotated[str, key("The verdict, `{text}`, which ends in a stop.")]


class Read(Part):
    """Words, parted by |, by which a cell is known as a mark, and a table's heading as that of the better columns."""

    yes: str
    no: str
    partly: str
    better: str


def spoken(lang: str, labels: Shown) -> Words[Shown, Said]:
    """The words in a language, `labels` in place of those shown."""
    return words(SECTION, lang, Shown, Said, labels)
