"""`visuals watch`: render what changes while one edits."""

from __future__ import annotations

import os

import click

from pipeline.cli import streams
from pipeline.cli.printing import report, say
from pipeline.files import weight
from pipeline.prose import counted


@click.command()
@click.argument("places", nargs=-1, type=click.Path(exists=True), metavar="[FOLDER or SPEC]...")
@click.option("-o", "--output", type=click.Path(), help="Folder for the pictures.  [default: output/ beside specs/]")
def watch(places: tuple[str, ...], output: str | None) -> None:
    """Render what changes while one edits: specs of a FOLDER (by default specs/), their data, themes and faces.

    A spec that is broken keeps its last good pictures; what is wrong with it is told, once, and again when it is
    another mistake. Ctrl-C ends it.

    \b
    Examples:
      visuals watch
      visuals watch specs/quote_card.yaml
    """
    from pipeline.authoring.watching import rounds
    from pipeline.errors import Problem, SpecError
    from pipeline.project import specs

    folder = specs()
    if not places and not os.path.isdir(folder):
        hint = "name the folder of your specs, or write a first one: visuals new quote_card"
        raise SpecError(Problem(f"{folder}: there is no such folder", hint=hint))
    places = places or (folder,)
    known: tuple[Problem, ...] = ()
    is_first = True
    try:
        for each in rounds(places, output):
            for made in each.made:
                say(f"{made.path}  {made.width} x {made.height}  {weight(made.size_bytes)}")
            new = [problem for problem in each.problems if problem not in known]
            if new:
                report(new)
            elif known and not each.problems:
                say("all is well again")
            if each.made:
                say(f"{counted(len(each.made), 'picture')} made in {each.seconds:.1f} s")
            if is_first:
                say(f"watching {', '.join(places)}; Ctrl-C ends it")
            known, is_first = each.problems, False
            if streams.ended_early():
                return
    except KeyboardInterrupt:
        say("ended")
