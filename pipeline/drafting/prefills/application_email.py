"""The e-mail on the screen and the person before it: the subject in quotation marks, who reads, how, at which hour."""

from __future__ import annotations

import re

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import quoted
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import clipped

MAX_SUBJECT, MAX_NAME = 60, 32
_PEOPLE = (
    "woman|man|person|student|graduate|candidate|applicant|developer|designer|nurse|teacher|engineer|analyst|writer"
)
_LEUTE = (
    "frau|mann|person|studentin|student|bewerberin|bewerber|absolventin|absolvent|entwicklerin|entwickler|autorin|autor"
)
_WHO = re.compile(
    rf"\b(an?(?: (?:young|older|thoughtful|tired))? (?:{_PEOPLE})|eine?n?(?: [a-zäöü]+)? (?:{_LEUTE})|"
    r"une? (?:jeune )?(?:femme|homme|personne|étudiante?|candidate?)|una? (?:joven|mujer|hombre|persona|estudiante))\b",
    re.I,
)
_SENDER = re.compile(
    r"\b(?:from|von|by)(?: the company| der Firma)? ((?:[A-ZÄÖÜ][\w’&-]*)(?: (?:& )?[A-ZÄÖÜ][\w’&-]*){0,3})"
)
_SUBJECT = re.compile(r"\b(?:Subject|Betreff):\s*(.+)", re.IGNORECASE)
_HOURS = {
    "night": ("night", "midnight", "nachts", "nacht"),
    "evening": ("evening", "dusk", "sunset", "abends", "abend"),
    "day": ("noon", "midday", "afternoon", "daylight", "mittag", "nachmittag"),
    "morning": ("morning", "sunrise", "breakfast", "morgens", "frühstück"),
}
_THINGS = {
    "plant": ("plant", "pflanze"),
    "lamp": ("lamp", "lampe"),
    "mug": ("mug", "coffee", "tea", "kaffee", "tee", "tasse"),
    "notebook": ("notebook", "notizbuch", "notizheft"),
}

_GOOD_NEWS = re.compile(r"\b(?:offer|accepted|acceptance|invitation|Zusage|Einladung)\b", re.I)
_DOUBTS = re.compile(
    r"\b(?:no|not|\w+n[’']t|never|without|n?or|if|whether|(?:an)?other|instead|after|wait\w*|hop(?:es?|ing)|reject\w*|"
    r"declin\w*|turn\w* (?:\w+ )?down|withdraw\w*|regret\w*|unfortunate\w*|unable|cannot|thoughtful|tired|sad|worried|"
    r"relieved|leider|kein\w*|nicht|nie|ohne|oder|ob|andere\w*|statt|nach|wart\w*|hoff\w*|absage\w*|lehnt|müde\w*|"
    r"nachdenklich\w*|traurig\w*|besorgt\w*|erleichtert\w*)\b|\?",
    re.I,
)


def fill(material: Material) -> Keys:
    """`email`, and of `person`, `mood` and `scene` what the wish tells."""
    words = set(re.findall(r"[^\W\d_]+", material.wish.lower()))
    keys: Keys = {"email": _email(material)}
    person: Keys = {}
    if who := _WHO.search(material.wish):
        person["who"] = re.sub("^eine[nm] ", "ein ", who[1][:1].lower() + who[1][1:])
    if words & {"glasses", "brille"}:
        person["glasses"] = True
    if person:
        keys["person"] = person
    if _GOOD_NEWS.search(material.wish) and not _DOUBTS.search(material.wish):
        keys["mood"] = "glad"
    scene: Keys = {}
    hours = [hour for hour, names in _HOURS.items() if words.intersection(names)]
    things: list[Value] = [thing for thing, names in _THINGS.items() if words.intersection(names)]
    if hours:
        scene["time"] = hours[0]
    if things:
        scene["props"] = things
    return keys | ({"scene": scene} if scene else {})


def _email(material: Material) -> Keys:
    german = material.is_german
    sender = _SENDER.search(material.wish)
    email: Keys = {}
    if sender:
        email["from"] = fitted(sender[1], MAX_NAME)
    else:
        email["from"] = Noted("Personalabteilung" if german else "The hiring team", "who wrote it")
    email["subject"] = _subject(material)
    return email | {"body": Hint("the e-mail's own words: `body: ...`")}


def _subject(material: Material) -> Value:
    written = next(filter(None, map(_SUBJECT.search, [*material.quotes, *material.items])), None)
    own = [written[1]] if written else quoted(material.wish)
    if own and clipped(own[0], MAX_SUBJECT):
        return fitted(own[0], MAX_SUBJECT)
    told = [words for words in quoted(material.prose) if len(words) <= MAX_SUBJECT]
    if told:
        return Noted(clipped(told[0], MAX_SUBJECT), "the subject; these are the first quoted words of the section")
    return Noted("Ihre Bewerbung" if material.is_german else "Your application", "the subject")
