"""Applications dashboards for tests: made from applications, laid out, and asked what they show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from pipeline import kinds, sizes, source, theme
from pipeline.color import Color
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import lay_out
from pipeline.kinds.applications_dashboard.metrics import figures
from pipeline.kinds.applications_dashboard.model import RUNGS, Application, Figures, Gathered, Rung, Stage
from pipeline.kinds.applications_dashboard.spec import Filled
from pipeline.scene import Box, Outline, Path, Scene, TextRun, walk
from pipeline.typography import Typesetter, library
from tests.conftest import REPOSITORY

SPEC = REPOSITORY / "specs" / "applications_dashboard.yaml"
BOXES = ("MLLLZ", "MLCLCLCLCZ")  # the segments of a box, and of one with round corners
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


def written(text: str) -> Filled:
    """The spec that is written, with its rows read."""
    kind, spec, _ = kinds.build(source.parse(f"kind: applications_dashboard\n{text}", "search.yaml"))
    assert kind.gather is not None
    found = kind.gather(spec, lambda name, field: "")
    assert isinstance(found, Filled)
    return found


def roomy(spec: Filled, size: str, fonts: str | None = None) -> Scene:
    """The picture of a spec, with as many of its first panels as the size has room for."""
    try:
        return scene(spec, size, fonts=fonts)
    except FitError as error:
        if spec.panels is None or [problem.field for problem in error.problems] != ["panels"]:
            raise
        return roomy(msgspec.structs.replace(spec, panels=spec.panels[:-1]), size, fonts)


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


def blocks(found: Scene, fill: Color) -> list[Rect]:
    """The upright boxes of this fill, those that charts put on their figure too, where one path holds many."""
    rects = []
    for item, _ in walk(found.items):
        if isinstance(item, Box) and item.fill == fill:
            rects.append(item.rect)
        if isinstance(item, Path) and item.fill == fill:
            starts = [at for at, segment in enumerate(item.outline) if segment[0] == "M"]
            parts = [item.outline[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
            rects += [bounds(part) for part in parts if "".join(segment[0] for segment in part) in BOXES]
    return rects


def bounds(outline: Outline) -> Rect:
    """The box around the points of an outline."""
    xs = [value for _, *values in outline for value in values[::2]]
    ys = [value for _, *values in outline for value in values[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def text_box(run: TextRun) -> Rect:
    """The part of a text that belongs to it alone, from its capitals' height to its baseline."""
    return Rect(run.origin.x, run.origin.y - 0.7 * run.size, run.advance, 0.72 * run.size)
