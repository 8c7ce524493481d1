"""The words of pictures for tests: what a spec says in a language to those who cannot see it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from pipeline import kinds, sizes, source, theme
from pipeline.typography import Typesetter, library


class Said(NamedTuple):
    """The one sentence, and all of it."""

    alt: str
    description: str


def said(keys: Mapping[str, Any], size: str = "story") -> Said:
    """What the first picture of these keys says."""
    kind, spec = kinds.build(source.parse(json.dumps(keys), "case.yaml"))
    if kind.gather:
        spec = kind.gather(spec, lambda name, field: "")
    typesetter = Typesetter(library(), lang=spec.lang, direction=spec.direction)
    scene = kind.lay_out(spec, sizes.parse(size).size, theme.load("paper"), typesetter)
    return Said(scene.alt, scene.description)
