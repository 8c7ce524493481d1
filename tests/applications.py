"""Lists of applications for tests: read, or refused with what is told about them."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.errors import SpecError
from pipeline.kinds.applications_dashboard.model import Application, Gathered
from pipeline.kinds.applications_dashboard.reading import MADE_UP, MadeUp, read
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard


def spec_of(**keys: Any) -> ApplicationsDashboard:
    """A spec with some of its keys."""
    return ApplicationsDashboard(kind="applications_dashboard", **keys)


def found(text: str, name: str = "list.csv", *, made_up: MadeUp = MADE_UP, **keys: Any) -> Gathered:
    """The applications of a file."""
    return read(text, name, spec_of(**keys), made_up)


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
