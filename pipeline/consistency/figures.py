"""Wishes and figures that have lost one another, figures that are older than their pictures, pictures without words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.errors import Place, Problem
from pipeline.weaving import Figure, Text, Wanted, orphans
from pipeline.weaving.forms import Style


def problems(text: Text, wanted: Sequence[Wanted], styles: Sequence[Style]) -> Iterator[Problem]:
    """What is wrong with the wishes and with the figures woven for them."""
    path = text.article.path
    yield from text.as_filed().astray
    yield from orphans(text, wanted)
    for each in wanted:
        place = Place(path, text.line(each.wish.line), 1)
        yield from (_of_wish(problem, each, place) for problem in each.problems)
        if each.figure:
            yield from _of_figure(each, each.figure, place, styles)


def _of_wish(problem: Problem, each: Wanted, place: Place) -> Problem:
    """Why a wish has no figure, with the place of the wish unless the spec itself is wrong."""
    what = f"the figure {each.name}" if each.woven else "a wish without a figure"
    return problem if problem.place else problem._replace(place=place, message=f"{what}: {problem.message}")


def _of_figure(each: Wanted, figure: Figure, place: Place, styles: Sequence[Style]) -> Iterator[Problem]:
    for page in figure.pages:
        if not page.alt.strip():
            hint = f"`visuals build {figure.visual.path}` writes one"
            yield Problem(f"{page.light.path} has no alt text", place, hint)
    if each.woven is None or each.is_kept:
        return
    if not _is_current(each.woven.body.decode().splitlines(), figure, styles):
        fact = f"the figure {each.name} differs from what its picture says now"
        yield Problem(fact, place, f"`visuals weave {place.path}` writes it anew")


def _is_current(body: Sequence[str], figure: Figure, styles: Sequence[Style]) -> bool:
    """Whether one of the styles has these lines, whatever holds them in the article."""
    lines = list(filter(None, (line.strip(" \t>") for line in body)))
    written = (style.of(figure, is_nested) for style in styles for is_nested in (False, True))
    return any(lines == [line.strip(" \t>") for line in each] for each in written)
