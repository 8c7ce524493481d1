"""Tests of the lines of titles, quotes and labels in the pictures of every kind that has such a text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.scene import TextRun
from tests import faces
from tests.visuals import page, runs

CHECKLIST = {"kind": "feedback_checklist", "items": ["Ask the council", "Count the seats"]}
ROAD = {
    "kind": "career_roadmap",
    "start": {"date": "2026-01-05"},
    "paths": [
        {
            "name": "Hotel",
            "milestones": [{"title": "Front desk", "at": "6 months"}, {"title": "Manager", "at": "3 years"}],
        }
    ],
}
BRIDGE = {
    "kind": "quote_card",
    "text": "A bridge is a promise that somebody keeps for you.",
    "author": "Ottilie Brandauer-Lindqvist",
    "role": "Professor of Structural Engineering and Public Works, Lower Saxony",
}


def lines(keys: Mapping[str, Any], size: str, *roles: str) -> list[list[TextRun]]:
    """The runs of these roles, line by line, each from left to right."""
    found: dict[float, list[TextRun]] = {}
    for run in sorted(runs(page(json.dumps(keys), size), *roles), key=lambda run: (run.origin.y, run.origin.x)):
        found.setdefault(run.origin.y, []).append(run)
    return list(found.values())


def texts(keys: Mapping[str, Any], size: str, *roles: str) -> list[str]:
    """What the lines say."""
    return ["".join(run.text for run in line).strip() for line in lines(keys, size, *roles)]


def widths(keys: Mapping[str, Any], size: str, *roles: str) -> list[float]:
    """How wide the lines are."""
    return [line[-1].origin.x + line[-1].advance - line[0].origin.x for line in lines(keys, size, *roles)]


@pytest.mark.parametrize("size", ["og", "wide"])
@pytest.mark.parametrize(
    ("keys", "title"), [(ROAD, "From night porter to owner"), (CHECKLIST, "All that the owner’s agent forgot")]
)
def test_no_line_of_a_title_is_a_hole_between_two_others(keys: Mapping[str, Any], title: str, size: str) -> None:
    found = widths({**keys, "title": title}, size, "title")
    assert all(width > 2 / 3 * max(found) for width in found[1:-1])
    assert texts({**keys, "title": title}, size, "title")[-1] in ("porter to owner", "agent forgot")


@pytest.mark.parametrize("size", ["square", "og", "portrait", "pin", "story", "wide"])
@pytest.mark.parametrize("align", ["start", "center"])
def test_an_emphasised_phrase_stays_in_one_line(size: str, align: str) -> None:
    text = "Mend early, *look twice*, and never trust a ladder that is in a hurry."
    keys = {"kind": "quote_card", "text": text, "motif": "sun", "align": align}
    assert any("look twice" in line for line in texts(keys, size, "text"))


@pytest.mark.parametrize("size", ["square", "og", "portrait", "story", "wide"])
def test_an_emphasised_phrase_without_spaces_stays_in_one_line(size: str, tmp_path: Path) -> None:
    text = "断られた日はいつも*新しい道への一歩*なのだと、祖母は笑って言った。"
    faces.squares(tmp_path / "kana.ttf", "Kana", text.replace("*", "") + "「」")
    card = page({"kind": "quote_card", "text": text, "lang": "ja", "motif": "sun"}, size, fonts=str(tmp_path))
    assert len({run.origin.y for run in runs(card, "text") if set(run.text) & set("新道歩")}) == 1


@pytest.mark.parametrize("kind", [CHECKLIST, ROAD])
def test_a_phrase_in_a_title_stays_in_one_line(kind: Mapping[str, Any]) -> None:
    found = texts({**kind, "title": "What I *never again* forget to ask"}, "og", "title")
    assert any("never again" in line for line in found)


@pytest.mark.parametrize("size", ["og", "square", "portrait"])
def test_a_quote_ends_its_lines_with_its_clauses(size: str) -> None:
    text = "What gets measured gets tended, and what gets tended gets grown by everyone who is measured"
    found = lines({"kind": "quote_card", "text": text}, size, "text")
    for line in found:
        left, right = line[0].origin.x, line[-1].origin.x + line[-1].advance
        for run in line:
            comma = run.text.rstrip("”").find(",")
            if 0 <= comma < len(run.text.rstrip("”")) - 1:
                assert run.origin.x + run.glyphs[comma].x - left < 2 / 3 * (right - left)


def test_clauses_of_one_length_have_a_line_each() -> None:
    keys = {"kind": "quote_card", "text": "Make it work, make it right, make it fast."}
    assert texts(keys, "portrait", "text") == ["“Make it work,", "make it right,", "make it fast.”"]


@pytest.mark.parametrize("size", ["portrait", "pin", "story"])
def test_a_role_that_needs_a_second_line_begins_it(size: str) -> None:
    assert texts(BRIDGE, size, "author", "role") == [BRIDGE["author"], BRIDGE["role"]]


def test_a_role_beside_its_name_stands_behind_a_dot() -> None:
    assert texts(BRIDGE, "og", "author", "role") == [f"{BRIDGE['author']}\u2002·\u2002{BRIDGE['role']}"]


@pytest.mark.parametrize("kind", [CHECKLIST, ROAD])
@pytest.mark.parametrize("size", ["portrait", "square"])
def test_each_sentence_of_a_title_has_its_line(kind: Mapping[str, Any], size: str) -> None:
    assert texts({**kind, "title": "Two noes. One yes."}, size, "title") == ["Two noes.", "One yes."]
