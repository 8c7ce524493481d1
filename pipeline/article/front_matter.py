"""The front matter of an article: YAML between two lines of `---`, or TOML between two of `+++`."""

from __future__ import annotations

import re

from pipeline import source
from pipeline.errors import ArticleError, Place, Problem, SpecError
from pipeline.reading import markdown

MAX_LENGTH = 20_000  # characters; TOML's reader takes the square of a key of many parts
_LINE_END = re.compile(r"\r\n|\r|\n")


def read(text: str, path: str) -> tuple[int, dict[str, str]]:
    """How many lines the front matter takes, its fences included, and its scalars; 0 lines where there is none.

    Raises ArticleError, with its line in the article, for front matter that cannot be read.
    """
    mark, inside, lines = markdown.front_matter(text)
    if not lines:
        return 0, {}
    if len(inside) > MAX_LENGTH:
        fact = f"front matter: expected at most {MAX_LENGTH:,} characters, found {len(inside):,}"
        raise ArticleError(Problem(fact, Place(path, 1, 1), "keep title, lang and the like; the rest is for the text"))
    return lines, _yaml(inside, path) if mark == "---" else _toml(inside, path)


def _yaml(inside: str, path: str) -> dict[str, str]:
    try:
        value = source.parse(_LINE_END.sub("\n", inside), path).value
    except SpecError as error:
        raise ArticleError(*map(_one_line_down, error.problems)) from error
    keys = value if isinstance(value, dict) else {}
    return {key: node.text for key, node in keys.items() if not isinstance(node.value, tuple | dict)}


def _one_line_down(problem: Problem) -> Problem:
    """The problem, counted from the fence."""
    place = problem.place
    return problem._replace(place=place and place._replace(line=place.line + 1))


def _toml(inside: str, path: str) -> dict[str, str]:
    import tomllib

    try:
        keys = tomllib.loads(_LINE_END.sub("\n", inside))
    except tomllib.TOMLDecodeError as error:
        raise ArticleError(Problem(f"front matter: {error}", Place(path, 2, 1), "put it right as TOML")) from error
    return {key: str(value) for key, value in keys.items() if not isinstance(value, list | dict)}
