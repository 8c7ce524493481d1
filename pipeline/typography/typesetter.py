"""The typesetter: styled text and a measure become a paragraph, or a clear reason why not."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, inf

from pipeline.errors import FitError, Problem
from pipeline.typography.faces import FaceLibrary
from pipeline.typography.lines import paragraph
from pipeline.typography.prepared import Broken, Prepared, prepare
from pipeline.typography.styles import Align, Direction, Paragraph, Setting, StyledText

BISECTIONS = 7  # finding how much of a text would fit: to a hundredth
SMALLER_FOR_CLEAN_BREAKS = 2  # settings
WHOLE_WORDS_FROM = 0.6  # of the size at which hyphenated words would fit: below, hyphens look better


class Typesetter:
    """Sets text in the faces of a library, in one language and base direction."""

    def __init__(self, faces: FaceLibrary, lang: str = "en", direction: Direction = "auto") -> None:
        self.faces = faces
        self.lang = lang
        self.direction = direction

    def towards(self, direction: Direction) -> Typesetter:
        """A typesetter like this one for a layout that runs in `direction`."""
        return Typesetter(self.faces, self.lang, direction)

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

        Words that are wider are hyphenated, at last broken between letters. `align` means the reading direction's
        start; `hanging` lets quotation marks and end punctuation stand outside the edges. Raises AssetError for a
        character that no face has.
        """
        prepared = self._prepare(text, hanging, role)
        return paragraph(prepared, prepared.broken(measure, balanced=balanced), measure, align, hanging)

    def fit(
        self,
        text: StyledText,
        settings: Sequence[Setting],
        measure: float,
        height: float,
        *,
        align: Align = "start",
        hanging: bool = True,
        role: str = "text",
    ) -> Paragraph:
        """The text in balanced lines, in the first of the settings in which it keeps to measure, height and most lines.

        Where the breaks would strand a short word, another line and up to two smaller settings are tried. `height`
        runs from the first cap height to the last baseline. A word too wide for the measure is hyphenated where keeping
        it whole would cost much of the size, and cut between letters only when nothing else holds it. Raises FitError
        with the number of characters that would fit, AssetError as `set` does.
        """
        whole = self._with_whole_words(text, settings, measure, height, hanging, role)
        smallest_worth = whole[0].size / WHOLE_WORDS_FROM if whole else 0.0
        larger = [setting for setting in settings if setting.size > smallest_worth]
        fitted = self._hyphenated(text, larger, measure, height, hanging, role) or whole
        if fitted is None:
            fitted = self._cut_anywhere(text, settings[-1], measure, height, hanging, role)
        return paragraph(*fitted, measure, align, hanging)

    def _with_whole_words(
        self, text: StyledText, settings: Sequence[Setting], measure: float, height: float, hanging: bool, role: str
    ) -> tuple[Prepared, Broken] | None:
        """The first fit that cuts no word, or a slightly smaller one that strands none."""
        whole = None
        smaller = 0
        for setting in settings:
            prepared = self._prepare(setting.applied(text), hanging, role)
            fewest = prepared.fewest_lines(measure)
            for spare_lines in (0, 1):
                if fewest is None or not prepared.holds(fewest + spare_lines, setting, height):
                    break
                broken = prepared.broken(measure, balanced=True, spare_lines=spare_lines)
                if prepared.is_clean(broken, measure):
                    return prepared, broken
                whole = whole or (prepared, broken)
            if whole and smaller == SMALLER_FOR_CLEAN_BREAKS:
                break
            smaller += whole is not None
        return whole

    def _hyphenated(
        self, text: StyledText, settings: Sequence[Setting], measure: float, height: float, hanging: bool, role: str
    ) -> tuple[Prepared, Broken] | None:
        """The first fit in which words wider than the measure are hyphenated, if a dictionary can do that."""
        for setting in settings:
            prepared = self._prepare(setting.applied(text), hanging, role)
            at_least = ceil(prepared.x[-1] / measure)
            if prepared.holds(at_least, setting, height) and prepared.can_hyphenate(measure):
                broken = prepared.broken(measure, balanced=False)
                if prepared.holds(len(broken.ends), setting, height):
                    return prepared, broken
        return None

    def _cut_anywhere(
        self, text: StyledText, setting: Setting, measure: float, height: float, hanging: bool, role: str
    ) -> tuple[Prepared, Broken]:
        prepared = self._prepare(setting.applied(text), hanging, role)
        broken = prepared.broken(measure, balanced=True)
        if prepared.holds(len(broken.ends), setting, height):
            return prepared, broken
        raise FitError(_too_long(prepared, setting, measure, height))

    def _prepare(self, text: StyledText, hanging: bool, role: str) -> Prepared:
        return prepare(self.faces, tuple(text), self.lang, self.direction, hanging, role)


def _too_long(prepared: Prepared, setting: Setting, measure: float, height: float) -> Problem:
    """The problem of a text that fits nowhere, with the length that would."""
    low, high = 0, len(prepared.text)
    for _ in range(BISECTIONS):
        middle = (low + high) // 2
        broken = prepared.until(middle).broken(measure, balanced=False)
        low, high = (middle, high) if prepared.holds(len(broken.ends), setting, height) else (low, middle)
    return Problem(
        f"{len(prepared.text)} characters do not fit {measure:.0f} x {height:.0f} px at {setting.size:g} px, "
        "the smallest size",
        hint=f"shorten it to about {low} characters, or choose a larger picture",
        field=prepared.role,
    )
