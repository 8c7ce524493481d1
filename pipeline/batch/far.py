"""The rows of a batch on a cluster: what a worker makes of one, and what of it is true here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from pipeline import places, project, rendering
from pipeline.batch import making
from pipeline.batch.ledger import Made
from pipeline.batch.making import Recipe, Result, Task
from pipeline.batch.naming import Picture
from pipeline.build.pool import Lost
from pipeline.cluster import Cluster, Home
from pipeline.errors import OutputError, Problem
from pipeline.notes import Note


class Away(NamedTuple):
    """What a worker needs to know: which work, of which recipe, and how paths are written at home."""

    work: Callable[[Recipe, Task], Result]
    recipe: Recipe
    home: Home


def spread(
    cluster: Cluster,
    work: Callable[[Recipe, Task], Result],
    recipe: Recipe,
    tasks: Iterable[Task],
    stop: Callable[[], bool],
) -> Iterator[tuple[Task, Result | Lost]]:
    """Each row and what became of it; raises OutputError where pictures do not come to their place."""
    away = Away(
        work, recipe._replace(path=os.path.abspath(recipe.path)), Home(cluster.home, project.shown(cluster.home))
    )
    for task, result in cluster.spread(partial(made_there, away), map(_anywhere, tasks), stop):
        yield task, result if isinstance(result, Lost) else _checked(task, result)


def made_there(away: Away, there: str, task: Task) -> Result:
    """What becomes of a row on a worker, with paths as they are written at home."""
    path = away.home.moved(away.recipe.path, there)
    node = away.recipe.node
    moved = away.recipe._replace(path=path, node=node._replace(place=node.place._replace(path=path)))
    result = away.work(moved, task)
    made = ((name, _at_home(away.home, there, each)) for name, each in result.made)
    errors = tuple(away.home.error(error, there) for error in result.errors)
    return Result(tuple(made), errors, tuple(_note_at_home(away.home, there, note) for note in result.notes))


def _at_home(home: Home, there: str, made: Made) -> Made:
    reads = tuple((home.named(path, there), digest) for path, digest in made.reads)
    return made._replace(reads=reads, pages=tuple(_page_at_home(home, there, page) for page in made.pages))


def _page_at_home(home: Home, there: str, page: dict[str, Any]) -> dict[str, Any]:
    notes = [_note_at_home(home, there, Note.read(keys)).keys() for keys in page.get("notes", ())]
    return {**page, "notes": notes} if notes else page


def _note_at_home(home: Home, there: str, note: Note) -> Note:
    place = note.place and note.place._replace(path=home.named(note.place.path, there))
    return note._replace(place=place)


def _anywhere(task: Task) -> Task:
    """The task with paths that mean the same file on every machine which shares that folder."""
    return task._replace(pictures=tuple(map(_absolute, task.pictures)))


def _absolute(picture: Picture) -> Picture:
    return picture if places.is_remote(picture.path) else picture._replace(path=os.path.abspath(picture.path))


def _checked(task: Task, result: Result) -> Result:
    """The result with paths as they are written here; raises OutputError for a picture that is not here."""
    written = {places.shown(picture.path): picture for picture in task.pictures}
    return result._replace(made=tuple(_here(written[path], made) for path, made in result.made))


def _here(picture: Picture, made: Made) -> tuple[str, Made]:
    if places.is_remote(picture.path):
        return places.shown(picture.path), made
    if not making.is_whole(picture, made):
        hint = "workers on other machines need an address that all share, such as -o 's3://bucket/{slug}.png'"
        raise OutputError(Problem(f"{picture.path}: a worker wrote it, and it is not here", hint=hint))
    path, count = project.shown(picture.path), len(made.pages)
    pages = ({**page, "path": rendering.page_path(path, at, count)} for at, page in enumerate(made.pages, 1))
    return path, made._replace(pages=tuple(pages))
