"""An answer to a request for a picture: refused, unchanged, kept, or made, once for all who ask for it meanwhile."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import NamedTuple

from pipeline import files
from pipeline.serve import addresses, choosing, signing
from pipeline.serve.addresses import Asked
from pipeline.serve.cache import Cache
from pipeline.serve.catalogue import Catalogue, Entry
from pipeline.serve.frames import packed
from pipeline.serve.pool import Pool
from pipeline.serve.serving import Serving
from pipeline.web import Refused
from pipeline.web.application import Request, Response
from pipeline.web.guarding import NOTED
from pipeline.web.policy import is_loopback

_DIGITS = 32  # 128 bits
_LOG = logging.getLogger("pipeline.serve")


class Made(NamedTuple):
    """A picture's bytes, and the notes on it, by what they are about."""

    data: bytes
    notes: tuple[str, ...] = ()


class Answering:
    """Answers for pictures, each from the cache or a worker."""

    def __init__(self, serving: Serving, pool: Pool, cache: Cache, offered: Sequence[str]) -> None:
        self._serving = serving
        self._pool = pool
        self._cache = cache
        self._offered = tuple(offered)
        self._catalogue = Catalogue(serving.home, pool)
        self._making: dict[str, asyncio.Task[Made]] = {}

    async def picture(self, request: Request) -> Response:
        """The picture that a request asks for; raises `Refused` for what it may not have."""
        asked = addresses.parse(f"/{request.path_params['name']}", request.scope["query_string"].decode("latin-1"))
        self._check_signature(request, asked)
        entry = await self._catalogue.entry(asked.spec)
        _check(entry, asked)
        is_chosen = not asked.format_name
        if is_chosen:
            accept = ",".join(request.headers.getlist("accept"))
            asked = asked._replace(format_name=choosing.choose(accept, self._offered))
        key = _key(entry, asked)
        headers = {"ETag": f'"{key}"', "Cache-Control": f"public, max-age={self._serving.max_age_seconds}"}
        if is_chosen:
            headers["Vary"] = "Accept"
        if _is_known(request.headers.get("if-none-match", ""), key):
            request.scope[NOTED]["how"] = "unchanged"
            return Response(status_code=304, headers=headers)
        data = await self._data(request, key, entry, asked)
        return Response(data, 200, headers, choosing.media_type(asked.format_name))

    def _check_signature(self, request: Request, asked: Asked) -> None:
        if self._serving.keys:
            if not signing.is_signed(asked, self._serving.keys):
                raise Refused(403, "the signature is missing or wrong")
        elif not is_loopback((request.scope.get("server") or ("",))[0]) or "x-forwarded-for" in request.headers:
            raise Refused(403, "without a signing key only this machine is served")

    async def _data(self, request: Request, key: str, entry: Entry, asked: Asked) -> bytes:
        noted = request.scope[NOTED]
        if key not in self._making:
            data = await asyncio.to_thread(self._cache.get, key)
            if data is not None:
                noted["how"] = "kept"
                return data
        noted["how"] = "shared" if key in self._making else "made"
        made = await asyncio.shield(self._task(key, entry, asked))
        if made.notes:
            noted["notes"] = made.notes
        return made.data

    def _task(self, key: str, entry: Entry, asked: Asked) -> asyncio.Task[Made]:
        """The making of a picture, begun once however many ask for it; it goes on when they have gone."""
        if key not in self._making:
            task = self._making[key] = asyncio.create_task(self._make(key, entry, asked))
            task.add_done_callback(lambda done: self._forget(key, done))
        return self._making[key]

    def _forget(self, key: str, done: asyncio.Task[Made]) -> None:
        del self._making[key]
        if not done.cancelled():
            done.exception()  # looked at, also where nobody is left to whom it matters

    async def _make(self, key: str, entry: Entry, asked: Asked) -> Made:
        wanted = {"size": asked.size, "theme": asked.theme, "format": asked.format_name, "fields": dict(asked.fields)}
        found, data = await self._pool.ask({"step": "picture", "path": entry.path, "digest": entry.digest, **wanted})
        if "log" in found:
            _LOG.error("%s", found["log"])
        if found["status"] != 200:
            raise Refused(found["status"], found["message"], found.get("field", ""))
        if (await self._catalogue.entry(asked.spec)).digest == entry.digest:
            await asyncio.to_thread(self._cache.put, key, data)
        return Made(data, tuple(found["notes"]))


def _check(entry: Entry, asked: Asked) -> None:
    """Raise `Refused` for a size, theme or key that the spec's author has not opened."""
    if asked.size not in entry.sizes or asked.theme not in entry.themes:
        raise Refused(404, "the spec does not list that size and theme")
    for name in asked.fields:
        if name not in entry.open:
            raise Refused(403, "the spec does not open this key", name)


def _key(entry: Entry, asked: Asked) -> str:
    """The hash of all that decides a picture's bytes."""
    wanted = [asked.size, asked.theme, asked.format_name, dict(asked.fields)]
    return files.digest_of(packed({"spec": entry.digest, "asked": wanted}))[:_DIGITS]


def _is_known(if_none_match: str, key: str) -> bool:
    """Whether an If-None-Match header (RFC 9110, 13.1.2) has the tag of a picture."""
    tags = [each.strip().removeprefix("W/") for each in if_none_match.split(",")]
    return f'"{key}"' in tags or tags == ["*"]
