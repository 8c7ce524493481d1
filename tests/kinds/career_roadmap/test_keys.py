"""Tests that no key was forgotten: each has a bad spec and a row in the documentation, whose examples are read."""

from __future__ import annotations

import re

import pytest

from pipeline.kinds.career_roadmap import spec
from pipeline.kinds.career_roadmap.words import Shown
from pipeline.schema import Part, Spec
from tests.conftest import REPOSITORY
from tests.kinds.career_roadmap.plans import found, planned

PARTS: tuple[type[Part], ...] = (
    spec.CareerRoadmap, spec.Start, spec.Done, spec.Closed, spec.Decision, spec.Phase, spec.Track, spec.Milestone,
    spec.Connection,
)  # fmt: skip
DOCUMENT = (REPOSITORY / "docs" / "kinds" / "career_roadmap.md").read_text(encoding="utf-8")
KEYS = {name for part in PARTS for name in part.__struct_encode_fields__} - set(Spec.__struct_encode_fields__)

LABELS = set(Shown.__struct_encode_fields__)


def test_every_key_has_a_bad_spec() -> None:
    folder = REPOSITORY / "tests" / "bad_specs" / "career_roadmap"
    lines = [line for path in folder.glob("*.yaml") for line in path.read_text(encoding="utf-8").splitlines()]
    said = "\n".join(line for line in lines if line.startswith("# error: "))
    told = set(re.findall(r"\b(\w+)(?:\[\d+\])*: ", said)) | set(re.findall(r"`(\w+)`", said))
    assert KEYS - told == set()


def test_every_key_is_documented() -> None:
    rows = "\n".join(line for line in DOCUMENT.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`", rows)) >= KEYS | LABELS


@pytest.mark.parametrize(("language", "name"), [("csv", "path.csv"), ("mermaid", "plan.mmd")])
def test_the_documented_files_are_read(language: str, name: str) -> None:
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert all(track.milestones for track in found(block, name).paths)


def test_the_documented_example_is_a_map() -> None:
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
    shown = planned(block.removeprefix("kind: career_roadmap\n"))
    assert shown.name == "One no. Two ways forward."
    assert shown.edges[0].label.text == "if it goes well"
