"""What a checklist says to those who cannot see it, in its language: a sentence, and all of it."""

from __future__ import annotations

from pipeline.content import Leaf
from pipeline.kinds.feedback_checklist.content import ORDER, Content, Point, Section, Tally
from pipeline.kinds.feedback_checklist.states import State
from pipeline.prose import capital, fitted, joined, one_line, unended
from pipeline.typography import markup

MOST_ITEMS = 60  # that are described one by one; of more, only those in progress
MARKS = "“„«»「『\"'‘"  # a remark that begins with one has marks of its own


def alt(content: Content, page: int = 1, pages: int = 1) -> str:
    """One sentence: the title, and how many items are in each state; a long title is cut."""
    said, language = content.words.said, content.words.language
    counts = _counts(content, content.tally)

    def write(title: str) -> str:
        name = said.titled.format(name=said.checklist, title=language.quoted(title)) if title else said.checklist
        return said.says.format(name=_paged(content, name, page, pages), what=counts)

    return fitted(write, _plain(content.title))


def description(content: Content, page: int = 1, pages: int = 1) -> str:
    """Title, counts, and the items group by group, of very many only those in progress."""
    head, ended = _paged(content, content.words.said.checklist, page, pages), content.words.language.ended
    title = _plain(content.title)
    head = ended(content.words.said.named.format(name=head, title=title) if title else head)
    eyebrow = ended(_plain(content.eyebrow)) if content.eyebrow else ""
    names_all = len(content.points) <= MOST_ITEMS
    groups = (_section(content, section, names_all=names_all) for section in content.sections)
    return joined([head, eyebrow, ended(capital(_counts(content, content.tally))), *groups])


def _plain(leaf: Leaf) -> str:
    return one_line(markup.plain(leaf.text))


def _paged(content: Content, name: str, page: int, pages: int) -> str:
    return content.words.said.paged.format(name=name, page=page, pages=pages) if pages > 1 else name


def _are(content: Content, state: State, count: int) -> str:
    """What is said of so many items in a state: `are done`, with an author's own word where there is one."""
    said, own = content.words.said, getattr(content.words.own, state)
    return content.words.language.counted(said.own if own else getattr(said, state), count, state=own)


def _counts(content: Content, tally: Tally) -> str:
    """How many are done, and how many are in each other state."""
    said, language = content.words.said, content.words.language
    counts: list[tuple[State, int]] = [(state, count) for state in ORDER if (count := getattr(tally, state))]
    if not counts:
        if not tally.na:
            return said.empty
        if tally.na == 1 or content.words.own.na:
            return _all(content, "na", tally.na)
        return said.neither if tally.na == 2 else language.counted(said.none_applies, tally.na)
    (state, first), *others = counts
    if not others and not tally.na:
        return _all(content, state, first)
    if not others:
        clause = language.counted(said.counted, first, are=_are(content, state, first))
    elif tally.done:
        are = _are(content, state, first)
        clause = language.counted(said.some, first, all=language.whole(tally.all), are=are)
    else:
        own = content.words.own.done
        clause = language.counted(said.none_own if own else said.none_done, tally.all, state=own)
        others = counts
    others = [*others, ("na", tally.na)] if tally.na else others
    beside = (language.counted(said.beside, count, are=_are(content, each, count)) for each, count in others)
    return language.listed([clause, *beside])


def _all(content: Content, state: State, count: int) -> str:
    """That all items are in one state."""
    said, are = content.words.said, _are(content, state, count)
    if count == 1:
        return said.only.format(**{"is": are})
    return said.both.format(are=are) if count == 2 else content.words.language.counted(said.all, count, are=are)


def _section(content: Content, section: Section, *, names_all: bool) -> str:
    """A group's name, the words beside it, and its items."""
    said, language = content.words.said, content.words.language
    points = section.points if names_all else [point for point in section.points if point.state == "doing"]
    items = [_item(content, point) for point in points]
    if not section.title:
        return language.ended(language.with_semicolons(*items)) if items else ""
    if not names_all:
        items.insert(0, _counts(content, section.tally))
    title, listed = _plain(section.title).rstrip(":"), language.with_semicolons(*items) or said.no_items
    quote = _plain(section.quote)
    if not quote:
        return said.group.format(title=title, items=listed)
    quote = quote if quote[0] in MARKS else language.quoted(quote)
    return said.quoting.format(title=title, quote=quote, items=listed)


def _item(content: Content, point: Point) -> str:
    said, language = content.words.said, content.words.language
    about = [str(getattr(content.words.shown, point.state))]
    if point.level:
        own = getattr(content.words.own, point.level)
        about.append(said.priority.format(priority=own) if own else str(getattr(said, point.level)))
    about += [point.day.text] if point.day else []
    text = f"{point.number} {unended(_plain(point.text))}".lstrip()
    if not point.note:
        return language.aside(text, *about)
    return said.noted.format(text=text, about=language.with_commas(*about), note=unended(_plain(point.note)))
