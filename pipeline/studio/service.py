"""The service of the page: what it shows, what it is told of, and what it may write."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, NamedTuple
from urllib.parse import quote

from pipeline import files, project
from pipeline.errors import OutputError, PipelineError
from pipeline.studio import commands, editing, looks
from pipeline.studio.desk import Desk
from pipeline.studio.sheets import Made, keys
from pipeline.studio.watcher import Watcher
from pipeline.studio.workers import FIRST, Worker
from pipeline.web import Guarded, Policy, Refused
from pipeline.web.application import (
    HTMLResponse,
    JSONResponse,
    Request,
    Response,
    Route,
    StreamingResponse,
    application,
    run_in_threadpool,
)

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FRAMED = {  # an article as a page, in a frame of ours: it may show pictures, and run nothing
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; font-src data:;"
    " sandbox allow-same-origin; frame-ancestors 'self'",
    "x-frame-options": "SAMEORIGIN",
}
MOST_BODY_BYTES = 200_000
MOST_TEXT = 100_000  # characters of one text
BEAT_SECONDS = 15  # between two signs of life on a quiet line
PRESS = "pipeline.studio.press:Press"
PREPARED = ("pipeline.studio.prepared",)
FOR_EVER = {"cache-control": "private, max-age=31536000, immutable"}
NEVER = {"cache-control": "no-store"}


class Ways(NamedTuple):
    """What a studio is started with: specs and folders of them, the link to an editor, and the token for writes."""

    places: tuple[str, ...]
    editor: str
    token: str


class Studio:
    """The state behind the page, and the answers to its requests."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._press = Worker(PRESS, PREPARED)
        self._desk = Desk(ways.places, self._press)
        self._pen = editing.Pen()
        self._ends: set[Callable[[], None]] = set()
        self._texts: set[str] = set()  # the articles that the page was told of

    def guarded(self, policy: Policy) -> Guarded:
        """The service behind the guards of a policy."""
        answers: dict[str, Callable[[Request], Any]] = {
            "/": self._page,
            "/events": self._events,
            "/picture": self._picture,
            "/picture/{key}/{page:int}.png": self._png,
            "/written": self._written,
            "/download": self._download,
            "/articles": self._articles,
            "/article": self._article,
            "/article/page": self._article_page,
            "/article/picture": self._article_picture,
            "/face/{name}.ttf": self._face,
            "/theme.css": self._theme,
            "/{name}": self._file,
        }
        writes: dict[str, Callable[[dict[str, Any]], Any]] = {
            "/edit": self._edit,
            "/choose": self._choose,
            "/undo": self._undo,
            "/redo": self._redo,
            "/new": self._new,
            "/build": self._build,
            "/draft": self._draft,
            "/weave": self._weave,
        }
        routes = [Route(path, self._write(done), methods=["POST"]) for path, done in writes.items()]
        routes += [Route(path, answer) for path, answer in answers.items()]
        own = policy._replace(token=self._ways.token, csp=CSP, most_body_bytes=MOST_BODY_BYTES)
        return Guarded(application(routes, self._lifespan), own)

    def end(self) -> None:
        """End the answers that would never end."""
        for end in tuple(self._ends):
            end()

    @asynccontextmanager
    async def _lifespan(self, _: Any) -> AsyncIterator[None]:
        looking = asyncio.create_task(self._desk.look())
        watcher = Watcher(self._desk.folders, self._desk.changed, asyncio.get_running_loop())
        try:
            yield
        finally:
            looking.cancel()
            watcher.end()
            self._press.end()

    async def _page(self, _: Request) -> Response:
        return HTMLResponse(looks.page(self._ways.token), headers=NEVER)

    async def _file(self, request: Request) -> Response:
        found = looks.file(request.path_params["name"])
        if found is None:
            raise Refused(404)
        return Response(found.data, media_type=found.media_type, headers=NEVER)

    async def _theme(self, _: Request) -> Response:
        return Response(await run_in_threadpool(looks.theme), media_type="text/css", headers=NEVER)

    async def _face(self, request: Request) -> Response:
        data = await asyncio.wrap_future(self._press.ask("face", request.path_params["name"]))
        if data is None:
            raise Refused(404)
        return Response(data, media_type="font/ttf", headers=FOR_EVER)

    async def _events(self, _: Request) -> Response:
        queue: asyncio.Queue[tuple[str, Any] | None] = asyncio.Queue()
        stop = self._desk.listen(lambda name, data: queue.put_nowait((name, data)))
        queue.put_nowait(("all", self._everything()))
        return StreamingResponse(self._told(queue, stop), media_type="text/event-stream", headers=NEVER)

    async def _told(self, queue: asyncio.Queue[tuple[str, Any] | None], stop: Callable[[], None]) -> AsyncIterator[str]:
        """Events as they come, and now and then a sign of life."""

        def end() -> None:
            queue.put_nowait(None)

        self._ends.add(end)
        try:
            yield "retry: 500\n\n"
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), BEAT_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if event is None:
                    return
                yield f"event: {event[0]}\ndata: {json.dumps(event[1])}\n\n"
        finally:
            stop()
            self._ends.discard(end)

    def _everything(self) -> dict[str, Any]:
        from pipeline import formats, kinds

        about = {"editor": self._ways.editor, "folder": os.getcwd(), "project": os.path.basename(project.here())}
        return {
            **about,
            **self._desk.everything(),
            **self._pen.can(),
            "kinds": kinds.names(project.here()),
            "formats": formats.names(),
        }

    async def _picture(self, request: Request) -> Response:
        key = request.query_params.get("key", "")
        try:
            made = await self._desk.picture(request.query_params.get("spec", ""), key)
        except KeyError as error:
            raise Refused(404, "there is no such picture any more") from error
        return JSONResponse(_told_of(key, made), headers=NEVER)

    async def _png(self, request: Request) -> Response:
        made = self._desk.kept(request.path_params["key"])
        page = request.path_params["page"]
        if made is None or not 1 <= page <= len(made.pages):
            raise Refused(404, "there is no such picture any more")
        return Response(made.pages[page - 1].data, media_type="image/png", headers=FOR_EVER)

    async def _written(self, request: Request) -> Response:
        path, field = request.query_params.get("spec", ""), request.query_params.get("field", "")
        self._known(path)
        return JSONResponse(await self._asked("written", path, field), headers=NEVER)

    async def _download(self, request: Request) -> Response:
        """A picture in any format and scale, made in a process of its own: the live ones do not wait for it."""
        query = request.query_params
        path, size, theme = (query.get(name, "") for name in ("spec", "size", "theme"))
        numbers = [_number(query.get(name, "1")) for name in ("scale", "page")]
        wanted = (self._known(path), size, theme, query.get("format", "png"), *numbers)
        with Worker(PRESS, PREPARED) as worker:
            try:
                data, name = await asyncio.wrap_future(worker.ask("file", *wanted))
            except PipelineError as error:
                raise _refused(error) from error
        named = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return Response(data, media_type="application/octet-stream", headers={**NEVER, "content-disposition": named})

    async def _articles(self, _: Request) -> Response:
        return JSONResponse({"articles": await self._asked("articles")}, headers=NEVER)

    async def _article(self, request: Request) -> Response:
        _, wishes = await self._of_article(request)
        return JSONResponse({"wishes": wishes}, headers=NEVER)

    async def _article_page(self, request: Request) -> Response:
        page, _ = await self._of_article(request)
        return HTMLResponse(page, headers={**NEVER, **FRAMED})

    async def _of_article(self, request: Request) -> Any:
        path = await self._known_text(request.query_params.get("path", ""))
        return await self._asked("article", path, "/article/picture?path=")

    async def _article_picture(self, request: Request) -> Response:
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
        return Response(data, media_type=media_type, headers=NEVER)

    async def _known_text(self, path: str) -> str:
        if path not in self._texts:
            self._texts = {each["path"] for each in await self._asked("articles")}
        if path not in self._texts:
            raise Refused(404, "there is no such article")
        return path

    async def _asked(self, method: str, *arguments: Any) -> Any:
        """What the press answers; what it raises is refused, in words."""
        try:
            return await asyncio.wrap_future(self._press.ask(method, *arguments, urgency=FIRST))
        except PipelineError as error:
            raise _refused(error) from error

    def _known(self, path: str) -> str:
        if path not in self._desk.paths:
            raise Refused(404, "there is no such spec")
        return path

    def _write(self, done: Callable[[dict[str, Any]], Any]) -> Callable[[Request], Any]:
        """An answer to a request that writes: what is done, and how the specs are then."""

        async def answer(request: Request) -> Response:
            try:
                told = await done(_body(await request.body()))
            except PipelineError as error:
                raise _refused(error) from error
            self._desk.tell("pen", self._pen.can())
            return JSONResponse(told, headers=NEVER)

        return answer

    async def _edit(self, body: dict[str, Any]) -> dict[str, Any]:
        path, field, text, digest = _texts(body, "spec", "field", "text", "digest")
        await run_in_threadpool(self._pen.edit, self._known(path), field, text, digest)
        return await self._seen(path)

    async def _choose(self, body: dict[str, Any]) -> dict[str, Any]:
        path, field, digest = _texts(body, "spec", "field", "digest")
        choice = body.get("choice")
        if isinstance(choice, list) and choice and all(isinstance(each, str) for each in choice):
            choice = tuple(choice)
        elif not isinstance(choice, str):
            raise Refused(400, "expected a text or a list of texts", "choice")
        await run_in_threadpool(self._pen.choose, self._known(path), field, choice, digest)
        return await self._seen(path)

    async def _undo(self, _: dict[str, Any]) -> dict[str, Any]:
        return await self._seen(await run_in_threadpool(self._pen.undo))

    async def _redo(self, _: dict[str, Any]) -> dict[str, Any]:
        return await self._seen(await run_in_threadpool(self._pen.redo))

    async def _new(self, body: dict[str, Any]) -> dict[str, Any]:
        kind, name = _texts(body, "kind", "name")
        path = os.path.join(self._home(), f"{name.removesuffix(project.SUFFIXES[0])}{project.SUFFIXES[0]}")
        if not (
            project.is_plain(os.path.basename(path)) and project.is_plain(name) and project.is_spec(name + ".yaml")
        ):
            raise Refused(422, "expected a name without `/`, which begins with neither `_` nor a dot", "name")
        ran = await commands.run("new", "--", kind, path)
        if ran.code:
            raise Refused(422, ran.said)
        await self._desk.look()
        return {"path": path, "said": ran.said}

    def _home(self) -> str:
        """The folder that new specs go to."""
        return next(filter(os.path.isdir, self._ways.places), project.specs())

    async def _build(self, body: dict[str, Any]) -> dict[str, Any]:
        """Make the pictures of an article's specs, as far as there are such."""
        _, wishes = await self._asked("article", await self._known_text(_texts(body, "path")[0]), "")
        specs = [spec for spec in dict.fromkeys(wish["spec"] for wish in wishes) if os.path.isfile(spec)]
        if not specs:
            raise Refused(422, "none of its wishes has a spec yet: draft them first")
        return (await commands.run("build", "--", *specs))._asdict()

    async def _draft(self, body: dict[str, Any]) -> dict[str, Any]:
        ran = await commands.run("draft", "--", await self._known_text(_texts(body, "path")[0]))
        await self._desk.look()
        return ran._asdict()

    async def _weave(self, body: dict[str, Any]) -> dict[str, Any]:
        return (await commands.run("weave", "--", await self._known_text(_texts(body, "path")[0])))._asdict()

    async def _seen(self, path: str) -> dict[str, Any]:
        """A spec that was written, as it is now."""
        await self._desk.changed([path])
        return self._desk.state(path) if path in self._desk.sheets else {}


