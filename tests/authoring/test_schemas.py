"""The JSON Schema that editors check with refuses what the validator refuses of a spec's form, and nothing else.

What is wrong between keys, in a file that a spec names, in the letters of a text, or only when it is laid out, a schema
cannot say: docs/authoring.md lists it. The form is what `schema.build` and the names of sizes decide.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pipeline import kinds, schema, sizes, source, theme
from pipeline.authoring import schemas, starters
from pipeline.errors import SpecError, ThemeError
from pipeline.source import Node
from tests.conftest import REPOSITORY

SPECS = sorted((REPOSITORY / "specs").glob("[!_]*.yaml"))
BEYOND_A_SCHEMA = {  # by the names of bad specs, which have the right form
    "clothes_is_a_comment",  # a colour without quotes is a comment: to a schema it is `null`, as any other
    "days_that_are_none",  # which days there are
    "theme_own_contrast",  # how two colours go together
    "theme_own_extends",  # which themes there are beside a spec
}
BAD_SPECS = sorted((REPOSITORY / "tests" / "bad_specs").rglob("*.yaml"))
JUNK = (None, True, 0, -1, 3, 10**9, 2.5, "", " ", "x", "ink", "#12345", "#0D5A66", "2026-01-02", "a\n" * 99, "y" * 300)
JUNK_COLLECTIONS: tuple[object, ...] = (
    [],
    {},
    ["og"],
    ["x", "x"],
    [None],
    [[]],
    [3],
    {"x": 1},
    {"text": "x"},
    ["a", "b", "c", "d", "e"],
)


@cache
def validator(kind: str) -> Any:
    return Draft202012Validator(schemas.of_kind(kind))


def editors_accept(kind: str, value: object) -> bool:
    return bool(validator(kind).is_valid(value))


def form_is_right(kind: str, node: Node) -> bool:
    """Whether the validator has nothing to say about the form of a spec."""
    try:
        named, own = theme.taken(node)
        for name in own:
            theme.Shelf(None, own).load(name)
        spec = schema.build(named, kinds.load(kind).spec)
        for size in spec.sizes:
            sizes.parse(size)
    except (SpecError, ThemeError):
        return False
    return True


def read(path: Path) -> Node | None:
    """What a file holds, or None where it is no YAML mapping: of that, editors complain without a schema."""
    try:
        return source.parse(path.read_text(encoding="utf-8"), str(path))
    except SpecError:
        return None


@pytest.mark.parametrize("name", kinds.names())
def test_each_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schemas.of_kind(name))


def test_that_of_all_kinds_is_a_schema_and_goes_by_the_kind() -> None:
    whole = schemas.of_any()
    Draft202012Validator.check_schema(whole)
    accepts = Draft202012Validator(whole).is_valid
    for name in kinds.names():
        assert accepts(source.parse(starters.starter(name), "s.yaml").plain())
    assert accepts({"kind": "quote_card", "text": "x", "themes": [{"accent": "#123456"}]})
    assert not accepts({"kind": "quote_card", "text": "x", "themes": [{"acccent": "#123456"}]})
    assert not accepts({"kind": "chart", "text": "x"})
    assert not accepts({"kind": "no_kind"})
    assert not accepts({"text": "x"})


def test_the_folder_holds_them_as_they_are() -> None:
    folder = REPOSITORY / schemas.FOLDER
    expected = {Path(path).name: text for path, text in schemas.files("").items()}
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert sorted(found) == sorted(expected)
    assert [name for name in expected if found[name] != expected[name]] == [], "`make schema` writes them anew"


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_each_spec_leads_editors_to_its_schema_which_accepts_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert found, "the first line is the editors' modeline"
    node = source.parse(text, str(path))
    rules = json.loads((path.parent / found[1]).read_text(encoding="utf-8"))
    assert rules["title"] == node.child("kind").value  # type: ignore[union-attr]
    assert [error.message for error in Draft202012Validator(rules).iter_errors(node.plain())] == []


@pytest.mark.parametrize("path", BAD_SPECS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_editors_refuse_a_bad_spec_whose_form_is_wrong_and_no_other(path: Path) -> None:
    node = read(path)
    if node is None or (kind := node.child("kind")) is None or kind.value not in kinds.names():
        return
    if path.stem in BEYOND_A_SCHEMA:
        assert editors_accept(str(kind.value), node.plain())
        return
    assert editors_accept(str(kind.value), node.plain()) == form_is_right(str(kind.value), node)


def test_most_bad_specs_are_seen_while_one_types() -> None:
    nodes = [node for path in BAD_SPECS if (node := read(path)) is not None]
    accepts = Draft202012Validator(schemas.of_any()).is_valid
    seen = len(BAD_SPECS) - len(nodes) + sum(not accepts(node.plain()) for node in nodes)
    assert seen / len(BAD_SPECS) > 0.55  # the others are wrong between keys, or do not fit


def places(value: object) -> list[tuple[object, ...]]:
    """The ways to all values inside a value, and to the value itself."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(), *((key, *way) for key, child in entries for way in places(child))]


def put(value: Any, way: tuple[object, ...], junk: object) -> Any:
    """The value with something else at the end of a way."""
    if not way:
        return junk
    if isinstance(value, dict):
        return {key: put(child, way[1:], junk) if key == way[0] else child for key, child in value.items()}
    return [put(child, way[1:], junk) if index == way[0] else child for index, child in enumerate(value)]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, Any]:
    """A kind and a right spec of it, spoilt in one to three places."""
    kind = draw(st.sampled_from(kinds.names()))
    value = uncommented(kind)
    for _ in range(draw(st.integers(1, 3))):
        way = draw(st.sampled_from([each for each in places(value) if each and each != ("kind",)] or [("x",)]))
        change = draw(st.sampled_from(("junk", "junk", "gone", "new key")))
        if change == "new key":
            home = way[:-1]
            keys = at(value, home)
            value = put(value, home, {**keys, "zzz": 1} if isinstance(keys, dict) else [*keys, 1])
        elif change == "gone":
            keys = at(value, way[:-1])
            kept = without(keys, way[-1])
            value = put(value, way[:-1], kept)
        else:
            value = put(value, way, draw(st.sampled_from((*JUNK, *JUNK_COLLECTIONS))))
    return kind, value


def at(value: Any, way: tuple[object, ...]) -> Any:
    for step in way:
        value = value[step]
    return value


def without(value: Any, step: object) -> Any:
    if isinstance(value, dict):
        return {key: child for key, child in value.items() if key != step}
    return [child for index, child in enumerate(value) if index != step]


@cache
def uncommented(kind: str) -> Any:
    """A starter with all its optional keys, as far as the form goes; a theme has tests of its own."""
    text = re.sub(r"^( *)#(?=\w| {2})", r"\1", starters.starter(kind), flags=re.MULTILINE)
    value: Any = source.parse(text, "s.yaml").plain()
    del value["theme"]
    return value


@pytest.mark.parametrize("kind", kinds.names())
def test_a_starter_with_all_its_keys_has_the_right_form(kind: str) -> None:
    value = uncommented(kind)
    assert editors_accept(kind, value)
    assert form_is_right(kind, source.parse(json.dumps(value), "s.json"))


@settings(max_examples=400)
@given(mutated())
@example(("quote_card", {"kind": "quote_card", "text": " "}))
def test_both_agree_on_spoilt_specs(spoilt: tuple[str, Any]) -> None:
    kind, value = spoilt
    node = source.parse(json.dumps(value), "s.json")
    assert editors_accept(kind, value) == form_is_right(kind, node)
