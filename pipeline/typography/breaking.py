"""Line breaking: where a text may break, and which breaks make the best paragraph.

Opportunities come from UAX #14 (uniseg), phrases of Thai, Japanese and Chinese from BudouX; Korean parts between its
words, Lao, Khmer and Burmese between clusters where nobody wrote U+200B. The choice is a total fit
over the whole paragraph (after Knuth and Plass, "Breaking Paragraphs into Lines", 1981), for ragged lines: the
demerits of a line grow with the square of its distance from the ideal width, and a break that strands a short word
costs extra. Balanced lines are those of titles, quotes and labels: they part at the ends of sentences and clauses, and
at the dot between a name and a role, which then goes. What is still wrong with them is counted (`flaws`), so that a
smaller size may be tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf
from typing import Any, Literal, NamedTuple, TypeAlias

from pipeline.patterns import Pattern
from pipeline.prose import CLOSING, STOPS

SPACES = " \t\u2003\u2002\u3000\u200b"  # they end a line unseen; no-break spaces are not among them
SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
_UNSEEN, _HYPHENS = SPACES + "\n", "-\u2010" + SOFT_HYPHEN
MOST_CLUSTERS = 5  # in a text without blanks that may be one word
_KANA, _HANGUL = "\u3040", "\uac00"  # the first letters; patterns of theirs take a millisecond each to compile
_KOREAN = Pattern("[\uac00-\ud7a3] +[\uac00-\ud7a3]")
_BETWEEN_KOREAN = "-/–—·…,.?!:;。、"
_NO_SPACES = Pattern("[\u0e80-\u0eff]+|[\u1000-\u109f\uaa60-\uaa7f]+|[\u1780-\u17ff]+")  # Lao, Burmese, Khmer
_CLUSTER = Pattern(
    "[\u0ec0-\u0ec4]?[\u0e81-\u0eae\u0edc-\u0edf][\u0eaf-\u0ebd\u0ec6-\u0ece]*"
    "(?:[\u0e87\u0e8d\u0e94\u0e99\u0e9a\u0ea1\u0ea7\u0e81](?![\u0eb0-\u0ebd\u0ec8-\u0ece]))?"  # a final consonant
    "|[\u1000-\u102a\u103f\u104e\uaa60-\uaa7f](?:[\u102b-\u103e\u1056-\u1064\u1082-\u109d]|\u1039[\u1000-\u1021])*"
    "(?:[\u1000-\u1021](?:\u103a|\u1037\u103a)[\u1037\u1038]*(?!\u1039))*[\u104a\u104b]*"
    "|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*[\u17d4-\u17da]*"
)
BETWEEN_PARTS = "\u2002·\u2002"  # of a label; where a line ends there, nothing of it is seen
# Words of letters and digits with marks before and behind them break at spaces and after hyphens only.
_WORD = r"(?:[‹›]\u00a0)?[“‘„«\"(]?[$€£¥]?[^\W_]+(?:['’.,:][^\W_]+|-[^\W\d_]+|(?<=\d)/\d+)*[)%]?[.,;:!?…]*[)”’»“\"]?"
PLAIN_WORDS = Pattern(rf"(?:(?:{_WORD}|[·–&])(?: +|\u2002(?=[^\W_]|·)|$))+", re.ASCII)
PLAIN_BREAKS = Pattern(r" +|\u2002|-(?=[^\W\d_])", re.ASCII)
PLAIN_LETTERS = str.maketrans({chr(code): "a" for code in range(0xC0, 0x180) if chr(code).isalpha()})

# Demerits, in units of the square of the measure. By eye, on the sample quotes in og, portrait and square.
STICKY_END = 0.15  # a line ends in an article, a preposition or a one-letter word
LOOSE_END = 0.05  # a line ends in a possessive, which may be worth it
WIDOW = 0.25  # one short word is alone on the last line
SPLIT_PHRASE = 0.2  # a break inside a phrase of a script without spaces; worth a smaller size, as a sticky end is
SPLIT_UNKNOWN = 0.1  # a break between letters of a script whose words we do not know
AFTER_HYPHEN = 0.03
SPLIT_WORD = 0.2  # a hyphen that is put into a word, but for a joint of a compound
HOLE = 2.0  # times the demerits of a balanced line that is too short, between two others
SPLIT_KEPT = 1.0  # a break inside of what should stay together: an emphasised phrase, a part of a label
OF_SENTENCE, OF_CLAUSE = -0.12, -0.03  # in balanced lines, a line ends with one of these
_OF_ENDS = {"sentence": OF_SENTENCE, "clause": OF_CLAUSE}
CROSSED = 0.12  # in balanced lines, a line goes on behind the end of a clause: times where that lies, from 0 to 1

# What is wrong with lines, to be weighed against a smaller size. By eye, on titles and quotes of 3 to 40 words.
FLAW_KEPT, FLAW_STRANDED, FLAW_SHORT = 2.0, 0.6, 0.6
FLAW_CROSSED = {"sentence": 0.3, "clause": 0.25}
FLAW_ONE_LINE = 0.15  # two sentences in the only line: worth another line, but no smaller size
CROSSED_FROM = 1 / 5  # of a line: a clause of a word at its head may share it with another
SHORT = 2 / 3  # of the longest line: a shorter one between two others is a hole in the block
SHORT_FIRST = 1 / 2  # the same of the first line

_PAUSES, _DASHES = ",;:，、；：،؛", ("–", "—")
_CLAUSES_BY_BLANKS = Pattern("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]$")  # Thai, Lao, Burmese, Khmer
_MARKS = STOPS + _PAUSES + CLOSING
_ABBREVIATION = Pattern(  # `Mme.`, `bzw.`, `7.`, `U.S.`; titles before a name have a capital, others no vowel
    r"\W*(?:[A-ZÀ-Þ][^\W\d_]{0,2}|[^\W\daeiouyäöüáéíóú]{1,4}|\d+|(?:[^\W\d_]\.)+[^\W\d_])\."
)

STICKY = {
    "en": "a an the to of in on at by for from with and or but nor as is if so no not into than that",
    "de": "der die das den dem des ein eine einen einem einer und oder aber in im an am auf zu zum zur von vom mit bei "
    "aus für ist nicht",
    "fr": "le la les un une des du de au aux et ou mais à en dans sur par pour avec sans est ne pas que qui ce se sa "
    "son ses",
    "es": "el la los las un una unos unas de del al a y o pero en con por para sin es no que se su sus lo",
}


POSSESSIVES = {"en": ("my", "your", "our", "its", "his", "her", "their")}


Ends: TypeAlias = Literal["", "clause", "sentence", "part"]
"""What ends with a stretch of a text, beside a word: `part` is what stands before the dot of a label."""


class Opportunity(NamedTuple):
    """A place where a line may end: before that character, at a price."""

    before: int
    demerits: float
    forced: bool


class Segment(NamedTuple):
    """What stands between two opportunities: characters [start, stop), the ink ending at `ink`.

    `hyphen` is the width in px of the one that a line ending here shows; `ends` what ends with it.
    """

    start: int
    ink: int
    stop: int
    demerits: float
    forced: bool
    hyphen: float = 0.0
    ends: Ends = ""


@lru_cache(maxsize=256)  # a text that is fitted is cut the same at every size, and Unicode's rules are slow
def segments(text: str, lang: str, kept: tuple[tuple[int, int], ...] = ()) -> tuple[Segment, ...]:
    """The text cut at every opportunity; together they hold every character.

    Breaks within a stretch that is `kept` are dear, and so are those of a label of parts that are not between two.
    """
    found = []
    start = 0
    has_parts = BETWEEN_PARTS in text
    language = lang.partition("-")[0]
    for stop, demerits, forced in opportunities(text, lang):
        stretch = text[start:stop]
        ends_part = has_parts and text[:stop].endswith(BETWEEN_PARTS)
        if has_parts and not ends_part and text.startswith(BETWEEN_PARTS, stop - 1 - (text[stop - 1] == "·")):
            continue
        ink = start + len((stretch.removesuffix(BETWEEN_PARTS) if ends_part else stretch).rstrip(_UNSEEN))
        if (has_parts and not ends_part) or any(first < stop < last for first, last in kept):
            demerits += SPLIT_KEPT
        word = text[start:ink]
        demerits += _sticky(word, language)
        ends: Ends = "part" if ends_part else _ends(word, text[ink:stop], text[stop : stop + 1])
        found.append(Segment(start, ink, stop, demerits, forced, 0.0, ends))
        start = stop
    return tuple(found)


def _ends(word: str, blank: str, following: str) -> Ends:
    """What ends with a word, going by what is behind it; a stop before a small letter may be of an abbreviation."""
    if " " in blank and "\u0e01" <= word[-1:] <= "\u17ff" and _CLAUSES_BY_BLANKS.search(word):
        return "clause"
    marks = word[len(word.rstrip(_MARKS)) :]
    if not marks:
        return "clause" if word in _DASHES else ""
    if any(mark in STOPS for mark in marks) and not following.islower():
        return "" if marks == "." and _ABBREVIATION.fullmatch(word) else "sentence"
    return "clause" if any(mark in _PAUSES for mark in marks) else ""


def word_ends(text: str, lang: str) -> list[int]:
    """Where a text may be cut for an ellipsis: behind the ink before each place where a line may end."""
    return [piece.ink for piece in segments(text, lang)]


def words(text: str, lang: str) -> int:
    """How many words a text has; in a script without spaces, how many phrases."""
    parts = re.findall(f"[^{SPACES}\n]+", text)
    return sum(1 + len(_phrase_starts(part, lang) or ()) for part in parts)


def opportunities(text: str, lang: str) -> Iterator[Opportunity]:
    """Where lines may end, the end of the text included."""
    phrase_starts, within = _phrase_starts(text, lang), clusters(text)
    for index in _break_indices(text, lang, phrase_starts):
        before = text[index - 1]
        forced = index == len(text) or before == "\n"
        demerits = AFTER_HYPHEN if before in _HYPHENS else 0.0
        if before not in SPACES and phrase_starts is not None and index not in phrase_starts:
            demerits += SPLIT_PHRASE
        elif before not in SPACES and index in within:
            demerits += SPLIT_UNKNOWN
        yield Opportunity(index, demerits, forced)


def _break_indices(text: str, lang: str, phrase_starts: frozenset[int] | None) -> list[int]:
    indices: set[int] = set()
    start = 0
    for line in text.splitlines(keepends=True) or [text]:
        indices |= {start + index for index in _line_break_indices(line.rstrip("\n"))} | {start + len(line)}
        start += len(line)
    if phrase_starts:
        indices |= {index for index in phrase_starts if _is_thai(text[index - 1]) and _is_thai(text[index])}
    if lang.partition("-")[0] == "ko" or (max(text, default="") >= _HANGUL and _KOREAN.search(text)):
        indices = {index for index in indices if index == len(text) or not _is_within_korean(text, index)}
    return sorted((indices | set(clusters(text))) - {0})


def _is_within_korean(text: str, index: int) -> bool:
    """Whether a break before a character would lie within a Korean word, to which an ending or a bracket belongs."""
    before, after = text[index - 1], text[index]
    return (_is_hangul(before) or _is_hangul(after)) and before not in SPACES and before not in _BETWEEN_KOREAN


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff"


def clusters(text: str) -> tuple[int, ...]:
    """Where clusters of Lao, Khmer and Burmese begin within a stretch of their letters, unless U+200B parts its words.

    A cluster is a consonant with its vowels, signs and whatever is stacked on it or silent behind it.
    """
    return () if text.isascii() else _clusters(text)


@lru_cache(maxsize=64)
def _clusters(text: str) -> tuple[int, ...]:
    return tuple(
        run.start() + cluster.start()
        for run in (_NO_SPACES.finditer(text) if ZERO_WIDTH_SPACE not in text else ())
        for cluster in _CLUSTER.finditer(run[0])
        if cluster.start()
    )


def _line_break_indices(line: str) -> list[int]:
    letters = line.translate(PLAIN_LETTERS)
    if len(line) < 2 or PLAIN_WORDS.fullmatch(letters):  # loading Unicode's tables costs 30 ms of start-up
        return [match.end() for match in PLAIN_BREAKS.finditer(letters) if match.end() < len(line)]
    from uniseg.linebreak import line_break_boundaries

    # Spaces in a row are as one to the rules, which look back over all of them from each: 10 s for 2,000.
    kept = [index for index, letter in enumerate(line) if letter != " " or line[index - 1 : index] != " "]
    starts = [*kept, len(line)]
    return [starts[index] for index in line_break_boundaries("".join(line[index] for index in kept))]


def _is_thai(character: str) -> bool:
    return "\u0e00" <= character <= "\u0e7f"


def _phrase_starts(text: str, lang: str) -> frozenset[int] | None:
    """Where phrases begin in a script that writes without spaces; None for all other text."""
    if text.isascii():
        return None
    if re.search("[\u0e00-\u0e7f]", text):
        language = "th"
    elif max(text) < _KANA:
        return None
    elif re.search("[\u3040-\u30ff]", text):
        language = "ja"
    elif re.search("[\u4e00-\u9fff]", text):
        language = "zh-hant" if lang in ("zh-Hant", "zh-TW", "zh-HK") else "zh-hans"
    else:
        return None
    starts, position = [], 0
    for phrase in _phrase_parser(language).parse(text):
        starts.append(position)
        position += len(phrase)
    return frozenset(starts) - {0}


@lru_cache(maxsize=4)
def _phrase_parser(language: str) -> Any:  # BudouX has no types
    import budoux

    loaders = {
        "th": budoux.load_default_thai_parser,
        "ja": budoux.load_default_japanese_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }
    return loaders[language]()


def _sticky(segment: str, language: str) -> float:
    """The price of ending a line after this word."""
    word = segment.rstrip(SPACES).lower().strip("“‘„«»\"'(")
    alone = len(word) == 1 and word.isalpha() and ord(word) < 0x530
    if alone or word in _sticky_words(language):
        return STICKY_END
    return LOOSE_END if word in POSSESSIVES.get(language, ()) else 0.0


@lru_cache(maxsize=8)
def _sticky_words(language: str) -> frozenset[str]:
    return frozenset(STICKY.get(language, "").split())


# Choosing breaks


def greedy(pieces: Sequence[Segment], x: Sequence[float], measure: float) -> list[int] | None:
    """The fewest lines: the index of the last segment of each, or None where a segment is wider than the measure.

    `x[i]` is where character i begins when the text is set on one endless line.
    """
    ends: list[int] = []
    first = 0
    for index, piece in enumerate(pieces):
        end = x[piece.ink] + piece.hyphen
        if end - x[piece.start] > measure:
            return None
        if index > first and end - x[pieces[first].start] > measure:
            ends.append(index - 1)
            first = index
        if piece.forced:
            ends.append(index)
            first = index + 1
    return ends


def total_fit(
    pieces: Sequence[Segment], x: Sequence[float], measure: float, *, balanced: bool, spare_lines: int = 0
) -> list[int] | None:
    """The best breaks in as few lines as the greedy breaks take, or some more: the last segment of each line.

    `balanced` aims at lines of equal width; otherwise all but the last aim at the measure. Each forced line is a
    paragraph of its own. None where a segment is wider than the measure.
    """
    ends: list[int] = []
    first = 0
    for index, piece in enumerate(pieces):
        if piece.forced:
            paragraph = pieces[first : index + 1]
            fewest = greedy(paragraph, x, measure)
            if fewest is None:
                return None
            lines = len(fewest) + spare_lines
            chosen = _best(paragraph, x, measure, lines, balanced) if lines > 1 else fewest
            ends += [first + end for end in chosen or fewest]
            first = index + 1
    return ends


def flaws(pieces: Sequence[Segment], x: Sequence[float], measure: float, ends: Sequence[int]) -> float:
    """How much is wrong with the lines: phrases split, author's lines parted, words stranded, holes in the block."""
    starts = [0, *(end + 1 for end in ends[:-1])]
    lines = list(zip(starts, ends, strict=True))
    widths = [x[pieces[last].ink] - x[pieces[first].start] for first, last in lines]
    longest = max(widths, default=0.0)
    found = FLAW_KEPT if 1 < sum(piece.forced for piece in pieces) < len(ends) else 0.0
    clause_ends = _clause_ends(pieces)
    if len(lines) == 1:
        return found + FLAW_ONE_LINE * any(piece.ends == "sentence" for piece in pieces[:-1])
    crossed = 0.0  # by however many lines: a long text cannot but cross some
    for number, ((first, last), width) in enumerate(zip(lines, widths, strict=True)):
        piece = pieces[last]
        if not piece.forced and piece.demerits >= STICKY_END:
            found += FLAW_KEPT if piece.demerits >= SPLIT_KEPT else FLAW_STRANDED
        if not piece.forced and piece.ends in ("", "clause") and (number > 0 or not piece.ends):
            least = SHORT_FIRST if number == 0 else SHORT
            found += FLAW_SHORT * (width < least * longest)
        if _crossing(pieces, x, clause_ends, first, last) > CROSSED_FROM:
            crossed = max(crossed, FLAW_CROSSED[pieces[clause_ends[last]].ends])
    if _is_widow(pieces, *lines[-1], x, measure):
        found += FLAW_STRANDED
    return found + crossed


