"""A key that no model has is told with the one that is meant: by its meaning, else by its spelling, else not at all."""

from __future__ import annotations

from typing import Any

import msgspec.inspect as model_of
import pytest

from pipeline import kinds, source
from pipeline.errors import SpecError
from pipeline.schema.synonyms import _SYNONYMS, meant_key

PATHS = "kind: career_roadmap\npaths:\n  - name: A\n    milestones: [{title: B, at: 1 year}]\n"
MILESTONE = "kind: career_roadmap\npaths:\n  - name: A\n    milestones:\n      - {title: B, %s: x}\n"
TITLELESS = "kind: career_roadmap\npaths:\n  - name: A\n    milestones:\n      - {%s: x}\n"
ITEM = "kind: feedback_checklist\nitems:\n  - {text: A, %s: x}\n"
STEP = "kind: steps\nsteps:\n  - {title: A, %s: x}\n  - B\n"
CHART = "kind: chart\nlabels: [a]\n%s: x\n"
NUMBER = "kind: big_number\ncaption: days\n%s: x\n"
COMPARED = "kind: comparison\n%s: x\n"
QUOTE = "kind: quote_card\ntext: A\n%s: x\n"
PAGE = "kind: page_card\ntitle: A\n%s: x\n"
EMAIL = "kind: application_email\nemail: {subject: A, %s: x}\n"
BOARD = "kind: applications_dashboard\n%s: x\n"


@pytest.mark.parametrize(
    ("spec", "word", "key"),
    [
        *((MILESTONE, word, "at") for word in ("date", "when", "time", "due", "deadline")),
        *((MILESTONE, word, "detail") for word in ("description", "note", "body")),
        *((MILESTONE, word, "state") for word in ("status", "done", "progress")),
        (MILESTONE, "type", "kind"),
        (TITLELESS, "name", "title"),
        (TITLELESS, "label", "title"),
        (PATHS + "start: {%s: x}\n", "when", "date"),
        (PATHS + "start: {%s: x}\n", "title", "label"),
        (PATHS + "decision: {title: A, %s: x}\n", "date", "by"),
        (PATHS + "decision: {title: A, %s: x}\n", "when", "by"),
        (PATHS + "edges: [{from: A, %s: x}]\n", "target", "to"),
        (PATHS + "edges: [{from: A, to: B, %s: x}]\n", "text", "label"),
        (PATHS + "phases: [{at: 1 year, %s: x}]\n", "name", "label"),
        (PATHS + "%s: x\n", "subtitle", "standfirst"),
        (PATHS + "%s: x\n", "today", "as_of"),
        (PATHS + "%s: x\n", "connections", "edges"),
        ("kind: career_roadmap\n%s: x\n", "tracks", "paths"),
        (ITEM, "date", "due"),
        (ITEM, "comment", "note"),
        (ITEM, "completed", "state"),
        (ITEM, "importance", "priority"),
        ("kind: feedback_checklist\n%s: x\n", "tasks", "items"),
        ("kind: feedback_checklist\n%s: x\n", "sections", "groups"),
        ("kind: feedback_checklist\n%s: x\n", "file", "data"),
        ("kind: feedback_checklist\ngroups: [{%s: x}]\n", "heading", "title"),
        (STEP, "description", "detail"),
        (STEP, "time", "duration"),
        ("kind: steps\nsteps: [A, B]\n%s: x\n", "outcome", "result"),
        (CHART, "type", "chart"),
        (CHART, "values", "series"),
        (CHART, "csv", "data"),
        (CHART, "goal", "target"),
        (CHART, "subtitle", "caption"),
        (NUMBER, "value", "figure"),
        (NUMBER, "suffix", "unit"),
        (COMPARED, "items", "rows"),
        (COMPARED, "winner", "highlight"),
        (COMPARED, "conclusion", "verdict"),
        (QUOTE, "name", "author"),
        (QUOTE, "picture", "photo"),
        (QUOTE, "url", "source"),
        ("kind: quote_card\n%s: x\n", "quote", "text"),
        (PAGE, "summary", "description"),
        (PAGE, "website", "site"),
        (EMAIL, "sender", "from"),
        (EMAIL, "message", "body"),
        (BOARD, "jobs", "applications"),
        (BOARD, "metrics", "tiles"),
        ("kind: applications_dashboard\nstages: [{stage: applied, %s: x}]\n", "colour", "color"),
    ],
)
def test_a_word_for_a_key_is_told_with_that_key(spec: str, word: str, key: str) -> None:
    assert hint(spec % word).startswith(f"the nearest key is `{key}`; allowed keys are ")


@pytest.mark.parametrize(
    ("spec", "word"),
    [
        (MILESTONE, "start"),  # is spelt like `state`
        (ITEM, "owner"),
        ("kind: feedback_checklist\nitems: [A]\n%s: x\n", "description"),  # like `direction`
        ("kind: feedback_checklist\nitems: [A]\n%s: x\n", "colour"),  # like `columns`
        (QUOTE, "quote"),  # the text is there
        (CHART, "width"),
    ],
)
def test_a_word_that_means_no_key_is_told_with_all_of_them(spec: str, word: str) -> None:
    assert hint(spec % word).startswith("allowed keys are ")


def test_an_item_with_a_word_for_its_key_is_no_text_with_a_colon() -> None:
    assert hint("kind: steps\nsteps:\n  - name: Write\n  - Send\n").startswith("the nearest key is `title`")
    assert hint("kind: steps\nsteps:\n  - Name: Write\n  - Send\n") == 'write "Name: Write"'


def test_an_open_key_is_told_by_its_meaning_too() -> None:
    assert hint("kind: steps\nsteps: [A, B]\nopen: ['steps[0].name']\n").startswith("the nearest is `title`; keys here")


@pytest.mark.parametrize(
    ("word", "key"),
    [("titel", "title"), ("dau", "day"), ("language", "lang"), ("prio", "priority"), ("step", "steps")],
)
def test_a_slip_of_the_pen_is_told_with_the_key_that_is_spelt_like_it(word: str, key: str) -> None:
    assert meant_key(word, ("day", "lang", "priority", "steps", "title")) == key


def test_each_word_stands_once_and_means_keys_that_there_are() -> None:
    words = [word for entry in _SYNONYMS for word in entry.split()]
    assert len(words) == len(set(words))
    known = {name for kind in kinds.names() for name in keys_of(model_of.type_info(kinds.load(kind).spec))}
    assert {key for keys in _SYNONYMS.values() for key in keys.split()} <= known


def hint(text: str) -> str:
    with pytest.raises(SpecError) as caught:
        kinds.build(source.parse(text, "s.yaml"))
    told = [problem for problem in caught.value.problems if problem.hint and "missing key" not in problem.message]
    return told[0].hint


def keys_of(info: Any) -> set[str]:
    """All keys in a model, however deep."""
    if isinstance(info, model_of.StructType):
        return {each.encode_name for each in info.fields}.union(*(keys_of(each.type) for each in info.fields))
    parts = getattr(info, "types", ()) or (getattr(info, "type", None), getattr(info, "item_type", None))
    return set().union(*(keys_of(each) for each in parts if isinstance(each, model_of.Type)))
