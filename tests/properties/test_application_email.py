"""Whatever an e-mail says, its screen shows it within the glass, line apart from line; or says why not."""

from __future__ import annotations

import json
import os
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import AssetError, FitError
from pipeline.geometry import Rect
from pipeline.kinds.application_email.parts import calendar, laptop, note
from pipeline.reading.sentences import sentences
from pipeline.scene import Scene
from tests.amounts import some_of
from tests.cards import card
from tests.kinds.application_email.scenes import Plate, plates
from tests.visuals import forgotten, role_of

EXAMPLES = int(os.environ.get("EXAMPLES", "12"))  # 1,000 before a release
HAIR = 1.0  # px: letters that reach over their advance
GLASS = Rect(0, 0, laptop.SCREEN_WIDTH, laptop.SCREEN_HEIGHT)
HEAD = Rect(0, 0, calendar.WIDTH, 40)
PAPER = Rect(0, 0, note.WIDTH, note.WIDTH)

LATIN = [
    "a",
    "I",
    "to",
    "Thank",
    "you",
    "for",
    "your",
    "application",
    "We",
    "enjoyed",
    "meeting",
    "(again)",
    "–",
    "12:30",
]
HEBREW = ["תודה", "רבה", "על", "הפנייה,", "שלום"]
ARABIC = ["شكرا", "لك", "على", "طلب", "التوظيف،"]
WORDS = st.sampled_from(LATIN + HEBREW + ARABIC + ["Donaudampfschifffahrtsgesellschaft", "Ünïcödé", "a@b.example"])
SUBJECTS = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
SENDERS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).map(lambda text: text[:120].strip())
SENTENCES = st.tuples(st.lists(WORDS, min_size=1, max_size=16).map(" ".join), st.sampled_from([".", "!", "?", "…"]))
BODIES = st.lists(SENTENCES.map("".join), max_size=12).map(" ".join)
TIMES = st.sampled_from(["", "8:12", "Yesterday, 12:30", "אתמול", "WWWWWWWWWWWWWWWW"])
EMAILS = st.fixed_dictionaries(
    {"from": SENDERS, "subject": SUBJECTS, "body": BODIES, "time": TIMES, "to": st.sampled_from(["", "Maya", "מאיה"])}
)
DAYS = st.integers(1, 28)
SIGNS = st.fixed_dictionaries(
    {},
    optional={
        "note": st.fixed_dictionaries(
            {"lines": st.lists(st.sampled_from(["Thursday", "10:00", "Mi"]), min_size=1, max_size=2)},
            optional={"title": st.sampled_from(["", "Dann:", "Next"])},
        ),
        "calendar": st.fixed_dictionaries({"month": st.sampled_from(["March", "Mai", "4月", "Brumaire"]), "day": DAYS}),
        "person": st.sampled_from(["none", {"who": "Maya"}]),
        "labels": st.just({"to": "for {name}"}),
    },
)
EVERY_SIZE = ["og", "portrait", "square", "wide", "story", "320x320", "3000x400"]
SIZES = st.sampled_from(EVERY_SIZE)
MOODS = st.sampled_from(["thoughtful", "relieved", "glad", "tired"])
SIDES = st.sampled_from(["auto", "left", "right"])


def laid_out(fonts: str, size: str, email: dict[str, str], **keys: object) -> Scene | None:
    """The scene, or None where it is refused with the field that is to be put right."""
    written = {"kind": "application_email", "email": email, **keys}
    try:
        return card(json.dumps(written, ensure_ascii=False), size, fonts=fonts)
    except (FitError, AssetError) as error:
        fields = [problem.field for problem in error.problems]
    assert all(field.startswith(("email.", "note.", "calendar.")) for field in fields)
    return None


