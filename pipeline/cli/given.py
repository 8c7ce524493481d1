"""The spec that a command was given: a file's, a picture's, or what standard input says."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import STANDARD

if TYPE_CHECKING:
    from pipeline.rendering import Visual

STDIN = "standard input"  # as messages call it


def load(spec: str, overrides: Iterable[str] = ()) -> Visual:
    """The visual of a spec; raises what `pipeline.load` does."""
    from pipeline import source
    from pipeline.rendering import UNNAMED, understood
    from pipeline.rendering import load as load_spec

    if spec != STANDARD:
        return load_spec(spec, overrides)
    text = source.decode(source.bounded(sys.stdin.buffer, STDIN), STDIN)
    _refuse_article(text)
    return understood(source.override(source.parse(text, STDIN), overrides), UNNAMED)


def _refuse_article(text: str) -> None:
    """Raise SpecError for a text with headings of Markdown and no `kind`."""
    import re

    from pipeline.errors import Problem, SpecError

    if re.search(r"(?m)^#{1,6} \S", text) and not re.search(r"(?m)^\W*kind\W*:", text):
        hint = "`visuals draft -` drafts the specs that it wishes for"
        raise SpecError(Problem(f"{STDIN}: expected a spec, found an article", hint=hint))


def refuse_standard(places: Iterable[str], why: str) -> None:
    """Raise UsageError where standard input is among places that have to be files."""
    if STANDARD in places:
        raise click.UsageError(f"standard input is nothing that this command can take: {why}")
