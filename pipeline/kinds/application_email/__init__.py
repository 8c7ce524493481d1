"""Application e-mail: a person at a laptop has read an e-mail, and is thinking about it.

    wall, window, signs      the hour outside; a circled day, a note: what comes next
    person                   chin on hand, elbow on the desk, looking at the screen
    laptop                   the e-mail, readable, on a plane turned in space

What things look like: `parts`; where they stand: `compositions`; their colours: `palettes` and `people`. Drawings come
first and texts last, so that pictures which differ in their texts alone share what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import Problem
from pipeline.geometry import Size
from pipeline.kinds.application_email import signs
from pipeline.kinds.application_email.alt import alt, description
from pipeline.kinds.application_email.compositions import compose
from pipeline.kinds.application_email.month import month_of
from pipeline.kinds.application_email.parts import calendar, note
from pipeline.kinds.application_email.parts.hair import HAIR_STYLES
from pipeline.kinds.application_email.screen import LETTERS, PICTURES, set_email
from pipeline.kinds.application_email.spec import ApplicationEmail, Person
from pipeline.kinds.application_email.stage import drawings, set_stage, texts
from pipeline.kinds.kind import Kind
from pipeline.scene import Scene
from pipeline.theme import Theme
from pipeline.typography import Typesetter, is_right_to_left


def lay_out(spec: ApplicationEmail, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The room, the person, the laptop, and on it the e-mail."""
    rtl = spec.direction == "rtl" or (spec.direction == "auto" and is_right_to_left(spec.email.subject))
    typesetter = typesetter.towards("rtl" if rtl else "ltr")
    on = set_stage(spec, compose(size), theme, rtl=rtl)
    shown = set_email(spec.email, spec.lang, on.palette, theme.faces, typesetter)
    places, written = on.frame.places, []
    if spec.calendar:
        name = signs.month_name(spec.calendar, on.palette, theme.faces, typesetter)
        written.append((places.calendar.matrix, calendar.WIDTH, name))
    if spec.note:
        lines = signs.note_lines(spec.note, on.palette, theme.faces, typesetter)
        written.append((places.note.matrix, note.WIDTH, lines))
    return Scene(
        size,
        (*drawings(on), *texts(on, shown, written)),
        title=spec.title or " ".join(spec.email.subject.split()),
        alt=spec.alt or alt(spec),
        description=description(spec, on.props, shown.body),
    )


def _check(spec: ApplicationEmail) -> Iterator[Problem]:
    if spec.calendar:
        days = month_of(spec.calendar).days
        if spec.calendar.day > days:
            fact = f"{spec.calendar.month} {spec.calendar.year} has {days} days, found {spec.calendar.day}"
            yield Problem(fact, hint=f"write 1 to {days}", field="calendar.day")
    avatar = spec.email.avatar
    if len(avatar) > LETTERS and not avatar.lower().endswith(PICTURES):
        yield Problem(
            f"expected one or two letters or a picture file such as ada{PICTURES[0]}, found {len(avatar)} characters",
            field="email.avatar",
        )
    person = spec.person
    if not isinstance(person, Person):
        return
    style = HAIR_STYLES[person.hair_style]
    if person.earring and not style.shows_ear:
        yield Problem(
            f"the hair style {person.hair_style} covers the ear, so no earring would be seen",
            hint="remove `earring`, or choose another `hair_style`",
            field="person.earring",
        )
    if person.headscarf and person.hair_style != "headscarf":
        yield Problem(
            "a headscarf's colour needs a headscarf", hint="add `hair_style: headscarf`", field="person.headscarf"
        )


KIND = Kind(
    "application_email",
    "A person at a laptop reads an e-mail: the illustrated scene.",
    ApplicationEmail,
    lay_out,
    _check,
)
