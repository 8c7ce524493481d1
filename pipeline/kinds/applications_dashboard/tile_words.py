"""The tiles in words: label, figure and caption of each metric."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.kinds.applications_dashboard.model import RUNGS, Figures, Rate
from pipeline.kinds.applications_dashboard.spec import Metric, Tile
from pipeline.kinds.applications_dashboard.words import Words
from pipeline.words import Text


class Told(NamedTuple):
    """One tile: label, figure, caption in a strong and a plain part, and how many of all are lit (None: no dots)."""

    label: Leaf
    value: Leaf
    strong: Leaf
    plain: Leaf
    lit: int | None
    is_offer: bool

    @property
    def caption(self) -> str:
        return f"{self.strong} {self.plain}".strip()


class Wording(NamedTuple):
    """What a tile says, before it is known which tile it is."""

    label: str
    value: str
    strong: str = ""
    plain: str = ""
    lit: int | None = None
    is_offer: bool = False


def told(tile: Metric | Tile, at: int, figures: Figures, said: Words) -> Told:
    """The words of the tile with this index."""
    if isinstance(tile, Tile):
        found = Wording(tile.label, tile.value, plain=tile.caption)
    else:
        found = _TOLD[tile](figures, said)
    texts = {"label": found.label, "value": found.value, "remark": found.strong, "caption": found.plain}
    label, value, strong, plain = (Leaf(text, f"tiles[{at}].{name}") for name, text in texts.items())
    return Told(label, value, strong, plain, found.lit, found.is_offer)


def _of_sent(figures: Figures, said: Words) -> str:
    return said.language.counted(said.shown.of_sent, figures.sent)


def _active(figures: Figures, said: Words) -> Wording:
    fresh = figures.new_this_month
    if not fresh or figures.as_of is None:
        return Wording(
            said.shown.active, said.language.whole(figures.active), plain=_of_sent(figures, said), lit=figures.active
        )
    month = said.shown.in_month.format(month=said.whole_month(figures.as_of))
    return Wording(
        said.shown.active,
        said.language.whole(figures.active),
        said.counted(said.shown.new, fresh),
        month,
        figures.active,
    )


def _interviews(figures: Figures, said: Words) -> Wording:
    soon = figures.interviews_soon
    if figures.sent and not figures.tells_stages:
        return Wording(said.shown.interviews, said.shown.unknown)
    plain = said.shown.next_7_days if soon else _of_sent(figures, said)
    return Wording(
        said.shown.interviews,
        said.language.whole(figures.interviews),
        said.language.whole(soon) if soon else "",
        plain,
        figures.interviews,
    )


def _response(figures: Figures, said: Words) -> Wording:
    found = _rate(said.shown.response_rate, figures.response, said)
    return found._replace(plain=said.shown.answered, lit=figures.response.part) if figures.response.whole else found


def _moved_on(figures: Figures, said: Words) -> Wording:
    found = _rate(said.shown.moved_on, figures.moved_on, said)
    return found._replace(lit=figures.moved_on.part) if figures.moved_on.whole else found


def _rate(label: str, rate: Rate, said: Words) -> Wording:
    """A percentage with its denominator, which is no matter where there is none."""
    if not rate.whole:
        return Wording(label, said.shown.unknown)
    of = said.language.counted(said.shown.of, rate.part, all=said.language.whole(rate.whole))
    return Wording(label, said.share(*rate).replace("\u00a0", "\u2009"), of)


def _conversion(start: int, end: int) -> Callable[[Figures, Words], Wording]:
    """The tile that tells how many of those at one rung came to a later one."""

    def tell(figures: Figures, said: Words) -> Wording:
        steps = figures.pipeline
        rate = Rate(steps[end].count, steps[start].count)
        found = _rate(f"{said.stages[start]} → {said.stages[end]}", rate, said)
        return found._replace(is_offer=end == len(RUNGS) - 1)

    return tell


def _pace(label: str, figures: Figures, spans: int, forms: Text, said: Words) -> Wording:
    """How many were sent in a span of the calendar on average, with both numbers it is made of."""
    if not spans:
        return Wording(label, said.shown.unknown)
    of = said.language.counted(said.shown.sent_in, figures.shown, span=said.language.counted(forms, spans))
    return Wording(label, said.decimals(figures.shown / spans), plain=of)


def _offers(figures: Figures, said: Words) -> Wording:
    label, value = said.language.counted(said.shown.offers, figures.offers), said.language.whole(figures.offers)
    if figures.sent and not figures.tells_stages:
        return Wording(label, said.shown.unknown)
    if figures.reply_by:
        strong = said.shown.reply_by.format(day=said.day(figures.reply_by))
        return Wording(label, value, strong, lit=figures.offers, is_offer=True)
    if figures.offers_open:
        plain = _of_sent(figures, said)
    else:
        plain = said.shown.closed if figures.offers else said.shown.not_yet
    return Wording(label, value, plain=plain, lit=figures.offers, is_offer=True)


def _ghosted(figures: Figures, said: Words) -> Wording:
    plain = said.shown.no_answer if figures.ghosted else _of_sent(figures, said)
    return Wording(said.shown.ghosted, said.language.whole(figures.ghosted), plain=plain, lit=figures.ghosted)


def _median_reply(figures: Figures, said: Words) -> Wording:
    if figures.days_to_reply is None:
        return Wording(said.shown.median_reply, said.shown.unknown)
    days = figures.days_to_reply
    value = said.language.whole(int(days)) if days == int(days) else said.decimals(days)
    unit = said.language.formed(said.shown.days, int(days) if days == int(days) else 2).format(n="").strip()
    return Wording(said.shown.median_reply, value, unit, said.language.counted(said.shown.of_replies, figures.replies))


_TOLD: dict[str, Callable[[Figures, Words], Wording]] = {
    "active": _active,
    "interviews": _interviews,
    "response_rate": _response,
    "moved_on": _moved_on,
    "offers": _offers,
    "ghosted": _ghosted,
    "median_days_to_reply": _median_reply,
    "per_week": lambda figures, said: _pace(said.shown.per_week, figures, figures.weeks, said.shown.weeks, said),
    "per_month": lambda figures, said: _pace(said.shown.per_month, figures, figures.months, said.shown.months, said),
    "conversion": _conversion(0, 3),
    "screening_to_interview": _conversion(1, 2),
    "interview_to_offer": _conversion(2, 3),
}
