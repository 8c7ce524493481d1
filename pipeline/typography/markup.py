"""Inline markup: `*emphasis*`, `**strong**` too, in a spec's text becomes styled stretches."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.patterns import Pattern

EMPHASIS = Pattern(
    r"(?<![A-Za-z0-9*\\])(\*{1,3})(?=[^\s*])((?:\\\*|[^*\n])*?)(?<=[^\s\\])\1(?![A-Za-z0-9*])"
)  # 2*3*4 and a lone star stay as they are written


class Stretch(NamedTuple):
    """Some text, emphasised or not."""

    text: str
    emphasised: bool


def parse(text: str) -> tuple[Stretch, ...]:
    r"""Split a text at its emphasis; `\*` is a plain star."""
    stretches = []
    end = 0
    for match in EMPHASIS.finditer(text):
        stretches += [Stretch(text[end : match.start()], False), Stretch(match[2], True)]
        end = match.end()
    stretches.append(Stretch(text[end:], False))
    return tuple(Stretch(part.replace(r"\*", "*"), strong) for part, strong in stretches if part)


def plain(text: str) -> str:
    """The text without its marks."""
    return "".join(stretch.text for stretch in parse(text)) if "*" in text else text
