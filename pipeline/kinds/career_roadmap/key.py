"""The key: what the marks of the states mean, for the states that the map shows."""

from __future__ import annotations

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.model import Plan, State
from pipeline.kinds.career_roadmap.pen import Pen

STATES: tuple[State, ...] = ("done", "current", "planned", "optional")
SIGN = 2.6  # from a mark's middle to its word, in station radii, of which
BACK = 0.6  # of a radius is taken back
SPACE = 1.5  # between entries, in sizes of the words


def key(pen: Pen, frame: Frame, plan: Plan) -> Rect | None:
    """Draw the key, if there is more than one state to tell apart; its box comes back."""
    shown = _states(plan)
    if len(shown) < 2:
        return None
    at = frame.at
    style = pen.style(at.meta, pen.colors.muted)
    words = [pen.set(getattr(plan.words.shown, state), style, field=f"labels.{state}") for state in shown]
    radius = max(at.station, 0.42 * at.meta)
    sign, space = SIGN * radius, SPACE * at.meta
    total = sum(sign + word.width for word in words) + space * (len(words) - 1)
    left = at.margin if frame.runs == "down" else at.width - at.margin - total
    x = left + radius
    drawn = frame._replace(at=at._replace(station=radius))
    for state, word in zip(shown, words, strict=True):
        marks.station(pen, drawn, Point(x, at.key), pen.colors.muted, state)
        pen.text(word, x + sign - BACK * radius, at.key + at.meta * 0.34)
        x += sign + word.width + space
    return Rect(left, at.key - 1.5 * radius, total, 3 * radius)


def _states(plan: Plan) -> list[State]:
    found: set[str] = {stop.state for way in plan.ways for stop in way.stops}
    if plan.done:
        found.add("done")
    return [state for state in STATES if state in found]
