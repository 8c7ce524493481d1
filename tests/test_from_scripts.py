"""From Python: a spec is a path, a mapping, or YAML text; plain values stay as they are; pictures show themselves."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline import SpecError, load, render
from tests.conftest import QUOTE


def refusal(spec: Any, **keys: Any) -> str:
    with pytest.raises(SpecError) as refused:
        load(spec, **keys)
    return str(refused.value.problems[0]).partition("\n")[0]


def test_a_mapping_is_a_spec_and_its_texts_are_taken_as_they_are() -> None:
    visual = load({"kind": "quote_card", "text": "[draft] #1: null"})
    assert "[draft] #1: null" in visual.description


def test_yaml_text_is_a_spec() -> None:
    assert load(text=QUOTE).alt == load(text=QUOTE.encode().decode()).alt
    assert refusal(None, text="kind: quote_card\ntxt: x") == "spec:2:1: unknown key `txt` in quote_card"


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [("text", "null", "null"), ("author", "[a, b]", "[a, b]"), ("role", "a: b #c", "a: b #c"), ("kicker", ["7"], "7")],
)
def test_overrides_may_be_plain_values(key: str, value: object, shown: str) -> None:
    base = {"kind": "quote_card", "text": "One."} | ({"author": "Ada"} if key == "role" else {})
    assert shown in load(base, {key: value}).description


def test_days_and_paths_are_texts() -> None:
    visual = load({"kind": "quote_card", "text": datetime.date(2026, 3, 4), "author": Path("a/b")})
    assert visual.alt == "Quote card: “2026-03-04”, by a/b."


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ({"kind": "quote_card", "text": ["a"]}, "spec: text: expected text, found a list"),
        (
            {"kind": "quote_card", "text": object()},
            "spec: text: expected a text, a number, true or false, a day",
        ),
        ({"kind": "chart", "series": [{"values": [object()]}]}, "spec: series[0].values[0]: expected a text, a number"),
        ({1: 2}, "spec: expected keys that are texts, found the key 1"),
        ({"kind": "quote_card", "text": "a\0"}, "spec: text: expected text, found U+0000 a control character in it"),
        ({}, "spec: the key `kind` is missing"),
    ],
)
def test_what_a_spec_cannot_hold_is_refused_by_its_field(spec: object, said: str) -> None:
    assert refusal(spec).startswith(said)


def test_a_mapping_that_holds_itself_is_refused() -> None:
    spec: dict[str, Any] = {"kind": "quote_card"}
    spec["text"] = spec
    assert "more than 50 lists and mappings in one another" in refusal(spec)


def test_an_override_names_its_key() -> None:
    assert refusal({"kind": "quote_card", "text": "a"}, overrides={"text": None}) == (
        "override text: text: expected text, found nothing"
    )
    assert refusal({"kind": "quote_card", "text": "a"}, overrides={"a b": 1}).startswith("override a b: expected a key")


@pytest.mark.parametrize("keys", [{}, {"spec": "a.yaml", "text": "kind: x"}])
def test_there_is_one_spec(keys: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        load(**keys)


def test_a_picture_shows_itself() -> None:
    visual = load(text=QUOTE)
    picture = render(visual, size="og")
    assert picture._repr_png_() == picture.data
    assert picture._repr_jpeg_() is None
    assert len(repr(picture)) < 200
    assert "1200 x 630" in repr(picture)
    assert render(visual, format_name="jpeg")._repr_jpeg_()
