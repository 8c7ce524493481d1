"""The labels that make a line a wish: `Suggested Visual:`, `[image: ...]`, `<!-- figure: ... -->`, and what follows.

Any case; emphasis, brackets, an emoji or a number around label or line; a dash for the colon. The words of the labels
are data, by language: labels.yaml. `Figure 3:` is a caption, a credit or an address is none of our business.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, count, pairwise
from typing import NamedTuple

from pipeline import source
from pipeline.prose import STOPS

_FILE = os.path.join(os.path.dirname(__file__), "labels.yaml")
_LETTERS = r"[^\W\d_]"
_MARK = r"\*\*\*|\*\*|\*|___|__|_|"
# What may stand before a label: signs that are no marks of Markdown, a number, a keycap, an empty box, `TODO:`.
_LEAD = (
    r"(?:[ \t]*(?:[^\w\s*`\[\](){}<>\"'“”„«»‘’|\\&:;,.!?]|\d{1,2}(?:\ufe0f?\u20e3|[.):](?=\s))|"
    r"\[ \](?=\s)|TODO\b:?)){0,8}[ \t]*"
)
_COLON = r"[ \t\u00a0]*[:：]"
_DASH = r"[ \t\u00a0]+[-–—]{1,3}[ \t]+|[–—]"
_ARTICLES = r"(?:(?:an?|the|une?|l[ae]|el|ein|eine|einen|een)\s+)?"
_ADJECTIVE = r"(?:(?:hero|header|featured|cover|inline|title|main)\s+)?"
_COMMENT = re.compile(r"\s*<!--(?P<text>(?:(?!-->).)*)-->\s*", re.DOTALL)
_BETWEEN_SIGNS = re.compile(r"\s*%%(?P<text>[^%]+)%%\s*")  # a comment of note-takers
_CALLOUT = re.compile(r"\[![\w-]+\][+-]?[ \t]+(?=\S)")  # `> [!note] Visual: ...`
_ENCLOSED = re.compile(
    r"!?\\?\[(?P<square>[^\[\]]*?)\\?\](?:\(\s*\))?[.:]?|\((?P<round>[^()]*)\)[.]?|"
    r"\{/\*(?P<mdx>[^{}]*)\*/\}|\{\{?(?P<curly>[^{}]*)\}\}?"
)
_EMPHASISED = re.compile(r"(?P<mark>\*\*\*|\*\*|\*|___|__|_)(?P<text>(?:(?!(?P=mark)).)+)(?P=mark)")
_STRUCK = re.compile(r"\s*~~.*~~\s*")
_IMAGE = re.compile(r"!\[[^\]]*\]\s?[(\[]|<img\b", re.IGNORECASE)
_LINK = re.compile(r"\[[^\]]*\]\([^()]*\)|<[a-z]+:[^<>\s]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"\S*[/:@\\_]\S*|\S+\.(?:png|jpe?g|gif|svg|webp|avif|pdf|tiff?)", re.IGNORECASE)
_CREDIT = re.compile(
    r"©|\(c\)|\bCC[ -]?(?:0|BY)\b|creative commons|public domain|gemeinfrei|all rights reserved|copyright|wikimedia|"
    r"\b(?:unsplash|pexels|pixabay|shutterstock|i?stock(?:photo)?|getty|flickr|alamy)\b|"
    r"courtesy of|own work|eigenes (?:werk|foto)|"
    r"(?:^|[/|(,]\s*)(?:reuters|dpa|afp|nasa|archiv\w*)\b|\bphotos? by\b|^(?:by|von|par|por|via)\s|"
    r"^(?:foto|photo|source|quelle|credits?)s?\s*[:：]",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]*)(?:[ /|,&]+(?:(?:van|von|de|der|di|la|and|und|et|y|für|for)\s+)*[A-ZÀ-Þ][\w’'.-]*){1,5}[.]?"
)
_SIGNS = frozenset(":：–—-[({")
LONGEST_LABEL = 80  # characters, of a label without words
_TICKS = re.compile(r"`+")


class _Words(NamedTuple):
    """The patterns that the words of all languages make.

    strong       a label that asks for a picture whatever follows
    bare         a thing that is a label by itself
    shown        in brackets: a thing and what it shows, without a colon
    inserted     in brackets: `insert` and anything that can be seen
    thing        the name of a picture, which every label has
    picture      a word that only somebody who wants to be shown something uses
    """

    strong: str
    bare: str
    shown: re.Pattern[str]
    inserted: re.Pattern[str]
    thing: re.Pattern[str]
    picture: re.Pattern[str]
    labelled: re.Pattern[str]
    alone: re.Pattern[str]
    amid: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    named = source.read(_FILE).plain()
    thing, before, after, bare, own, insert, of, picture = (
        _any(word for language in named.values() for word in language.get(group, ()))
        for group in ("things", "before", "after", "bare", "own", "insert", "of", "pictures")
    )
    strong = (
        rf"(?:(?:{before})\s*{_ARTICLES}{_ADJECTIVE}(?:{thing})|(?:{before})\s+(?:{_LETTERS}+\s+)?(?:{picture})|"
        rf"{_ADJECTIVE}(?:{thing})[\s-]*(?:{after})|(?:{insert})\s+{_ARTICLES}{_ADJECTIVE}(?:{thing})(?:\s+(?:{insert}))?|"
        rf"(?:{thing})\s+(?:{insert})|{own})"
    )
    number = r"(?:\s*(?:#|no\.?|nr\.?)?\s*\d{1,2})?(?:\s*\((?P<aside>[^()]{1,60})\))?"
    end = rf"(?P<early>{_MARK})(?:(?P<colon>{_COLON})|(?P<dash>{_DASH}))(?P<late>{_MARK})(?P<text>.*)"
    label = rf"(?:(?P<strong>\[?{strong}\]?){number}|(?P<bare>{bare}))"
    flags = re.IGNORECASE | re.DOTALL
    return _Words(
        strong,
        bare,
        re.compile(rf"{_ARTICLES}(?:{thing})\s+(?:{of})\b.*", flags),
        re.compile(rf"(?:{insert})\s+(?P<text>{_ARTICLES}.*?)(?:\s+(?:{insert}))?[.]?", flags),
        re.compile(rf"(?:{thing}|{own}|{picture})", flags),
        re.compile(rf"(?<!\w)(?:{picture})(?!\w)", flags),
        re.compile(rf"{_LEAD}(?P<mark>{_MARK}){_LEAD}{label}{end}", flags),
        re.compile(
            rf"{_LEAD}(?:{_MARK}){_LEAD}\[?(?:{strong}|(?P<things>{thing})){number}\]?(?:{_MARK})(?:{_COLON})?(?:{_MARK})\s*",
            flags,
        ),
        re.compile(
            rf"\[[ \t]*(?:{strong}|{bare})(?:\s*#?\d{{1,2}})?{_COLON}[^\[\]]*\](?![(\[:])|"
            rf"<!--\s*(?:{strong}|{bare})\s*[:：]|"
            rf"(?<=[{STOPS}][ \t*_])[*_]*{strong}[*_]*{_COLON}[^{STOPS}]*",
            flags,
        ),
    )


def _any(words: Iterable[str]) -> str:
    """One of these words or phrases, the longest first; `*` is any ending."""
    longest_first = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word).replace(r"\*", rf"{_LETTERS}*").replace(r"\ ", r"\s+").replace("'", "['’]")
        for word in longest_first
    )


def of_line(line: str) -> str | None:
    """What a line wishes for, its marks as written, or None if it is no wish."""
    line = _CALLOUT.sub("", line, count=1) if line.startswith("[!") else line
    if not _may_be_a_label(line) or _STRUCK.fullmatch(line):
        return None
    if _COMMENT.fullmatch(line) or _BETWEEN_SIGNS.fullmatch(line):
        return of_html(line)
    inner = _inside_brackets(line)
    return _labelled(line) if inner is None else _bracketed(inner)


def of_html(text: str) -> str | None:
    """What an HTML comment wishes for, or None if it is none, or hides other things."""
    comment = _COMMENT.fullmatch(text) or _BETWEEN_SIGNS.fullmatch(text)
    if comment is None:
        return None
    said = " ".join(comment["text"].split())
    inner = _inside_brackets(said)
    return _bracketed(said if inner is None else inner)


def asks_below(line: str, *, is_heading: bool = False) -> bool:
    """Whether a line is a label without words: what it asks for stands below it, in a list or a paragraph.

    Things by their plain name need a colon or a heading: `Visuals:`.
    """
    if len(line) > LONGEST_LABEL:
        return False
    alone = _words().alone.fullmatch(line)
    return alone is not None and (not alone["things"] or is_heading or line.rstrip(" \t*_").endswith((":", "：")))


def is_plain_request(line: str) -> bool:
    """Whether a label without words asks for a picture whatever stands below: not `Visuals:`, which may be a topic."""
    alone = _words().alone.fullmatch(line)
    return alone is not None and not alone["things"]


def of_entry(text: str) -> str:
    """What an entry of a list of wishes asks for: its words, without a label of its own."""
    wish = of_line(text)
    if wish is not None:
        return wish
    numbered = re.sub(
        rf"{_LEAD}(?:{_MARK})(?:{_words().bare})\s*\d{{1,2}}(?:{_MARK}){_COLON}(?:{_MARK})\s*", "", text, flags=re.I
    )
    return numbered.strip()


def speaks_of_pictures(text: str) -> bool:
    """Whether words that only a wish uses stand in a text."""
    return _words().picture.search(text) is not None


def opens_bracket(line: str) -> bool:
    """Whether a line begins a wish in brackets that does not end on it."""
    if "[" not in line:
        return False
    opened = re.fullmatch(rf"{_LEAD}(?:{_MARK})!?\\?\[(?P<text>[^\[\]]*)", line)
    return opened is not None and _bracketed(opened["text"]) is not None


def inside(line: str) -> str | None:
    """The beginning of a wish that stands in the middle of other words, code aside, or None."""
    if not _may_be_a_label(line):
        return None
    found = _words().amid.search(without_code(line))
    return found[0].strip("*_ ") if found else None


def in_cells(cells: Sequence[str]) -> str | None:
    """What in a row of a table asks for a picture whatever follows, in its cell or in the next, or None."""
    strong = (cell for cell in cells if (found := _words().labelled.fullmatch(cell)) and found["strong"])
    alone = (label for label, said in pairwise(cells) if said.strip() and is_plain_request(label))
    return next(chain(strong, alone), None)


def _may_be_a_label(line: str) -> bool:
    """Whether a line has a mark that may part a label from its wish, and the name of a picture: most have not."""
    return not _SIGNS.isdisjoint(line) and _words().thing.search(line) is not None


def _inside_brackets(line: str) -> str | None:
    """What stands in the brackets around a whole line, emphasis and signs before it left out."""
    text = re.sub(rf"^{_LEAD}", "", line).strip()
    emphasised = _EMPHASISED.fullmatch(text)
    if emphasised:
        text = re.sub(rf"^{_LEAD}", "", emphasised["text"]).strip()
    enclosed = _ENCLOSED.fullmatch(text)
    return next((group for group in enclosed.groups() if group is not None), "") if enclosed else None


def _bracketed(text: str) -> str | None:
    """What words in brackets or in a comment wish for."""
    text = " ".join(text.split())
    words = _words()
    found = _labelled(text, is_enclosed=True)
    if found is not None:
        return found
    if words.shown.fullmatch(text):
        return None if _CREDIT.search(text) else text
    inserted = words.inserted.fullmatch(text)
    if inserted and (words.shown.fullmatch(inserted["text"]) or words.picture.search(inserted["text"])):
        return inserted["text"]
    alone = words.alone.fullmatch(text)
    return "" if alone and not alone["things"] else None


def _labelled(line: str, *, is_enclosed: bool = False) -> str | None:
    """What follows the label of a line, or None where it has none, or where it tells whose a picture is."""
    words = _words()
    found = words.labelled.fullmatch(line)
    if found is None:
        return None
    mark, text = found["mark"], found["text"].strip()
    if mark and not (found["early"] or found["late"]):
        text = text.removesuffix(mark).strip()
    if _IMAGE.search(text):
        return None
    if found["bare"] and _is_of_a_picture(text, is_visual=found["bare"].lower().startswith("visu")):
        return None
    if found["bare"] and found["dash"] and not is_enclosed and not speaks_of_pictures(text):
        return None
    aside = f"{found['aside']}{':' if speaks_of_pictures(found['aside']) else ' –'} {text}" if found["aside"] else text
    named = words.picture.search(found["strong"] or "")
    return f"{named[0]}: {aside}" if named and not speaks_of_pictures(text) else aside


def _is_of_a_picture(text: str, *, is_visual: bool) -> bool:
    """Whether words behind `Image:` are the credit or the address of a picture that is there; a visual has no names."""
    if _CREDIT.search(text):
        return True
    patterns = (_LINK, _ADDRESS) if is_visual else (_LINK, _ADDRESS, _NAMES)
    return not speaks_of_pictures(text) and any(pattern.fullmatch(text) for pattern in patterns)


def without_code(line: str) -> str:
    """The line with blanks for what stands between backticks and as many backticks again (CommonMark 0.31.2, 6.1)."""
    runs = list(_TICKS.finditer(line))
    last = {len(run[0]): run.start() for run in runs}  # an opening run behind the last of its length closes nowhere
    pieces, end = [], 0
    for index, run in enumerate(runs):
        if run.start() >= end and last[len(run[0])] > run.start():
            pieces.append(line[end : run.start()])
            closing = next(at for at in count(index + 1) if len(runs[at][0]) == len(run[0]))
            end = runs[closing].end()
            pieces.append(" " * (end - run.start()))
    return "".join([*pieces, line[end:]])
