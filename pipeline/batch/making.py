"""One row -> its pictures: what every process of a batch does."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from pipeline import files, places, project, rendering
from pipeline.batch.columns import Columns
from pipeline.batch.ledger import Made
from pipeline.batch.naming import Picture
from pipeline.batch.rows import Row
from pipeline.errors import OutputError, PipelineError, Problem, SpecError, internal
from pipeline.kinds import kind_name
from pipeline.notes import Note
from pipeline.rendering import Rendered, Visual
from pipeline.source import Node

T = TypeVar("T")


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
    """What became of a row: its pictures by their paths, what is wrong with the rest, and notes of a check."""

    made: tuple[tuple[str, Made], ...] = ()
    errors: tuple[PipelineError, ...] = ()
    notes: tuple[Note, ...] = ()


def kind_of(recipe: Recipe) -> str:
    """The kind of picture that a batch makes; raises SpecError where the spec names none."""
    return kind_name(recipe.node, project.folder(recipe.node.place.path))


def make(recipe: Recipe, task: Task) -> Result:
    """Make the pictures of a row; what goes wrong is in the result, not raised."""
    with project.held_still():
        return _all_made(recipe, task)


def _all_made(recipe: Recipe, task: Task) -> Result:
    try:
        visual = understood(recipe, task.row)
    except PipelineError as error:
        return Result(errors=(error,))
    keys = dict(zip(task.pictures, task.keys, strict=True))

    def made(picture: Picture) -> tuple[str, Made]:
        return places.shown(picture.path), _made(visual, recipe.scale, picture, keys[picture])

    done, errors = _tried(task.row, task.pictures, made)
    return Result(done, errors)


def check(recipe: Recipe, task: Task) -> Result:
    """Lay the pictures of a row out and paint none: what would go wrong."""
    try:
        visual = understood(recipe, task.row)
    except PipelineError as error:
        return Result(errors=(error,))

    def noted(picture: Picture) -> list[Note]:
        scenes = rendering.lay_out(visual, picture.size, picture.theme)
        return [note for scene in scenes for note in rendering.notes_of(visual, scene)]

    looks = {(picture.size, picture.theme): picture for picture in task.pictures}  # formats are laid out alike
    found, errors = _tried(task.row, looks.values(), noted)
    return Result(errors=errors, notes=tuple(dict.fromkeys(note for notes in found for note in notes)))


def _tried(
    row: Row, pictures: Iterable[Picture], work: Callable[[Picture], T]
) -> tuple[tuple[T, ...], tuple[PipelineError, ...]]:
    """What `work` makes of each picture, and what went wrong with the others."""
    done: list[T] = []
    errors: list[PipelineError] = []
    for picture in pictures:
        try:
            done.append(work(picture))
        except PipelineError as error:
            errors.append(error)
        except Exception as error:
            errors.append(internal(error, f"{row.place} ({picture.size}, {picture.theme})"))
    return tuple(done), tuple(errors)


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
        reads |= rendering.pictures_shown(rendered.scene)
        _refuse_own(path, reads)
        _write(path, rendered.data)
        pages.append(_entry(rendered, path))
    return Made(key, tuple(pages), tuple(sorted(reads.items())))


def _refuse_own(path: str, reads: Collection[str]) -> None:
    """Raise OutputError for a picture that would take the place of a file that it is made of."""
    if reads and os.path.realpath(path) in map(os.path.realpath, reads):
        fact = f"{path}: the picture would take the place of a file that it shows"
        raise OutputError(Problem(fact, hint="give the pictures another place: -o"))


def _write(path: str, data: bytes) -> None:
    if places.is_remote(path):
        places.write(path, data)
    else:
        files.write_atomically(path, data, is_named=True)


def _entry(rendered: Rendered, path: str) -> dict[str, Any]:
    """What the report says of a file."""
    return {
        "path": places.shown(path),
        "width": rendered.width,
        "height": rendered.height,
        "bytes": len(rendered.data),
        **({} if places.is_remote(path) else {"modified": os.stat(path).st_mtime_ns}),
        "alt": rendered.alt,
        **({"description": rendered.description} if rendered.description != rendered.alt else {}),
        **({"notes": [note.keys() for note in rendered.notes]} if rendered.notes else {}),
    }


def is_whole(picture: Picture, made: Made) -> bool:
    """Whether the files of a picture lie there as they were made; at an address, whether they have that many bytes."""
    count = len(made.pages)
    paths = (rendering.page_path(picture.path, number, count) for number in range(1, count + 1))
    return all(map(_is_as_made, paths, made.pages))


def _is_as_made(path: str, page: dict[str, Any]) -> bool:
    if places.is_remote(path):
        return bool(places.size_bytes(path) == page["bytes"])
    try:
        status = os.stat(path)
    except OSError:
        return False
    return bool(status.st_size == page["bytes"] and status.st_mtime_ns == page["modified"])


def problems(result: Result) -> Iterator[Problem]:
    """All that is wrong with a row, each once: several sizes may say the same."""
    yield from dict.fromkeys(problem for error in result.errors for problem in error.problems)
