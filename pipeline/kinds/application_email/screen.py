"""The e-mail on the laptop's screen, set flat on 400 x 264 and tilted as a whole; in right-to-left texts mirrored.

(A)  Alder Studio                 8:12     sender and time    18, 15.5
     to Maya                               recipient          15.5
Thank You for                              subject            37 down to 23.5, two lines at most
Your Application
----------------------------------------
We enjoyed meeting you. This time we       body               17 on three lines or 15.5 on four,
have chosen another candidate, and we                         always whole sentences
would be glad to hear from you again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.errors import FitError, Problem
from pipeline.geometry import Point, Rect
from pipeline.kinds.application_email import lettering
from pipeline.kinds.application_email.drawing import Palette
from pipeline.kinds.application_email.parts.laptop import SCREEN_WIDTH
from pipeline.kinds.application_email.spec import Email
from pipeline.scene import Box, Item, Picture, TextRun
from pipeline.theme import Faces
from pipeline.typography import Paragraph, Setting, Span, TextStyle, Typesetter, moved

LEFT, RIGHT = 26, 374
AVATAR_X, AVATAR_Y, AVATAR_RADIUS = 44, 44, 18
SENDER_X, SENDER_RIGHT = 74, 300
SENDER_BASELINE, TO_BASELINE = 41, 60
SUBJECT_MIDDLE, SUBJECT_MIDDLE_ALONE = 121, 148  # between the first cap height and the last baseline; without a body
SUBJECT_HEIGHT = 67
SUBJECT_SETTINGS = tuple(Setting(size, 41 / 37, 2) for size in (37, 33, 29, 26, 23.5))
RULE_Y = 173
BODY_BASELINE, BODY_BASELINE_TIGHT = 201, 194  # of the first line; of the first of four
BODY_MEASURE = 348
BODY_SETTINGS = Setting(17, 22 / 17, 3), Setting(15.5, 20 / 15.5, 4)
BODY_HEIGHTS = 58, 72  # of each setting, from the first cap height to the last baseline
LETTERS = 2  # an avatar that is no picture
PICTURES = (".png", ".jpg", ".jpeg", ".webp")

TO = {  # what stands before the recipient, by language; elsewhere the name stands alone
    "en": "to {}", "de": "an {}", "fr": "à {}", "es": "para {}", "pt": "para {}", "it": "a {}", "nl": "aan {}",
    "sv": "till {}", "da": "til {}", "nb": "til {}", "pl": "do {}", "ar": "إلى {}", "he": "אל {}",
}  # fmt: skip

_STOPS = ".!?…؟۔।"
_END = rf"[{_STOPS}]{{%s,}}[\"”’»)]*(?= |$)"
SENTENCE = rf"{_END % 2}|\S.*?(?:(?<![{_STOPS}]){_END % 1}|[。！？]+[」』”]*|$)"  # a run of stops is tried once


class Screen(NamedTuple):
    """What is set on the screen: the items and the part of the body that had room."""

    items: tuple[Item, ...]
    body: str


def set_email(email: Email, lang: str, palette: Palette, faces: Faces, typesetter: Typesetter) -> Screen:
    """The e-mail as items in the flat coordinates of the screen."""
    return _Sheet(palette, faces, typesetter, typesetter.direction == "rtl").written(email, lang)


def sentences(body: str) -> list[str]:
    """A text's sentences, each with its end mark, whatever its line breaks."""
    return re.findall(SENTENCE, " ".join(body.split()))


class _Body(NamedTuple):
    """The sentences that are shown: how many, their text, and their runs."""

    sentences: int
    text: str
    runs: tuple[TextRun, ...]


