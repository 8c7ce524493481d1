"""Whether an article and its figures still say the same: what differs, each with its file and line.

figures   a wish without a figure, a figure whose spec is gone or that was not woven anew, a picture without alt text
quotes    a quote card whose words are not in the article
numbers   a tile whose number is not the article's
drafts    what the draft of a spec left to its author, and figures that show nothing
images    what the author put in by hand: without alt text, or a picture of a spec that is gone
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import weaving
from pipeline.check import Finding, Verdict, unfinished
from pipeline.consistency import figures, images, numbers, quotes
from pipeline.errors import PipelineError, Problem
from pipeline.weaving import Shelf, Text, Wanted, sites
from pipeline.weaving.forms import Style


def check(path: str, shelf: Shelf) -> Verdict:
    """Every difference between the article at `path` and its figures, in the order of the article."""
    try:
        text = weaving.read(path)
    except PipelineError as error:
        return Verdict(errors=(error,))
    wanted = weaving.wanted(text, shelf.figure)
    found = differences(text, wanted, shelf, tuple(sites.styles(wanted, shelf)))
    findings = [Finding(path, problem, is_article=True) for problem in found]
    own = dict.fromkeys(shelf.spec(each.name) for each in wanted if not each.is_alien)
    told = [each for spec in own for each in unfinished(spec)]
    findings += (each._replace(path=path, is_article=True, is_warning=False) for each in told)
    return Verdict(findings=tuple(findings), articles=((path, sum(each.figure is not None for each in wanted)),))


def differences(text: Text, wanted: Sequence[Wanted], shelf: Shelf, styles: Sequence[Style]) -> tuple[Problem, ...]:
    """Every difference, in the order of the article; its figures may be written in any of these styles."""
    found = [
        *figures.problems(text, wanted, styles),
        *images.problems(text, shelf),
        *(problem for each in wanted for problem in _said(text, each)),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: (problem.place is None, problem.place or ())))


def _said(text: Text, each: Wanted) -> Iterator[Problem]:
    """What a figure says that the article does not."""
    if each.figure is None:
        return
    if each.figure.visual.kind.name == "quote_card":
        yield from quotes.problems(text, each.figure.visual)
    elif each.figure.visual.kind.name == "applications_dashboard":
        yield from numbers.problems(text, each.wish, each.figure.visual)
