"""Whatever is written in a file, reading it gives a mapping or one error that says where."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from tempfile import TemporaryDirectory
from unicodedata import normalize

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline import source
from pipeline.errors import Problem, SpecError
from pipeline.source import Node, writing

# Pieces that matter to YAML, so that random texts reach past its first rule.
PIECES = st.sampled_from(
    ["a", "b: ", ": ", "- ", "? ", "[", "]", "{", "}", ", ", "&x ", "*x", "!t ", "!!str ", "|", ">", "\n", "\n  ", "\t"]
    + ['"', "'", "\\", "#", "%", "@", "---\n", "...\n", "<<", "~", "1", ".inf", "é", "\u2028", "\x00", "\ufeff", "\r\n"]
)
YAML_LIKE = st.lists(PIECES, max_size=40).map("".join)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufffe\uffff")
).map(partial(normalize, "NFC"))  # as all texts are read
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=20,
)


def plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    return [plain(child) for child in node.value] if isinstance(node.value, tuple) else node.value


def problems(read: Callable[[], object]) -> tuple[Problem, ...]:
    """What is wrong with what is read, or nothing; any other exception is a bug."""
    try:
        read()
    except SpecError as error:
        return error.problems or (Problem("an error without a problem"),)
    return ()


@given(YAML_LIKE | st.text())
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems(lambda: source.parse(text, "s.yaml")):
        assert problem.place is not None
        assert 1 <= problem.place.line <= len(lines) + 1  # libyaml ends a text with a line of its own
        assert "\n" not in problem.message


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = os.path.join(folder, "any.yaml")
        with open(path, "wb") as file:
            file.write(data)
        assert all(problem.message for problem in problems(lambda: source.read(path)))


@given(st.dictionaries(TEXTS.filter(lambda key: key != "<<"), VALUES, min_size=1, max_size=4))
def test_what_json_writes_is_read_back_as_it_was(value: dict[str, object]) -> None:
    assert plain(source.parse(json.dumps(value, ensure_ascii=False), "s.json")) == value


@given(st.text() | YAML_LIKE.map("a=".__add__) | YAML_LIKE.map("a[0].b=".__add__))
def test_any_assignment_is_carried_out_or_refused(assignment: str) -> None:
    spec = source.parse("a: [{b: c}]\nd: e\n", "s.yaml")
    if not problems(lambda: source.override(spec, [assignment])):
        changed = source.override(spec, [assignment])
        assert isinstance(changed.value, dict)
        assert {"a", "d"} <= changed.value.keys()


AWKWARD = st.lists(
    st.sampled_from(["yes", "No", "a", "B c", "x: y", " #", "-", "é", "1", "~", ":", ", ", "[", "\n", " ", "w" * 60]),
    max_size=6,
).map("".join)
WRITTEN = st.recursive(
    st.sampled_from([None, True, 1, 0.5]) | AWKWARD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(AWKWARD, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(AWKWARD, WRITTEN, min_size=1, max_size=3))
@settings(max_examples=50)
@example(
    {"a": ["b:", "c: d", "e #f", "No", "g\nh", "é" + " b" * 70], "i: j": {"k": [["l, m"], {"n?": None}], "o" * 99: 1.0}}
)
def test_what_we_write_ourselves_is_what_pyyaml_would_have_written(value: dict[str, object]) -> None:
    whole = writing._written(value)
    assert source.write(value) == whole.removesuffix("...\n")  # the end of a document, which ours does without


@given(st.dictionaries(TEXTS.filter(lambda key: key != "<<"), VALUES, min_size=1, max_size=4))
def test_what_is_written_is_read_back_as_it_was(value: dict[str, object]) -> None:
    assert plain(source.parse(source.write(value), "s.yaml")) == value
