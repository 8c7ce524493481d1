"""Which of the active applications a picture does not show, and what of those that it names: each sort with its reason.

A line that counts the others, "5 of 8 open" or "and 3 more", stands for those that have no name in the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.content import Leaf
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.scene import Item, LeftOut, TextRun

LISTS = ("next_steps", "kanban", "calendar")  # the panels that name applications
COUNTS = tuple(f"panels.{panel}.more" for panel in LISTS)


def unseen(content: Content, items: Sequence[Item]) -> tuple[tuple[LeftOut, ...], tuple[str, ...]]:
    """What is left out of the applications, and the fields that other texts stand for."""
    if not set(LISTS) & set(content.panels):
        return (), ("steps",)
    shown = {item.role for item in items if isinstance(item, TextRun)}
    named = [each for each in content.steps if each.name.field in shown]
    others = [each for each in content.steps if each.name.field not in shown]
    is_counted = any(role in shown for role in COUNTS)
    sorts = (
        ("names", [] if is_counted else [each.name for each in others]),
        ("roles", [each.role for each in named]),
        ("next steps", [each.next_step for each in named]),
        ("days", [each.day for each in named]),
    )
    found = (LeftOut(tuple(_missing(leaves, shown)), f"no room for {what}") for what, leaves in sorts)
    return tuple(each for each in found if each.fields), tuple(each.name.field.rpartition(".")[0] for each in others)


def _missing(leaves: Sequence[Leaf], shown: set[str]) -> Iterator[str]:
    return (leaf.field for leaf in leaves if leaf.text.strip() and leaf.field not in shown)
