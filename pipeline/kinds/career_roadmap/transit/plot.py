"""A map's places before its labels: each way's course, its stops along it, where its time is over, and its name."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Point
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.heading import title_depth
from pipeline.kinds.career_roadmap.looks import Look, looks
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.transit import axis, names
from pipeline.kinds.career_roadmap.transit.routes import Route, routes, spot
from pipeline.layout.canvas import Canvas


class Plot(NamedTuple):
    """A plan in its frame, way by way."""

    plan: Plan
    frame: Frame
    routes: tuple[Route, ...]
    places: tuple[tuple[float, ...], ...]
    ends: tuple[float, ...]
    looks: tuple[Look, ...]
    names: names.Names

    @staticmethod
    def of(canvas: Canvas, plan: Plan, frame: Frame) -> Plot:
        """The places of a plan; a short headline, plates and crowded stops change the frame."""
        frame = frame if plan.done else frame.without_past()
        if frame.title_lines == 2:
            frame = frame.raised(frame.at.leading - title_depth(canvas, frame, plan))
        courses, colors = routes(frame), looks(plan.ways, canvas.colors)
        chosen = names.chosen(canvas, frame, plan, courses, colors)
        frame = frame._replace(named=max(names.length(frame, chosen, index) for index in range(len(courses))))
        places = axis.stop_places(plan, frame)
        frame = frame.with_stops(axis.least_distance(places))
        return Plot(plan, frame, courses, places, axis.ends(plan, frame, places), colors, chosen)

    @property
    def is_true(self) -> bool:
        """Whether every destination is reached when the last tick says, above which they all stand."""
        return all(end == self.frame.at.last_tick for end in self.ends)

    def spot(self, lane: int, along: float) -> Point:
        """The point of a lane that far along the axis."""
        return spot(self.frame, self.routes[lane], along)
