"""Applications dashboard: a job search at a glance, derived from the author's own list of applications.

    list --reading--> applications --metrics--> figures --content--> words --frames, board--> picture

eyebrow                          | | | |      content    what is said, in the words of a language
Headline from the counts         weeks        frames     where things stand in each size
+-------+-------+-------+-------+             board      one card: tiles above, panels below
| 9  :: | 6  :: | 46% ::| 1  :: |             tiles      figures, with a dot for each application
+-------+-------+---+---+-------+             panels/    pipeline, weeks, next steps, sources, ...
| Pipeline          | Next steps|             pen        draws it all, scaled, mirrored for right to left
+-------------------+-----------+
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline import charts
from pipeline.errors import Problem, SpecError
from pipeline.geometry import Rect, Size
from pipeline.kinds.applications_dashboard import board, dates, footnote, room
from pipeline.kinds.applications_dashboard.alt import alt, description
from pipeline.kinds.applications_dashboard.content import content
from pipeline.kinds.applications_dashboard.frames import frame
from pipeline.kinds.applications_dashboard.header import header
from pipeline.kinds.applications_dashboard.metrics import figures
from pipeline.kinds.applications_dashboard.model import Figures, Gathered
from pipeline.kinds.applications_dashboard.pen import Pen
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard, Filled, check
from pipeline.kinds.applications_dashboard.words import words
from pipeline.kinds.kind import Kind
from pipeline.scene import Box, LeftOut, Scene
from pipeline.schema import filled
from pipeline.theme import Theme
from pipeline.typography import Typesetter, is_right_to_left


def lay_out(spec: ApplicationsDashboard, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The picture of a spec whose data have been read; `gather` does that."""
    said = content(spec, _figures(spec))
    place = footnote.with_room(frame(size), said, size)
    mirrored = spec.direction == "rtl" or (spec.direction == "auto" and is_right_to_left(spec.title))
    page = Size(place.width, size.height / place.unit)
    pen = Pen(page, place.unit, theme, typesetter, mirrored=mirrored)
    pen.field = "data" if spec.data else "applications"
    arrangement = board.arrange(said.panels, place, said)
    room.check(spec, said, arrangement, size)
    pen.items.append(Box(Rect.of(size), fill=theme.colors.paper))
    board.lay_card(pen, place)
    with charts.styled(theme):
        header(pen, place, said, with_weeks=arrangement.is_mini)
        board.draw(pen, place, said, arrangement)
        footnote.draw(pen, place, said)
        pen.keep_figure()
    told = description(spec, said, arrangement.left_out)
    left_out = tuple(LeftOut((), f"panel {name}") for name in arrangement.left_out)
    return Scene(size, tuple(pen.items), " ".join(said.title), spec.alt or alt(spec, said), told, left_out)


def gather(spec: ApplicationsDashboard, read: Callable[[str, str], str]) -> ApplicationsDashboard:
    """The spec with the applications of its data file or of its own rows; raises SpecError with every mistake."""
    return filled(Filled, spec, gathered=_gathered(spec, read))


def _gathered(spec: ApplicationsDashboard, read: Callable[[str, str], str] | None = None) -> Gathered:
    from pipeline.kinds.applications_dashboard import reading  # what is already read needs no reader

    made_up = words(spec.locale or "", spec.lang).made_up
    choices = reading.Choices(spec.columns, spec.stages, spec.date_format, spec.as_of, spec.anonymize, made_up)
    if spec.data and read is not None:
        return reading.read(read(spec.data, "data"), spec.data, choices)
    return reading.read_rows(spec.applications, choices)


def _figures(spec: ApplicationsDashboard) -> Figures:
    gathered = spec.gathered if isinstance(spec, Filled) else _gathered(spec)
    since, until = (
        dates.parse(text, spec.date_format) if text else None for text in (spec.period.start, spec.period.end)
    )
    found = figures(
        gathered.applications,
        gathered.as_of,
        since=since,
        until=until,
        ghost_after_days=spec.ghost_after_days,
        left_out=gathered.left_out,
        week_start=words(spec.locale or "", spec.lang).week_start,
    )
    if (since or until) and not found.shown:
        _refuse_period(gathered)
    return found


def _refuse_period(gathered: Gathered) -> None:
    """Raise SpecError for a period in which nothing was sent, unless there is no day to go by at all."""
    days = [each.applied for each in gathered.applications if each.applied]
    if days:
        first, last = min(days), max(days)
        hint = f"the list goes from {first} to {last}" if first < last else f"the list has only {first}"
        raise SpecError(Problem("expected applications within the period, found none", hint=hint, field="period"))


KIND = Kind(
    "applications_dashboard",
    "A job search at a glance: tiles, pipeline, weeks and next steps from a list.",
    ApplicationsDashboard,
    lay_out,
    check,
    gather=gather,
    private=("applications",),
)
