"""The libraries that decide a picture's bytes are known by the names under which they are installed."""

from __future__ import annotations

import tomllib

from pipeline import packages
from pipeline.build.keys import LIBRARIES
from tests.conftest import REPOSITORY


def test_every_library_that_decides_a_picture_is_installed_under_its_name() -> None:
    assert LIBRARIES - {package.name for package in packages.installed()} <= {"pyoxipng"}  # which few Pythons lack


def test_every_library_that_decides_a_picture_is_one_that_we_need() -> None:
    needed = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {each.partition(">")[0].replace("-", "_") for each in needed}
    assert names >= LIBRARIES