def check(plate: Plate, room: Rect) -> None:
    """All ink lies in the room, and no two lines or columns overlap."""
    assert all(room.inset(-HAIR).union(box) == room.inset(-HAIR) for _, box in plate.inked)
    columns: dict[tuple[str, float], Rect] = {}
    for run, box in plate.inked:
        key = role_of(run), run.origin.y
        columns[key] = columns[key].union(box) if key in columns else box
    for (one, a), (other, b) in combinations(columns.items(), 2):
        overlap = a.intersection(b)
        assert overlap is None or min(overlap.width, overlap.height) <= HAIR, (one, other)


@given(EMAILS, SIZES, SIDES)
@settings(deadline=None, derandomize=True, max_examples=some_of(150))
def test_all_ink_is_within_the_glass_and_no_text_overlaps_another(
    fonts: str, email: dict[str, str], size: str, side: str
) -> None:
    scene = laid_out(fonts, size, email, side=side)
    if scene is not None:
        screen, *others = plates(scene)
        assert others == []
        check(screen, GLASS)


@given(EMAILS, SIGNS)
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES)
def test_what_a_portrait_shows_a_story_shows(fonts: str, email: dict[str, str], signs: dict[str, object]) -> None:
    portrait, story = (laid_out(fonts, size, email, **signs) for size in ("portrait", "story"))
    if portrait is not None:
        assert story is not None
        assert {run.role for plate in plates(portrait) for run in plate.runs} == {
            run.role for plate in plates(story) for run in plate.runs
        }


@given(EMAILS)
@settings(deadline=None, derandomize=True, max_examples=some_of(80))
def test_the_screen_shows_whole_sentences_from_the_first_on(fonts: str, email: dict[str, str]) -> None:
    scene = laid_out(fonts, "og", email)
    if scene is None:
        return
    shown = "".join(run.text for run in plates(scene)[0].runs if role_of(run) == "email.body")
    beginnings = ["".join(sentences(email["body"])[:count]) for count in range(len(sentences(email["body"])) + 1)]
    assert sorted(_letters(shown)) in [sorted(_letters(text)) for text in beginnings]
    assert bool(shown) == bool(email["body"])


@given(EMAILS, SIGNS, st.sampled_from(["en", "de", "fr", "es", "pl"]))
@settings(deadline=None, derandomize=True, max_examples=EXAMPLES)
def test_nothing_that_the_picture_says_is_forgotten(
    fonts: str, email: dict[str, str], signs: dict[str, object], lang: str
) -> None:
    for size in EVERY_SIZE:
        scene = laid_out(fonts, size, email, lang=lang, **signs)
        assert scene is None or forgotten(scene) == []


@given(st.lists(WORDS, min_size=1, max_size=2), WORDS, st.integers(1, 28), SIZES)
@settings(deadline=None, derandomize=True, max_examples=some_of(80))
def test_signs_hold_what_is_written_on_them(fonts: str, lines: list[str], month: str, day: int, size: str) -> None:
    signs = {"note": {"lines": lines}, "calendar": {"month": month[:20], "day": day}}
    scene = laid_out(fonts, size, {"from": "Ada", "subject": "Hello"}, **signs)
    if scene is not None:
        _, head, paper = plates(scene)
        check(head, HEAD)
        check(paper, PAPER)


@given(EMAILS, MOODS, SIZES, SIDES)
@settings(deadline=None, derandomize=True, max_examples=some_of(40))
def test_a_mood_changes_no_text_of_the_picture(
    fonts: str, email: dict[str, str], mood: str, size: str, side: str
) -> None:
    plain, moved = laid_out(fonts, size, email, side=side), laid_out(fonts, size, email, side=side, mood=mood)
    if plain is None or moved is None:
        assert plain is moved
        return
    assert plates(plain) == plates(moved)
    assert (plain == moved) == (mood == "thoughtful")


@given(EMAILS, SIZES)
@settings(deadline=None, derandomize=True, max_examples=some_of(40))
def test_the_same_spec_gives_an_equal_scene_twice(fonts: str, email: dict[str, str], size: str) -> None:
    assert laid_out(fonts, size, email) == laid_out(fonts, size, email)


def _letters(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("\u2010", "")
