"""Applications dashboards for tests: made from applications, laid out, and asked what they show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from pipeline import kinds, sizes, source, theme
from pipeline.accounting import account
from pipeline.beside import Reader
from pipeline.color import Color
from pipeline.content import leaves
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import lay_out, metrics
from pipeline.kinds.applications_dashboard.alt import alt, description
from pipeline.kinds.applications_dashboard.content import gather, of_list
from pipeline.kinds.applications_dashboard.model import RUNGS, Application, Figures, Gathered, LeftOut, Rung, Stage
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard
from pipeline.scene import Box, Outline, Scene, TextRun, walk
from pipeline.source import Node
from pipeline.typography import Typesetter, library
from tests import visuals
from tests.conftest import REPOSITORY

SPEC = REPOSITORY / "specs" / "applications_dashboard.yaml"
TODAY = date(2026, 11, 20)
LOCALES = ("en", "de", "fr", "es")


def application(
    stage: Stage = "applied", reached: Rung | None = None, days_ago: int = 10, **keys: object
) -> Application:
    """One application, sent so many days before TODAY; an open one has a next step."""
    furthest = reached or (stage if stage in RUNGS else "applied")
    next_date = TODAY + timedelta(days=5) if stage in RUNGS else None
    made = Application("Nordvale Labs", "Analyst", stage, furthest, TODAY - timedelta(days=days_ago), TODAY)
    made = made._replace(next_step="Follow up" if next_date else "", next_date=next_date)
    return made._replace(**keys)  # type: ignore[arg-type]


def figures(applications: Iterable[Application], as_of: date | None = None, **keys: object) -> Figures:
    """The figures of these applications as of a day."""
    return metrics.figures(Gathered(tuple(applications), as_of=as_of), **keys)  # type: ignore[arg-type]


class Board(NamedTuple):
    """A spec and the list that it is about."""

    spec: ApplicationsDashboard
    gathered: Gathered

    def without(self, *rows: LeftOut) -> Board:
        """The same, with rows that are left out."""
        return self._replace(gathered=self.gathered._replace(left_out=rows))


def board(applications: Sequence[Application], **keys: object) -> Board:
    """A spec with these applications."""
    spec = ApplicationsDashboard(kind="applications_dashboard", **keys)  # type: ignore[arg-type]
    return Board(spec, Gathered(tuple(applications), as_of=TODAY))


def counted(applications: Sequence[Application]) -> Figures:
    """The figures of these applications on TODAY."""
    return figures(applications, TODAY)


def sample(*changes: str) -> Board:
    """The sample spec with changes such as `limit=2`."""
    return _built(source.override(source.read(str(SPEC)), changes), str(SPEC))


def scene(made: Board, size: str = "og", look: str = "paper", fonts: str | None = None) -> Scene:
    """The picture of a board."""
    said, spec = of_list(*made), made.spec
    typesetter = Typesetter(library(fonts), lang=spec.lang, direction="rtl" if said.is_mirrored else "ltr")
    found = lay_out(said, sizes.parse(size).size, theme.load(look), typesetter)
    (found,) = account({leaf.field: leaf for leaf in leaves(said)}, [found])
    return found._replace(title=said.name, alt=spec.alt or alt(said), description=description(said))


def written(text: str) -> Board:
    """The spec that is written, with its rows read."""
    return _built(source.parse(f"kind: applications_dashboard\n{text}", "search.yaml"), "search.yaml")


def _built(node: Node, path: str) -> Board:
    spec = kinds.build(node).spec
    assert isinstance(spec, ApplicationsDashboard)
    return Board(spec, gather(spec, Reader(path)))


def roomy(made: Board, size: str, fonts: str | None = None) -> Scene:
    """The picture of a board, with as many of its first panels as the size has room for."""
    try:
        return scene(made, size, fonts=fonts)
    except FitError as error:
        panels = made.spec.panels
        if panels is None or [problem.field for problem in error.problems] != ["panels"]:
            raise
        return roomy(made._replace(spec=msgspec.structs.replace(made.spec, panels=panels[:-1])), size, fonts)


def runs(found: Scene, *roles: str) -> list[TextRun]:
    """The texts with one of these roles, numbers in brackets aside, or all."""
    return visuals.runs(found, *roles)


def said(found: Scene, *roles: str) -> list[str]:
    """What stands there, baseline by baseline, each from left to right."""
    lines: dict[float, list[TextRun]] = {}
    for run in runs(found, *roles):
        lines.setdefault(run.origin.y, []).append(run)
    return [
        "".join(run.text for run in sorted(line, key=lambda run: run.origin.x)) for _, line in sorted(lines.items())
    ]


def blocks(found: Scene, fill: Color) -> list[Rect]:
    """The boxes of this fill."""
    return [item.rect for item, _ in walk(found.items) if isinstance(item, Box) and item.fill == fill]


def bounds(outline: Outline) -> Rect:
    """The box around the points of an outline."""
    xs = [value for _, *values in outline for value in values[::2]]
    ys = [value for _, *values in outline for value in values[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def text_box(run: TextRun) -> Rect:
    """The part of a text that belongs to it alone, from its capitals' height to its baseline."""
    return Rect(run.origin.x, run.origin.y - 0.7 * run.size, run.advance, 0.72 * run.size)
