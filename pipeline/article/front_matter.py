"""The front matter of an article: YAML between two lines of `---`, or TOML between two of `+++`."""

from __future__ import annotations

import re

from pipeline import source
from pipeline.errors import ArticleError, Place, Problem, SpecError

_FENCED = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)(?<=[\r\n])\1[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)
MAX_LENGTH = 20_000  # characters; TOML's reader takes the square of a key of many parts
_LINE_END = re.compile(r"\r\n|\r|\n")


def read(text: str, path: str) -> tuple[int, dict[str, str]]:
    """How many lines the front matter takes, its fences included, and its scalars; 0 lines where there is none.

    Raises ArticleError, with its line in the article, for front matter that cannot be read.
    """
    fenced = _FENCED.match(text)
    if fenced is None or not (fenced[2].strip() and _looks_like_keys(fenced[2])):
        return 0, {}  # a rule at the top of an article
    if len(fenced[2]) > MAX_LENGTH:
        fact = f"front matter: expected at most {MAX_LENGTH:,} characters, found {len(fenced[2]):,}"
        raise ArticleError(Problem(fact, Place(path, 1, 1), "keep title, lang and the like; the rest is for the text"))
    lines = len(_LINE_END.findall(text[: fenced.end()])) + (not text[: fenced.end()].endswith(("\r", "\n")))
    return lines, _yaml(fenced[2], path) if fenced[1] == "---" else _toml(fenced[2], path)


def _looks_like_keys(inside: str) -> bool:
    first = next(line for line in _LINE_END.split(inside) if line.strip())
    return re.match(r"\s*(?:#|\[|[\w\"'-][\w \"'.-]*+\s*[:=])", first) is not None


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
