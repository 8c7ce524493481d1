"""`visuals extract`: the spec that a picture carries."""

from __future__ import annotations

import click

from pipeline.cli.printing import say, say_exactly


@click.command()
@click.argument("picture", type=click.Path())
def extract(picture: str) -> None:
    """Print the spec that made a PICTURE, which its PNG, SVG or PDF carries unless the spec says `embed: none`.

    It is the spec as it was understood, with the size and theme of this picture; comments are gone. Private keys such
    as a dashboard's `applications` are left out, unless the spec says `embed: all`. What data files held is never in
    it. `visuals render PICTURE` makes the picture again. A PDF of several specs has each of them; lines of `---` part
    them.

    \b
    Examples:
      visuals extract output/quote_card.og.png
      visuals extract output/quote_card.og.png > specs/another.yaml
    """
    from pipeline import embedding

    for order, found in enumerate(embedding.read_all(picture)):
        text = found.text if order == 0 else f"---\n{found.text}"
        say_exactly(text.encode("utf-8", "backslashreplace"))
        for key in found.without:
            say(f"`{key}` is private and not in the picture; `embed: all` in its spec would keep it", err=True)
