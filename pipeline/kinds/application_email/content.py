"""What the picture says: an e-mail sentence by sentence, who reads it, and what hangs on the wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import FilePath, Leaf
from pipeline.kinds.application_email import spec as written
from pipeline.kinds.application_email.month import named
from pipeline.kinds.application_email.moods import THOUGHTFUL
from pipeline.kinds.application_email.spec import LETTERS, PICTURES, WEEKDAYS, ApplicationEmail, Person
from pipeline.kinds.application_email.words import Said, Shown
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import one_line, punctuated
from pipeline.reading.sentences import sentences
from pipeline.words import Words, words


class Email(NamedTuple):
    """The e-mail on the screen. `body` has its sentences, each with the blank behind it.

    `avatar` has letters where `picture` is no file of one.
    """

    sender: Leaf
    to: Leaf
    recipient: str
    subject: Leaf
    body: tuple[Leaf, ...]
    time: Leaf
    avatar: Leaf
    picture: str


class Calendar(NamedTuple):
    """A month, its circled day, the weekday of its first day, Monday being 0, and how many days it has."""

    month: Leaf
    day: int
    first_weekday: int
    days: int


class Content(NamedTuple):
    """The whole scene. Without a `person` the chair is empty and no `mood` to be seen; `note` has the title and lines.

    `props` are None where they are those that suit the size; `is_mirrored` where the texts run from right to left.
    """

    name: str
    email: Email
    person: Person | None
    mood: str
    calendar: Calendar | None
    note: tuple[Leaf, ...]
    hour: str
    props: tuple[str, ...] | None
    side: str
    is_mirrored: bool
    words: Words[Shown, Said]
    notes: tuple[Note, ...] = ()


def content(spec: ApplicationEmail, read: Reader) -> Content:
    """What the spec says."""
    known = words("application_email", spec.lang, Shown, Said, spec.labels)
    calendar, unknown = _calendar(spec.calendar) if spec.calendar else (None, ())
    return Content(
        name=spec.title or one_line(spec.email.subject),
        email=_email(spec.email, known.shown, spec.lang),
        person=spec.person if isinstance(spec.person, Person) else None,
        mood=spec.mood or THOUGHTFUL,
        calendar=calendar,
        note=tuple(_note(spec.note, known.shown)) if spec.note else (),
        hour=spec.scene.time,
        props=spec.scene.props,
        side=spec.side,
        is_mirrored=is_mirrored(spec, (spec.email.subject, spec.email.body, spec.email.sender)),
        words=known,
        notes=(*known.notes, *unknown),
    )


def _email(email: written.Email, shown: Shown, lang: str) -> Email:
    is_picture = email.avatar.lower().endswith(PICTURES)
    letters = (email.avatar or email.sender.strip())[: LETTERS if email.avatar else 1].upper()
    recipient = one_line(email.to)
    body = sentences(punctuated(email.body, lang))  # as a whole: a quotation may have several
    return Email(
        sender=Leaf(one_line(email.sender), "email.from"),
        to=Leaf(shown.to.format(name=recipient) if recipient else "", "email.to"),
        recipient=recipient,
        subject=Leaf(email.subject.strip(), "email.subject"),
        body=tuple(Leaf(text, f"email.body[{index}]") for index, text in enumerate(body)),
        time=Leaf(one_line(email.time), "email.time"),
        avatar=Leaf("" if is_picture else letters, "email.avatar"),
        picture=FilePath(email.avatar if is_picture else ""),
    )


def _note(note: written.Note, shown: Shown) -> Iterator[Leaf]:
    title = shown.next if note.title is None else note.title
    if title.strip():
        yield Leaf(one_line(title), "note.title")
    for index, line in enumerate(note.lines):
        yield Leaf(one_line(line), f"note.lines[{index}]")


def _calendar(calendar: written.Calendar) -> tuple[Calendar, tuple[Note, ...]]:
    """The month as its name and year have it, or as the spec says itself; a note where neither says all of it."""
    month = named(calendar.month, calendar.year)
    first = month.first_weekday if calendar.first is None else WEEKDAYS.index(calendar.first)
    days = calendar.days or month.days
    content = Calendar(Leaf(one_line(calendar.month), "calendar.month"), calendar.day, first, days)
    if month.is_known or None not in (calendar.first, calendar.days):
        return content, ()
    fact = f"the month `{content.month}` is not known: {days} days are drawn, the first on a {WEEKDAYS[first].title()}"
    return content, (Note("values", f"{fact}; write `first` and `days`", field="calendar.month"),)
