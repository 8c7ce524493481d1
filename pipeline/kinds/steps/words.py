"""The words of steps: what a catalogue has in `steps_shown` and `steps_said`."""

from typing import Annotated

from pipeline.schema import Part, key
from pipeline.words import Text, Words, words

SECTION = "steps"


class Shown(Part):
    """The words that the picture shows; a spec may have its own."""

    start: Annotated[str, key("Before what there is at the beginning.", min_length=1, max_length=24)] = ""
    result: Annotated[str, key("Above what the steps lead to.", min_length=1, max_length=24)] = ""


class Said(Part):
    """The sentences of its alt text and description; what stands in braces is put in."""

    guide: Annotated[str, key("What it is called.")]
    count: Annotated[Text, key("`{n}` steps: at least two.")]
    named: Annotated[str, key("What it is, the `{guide}`, and `{what}`: its title, or its steps.")]
    titled: Annotated[str, key("The `{guide}` with its `{title}` in quotation marks, and its `{steps}`.")]
    from_start: Annotated[str, key("The `{steps}`, and the `{start}` in quotation marks that they begin at.")]
    to_result: Annotated[str, key("The `{steps}`, and the `{result}` in quotation marks that they lead to.")]
    both: Annotated[str, key("The `{steps}` with both, `{start}` and `{result}`.")]
    label: Annotated[str, key("A `{label}` before a `{text}`.")]
    step: Annotated[str, key("The `{number}` and the `{title}` of a step.")]
    detail: Annotated[str, key("A `{step}` and its `{detail}`.")]


def spoken(lang: str, labels: Shown) -> Words[Shown, Said]:
    """The words in a language, with an author's own in place of those shown."""
    return words(SECTION, lang, Shown, Said, labels)
