"""What all answers of the page have in common: what they take, what they refuse, how long they may be kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from pipeline.errors import OutputError, PipelineError
from pipeline.studio.editing import Conflict
from pipeline.web import Refused
from pipeline.web.application import JSONResponse, Request, Response

Answers: TypeAlias = dict[str, Callable[[Request], Coroutine[Any, Any, Response]]]
Writes: TypeAlias = dict[str, Callable[[dict[str, Any]], Coroutine[Any, Any, dict[str, Any]]]]

MOST_TEXT = 100_000  # characters of one text
FOR_EVER = {"cache-control": "private, max-age=31536000, immutable"}
NEVER = {"cache-control": "no-store"}


def told(data: Any) -> Response:
    """An answer of plain data."""
    return JSONResponse(data, headers=NEVER)


def refused(error: PipelineError) -> Refused:
    """The refusal of what an error keeps from being done: 409 for a file that somebody else changed."""
    status = 409 if isinstance(error, Conflict) else 507 if isinstance(error, OutputError) else 422
    first = error.problems[0]
    where = f"{first.place}: " if first.place else ""
    return Refused(status, f"{where}{first.message}" + (f"; {first.hint}" if first.hint else ""), first.field)


def body(data: bytes) -> dict[str, Any]:
    """The object that the body of a request is."""
    try:
        found = json.loads(data or b"{}")
    except (ValueError, RecursionError) as error:
        raise Refused(400, "expected JSON") from error
    if not isinstance(found, dict):
        raise Refused(400, "expected a JSON object")
    return found


def texts(given: dict[str, Any], *names: str) -> list[str]:
    """The texts of that name in the body of a request."""
    for name in names:
        if not isinstance(given.get(name), str) or len(given[name]) > MOST_TEXT:
            raise Refused(400, f"expected a text of at most {MOST_TEXT:,} characters", name)
    return [given[name] for name in names]


def number(text: str) -> int:
    """A small number in a query."""
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise Refused(400, "expected a number")
    return int(text)
