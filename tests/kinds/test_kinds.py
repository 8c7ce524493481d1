"""Tests of pipeline.kinds: found by folder, asked for by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import kinds, source
from pipeline.errors import SpecError
from pipeline.kinds.kind import Kind
from pipeline.schema import Spec
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "pipeline" / "kinds"


def test_every_file_and_folder_is_a_kind() -> None:
    found = {path.stem for path in FOLDER.iterdir() if path.name not in ("__init__.py", "__pycache__", "kind.py")}
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
    from pipeline.schema import json_schema

    schema = json_schema(kinds.load(name).spec)
    properties = next(part["properties"] for part in schema["$defs"].values() if "kind" in part.get("properties", {}))
    assert [key for key, about in properties.items() if not about.get("description", "").endswith(".")] == []


@pytest.mark.parametrize("name", kinds.names())
def test_a_kind_is_known_by_its_keys_alone_when_loaded_by_spec(name: str) -> None:
    with pytest.raises(SpecError) as caught:
        kinds.build(source.parse(f"kind: {name}\nno_such_key: 1\n", "s.yaml"))
    assert any("unknown key `no_such_key`" in problem.message for problem in caught.value.problems)


def test_a_right_spec_is_built() -> None:
    kind, spec = kinds.build(source.parse("kind: quote_card\ntext: Ja\n", "s.yaml"))
    assert kind.name == "quote_card"
    assert spec.sizes == ("og",)
    assert spec.themes == ("paper",)


def test_unknown_sizes_and_themes_are_told_together_with_what_is_wrong_between_keys(tmp_path: Path) -> None:
    text = "kind: quote_card\nthemes: [night]\ntext: “”\nsizes: [nowhere]\n"
    with pytest.raises(SpecError) as caught:
        kinds.build(source.parse(text, "s.yaml"))
    assert {problem.field for problem in caught.value.problems} == {"themes[0]", "text", "sizes[0]"}
