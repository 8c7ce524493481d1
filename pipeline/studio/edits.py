"""What the page writes into specs: a text, a choice, a step back, a new spec."""

from __future__ import annotations

import os
from typing import Any

from pipeline import project
from pipeline.studio import commands
from pipeline.studio.answering import Writes, texts
from pipeline.studio.state import State
from pipeline.web import Refused
from pipeline.web.application import run_in_threadpool


class Edits:
    """The pen in the hand of the page; each answer has the spec as it is then."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._pen = state.pen

    def writes(self) -> Writes:
        """What it writes, by its ways."""
        return {
            "/edit": self._edit,
            "/choose": self._choose,
            "/undo": self._undo,
            "/redo": self._redo,
            "/new": self._new,
        }

    async def _edit(self, body: dict[str, Any]) -> dict[str, Any]:
        path, field, text, digest = texts(body, "spec", "field", "text", "digest")
        await run_in_threadpool(self._pen.edit, self._state.known(path), field, text, digest)
        return await self._seen(path)

    async def _choose(self, body: dict[str, Any]) -> dict[str, Any]:
        path, field, digest = texts(body, "spec", "field", "digest")
        choice = body.get("choice")
        if isinstance(choice, list) and choice and all(isinstance(each, str) for each in choice):
            choice = tuple(choice)
        elif not isinstance(choice, str):
            raise Refused(400, "expected a text or a list of texts", "choice")
        await run_in_threadpool(self._pen.choose, self._state.known(path), field, choice, digest)
        return await self._seen(path)

    async def _undo(self, _: dict[str, Any]) -> dict[str, Any]:
        return await self._seen(await run_in_threadpool(self._pen.undo))

    async def _redo(self, _: dict[str, Any]) -> dict[str, Any]:
        return await self._seen(await run_in_threadpool(self._pen.redo))

    async def _new(self, body: dict[str, Any]) -> dict[str, Any]:
        """A kind's starter as a new spec, in the folder of the specs."""
        kind, name = texts(body, "kind", "name")
        suffix = project.SUFFIXES[0]
        file = name.removesuffix(suffix) + suffix
        if not (project.is_plain(name) and project.is_spec(file)):
            raise Refused(422, "expected a name without `/`, which begins with neither `_` nor a dot", "name")
        folder = next(filter(os.path.isdir, self._state.ways.places), project.specs())
        path = os.path.join(folder, file)
        ran = await commands.run("new", "--", kind, path)
        if ran.code:
            raise Refused(422, ran.said)
        await self._state.desk.look()
        return {"path": path, "said": ran.said}

    async def _seen(self, path: str) -> dict[str, Any]:
        """A spec that was written, as it is now."""
        desk = self._state.desk
        await desk.changed([path])
        return desk.state(path) if path in desk.sheets else {}
