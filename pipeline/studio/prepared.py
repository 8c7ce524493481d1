"""Imports what the press needs, so that a process forked from one that has imported this is ready at once."""

from __future__ import annotations

from pipeline import formats, kinds, legibility, paint, typography
from pipeline.studio import press

ROOMS = (formats, legibility, paint, press, typography)
KINDS = tuple(map(kinds.load, kinds.names()))
