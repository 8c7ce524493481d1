"""Images that the author put in by hand: do they have alt text, and do the specs of our pictures still exist?"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from pipeline import project
from pipeline.article import without_code
from pipeline.errors import Place, Problem
from pipeline.weaving import Shelf, Text

_IMAGE = re.compile(r"!\[(?P<alt>(?:[^\]\\!]|!(?!\[)|\\.){0,2000})\]\((?:<(?P<quoted>[^<>]*)>|(?P<bare>[^()\s]*))")
_LINE_END = re.compile(r"\r\n|\r|\n")


def problems(text: Text, shelf: Shelf) -> Iterator[Problem]:
    """The images without alt text, and those of specs that are gone, each on its line."""
    from urllib.parse import unquote

    lines = _LINE_END.split(text.article.text)
    output = shelf.output or project.output(os.path.join(shelf.folder, "any.yaml"))
    for number in _lines_of_text(text, lines):
        for image in _IMAGE.finditer(without_code(lines[number - 1])):
            source = unquote(image["quoted"] or image["bare"] or "")
            place = Place(text.article.path, text.line(number), image.start() + 1)
            if not image["alt"].strip():
                yield Problem(f"the image {source} has no alt text", place, "say in its brackets what it shows")
            name = _spec_of(source, text.article.path, output)
            if name and not os.path.isfile(project.spec(shelf.folder, name)):
                fact = f"the spec of the picture {source} is gone"
                yield Problem(fact, place, f"take the image out, or write {project.spec(shelf.folder, name)} again")


def _lines_of_text(text: Text, lines: list[str]) -> list[int]:
    """The lines that paragraphs, items and quotations stand on; not those of code."""
    found = set()
    for section in text.article.sections:
        for block in section.blocks:
            number, at = block.line, 0
            while number <= len(lines) and lines[number - 1].strip():
                at = _behind(lines[number - 1], block.text, at)
                if at < 0:
                    break
                found.add(number)
                number += 1
    return sorted(found)


def _behind(line: str, text: str, at: int) -> int:
    """Where a block's text goes on behind a line that stands at `at` in it, without what holds the line; else -1."""
    bare = re.sub(r"^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?", "", line).strip()
    begin = text.find(bare, at, at + len(line) + 1)
    return begin + len(bare) if begin >= 0 else -1


def _spec_of(source: str, article: str, output: str) -> str | None:
    """The name of the spec whose picture an image shows, None for a picture that is not in the folder of ours."""
    path = os.path.join(os.path.dirname(article), source)
    if "://" in source or os.path.realpath(os.path.dirname(path)) != os.path.realpath(output):
        return None
    return os.path.basename(path).partition(".")[0]
