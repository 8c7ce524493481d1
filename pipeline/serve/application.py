"""The service as any ASGI server runs it: its routes, its policy and its log."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from pipeline import formats
from pipeline.build.running import cores
from pipeline.errors import OutputError, Problem
from pipeline.serve import choosing, serving
from pipeline.serve.answering import Answering
from pipeline.serve.kept import Kept
from pipeline.serve.pool import Limits, Pool
from pipeline.serve.serving import Serving
from pipeline.web import Answered, Guarded, Policy
from pipeline.web.application import JSONResponse, Request, Response, Route, application

_LOG = logging.getLogger("pipeline.serve")
# An SVG opened by itself is a page: its own style and what it carries inside, and nothing else.
CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'; sandbox"


def of_environment() -> Guarded:
    """The service that the environment describes; raises OutputError for one that is none."""
    asked = serving.of_environment(os.environ)
    return of(asked, Policy().on("127.0.0.1", asked.hosts))


def of(asked: Serving, policy: Policy, write: Callable[[str], object] | None = None) -> Guarded:
    """A service, which answers whom the policy says; `write` takes a line of its log, by default standard output."""
    check(asked)
    limits = Limits(asked.workers or cores(), asked.seconds, asked.memory_mb, asked.most_waiting)
    pool = Pool(asked.home, limits)
    kept = Kept(asked.cache or os.path.join(asked.home, serving.CACHE), asked.cache_mb * 1_000_000)
    answering = Answering(asked, pool, kept, list(filter(formats.is_available, choosing.OFFERED)))

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok", "waiting": pool.waiting}, headers={"Cache-Control": "no-store"})

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        try:
            await pool.start()
        except (EOFError, TimeoutError, OSError):
            _LOG.error("no worker starts: it may need more than %d MB of memory", asked.memory_mb)
            raise
        yield
        await pool.close()

    routes = [Route("/healthz", health), Route("/{name:path}", answering.picture)]
    return Guarded(application(routes, lifespan), policy._replace(is_private=False, csp=CSP), _log(write or _print))


def check(asked: Serving) -> None:
    """Raise OutputError for a service that neither has a key nor is to do without."""
    if not asked.keys and not asked.is_unsigned:
        hint = f"{serving.MAKE_A_KEY}, or --unsigned (VISUALS_UNSIGNED=1) for this machine alone"
        raise OutputError(Problem(f"{serving.SIGNING_KEY}: expected a key that signs addresses, found none", hint=hint))


def _log(write: Callable[[str], object]) -> Callable[[Answered], None]:
    """What writes a line of JSON for each answer; what a request has set is in none."""

    def log(answered: Answered) -> None:
        line = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": answered.method,
            "path": answered.path,
            "status": answered.status,
            "bytes": answered.size_bytes,
            "ms": round(answered.seconds * 1000, 1),
            **answered.noted,
        }
        write(json.dumps(line))

    return log


def _print(line: str) -> None:
    with suppress(OSError, ValueError):  # a log that nobody takes is no reason to answer nobody
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
