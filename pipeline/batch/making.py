"""One row -> its pictures: what every process of a batch does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline import files, rendering
from pipeline.batch.columns import Columns
from pipeline.batch.ledger import Made
from pipeline.batch.naming import Picture
from pipeline.batch.rows import Row
from pipeline.errors import PipelineError, Problem, SpecError, internal
from pipeline.rendering import Rendered, Visual
from pipeline.source import Node


class Recipe(NamedTuple):
    """What all pictures of a batch are made of: the spec that rows are put into, and how."""

    path: str
    node: Node
    columns: Columns
    scale: int = 1


class Task(NamedTuple):
    """A row, and those of its pictures that are to be made, each with its key."""

    row: Row
    pictures: tuple[Picture, ...]
    keys: tuple[str, ...]


class Result(NamedTuple):
    """What became of a row: its pictures by their paths, and what is wrong with the rest."""

    made: tuple[tuple[str, Made], ...] = ()
    errors: tuple[PipelineError, ...] = ()


def make(recipe: Recipe, task: Task) -> Result:
    """Make the pictures of a row; what goes wrong is in the result, not raised."""
    made: list[tuple[str, Made]] = []
    errors: list[PipelineError] = []
    try:
        visual = understood(recipe, task.row)
    except PipelineError as error:
        return Result(errors=(error,))
    for picture, key in zip(task.pictures, task.keys, strict=True):
        try:
            made.append((picture.path, _made(visual, recipe.scale, picture, key)))
        except PipelineError as error:
            errors.append(error)
        except Exception as error:
            errors.append(internal(error, f"{task.row.place} ({picture.size}, {picture.theme})"))
    return Result(tuple(made), tuple(errors))


def check(recipe: Recipe, task: Task) -> Result:
    """Lay the pictures of a row out and paint none: what would go wrong."""
    errors: list[PipelineError] = []
    try:
        visual = understood(recipe, task.row)
    except PipelineError as error:
        return Result(errors=(error,))
    for size, theme in dict.fromkeys((picture.size, picture.theme) for picture in task.pictures):
        try:
            rendering.lay_out(visual, size, theme)
        except PipelineError as error:
            errors.append(error)
        except Exception as error:
            errors.append(internal(error, f"{task.row.place} ({size}, {theme})"))
    return Result(errors=tuple(errors))


def understood(recipe: Recipe, row: Row) -> Visual:
    """The visual of a row; raises what `pipeline.load` does, with the places of cells."""
    if row.problems:
        raise SpecError(*row.problems)
    try:
        return rendering.understood(recipe.columns.filled(recipe.node, row), recipe.path)
    except PipelineError:
        raise
    except Exception as error:
        raise internal(error, str(row.place)) from error


def _made(visual: Visual, scale: int, picture: Picture, key: str) -> Made:
    """Make one picture in all its pages, each written before the next one is painted."""
    pages = []
    reads = dict(visual.digests)
    for rendered in rendering.render_pages(visual, picture.size, picture.theme, scale, picture.format_name):
        path = rendering.page_path(picture.path, rendered.page, rendered.pages)
        files.write_atomically(path, rendered.data, is_named=True)
        pages.append(_entry(rendered, path))
        reads |= rendering.pictures_shown(rendered.scene)
    return Made(key, tuple(pages), tuple(sorted(reads.items())))


def _entry(rendered: Rendered, path: str) -> dict[str, Any]:
    """What the report says of a file."""
    return {
        "path": path,
        "width": rendered.width,
        "height": rendered.height,
        "bytes": len(rendered.data),
        "modified": os.stat(path).st_mtime_ns,
        "alt": rendered.alt,
        **({"description": rendered.description} if rendered.description != rendered.alt else {}),
        **({"notes": [note.keys() for note in rendered.notes]} if rendered.notes else {}),
    }


def is_whole(made: Made) -> bool:
    """Whether the files of a picture lie there as they were made."""
    return all(map(_is_as_made, made.pages))


def _is_as_made(page: dict[str, Any]) -> bool:
    try:
        status = os.stat(page["path"])
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (page["bytes"], page["modified"])


def problems(result: Result) -> Iterator[Problem]:
    """All that is wrong with a row, each once: several sizes may say the same."""
    yield from dict.fromkeys(problem for error in result.errors for problem in error.problems)
