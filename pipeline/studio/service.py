"""The service of the page: its own files, and the answers of the other modules, behind the guards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from pipeline.errors import PipelineError
from pipeline.studio import looks
from pipeline.studio.answering import FOR_EVER, NEVER, Answers, body, refused, told
from pipeline.studio.articles import Articles
from pipeline.studio.edits import Edits
from pipeline.studio.events import Events
from pipeline.studio.pictures import Pictures
from pipeline.studio.state import State, Ways
from pipeline.studio.watcher import Watcher
from pipeline.web import Guarded, Policy, Refused
from pipeline.web.application import HTMLResponse, Request, Response, Route, application, run_in_threadpool

__all__ = ["Studio", "Ways"]

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
MOST_BODY_BYTES = 200_000


class Studio:
    """A studio from its start to its end."""

    def __init__(self, ways: Ways) -> None:
        self._state = State(ways)
        self._events = Events(self._state)

    def guarded(self, policy: Policy) -> Guarded:
        """The service behind the guards of a policy."""
        articles, edits = Articles(self._state), Edits(self._state)
        writes = edits.writes() | articles.writes()
        answers = self._events.answers() | Pictures(self._state).answers() | articles.answers() | self._answers()
        routes = [Route(path, self._written(done), methods=["POST"]) for path, done in writes.items()]
        routes += [Route(path, answer) for path, answer in answers.items()]
        own = policy._replace(token=self._state.ways.token, csp=CSP, most_body_bytes=MOST_BODY_BYTES)
        return Guarded(application(routes, self._lifespan), own)

    def end(self) -> None:
        """End the answers that would never end."""
        self._events.end()

    @asynccontextmanager
    async def _lifespan(self, _: Any) -> AsyncIterator[None]:
        desk = self._state.desk
        looking = asyncio.create_task(desk.look())
        watcher = Watcher(desk.folders, desk.changed, asyncio.get_running_loop())
        try:
            yield
        finally:
            looking.cancel()
            watcher.end()
            self._state.press.end()

    def _answers(self) -> Answers:
        """The files of the page itself."""
        return {"/": self._page, "/face/{name}.ttf": self._face, "/theme.css": self._theme, "/{name}": self._file}

    async def _page(self, _: Request) -> Response:
        return HTMLResponse(looks.page(self._state.ways.token), headers=NEVER)

    async def _file(self, request: Request) -> Response:
        found = looks.file(request.path_params["name"])
        if found is None:
            raise Refused(404)
        return Response(found.data, media_type=found.media_type, headers=NEVER)

    async def _theme(self, _: Request) -> Response:
        return Response(await run_in_threadpool(looks.theme), media_type="text/css", headers=NEVER)

    async def _face(self, request: Request) -> Response:
        data = await self._state.asked("face", request.path_params["name"])
        if data is None:
            raise Refused(404)
        return Response(data, media_type="font/ttf", headers=FOR_EVER)

    def _written(self, done: Callable[[dict[str, Any]], Any]) -> Callable[[Request], Any]:
        """The answer to a request that writes; all pages are told whether there is something to undo."""

        async def answer(request: Request) -> Response:
            try:
                found = await done(body(await request.body()))
            except PipelineError as error:
                raise refused(error) from error
            self._state.desk.tell("pen", self._state.pen.can())
            return told(found)

        return answer
