"""What an author may write with `kind: application_email`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias, get_args

from pipeline.color import Color
from pipeline.errors import Problem
from pipeline.kinds.application_email.month import named
from pipeline.kinds.application_email.parts.hair import HAIR_STYLES
from pipeline.kinds.application_email.words import Shown
from pipeline.schema import Part, Spec, key

LETTERS = 2  # an avatar that is no picture
PICTURES = (".png", ".jpg", ".jpeg", ".webp")

Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


class Email(Part, rename={"sender": "from"}):
    """The e-mail on the screen."""

    sender: Annotated[str, key("Who wrote it.", min_length=1, max_length=120)]
    to: Annotated[str, key("Who got it.", max_length=120)] = ""
    subject: Annotated[str, key("The subject, in at most two lines.", min_length=1, max_length=300)]
    body: Annotated[str, key("The text; the screen shows as many whole sentences as have room.", max_length=20000)] = ""
    time: Annotated[str, key("When it came, as the screen shows it.", max_length=16)] = ""
    avatar: Annotated[
        str,
        key(
            "One or two letters, or a picture file beside the spec; without it the sender's first letter.", is_file=True
        ),
    ] = ""


class Person(Part):
    """The person who reads it."""

    who: Annotated[
        str, key('Who it is, for the alt text: "a woman", "Maya"; nothing is guessed.', min_length=1, max_length=80)
    ] = ""
    skin: Annotated[
        Literal["porcelain", "fair", "beige", "tan", "brown", "umber", "deep"], key("The tone of the skin.")
    ] = "tan"
    hair: Annotated[Literal["black", "brown", "auburn", "blond", "grey"], key("The colour of the hair.")] = "black"
    hair_style: Annotated[
        Literal["bun", "short", "bob", "long", "curls", "headscarf"], key("How the hair is worn, or covered.")
    ] = "bun"
    clothes: Annotated[Color, key("The colour of the jumper.")] | None = None
    headscarf: Annotated[Color, key("The colour of a headscarf.")] | None = None
    glasses: Annotated[bool, key("Whether the person wears glasses.")] = False
    earring: Annotated[bool, key("Whether the person wears an earring.")] = False


class Surroundings(Part):
    """The room about the person."""

    time: Annotated[Literal["morning", "day", "evening", "night"], key("The hour in the window.")] = "morning"
    props: (
        Annotated[
            tuple[Literal["plant", "lamp", "mug", "notebook"], ...],
            key("The things on desk and sill; without this key those that suit the size.", unique=True),
        ]
        | None
    ) = None


class Calendar(Part):
    """The calendar on the wall, with one day circled."""

    month: Annotated[
        str, key("The month's name in any language, as the calendar shows it.", min_length=1, max_length=20)
    ]
    day: Annotated[int, key("The circled day.", ge=1, le=31)]
    year: Annotated[int, key("The year, which decides on the weekdays of the days.", ge=1900, le=2999)] = 2026
    first: (
        Annotated[Weekday, key("The weekday of the month's first day; only for a month whose name is not known.")]
        | None
    ) = None
    days: (
        Annotated[int, key("How many days the month has; only for one whose name is not known.", ge=28, le=31)] | None
    ) = None


class Note(Part):
    """The sticky note on the wall."""

    title: (
        Annotated[str, key("What stands on it in bold; without it, that something is next.", max_length=40)] | None
    ) = None
    lines: Annotated[
        tuple[Annotated[str, key("A line of the note.", min_length=1, max_length=40)], ...],
        key("One or two lines of up to about nine characters.", min_length=1, max_length=2),
    ]


class ApplicationEmail(Spec, kw_only=True):
    """A person at a laptop reads an e-mail."""

    email: Annotated[Email, key("The e-mail: `from`, `to`, `subject`, `body`, `time`, `avatar`.")]
    person: Annotated[Person | Literal["none"], key("Who reads it; `none` leaves the chair empty.")] = Person()
    mood: (
        Annotated[
            Literal["thoughtful", "relieved", "glad", "tired"],
            key("How the person takes the e-mail: face, hand and light follow; without this key thoughtful."),
        ]
        | None
    ) = None
    scene: Annotated[Surroundings, key("The hour and the things in the room.")] = Surroundings()
    calendar: Annotated[Calendar, key("A calendar on the wall; without this key there is none.")] | None = None
    note: Annotated[Note, key("A sticky note on the wall; without this key there is none.")] | None = None
    side: Annotated[
        Literal["auto", "left", "right"],
        key("Where the person sits; auto is where reading begins. Texts are never mirrored."),
    ] = "auto"
    labels: Annotated[Shown, key("Your own words for those that the picture shows.")] = Shown()


def check(spec: ApplicationEmail) -> Iterator[Problem]:
    """What is wrong between the keys."""
    calendar, avatar, person = spec.calendar, spec.email.avatar, spec.person
    days = calendar.days or named(calendar.month, calendar.year).days if calendar else 0
    if calendar and calendar.day > days:
        fact = f"{calendar.month} {calendar.year} has {days} days, found {calendar.day}"
        yield Problem(fact, hint=f"write 1 to {days}", field="calendar.day")
    if len(avatar) > LETTERS and not avatar.lower().endswith(PICTURES):
        fact = f"expected one or two letters or a picture file such as ada{PICTURES[0]}, found {len(avatar)} characters"
        yield Problem(fact, field="email.avatar")
    if not isinstance(person, Person):
        if spec.mood:
            yield Problem("a mood needs a person", hint="remove `mood`, or `person: none`", field="mood")
        return
    if person.earring and not HAIR_STYLES[person.hair_style].shows_ear:
        fact = f"the hair style {person.hair_style} covers the ear, so no earring would be seen"
        yield Problem(fact, hint="remove `earring`, or choose another `hair_style`", field="person.earring")
    if person.headscarf and person.hair_style != "headscarf":
        fact, hint = "a headscarf's colour needs a headscarf", "add `hair_style: headscarf`"
        yield Problem(fact, hint=hint, field="person.headscarf")
