"""Answers with pictures: what is to be told of one, its pages, its texts as they are written, and its file."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import quote

from pipeline.errors import PipelineError
from pipeline.studio.answering import FOR_EVER, NEVER, Answers, number, refused, told
from pipeline.studio.sheets import Made, keys
from pipeline.studio.state import PREPARED, PRESS, State
from pipeline.studio.workers import Worker
from pipeline.web import Refused
from pipeline.web.application import Request, Response


class Pictures:
    """The pictures of the desk."""

    def __init__(self, state: State) -> None:
        self._state = state

    def answers(self) -> Answers:
        """Its answers by their ways."""
        return {
            "/picture": self._picture,
            "/picture/{key}/{page:int}.png": self._png,
            "/written": self._written,
            "/download": self._download,
        }

    async def _picture(self, request: Request) -> Response:
        key = request.query_params.get("key", "")
        try:
            made = await self._state.desk.picture(request.query_params.get("spec", ""), key)
        except KeyError as error:
            raise Refused(404, "there is no such picture any more") from error
        return told(_with_addresses(key, made))

    async def _png(self, request: Request) -> Response:
        made = self._state.desk.kept(request.path_params["key"])
        page = request.path_params["page"]
        if made is None or not 1 <= page <= len(made.pages):
            raise Refused(404, "there is no such picture any more")
        return Response(made.pages[page - 1].data, media_type="image/png", headers=FOR_EVER)

    async def _written(self, request: Request) -> Response:
        path, field = (request.query_params.get(name, "") for name in ("spec", "field"))
        return told(await self._state.asked("written", self._state.known(path), field))

    async def _download(self, request: Request) -> Response:
        """A picture in any format and scale, made in a process of its own: the live ones do not wait for it."""
        query = request.query_params
        path, size, theme = (query.get(name, "") for name in ("spec", "size", "theme"))
        numbers = [number(query.get(name, "1")) for name in ("scale", "page")]
        wanted = (self._state.known(path), size, theme, query.get("format", "png"), *numbers)
        with Worker(PRESS, PREPARED) as worker:
            try:
                data, name = await asyncio.wrap_future(worker.ask("file", *wanted))
            except PipelineError as error:
                raise refused(error) from error
        named = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return Response(data, media_type="application/octet-stream", headers={**NEVER, "content-disposition": named})


def _with_addresses(key: str, made: Made) -> dict[str, Any]:
    """A picture as the page is told of it, with the addresses of its pages."""
    found: dict[str, Any] = keys(made)
    for at, page in enumerate(found["pages"], 1):
        page["src"] = f"/picture/{key}/{at}.png"
        page["bytes"] = len(made.pages[at - 1].data)
    return found
