"""Errors of layout with the places of their fields, for tests that have no `Visual`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import PipelineError
from pipeline.source import Node


@contextmanager
def locating_errors(node: Node) -> Iterator[None]:
    """Give each error from inside the block that names only a field that field's place."""
    try:
        yield
    except PipelineError as error:
        raise error.located(node.at) from error.__cause__
