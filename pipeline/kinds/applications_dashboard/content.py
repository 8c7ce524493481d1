"""What a board says: the figures in words, before anything is placed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pipeline.kinds.applications_dashboard.model import RUNGS, Application, Figures
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard, Metric, Tile
from pipeline.kinds.applications_dashboard.words import Words, words

WORDS_UP_TO = 12  # numbers of a headline: words together or figures together


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


class Content(NamedTuple):
    """What stands on the board."""

    figures: Figures
    words: Words
    title: tuple[str, ...]  # sentences
    eyebrow: str
    tiles: tuple[Told, ...]
    steps: tuple[Application, ...]  # open applications in the order asked for
    limit: int | None
    explains_lit: bool  # whether no pipeline with its key says what is lit: those still open


def content(spec: ApplicationsDashboard, figures: Figures) -> Content:
    """The words of a board about these figures."""
    said = words(spec.locale or "", spec.lang)
    title = (spec.title,) if spec.title.strip() else headline(figures, said)
    tiles = tuple(_tile(tile, figures, said) for tile in spec.tiles)
    steps = ordered(figures.next_steps, spec.sort)
    return Content(
        figures,
        said,
        title,
        spec.eyebrow or _eyebrow(figures, said),
        tiles,
        steps,
        spec.limit,
        "pipeline" not in spec.panels,
    )


def headline(figures: Figures, said: Words) -> tuple[str, ...]:
    """One or two sentences about how the search stands."""
    sent, active, no = figures.sent, figures.active, figures.said_no
    in_words = max(active, no) <= WORDS_UP_TO
    if not sent:
        return (said.nothing,)
    if no:
        refused = said.counted(said.said_no, no, in_words=in_words)
        return (refused, said.counted(said.are_open, active, in_words=in_words) if active else said.starts_again)
    first = said.counted(said.sent, sent, in_words=in_words and sent <= WORDS_UP_TO)
    if not active:
        return (first, said.none_open)
    if active == sent:
        return (first, said.all_open[0 if sent == 1 else 1])
    return (first, said.counted(said.some_open, active, in_words=in_words and sent <= WORDS_UP_TO))


def ordered(steps: Sequence[Application], by: str) -> tuple[Application, ...]:
    """The open applications in another order than by next date; equal ones stay by next date."""
    if by == "stage":
        return tuple(sorted(steps, key=lambda each: -RUNGS.index(each.stage)))
    if by == "updated":
        return tuple(sorted(steps, key=lambda each: each.updated or date.min, reverse=True))
    if by == "company":
        return tuple(sorted(steps, key=lambda each: each.company.casefold()))
    return tuple(steps)


def _eyebrow(figures: Figures, said: Words) -> str:
    """Job search, 14 Sep – 20 Nov 2026."""
    if not figures.spans or figures.as_of is None:
        return said.search
    first, last = figures.spans[0].start, figures.as_of
    if first == last:
        return f"{said.search}, {said.day(last, with_year=True)}"
    return f"{said.search}, {said.day(first, with_year=first.year != last.year)} – {said.day(last, with_year=True)}"


def _tile(tile: Metric | Tile, figures: Figures, said: Words) -> Told:
    if isinstance(tile, Tile):
        return Told(tile.label, tile.value, plain=tile.caption)
    return {
        "active": _active,
        "interviews": _interviews,
        "response_rate": _response,
        "offers": _offers,
        "ghosted": _ghosted,
        "median_reply": _median_reply,
    }[tile](figures, said)


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
    part, whole = figures.response
    of = said.of.replace("{n}", str(part)).replace("{all}", str(whole))
    value = said.share(part, whole) if whole else "n/a"
    return Told(said.response_rate, value.replace("\u00a0", "\u2009"), of, said.moved_on, part)


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
        return Told(said.median_reply, "n/a")
    days = figures.days_to_reply
    value = str(int(days)) if days == int(days) else said.decimals(days)
    return Told(said.median_reply, value, plain=said.counted(said.days, 1 if days == 1 else 2).partition(" ")[2])
