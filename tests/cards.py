"""Quote cards for tests: laid out from a spec's text, and questions that tests ask of the scene."""

from __future__ import annotations

import json

from pipeline.geometry import IDENTITY, Affine, Rect
from pipeline.scene import Scene, TextRun, walk
from pipeline.typography import ink
from tests.visuals import page

LABEL = ("author", "role", "source", "kicker[0]", "kicker[1]")  # the roles of what stands below a quote


def card(text: str, size: str = "og", look: str = "paper", fonts: str | None = None) -> Scene:
    """The scene of a spec, given as YAML."""
    return page(text, size, look, fonts or "")


def quote(text: str, size: str = "og", fonts: str | None = None, **keys: str) -> Scene:
    """The card of a quote; keywords are further keys."""
    written = [f"{key}: {_quoted(value)}\n" for key, value in {"text": text, **keys}.items()]
    return card("kind: quote_card\n" + "".join(written), size, fonts=fonts)


def runs(scene: Scene, *roles: str) -> list[TextRun]:
    """The text runs with one of these roles, or all; marks that stand apart belong to the text."""
    roles = (*roles, "marks") if "text" in roles else roles
    found = [item for item, transform in walk(scene.items) if isinstance(item, TextRun) and _is_upright(transform)]
    return [run for run in found if not roles or run.role in roles]


def lines(scene: Scene, *roles: str) -> list[str]:
    """What stands on each line, from left to right; a mark that is smaller than the words belongs to theirs."""
    found: list[tuple[float, str]] = []
    of_words = runs(scene, *roles or ("text",))
    largest = max((run.size for run in of_words), default=0.0)
    opening = ""
    for run in of_words:
        if run.size < largest and not found:
            opening = run.text
        elif found and (run.size < largest or run.origin.y == found[-1][0]):
            found[-1] = found[-1][0], found[-1][1] + run.text
        else:
            found.append((run.origin.y, opening + run.text))
            opening = ""
    return [text for _, text in found]


def inked(found: list[TextRun]) -> Rect | None:
    """The box around the ink of some runs."""
    boxes = [box for box in map(ink, found) if box is not None]
    whole = boxes[0] if boxes else None
    for box in boxes[1:]:
        whole = whole.union(box) if whole else box
    return whole


def _is_upright(transform: Affine) -> bool:
    assert transform == IDENTITY, "a quote card sets no text in a group"
    return True


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
