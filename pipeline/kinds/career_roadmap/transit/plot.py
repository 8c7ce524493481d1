"""A map's places before its labels: each path's course, its stops along it, where its time is over, and its name."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Point
from pipeline.kinds.career_roadmap.heading import title_depth
from pipeline.kinds.career_roadmap.looks import Look, looks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.transit import axis, names
from pipeline.kinds.career_roadmap.transit.routes import Route, routes, spot
from pipeline.layout.canvas import Canvas


class Plot(NamedTuple):
    """A plan in its measures, path by path."""

    plan: Plan
    measures: Measures
    routes: tuple[Route, ...]
    places: tuple[tuple[float, ...], ...]
    ends: tuple[float, ...]
    looks: tuple[Look, ...]
    names: names.Names

    @staticmethod
    def of(canvas: Canvas, plan: Plan, at: Measures) -> Plot:
        """The places of a plan; a short headline, plates and crowded stops change the measures."""
        at = at if plan.done else at.without_past()
        if at.title_lines == 2:
            at = at.raised(at.leading - title_depth(canvas, at, plan))
        courses, colors = routes(at), looks(plan.paths, canvas.colors)
        chosen = names.chosen(canvas, at, plan, courses, colors)
        at = at._replace(named=max(names.length(at, chosen, index) for index in range(len(courses))))
        places = axis.stop_places(plan, at)
        at = at.with_stops(axis.least_distance(places))
        return Plot(plan, at, courses, places, axis.ends(plan, at, places), colors, chosen)

    @property
    def is_true(self) -> bool:
        """Whether every destination is reached when the last tick says, above which they all stand."""
        return all(end == self.measures.last_tick for end in self.ends)

    def spot(self, lane: int, along: float) -> Point:
        """The point of a lane that far along the axis."""
        return spot(self.measures, self.routes[lane], along)
