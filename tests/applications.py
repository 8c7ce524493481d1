"""Lists of applications for tests: read, or refused with what is told about them."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.errors import SpecError
from pipeline.kinds.applications_dashboard.model import Application, Gathered
from pipeline.kinds.applications_dashboard.reading import Choices, read


def found(text: str, name: str = "list.csv", **keys: Any) -> Gathered:
    """The applications of a file."""
    return read(text, name, Choices(**keys))


def only(text: str, **keys: Any) -> Application:
    """The one application of a file."""
    (application,) = found(text, **keys).applications
    return application


def complaints(text: str, name: str = "list.csv", **keys: Any) -> list[str]:
    """What is told about a file, each with its place."""
    with pytest.raises(SpecError) as caught:
        found(text, name, **keys)
    return [f"{problem.place or problem.field}: {problem.message}" for problem in caught.value.problems]


def hints(text: str, **keys: Any) -> list[str]:
    """The ways out that are told about a file."""
    with pytest.raises(SpecError) as caught:
        found(text, **keys)
    return [problem.hint for problem in caught.value.problems]
