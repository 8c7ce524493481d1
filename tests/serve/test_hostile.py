"""A hundred and fifty hostile requests; `make fuzz` sends a thousand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import hostile
from tests.served import Service

pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")


def test_no_request_breaks_the_service_or_learns_what_it_should_not(tmp_path: Path) -> None:
    hostile.write_project(tmp_path / "home")
    with Service(tmp_path / "home", "--workers", "1") as service:
        assert list(hostile.faults(service, 1, 150)) == []
        assert [line for line in service.errors if "Traceback" in line] == []


def test_a_fault_would_be_seen(tmp_path: Path) -> None:
    assert hostile.LEAKS.search(b'{"message": "/usr/lib/python3/site-packages/starlette/routing.py, line 3"}')
    sorts = {each.sort for each in hostile.requests(1, 150)}
    assert sorts == set(hostile.SORTS)
