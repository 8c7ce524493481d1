"""What a board says to those who cannot see it, in sentences of its language."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.kinds.applications_dashboard.content import Content, left_out
from pipeline.kinds.applications_dashboard.model import Figures
from pipeline.kinds.applications_dashboard.sentences import Sentences, sentences
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard, Panel
from pipeline.kinds.applications_dashboard.words import Forms, Words
from pipeline.prose import ended
from pipeline.typography import markup

MOST_STEPS, MOST_SOURCES, MOST_LEFT_OUT = 3, 3, 20


def alt(spec: ApplicationsDashboard, content: Content, absent: Collection[Panel] = ()) -> str:
    """The author's own words, or the headline, the tiles, the pipeline, what else is shown, and the first steps.

    `absent` are panels that the picture has no room for.
    """
    if spec.alt:
        return spec.alt
    said, figures, told = content.words, content.figures, sentences(spec.locale or "", spec.lang)
    parts = [told.board.replace("{title}", ended(markup.plain(" ".join(content.title))))]
    parts += [_tile(tile.label, tile.value, tile.caption) for tile in content.tiles]
    if figures.sent:
        parts.append(_pipeline(figures, said, told))
    if figures.is_lower_bound:
        parts.append(told.lower_bound)
    for count, forms in ((figures.undated, told.undated), (figures.outside, told.outside)):
        parts += [said.counted(forms, count)] if count else []
    if figures.left_out:
        parts.append(_left_out(content, told.left_out))
    shown = [panel for panel in content.panels if panel not in absent]
    if "weeks" in shown and figures.spans:
        parts.append(_pace(figures, said))
    if "sources" in shown and any(each.name for each in figures.sources):
        parts.append(_sources(figures, said))
    if content.steps and "next_steps" in shown:
        steps = "; ".join(_step(content, at) for at in range(min(MOST_STEPS, len(content.steps))))
        parts.append(told.following.replace("{steps}", steps))
    return " ".join(parts)


def _tile(label: str, value: str, caption: str) -> str:
    return f"{label}: {value}, {caption}." if caption else f"{label}: {value}."


def _pipeline(figures: Figures, said: Words, told: Sentences) -> str:
    """How many came to each stage, and what became of them."""
    steps = ", ".join(f"{said.stages[at]} {step.count}" for at, step in enumerate(figures.pipeline))
    became = told.closed
    for name, forms, count in (
        ("{open}", told.open, figures.active),
        ("{no}", told.no, figures.said_no),
        ("{withdrew}", told.withdrew, figures.withdrew),
    ):
        became = became.replace(name, said.counted(forms, count))
    return f"{told.reached.replace('{n}', str(figures.sent)).replace('{steps}', steps)}; {became}"


def _pace(figures: Figures, said: Words) -> str:
    """How many were sent in a week on average, or in a month or a year where the picture counts by them."""
    title, average = {
        "week": (said.per_week, said.week_average),
        "month": (said.per_month, said.month_average),
        "year": (said.per_year, said.year_average),
    }[figures.span]
    return f"{title}: {average.replace('{n}', said.decimals(figures.per_span))}."


def _sources(figures: Figures, said: Words) -> str:
    """The largest sources, each with how many of it moved on."""
    told = [
        f"{each.name}, {said.went_on.replace('{n}', str(each.moved_on)).replace('{all}', str(each.count))}"
        for each in figures.sources[:MOST_SOURCES]
        if each.name
    ]
    return f"{said.sources}: {'; '.join(told)}."


def _left_out(content: Content, forms: Forms) -> str:
    """The rows left out by name, the first ones where they are many."""
    found, said = content.figures.left_out, content.words
    rows = [left_out(each, said) for each in found[:MOST_LEFT_OUT]]
    if len(found) > MOST_LEFT_OUT:
        rows.append(said.more.replace("{n}", str(len(found) - MOST_LEFT_OUT)))
    return said.counted(forms, len(found)).replace("{}", ", ".join(rows))


def _step(content: Content, at: int) -> str:
    each = content.steps[at]
    when = content.words.weekday_and_day(each.next_date) if each.next_date else ""
    name = each.company or each.role
    what = " ".join(filter(None, (each.next_step, when)))
    return f"{name}, {what}" if what else name
