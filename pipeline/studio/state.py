"""What all answers of the page stand on: the press, the desk and the pen, and what they were started with."""

from __future__ import annotations

import asyncio
import os
from typing import Any, NamedTuple

from pipeline import project
from pipeline.errors import PipelineError
from pipeline.studio.answering import refused
from pipeline.studio.desk import Desk
from pipeline.studio.editing import Pen
from pipeline.studio.workers import FIRST, Worker
from pipeline.web import Refused

PRESS = "pipeline.studio.press:Press"
PREPARED = ("pipeline.studio.prepared",)


class Ways(NamedTuple):
    """What a studio is started with: specs and folders of them, the link to an editor, and the token for writes."""

    places: tuple[str, ...]
    editor: str
    token: str


class State:
    """The one state of a studio."""

    def __init__(self, ways: Ways) -> None:
        self.ways = ways
        self.press = Worker(PRESS, PREPARED)
        self.desk = Desk(ways.places, self.press)
        self.pen = Pen()

    async def asked(self, method: str, *arguments: Any) -> Any:
        """What the press answers; what it raises is refused, in words."""
        try:
            return await asyncio.wrap_future(self.press.ask(method, *arguments, urgency=FIRST))
        except PipelineError as error:
            raise refused(error) from error

    def known(self, path: str) -> str:
        """The path, which must be that of a spec on the desk."""
        if path not in self.desk.paths:
            raise Refused(404, "there is no such spec")
        return path

    def everything(self) -> dict[str, Any]:
        """All that a page is told which has just been opened."""
        from pipeline import formats

        home = project.here()
        about = {"editor": self.ways.editor, "folder": os.getcwd(), "project": os.path.basename(home)}
        known = {"kinds": _kinds(home), "formats": formats.names()}
        return {**about, **known, **self.desk.everything(), **self.pen.can()}


def _kinds(home: str) -> tuple[str, ...]:
    """The kinds of a project; the specs tell of a mistake in its settings."""
    from pipeline import kinds

    try:
        return kinds.names(home)
    except PipelineError:
        return kinds.names()
