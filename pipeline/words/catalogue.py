"""The words of a kind: a catalogue's, an author's own in place of those that a picture shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from pipeline.errors import Problem, SpecError
from pipeline.notes import Note
from pipeline.prose import punctuated
from pipeline.schema import Part
from pipeline.words.language import Forms, Language, Text, find
from pipeline.words.sections import section

ENGLISH = Language("en", "en")

ShownT = TypeVar("ShownT", bound=Part)
SaidT = TypeVar("SaidT", bound=Part)


class NoWords(Part):
    """The words of a picture that shows none but its author's."""


class Words(NamedTuple, Generic[ShownT, SaidT]):
    """The words of a kind in one language: those that a picture shows, those that its alt text and description say.

    `own` are those of `shown` that the author wrote, the others being empty.
    """

    language: Language
    shown: ShownT
    said: SaidT
    own: ShownT
    notes: tuple[Note, ...] = ()


def words(section_name: str, lang: str, shown: type[ShownT], said: type[SaidT], labels: ShownT) -> Words[ShownT, SaidT]:
    """The words of a section in the language of a tag, else in English, with `labels` in place of those shown.

    Raises SpecError for labels with braces that nothing is put into.
    """
    language = find(lang)
    spoken = language or ENGLISH
    own = {name: _punctuated(text, lang) for name in labels.__struct_fields__ if (text := getattr(labels, name))}
    known = section(spoken.tag, f"{section_name}_shown", shown) if shown.__struct_fields__ else labels
    _check_placeholders(own, known)
    whole = shown(**{name: own.get(name) or getattr(known, name) for name in known.__struct_fields__})
    left = [name for name in known.__struct_fields__ if name not in own]
    notes = () if language else (_english(lang, left),)
    return Words(spoken, whole, section(spoken.tag, f"{section_name}_said", said), shown(**own), notes)


def _check_placeholders(own: Mapping[str, Text], known: Part) -> None:
    """Raise SpecError for an author's own words that lack what the catalogue's put in braces, or have other braces.

    A form for one number may leave it out: `one more`.
    """
    problems = []
    for name, text in own.items():
        needed = {each for form in _forms(getattr(known, name)).values() for each in _braces(form) or ()}
        expected = " and ".join(f"`{{{each}}}`" for each in sorted(needed, reverse=True)) or "no braces"
        for form, written in _forms(text).items():
            found = _braces(written)
            is_right = found == needed or (form not in ("", "other") and found is not None and found < needed)
            if written and not is_right:
                field = f"labels.{name}.{form}".rstrip(".")
                hint = "what they stand for is put in their place" if needed else ""
                problems.append(Problem(f"expected text with {expected}, found `{written}`", hint=hint, field=field))
    if problems:
        raise SpecError(*problems)


def _punctuated(text: Text, lang: str) -> Text:
    if isinstance(text, str):
        return punctuated(text, lang)
    return Forms(**{name: punctuated(getattr(text, name), lang) for name in text.__struct_fields__})


def _forms(text: Text) -> dict[str, str]:
    """The forms of a text by their names, a text without any as it is."""
    return {"": text} if isinstance(text, str) else {name: getattr(text, name) for name in text.__struct_fields__}


def _braces(form: str) -> set[str] | None:
    """The names in the braces of a text, or None where something else stands in them."""
    from string import Formatter

    try:
        found = [each for each in Formatter().parse(form) if each[1] is not None]
    except ValueError:
        return None
    return None if any(spec or conversion for _, _, spec, conversion in found) else {str(each[1]) for each in found}


def _english(lang: str, names: list[str]) -> Note:
    """That there is no catalogue, and which words stay English."""
    shown = f"the labels {', '.join(names)}, " if names else ""
    fact = f"there are no words for `lang: {lang}`: {shown}the alt text and the description stay English"
    way_out = "write your own under `labels` and `alt`" if names else "write your own under `alt`"
    return Note("words", f"{fact}; {way_out}", field="lang")
