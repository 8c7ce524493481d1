"""`visuals new` and `visuals schema`: a first spec to begin with, and what editors need to complete and check it."""

from __future__ import annotations

import os

import click

from pipeline.cli import options
from pipeline.cli.printing import say, say_exactly, say_json


@click.command()
@click.argument("kind", required=False)
@click.argument("file", required=False, type=click.Path())
@options.as_json
def new(kind: str | None, file: str | None, as_json: bool) -> None:
    """Write a first spec of a KIND, every key explained, to FILE (by default specs/KIND.yaml).

    It makes a picture as it is. The kind's JSON Schema is put into the project's schema/ folder, where the first line
    of the spec tells editors to look for it. A file that is there is never overwritten. FILE `-` is standard output.
    Without KIND, the kinds are listed.

    \b
    Examples:
      visuals new
      visuals new quote_card
      visuals new chart specs/replies.yaml
    """
    from pipeline import files, project, settings
    from pipeline.authoring import schemas, starters
    from pipeline.errors import Problem, SpecError

    home = project.here()
    if kind is None:
        from pipeline.cli.listing import say_kinds

        say_kinds(home, as_json)
        return
    _known(kind)
    if file == options.STANDARD:
        say_exactly(starters.starter(kind, home, settings.decided(os.path.join(project.specs(), "any.yaml"))).encode())
        return
    path = file or os.path.join(project.specs(), f"{kind}.yaml")
    if os.path.lexists(path):
        hint = f"name another file: visuals new {kind} {_other_name(path)}"
        raise SpecError(Problem(f"{path}: expected a new file, found one that is there", hint=hint))
    if not project.is_spec(os.path.basename(path)):
        hint = f"end the name in {project.SUFFIXES[0]}, and begin it with neither `_` nor a dot"
        raise SpecError(Problem(f"{path}: expected the name of a spec", hint=hint))
    schema_path = os.path.join(project.folder(path), schemas.FOLDER, f"{kind}.json")
    spec = schemas.modeline(path, schema_path) + starters.starter(kind, home, settings.decided(path))
    files.write_atomically(path, spec.encode())
    made = {path: f"made; `visuals render {path}` makes its picture"}
    if _put(schema_path, schemas.as_text(schemas.of_kind(kind, home))):
        made[os.path.relpath(schema_path)] = "made, for editors"
    if as_json:
        say_json({"made": list(made)})
    else:
        say(*(f"{each}  {fate}" for each, fate in made.items()))


@click.command()
@click.argument("kind", required=False)
@options.output("A folder for the schema of every kind; - is standard output.", takes_stream=True)
def schema(kind: str | None, output: str | None) -> None:
    """Print the JSON Schema of a KIND's specs, or of all kinds in one, for editors and other programs.

    With -o the schemas of all kinds are written to a folder, each as KIND.json, and as spec.json the one that takes
    every kind.

    \b
    Examples:
      visuals schema quote_card
      visuals schema -o schema
    """
    from pipeline import project
    from pipeline.authoring import schemas

    home = project.here()
    if output not in (None, options.STANDARD):
        if kind is not None:
            raise click.BadParameter("the folder gets the schemas of all kinds; leave KIND out", param_hint="'-o'")
        for path, text in schemas.files(output, home).items():
            say(f"{path}  {'made' if _put(path, text) else 'unchanged'}")
        return
    if kind is not None:
        _known(kind)
    say_exactly(schemas.as_text(schemas.of_kind(kind, home) if kind else schemas.of_any(home)).encode())


def _known(kind: str) -> None:
    """Raise SpecError, with the nearest name, for a kind that there is none of."""
    from pipeline import kinds, project
    from pipeline.errors import Problem, SpecError, nearest_first

    names = kinds.names(project.here())
    if kind not in names:
        known = f"kinds are {', '.join(names)}"
        raise SpecError(Problem(f"unknown kind `{kind}`", hint=nearest_first(kind, names, known)))


def _other_name(path: str) -> str:
    """The first of `card_2.yaml`, `card_3.yaml` and so on that is free."""
    from itertools import count

    stem, suffix = os.path.splitext(path)
    names = (f"{stem}_{number}{suffix}" for number in count(2))
    return next(name for name in names if not os.path.lexists(name))


def _put(path: str, text: str) -> bool:
    """Write a file that does not hold this text yet; whether that was so."""
    from pipeline import files

    data = text.encode()
    if files.digest(path) == files.digest_of(data):
        return False
    files.write_atomically(path, data)
    return True
