"""Which of the active applications a picture does not show, and what of those that it names: each sort with its reason.

A line that counts the others, "5 of 8 open" or "and 3 more", stands for those that have no name in the picture.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.accounting import lacking
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.scene import Item, LeftOut, roles

LISTS = ("next_steps", "kanban", "calendar")  # the panels that name applications


def unseen(content: Content, items: Sequence[Item]) -> tuple[tuple[LeftOut, ...], tuple[str, ...]]:
    """What is left out of the applications, and the fields that other texts stand for."""
    if not set(LISTS) & set(content.panels):
        return (), ("steps",)
    shown = roles(items)
    named = [each for each in content.steps if each.name.field in shown]
    others = [each for each in content.steps if each.name.field not in shown]
    is_counted = any(f"panels.{panel}.more" in shown for panel in LISTS)
    sorts = (
        ("names", [] if is_counted else [each.name for each in others]),
        ("roles", [each.role for each in named]),
        ("next steps", [each.next_step for each in named]),
        ("days", [each.day for each in named]),
    )
    plans = [leaf for each in content.lines if not each.application.is_open for leaf in (each.next_step, each.day)]
    fields = tuple(leaf.field for leaf in plans if leaf)
    closed = (LeftOut(fields, "what was to come of closed applications"),) if fields else ()
    return (*lacking(sorts, items), *closed), tuple(each.name.field.rpartition(".")[0] for each in others)
