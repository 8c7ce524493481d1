"""Starters: each makes a picture as it is, names every key, and says of each what the schema says."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from pipeline import kinds, schema, source, theme
from pipeline.authoring import schemas, starters
from pipeline.rendering import render

TOP = re.compile(r"^#?(\w+):", re.MULTILINE)


@pytest.mark.parametrize("kind", kinds.names())
def test_a_starter_makes_a_picture_as_it_is(kind: str) -> None:
    visual = starters.visual(kind)
    assert visual.kind.name == kind
    assert render(visual).alt


@pytest.mark.parametrize("kind", kinds.names())
def test_a_starter_names_every_key_once(kind: str) -> None:
    named = TOP.findall(starters.starter(kind))
    rules = schemas.of_kind(kind)
    known = rules["$defs"][kinds.load(kind).spec.__name__]["properties"]
    assert sorted(named) == sorted(known)


@pytest.mark.parametrize("kind", kinds.names())
def test_every_key_stands_below_what_it_means(kind: str) -> None:
    lines = starters.starter(kind).splitlines()
    bare = [line for above, line in pairwise(lines) if TOP.match(line) and above[:2] != "# "]
    assert bare == []


@pytest.mark.parametrize("kind", kinds.names())
def test_each_optional_key_alone_has_the_right_form(kind: str) -> None:
    """Its example may be at odds with another key, or name a file that is not there; its form is right."""
    text = starters.starter(kind)
    for block in re.findall(r"^#\w+:.*\n(?:#  .*\n)*", text, re.MULTILINE):
        written = re.sub("^#", "", block, flags=re.MULTILINE)
        others = re.sub("^themes:.*\n", "", text, flags=re.MULTILINE) if block.startswith("#theme") else text
        node = source.parse(others.replace(block, written), "s.yaml")
        named, _ = theme.taken(node)
        assert schema.build(named, kinds.load(kind).spec), block


def test_the_keys_of_a_block_that_is_not_used_are_explained_within_it() -> None:
    text = starters.starter("feedback_checklist")
    assert "\n#labels:\n#  # Of done items.\n#  done: Done\n" in text


def test_a_key_that_occurs_twice_is_explained_once() -> None:
    text = starters.starter("feedback_checklist")
    assert text.count("# The group's name.") == 1
    assert text.count("- title: ") == 2


def test_choices_are_told_where_the_meaning_does_not_name_them() -> None:
    text = starters.starter("quote_card")
    assert "# Where the lines stand. One of center, end, start." in text
    assert "One of spec" not in text
