"""What a check finds."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.errors import PipelineError, Problem


class Finding(NamedTuple):
    """What is wrong with a file, or, as a warning, what its readers may miss; `spec_path` is the spec that makes it.

    The file is a picture or, where `is_article`, an article with its figures.
    """

    path: str
    problem: Problem
    spec_path: str = ""
    is_warning: bool = False
    is_article: bool = False


class Verdict(NamedTuple):
    """The pictures that were looked at, what was found, and the specs and articles that could not be read.

    `articles` has the number of figures of each article that was looked at.
    """

    files: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[PipelineError, ...] = ()
    articles: tuple[tuple[str, int], ...] = ()

    def __or__(self, other: Verdict) -> Verdict:
        """What both say, one after the other."""
        return Verdict(
            self.files + other.files,
            self.findings + other.findings,
            self.errors + other.errors,
            self.articles + other.articles,
        )

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The findings that are no warnings."""
        return tuple(each for each in self.findings if not each.is_warning)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are warnings."""
        return tuple(each for each in self.findings if each.is_warning)

    @property
    def fine(self) -> int:
        """How many of the files have nothing wrong with them."""
        wrong = {each.path for each in self.wrong}
        return sum(file not in wrong for file in self.files)
