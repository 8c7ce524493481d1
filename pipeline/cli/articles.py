"""Articles, folders of them, or those of the project: what a command does with each, and what it ends with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import click
from click.core import ParameterSource

from pipeline.cli.printing import FAILED, exit_code, report, report_errors, say, say_json
from pipeline.errors import ArticleError, PipelineError, Problem
from pipeline.prose import counted


class Idle(ArticleError):
    """There is nothing to do in an article: alone it is an error, among many it is counted."""


class Entry(NamedTuple):
    """An article, and its path from the folder that was named, or its name."""

    path: str
    below: str


class Selection(NamedTuple):
    """The articles of a command; what was passed over, being none; why some place has none.

    `is_one` is true where one file was named.
    """

    articles: tuple[Entry, ...]
    others: tuple[str, ...] = ()
    errors: tuple[PipelineError, ...] = ()
    is_one: bool = False


def selected(places: Sequence[str]) -> Selection:
    """The articles at these places, those of folders within folders too; without places, those of the project."""
    if len(places) == 1 and not os.path.isdir(places[0]):
        return Selection((Entry(places[0], os.path.basename(places[0])),), is_one=True)
    parts = [_at(place) for place in places] or _of_project()
    articles: dict[str, Entry] = {}
    for article in (article for part in parts for article in part.articles):
        articles.setdefault(os.path.normpath(article.path), article)
    others = tuple(dict.fromkeys(other for part in parts for other in part.others))
    return Selection(tuple(articles.values()), others, tuple(error for part in parts for error in part.errors))


class Done(NamedTuple):
    """What became of an article: its keys for other programs; lines, what is wrong with it, and a last line."""

    keys: Mapping[str, object]
    lines: Sequence[str]
    problems: Sequence[Problem]
    last: str
    is_quiet: bool = False  # the article itself is on standard output


def each_article(articles: Selection, do: Callable[[Entry], Done], idle: str, *, as_json: bool = False) -> None:
    """Do something with each of the articles, and tell it.

    An article that cannot be read keeps none of the others from their turn. Of many, those in which there is nothing to
    do are counted with the words `idle`.
    """
    errors, done, idlers = list(articles.errors), list[Done](), list[str]()
    for article in articles.articles:
        try:
            done.append(do(article))
            if not as_json:
                _tell(done[-1])
        except Idle as error:
            errors += [error] if articles.is_one else []
            idlers.append(article.path)
        except PipelineError as error:
            errors.append(error)
    if as_json:
        say_json(_keys(done, idlers, articles.others, errors))
    else:
        if not articles.is_one:
            _tell_rest(articles.others, len(idlers), idle)
        report_errors(errors)
    if errors or any(each.problems for each in done):
        click.get_current_context().exit(exit_code(errors) or FAILED)


def _tell(done: Done) -> None:
    say(*done.lines, err=done.is_quiet)
    if done.problems:
        report(done.problems)
    say(*filter(None, [done.last]), err=done.is_quiet)


def _keys(
    done: Sequence[Done], idlers: Sequence[str], others: Sequence[str], errors: Sequence[PipelineError]
) -> dict[str, object]:
    """What became of all articles, for other programs."""
    return {
        "articles": [{**each.keys, "problems": [problem.keys() for problem in each.problems]} for each in done],
        "idle": list(idlers),
        "passed_over": list(others),
        "problems": [problem.keys() for error in errors for problem in error.problems],
    }


def specs_of(article: str, specs: str) -> str:
    """The folder of an article's specs: the one that was named, else its own, else that of its project."""
    from pipeline import project
    from pipeline.drafting import owners

    if click.get_current_context().get_parameter_source("specs") is not ParameterSource.DEFAULT:
        return specs
    home = project.with_settings(article)
    if home and (own := owners.folder(article, home)):
        return project.shown(own)
    return project.shown(project.layout(home).specs) if home and home != project.here() else specs


def of_settings() -> tuple[list[str], list[PipelineError]]:
    """The folders of articles that the settings of this project name, and an error for each that is not there."""
    from pipeline import project

    home = project.here()
    if not os.path.isfile(os.path.join(home, project.SETTINGS)):
        return [], []
    from pipeline import settings

    folders = [project.shown(os.path.join(home, name)) for name in settings.of(home).articles]
    there = [folder for folder in folders if os.path.isdir(folder)]
    hint = f"make it, or name another one under `articles` in {project.SETTINGS}"
    missing = [folder for folder in folders if folder not in there]
    place = settings.place(home, "articles") if missing else None
    return there, [ArticleError(Problem(f"there is no folder {folder}", place, hint)) for folder in missing]


def _of_project() -> list[Selection]:
    there, missing = of_settings()
    if not there and not missing:
        raise click.UsageError("name an article, or set `articles` in visuals.toml for those of the project")
    parts = [*(_at(folder, may_be_empty=True) for folder in there), Selection((), errors=tuple(missing))]
    if not any(part.articles or part.errors for part in parts):
        hint = "write one, or name another folder under `articles` in visuals.toml"
        raise ArticleError(Problem(f"there is no article in {', '.join(there)}", hint=hint))
    return parts


def _at(place: str, *, may_be_empty: bool = False) -> Selection:
    """The articles at a place among several; a file that is none is passed over."""
    from pipeline.article import is_article

    if not os.path.isdir(place):
        is_other = os.path.isfile(place) and not is_article(place)
        return Selection((), (place,)) if is_other else Selection((Entry(place, os.path.basename(place)),))
    try:
        return _in_folder(place, may_be_empty)
    except PipelineError as error:
        return Selection((), errors=(error,))


def _in_folder(folder: str, may_be_empty: bool) -> Selection:
    from pipeline.article import listed

    listing = listed(folder)
    if not listing.articles and not may_be_empty:
        hint = "name a Markdown or text file"
        raise ArticleError(Problem(f"{folder}: there is no article in this folder", hint=hint))
    others = tuple(path for path in listing.others if not _is_picture_of_ours(path))
    return Selection(tuple(Entry(path, os.path.relpath(path, folder)) for path in listing.articles), others)


def _is_picture_of_ours(path: str) -> bool:
    """Whether a file lies where the project's pictures do: sites such as MkDocs have them among their articles."""
    from pipeline import project

    pictures = os.path.realpath(project.layout(project.here()).output)
    return os.path.realpath(path).startswith(os.path.join(pictures, ""))


def _tell_rest(others: Sequence[str], idle: int, words: str) -> None:
    """A line for the articles without anything to do, and one for the files that are no articles."""
    if idle:
        say(f"{counted(idle, 'article')} {words}")
    if others:
        say(f"passed over: {counted(len(others), 'file')} that {_are(len(others))} ({', '.join(_endings(others))})")


def _are(count: int) -> str:
    return "is no article" if count == 1 else "are no articles"


def _endings(paths: Sequence[str]) -> Iterator[str]:
    """The endings of names, or the name where there is none, each once."""
    yield from sorted({os.path.splitext(path)[1] or os.path.basename(path) for path in paths})
