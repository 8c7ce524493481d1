"""Without pyoxipng, which has no wheel for every Python: pictures are made, only none is made smaller."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline import packages
from pipeline.authoring import examining
from pipeline.errors import AssetError, FitError
from pipeline.rendering import load, render
from tests.conftest import QUOTE, write_spec


@pytest.fixture(autouse=True)
def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "oxipng", None)
    monkeypatch.delitem(sys.modules, "pipeline.formats._shrinking", raising=False)


def test_a_picture_that_fits_is_made_as_ever(project: Path) -> None:
    assert render(load(write_spec(project, "word"))).encoding == "fast"


def test_one_that_is_to_be_small_is_refused_with_what_is_lacking(project: Path) -> None:
    spec = load(write_spec(project, "word", QUOTE + "optimize: small\n"))
    with pytest.raises(AssetError, match="a small PNG needs the package pyoxipng") as refused:
        render(spec)
    assert "python -m pip install pyoxipng" in str(refused.value)
    assert "word.yaml:5:11: optimize: " in str(refused.value)


def test_one_that_is_too_heavy_says_what_would_help(project: Path) -> None:
    with pytest.raises(FitError, match="pyoxipng would make it smaller"):
        render(load(write_spec(project, "word", QUOTE + "budget: 2 KB\n")))


def test_doctor_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = [package for package in packages.installed() if package.name != "pyoxipng"]
    monkeypatch.setattr(packages, "installed", lambda: iter(there))
    (finding,) = [each for each in examining.examine() if each.subject == "PNG"]
    assert finding.state == "note"
