"""The tiles in words: label, figure and caption of each metric."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.kinds.applications_dashboard.model import RUNGS, Figures, Rate
from pipeline.kinds.applications_dashboard.spec import Metric, Tile
from pipeline.kinds.applications_dashboard.words import Forms, Words


class Told(NamedTuple):
    """One tile: label, figure, caption in a strong and a plain part, and how many of all are lit (None: no dots)."""

    label: str
    value: str
    strong: str = ""
    plain: str = ""
    lit: int | None = None
    is_offer: bool = False

    @property
    def caption(self) -> str:
        return f"{self.strong} {self.plain}".strip()


def told(tile: Metric | Tile, figures: Figures, said: Words) -> Told:
    """The words of one tile."""
    return Told(tile.label, tile.value, plain=tile.caption) if isinstance(tile, Tile) else _TOLD[tile](figures, said)


def _of_sent(figures: Figures, said: Words) -> str:
    return said.of_sent.replace("{n}", str(figures.sent))


def _active(figures: Figures, said: Words) -> Told:
    fresh = figures.new_this_month
    if not fresh or figures.as_of is None:
        return Told(said.active, str(figures.active), plain=_of_sent(figures, said), lit=figures.active)
    month = said.in_month.replace("{month}", said.long_months[figures.as_of.month - 1])
    return Told(said.active, str(figures.active), said.counted(said.new, fresh), month, figures.active)


def _interviews(figures: Figures, said: Words) -> Told:
    soon = figures.interviews_soon
    plain = said.next_7_days if soon else _of_sent(figures, said)
    return Told(said.interviews, str(figures.interviews), str(soon) if soon else "", plain, figures.interviews)


def _response(figures: Figures, said: Words) -> Told:
    found = _rate(said.response_rate, figures.response, said)
    return found._replace(plain=said.moved_on, lit=figures.response.part)


def _rate(label: str, rate: Rate, said: Words) -> Told:
    """A percentage with its denominator."""
    of = said.of.replace("{n}", str(rate.part)).replace("{all}", str(rate.whole))
    return Told(label, said.share(*rate).replace("\u00a0", "\u2009"), of)


def _conversion(start: int, end: int) -> Callable[[Figures, Words], Told]:
    """The tile that tells how many of those at one rung came to a later one."""

    def tell(figures: Figures, said: Words) -> Told:
        steps = figures.pipeline
        rate = Rate(steps[end].count, steps[start].count)
        found = _rate(f"{said.stages[start]} → {said.stages[end]}", rate, said)
        return found._replace(is_offer=end == len(RUNGS) - 1)

    return tell


def _per_week(figures: Figures, said: Words) -> Told:
    return _pace(said.per_week, figures, figures.weeks, said.weeks, said)


def _per_month(figures: Figures, said: Words) -> Told:
    return _pace(said.per_month, figures, figures.months, said.months_long, said)


def _pace(label: str, figures: Figures, spans: int, forms: Forms, said: Words) -> Told:
    """How many were sent in a span of the calendar on average, with both numbers it is made of."""
    if not spans:
        return Told(label, said.unknown)
    of = said.sent_in.replace("{n}", str(figures.shown)).replace("{span}", said.counted(forms, spans))
    return Told(label, said.decimals(figures.shown / spans), plain=of)


def _offers(figures: Figures, said: Words) -> Told:
    label, value = said.offers[0 if figures.offers == 1 else 1], str(figures.offers)
    if figures.reply_by:
        strong = said.reply_by.replace("{day}", said.day(figures.reply_by))
        return Told(label, value, strong, lit=figures.offers, is_offer=True)
    if figures.offers_open:
        plain = _of_sent(figures, said)
    else:
        plain = said.closed if figures.offers else said.not_yet
    return Told(label, value, plain=plain, lit=figures.offers, is_offer=True)


def _ghosted(figures: Figures, said: Words) -> Told:
    plain = said.no_answer if figures.ghosted else _of_sent(figures, said)
    return Told(said.ghosted, str(figures.ghosted), plain=plain, lit=figures.ghosted)


def _median_reply(figures: Figures, said: Words) -> Told:
    if figures.days_to_reply is None:
        return Told(said.median_reply, said.unknown)
    days = figures.days_to_reply
    value = str(int(days)) if days == int(days) else said.decimals(days)
    unit = said.counted(said.days, 1 if days == 1 else 2).partition(" ")[2]
    return Told(
        said.median_reply, value, unit, said.of_replies[figures.replies != 1].replace("{n}", str(figures.replies))
    )


_TOLD: dict[str, Callable[[Figures, Words], Told]] = {
    "active": _active,
    "interviews": _interviews,
    "response_rate": _response,
    "offers": _offers,
    "ghosted": _ghosted,
    "median_days_to_reply": _median_reply,
    "per_week": _per_week,
    "per_month": _per_month,
    "conversion": _conversion(0, 3),
    "screening_to_interview": _conversion(1, 2),
    "interview_to_offer": _conversion(2, 3),
}
