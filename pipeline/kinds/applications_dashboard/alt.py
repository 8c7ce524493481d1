"""What a board says to those who cannot see it, in sentences."""

from __future__ import annotations

from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.model import LeftOut
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard
from pipeline.kinds.applications_dashboard.words import Words

MOST_STEPS, MOST_LEFT_OUT = 3, 5


def alt(spec: ApplicationsDashboard, content: Content) -> str:
    """The author's own words, or the headline, the tiles, the pipeline and the first steps."""
    if spec.alt:
        return spec.alt
    sentences = [f"Applications dashboard: {' '.join(content.title)}"]
    sentences += [_sentence(f"{told.label}: {told.value}", told.caption) for told in content.tiles]
    figures = content.figures
    if figures.sent:
        steps = ", ".join(f"{content.words.stages[at]} {step.count}" for at, step in enumerate(figures.pipeline))
        closed = f"{figures.said_no} said no, {figures.withdrew} withdrew"
        sentences.append(f"Of {figures.sent} sent: {steps}; {figures.active} still open, {closed}.")
    if figures.is_lower_bound:
        sentences.append("The list does not say how far every closed one came, so the later stages may be higher.")
    if figures.undated:
        sentences.append(
            f"{figures.undated} without a date of applying {'is' if figures.undated == 1 else 'are'} in no week."
        )
    if figures.left_out:
        rows = "; ".join(_left_out(each) for each in figures.left_out[:MOST_LEFT_OUT])
        more = len(figures.left_out) - MOST_LEFT_OUT
        sentences.append(f"Left out: {rows}{f'; and {more} more rows' if more > 0 else ''}.")
    if content.steps and "next_steps" in spec.panels:
        sentences.append(f"Next: {'; '.join(_step(content, at) for at in range(min(MOST_STEPS, len(content.steps))))}.")
    return " ".join(sentences)


def _sentence(text: str, caption: str) -> str:
    return f"{text}, {caption}." if caption else f"{text}."


def _step(content: Content, at: int) -> str:
    each = content.steps[at]
    said: Words = content.words
    when = said.weekday_and_day(each.next_date) if each.next_date else ""
    what = " ".join(filter(None, (each.next_step, when)))
    return f"{each.company}, {what}" if what else each.company


def _left_out(each: LeftOut) -> str:
    return f"row {each.row}{f' ({each.name})' if each.name else ''}, {each.reason}"
