"""Tests of pipeline.kinds: found by folder, asked for by name."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import kinds, source
from pipeline.errors import SpecError
from pipeline.kinds.kind import Kind
from pipeline.schema import Spec
from pipeline.schema.editors import json_schema
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "pipeline" / "kinds"


def test_every_file_and_folder_is_a_kind() -> None:
    found = {
        path.stem
        for path in FOLDER.iterdir()
        if path.name not in ("__init__.py", "__pycache__", "kind.py", "custom.py")
    }
    assert set(kinds.names()) == found
    assert "quote_card" in found


def test_names_are_in_alphabetical_order() -> None:
    assert list(kinds.names()) == sorted(kinds.names())


@pytest.mark.parametrize("name", kinds.names())
def test_a_kind_is_loaded_by_its_name_and_says_what_it_is(name: str) -> None:
    kind = kinds.load(name)
    assert isinstance(kind, Kind)
    assert kind.name == name
    assert kind.summary.endswith(".")
    assert issubclass(kind.spec, Spec)


@pytest.mark.parametrize("name", kinds.names())
def test_every_key_of_a_kind_says_what_it_means(name: str) -> None:
    definitions = json_schema(kinds.load(name).spec)["$defs"]
    keys = next(part["properties"] for part in definitions.values() if "kind" in part.get("properties", {}))
    assert [key for key, about in keys.items() if not _described(about, definitions)] == []


@pytest.mark.parametrize("name", kinds.names())
def test_every_kind_refuses_a_key_it_does_not_know(name: str) -> None:
    with pytest.raises(SpecError) as caught:
        kinds.build(source.parse(f"kind: {name}\nno_such_key: 1\n", "s.yaml"))
    assert any("unknown key `no_such_key`" in problem.message for problem in caught.value.problems)


def test_a_right_spec_is_built() -> None:
    kind, spec, _ = kinds.build(source.parse("kind: quote_card\ntext: Ja\n", "s.yaml"))
    assert kind.name == "quote_card"
    assert spec.sizes == ("og",)
    assert spec.themes == ("paper",)


def test_unknown_sizes_and_themes_are_told_together_with_what_is_wrong_between_keys() -> None:
    text = "kind: quote_card\nthemes: [night]\ntext: “”\nsizes: [nowhere]\n"
    with pytest.raises(SpecError) as caught:
        kinds.build(source.parse(text, "s.yaml"))
    assert {problem.field for problem in caught.value.problems} == {"themes[0]", "text", "sizes[0]"}


def _described(about: dict[str, Any], definitions: dict[str, Any]) -> bool:
    """Whether editors can tell what a key means; a mapping may say it in its own definition."""
    parts = [about, *about.get("anyOf", ())]
    parts += [definitions[part["$ref"].rpartition("/")[2]] for part in parts if "$ref" in part]
    return any(part.get("description", "").endswith(".") for part in parts)
