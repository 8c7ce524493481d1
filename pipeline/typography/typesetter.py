"""The typesetter: styled text and a measure become a paragraph, or a clear reason why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil, inf
from typing import NamedTuple

from pipeline import prose
from pipeline.errors import FitError, Problem
from pipeline.typography.directions import is_right_to_left
from pipeline.typography.faces import FaceLibrary, is_tall
from pipeline.typography.lines import paragraph
from pipeline.typography.prepared import Broken, Prepared, Room, prepare
from pipeline.typography.styles import Align, Direction, Paragraph, Setting, Span, StyledText

BISECTIONS = 7  # finding how much of a text would fit: to a hundredth
SMALLER_FOR_CLEAN_BREAKS = 2  # settings
SMALLER_IS_WORSE, ANOTHER_LINE_IS_WORSE = 0.2, 0.02  # in flaws: one crossed clause is worth a setting, not two
LEAST_SHARE = 0.9  # of a text's length in one setting that it has in another, which may be tighter or lighter
_TURNED: dict[Align, Align] = {"start": "end", "center": "center", "end": "start"}
REMEMBERED = 512  # paragraphs: those of some checklists, about 5 MB
WHOLE_WORDS_FROM = 0.6  # of the size at which hyphenated words would fit: below, hyphens look better


class Typesetter(NamedTuple):
    """Sets text in the faces of a library, in one language, on a page of one direction; it remembers what it has set.

    Each text runs in its own direction, but stands where the page's begins: on a page from right to left "2 of 3" is
    not turned round, and one Arabic word in it turns all of it. On a page of direction "auto" each stands for itself,
    as its language or its first letter has it.

    Letters of a tall face are set smaller where lines have a height of their own. They keep their size in what `fit`
    sets, if there is room for that, and with `keeps_size`, for layouts that ask each paragraph how deep it is.
    """

    faces: FaceLibrary
    lang: str = "en"
    direction: Direction = "auto"
    keeps_size: bool = False

    def towards(self, direction: Direction) -> Typesetter:
        """A typesetter like this one for a page that runs in `direction`."""
        return self._replace(direction=direction)

    def runs_right_to_left(self, text: str) -> bool:
        """Whether a text does on this page."""
        of_language = prose.direction(self.lang)
        if self.direction != "auto" and (of_language or self.direction == "rtl"):
            return is_right_to_left(text, self.direction)
        return is_right_to_left(text, of_language)

    def set(
        self,
        text: StyledText,
        measure: float = inf,
        *,
        align: Align = "start",
        balanced: bool = False,
        hanging: bool = False,
        role: str = "",
    ) -> Paragraph:
        """The text in lines no wider than the measure.

        Words that are wider are hyphenated, at last broken between letters. `align` means the page's start; `hanging`
        lets quotation marks and end punctuation stand outside the edges. Raises AssetError for a character that no
        face has.
        """
        return _set(self, tuple(text), measure, align, balanced, hanging, role)

    def fit(
        self,
        text: StyledText,
        settings: Sequence[Setting],
        measure: float,
        height: float,
        *,
        align: Align = "start",
        hanging: bool = True,
        is_running: bool = False,
        role: str = "text",
    ) -> Paragraph:
        """The text in balanced lines, in the first of the settings in which it keeps to measure, height and most lines.

        Where the breaks would split a phrase, strand a short word, leave a hole in the block or part the author's
        lines, another line and up to two smaller settings are tried; a text that `is_running` has the fewest lines,
        and its sentences end anywhere in them. `height` runs from the first cap height to the last baseline. A word
        too wide for the measure is hyphenated where keeping it whole would cost much of the size, and cut between
        letters only when nothing else holds it. Raises FitError with the number of characters that would fit,
        AssetError as `set` does.
        """
        return _fitted(self, tuple(text), tuple(settings), Room(measure, height), align, hanging, is_running, role)

    def prepare(self, text: StyledText, hanging: bool, role: str) -> Prepared:
        """The text shaped and measured, ready to be broken; raises AssetError as `set` does."""
        is_rtl = self.runs_right_to_left("".join(span.text for span in text))
        direction, snug = "rtl" if is_rtl else "ltr", not self.keeps_size
        return prepare(self.faces, tuple(text), self.lang, direction, hanging, role, snug)

    def laid(self, prepared: Prepared, broken: Broken, measure: float, align: Align, hanging: bool) -> Paragraph:
        """The lines of a broken text, `align` being the page's."""
        turns = self.direction != "auto" and prepared.is_rtl != (self.direction == "rtl")
        return paragraph(prepared, broken, measure, _TURNED[align] if turns else align, hanging)


@lru_cache(maxsize=REMEMBERED)
def _set(
    typesetter: Typesetter,
    text: tuple[Span, ...],
    measure: float,
    align: Align,
    balanced: bool,
    hanging: bool,
    role: str,
) -> Paragraph:
    prepared = typesetter.prepare(text, hanging, role)
    return typesetter.laid(prepared, prepared.broken(measure, balanced=balanced), measure, align, hanging)


@lru_cache(maxsize=REMEMBERED)
def _fitted(
    typesetter: Typesetter,
    text: tuple[Span, ...],
    settings: tuple[Setting, ...],
    room: Room,
    align: Align,
    hanging: bool,
    is_running: bool,
    role: str,
) -> Paragraph:
    tries = _Tries(typesetter._replace(keeps_size=True), text, room, hanging, is_running, role)
    try:
        fitted = tries.best(settings)
    except FitError:
        if not tries.is_tall(settings[-1]):
            raise
        fitted = tries._replace(typesetter=typesetter).best(settings)
    return typesetter.laid(*fitted, room.measure, align, hanging)


