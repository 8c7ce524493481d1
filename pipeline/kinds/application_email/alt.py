"""The alt text: the scene in sentences, from the spec alone. Who the person is, it says only if the spec does."""

from __future__ import annotations

from pipeline.kinds.application_email.parts.hair import HAIR_STYLES
from pipeline.kinds.application_email.spec import ApplicationEmail, Email, Person
from pipeline.prose import ended

VIEWS = {
    "morning": "The sun is rising over hills in the window",
    "day": "It is a bright day in the window",
    "evening": "The sun is setting behind hills in the window",
    "night": "The moon and stars stand in the window",
}
EMPTY_CHAIR = "A laptop stands open on a desk; the chair before it is empty, a scarf over its back"
PROPS = {"plant": "a plant", "lamp": "a lamp", "mug": "a mug", "notebook": "a notebook with two of three things ticked"}


def describe(spec: ApplicationEmail, props: tuple[str, ...], shown: str) -> str:
    """What is to be seen and read; `shown` is the part of the e-mail's text that the screen has room for."""
    person = spec.person
    reads = _reader(person) if isinstance(person, Person) else EMPTY_CHAIR
    return f"{reads}. The screen shows {_message(spec.email, shown)} {_room(spec, props)}"


def _reader(person: Person) -> str:
    looks = [HAIR_STYLES[person.hair_style].words.format(hair=person.hair)]
    looks += ["glasses"] * person.glasses + ["an earring"] * person.earring
    who = person.who.strip()
    close = "," if "," in who else ""  # "Maya, a programmer with short hair, sits"
    return (
        f"{who[:1].upper()}{who[1:]} {_listed(looks)}{close} sits at a laptop, chin on hand, thoughtful and determined"
    )


def _message(email: Email, shown: str) -> str:
    to = f" to {email.to}" if email.to else ""
    subject = " ".join(email.subject.split())
    whole = len(shown) >= len(" ".join(email.body.split()))
    text = f" It {'reads' if whole else 'begins'}: “{shown}”" if shown else ""
    return f"an e-mail from {email.sender}{to}: “{ended(subject)}”{text}"


def _room(spec: ApplicationEmail, props: tuple[str, ...]) -> str:
    parts = [f"{VIEWS[spec.scene.time]}."]
    signs = []
    if spec.calendar:
        signs.append(f"a calendar has {spec.calendar.day} {spec.calendar.month} circled")
    if spec.note:
        words = " ".join(filter(None, (spec.note.title, *spec.note.lines)))
        signs.append(f"a note says “{words}”")
    if signs:
        parts.append(f"On the wall {' and '.join(signs)}.")
    if props:
        parts.append(
            f"Beside the laptop {'is' if len(props) == 1 else 'are'} {_listed([PROPS[prop] for prop in props])}."
        )
    return " ".join(parts)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
