"""Tests of the description: it says what the spec says, and guesses nothing."""

from __future__ import annotations

import pytest

from pipeline.kinds.application_email.alt import alt, description
from pipeline.kinds.application_email.moods import MOODS
from pipeline.words import languages
from tests.cards import card
from tests.kinds.application_email.scenes import scene, shown


def test_it_describes_the_sample() -> None:
    assert scene().description == (
        "A woman with black hair in a bun and an earring sits at a laptop, chin on hand, thoughtful and determined. "
        "The screen shows an e-mail from Alder Studio to Maya (8:12): “Thank You for Your Application.” "
        "It reads: “We enjoyed meeting you. This time we have chosen another candidate, and we would be glad to hear "
        "from you again.” The sun is rising over hills in the window. "
        "On the wall a calendar has 19 March circled and a note says “Next: Thursday 10:00”. "
        "Beside the laptop are a plant and a mug."
    )


def test_a_person_is_a_person_unless_the_spec_says_who() -> None:
    bare = card("kind: application_email\nemail: {from: A, subject: B}\n")
    assert bare.description.startswith("A person with black hair in a bun sits")
    assert "woman" not in bare.description
    maya = scene("person.who=Maya, a programmer", "person.earring=false").description
    assert maya.startswith("Maya, a programmer with black hair in a bun, sits at a laptop")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("scene.time=night", "The moon and stars"),
        ("scene.time=day", "a bright day"),
        ("scene.props=[]", "Thursday 10:00”."),
        ("scene.props=[mug]", "Beside the laptop is a mug."),
        ("person=none", "the chair before it is empty"),
        ("email.subject=Welcome!", "“Welcome!”"),
        ("email.body=", "“Thank You for Your Application.” The sun"),
        (
            "email.body=One. " + "Two words and many more of them. " * 9,
            f"It reads: “One. {'Two words and many more of them. ' * 9}"[:-1],
        ),
        ("person.glasses=true", "in a bun, glasses and an earring"),
    ],
)
def test_it_says_what_the_spec_says(change: str, says: str) -> None:
    assert says in scene(change).description


def test_a_headscarf_is_worn_and_hair_is_not_mentioned() -> None:
    told = scene("person.hair_style=headscarf", "person.earring=false").description
    assert told.startswith("A woman in a headscarf sits")
    assert "hair" not in told


def test_it_can_be_overridden_and_the_title_is_the_subject() -> None:
    assert scene("alt=Mine.").alt == "Mine."
    assert scene().title == "Thank You for Your Application"


@pytest.mark.parametrize(
    ("mood", "sentence", "whole"),
    [
        ("thoughtful", "A woman sits at a laptop and reads an e-mail", "sits at a laptop, chin on hand, thoughtful"),
        ("relieved", "A woman sits at a laptop and, with a relieved face, reads an e-mail", "eyes closed"),
        ("glad", "A woman sits at a laptop and, with a glad face, reads an e-mail", "a fist raised, with a glad face."),
        ("tired", "A woman sits at a laptop and, with a tired face, reads an e-mail", "cheek on hand, with a tired"),
    ],
)
def test_the_face_is_named(mood: str, sentence: str, whole: str) -> None:
    told = scene(f"mood={mood}")
    assert told.alt.startswith(sentence)
    assert whole in told.description


@pytest.mark.parametrize("lang", languages())
def test_every_mood_has_words_of_its_own_in_every_language(lang: str) -> None:
    contents = [shown(f"lang={lang}", f"mood={mood}") for mood in MOODS]
    sentences, whole = [alt(each) for each in contents], [description(each) for each in contents]
    assert len(set(sentences)) == len(set(whole)) == len(MOODS)
    assert (sentences[0], whole[0]) == (alt(usual := shown(f"lang={lang}")), description(usual))
    assert all(len(sentence) > len(sentences[0]) for sentence in sentences[1:])
    assert [text for text in (*sentences, *whole) if "  " in text or "{" in text] == []
