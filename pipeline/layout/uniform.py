"""One size for several texts: cells of a table, titles of steps, heads of columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from math import inf

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Size
from pipeline.layout.attempts import first_fit
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
    *,
    may_part_words: bool = True,
) -> list[Paragraph]:
    """The texts in the first of the settings that holds every one of them, in px of the page; words whole if any does.

    A blank text has no lines. Style and measure are one for all, or one for each text. Raises FitError for the first
    text that does not fit even the last setting, or whose words would be parted where they may not be.
    """
    styles = [style] * len(leaves) if isinstance(style, TextStyle) else style
    measures = [measure] * len(leaves) if isinstance(measure, int | float) else measure
    texts = list(zip(leaves, styles, measures, strict=True))
    ways = [(setting, parts) for parts in (False, True)[: 1 + may_part_words] for setting in settings]

    def attempt(setting: Setting, parts_words: bool) -> list[Paragraph]:
        return [
            _fitted(page, leaf, look._replace(size=setting.size), setting, Size(room, height), parts_words)
            for leaf, look, room in texts
        ]

    return first_fit(partial(attempt, *way) for way in ways)


def _fitted(page: Page, leaf: Leaf, style: TextStyle, setting: Setting, room: Size, parts_words: bool) -> Paragraph:
    if not leaf:
        return page.set("", style, room.width)
    set_ = page.fit(leaf.text, style, [setting], *room, leaf.field)
    if not parts_words and not keeps_words(leaf.text, set_):
        fact = f"a word does not fit {room.width:.0f} px at {setting.size:g} px"
        raise FitError(Problem(fact, hint="write a shorter one, or choose a larger picture", field=leaf.field))
    return set_


def keeps_words(text: str, paragraph: Paragraph) -> bool:
    """Whether each word of the text stands whole in a line, as far as its script sets words apart."""
    words = {word for word in _APART.split(markup.plain(text)) if not _RUN_ON.search(word)}
    return words <= {word for line in paragraph.lines for word in _APART.split(line.text)} | {""}
