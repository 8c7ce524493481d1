"""An article, or each one of a folder: what a command does with them, and what it ends with."""

from __future__ import annotations

import os
from collections.abc import Callable

import click

from pipeline.cli.printing import FAILED, exit_code, report_errors
from pipeline.errors import ArticleError, PipelineError, Problem


def each_article(place: str, done: Callable[[str], bool]) -> None:
    """Do something with the article at `place`, or with each in that folder; it returns whether all went well.

    An article of a folder that cannot be read keeps none of the others from their turn.
    """
    from pipeline.article import articles_in

    if not os.path.isdir(place):
        went_well = done(place)
        errors: list[PipelineError] = []
    else:
        articles = articles_in(place)
        if not articles:
            raise ArticleError(
                Problem(f"{place}: there is no article in this folder", hint="name a Markdown or text file")
            )
        went_well, errors = _each(articles, done)
    report_errors(errors)
    if errors or not went_well:
        click.get_current_context().exit(exit_code(errors) or FAILED)


def _each(articles: list[str], done: Callable[[str], bool]) -> tuple[bool, list[PipelineError]]:
    went_well, errors = True, list[PipelineError]()
    for article in articles:
        try:
            went_well = done(article) and went_well
        except PipelineError as error:
            errors.append(error)
    return went_well, errors