def _kinds(home: str) -> tuple[str, ...]:
    """The kinds of a project; the specs tell of a mistake in its settings."""
    from pipeline import kinds

    try:
        return kinds.names(home)
    except PipelineError:
        return kinds.names()


def _told_of(key: str, made: Made) -> dict[str, Any]:
    """A picture as the page is told of it, with the addresses of its pages."""
    told: dict[str, Any] = keys(made)
    for number, page in enumerate(told["pages"], 1):
        page["src"] = f"/picture/{key}/{number}.png"
        page["bytes"] = len(made.pages[number - 1].data)
    return told


def _refused(error: PipelineError) -> Refused:
    """The refusal of what an error keeps from being done: 409 for a file that somebody else changed."""
    status = 409 if isinstance(error, editing.Conflict) else 507 if isinstance(error, OutputError) else 422
    first = error.problems[0]
    where = f"{first.place}: " if first.place else ""
    return Refused(status, f"{where}{first.message}" + (f"; {first.hint}" if first.hint else ""), first.field)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise Refused(400, "expected a number")
    return int(text)


def _body(data: bytes) -> dict[str, Any]:
    try:
        body = json.loads(data or b"{}")
    except (ValueError, RecursionError) as error:
        raise Refused(400, "expected JSON") from error
    if not isinstance(body, dict):
        raise Refused(400, "expected a JSON object")
    return body


def _texts(body: dict[str, Any], *names: str) -> Sequence[str]:
    for name in names:
        if not isinstance(body.get(name), str) or len(body[name]) > MOST_TEXT:
            raise Refused(400, f"expected a text of at most {MOST_TEXT:,} characters", name)
    return [body[name] for name in names]
