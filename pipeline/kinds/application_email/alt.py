"""The scene in words: a sentence, and all of it. Who the person is, it says only if the spec does."""

from __future__ import annotations

from pipeline.kinds.application_email.content import Content
from pipeline.kinds.application_email.moods import THOUGHTFUL
from pipeline.kinds.application_email.spec import Person
from pipeline.prose import capital, fitted, joined, one_line

ALWAYS = ("plant", "mug")  # the things that suit every size


def alt(content: Content) -> str:
    """One sentence: who reads what from whom, and with what face, if not the usual one; long words are cut."""
    said, language = content.words.said, content.words.language

    def write(who: str, sender: str, subject: str) -> str:
        pattern = said.reads if who else said.lies_open
        subject = language.quoted(language.ended(subject))
        return language.ended(pattern.format(who=who, face=face, sender=sender, subject=subject))

    face = "" if content.mood == THOUGHTFUL else getattr(said, f"{content.mood}_face")
    who = _who(content)
    return fitted(write, f"{who}," if "," in who else who, content.email.sender.text, _subject(content))


def description(content: Content) -> str:
    """What is to be seen and read."""
    said = content.words.said
    reader = _reader(content, content.person) if content.person else said.empty_chair
    return joined([reader, *_message(content), *_room(content)])


def _who(content: Content) -> str:
    """Who reads, with a capital, or nothing of an empty chair."""
    if content.person is None:
        return ""
    return capital(one_line(content.person.who) or content.words.said.somebody)


def _subject(content: Content) -> str:
    return one_line(content.email.subject.text)


def _reader(content: Content, person: Person) -> str:
    said = content.words.said
    looks = [getattr(said, person.hair_style).format(hair=getattr(said, person.hair))]
    looks += [said.glasses] * person.glasses + [said.earring] * person.earring
    who = _who(content)
    close = "," if "," in who else ""  # "Maya, a programmer with short hair, sits"
    return said.sits.format(
        who=who, looks=f"{content.words.language.listed(looks)}{close}", mood=getattr(said, content.mood)
    )


def _message(content: Content) -> list[str]:
    said, language, email = content.words.said, content.words.language, content.email
    to = said.to.format(name=email.recipient) if email.recipient else ""
    at = said.at.format(time=email.time) if email.time else ""
    subject = language.quoted(language.ended(_subject(content)))
    screen = said.screen.format(sender=email.sender, to=to, at=at, subject=subject)
    body = "".join(sentence.text for sentence in email.body)
    return [screen, said.body.format(text=language.quoted(language.ended(body)))] if body else [screen]


def _room(content: Content) -> list[str]:
    said, language = content.words.said, content.words.language
    sentences, signs = [getattr(said, content.hour)], []
    if content.calendar:
        signs.append(said.calendar.format(day=content.calendar.day, month=content.calendar.month))
    if content.note:
        signs.append(said.note.format(text=language.quoted(" ".join(line.text for line in content.note))))
    if signs:
        sentences.append(language.counted(said.wall, len(signs), signs=language.listed(signs)))
    props = ALWAYS if content.props is None else content.props
    if props:
        things = language.listed([getattr(said, prop) for prop in props])
        sentences.append(language.counted(said.beside, len(props), things=things))
    return sentences
