"""What a checklist says to those who cannot see it, in sentences."""

from __future__ import annotations

from pipeline.kinds.feedback_checklist.content import Content, Point, Section, Tally
from pipeline.kinds.feedback_checklist.spec import FeedbackChecklist
from pipeline.prose import ended
from pipeline.typography import markup

MOST_TOLD = 14  # items that are told one by one; of more, only those in progress

STATES = {
    "done": "done",
    "doing": "in progress",
    "todo": "to do",
    "partial": "partly done",
    "na": "not applicable",
}


def alt(spec: FeedbackChecklist, content: Content, page: int = 0, pages: int = 1) -> str:
    """The author's own words, or the counts and the items, group by group."""
    if spec.alt:
        return spec.alt
    named = f": {ended(markup.plain(spec.title))}" if spec.title else "."
    of_pages = f" Picture {page + 1} of {pages}." if pages > 1 else ""
    if not content.tally.all + content.tally.na:
        return f"Feedback checklist{named}{of_pages} There are no items on it yet."
    sections = [_section(section, len(content.points) <= MOST_TOLD) for section in content.sections]
    return " ".join([f"Feedback checklist{named}{of_pages} {_counts(content.tally)}.", *filter(None, sections)])


def _counts(tally: Tally) -> str:
    parts = [f"{count} {STATES[state]}" for state, count in tally._asdict().items() if count and state != "done"]
    head = f"{tally.done} of {tally.all} {'item is' if tally.all == 1 else 'items are'} done" if tally.all else ""
    return ", ".join(filter(None, [head, *parts]))


def _section(section: Section, is_told: bool) -> str:
    points = section.points if is_told else [point for point in section.points if point.state == "doing"]
    items = "; ".join(map(_item, points))
    if not section.title:
        return f"{items}." if items else ""
    if is_told:
        return f"{markup.plain(section.title)}: {items}." if items else f"{markup.plain(section.title)}: no items."
    return f"{markup.plain(section.title)}: {_counts(section.tally)}{'; ' + items if items else ''}."


def _item(point: Point) -> str:
    about = [STATES[point.state]]
    about += [f"{point.priority} priority"] if point.priority else []
    about += [point.day] if point.day else []
    return f"{markup.plain(point.text).rstrip('.')} ({', '.join(about)})"