class _Tries(NamedTuple):
    """One text and its room, to be tried in one setting after the other."""

    typesetter: Typesetter
    text: tuple[Span, ...]
    room: Room
    hanging: bool
    is_running: bool
    role: str

    def best(self, settings: Sequence[Setting]) -> tuple[Prepared, Broken]:
        """The text in the first setting that holds it, words whole unless that costs much of the size, or FitError."""
        whole = self.with_whole_words(settings)
        smallest_worth = whole[0].size / WHOLE_WORDS_FROM if whole else 0.0
        larger = [setting for setting in settings if setting.size > smallest_worth]
        return self.hyphenated(larger) or whole or self.cut_anywhere(settings[-1])

    def is_tall(self, setting: Setting) -> bool:
        """Whether some of its letters would be smaller in lines made for other faces."""
        return any(is_tall(stretch.face) for stretch in self._in(setting).stretches)

    def with_whole_words(self, settings: Sequence[Setting]) -> tuple[Prepared, Broken] | None:
        """The first fit that cuts no word, or a slightly smaller one with less wrong in its breaks."""
        best, least = None, inf
        smaller = 0
        for setting in self._not_hopeless(settings):
            prepared = self._in(setting)
            fewest = prepared.fewest_lines(self.room.measure)
            for spare_lines in (0,) if self.is_running else (0, 1):
                if fewest is None or not prepared.holds(fewest + spare_lines, setting, self.room):
                    break
                broken = prepared.broken(self.room.measure, balanced=True, spare_lines=spare_lines)
                if not prepared.fits(broken, setting, self.room):
                    break
                flaws = prepared.flaws(broken, self.room.measure) + smaller * SMALLER_IS_WORSE
                flaws += spare_lines * ANOTHER_LINE_IS_WORSE
                if flaws < least:
                    best, least = (prepared, broken), flaws
            smaller += best is not None
            if smaller > SMALLER_FOR_CLEAN_BREAKS or least <= smaller * SMALLER_IS_WORSE:
                break
        return best

    def hyphenated(self, settings: Sequence[Setting]) -> tuple[Prepared, Broken] | None:
        """The first fit in which words wider than the measure are hyphenated, if a dictionary can do that.

        One slightly smaller is better where that parts compounds at their joints alone.
        """
        best, fewest = None, inf
        smaller = 0
        for setting in self._not_hopeless(settings):
            prepared = self._in(setting)
            at_least = ceil(prepared.x[-1] / self.room.measure)
            if prepared.holds(at_least, setting, self.room) and prepared.can_hyphenate(self.room.measure):
                broken = prepared.broken(self.room.measure, balanced=False)
                split = prepared.split_words(broken)
                if prepared.fits(broken, setting, self.room) and split < fewest:
                    best, fewest = (prepared, broken), split
            smaller += best is not None
            if smaller > SMALLER_FOR_CLEAN_BREAKS or not fewest:
                break
        return best

    def cut_anywhere(self, setting: Setting) -> tuple[Prepared, Broken]:
        """The text in this setting, words cut where they must be; raises FitError if even that is too long."""
        prepared = self._in(setting)
        broken = prepared.broken(self.room.measure, balanced=True)
        if prepared.fits(broken, setting, self.room):
            return prepared, broken
        raise FitError(_too_long(prepared, setting, self.room))

    def _in(self, setting: Setting) -> Prepared:
        prepared = self.typesetter.prepare(setting.applied(self.text), self.hanging, self.role)
        return prepared.running() if self.is_running else prepared

    def _not_hopeless(self, settings: Sequence[Setting]) -> Iterator[Setting]:
        """The settings whose lines could be long enough for the text, going by its length in one of them."""
        if not settings:
            return
        typical = self._in(settings[len(settings) // 2])
        ems = typical.x[-1] / typical.size
        for setting in settings:
            if ems * LEAST_SHARE * setting.size <= setting.max_lines * self.room.measure:
                yield setting


def _too_long(prepared: Prepared, setting: Setting, room: Room) -> Problem:
    """The problem of a text that fits nowhere, with the length that would; of several fields, that of the longest."""
    low, high = 0, len(prepared.text)
    for _ in range(BISECTIONS):
        middle = (low + high) // 2
        broken = prepared.until(middle).broken(room.measure, balanced=False)
        low, high = (middle, high) if prepared.fits(broken, setting, room) else (low, middle)
    fields, longest = list(dict.fromkeys(span.role for span in prepared.spans)), max(prepared.spans, key=_length)
    of_all = f" of {', '.join(fields[:-1])} and {fields[-1]}" if all(fields) and len(fields) > 1 else ""
    fact = f"{len(prepared.text)} characters{of_all} do not fit {room.measure:.0f} x {room.height:.0f} px"
    less = f"by about {len(prepared.text) - low}" if of_all else f"to about {low}"
    return Problem(
        f"{fact} at {setting.size:g} px, the smallest size",
        hint=f"shorten it {less} characters, or choose a larger picture",
        field=longest.role if of_all else prepared.role,
        held=low,
    )


def _length(span: Span) -> int:
    return len(span.text)
