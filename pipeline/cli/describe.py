"""`visuals describe`: what a picture says to those who cannot see it."""

from __future__ import annotations

import click

from pipeline.cli import options
from pipeline.cli.printing import say, say_exactly, say_json


@click.command()
@click.argument("spec", type=click.Path())
@click.option("--lang", metavar="LANG", help="Describe as if the spec were in this language: en, de-AT.")
@click.option("--size", metavar="SIZE", help="The size to describe.  [default: the first of the spec]")
@options.as_json
def describe(spec: str, lang: str | None, size: str | None, as_json: bool) -> None:
    """Print what a SPEC's picture says to those who cannot see it.

    First its alt text, one sentence; then, below an empty line, the description with all that it says. Each page of a
    long list has both. Nothing is painted. A SPEC may be a picture,
    whose PNG carries the spec that made it, or `-`, which is standard input.

    \b
    Examples:
      visuals describe specs/quote_card.yaml
      visuals describe specs/quote_card.yaml --lang de
    """
    from pipeline.cli import given
    from pipeline.rendering import lay_out

    visual = given.load(spec, [f"lang={lang}"] if lang is not None else [])
    pages = lay_out(visual, size)
    unspoken = [note for note in visual.notes if note.about == "words" and note.about not in visual.spec.accept]
    say(*(f"note: {note}" for note in unspoken), err=True)
    if as_json:
        say_json([{"title": page.title, "alt": page.alt, "description": page.description} for page in pages])
        return
    texts = [text for page in pages for text in (page.alt, page.description) if text]
    say_exactly(("\n\n".join(texts) + "\n").encode())
