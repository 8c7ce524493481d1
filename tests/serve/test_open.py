"""Which keys a spec may open to requests: texts and numbers, but none that names a file or decides what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from pipeline import kinds, load, source
from pipeline.authoring import schemas
from pipeline.cli import needing
from pipeline.errors import AssetError, SpecError
from pipeline.schema import check_open
from tests.conftest import Invoke

NAMES_A_FILE = re.compile(r"\bfile\b|beside the spec", re.IGNORECASE)
NOT_A_FILE = {"formats", "budget", "svg_dark", "columns", "title", "applications"}  # they speak of files, but name none


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("quote_card", "text"),
        ("quote_card", "second"),
        ("quote_card", "second.text"),
        ("quote_card", "motif"),
        ("feedback_checklist", "items[0]"),
        ("feedback_checklist", "items[12].text"),
        ("feedback_checklist", "groups[1].items[0].text"),
        ("feedback_checklist", "labels.done"),
        ("chart", "series[0].values[2]"),
        ("applications_dashboard", "applications[0].company"),
    ],
)
def test_a_text_or_number_may_be_open_wherever_it_stands(kind: str, field: str) -> None:
    check_open(kinds.load(kind).spec, field)


@pytest.mark.parametrize(
    ("field", "fact", "hint"),
    [
        ("txt", "there is no key `txt`", "the nearest is `text`"),
        ("second.txt", "there is no key `second.txt`", "the nearest is `text`"),
        ("text[0]", "there is no key `text[0]`", ""),
        ("a b", "expected a key such as text or items[0].text, found `a b`", ""),
        ("accept", "expected a key that holds one text or number, found `accept`", "open keys in it"),
        ("photo", "`photo` cannot be open to requests", "it may name a file of the project"),
        ("photo.file", "`photo.file` cannot be open to requests", "it may name a file of the project"),
        ("embed", "`embed` cannot be open to requests", "it is for the author of the spec to say"),
        ("sizes[0]", "`sizes[0]` cannot be open to requests", "it is for the author of the spec to say"),
    ],
)
def test_other_keys_may_not(field: str, fact: str, hint: str) -> None:
    with pytest.raises(SpecError) as caught:
        check_open(kinds.load("quote_card").spec, field)
    (problem,) = caught.value.problems
    assert problem.message == fact
    assert problem.hint.startswith(hint)


def test_the_mistake_is_told_at_its_place() -> None:
    with pytest.raises(SpecError, match=r"spec:3:14: open\[1\]: there is no key `author_name`"):
        load(text="kind: quote_card\ntext: Hi\nopen: [text, author_name]\n")


@pytest.mark.parametrize("kind", kinds.names())
def test_every_key_that_speaks_of_a_file_is_never_open(kind: str) -> None:
    for field in _that_speak_of_files(schemas.of_kind(kind)["$defs"], kinds.load(kind).spec.__name__):
        with pytest.raises(SpecError):
            check_open(kinds.load(kind).spec, field)


def _that_speak_of_files(definitions: Mapping[str, Any], name: str) -> Iterator[str]:
    for key, rules in definitions[name].get("properties", {}).items():
        if NAMES_A_FILE.search(rules.get("description", "")) and key not in NOT_A_FILE:
            yield key
        for below in re.findall(r"'#/\$defs/(\w+)'", str(rules)):
            if below != "theme":
                index = "[0]" if "array" in str(rules.get("type", rules.get("anyOf"))) else ""
                yield from (f"{key}{index}.{each}" for each in _that_speak_of_files(definitions, below))


def test_what_a_request_says_is_one_text_whatever_is_in_it() -> None:
    node = source.parse("kind: quote_card\ntext: Hi\n", "card.yaml")
    for text in ("[a, b]", "{a: b}", "null", "~", "", "'quoted'", "*all*", "2024", "#1", "a: b"):
        filled = source.filled(node, {"text": text}, "request").child("text")
        assert filled is not None
        assert filled.text == text
        assert isinstance(filled.value, str | int)
    with pytest.raises(SpecError, match="expected text, found U"):
        source.filled(node, {"text": "\x07"}, "request")


def test_an_extra_that_is_missing_is_told_with_how_to_install_it(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needing, "find_spec", lambda _: None)
    for command, libraries in (("serve", "starlette and uvicorn"), ("mcp", "mcp")):
        told = invoke(command)
        assert told.exit_code == 1
        assert f"this command needs {libraries}, which " in told.output
        assert f"pip install 'article-visuals[{command}]'" in told.output
    with pytest.raises(AssetError):
        needing.extra("serve", "starlette")
