"""`visuals doctor`: what is right and wrong with this installation and project."""

from __future__ import annotations

import click

from pipeline.cli.printing import FAILED, say
from pipeline.prose import counted


@click.command()
@click.option("-o", "--output", type=click.Path(), help="Folder of the pictures.  [default: output/]")
def doctor(output: str | None) -> None:
    """Look at Python, libraries, formats, faces, themes and folders, and say how to put right what is wrong.

    The exit code is 1 when something is broken; what is only worth knowing is a note.
    """
    from pipeline.authoring.examining import examine

    broken = 0
    for each in examine(output=output):
        broken += each.state == "broken"
        say(f"{each.state:6}  {each.subject}: {each.fact}")
        if each.fix:
            say(f"{'':6}    fix: {each.fix}")
    say(f"{counted(broken, 'thing')} broken" if broken else "nothing is broken")
    if broken:
        click.get_current_context().exit(FAILED)
