"""What a benchmark says: one figure a row, beside its target and whether it was met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured figure; `limit` is the most it may be, None where it only informs.

    `aim` is what we would like beyond the limit, `seen` the measurements that a ratio was made of.
    """

    what: str
    value: float
    unit: str
    limit: float | None = None
    aim: float | None = None
    seen: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the figure keeps to its limit."""
        return self.limit is None or self.value <= self.limit


class Section(NamedTuple):
    """The figures of one measurement, and what a reader must know beside them."""

    title: str
    figures: tuple[Figure, ...]
    remarks: tuple[str, ...] = ()


def ratio(
    what: str, ours: Sequence[float], theirs: Sequence[float], limit: float | None, aim: float | None = None
) -> Figure:
    """The median of `ours` divided by that of `theirs`, both in ms of the same run."""
    own, other = median(ours), median(theirs)
    return Figure(what, own / other, "x", limit, aim, f"{own:.3g} : {other:.3g} ms")


def table(section: Section) -> str:
    """A section's figures as aligned columns under its title."""
    rows = [("", "figure", "target", "", "seen")] + [_row(figure) for figure in section.figures]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([section.title, *_indented(lines), *_indented(section.remarks)])


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    target = "" if figure.limit is None else f"<= {_shown(figure.limit, figure.unit)}"
    target += "" if figure.aim is None else f", aim {figure.aim:g}"
    verdict = "" if figure.limit is None else "met" if figure.is_met else "missed"
    return figure.what, _shown(figure.value, figure.unit), target, verdict, figure.seen


def _shown(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}".rstrip()


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]
