"""One size for several texts: cells of a table, titles of steps, heads of columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import inf

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.layout.attempts import first_fit
from pipeline.layout.canvas import Canvas
from pipeline.patterns import Pattern
from pipeline.typography import Paragraph, Setting, TextStyle, markup

_APART = Pattern(r"[\s\-‐–—/]+")  # where a line may end without parting a word
_RUN_ON = (  # from, to: no blanks
    *(("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff")),
    *(("\u2e80", "\ud7ff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef")),
)


TYPICAL = 20.0  # px of the canvas: a size by which the length of a text in another is known
SHORTEST = 0.97  # of that length: a size of its own may make a text so much shorter


def uniform(
    canvas: Canvas,
    leaves: Sequence[Leaf],
    style: TextStyle | Sequence[TextStyle],
    settings: Sequence[Setting],
    measure: float | Sequence[float],
    height: float = inf,
    *,
    may_part_words: bool = True,
) -> list[Paragraph]:
    """The texts in the first of the settings that holds all of them, in px of the canvas; words whole if any does.

    A blank text has no lines. Style and measure are one for all, or one for each text. Raises FitError for the first
    text that does not fit even the last setting, or whose words would be parted where they may not be.
    """
    styles = [style] * len(leaves) if isinstance(style, TextStyle) else style
    measures = [measure] * len(leaves) if isinstance(measure, int | float) else measure
    texts = list(zip(leaves, styles, measures, strict=True))
    ways = [(setting, parts) for parts in (False, True)[: 1 + may_part_words] for setting in settings]

    def attempt(setting: Setting, parts_words: bool) -> list[Paragraph]:
        for leaf, look, room in texts:
            _refuse_hopeless(canvas, leaf, look, setting, room)
        return [_fitted(canvas, leaf, look, setting, room, height, parts_words) for leaf, look, room in texts]

    return first_fit(partial(attempt, *way) for way in ways)


def _refuse_hopeless(canvas: Canvas, leaf: Leaf, style: TextStyle, setting: Setting, measure: float) -> None:
    """Raise FitError for a text longer than its lines together, which is quickly known."""
    length = canvas.measure(markup.plain(leaf.text), style._replace(size=TYPICAL)) / TYPICAL * setting.size
    room = setting.max_lines * measure
    if SHORTEST * length > room:
        lines = f"{setting.max_lines} lines" if setting.max_lines > 1 else "one line"
        fact = f"{len(leaf.text)} characters do not fit {lines} at {setting.size:g} px, the smallest size"
        hint = f"shorten it to about {int(len(leaf.text) * max(0.0, room) / length)} characters"
        raise FitError(Problem(fact, hint=f"{hint}, or choose a larger picture", field=leaf.field))


def _fitted(
    canvas: Canvas,
    leaf: Leaf,
    style: TextStyle,
    setting: Setting,
    measure: float,
    height: float,
    parts_words: bool,
) -> Paragraph:
    if not leaf:
        return canvas.page.set("", style._replace(size=setting.size * canvas.unit), measure * canvas.unit)
    set_ = canvas.fit(leaf, style, [setting], measure, height)
    if not parts_words and not keeps_words(leaf.text, set_):
        fact = f"a word does not fit {measure:.0f} px at {setting.size:g} px"
        raise FitError(Problem(fact, hint="write a shorter one, or choose a larger picture", field=leaf.field))
    return set_


def keeps_words(text: str, paragraph: Paragraph) -> bool:
    """Whether each word of the text stands whole in a line, as far as its script sets words apart."""
    words = {word for word in _APART.split(markup.plain(text)) if not any(map(_runs_on, word))}
    return words <= {word for line in paragraph.lines for word in _APART.split(line.text)} | {""}


def _runs_on(letter: str) -> bool:
    """Whether it is of a script without blanks; compared one by one, as a pattern takes 2 ms to compile."""
    return letter >= "\u0e00" and any(first <= letter <= last for first, last in _RUN_ON)
