"""One size for several texts: cells of a table, titles of steps, heads of columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, Setting, TextStyle, markup

_APART = re.compile(r"[\s\-‐–—/]+")  # where a line may end without parting a word
_RUN_ON = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]")  # no blanks


def uniform(
    page: Page,
    leaves: Sequence[Leaf],
    style: TextStyle | Sequence[TextStyle],
    settings: Sequence[Setting],
    measure: float | Sequence[float],
    height: float = inf,
) -> list[Paragraph]:
    """The texts in the first of the settings that holds every one of them, in px of the page.

    Style and measure are one for all, or one for each text. Raises FitError for the first text that does not fit even
    the last setting.
    """
    styles = [style] * len(leaves) if isinstance(style, TextStyle) else style
    measures = [measure] * len(leaves) if isinstance(measure, int | float) else measure
    refused: FitError | None = None
    for setting in settings:
        try:
            return [
                page.fit(leaf.text, look._replace(size=setting.size), [setting], room, height, leaf.field)
                for leaf, look, room in zip(leaves, styles, measures, strict=True)
            ]
        except FitError as error:
            refused = error
    raise refused or ValueError("expected at least one setting")


def keeps_words(text: str, paragraph: Paragraph) -> bool:
    """Whether each word of the text stands whole in a line, as far as its script sets words apart."""
    words = {word for word in _APART.split(markup.plain(text)) if not _RUN_ON.search(word)}
    return words <= {word for line in paragraph.lines for word in _APART.split(line.text)} | {""}
