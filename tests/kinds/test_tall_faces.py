"""In a face whose letters are taller than lines no two lines' inks overlap, in any kind; the report says so."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from pipeline import legibility
from pipeline.geometry import Rect
from pipeline.scene import Scene, TextRun, walk
from pipeline.typography import ink
from tests import faces
from tests.visuals import page

WORDS = ["گھر", "کام", "ٹیسٹ", "اوزار", "سمجھوتہ", "راستے", "کہانی", "مکمل", "بنیادی", "دوبارہ"]
TITLE = " ".join(WORDS[:6])
ONE_YEAR, THREE_YEARS = "1 year", "3 years"
SPECS: dict[str, dict[str, Any]] = {
    "quote": {"kind": "quote_card", "text": " ".join(WORDS * 2), "author": TITLE, "role": WORDS[0]},
    "number": {
        "kind": "big_number",
        "figure": 30,
        "unit": WORDS[0],
        "eyebrow": TITLE,
        "caption": " ".join(WORDS),
        "source": TITLE,
        "of": {"count": 3, "total": 10, "label": TITLE, "rest": TITLE},
    },
    "card": {
        "kind": "page_card",
        "title": TITLE,
        "description": " ".join(WORDS * 2),
        "site": WORDS[0],
        "author": TITLE,
        "date": WORDS[1],
    },
    "bars": {
        "kind": "chart",
        "title": TITLE,
        "eyebrow": WORDS[0],
        "caption": TITLE,
        "labels": WORDS,
        "series": [{"name": WORDS[0], "values": list(range(10, 0, -1))}],
    },
    "lines": {
        "kind": "chart",
        "chart": "line",
        "labels": WORDS[:4],
        "series": [{"name": word, "values": [at, at + 2, 3, at + 1]} for at, word in enumerate(WORDS[:3])],
    },
    "map": {
        "kind": "career_roadmap",
        "title": TITLE,
        "standfirst": " ".join(WORDS),
        "paths": [
            {
                "name": word,
                "milestones": [{"title": f"{word} {TITLE}", "at": ONE_YEAR}, {"title": word, "at": THREE_YEARS}],
            }
            for word in WORDS[:3]
        ],
    },
    "levels": {
        "kind": "career_roadmap",
        "style": "levels",
        "title": TITLE,
        "paths": [
            {"name": word, "milestones": [{"title": f"{word} {WORDS[4]}", "at": "1"}, {"title": word, "at": "2"}]}
            for word in WORDS[:3]
        ],
    },
    "board": {
        "kind": "applications_dashboard",
        "title": TITLE,
        "as_of": "2026-03-02",
        "applications": [
            {"company": f"{word} {WORDS[1]}", "role": word, "sent": f"2026-02-{at + 1:02}"}
            for at, word in enumerate(WORDS)
        ],
    },
    "email": {
        "kind": "application_email",
        "email": {"from": WORDS[0], "subject": TITLE, "body": TITLE},
        "note": {"lines": WORDS[:2]},
    },
    "list": {
        "kind": "feedback_checklist",
        "title": TITLE,
        "eyebrow": WORDS[0],
        "groups": [
            {"title": word, "items": [{"text": f"{each} {TITLE}", "note": TITLE} for each in WORDS[:3]]}
            for word in WORDS[:2]
        ],
    },
}


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("tall")
    faces.tall(folder, "".join(WORDS) + "…")
    return str(folder)


@pytest.mark.parametrize("size", ["og", "portrait", "story"])
@pytest.mark.parametrize("name", SPECS)
def test_no_two_lines_inks_overlap(name: str, size: str, fonts: str) -> None:
    found = page({**SPECS[name], "lang": "ur"}, size, fonts=fonts)
    overlaps = [
        (one, other)
        for (one, boxes), (other, others) in combinations(lines(found).items(), 2)
        if any(overlap(box, each) for box in boxes for each in others)
    ]
    assert overlaps == []
    assert legibility.measure(found, Rect(0, 0, *found.size)).tall == ("Tall Regular",)


def lines(found: Scene) -> dict[tuple[str, int], list[Rect]]:
    """The boxes around the ink of each line: of the runs of one role on one baseline."""
    boxes: dict[tuple[str, int], list[Rect]] = defaultdict(list)
    for item, transform in walk(found.items):
        box = ink(item) if isinstance(item, TextRun) else None
        if isinstance(item, TextRun) and box is not None:
            baseline = transform.apply(item.origin.x, item.origin.y)
            boxes[item.role, round(baseline.y)].append(transform.bounds(box))
    return boxes


def overlap(one: Rect, other: Rect) -> bool:
    """Whether they share more than half a px each way."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.5 and down > 0.5


