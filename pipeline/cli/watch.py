"""`visuals watch`: render what changes while one edits."""

from __future__ import annotations

import os

import click

from pipeline.cli import options, streams
from pipeline.cli.printing import report, say
from pipeline.files import weight
from pipeline.prose import counted


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER or SPEC]...")
@options.output("Folder for the pictures.", options.BESIDE_SPECS)
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
    from pipeline.build import spec_paths
    from pipeline.cli import given
    from pipeline.errors import Problem, SpecError
    from pipeline.project import specs

    given.refuse_standard(places, "only files change")
    if missing := [place for place in places if not os.path.exists(place)]:
        raise SpecError(*(Problem(f"{place}: there is no such file or folder") for place in missing))
    if not places and not os.path.isdir(specs()):
        spec_paths(())  # says what to do outside of any project
    places = places or (specs(),)
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
