"""Every error the pipeline raises on purpose, and the place in a file that an error points at.

    PipelineError
     ├─ SpecError     the spec says something it may not
     ├─ ThemeError    a theme is unknown or broken
     ├─ AssetError    a face, a character's glyph or a picture is missing
     ├─ FitError      the content is too long for its space
     ├─ ArticleError  the article cannot be read, or holds nothing that was asked for
     ├─ OutputError   the disk refuses
     └─ InternalError anything else: a bug of ours, caught where it costs one picture or one command and no more

An error carries one or more `Problem`s, because a reader wants every mistake at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pipeline.characters import printable


class Place(NamedTuple):
    """Where something stands in a source file; line and column count from 1, and are 0 where there is no text."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class Problem(NamedTuple):
    """One thing to put right: a fact in lower case and, apart from it, a way out.

    `field` is the path of the key it is about (`groups[1].items[0].text`); layout knows fields, not places. `held` is
    how many characters of a text would fit, where that was looked for.
    """

    message: str
    place: Place | None = None
    hint: str = ""
    field: str = ""
    held: int = 0

    def __str__(self) -> str:
        fact = printable(f"{self.place}: {self.message}" if self.place else self.message)
        return f"{fact}\n  hint: {printable(self.hint)}" if self.hint else fact

    def keys(self) -> dict[str, str | int]:
        """The problem as plain keys, for other programs."""
        return {"message": self.message, "hint": self.hint, **(self.place._asdict() if self.place else {})}


class PipelineError(Exception):
    """Something the author can put right: one or more problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)

    def located(self, place_of: Callable[[str], Place | None]) -> PipelineError:
        """The same error with a place for each problem that so far names only a field."""
        return type(self)(*(_located(problem, place_of) for problem in self.problems))


def _located(problem: Problem, place_of: Callable[[str], Place | None]) -> Problem:
    if problem.place is not None or not problem.field:
        return problem
    return problem._replace(place=place_of(problem.field), message=f"{problem.field}: {problem.message}")


class SpecError(PipelineError):
    """The spec says something it may not."""


class ThemeError(PipelineError):
    """A theme is unknown or broken."""


class AssetError(PipelineError):
    """A face, a glyph or a picture is missing."""


class FitError(PipelineError):
    """The content is too long for its space."""


class ArticleError(PipelineError):
    """The article cannot be read, or holds nothing that was asked for."""


class OutputError(PipelineError):
    """The disk refuses."""


class InternalError(PipelineError):
    """A fault of the pipeline itself; `trace` is where it happened, for whoever mends it."""

    def __init__(self, *problems: Problem, trace: str = "") -> None:
        super().__init__(*problems)
        self.trace = trace


def internal(error: Exception, about: str) -> InternalError:
    """The error to report for an unexpected one that was met at `about`, such as a spec's path."""
    from traceback import format_exception

    if isinstance(error, MemoryError):
        return InternalError(Problem(f"{about}: not enough memory", hint="choose a smaller size or scale; --jobs 1"))
    fact = f"{about}: internal error: {type(error).__name__}: {error}".removesuffix(": ")
    hint = "this is a fault of article-visuals: please report it, with the spec and what `--debug` shows"
    return InternalError(Problem(fact, hint=hint), trace="".join(format_exception(error)))


def reason(error: Exception) -> str:
    """Why the system or a library refused, in lower case as our own facts are."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def shortened(text: str, most: int = 40) -> str:
    """The beginning of `text` for a message, on one line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def enumerated(names: Sequence[str], most: int) -> str:
    """The first `most` of the names, and how many more there are: `a, b and 3 more`."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def nearest(word: str, known: Iterable[str], close: float = 0.6) -> str | None:
    """The known word closest in spelling to `word`, or None if none is as `close`: difflib's ratio, from 0 to 1."""
    from difflib import get_close_matches  # only a mistake pays for this import

    matches = get_close_matches(word.lower(), list(known), n=1, cutoff=close)
    return matches[0] if matches else None


def nearest_first(word: str, known: Iterable[str], rest: str, what: str = "the nearest") -> str:
    """A hint: the known word closest in spelling to `word`, if one is close, and then `rest`."""
    match = nearest(word, known)
    return f"{what} is `{match}`; {rest}" if match else rest
