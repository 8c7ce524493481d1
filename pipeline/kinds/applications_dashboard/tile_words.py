"""The tiles in words: label, figure and caption of each metric."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.kinds.applications_dashboard.model import Figures, Rate
from pipeline.kinds.applications_dashboard.spec import Metric, Tile
from pipeline.kinds.applications_dashboard.words import Words
from pipeline.words import Text


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
    return TileWords(
        Leaf(texts.label, f"tiles[{at}].label"),
        Leaf(texts.value, f"tiles[{at}].value"),
        Leaf(texts.strong, f"tiles[{at}].remark"),
        Leaf(texts.plain, f"tiles[{at}].caption"),
        texts.lit,
        texts.is_offer,
    )


def _counted(label: str, count: int, plain: str, words: Words, strong: str = "") -> _Texts:
    """A number of applications, each of them a lit dot."""
    return _Texts(label, words.language.whole(count), strong, plain, count)


def _of_sent(figures: Figures, words: Words) -> str:
    return words.language.counted(words.shown.of_sent, figures.sent)


def _active(figures: Figures, words: Words) -> _Texts:
    shown, fresh = words.shown, figures.new_this_month
    if not fresh or figures.as_of is None:
        return _counted(shown.active, figures.active, _of_sent(figures, words), words)
    month = shown.in_month.format(month=words.whole_month(figures.as_of))
    return _counted(shown.active, figures.active, month, words, words.counted(shown.new, fresh))


def _interviews(figures: Figures, words: Words) -> _Texts:
    shown, soon = words.shown, figures.interviews_soon
    if figures.sent and not figures.tells_stages:
        return _Texts(shown.interviews, shown.unknown)
    plain, strong = (shown.next_7_days, words.language.whole(soon)) if soon else (_of_sent(figures, words), "")
    return _counted(shown.interviews, figures.interviews, plain, words, strong)


def _response(figures: Figures, words: Words) -> _Texts:
    texts = _rate(words.shown.response_rate, figures.response, words)
    return texts._replace(plain=words.shown.answered, lit=figures.response.part) if figures.response.whole else texts


def _moved_on(figures: Figures, words: Words) -> _Texts:
    rate = figures.moved_on
    return _rate(words.shown.moved_on, rate, words)._replace(lit=rate.part if rate.whole else None)


def _rate(label: str, rate: Rate, words: Words) -> _Texts:
    """A percentage with its denominator, which is no matter where there is none."""
    if not rate.whole:
        return _Texts(label, words.shown.unknown)
    return _Texts(label, words.share(*rate).replace("\u00a0", "\u2009"), words.of(words.shown.of, *rate))


def _conversion(start: int, end: int) -> Callable[[Figures, Words], _Texts]:
    """The tile that tells how many of those at one rung came to a later one."""

    def texts(figures: Figures, words: Words) -> _Texts:
        rate = Rate(figures.pipeline[end].count, figures.pipeline[start].count)
        label = f"{words.stages[start]} → {words.stages[end]}"
        return _rate(label, rate, words)._replace(is_offer=end == 3)

    return texts


def _per_week(figures: Figures, words: Words) -> _Texts:
    return _pace(words.shown.per_week, figures, figures.weeks, words.shown.weeks, words)


def _per_month(figures: Figures, words: Words) -> _Texts:
    return _pace(words.shown.per_month, figures, figures.months, words.shown.months, words)


def _pace(label: str, figures: Figures, spans: int, forms: Text, words: Words) -> _Texts:
    """How many were sent in a span of the calendar on average, with both numbers it is made of."""
    if not spans:
        return _Texts(label, words.shown.unknown)
    of = words.language.counted(words.shown.sent_in, figures.shown, span=words.language.counted(forms, spans))
    return _Texts(label, words.decimals(figures.shown / spans), plain=of)


def _offers(figures: Figures, words: Words) -> _Texts:
    shown, offers = words.shown, figures.offers
    label = words.language.counted(shown.offers, offers)
    if figures.sent and not figures.tells_stages:
        return _Texts(label, shown.unknown)
    strong = plain = ""
    if figures.reply_by:
        strong = shown.reply_by.format(day=words.day(figures.reply_by))
    elif figures.offers_open:
        plain = _of_sent(figures, words)
    else:
        plain = shown.closed if offers else shown.not_yet
    return _counted(label, offers, plain, words, strong)._replace(is_offer=True)


def _ghosted(figures: Figures, words: Words) -> _Texts:
    plain = words.shown.no_answer if figures.ghosted else _of_sent(figures, words)
    return _counted(words.shown.ghosted, figures.ghosted, plain, words)


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
    "response_rate": _response,
    "moved_on": _moved_on,
    "offers": _offers,
    "ghosted": _ghosted,
    "median_days_to_reply": _median_reply,
    "per_week": _per_week,
    "per_month": _per_month,
    "conversion": _conversion(0, 3),
    "screening_to_interview": _conversion(1, 2),
    "interview_to_offer": _conversion(2, 3),
}
