"""The spec that a command was given: a file's, a picture's, or what standard input says."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.rendering import Visual

STANDARD = "-"  # standard input as a spec, standard output as a file
STDIN = "standard input"  # as messages call it


def load(spec: str, overrides: Iterable[str] = ()) -> Visual:
    """The visual of a spec; raises what `pipeline.load` does."""
    from pipeline import source
    from pipeline.rendering import UNNAMED, understood
    from pipeline.rendering import load as load_spec

    if spec != STANDARD:
        return load_spec(spec, overrides)
    text = source.decode(source.bounded(sys.stdin.buffer, STDIN), STDIN)
    return understood(source.override(source.parse(text, STDIN), overrides), UNNAMED)
