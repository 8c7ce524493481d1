"""Notes: what an author should know of a picture that was made, though nothing in it is wrong.

A column that was not read, rows that went into order, words that stay English, what a page has no room for: each is a
line beside the picture, in its report and in the manifest, and a warning of `check`, unless the spec says `accept:`
with what it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from pipeline.errors import Place

About: TypeAlias = Literal[
    "columns",  # that were not read
    "rows",  # that were left out: totals, titles, repeated headings
    "values",  # read in one of several ways
    "order",  # another than that of the file
    "sums",  # of what may not add up
    "text",  # that no reader of the source sees, or that a picture cannot show
    "encoding",
    "faces",  # whose files cannot be used
    "words",  # that stay English
    "breaks",  # of lines, which may lie within words
    "left_out",  # has no room in a picture
    "shortened",  # ends in an ellipsis of ours
    "altered",  # shown otherwise than its author asked
    "photo",  # that nobody has described
]


class Note(NamedTuple):
    """One line about the material or a picture: what it is about, the fact with a way out, and where it stands.

    `field` is the path of the key that it is about, for whoever knows places.
    """

    about: About
    message: str
    place: Place | None = None
    field: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message

    def keys(self) -> dict[str, str | int]:
        """The note as plain keys, for a manifest and for other programs."""
        return {"about": self.about, "message": self.message, **(self.place._asdict() if self.place else {})}

    @classmethod
    def read(cls, keys: Mapping[str, Any]) -> Note:
        """The note that `keys` made; raises KeyError, TypeError or ValueError for anything else."""
        if keys["about"] not in get_args(About):
            raise ValueError(keys["about"])
        place = Place(str(keys["path"]), int(keys["line"]), int(keys["column"])) if "path" in keys else None
        return cls(keys["about"], str(keys["message"]), place)
