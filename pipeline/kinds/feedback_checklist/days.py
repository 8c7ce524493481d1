"""The days of items as a picture writes them: dates in digits as the language has them, words as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError, enumerated
from pipeline.notes import Note
from pipeline.words import Language

if TYPE_CHECKING:
    from pipeline.reading.dates import When

MOST_NAMED = 3  # days in a note
_LEAP_YEAR = 2028  # in which every day exists that a year can have


class Written(NamedTuple):
    """What is shown for a text that is a date, and notes on texts that may be one of two, or are not shown."""

    texts: Mapping[str, str] = {}
    notes: tuple[Note, ...] = ()


def written(texts: Iterable[Leaf], unseen: Sequence[Leaf], language: Language) -> Written:
    """The dates among the texts; the year shows where there are several. Those that go `unseen` have a note.

    Raises SpecError with every day that does not exist.
    """
    texts = [text for text in texts if text.text]
    if not texts and not unseen:
        return Written()
    from pipeline.reading.dates import DateError  # only a list with days pays for this import

    dates: dict[str, When] = {}
    problems: list[Problem] = []
    notes: list[Note] = []
    for text in (*texts, *unseen):
        try:
            when = _read(text.text)
        except DateError as error:
            if not error.is_ambiguous:
                problems.append(Problem(str(error), text.place, error.hint, text.field))
            elif text not in unseen:
                fact = f"{error}: it stands as it is written; write the one that is meant"
                notes.append(Note("values", fact, text.place, text.field))
            continue
        if when and text not in unseen and when.grain in ("day", "month") and not any(map(str.isalpha, text.text)):
            dates[text.text] = when
    if problems:
        raise SpecError(*problems)
    if unseen:
        quoted = enumerated([f"“{text.text}”" for text in unseen], MOST_NAMED)
        fact = f"not shown: {quoted}; an open item shows when it is due, any other when it was done"
        notes.append(Note("left_out", fact, unseen[0].place, unseen[0].field))
    with_year = len({when.start.year for when in dates.values()}) > 1
    write = {"day": language.day, "month": language.month}
    by_text = {text: write[when.grain](when.start, with_year=with_year) for text, when in dates.items()}
    return Written(by_text, tuple(notes))


@lru_cache(maxsize=4096)  # what is no day is found out slowly, and lists are read again and again
def _read(text: str) -> When | None:
    """The time that a text is, None for words; raises DateError for a day that does not exist or may be two."""
    from pipeline.reading.dates import DateError, NoDateError, parse

    try:
        return parse(text)
    except NoDateError:
        return None
    except DateError as error:
        if not error.lacks_year:
            raise
    try:
        parse(f"{text}{'/' if '/' in text else ' '}{_LEAP_YEAR}")
    except DateError as error:
        if not isinstance(error, NoDateError) and not error.is_ambiguous:
            raise DateError(f"{text} does not exist", "write a day that does, or words") from error
    return None
