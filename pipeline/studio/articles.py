"""Answers with articles: which there are, one with its figures, and what the command does with it."""

from __future__ import annotations

import os
from typing import Any

from pipeline import files, project
from pipeline.studio import commands
from pipeline.studio.answering import NEVER, Answers, Writes, texts, told
from pipeline.studio.state import State
from pipeline.web import Refused
from pipeline.web.application import HTMLResponse, Request, Response, run_in_threadpool

FRAMED = {  # an article as a page, in a frame of ours: it may show pictures, and run nothing
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; font-src data:;"
    " sandbox allow-same-origin; frame-ancestors 'self'",
    "x-frame-options": "SAMEORIGIN",
}
SHOWN = {  # a picture: an SVG that is opened by itself runs nothing, whoever made it
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"
}
PICTURE = "/article/picture"


class Articles:
    """The articles of the project."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._known: set[str] = set()

    def answers(self) -> Answers:
        """Its answers by their ways."""
        return {
            "/articles": self._articles,
            "/article": self._wishes,
            "/article/page": self._page,
            PICTURE: self._picture,
        }

    def writes(self) -> Writes:
        """What it writes, by its ways."""
        return {"/draft": self._draft, "/build": self._build, "/weave": self._weave}

    async def _articles(self, _: Request) -> Response:
        return told({"articles": await self._state.asked("articles")})

    async def _wishes(self, request: Request) -> Response:
        _, wishes = await self._article(request.query_params.get("path", ""))
        return told({"wishes": wishes})

    async def _page(self, request: Request) -> Response:
        page, _ = await self._article(request.query_params.get("path", ""))
        return HTMLResponse(page, headers={**NEVER, **FRAMED})

    async def _article(self, path: str) -> Any:
        """An article as a page, and its wishes."""
        return await self._state.asked("article", await self._one_of_ours(path), f"{PICTURE}?path=")

    async def _picture(self, request: Request) -> Response:
        """A picture of the project as it was built."""
        from pipeline.weaving.links import TYPES

        path = request.query_params.get("path", "")
        media_type = TYPES.get(os.path.splitext(path)[1].lower())
        if media_type is None:
            raise Refused(404)
        try:
            data = await run_in_threadpool(files.read, path, files.MOST_BYTES, project.here())
        except (OSError, ValueError) as error:
            raise Refused(404) from error
        return Response(data, media_type=media_type, headers={**NEVER, **SHOWN})

    async def _draft(self, body: dict[str, Any]) -> dict[str, Any]:
        ran = await self._ran("draft", body)
        await self._state.desk.look()
        return ran

    async def _weave(self, body: dict[str, Any]) -> dict[str, Any]:
        return await self._ran("weave", body)

    async def _build(self, body: dict[str, Any]) -> dict[str, Any]:
        """Make the pictures of an article's specs, as far as there are such."""
        _, wishes = await self._article(texts(body, "path")[0])
        specs = [spec for spec in dict.fromkeys(wish["spec"] for wish in wishes) if os.path.isfile(spec)]
        if not specs:
            raise Refused(422, "none of its wishes has a spec yet: draft them first")
        return (await commands.run("build", "--", *specs))._asdict()

    async def _ran(self, command: str, body: dict[str, Any]) -> dict[str, Any]:
        path = await self._one_of_ours(texts(body, "path")[0])
        return (await commands.run(command, "--", path))._asdict()

    async def _one_of_ours(self, path: str) -> str:
        if path not in self._known:
            self._known = {each["path"] for each in await self._state.asked("articles")}
        if path not in self._known:
            raise Refused(404, "there is no such article")
        return path