def _clause_ends(pieces: Sequence[Segment]) -> list[int]:
    """For each segment the last one before it with which a clause or a sentence ends, or -1."""
    found, last = [], -1
    for index, piece in enumerate(pieces):
        found.append(last)
        last = index if piece.ends in ("clause", "sentence") else last
    return found


def _crossing(
    pieces: Sequence[Segment], x: Sequence[float], clause_ends: Sequence[int], first: int, last: int
) -> float:
    """Where the last clause ends behind which a line goes on, as a share of its width; 0 where there is none."""
    left, end = x[pieces[first].start], clause_ends[last]
    width = x[pieces[last].ink] - left
    return (x[pieces[end].ink] - left) / width if end >= first and width else 0.0


def _is_widow(pieces: Sequence[Segment], first: int, last: int, x: Sequence[float], measure: float) -> bool:
    return first == last and x[pieces[last].ink] - x[pieces[first].start] < measure / 3


def _best(
    pieces: Sequence[Segment], x: Sequence[float], measure: float, lines: int, balanced: bool
) -> list[int] | None:
    """The cheapest way to set one paragraph in exactly `lines` lines."""
    starts, inks = [x[piece.start] for piece in pieces], [x[piece.ink] for piece in pieces]
    origin, total, last = starts[0], inks[-1] - starts[0], len(pieces) - 1
    ideal = total / lines if balanced else measure
    clause_ends = _clause_ends(pieces) if balanced else ()
    of_ends = [_OF_ENDS.get(piece.ends, 0.0) for piece in pieces]
    states: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}  # last segment so far -> demerits, ends
    for line in range(1, lines + 1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        is_end, is_inner, least = line == lines, 1 < line < lines, line * total / lines - measure
        for before, (demerits, ends) in states.items():
            left = starts[before + 1] if before < last else inf
            for index in range(before + 1, last + 1):
                piece, ink = pieces[index], inks[index]
                width = ink + piece.hyphen - left
                if width - piece.hyphen > measure:
                    break
                is_last = index == last
                if width > measure or is_last != is_end or ink - origin < least:
                    continue
                miss = 0.0 if is_last and not balanced else (ideal - width) / measure
                hole = HOLE if balanced and miss > 0 and is_inner else 1.0
                widowed = is_last and lines > 1 and _is_widow(pieces, before + 1, index, x, measure)
                cost = demerits + hole * miss * miss + (piece.demerits if not is_last else WIDOW * widowed)
                if balanced:
                    crosses = clause_ends[index] > before and ink != left
                    crossing = (inks[clause_ends[index]] - left) / (ink - left) if crosses else 0.0
                    cost += CROSSED * crossing if crossing else of_ends[index]
                if cost < reached.get(index, (inf, ()))[0]:
                    reached[index] = (cost, (*ends, index))
        states = reached
    best = states.get(last)
    return list(best[1]) if best else None
