"""`visuals gallery`: all specs in all themes on one page."""

from __future__ import annotations

import click

from pipeline.cli.printing import exit_code, report_errors, say
from pipeline.prose import counted


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER or SPEC]...")
@click.option("-o", "--output", type=click.Path(), default="gallery", help="Folder of the page.  [default: gallery/]")
def gallery(places: tuple[str, ...], output: str) -> None:
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

    made = make(spec_paths(places), output)
    report_errors(made.errors)
    say(f"{made.page}  {counted(len(made.pictures), 'picture')}")
    if made.errors:
        click.get_current_context().exit(exit_code(made.errors))
