"""`visuals extract`: the spec that a picture carries."""

from __future__ import annotations

import click

from pipeline.cli import given, options
from pipeline.cli.printing import say, say_exactly


@click.command()
@click.argument("picture", type=click.Path())
@options.output("The spec to write.", "standard output", takes_stream=True)
def extract(picture: str, output: str | None) -> None:
    """Print the spec that made a PICTURE, which its PNG, SVG or PDF carries unless the spec says `embed: none`.

    It is the spec as it was understood, with the size and theme of this picture; comments are gone. Private keys such
    as a dashboard's `applications` are left out, unless the spec says `embed: all`. What data files held is never in
    it. `visuals render PICTURE` makes the picture again. A PICTURE `-` is standard input. A PDF of several specs has
    each of them; lines of `---` part them.

    \b
    Examples:
      visuals extract output/quote_card.og.png
      visuals extract output/quote_card.og.png -o specs/another.yaml
    """
    import sys

    from pipeline import embedding, files

    data = sys.stdin.buffer.read(files.MOST_BYTES) if picture == options.STANDARD else None
    every = embedding.read_all(picture) if data is None else embedding.of_bytes(data, given.STDIN)
    text = "---\n".join(found.text for found in every).encode("utf-8", "backslashreplace")
    if output in (None, options.STANDARD):
        say_exactly(text)
    else:
        files.write_atomically(output, text, is_named=True)
        say(f"{output}  made")
    for key in dict.fromkeys(key for found in every for key in found.without):
        say(f"`{key}` is private and not in the picture; `embed: all` in its spec would keep it", err=True)