DEEP: dict[str, dict[str, Any]] = {
    "card of a word": {"kind": "page_card", "title": "ခက", "description": "ကခ " * 20, "site": "ခကခ", "section": "က"},
    "eyebrow and title": {
        "kind": "chart",
        "eyebrow": "ကခ",
        "title": "ခက ကခ",
        "labels": ["ကခကခ ကခကခ " * 3, "ကက ခခ", "ခ"],
        "series": [{"name": f"{at} ကခ", "values": [3, 1, 2]} for at in range(2)],
    },
    "heat map": {
        "kind": "chart",
        "chart": "heatmap",
        "labels": ["ကခကခ ကခကခ ကခ", "ခ"],
        "series": [{"name": f"ကခကခကခ ကခကခကခ {at}", "values": [3, 1]} for at in range(4)],
    },
    "ends of lines": {
        "kind": "chart",
        "chart": "line",
        "labels": ["က", "ခ"],
        "series": [{"name": f"ကခကခက ကခကခက {at}", "values": [at, 2 * at]} for at in range(4)],
    },
    "steps": {"kind": "steps", "eyebrow": "ကခ", "title": "ခက ကခ", "steps": ["ကခ", "ခက"]},
    "few applications": {
        "kind": "applications_dashboard",
        "eyebrow": "ကခ",
        "title": "ခက",
        "as_of": "2026-03-02",
        "applications": [
            {"company": "ကခ", "role": "ကခ", "stage": "applied", "applied": "2026-02-01", "next_step": "ကခ"}
            for _ in range(6)
        ],
    },
    "names over cells": {
        "kind": "comparison",
        "columns": ["က", "ကခ", "ခ", "ခခ"],
        "rows": [{"name": "ကခကခကခ ကခကခကခကခကခ ကခကခ", "cells": ["ကခ", "ခကက", "က", "ခ"]}] * 6,
    },
    "rows of many lines": {
        "kind": "comparison",
        "columns": ["က", "ကခ", "ခ", "ခခ"],
        "rows": [{"name": "ကခ", "cells": ["ကခက " * 12, "ခကက " * 12, "က", "ခ"]}] * 5,
    },
    "many paths": {
        "kind": "career_roadmap",
        "title": "ကခ",
        "paths": [
            {"name": f"ကခ {at}", "milestones": [{"title": "ကခကခ " * 4, "at": f"{each} months"} for each in (3, 4, 9)]}
            for at in range(6)
        ],
    },
    "tracks": {
        "kind": "career_roadmap",
        "style": "levels",
        "title": "ကခ",
        "paths": [{"name": f"ကခကခ ခကခကခက {at}", "milestones": [{"title": "ကခ", "at": "1"}]} for at in range(8)],
    },
}


@pytest.mark.parametrize("size", ["og", "square", "story"])
@pytest.mark.parametrize("name", DEEP)
def test_letters_that_reach_far_down_or_up_keep_clear_of_other_texts(name: str, size: str, tmp_path: Path) -> None:
    faces.squares(tmp_path / "deep.ttf", "Deep", "ကခ…", top=950, drop=500)
    found = lines(page(DEEP[name], size, fonts=str(tmp_path)))
    touching = [
        (one, other)
        for (one, boxes), (other, others) in combinations(found.items(), 2)
        if any(overlap(box, each) for box in boxes for each in others)
    ]
    assert touching == []


def test_the_report_of_other_faces_says_nothing_of_it(tmp_path: Path) -> None:
    found = page({"kind": "quote_card", "text": "Every word counts."})
    assert legibility.measure(found, Rect(0, 0, *found.size)).tall == ()


def test_a_deep_text_and_a_high_note_stand_apart(tmp_path: Path) -> None:
    faces.squares(tmp_path / "deep.ttf", "Deep", "ขค", top=500, drop=580)
    faces.squares(tmp_path / "high.ttf", "High", "စဆ", top=1080)
    items = [{"text": "ขค", "note": "စဆ"}, {"text": "စဆ", "note": "ขค"}, {"text": "စဆ"}]
    keys = {"kind": "feedback_checklist", "title": "A", "items": items}
    for size in ("og", "square", "portrait"):
        boxes = [box for found in lines(page(keys, size, fonts=str(tmp_path))).values() for box in found]
        assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
