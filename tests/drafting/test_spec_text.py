"""Tests of pipeline.drafting.spec_text: what is written is read as it was, and notes stand above their keys."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline import source
from pipeline.drafting import spec_text
from pipeline.drafting.spec_text import Noted, Todo
from pipeline.drafting.text import clean

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(clean)


@given(TEXTS)
@example("2026-11-20")
@example("null")
@example("NO")
@example("a: b")
@example("a #b")
@example("- a")
@example("1_000")
@example("0x1F")
@example('say \\ "so"')
@settings(deadline=None, derandomize=True, max_examples=300)
def test_any_text_is_read_as_it_was(text: str) -> None:
    written = spec_text.write(
        {"one": text, "list": [text, "b"], "long": [text, "word " * 8], "map": [{"k": text}]}, "x"
    )
    node = source.parse(written, "s.yaml")
    expected = {"one": text, "list": [text, "b"], "long": [text, "word " * 8], "map": [{"k": text}]}
    assert yaml.safe_load(written) == expected
    assert node.child("one") is not None


def test_notes_stand_above_their_keys() -> None:
    written = spec_text.write(
        {
            "title": Noted("One", "look at it"),
            "groups": [{"name": Noted("A", "who"), "items": []}],
            "end": Todo("more"),
        },
        "From article.md",
    )
    assert written == (
        "# From article.md\n# TODO look at it\ntitle: One\n"
        "groups:\n  # TODO who\n  - name: A\n    items: []\n# TODO more\n"
    )
    assert spec_text.todos(written) == [(2, "look at it"), (5, "who"), (8, "more")]


def test_a_long_note_runs_on_in_a_comment() -> None:
    written = spec_text.write({"a": Todo("word " * 40)}, "heading " * 30)
    assert all(line.startswith("# ") and len(line) < 120 for line in written.splitlines())
    assert len(spec_text.todos(written)) == 1


@pytest.mark.parametrize(
    "value", ["|\n  One\n  # TODO two\n", ">-\n  One\n\n  # TODO two\n", "'One\n  # TODO two\n  three'\n"]
)
def test_what_stands_within_a_text_is_nothing_left_to_do(value: str) -> None:
    written = f"# TODO one\nbody: {value}# TODO three\nkind: x\n"
    assert [todo for _, todo in spec_text.todos(written)] == ["one", "three"]


def test_what_is_left_to_do_is_told_of_a_spec_that_is_no_yaml() -> None:
    assert spec_text.todos("# TODO one\nlist: [a\n") == [(1, "one")]
