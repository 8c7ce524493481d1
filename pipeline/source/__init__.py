"""Read YAML text into nodes that remember their place: the only door to PyYAML.

file --read--> text --parse--> Node --with_defaults--> Node --override--> Node
"""

from __future__ import annotations

from pipeline.source.assignments import FIELD, filled, override, put
from pipeline.source.files import MAX_BYTES, bounded, decode, read, read_spec
from pipeline.source.node import STEP, Node, Scalar, with_defaults
from pipeline.source.parsing import HARD_SPACES, character_name, parse, pasted, quoted, text_lines
from pipeline.source.values import of_values, placed
from pipeline.source.writing import write

__all__ = [
    "FIELD",
    "HARD_SPACES",
    "MAX_BYTES",
    "STEP",
    "Node",
    "Scalar",
    "bounded",
    "character_name",
    "decode",
    "filled",
    "of_values",
    "override",
    "parse",
    "pasted",
    "placed",
    "put",
    "quoted",
    "read",
    "read_spec",
    "text_lines",
    "with_defaults",
    "write",
]
