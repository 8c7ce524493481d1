"""The e-mail on the laptop's screen, set flat on 400 x 264 and tilted as a whole; in right-to-left texts mirrored.

(A)  Alder Studio                 8:12     sender and time    18, 15.5
     to Maya                               recipient          15.5
Thank You for                              subject            37 down to 23.5, two lines at most
Your Application
----------------------------------------
We enjoyed meeting you. This time we       body               17 to 15 on three lines, 15.5 on four,
have chosen another candidate, and we                         always whole sentences, off the bezel
would be glad to hear from you again.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Point, Rect
from pipeline.kinds.application_email import lettering
from pipeline.kinds.application_email.content import Email
from pipeline.kinds.application_email.drawing import Palette
from pipeline.kinds.application_email.parts.laptop import SCREEN_WIDTH
from pipeline.scene import Box, Item, LeftOut, Picture, TextRun
from pipeline.theme import Faces
from pipeline.typography import Paragraph, Setting, Span, TextStyle, Typesetter, moved

LEFT, RIGHT = 26, 374
AVATAR_X, AVATAR_Y, AVATAR_RADIUS = 44, 44, 18
SENDER_X, SENDER_RIGHT = 74, 300
SENDER_BASELINE, TO_BASELINE = 41, 60
# Between the first cap height and the last baseline of the subject, and the rule below; over a body of four lines both
# are higher; without a body there is no rule.
SUBJECT_MIDDLE, SUBJECT_MIDDLE_TIGHT, SUBJECT_MIDDLE_ALONE = 121, 116, 148
RULE_Y, RULE_Y_TIGHT = 173, 165
SUBJECT_HEIGHT = 67
SUBJECT_SETTINGS = tuple(Setting(size, 41 / 37, 2) for size in (37, 33, 29, 26, 23.5))
BODY_BASELINE, BODY_BASELINE_TIGHT = 201, 184  # of the first line; of the first of four
BODY_FOOT = 245  # the last baseline is not lower: from there to the bezel it is a line
MOST_LINES = 3  # under the rule as the designer has it
BODY_MEASURE = 348
BODY_SETTINGS = (
    Setting(17, 22 / 17, MOST_LINES),
    Setting(15.5, 20 / 15.5, MOST_LINES),
    Setting(15, 20 / 15, MOST_LINES),
    Setting(15.5, 20 / 15.5, 4),
)
NO_ROOM = "no room on the screen, which shows whole sentences"
BODY_HEIGHTS = 58, 58, 58, 72  # of each setting, from the first cap height to the last baseline


class Screen(NamedTuple):
    """What is set on the screen, and the sentences that have no room there."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]


def set_email(email: Email, palette: Palette, faces: Faces, typesetter: Typesetter) -> Screen:
    """The e-mail as items in the flat coordinates of the screen."""
    return _Sheet(palette, faces, typesetter, typesetter.direction == "rtl").written(email)


class _Body(NamedTuple):
    """The sentences that are shown: how many, in how many lines, and their runs."""

    sentences: int
    lines: int
    runs: tuple[TextRun, ...]

    @property
    def is_tight(self) -> bool:
        """Whether the lines need more room than the designer gave them."""
        return self.lines > MOST_LINES


