"""The answer to a request that is refused: a status and one sentence as JSON, never a path or a line of code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

INTERNAL = "internal error"


class Refused(Exception):
    """A request that is not done: its status, a fact for whoever asked, and the field it is about, if any."""

    def __init__(
        self, status: int, message: str = "", field: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, message)
        self.status = status
        self.message = message or HTTPStatus(status).phrase.lower()
        self.field = field
        self.headers = dict(headers or {})

    def body(self) -> bytes:
        """What is answered: `{"status": 400, "field": "text", "message": "expected text, found none"}`."""
        field = {"field": self.field} if self.field else {}
        return json.dumps({"status": self.status, **field, "message": self.message}).encode() + b"\n"

    def every_header(self) -> dict[str, str]:
        """The headers of that answer, names in small letters."""
        own = {name.lower(): value for name, value in self.headers.items()}
        return {"content-type": "application/json", "cache-control": "no-store", **own}
