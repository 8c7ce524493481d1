"""Server-sent events: each page that is open is told of what changes, as long as it is open."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any, TypeAlias

from pipeline.studio.answering import NEVER, Answers
from pipeline.studio.state import State
from pipeline.web.application import Request, Response, StreamingResponse

Line: TypeAlias = "asyncio.Queue[tuple[str, Any] | None]"

BEAT_SECONDS = 15  # between two signs of life on a quiet line


class Events:
    """The lines to the pages that are open."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._lines: set[Line] = set()

    def answers(self) -> Answers:
        """Its answers by their ways."""
        return {"/events": self._events}

    def end(self) -> None:
        """End all lines, which would never end by themselves."""
        for line in tuple(self._lines):
            line.put_nowait(None)

    async def _events(self, _: Request) -> Response:
        line: Line = asyncio.Queue()
        stop = self._state.desk.listen(lambda name, data: line.put_nowait((name, data)))
        line.put_nowait(("all", self._state.everything()))
        return StreamingResponse(self._told(line, stop), media_type="text/event-stream", headers=NEVER)

    async def _told(self, line: Line, stop: Callable[[], None]) -> AsyncIterator[str]:
        """Events as they come, and now and then a sign of life."""
        self._lines.add(line)
        try:
            yield "retry: 500\n\n"
            while True:
                try:
                    event = await asyncio.wait_for(line.get(), BEAT_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if event is None:
                    return
                yield f"event: {event[0]}\ndata: {json.dumps(event[1])}\n\n"
        finally:
            stop()
            self._lines.discard(line)
