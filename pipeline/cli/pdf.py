"""`visuals pdf`: the pictures of several specs as one document."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from pipeline.cli import given, options
from pipeline.cli.printing import exit_code, report_errors, say, say_exactly, say_json

if TYPE_CHECKING:
    from pipeline.binding import Bound, Part
    from pipeline.errors import PipelineError


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER or SPEC]...")
@options.output("The document; - is standard output.", takes_stream=True, required=True)
@click.option("--size", metavar="SIZE", help="The size of each page.  [default: the first of each spec]")
@click.option("--theme", metavar="THEME", help="The theme of each page.  [default: the first of each spec]")
@click.option("--paper", metavar="PAPER", help="Lay each page out for a sheet to print: a4 or letter.")
@click.option("--title", default="", help="The title of the document.  [default: that of the first spec]")
@options.as_json
def pdf(
    places: tuple[str, ...],
    output: str,
    size: str | None,
    theme: str | None,
    paper: str | None,
    title: str,
    as_json: bool,
) -> None:
    """Bind the pictures of each SPEC, and of every spec of a FOLDER (by default specs/), into one PDF.

    Each spec is a page, or several if its list is, with a bookmark. Texts can be searched and copied, alt texts are
    read aloud, and the specs travel along. With --paper the layout is made anew in the proportions of the sheet, so
    that nothing is stretched or cut. No manifest learns of the document.

    \b
    Examples:
      visuals pdf specs/first.yaml specs/second.yaml -o carousel.pdf --size square
      visuals pdf specs -o all.pdf
      visuals pdf specs/feedback_checklist.yaml --paper a4 -o checklist.pdf
    """
    _check(output, size, paper)
    from pipeline.binding import bind

    parts, errors = _parts(places, size, theme, paper)
    if errors:
        report_errors(errors)
        click.get_current_context().exit(exit_code(errors))
    bound = bind(parts, title)
    if output == options.STANDARD:
        say_exactly(bound.data)
    else:
        from pipeline import files

        files.write_atomically(output, bound.data, is_named=True)
    _tell(bound, output, as_json)


def _check(output: str, size: str | None, paper: str | None) -> None:
    if size and paper:
        raise click.BadParameter("a sheet of paper has a size: leave --size out", param_hint="'--paper'")
    if output != options.STANDARD and os.path.splitext(output)[1].lower() != ".pdf":
        raise click.BadParameter(f"{output}: expected a name that ends in .pdf", param_hint="'-o'")


def _parts(
    places: Sequence[str], size: str | None, theme: str | None, paper: str | None
) -> tuple[list[Part], list[PipelineError]]:
    """The specs as pages, and what is wrong with those that cannot be."""
    from pipeline.binding import part
    from pipeline.build import spec_paths
    from pipeline.errors import PipelineError

    parts, errors = [], []
    for path in spec_paths(places):
        try:
            parts.append(part(given.load(path), size, theme, paper))
        except PipelineError as error:
            errors.append(error)
    return parts, errors


def _tell(bound: Bound, output: str, as_json: bool) -> None:
    """Say what was made, and what is to be said of it; beside a document on standard output nothing but that."""
    from pipeline.binding import titles
    from pipeline.files import weight
    from pipeline.prose import counted

    notes = [str(note) for part in bound.parts for note in part.notes] + [str(note) for note in bound.notes]
    say(*(f"note: {note}" for note in notes), err=True)
    if output == options.STANDARD:
        return
    if as_json:
        about = {"path": output, "pages": bound.pages, "bytes": len(bound.data)}
        say_json({**about, "titles": list(titles(bound)), "notes": notes})
    else:
        say(f"{output}  {counted(bound.pages, 'page')}  {weight(len(bound.data))}")
