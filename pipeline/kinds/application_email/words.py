"""The words of an application e-mail: a catalogue's sections `application_email_shown` and `application_email_said`."""

from typing import Annotated

from pipeline.schema import Part, key
from pipeline.words import Text


class Shown(Part):
    """The words that the picture shows; a spec may have its own."""

    to: Annotated[str, key("On the screen, before the recipient: `{name}`.")] = ""
    next: Annotated[str, key("On the sticky note, in the place of a title.")] = ""


class Said(Part):
    """The sentences of its alt text and description; what stands in braces is put in."""

    somebody: Annotated[str, key("Who reads, where the spec does not say.")]
    reads: Annotated[
        str, key("`{who}` reads an e-mail from `{sender}`: `{subject}`; `{face}` is that of a mood, or nothing.")
    ]
    relieved_face: Annotated[str, key("The face of that mood, in words that fit whoever reads.")]
    glad_face: Annotated[str, key("The face of that mood, in words that fit whoever reads.")]
    tired_face: Annotated[str, key("The face of that mood, in words that fit whoever reads.")]
    lies_open: Annotated[str, key("Nobody reads the e-mail from `{sender}`: `{subject}`.")]
    bun: Annotated[str, key("How hair of the colour `{hair}` is worn.")]
    short: Annotated[str, key("How hair of the colour `{hair}` is worn.")]
    bob: Annotated[str, key("How hair of the colour `{hair}` is worn.")]
    long: Annotated[str, key("How hair of the colour `{hair}` is worn.")]
    curls: Annotated[str, key("How hair of the colour `{hair}` is worn.")]
    headscarf: Annotated[str, key("That hair is covered.")]
    black: Annotated[str, key("A colour of hair.")]
    brown: Annotated[str, key("A colour of hair.")]
    auburn: Annotated[str, key("A colour of hair.")]
    blond: Annotated[str, key("A colour of hair.")]
    grey: Annotated[str, key("A colour of hair.")]
    glasses: Annotated[str, key("Behind the hair, in a list.")]
    earring: Annotated[str, key("Behind the hair, in a list.")]
    sits: Annotated[str, key("`{who}`, and how they look, `{looks}`, sits at the laptop in a `{mood}`.")]
    thoughtful: Annotated[str, key("What hand and face do in this mood, in words that fit whoever sits there.")]
    relieved: Annotated[str, key("What hand and face do in this mood, in words that fit whoever sits there.")]
    glad: Annotated[str, key("What hand and face do in this mood, in words that fit whoever sits there.")]
    tired: Annotated[str, key("What hand and face do in this mood, in words that fit whoever sits there.")]
    empty_chair: Annotated[str, key("That nobody sits there.")]
    screen: Annotated[str, key("The e-mail from `{sender}`, `{to}` whom and `{at}` what time, and its `{subject}`.")]
    to: Annotated[str, key("Behind the sender: to `{name}`.")]
    at: Annotated[str, key("Behind the names: `{time}`.")]
    body: Annotated[str, key("What the e-mail says: `{text}`.")]
    morning: Annotated[str, key("What the window shows.")]
    day: Annotated[str, key("What the window shows.")]
    evening: Annotated[str, key("What the window shows.")]
    night: Annotated[str, key("What the window shows.")]
    calendar: Annotated[str, key("A sign on the wall: the circled `{day}` of a `{month}`.")]
    note: Annotated[str, key("A sign on the wall: a note with a `{text}`.")]
    wall: Annotated[Text, key("What hangs on the wall: one or several `{signs}`.")]
    plant: Annotated[str, key("A thing beside the laptop.")]
    lamp: Annotated[str, key("A thing beside the laptop.")]
    mug: Annotated[str, key("A thing beside the laptop.")]
    notebook: Annotated[str, key("A thing beside the laptop.")]
    beside: Annotated[Text, key("What stands beside the laptop: one or several `{things}`.")]
