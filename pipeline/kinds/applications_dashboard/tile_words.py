"""The tiles in words: label, figure and caption of each metric."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from pipeline.content import Leaf
from pipeline.kinds.applications_dashboard.model import Figures, Rate
from pipeline.kinds.applications_dashboard.spec import Metric, Tile
from pipeline.kinds.applications_dashboard.words import Words


class TileWords(NamedTuple):
    """One tile: label, figure, caption in a strong and a plain part, and how many of all are lit (None: no dots)."""

    label: Leaf
    value: Leaf
    strong: Leaf
    plain: Leaf
    lit: int | None
    is_offer: bool

    @property
    def caption(self) -> str:
        """Both parts of the caption."""
        return f"{self.strong} {self.plain}".strip()


class _Texts(NamedTuple):
    """What a tile says, before it is known which tile it is."""

    label: str
    value: str
    strong: str = ""
    plain: str = ""
    lit: int | None = None
    is_offer: bool = False


def in_words(tile: Metric | Tile, at: int, figures: Figures, words: Words) -> TileWords:
    """The words of the tile with this index."""
    if isinstance(tile, Tile):
        texts = _Texts(tile.label, tile.value, plain=tile.caption)
    else:
        texts = _TEXTS[tile](figures, words)
    named = zip(texts[:4], ("label", "value", "remark", "caption"), strict=True)
    label, value, strong, plain = (Leaf(text, f"tiles[{at}].{name}") for text, name in named)
    return TileWords(label, value, strong, plain, texts.lit, texts.is_offer)


def _of_sent(figures: Figures, words: Words) -> str:
    return words.language.counted(words.shown.of_sent, figures.sent)


def _active(figures: Figures, words: Words) -> _Texts:
    count, shown, plain, strong = figures.active, words.shown, _of_sent(figures, words), ""
    if figures.new_this_month and figures.as_of:
        plain = shown.in_month.format(month=words.month(figures.as_of, is_whole=True))
        strong = words.counted(shown.new, figures.new_this_month)
    return _Texts(shown.active, words.language.whole(count), strong, plain, count)


def _interviews(figures: Figures, words: Words) -> _Texts:
    count, soon, shown, language = figures.interviews, figures.interviews_soon, words.shown, words.language
    if figures.sent and not figures.tells_stages:
        return _Texts(shown.interviews, shown.unknown)
    plain, strong = (shown.next_7_days, language.whole(soon)) if soon else (_of_sent(figures, words), "")
    return _Texts(shown.interviews, language.whole(count), strong, plain, count)


def _offers(figures: Figures, words: Words) -> _Texts:
    count, shown, plain, strong = figures.offers, words.shown, "", ""
    label = words.language.counted(shown.offers, count)
    if figures.sent and not figures.tells_stages:
        return _Texts(label, shown.unknown)
    if figures.reply_by:
        strong = shown.reply_by.format(day=words.day(figures.reply_by))
    elif figures.offers_open:
        plain = _of_sent(figures, words)
    else:
        plain = shown.closed if count else shown.not_yet
    return _Texts(label, words.language.whole(count), strong, plain, count, is_offer=True)


def _ghosted(figures: Figures, words: Words) -> _Texts:
    count, shown = figures.ghosted, words.shown
    plain = shown.no_answer if count else _of_sent(figures, words)
    return _Texts(shown.ghosted, words.language.whole(count), plain=plain, lit=count)


def _conversion(start: int, end: int, figures: Figures, words: Words) -> _Texts:
    """How many of those at one rung came to a later one."""
    rate = Rate(figures.pipeline[end].count, figures.pipeline[start].count)
    return _rate(f"{words.stages[start]} → {words.stages[end]}", rate, words)._replace(is_offer=end == 3)


def _rate(label: str, rate: Rate, words: Words, plain: str = "", *, is_lit: bool = False) -> _Texts:
    """A percentage with its denominator, which is no matter where there is none."""
    if not rate.whole:
        return _Texts(label, words.shown.unknown)
    value = words.share(*rate).replace("\u00a0", "\u2009")
    return _Texts(label, value, words.of(words.shown.of, *rate), plain, rate.part if is_lit else None)


def _pace(span: Literal["week", "month"], figures: Figures, words: Words) -> _Texts:
    """How many were sent in a span of the calendar on average, with both numbers it is made of."""
    label, spans = getattr(words.shown, f"per_{span}"), getattr(figures, f"{span}s")
    if not spans:
        return _Texts(label, words.shown.unknown)
    language = words.language
    counted = language.counted(getattr(words.shown, f"{span}s"), spans)
    of = language.counted(words.shown.sent_in, figures.shown, span=counted)
    return _Texts(label, words.decimals(figures.shown / spans), plain=of)


def _median_reply(figures: Figures, words: Words) -> _Texts:
    label, days, language = words.shown.median_reply, figures.days_to_reply, words.language
    if days is None:
        return _Texts(label, words.shown.unknown)
    is_whole = days == int(days)
    value = language.whole(int(days)) if is_whole else words.decimals(days)
    unit = language.formed(words.shown.days, int(days) if is_whole else 2).format(n="").strip()
    return _Texts(label, value, unit, language.counted(words.shown.of_replies, figures.replies))


_TEXTS: dict[Metric, Callable[[Figures, Words], _Texts]] = {
    "active": _active,
    "interviews": _interviews,
    "response_rate": lambda figures, words: _rate(
        words.shown.response_rate, figures.response, words, words.shown.answered, is_lit=True
    ),
    "moved_on": lambda figures, words: _rate(words.shown.moved_on, figures.moved_on, words, is_lit=True),
    "offers": _offers,
    "ghosted": _ghosted,
    "median_days_to_reply": _median_reply,
    "per_week": partial(_pace, "week"),
    "per_month": partial(_pace, "month"),
    "conversion": partial(_conversion, 0, 3),
    "screening_to_interview": partial(_conversion, 1, 2),
    "interview_to_offer": partial(_conversion, 2, 3),
}
