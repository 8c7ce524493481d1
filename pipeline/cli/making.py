"""`visuals render` and `visuals build`: make the pictures and say which."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from pipeline.cli.report import count, exit_code, report, weight

if TYPE_CHECKING:
    from pipeline.errors import PipelineError
    from pipeline.render import Job, Outcome, Visual


@click.command()
@click.argument("spec", type=click.Path())
@click.option("--size", "sizes", multiple=True, metavar="SIZE", help="Only this size. Repeatable.")
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Only this theme. Repeatable.")
@click.option(
    "--scale", type=click.IntRange(1, 4), default=1, metavar="N", help="Pixels for each px; 2 for dense screens."
)
@click.option("-o", "--output", type=click.Path(), help="A folder, or a file ending in .png for exactly one picture.")
@click.option("--set", "overrides", multiple=True, metavar="KEY=VALUE", help="Replace a key of the spec. Repeatable.")
def render(
    spec: str,
    sizes: tuple[str, ...],
    themes: tuple[str, ...],
    scale: int,
    output: str | None,
    overrides: tuple[str, ...],
) -> None:
    """Render one SPEC: all the pictures it calls for, or those picked.

    Pictures go to the output/ folder beside the specs/ folder, as SPEC.SIZE.png; a theme that is not the spec's first
    is part of the name: SPEC.SIZE.THEME.png. A size or theme that is picked need not be listed in the spec.

    \b
    Examples:
      visuals render specs/quote_card.yaml
      visuals render specs/quote_card.yaml --size og --theme ink
      visuals render specs/quote_card.yaml --size square --scale 2 -o card.png
      visuals render specs/quote_card.yaml --set text="Every *word* counts." --set author=Ada
    """
    from pipeline import project
    from pipeline.build import jobs_of
    from pipeline.render import load

    visual = load(spec, overrides)
    if output is not None and _names_a_file(output):
        jobs = [_single_job(visual, sizes, themes, scale, output)]
    else:
        jobs = list(jobs_of(visual, output or project.output(spec), sizes, themes, scale))
    _make(jobs)


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER or SPEC]...")
@click.option("-o", "--output", type=click.Path(), help="Folder for the pictures.  [default: output/ beside specs/]")
def build(places: tuple[str, ...], output: str | None) -> None:
    """Render every spec of a FOLDER (by default specs/), and each SPEC that is named.

    A spec that fails stops none of the others. Files whose names begin with `_` are not specs.

    \b
    Examples:
      visuals build
      visuals build specs drafts/idea.yaml -o output
    """
    from pipeline.build import plan, spec_paths

    planned = plan(spec_paths(places or ("specs",)), output)
    _make(planned.jobs, planned.errors)


def _names_a_file(output: str) -> bool:
    """Whether `-o` means a file; raises BadParameter for a suffix of a format there is none of."""
    from pipeline import formats

    suffix = os.path.splitext(output)[1]
    if os.path.isdir(output) or output.endswith(os.sep) or not suffix:
        return os.path.exists(output) and not os.path.isdir(output)
    if suffix.removeprefix(".").lower() not in formats.names():
        known = ", ".join("." + name for name in formats.names())
        fact = f"{output}: no format has the suffix {suffix}; there is {known}. A folder's name may end in {os.sep}"
        raise click.BadParameter(fact, param_hint="'-o'")
    return True


def _single_job(visual: Visual, sizes: Sequence[str], themes: Sequence[str], scale: int, output: str) -> Job:
    """The one picture that goes to the file `output`: the first size and theme of the spec where none is picked."""
    from pipeline.build import jobs_of

    if len(sizes) > 1 or len(themes) > 1:
        raise click.BadParameter("a file takes one picture: pick one size and theme", param_hint="'-o'")
    spec = visual.spec
    (job,) = jobs_of(visual, "", sizes or spec.sizes[:1], themes or spec.themes[:1], scale)
    return job._replace(output_path=output)


def _make(jobs: Sequence[Job], spec_errors: Iterable[PipelineError] = ()) -> None:
    """Make the pictures, a line for each; then all that went wrong, the count, and the exit code."""
    from pipeline.build import build

    outcomes = []
    for outcome in build(jobs):
        for line in _lines(outcome):
            click.echo(line)
        outcomes.append(outcome)
    errors = [*spec_errors, *(outcome.error for outcome in outcomes if outcome.error)]
    if errors:
        report(problem for problem in dict.fromkeys(problem for error in errors for problem in error.problems))
    made = [page for outcome in outcomes for page in outcome.pages]
    failed = sum(outcome.error is not None for outcome in outcomes)
    words = [count(len(made), "picture"), weight(sum(len(page.data) for page in made))]
    words += [f"{failed} failed"] if failed else []
    click.echo(", ".join(words))
    if errors:
        click.get_current_context().exit(exit_code(errors))


def _lines(outcome: Outcome) -> Iterator[str]:
    from pipeline.render import page_path

    if outcome.error:
        yield f"{outcome.job.output_path}  failed"
    for picture in outcome.pages:
        path = page_path(outcome.job, picture.page, picture.pages)
        yield f"{path}  {picture.width} x {picture.height}  {weight(len(picture.data))}"
