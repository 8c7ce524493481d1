"""What every command says in the same words: problems, pictures, counts, columns and exit codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from pipeline.errors import ArticleError, PipelineError, Problem, SpecError, ThemeError

FAILED = 1
WRONG = 2


def report(problems: Iterable[Problem]) -> None:
    """Write problems to stderr, one blank line between them."""
    click.echo("\n\n".join(str(problem) for problem in problems), err=True)


def exit_code(errors: Sequence[PipelineError]) -> int:
    """0 without errors, 2 when a spec, theme or article is wrong, 1 when only a picture could not be made."""
    if any(isinstance(error, SpecError | ThemeError | ArticleError) for error in errors):
        return WRONG
    return FAILED if errors else 0


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The rows as aligned columns, two spaces between them."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def count(number: int, noun: str) -> str:
    """`1 picture`, `2 pictures`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