class _Sheet(NamedTuple):
    """The screen that is being set."""

    palette: Palette
    faces: Faces
    typesetter: Typesetter
    mirrored: bool

    def written(self, email: Email) -> Screen:
        time = self._set(email.time, self._style(15.5, "screen_muted"))
        sender_right = min(SENDER_RIGHT, RIGHT - time.width - 16) if email.time else RIGHT
        style = self._style(18, "screen_ink", 600)
        sender = self._cut(email.sender, style, SENDER_X, sender_right, SENDER_BASELINE)
        body = self._body(email.body)
        middle = SUBJECT_MIDDLE_TIGHT if body.is_tight else SUBJECT_MIDDLE if body.lines else SUBJECT_MIDDLE_ALONE
        rule = Rect(LEFT, RULE_Y_TIGHT if body.is_tight else RULE_Y, RIGHT - LEFT, 1.5)
        items = (
            *self._avatar(email),
            *sender,
            *self._cut(email.to, self._style(15.5, "screen_muted"), SENDER_X, RIGHT, TO_BASELINE),
            *time.placed(*self._at(RIGHT - time.width, time.width, SENDER_BASELINE)),
            *self._subject(email.subject, middle),
            *((Box(rule, fill=self.palette["screen_rule"]),) if body.lines else ()),
            *body.runs,
        )
        beyond = tuple(sentence.field for sentence in email.body[body.sentences :])
        return Screen(items, (LeftOut(beyond, NO_ROOM),) if beyond else ())

    def _style(self, size: float, color: str, weight: int = 400) -> TextStyle:
        return TextStyle(self.faces.text, size, self.palette[color], weight)

    def _set(self, leaf: Leaf, style: TextStyle) -> Paragraph:
        return self.typesetter.set([Span(leaf.text, style)], role=leaf.field)

    def _at(self, x: float, width: float, baseline: float) -> tuple[float, float]:
        """Where a column that begins at x stands, as the screen is read."""
        return (SCREEN_WIDTH - x - width if self.mirrored else x), baseline

    def _rect(self, rect: Rect) -> Rect:
        return rect.mirrored(SCREEN_WIDTH) if self.mirrored else rect

    def _avatar(self, email: Email) -> tuple[Item, ...]:
        disc = self._rect(Rect.around(Point(AVATAR_X, AVATAR_Y), AVATAR_RADIUS))
        if email.picture:
            return (Picture(disc, email.picture, AVATAR_RADIUS, role=email.avatar.field),)
        style = TextStyle(self.faces.numerals + self.faces.text, 18, self.palette["screen_on"], 600)
        name = self._set(email.avatar, style._replace(size=15) if len(email.avatar.text) > 1 else style)
        baseline = AVATAR_Y + name.cap_height / 2
        return (
            Box(disc, fill=self.palette["screen_accent"], radius=AVATAR_RADIUS),
            *(moved(run, 0, baseline) for run in name.placed(disc.center.x - name.width / 2, 0)),
        )

    def _cut(self, leaf: Leaf, style: TextStyle, left: float, right: float, baseline: float) -> tuple[TextRun, ...]:
        """One line, cut with an ellipsis where it is wider than its column."""
        measure = right - left
        set_ = lettering.cut(self.typesetter, leaf, style, measure)
        return set_.placed(*self._at(left, measure, baseline))

    def _subject(self, subject: Leaf, middle: float) -> tuple[TextRun, ...]:
        style = TextStyle(self.faces.display, 37, self.palette["screen_ink"], 600, tracking_em=-0.5 / 37)
        measure = RIGHT - LEFT
        try:
            spans, role = [Span(subject.text, style)], subject.field
            set_ = self.typesetter.fit(spans, SUBJECT_SETTINGS, measure, SUBJECT_HEIGHT, hanging=False, role=role)
        except FitError as error:
            fact = f"{len(subject.text)} characters do not fit two lines of the screen"
            hint = "shorten it to about 55 characters; `title` and `alt` may have the whole"
            raise FitError(Problem(fact, hint=hint, field=subject.field)) from error
        first = middle - set_.height / 2 + set_.cap_height
        return set_.placed(*self._at(LEFT - 1, measure, first))

    def _body(self, body: tuple[Leaf, ...]) -> _Body:
        """The most whole sentences, in the first of the settings that shows as many."""
        if not body:
            return _Body(0, 0, ())
        tried = (self._most(body, *room) for room in zip(BODY_SETTINGS, BODY_HEIGHTS, strict=True))
        best = max(tried, key=lambda found: found.sentences)
        if not best.sentences:
            held = len(body[0].text.rstrip())
            fact = f"the first sentence has {held} characters, and four lines of the screen do not hold it"
            hint = "begin with a shorter sentence; the screen shows whole sentences only"
            raise FitError(Problem(fact, hint=hint, field="email.body"))
        return best

    def _most(self, body: tuple[Leaf, ...], setting: Setting, height: float) -> _Body:
        """As many of the sentences as a setting holds."""
        style = self._style(setting.size, "screen_muted")
        spans = [Span(leaf.text, style, leaf.field) for leaf in body]
        found = _Body(0, 0, ())
        for count in range(1, len(spans) + 1):
            shown = [*spans[: count - 1], spans[count - 1]._replace(text=spans[count - 1].text.rstrip(" "))]
            try:
                set_ = self.typesetter.fit(
                    shown, [setting], BODY_MEASURE, height, hanging=False, is_running=True, role="email.body"
                )
            except FitError:
                break
            baseline = BODY_BASELINE if len(set_.lines) <= MOST_LINES else BODY_BASELINE_TIGHT
            place = self._at(LEFT, BODY_MEASURE, min(baseline, BODY_FOOT - set_.depth))
            found = _Body(count, len(set_.lines), set_.placed(*place))
        return found
