"""The head of a panel: its title, and a remark at its right."""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.pen import Ink, Pen

ROLE = "panels.title"
RISE_EM = 0.74  # from the top of a panel to its title's baseline


def look(pen: Pen, frame: Frame) -> Ink:
    """How a panel's title looks."""
    return Ink(frame.heading, pen.colors.ink, 600, "display")


def draw(pen: Pen, frame: Frame, room: Rect, title: str, remark: str = "", remark_role: str = ROLE) -> float:
    """Draw both; the y of their baseline comes back. A remark without room beside the title is left out."""
    baseline = room.y + frame.heading * RISE_EM
    title = pen.fitted(title, look(pen, frame), room.width)
    width = pen.text(room.x, baseline, title, look(pen, frame), role=ROLE)
    plain = Ink(frame.meta, pen.colors.muted)
    if remark and pen.measure(remark, plain) <= room.width - width - frame.meta:
        pen.text(room.right, baseline, remark, plain, anchor="end", role=remark_role)
    return baseline
