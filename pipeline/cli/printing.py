"""The one printer: what every command says passes here, so that nothing that came from a file steers a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from pipeline.characters import printable
from pipeline.errors import ArticleError, InternalError, PipelineError, Problem, SpecError, ThemeError

FAILED = 1
WRONG = 2
DEBUG = "article-visuals.debug"  # the key, among what the contexts of one run share, of the option --debug


def say(*lines: str, err: bool = False) -> None:
    """Write lines, to stdout unless `err`; a line end in a line is shown as `\\n`."""
    for line in lines:
        click.echo(printable(line), err=err)


def say_exactly(data: bytes) -> None:
    """Write what may go into a file to be used there: to a terminal as `say` does, line by line, else byte by byte."""
    if sys.stdout.isatty():
        click.echo(printable(data.decode("utf-8", "backslashreplace"), keeps="\n\t"), nl=False)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def refuse_terminal() -> None:
    """Raise BadParameter where a picture would go to a terminal."""
    if sys.stdout.isatty():
        fact = "standard output is a terminal: send it to a file, `-o - > card.png`"
        raise click.BadParameter(fact, param_hint="'-o'")


def say_json(value: Any) -> None:
    """Write a value as JSON; what could steer a terminal is an escape of JSON, so that the value stays the same."""
    import json

    text = json.dumps(value, indent=1, ensure_ascii=False)
    if printable(text, keeps="\n") != text:
        text = json.dumps(value, indent=1)
    click.echo(text)


def report(problems: Iterable[Problem]) -> None:
    """Write problems to stderr, one blank line between them."""
    click.echo("\n\n".join(str(problem) for problem in problems), err=True)


def report_errors(errors: Sequence[PipelineError]) -> None:
    """Write the problems of all errors to stderr, each once, and what `report_traces` does."""
    if errors:
        report(dict.fromkeys(problem for error in errors for problem in error.problems))
    report_traces(errors)


def report_traces(errors: Iterable[PipelineError]) -> None:
    """With --debug, write to stderr where our own faults happened."""
    context = click.get_current_context(silent=True)
    if context and context.meta.get(DEBUG):
        for error in errors:
            if isinstance(error, InternalError):
                click.echo("\n" + printable(error.trace, keeps="\n"), err=True, nl=False)


def exit_code(errors: Sequence[PipelineError]) -> int:
    """0 without errors, 2 when a spec, theme or article is wrong, 1 when only a picture could not be made."""
    if any(isinstance(error, SpecError | ThemeError | ArticleError) for error in errors):
        return WRONG
    return FAILED if errors else 0


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines with aligned columns, two spaces between them."""
    shown = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in shown)
    return [line.rstrip() for line in lines]
