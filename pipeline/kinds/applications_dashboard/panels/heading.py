"""The head of a panel: its title, and a remark at its right."""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.layout.canvas import Canvas
from pipeline.typography import TextStyle

ROLE = "panels.title"
RISE_EM = 0.74  # from the top of a panel to its title's baseline


def look(canvas: Canvas, frame: Frame) -> TextStyle:
    """How a panel's title looks."""
    return canvas.style(frame.heading, canvas.colors.ink, 600, "display")


def draw(canvas: Canvas, frame: Frame, room: Rect, title: str, remark: str = "", remark_role: str = ROLE) -> float:
    """Draw both; the y of their baseline comes back. A remark without room beside the title is left out."""
    baseline = room.y + frame.heading * RISE_EM
    title = canvas.cut(title, look(canvas, frame), room.width)
    width = canvas.text(room.x, baseline, title, look(canvas, frame), role=ROLE)
    plain = canvas.style(frame.meta, canvas.colors.muted)
    if remark and canvas.measure(remark, plain) <= room.width - width - frame.meta:
        canvas.text(room.right, baseline, remark, plain, anchor="end", role=remark_role)
    return baseline