class _Sheet(NamedTuple):
    """The screen that is being set."""

    palette: Palette
    faces: Faces
    typesetter: Typesetter
    mirrored: bool

    def written(self, email: Email, lang: str) -> Screen:
        time = self._set(email.time, self._style(15.5, "screen_muted"), "email.time")
        sender_right = min(SENDER_RIGHT, RIGHT - time.width - 16) if email.time else RIGHT
        style = self._style(18, "screen_ink", 600)
        sender = self._cut(email.sender, style, SENDER_X, sender_right, SENDER_BASELINE, "email.from")
        to = TO.get(lang.partition("-")[0], "{}").format(email.to) if email.to else ""
        body = self._body(email.body)
        middle = SUBJECT_MIDDLE if body.sentences else SUBJECT_MIDDLE_ALONE
        items = (
            *self._avatar(email),
            *sender,
            *self._cut(to, self._style(15.5, "screen_muted"), SENDER_X, RIGHT, TO_BASELINE, "email.to"),
            *time.placed(*self._at(RIGHT - time.width, time.width, SENDER_BASELINE)),
            *self._subject(email.subject, middle),
            *self._rule(bool(body.sentences)),
            *body.runs,
        )
        return Screen(items, body.text)

    def _style(self, size: float, color: str, weight: int = 400) -> TextStyle:
        return TextStyle(self.faces.text, size, self.palette[color], weight)

    def _set(self, text: str, style: TextStyle, role: str) -> Paragraph:
        return self.typesetter.set([Span(text, style)], role=role)

    def _at(self, x: float, width: float, baseline: float) -> tuple[float, float]:
        """Where a column that begins at x stands, as the screen is read."""
        return (SCREEN_WIDTH - x - width if self.mirrored else x), baseline

    def _rect(self, rect: Rect) -> Rect:
        return rect.mirrored(SCREEN_WIDTH) if self.mirrored else rect

    def _avatar(self, email: Email) -> tuple[Item, ...]:
        disc = self._rect(Rect.around(Point(AVATAR_X, AVATAR_Y), AVATAR_RADIUS))
        if email.avatar.lower().endswith(PICTURES):
            return (Picture(disc, email.avatar, AVATAR_RADIUS, role="email.avatar"),)
        letters = (email.avatar or email.sender.strip())[: LETTERS if email.avatar else 1].upper()
        style = TextStyle(self.faces.numerals + self.faces.text, 18, self.palette["screen_on"], 600)
        if len(letters) > 1:
            style = style._replace(size=15)
        name = self._set(letters, style, "email.avatar" if email.avatar else "email.from")
        baseline = AVATAR_Y + name.cap_height / 2
        return (
            Box(disc, fill=self.palette["screen_accent"], radius=AVATAR_RADIUS),
            *(moved(run, 0, baseline) for run in name.placed(disc.center.x - name.width / 2, 0)),
        )

    def _cut(
        self, text: str, style: TextStyle, left: float, right: float, baseline: float, role: str
    ) -> tuple[TextRun, ...]:
        """One line, cut with an ellipsis where it is wider than its column."""
        measure = right - left
        set_ = lettering.cut(self.typesetter, text, style, measure, role)
        return set_.placed(*self._at(left, measure, baseline))

    def _subject(self, subject: str, middle: float) -> tuple[TextRun, ...]:
        style = TextStyle(self.faces.display, 37, self.palette["screen_ink"], 600, tracking_em=-0.5 / 37)
        measure = RIGHT - LEFT
        try:
            set_ = self.typesetter.fit(
                [Span(subject.strip(), style)],
                SUBJECT_SETTINGS,
                measure,
                SUBJECT_HEIGHT,
                hanging=False,
                role="email.subject",
            )
        except FitError as error:
            raise FitError(_too_long_for_two_lines(subject)) from error
        first = middle - set_.height / 2 + set_.cap_height
        return set_.placed(*self._at(LEFT - 1, measure, first))

    def _rule(self, has_body: bool) -> tuple[Item, ...]:
        rule = Rect(LEFT, RULE_Y, RIGHT - LEFT, 1.5)
        return (Box(rule, fill=self.palette["screen_rule"]),) if has_body else ()

    def _body(self, body: str) -> _Body:
        """The most whole sentences, in the larger setting where that shows as many."""
        written = sentences(body)
        if not written:
            return _Body(0, "", ())
        larger, smaller = (self._most(written, *room) for room in zip(BODY_SETTINGS, BODY_HEIGHTS, strict=True))
        best = smaller if smaller.sentences > larger.sentences else larger
        if not best.sentences:
            raise FitError(_too_long(written[0]))
        return best

    def _most(self, written: list[str], setting: Setting, height: float) -> _Body:
        """As many of the sentences as a setting holds."""
        style = self._style(setting.size, "screen_muted")
        found = _Body(0, "", ())
        for count in range(1, len(written) + 1):
            text = " ".join(written[:count])
            try:
                set_ = self.typesetter.fit(
                    [Span(text, style)], [setting], BODY_MEASURE, height, hanging=False, role="email.body"
                )
            except FitError:
                break
            baseline = BODY_BASELINE if len(set_.lines) < 4 else BODY_BASELINE_TIGHT
            found = _Body(count, text, set_.placed(*self._at(LEFT, BODY_MEASURE, baseline)))
        return found


def _too_long_for_two_lines(subject: str) -> Problem:
    return Problem(
        f"{len(subject)} characters do not fit two lines of the screen",
        hint="shorten it to about 55 characters; `title` and `alt` may have the whole",
        field="email.subject",
    )


def _too_long(sentence: str) -> Problem:
    return Problem(
        f"the first sentence has {len(sentence)} characters, and four lines of the screen do not hold it",
        hint="begin with a shorter sentence; the screen shows whole sentences only",
        field="email.body",
    )
