"""Gauging: how high cards are at least, from titles shaped once, so that hopeless densities cost no setting of text."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

from pipeline.kinds.career_roadmap.levels.cards import LEADING, META_LEADING, Density, Sizes
from pipeline.kinds.career_roadmap.levels.grid import Grid, Seat, kept
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.layout.page import Page
from pipeline.typography import Prepared, Span, TextStyle

SIZE = 100.0  # px at which titles are shaped: lines break alike at any size


class Gauge(NamedTuple):
    """The plan's titles, shaped."""

    plan: Plan
    titles: Mapping[Seat, Prepared]

    @staticmethod
    def of(plan: Plan, page: Page) -> Gauge:
        """The gauge for a plan; raises AssetError for a character that no face has."""
        faces, ink = page.theme.faces, page.theme.colors.ink
        titles = {}
        for w, way in enumerate(plan.ways):
            for s, stop in enumerate(way.stops):
                families = faces.display if s == len(way.stops) - 1 else faces.text
                text = [Span(stop.title.text, TextStyle(families, SIZE, ink, 600))]
                titles[w, s] = page.typesetter.prepare(text, False, stop.title.field)
        return Gauge(plan, titles)

    def heights(
        self, found: Grid, sizes: Sizes, density: Density, measure: float, *, is_strict: bool
    ) -> dict[Seat, float] | None:
        """The least height of every card; None where a word is too wide."""
        heights = {}
        for (w, row), stops in found.cells.items():
            way = self.plan.ways[w]
            named = kept(way, stops, density.most)
            height = 2 * sizes.pad_v + sizes.apart * (len(named) - 1)
            for s in named:
                lines = self._lines((w, s), sizes, measure, is_goal=s == len(way.stops) - 1, is_strict=is_strict)
                if lines is None:
                    return None
                height += lines
                if density.has_meta and (way.stops[s].kind or way.stops[s].when):
                    height += sizes.meta * META_LEADING
            heights[w, row] = height + (sizes.meta * META_LEADING if len(named) < len(stops) else 0.0)
        return heights

    def _lines(self, seat: Seat, sizes: Sizes, measure: float, *, is_goal: bool, is_strict: bool) -> float | None:
        """The least height of a title's lines."""
        size = sizes.goal if is_goal else sizes.title
        title = self.titles[seat]
        lines = title.fewest_lines(measure * SIZE / size)
        if lines is None and is_strict:
            return None
        if lines is None:
            lines = ceil(0.9 * title.x[-1] * size / (SIZE * measure))
        return lines * size * LEADING
