"""The e-mail on the laptop's screen, set flat on 400 x 264 and tilted as a whole; in right-to-left texts mirrored.

(A)  Alder Studio                 8:12     sender and time    18, 15.5
     to Maya                               recipient          15.5
Thank You for                              subject            37 down to 23.5, two lines at most
Your Application
----------------------------------------
We enjoyed meeting you. This time we       body               17 to 15 on three lines, 15.5 on four,
have chosen another candidate, and we                         always whole sentences, off the bezel
would be glad to hear from you again.

Subject and body are one block. A full one ends a line's height above the bezel; of the room that a shorter one leaves,
the lesser part lies above it.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Point, Rect
from pipeline.kinds.application_email.content import Email
from pipeline.kinds.application_email.drawing import Palette
from pipeline.kinds.application_email.parts.laptop import SCREEN_HEIGHT
from pipeline.layout.canvas import DESCENDERS, Canvas
from pipeline.scene import LeftOut, Picture
from pipeline.typography import Paragraph, Setting, Span, TextStyle

LEFT, RIGHT = 26, 374
AVATAR = Point(44, 44)
AVATAR_RADIUS = 18
SENDER_X, SENDER_RIGHT = 74, 300
SENDER_BASELINE, TO_BASELINE = 41, 60
HEAD_FOOT = 62  # of the avatar
SUBJECT_HEIGHT = 67
SUBJECT_SETTINGS = tuple(Setting(size, 41 / 37, 2) for size in (37, 33, 29, 26, 23.5))
BODY_HEIGHT = 72  # from the first cap height to the last baseline, at the most
ABOVE = 26  # a full block
RISE = 0.4  # of what a shorter block leaves, above it
NO_ROOM = "no room on the screen, which shows whole sentences"


class BodyLook(NamedTuple):
    """How a body is set, and how far below the subject's last baseline its rule and its first baseline lie."""

    setting: Setting
    rule: float
    first: float


LOOKS = (
    *(BodyLook(Setting(size, leading / size, 3), 17, 40) for size, leading in ((17, 22), (15.5, 20), (15, 20))),
    BodyLook(Setting(15.5, 19 / 15.5, 4), 13, 33),
)


class _Body(NamedTuple):
    """The sentences that are shown, set: how many, and in which way."""

    sentences: int
    lines: Paragraph
    look: BodyLook


def set_email(canvas: Canvas, email: Email, palette: Palette) -> tuple[LeftOut, ...]:
    """Write the e-mail on a canvas as large as the screen; the sentences for which there is no room."""
    muted, strong = canvas.style(15.5, palette["screen_muted"]), canvas.style(18, palette["screen_ink"], 600)
    width = canvas.measure(email.time.text, muted)
    right = min(SENDER_RIGHT, RIGHT - width - 16) if width else RIGHT
    sender = canvas.cut(email.sender.text, strong, right - SENDER_X, email.sender.field)
    _avatar(canvas, email, palette)
    canvas.text(SENDER_X, SENDER_BASELINE, sender, strong, role=email.sender.field)
    recipient = canvas.cut(email.to.text, muted, RIGHT - SENDER_X, email.to.field)
    canvas.text(SENDER_X, TO_BASELINE, recipient, muted, role=email.to.field)
    canvas.text(RIGHT, SENDER_BASELINE, email.time.text, muted, anchor="end", role=email.time.field)
    subject = _subject(canvas, email.subject, palette)
    body = _body(canvas, email.body, muted) if email.body else None
    depth = body.look.first + body.lines.depth if body else 0.0
    lowest = body.lines if body else subject
    foot = SCREEN_HEIGHT - lowest.leading - DESCENDERS * lowest.size
    spare = foot - HEAD_FOOT - subject.height - depth
    first = HEAD_FOOT + min(spare, ABOVE) + RISE * max(0.0, spare - ABOVE) + subject.cap_height
    canvas.paragraph(subject, LEFT - 1, first)
    last = round(first) + subject.depth
    if body is None:
        return ()
    canvas.box(Rect(LEFT, last + body.look.rule, RIGHT - LEFT, 1.5), palette["screen_rule"])
    canvas.paragraph(body.lines, LEFT, last + body.look.first)
    beyond = tuple(sentence.field for sentence in email.body[body.sentences :])
    return (LeftOut(beyond, NO_ROOM),) if beyond else ()


def _avatar(canvas: Canvas, email: Email, palette: Palette) -> None:
    disc = Rect.around(AVATAR, AVATAR_RADIUS)
    if email.picture:
        canvas.items.append(Picture(canvas.placed(disc), email.picture, AVATAR_RADIUS, role=email.avatar.field))
        return
    canvas.box(disc, palette["screen_accent"], AVATAR_RADIUS)
    faces = canvas.theme.faces
    style = canvas.style(15 if len(email.avatar.text) > 1 else 18, palette["screen_on"], 600, "numerals")
    style = style._replace(families=faces.numerals + faces.text)
    canvas.text(AVATAR.x, AVATAR.y + 0.36 * style.size, email.avatar.text, style, anchor="middle", role="email.avatar")


def _subject(canvas: Canvas, subject: Leaf, palette: Palette) -> Paragraph:
    style = canvas.style(37, palette["screen_ink"], 600, "display", -0.5 / 37)
    text = [Span(subject.text, style)]
    try:
        return canvas.page.fit(text, style, SUBJECT_SETTINGS, RIGHT - LEFT, SUBJECT_HEIGHT, subject.field)
    except FitError as error:
        fact = f"{len(subject.text)} characters do not fit two lines of the screen"
        hint = f"shorten it to about {error.problems[0].held} characters; `title` and `alt` may have the whole"
        raise FitError(Problem(fact, hint=hint, field="email.subject")) from error


def _body(canvas: Canvas, body: tuple[Leaf, ...], style: TextStyle) -> _Body:
    """The most whole sentences, in the larger setting where that shows as many."""
    bodies: list[_Body] = []
    for look in LOOKS:
        found = _most(canvas, body, style, look)
        bodies += [found] if found else []
        if found and found.sentences == len(body):  # no smaller setting shows more
            break
    if not bodies:
        length = len(body[0].text.rstrip())
        fact = f"the first sentence has {length} characters, and four lines of the screen do not hold it"
        hint = "begin with a shorter sentence; the screen shows whole sentences only"
        raise FitError(Problem(fact, hint=hint, field="email.body"))
    return max(bodies, key=lambda each: each.sentences)


def _most(canvas: Canvas, body: tuple[Leaf, ...], style: TextStyle, look: BodyLook) -> _Body | None:
    """As many of the sentences as a setting holds, none if it does not hold the first."""
    spans, most = [Span(leaf.text, style, leaf.field) for leaf in body], None
    for count in range(1, len(spans) + 1):
        shown = [*spans[: count - 1], spans[count - 1]._replace(text=spans[count - 1].text.rstrip(" "))]
        try:
            measure = RIGHT - LEFT
            lines = canvas.page.fit(shown, style, [look.setting], measure, BODY_HEIGHT, "email.body", is_running=True)
        except FitError:
            break
        most = _Body(count, lines, look)
    return most
