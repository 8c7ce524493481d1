"""What the words of a section give: quotes, lists of alternatives, numbers with their nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.prose import STOPS, unended
from pipeline.reading.sentences import sentences

_QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«\s?([^«»]+?)\s?»|»([^«»]+)«|「([^「」]+)」|(?<!\w)\"([^\"]+)\"(?!\w)")
_NO_CONJUNCTION = r"(?!(?:and|or|und|oder)\s)"
_LIST = re.compile(
    rf"((?:{_NO_CONJUNCTION}[^,;:.!?()–—“”]{{2,60}},\s+){{0,20}}{_NO_CONJUNCTION}[^,;:.!?()–—“”]{{2,60}}?),?"
    r"\s+(and|or|und|oder)\s+([^,;:.!?()–—“”]{2,70})",
    re.IGNORECASE,
)
_OPENER = re.compile(r"(?:whether|such as|including|like|for example|ob|wie|etwa|zum Beispiel)\b", re.IGNORECASE)
_LEADS = re.compile(
    r".*\b(?:consider|considering|such as|like|include|includes|including|whether|it[’']s|is|are|be|by|as|of|for|in|"
    r"with|from|on|either|between|exploring|explore|taking|take|try|trying|choose|different|other|into|to|toward|"
    r"towards|at|about|um|wie|etwa|beispielsweise|ob|als|zwischen|sind|ist|entweder|durch|mit|von|für|über|in|auf|verschiedene|andere)\s+",
    re.IGNORECASE,
)
_DETERMINERS = re.compile(
    r"^(?:the|a|an|your|my|our|their|his|her|some|any|more|der|die|das|den|dem|ein|eine|einen|einem|einer|ihre|ihr|deine|"
    r"dein|meine|mein|and|or|und|oder|either|even)\s+",
    re.IGNORECASE,
)
_TRAILS = re.compile(
    r"\s+(?:to|in order|that|which|who|when|where|because|so|until|before|after|while|if|can|will|is|are|was|"
    r"were|for your|in your|on your|um|damit|dass|weil|wenn|die|der|das|kann|können|ist|sind|waren|war)\s.*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:of|with|that shows|showing|about|for|on|von|mit|über|für)\s+(?:(?:the|a|an|den|die|der)\s+)?(.{3,})", re.I
)
_OR, _AND = "or|oder|ou|o|u", "and|und|et|y|e"
_OUTSIDE = r"(?![^()]*\))"  # of brackets, whose own words are one entry
LONGEST_ENTRY = 5  # words of an entry of a list in a sentence; longer ones are clauses


def quoted(text: str) -> list[str]:
    """What stands in quotation marks, without them."""
    return [words for match in _QUOTED.finditer(text) if (words := "".join(match.groups("")).strip())]


def alternatives(text: str) -> list[str]:
    """The entries of the longest list in a sentence of the text: `a, b or c`; or none.

    A pair (`a or b`) counts where no list is longer and its words are few.
    """
    lists = [entries for sentence in sentences(text) for entries in _lists(sentence)]
    return max(lists, key=len, default=[])


def counted_up(text: str) -> list[str]:
    """The entries that a text counts up, as they are written: `teaching, or a year abroad`; or none, if it is one.

    Where there is an `or`, an `and` belongs to its entry.
    """
    text = next(iter(sentences(text)), "").strip().rstrip(STOPS)
    for mark in (r"\s*;\s*", rf",?\s+(?:{_OR})\s+", rf",?\s+(?:{_AND})\s+(?=[^,]*$)"):
        if re.search(f"(?:{mark}){_OUTSIDE}", text, re.IGNORECASE):
            parts_at = mark if mark.startswith(r"\s*;") else rf"{mark}|,\s+"
            parts = re.split(f"(?:{parts_at}){_OUTSIDE}", text, flags=re.IGNORECASE)
            return [part.strip(' ,*_"“”„«»') for part in parts if any(map(str.isalnum, part))]
    parts = re.split(rf",(?!\d){_OUTSIDE}", text)  # a comma before a digit is in a number
    return [part.strip() for part in parts] if len(parts) > 1 else []


def about(wish: str) -> str:
    """What a wish is to show, without what it is: of `A bar chart of replies by source`, `Replies by source`; or ""."""
    found = _ABOUT.search(wish)
    told = unended(found[1].strip()) if found else ""
    return told[:1].upper() + told[1:]


def _lists(sentence: str) -> Iterator[list[str]]:
    for match in _LIST.finditer(sentence):
        parts = re.split(r",\s+", match[1])
        opening = max((at for at, part in enumerate(parts) if _OPENER.match(part)), default=0)
        parts = parts[opening:]
        if len(parts) == 1 and match[2].lower() not in ("or", "oder"):
            continue  # "safe and sound" is no choice
        parts[0] = _LEADS.sub("", " " + parts[0] + " ").strip() or parts[0]
        parts.append(_TRAILS.sub("", match[3] + " "))
        entries = [_bare(part) for part in parts]
        if all(entries) and all(len(entry.split()) <= LONGEST_ENTRY for entry in entries) and _differ(entries):
            yield [entry[0].upper() + entry[1:] for entry in entries]


def _bare(part: str) -> str:
    part = part.strip()
    while (shorter := _DETERMINERS.sub("", part)) != part:
        part = shorter
    return part.strip(" *_\"'’”“")


def _differ(entries: list[str]) -> bool:
    return len({entry.casefold() for entry in entries}) == len(entries)
