"""The service as any ASGI server runs it: its routes, its policy and its log."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from pipeline import formats
from pipeline.build.pool import cores
from pipeline.errors import OutputError, Problem
from pipeline.serve import choosing, serving
from pipeline.serve.answering import Answering
from pipeline.serve.cache import Cache
from pipeline.serve.pool import Limits, Pool
from pipeline.serve.serving import Serving
from pipeline.web import Answered, Guarded, Policy
from pipeline.web.application import JSONResponse, Request, Response, Route, application

_LOG = logging.getLogger("pipeline.serve")
# An SVG opened by itself is a page: its own style and what it carries inside, and nothing else.
CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'; sandbox"


def of_environment() -> Guarded:
    """The service that the environment describes; raises OutputError for one that is none."""
    described = serving.of_environment(os.environ)
    return of(described, Policy().on("127.0.0.1", described.hosts))


def of(service: Serving, policy: Policy) -> Guarded:
    """The application of a service, which answers whom the policy says; raises OutputError where nobody may ask."""
    _check(service)
    limits = Limits(service.workers or cores(), service.seconds, service.memory_mb, service.most_waiting)
    pool = Pool(service.home, limits)
    cache = Cache(service.cache or os.path.join(service.home, serving.CACHE), service.cache_mb * 1_000_000)
    answering = Answering(service, pool, cache, list(filter(formats.is_available, choosing.OFFERED)))

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok", "waiting": pool.waiting}, headers={"Cache-Control": "no-store"})

    routes = [Route("/healthz", health), Route("/{name:path}", answering.picture)]
    guarded = policy._replace(is_private=False, csp=CSP)
    return Guarded(application(routes, lambda _: _running(pool)), guarded, _log)


@asynccontextmanager
async def _running(pool: Pool) -> AsyncIterator[None]:
    """The workers, started before the first request and ended after the last."""
    try:
        await pool.start()
    except (EOFError, TimeoutError, OSError):
        _LOG.error("no worker starts: it may need more than %d MB of memory", pool.limits.memory_mb)
        raise
    yield
    await pool.close()


def _check(service: Serving) -> None:
    if not service.keys and not service.is_unsigned:
        hint = f"{serving.MAKE_A_KEY}, or --unsigned (VISUALS_UNSIGNED=1) for this machine alone"
        raise OutputError(Problem(f"{serving.SIGNING_KEY}: expected a key that signs addresses, found none", hint=hint))


def _log(answered: Answered) -> None:
    """Write a line of JSON for an answer; what a request has set is not in it."""
    line = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "method": answered.method,
        "path": answered.path,
        "status": answered.status,
        "bytes": answered.size_bytes,
        "ms": round(answered.seconds * 1000, 1),
        **answered.noted,
    }
    with suppress(OSError, ValueError):  # a log that nobody takes is no reason to answer nobody
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
