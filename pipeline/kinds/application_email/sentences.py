"""The sentences about the scene in each of their languages."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.prose import Forms, chosen


class Sentences(NamedTuple):
    """The sentences of one language; `{...}` are names, words and lists, forms are for one thing and for more."""

    lang: str
    somebody: str  # where the spec does not say who
    reads: str
    lies_open: str  # where nobody reads
    hair: dict[str, str]  # by style; `{hair}` is the colour
    colors: dict[str, str]
    glasses: str
    earring: str
    sits: str
    empty_chair: str
    screen: str
    to: str
    at: str
    whole: str
    begins: str
    views: dict[str, str]
    calendar: str
    note: str
    wall: Forms
    props: dict[str, str]
    beside: Forms


_SENTENCES = {
    "en": Sentences(
        lang="en",
        somebody="a person",
        reads="{who} sits at a laptop and reads an e-mail from {sender}: {subject}",
        lies_open="A laptop before an empty chair shows an e-mail from {sender}: {subject}",
        hair={
            "bun": "with {hair} hair in a bun", "short": "with short {hair} hair", "bob": "with {hair} hair in a bob",
            "long": "with long {hair} hair", "curls": "with curly {hair} hair", "headscarf": "in a headscarf",
        },
        colors={"black": "black", "brown": "brown", "auburn": "auburn", "blond": "blond", "grey": "grey"},
        glasses="glasses",
        earring="an earring",
        sits="{who} sits at a laptop, chin on hand, thoughtful and determined.",
        empty_chair="A laptop stands open on a desk; the chair before it is empty, a scarf over its back.",
        screen="The screen shows an e-mail from {sender}{to}{at}: {subject}",
        to=" to {name}",
        at=" ({time})",
        whole="It reads: {text}",
        begins="It begins: {text}",
        views={
            "morning": "The sun is rising over hills in the window.",
            "day": "It is a bright day in the window.",
            "evening": "The sun is setting behind hills in the window.",
            "night": "The moon and stars stand in the window.",
        },
        calendar="a calendar has {day} {month} circled",
        note="a note says {text}",
        wall=("On the wall {signs}.", "On the wall {signs}."),
        props={
            "plant": "a plant", "lamp": "a lamp", "mug": "a mug",
            "notebook": "a notebook with two of three things ticked",
        },
        beside=("Beside the laptop is {things}.", "Beside the laptop are {things}."),
    ),
    "de": Sentences(
        lang="de",
        somebody="eine Person",
        reads="{who} sitzt am Laptop und liest eine E-Mail von {sender}: {subject}",
        lies_open="Ein Laptop vor einem leeren Stuhl zeigt eine E-Mail von {sender}: {subject}",
        hair={
            "bun": "mit {hair} Haar im Knoten", "short": "mit kurzem {hair} Haar",
            "bob": "mit {hair} Haar im Bobschnitt", "long": "mit langem {hair} Haar",
            "curls": "mit lockigem {hair} Haar", "headscarf": "mit Kopftuch",
        },
        colors={"black": "schwarzem", "brown": "braunem", "auburn": "rotbraunem", "blond": "blondem",
                "grey": "grauem"},
        glasses="Brille",
        earring="Ohrring",
        sits="{who} sitzt am Laptop, das Kinn in die Hand gestützt, nachdenklich und entschlossen.",
        empty_chair="Ein Laptop steht offen auf einem Schreibtisch; der Stuhl davor ist leer, über der Lehne hängt ein "
        "Schal.",
        screen="Der Bildschirm zeigt eine E-Mail von {sender}{to}{at}: {subject}",
        to=" an {name}",
        at=" ({time})",
        whole="Sie lautet: {text}",
        begins="Sie beginnt: {text}",
        views={
            "morning": "Im Fenster geht die Sonne über Hügeln auf.",
            "day": "Im Fenster ist heller Tag.",
            "evening": "Im Fenster geht die Sonne hinter Hügeln unter.",
            "night": "Im Fenster stehen Mond und Sterne.",
        },
        calendar="ein Kalender mit eingekreistem {day}. {month}",
        note="ein Zettel mit den Worten {text}",
        wall=("An der Wand hängt {signs}.", "An der Wand hängen {signs}."),
        props={
            "plant": "eine Pflanze", "lamp": "eine Lampe", "mug": "eine Tasse",
            "notebook": "ein Notizbuch mit zwei von drei abgehakten Dingen",
        },
        beside=("Neben dem Laptop steht {things}.", "Neben dem Laptop stehen {things}."),
    ),
}  # fmt: skip


def sentences(lang: str) -> Sentences:
    """The sentences of a language, or the English ones."""
    return chosen(_SENTENCES, lang)
