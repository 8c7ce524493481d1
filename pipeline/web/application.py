"""Routes and answers: the names of Starlette that our services use, and an application made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from pipeline.web.refusing import INTERNAL, Refused

__all__ = [
    "HTMLResponse",
    "JSONResponse",
    "Request",
    "Response",
    "Route",
    "StreamingResponse",
    "application",
    "run_in_threadpool",
]


def application(
    routes: Sequence[BaseRoute], lifespan: Callable[[Any], AbstractAsyncContextManager[None]] | None = None
) -> Starlette:
    """An application of these routes, to stand behind a `Guarded`: what it refuses is raised as `Refused`."""
    handlers: dict[Any, Any] = {HTTPException: _missed, Refused: _refused, Exception: _failed}
    made = Starlette(routes=list(routes), lifespan=lifespan, exception_handlers=handlers)
    made.router.redirect_slashes = False
    return made


def _missed(request: Request, error: HTTPException) -> Response:
    return _refused(request, Refused(error.status_code, headers=error.headers))


def _refused(_: Request, refused: Refused) -> Response:
    return Response(refused.body(), refused.status, refused.every_header())


def _failed(request: Request, _: Exception) -> Response:
    return _refused(request, Refused(500, INTERNAL))  # the guard, which gets the error too, logs it
