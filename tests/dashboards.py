"""Applications dashboards for tests: made from applications, laid out, and asked what they show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline import kinds, sizes, source, theme
from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import lay_out
from pipeline.kinds.applications_dashboard.metrics import figures
from pipeline.kinds.applications_dashboard.model import RUNGS, Application, Figures, Gathered, Rung, Stage
from pipeline.kinds.applications_dashboard.spec import Filled
from pipeline.scene import Scene, TextRun, walk
from pipeline.typography import Typesetter, library
from tests.conftest import REPOSITORY

SPEC = REPOSITORY / "specs" / "applications_dashboard.yaml"
TODAY = date(2026, 11, 20)


def application(
    stage: Stage = "applied", reached: Rung | None = None, days_ago: int = 10, **keys: object
) -> Application:
    """One application, sent so many days before TODAY; an open one has a next step."""
    furthest = reached or (stage if stage in RUNGS else "applied")
    next_date = TODAY + timedelta(days=5) if stage in RUNGS else None
    made = Application("Nordvale Labs", "Analyst", stage, furthest, TODAY - timedelta(days=days_ago), TODAY)
    made = made._replace(next_step="Follow up" if next_date else "", next_date=next_date)
    return made._replace(**keys)  # type: ignore[arg-type]


def board(applications: Sequence[Application], **keys: object) -> Filled:
    """A spec with these applications."""
    gathered = Gathered(tuple(applications), as_of=TODAY)
    return Filled(kind="applications_dashboard", gathered=gathered, **keys)  # type: ignore[arg-type]


def counted(applications: Sequence[Application]) -> Figures:
    """The figures of these applications on TODAY."""
    return figures(applications, TODAY)


def sample(*changes: str) -> Filled:
    """The sample spec with changes such as `limit=2`."""
    built = kinds.build(source.override(source.read(str(SPEC)), changes))[1]
    assert isinstance(built, Filled)
    return built


def scene(spec: Filled, size: str = "og", look: str = "paper", fonts: str | None = None) -> Scene:
    """The picture of a spec."""
    typesetter = Typesetter(library(fonts), lang=spec.lang, direction=spec.direction)
    return lay_out(spec, sizes.parse(size).size, theme.load(look), typesetter)


def runs(found: Scene, *roles: str) -> list[TextRun]:
    """The texts with one of these roles, or all."""
    texts = [item for item, _ in walk(found.items) if isinstance(item, TextRun)]
    return [run for run in texts if not roles or run.role in roles]


def said(found: Scene, *roles: str) -> list[str]:
    """What stands there, baseline by baseline, each from left to right."""
    lines: dict[float, list[TextRun]] = {}
    for run in runs(found, *roles):
        lines.setdefault(run.origin.y, []).append(run)
    return [
        "".join(run.text for run in sorted(line, key=lambda run: run.origin.x)) for _, line in sorted(lines.items())
    ]


def text_box(run: TextRun) -> Rect:
    """The part of a text that belongs to it alone, from its capitals' height to its baseline."""
    return Rect(run.origin.x, run.origin.y - 0.7 * run.size, run.advance, 0.72 * run.size)
