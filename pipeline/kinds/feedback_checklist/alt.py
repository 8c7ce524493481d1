"""What a checklist says to those who cannot see it: a sentence, and all of it."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.kinds.feedback_checklist.content import Content, Point, Section, Tally
from pipeline.kinds.feedback_checklist.sentences import Sentences, sentences
from pipeline.kinds.feedback_checklist.spec import FeedbackChecklist, Labels
from pipeline.kinds.feedback_checklist.words import Words, words
from pipeline.prose import capital, counted, ended, fitted, joined, listed, one_line, quoted
from pipeline.typography import markup

MOST_TOLD = 60  # items that are told one by one; of more, only those in progress
MARKS = "“„«»「『\"'‘"  # a remark that begins with one has marks of its own


class _Voice(NamedTuple):
    """The sentences, and the names of states and priorities, which may be the author's own."""

    said: Sentences
    states: Words
    labels: Labels

    @classmethod
    def of(cls, spec: FeedbackChecklist) -> _Voice:
        said = sentences(spec.lang)
        return cls(said, words(said.lang, spec.labels), spec.labels)


def alt(spec: FeedbackChecklist, content: Content, page: int = 0, pages: int = 1) -> str:
    """One sentence: the title, and how many items are in each state; a long title is cut."""
    voice = _Voice.of(spec)
    said = voice.said
    of_pages = said.page.format(page=page + 1, pages=pages) if pages > 1 else ""
    counts = _counts(content.tally, voice)

    def write(title: str) -> str:
        name = f" {quoted(title, said.lang)}" if title else ""
        return f"{said.checklist}{name}{of_pages}: {counts}."

    return fitted(write, one_line(markup.plain(spec.title)))


def description(spec: FeedbackChecklist, content: Content, page: int = 0, pages: int = 1) -> str:
    """Title, counts, and the items group by group, of very many only those in progress."""
    voice = _Voice.of(spec)
    said = voice.said
    of_pages = said.page.format(page=page + 1, pages=pages) if pages > 1 else ""
    head = f"{said.checklist}{of_pages}"
    title = ended(f"{head}: {one_line(markup.plain(spec.title))}") if spec.title else f"{head}."
    eyebrow = ended(one_line(markup.plain(spec.eyebrow))) if spec.eyebrow else ""
    is_told = len(content.points) <= MOST_TOLD
    groups = (_section(section, voice, is_told=is_told) for section in content.sections)
    return joined([title, eyebrow, f"{capital(_counts(content.tally, voice))}.", *groups])


def _counts(tally: Tally, voice: _Voice) -> str:
    """How many are done, and how many are in each other state."""
    said, states = voice.said, voice.states
    if not tally.all:
        return said.none_applies[min(tally.na, 3) - 1].format(n=tally.na) if tally.na else said.empty
    todo = voice.labels.todo or said.still_to_do
    named = [
        (tally.done, states.done),
        (tally.partial, states.partial),
        (tally.doing, states.doing),
        (tally.todo, todo),
    ]
    (first, state), *others = [(number, state) for number, state in named if number]
    if not others and not tally.na:
        return said.in_all[min(first, 3) - 1].format(n=first, state=state)
    if not others:
        told = [counted(said.in_state, first).format(state=state)]
    elif tally.done:
        told = [said.some_done[first > 1].format(done=first, n=tally.all, state=state)]
    else:
        told = [said.none_done.format(n=tally.all, state=states.done), counted(said.beside, first).format(state=state)]
    told += [counted(said.beside, number).format(state=state) for number, state in others]
    if tally.na:
        own = voice.labels.na
        told.append(counted(said.beside if own else said.not_applicable, tally.na).format(state=own))
    return listed(told, said.lang)


def _section(section: Section, voice: _Voice, *, is_told: bool) -> str:
    """A group's name, the words beside it, and its items."""
    points = section.points if is_told else [point for point in section.points if point.state == "doing"]
    items = [_item(point, voice) for point in points]
    if not section.title:
        return f"{'; '.join(items)}." if items else ""
    if not is_told:
        items.insert(0, _counts(section.tally, voice))
    quote = one_line(markup.plain(section.quote))
    if quote and quote[0] not in MARKS:
        quote = quoted(quote, voice.said.lang)
    aside = f" ({quote})" if quote else ""
    return f"{one_line(markup.plain(section.title)).rstrip(':')}{aside}: {'; '.join(items) or voice.said.no_items}."


def _item(point: Point, voice: _Voice) -> str:
    about = [getattr(voice.states, point.state)]
    if point.priority:
        own = getattr(voice.labels, point.priority)
        about.append(voice.said.priority.format(priority=own or voice.said.priorities[point.priority]))
    about += [point.day] if point.day else []
    note = f"; {one_line(markup.plain(point.note)).rstrip('.')}" if point.note else ""
    return f"{f'{point.number} '.lstrip()}{one_line(markup.plain(point.text)).rstrip('.')} ({', '.join(about)}{note})"
