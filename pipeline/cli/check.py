"""`visuals check`: is every picture there, and right; and does an article say what its pictures say?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.articles import of_settings, specs_of
from pipeline.cli.printing import FAILED, exit_code, report, report_errors, report_traces, say, say_json
from pipeline.prose import counted

if TYPE_CHECKING:
    from pipeline.check import Finding, Verdict
    from pipeline.errors import Problem

FORMATS = ("text", "github")
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}  # in a message; in a property these too:
_ESCAPES_OF_PROPERTIES = {**_ESCAPES, ":": "%3A", ",": "%2C"}


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER, SPEC or ARTICLE]...")
@options.output("Folder of the pictures.", options.BESIDE_SPECS)
@options.specs("Folder of an article's specs.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="`github` writes annotations for a workflow."
)
@options.as_json
def check(places: tuple[str, ...], output: str | None, specs: str, strict: bool, form: str, as_json: bool) -> None:
    """Check that every picture exists, is up to date with its spec, and is right.

    Each file is read: it must be whole, of the exact pixels of its size, within its bytes, 8-bit sRGB, and carry its
    alt text. Nothing else may lie in the folder of the pictures. Texts that a platform may hide or that are hard to
    read are warnings. It draws nothing, so it is quick enough for each commit.

    Of an ARTICLE (.md, .txt) it says where text and figures differ: a quote that is not in the text, another number, a
    wish without a figure, a figure without a spec or without alt text. With no place named, it checks the project's
    specs, and its articles where visuals.toml says where they lie.

    \b
    Examples:
      visuals check
      visuals check specs -o output --strict
      visuals check --format github
      visuals check article.md
    """
    verdict = _verdict(places, output, specs)
    tell = _tell_json if as_json else _tell_github if form == "github" else _tell
    tell(verdict)
    report_traces(verdict.errors)
    if verdict.errors or verdict.wrong or (strict and verdict.warnings):
        click.get_current_context().exit(exit_code(verdict.errors) or FAILED)


def _verdict(places: tuple[str, ...], output: str | None, specs: str) -> Verdict:
    """What is to be said of articles, specs and folders alike; with none of them named, of those of the project."""
    from pipeline.check import Verdict, check

    verdict = Verdict()
    folders, missing = ([], []) if places else of_settings()
    report_errors(missing)  # a project may have none yet: that alone is no failure
    found = {place: _articles(place) for place in places or folders}
    articles = [article for own in found.values() for article in own]
    if articles:
        from pipeline import consistency, weaving

        for article in articles:
            verdict |= consistency.check(article, weaving.Shelf(specs_of(article, specs), output, article=article))
    others = tuple(place for place in places if not found[place])
    if others or not places:
        from pipeline.build import spec_paths

        verdict |= check(spec_paths(others), output)
    return verdict


def _articles(place: str) -> list[str]:
    """The article that a place is, or those that lie in a folder without specs and in the folders in it."""
    from pipeline import project
    from pipeline.article import is_article, listed, names_in

    if not os.path.isdir(place):
        return [place] if is_article(place) or place == options.STANDARD else []
    is_of_specs = project.is_below_specs(place) or any(map(project.is_spec, names_in(place)))
    return [] if is_of_specs else list(listed(place).articles)


def _tell(verdict: Verdict) -> None:
    problems = [problem for error in verdict.errors for problem in error.problems]
    warned = [each.problem._replace(message=f"warning: {each.problem.message}") for each in verdict.warnings]
    told = [*problems, *(each.problem for each in verdict.wrong), *warned]
    if told:
        report(dict.fromkeys(told))
    _tell_counts(verdict)


def _tell_counts(verdict: Verdict) -> None:
    """A line for each article and one for the pictures; of many articles, those with nothing in them share a line."""
    quiet = 0
    for article, figures in verdict.articles:
        problems = sum(each.path == article for each in verdict.findings)
        if figures or problems or len(verdict.articles) == 1:
            say(f"{article}: {counted(figures, 'figure')}, {counted(problems, 'problem')}")
        else:
            quiet += 1
    if quiet:
        say(f"{counted(quiet, 'article')} without a figure, 0 problems")
    if verdict.files or not verdict.articles:
        say(_count(verdict))


def _count(verdict: Verdict) -> str:
    fine = f"{verdict.fine} of {counted(len(verdict.files), 'picture')} fine"
    return f"{fine}, {counted(len(verdict.warnings), 'warning')}" if verdict.warnings else fine


def _tell_json(verdict: Verdict) -> None:
    problems = [problem for error in verdict.errors for problem in error.problems]
    told = {
        "articles": [{"article": article, "figures": figures} for article, figures in verdict.articles],
        "pictures": len(verdict.files),
        "fine": verdict.fine,
        "errors": [
            *(problem.keys() for problem in problems),
            *map(_told, verdict.wrong),
        ],
        "warnings": [*map(_told, verdict.warnings)],
    }
    say_json(told)


def _told(finding: Finding) -> dict[str, object]:
    """A finding's keys, the file it is about first."""
    about = {"article": finding.path} if finding.is_article else {"picture": finding.path, "spec": finding.spec_path}
    return {**about, **finding.problem.keys()}


def _tell_github(verdict: Verdict) -> None:
    """Workflow commands, which GitHub shows beside the lines that they name: those of the specs."""
    for error in verdict.errors:
        for problem in error.problems:
            say(_annotation("error", problem, ""))
    for each in verdict.findings:
        say(_annotation("warning" if each.is_warning else "error", each.problem, each.spec_path or each.path))
    _tell_counts(verdict)


def _annotation(level: str, problem: Problem, path: str) -> str:
    place = problem.place
    where = {"file": place.path, "line": place.line, "col": place.column} if place else {"file": path}
    properties = ",".join(f"{name}={_escaped(str(value), _ESCAPES_OF_PROPERTIES)}" for name, value in where.items())
    message = f"{problem.message}\nhint: {problem.hint}" if problem.hint else problem.message
    return f"::{level} {properties}::{_escaped(message, _ESCAPES)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)
