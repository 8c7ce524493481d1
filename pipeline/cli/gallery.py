"""`visuals gallery`: all specs in all themes on one page."""

from __future__ import annotations

import click

from pipeline.cli import options
from pipeline.cli.printing import exit_code, report_errors, say, say_json
from pipeline.prose import counted

FOLDER = "gallery"


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER or SPEC]...")
@options.output("Folder for the page.", "gallery/")
@options.as_json
def gallery(places: tuple[str, ...], output: str | None, as_json: bool) -> None:
    """Show every spec of a FOLDER (by default specs/) in every theme and all its sizes on one page, gallery.html.

    Its small pictures go to the folder pictures/ beside it. The page needs no network and no script. A spec that fails
    is told and left out.

    \b
    Examples:
      visuals gallery
      visuals gallery specs -o docs
    """
    from pipeline.authoring.gallery import make
    from pipeline.build import spec_paths
    from pipeline.cli import given

    given.refuse_standard(places, "`visuals render -` makes its pictures")
    made = make(spec_paths(places), output or FOLDER)
    if as_json:
        problems = [problem.keys() for error in made.errors for problem in error.problems]
        say_json({"page": made.page, "pictures": len(made.pictures), "problems": problems})
    else:
        report_errors(made.errors)
        say(f"{made.page}  {counted(len(made.pictures), 'picture')}")
    if made.errors:
        click.get_current_context().exit(exit_code(made.errors))
