"""A packaged face with only the characters that a text needs, small enough to travel inside a page."""

from __future__ import annotations

from collections.abc import Iterable

import uharfbuzz as hb

from pipeline.typography.faces import font, library


def subset(families: Iterable[str], weight: int, italic: bool, characters: str) -> tuple[str, bytes] | None:
    """The first of the families that comes with the packages, and the bytes of its face for these characters.

    None where there is none: a face of the user's own may not be free to be passed on.
    """
    packaged = library(None)
    known = {face.family.casefold() for face in packaged.faces}
    family = next((family for family in families if family.casefold() in known), None)
    if family is None:
        return None
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, characters))
    return family, hb.subset(font(packaged.find(family, weight, italic)).face, wanted).blob.data
