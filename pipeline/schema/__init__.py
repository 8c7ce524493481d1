"""Node -> frozen spec, or every reason why not; and the JSON Schema of a spec. The only door to msgspec.

A model is a class of `Part` (a mapping) or `Spec` (a whole file) whose annotations say what an author may write:

    class Milestone(Part):
        title: Annotated[str, key("What was reached.", min_length=1, max_length=60)]
        year: Annotated[int, key("When, as a year.", ge=1900, le=2100)] | None = None

msgspec describes the model (`msgspec.inspect`); the walk through node and model is ours, because msgspec stops at the
first mistake and knows no lines. A module of models does without `from __future__ import annotations`: msgspec would
evaluate each annotation from its text, which doubles the time of the description (1.4 ms against 0.5 for a theme).
"""

from __future__ import annotations

from pipeline.schema.building import build
from pipeline.schema.models import LANGUAGE_TAG, Part, Spec, key
from pipeline.schema.normalizing import normalized, plain
from pipeline.schema.opening import check_open, file_keys
from pipeline.schema.slips import missing_days

__all__ = [
    "LANGUAGE_TAG",
    "Part",
    "Spec",
    "build",
    "check_open",
    "file_keys",
    "key",
    "missing_days",
    "normalized",
    "plain",
]
