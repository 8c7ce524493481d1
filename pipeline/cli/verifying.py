"""`visuals check`: are the pictures on disk those that the specs call for?"""

from __future__ import annotations

import click

from pipeline.cli.report import FAILED, count, exit_code, report


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER or SPEC]...")
@click.option("-o", "--output", type=click.Path(), help="Folder of the pictures.  [default: output/ beside specs/]")
def check(places: tuple[str, ...], output: str | None) -> None:
    """Say whether every picture is there, whole, and has the exact pixels of its size.

    Looks at what `visuals build` would make of the same FOLDER or SPEC, and lists every problem. It draws nothing, so
    it is quick enough for each commit.

    \b
    Examples:
      visuals check
      visuals check specs -o output
    """
    from pipeline.build import plan, spec_paths
    from pipeline.check import check as look

    planned = plan(spec_paths(places or ("specs",)), output)
    problems = [problem for error in planned.errors for problem in error.problems]
    findings = look(planned.jobs)
    wrong = [finding.problem for finding in findings if finding.problem]
    if problems or wrong:
        report([*problems, *wrong])
    click.echo(f"{len(findings) - len(wrong)} of {count(len(findings), 'picture')} fine")
    if problems or wrong:
        click.get_current_context().exit(exit_code(planned.errors) or FAILED)
