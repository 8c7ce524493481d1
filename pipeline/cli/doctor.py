"""`visuals doctor`: what is right and wrong with this installation and project."""

from __future__ import annotations

import click

from pipeline.cli import options
from pipeline.cli.printing import FAILED, say, say_json
from pipeline.prose import counted


@click.command()
@options.output("Folder of the pictures.", "output/ of the project")
@options.as_json
def doctor(output: str | None, as_json: bool) -> None:
    """Look at Python, libraries, formats, faces, themes and folders, and say how to put right what is wrong.

    The exit code is 1 when something is broken; what is only worth knowing is a note.
    """
    from pipeline.authoring.examining import examine

    findings = []
    for each in examine(output=output):
        findings.append(each)
        if not as_json:
            say(f"{each.state:6}  {each.subject}: {each.fact}")
            say(*([f"{'':6}    fix: {each.fix}"] if each.fix else []))
    broken = sum(each.state == "broken" for each in findings)
    if as_json:
        say_json([each._asdict() for each in findings])
    else:
        say(f"{counted(broken, 'thing')} broken" if broken else "nothing is broken")
    if broken:
        click.get_current_context().exit(FAILED)
