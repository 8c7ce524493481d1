"""The scene in words: a sentence, and all of it. Who the person is, it says only if the spec does."""

from __future__ import annotations

from pipeline.kinds.application_email.sentences import Sentences, sentences
from pipeline.kinds.application_email.spec import ApplicationEmail, Email, Person
from pipeline.prose import capital, ended, fitted, joined, listed, one_line, quoted


def alt(spec: ApplicationEmail) -> str:
    """One sentence: who reads what from whom; long words are cut."""
    said, email = sentences(spec.lang), spec.email

    def write(who: str, sender: str, subject: str) -> str:
        pattern = said.reads if who else said.lies_open
        return ended(pattern.format(who=who, sender=sender, subject=quoted(ended(subject), said.lang)))

    who = _who(spec, said)
    return fitted(write, f"{who}," if "," in who else who, one_line(email.sender), one_line(email.subject))


def description(spec: ApplicationEmail, props: tuple[str, ...], shown: str) -> str:
    """What is to be seen and read; `shown` is the part of the e-mail's text that the screen has room for."""
    said = sentences(spec.lang)
    reader = _reader(spec, spec.person, said) if isinstance(spec.person, Person) else said.empty_chair
    return joined([reader, *_message(spec.email, shown, said), *_room(spec, props, said)])


def _who(spec: ApplicationEmail, said: Sentences) -> str:
    """Who reads, with a capital, or nothing of an empty chair."""
    if not isinstance(spec.person, Person):
        return ""
    default = Person().who
    return capital(said.somebody if spec.person.who == default else one_line(spec.person.who))


def _reader(spec: ApplicationEmail, person: Person, said: Sentences) -> str:
    looks = [said.hair[person.hair_style].format(hair=said.colors[person.hair])]
    looks += [said.glasses] * person.glasses + [said.earring] * person.earring
    who = _who(spec, said)
    close = "," if "," in who else ""  # "Maya, a programmer with short hair, sits"
    return said.sits.format(who=f"{who} {listed(looks, said.lang)}{close}")


def _message(email: Email, shown: str, said: Sentences) -> list[str]:
    to = said.to.format(name=one_line(email.to)) if email.to else ""
    at = said.at.format(time=one_line(email.time)) if email.time else ""
    subject = quoted(ended(one_line(email.subject)), said.lang)
    told = [said.screen.format(sender=one_line(email.sender), to=to, at=at, subject=subject)]
    if shown:
        is_whole = len(shown) >= len(one_line(email.body))
        told.append((said.whole if is_whole else said.begins).format(text=quoted(ended(shown), said.lang)))
    return told


def _room(spec: ApplicationEmail, props: tuple[str, ...], said: Sentences) -> list[str]:
    told, signs = [said.views[spec.scene.time]], []
    if spec.calendar:
        signs.append(said.calendar.format(day=spec.calendar.day, month=spec.calendar.month))
    if spec.note:
        words = " ".join(filter(None, (spec.note.title, *spec.note.lines)))
        signs.append(said.note.format(text=quoted(words, said.lang)))
    if signs:
        told.append(said.wall[len(signs) > 1].format(signs=listed(signs, said.lang)))
    if props:
        things = listed([said.props[prop] for prop in props], said.lang)
        told.append(said.beside[len(props) > 1].format(things=things))
    return told
