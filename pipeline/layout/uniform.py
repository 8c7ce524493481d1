"""One size for several texts: cells of a table, titles of steps, heads of columns."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, Setting, TextStyle


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
