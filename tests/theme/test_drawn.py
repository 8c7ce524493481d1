"""Every token of docs/themes.md is drawn: changed alone, it changes a picture of some kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from pipeline import theme
from pipeline.color import Color
from pipeline.rendering import Visual, lay_out, load
from pipeline.scene import Shadow, Stop
from pipeline.theme import Colors, Corner, Gradients, Grid, Mark, Theme
from tests.conftest import REPOSITORY
from tests.visuals import visual

OTHERS = (Color(123, 45, 67), Color(0, 0, 0), Color(255, 255, 255))
PATHS = [{"name": f"Path {number}", "milestones": [{"at": "2 years", "title": "Lead"}]} for number in range(8)]
SPECS: tuple[dict[str, Any], ...] = (
    {"kind": "career_roadmap", "title": "Eight ways", "paths": PATHS},
    {
        "kind": "chart",
        "title": "Most",
        "chart": "bar",
        "labels": list("abcdefghijkl"),
        "series": [{"name": "All", "values": list(range(40, 28, -1))}],
        "highlight": "a",
        "limit": 5,
    },
    {
        "kind": "chart",
        "title": "When",
        "chart": "heatmap",
        "labels": ["Mon", "Tue"],
        "series": [{"name": name, "values": [index, 9 - index]} for index, name in enumerate("abc")],
    },
)
NOT_DRAWN = {"extends", "name", "description"}


def documented() -> list[str]:
    """The keys of the table in docs/themes.md, parts of mappings with a point: `faces.display`."""
    text = (REPOSITORY / "docs" / "themes.md").read_text(encoding="utf-8")
    table = text[text.index("| Key | What it decides |") :].partition("\n\n")[0]
    found = []
    for row in table.splitlines()[2:]:
        for written in re.findall(r"`([^`]+)`", row.split("|")[1]):
            name, _, parts = written.partition(": ")
            found += [f"{name}.{part}" for part in re.findall(r"\w+", parts)] or [name]
    return [key for key in found if key not in NOT_DRAWN]


@pytest.mark.parametrize("key", documented())
def test_a_token_that_is_changed_alone_changes_a_picture(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for looks in changed(key):
        for index, one in enumerate(visuals()):
            if drawn(one, looks, monkeypatch) != before(index):
                return
    pytest.fail(f"{key} changes nothing that any kind draws")


def test_every_colour_is_documented() -> None:
    assert set(Colors.__struct_fields__) <= set(documented())


@cache
def visuals() -> tuple[Visual, ...]:
    """A picture of each kind, and of what only some of them show."""
    samples = (load(path) for path in sorted((REPOSITORY / "specs").glob("[a-z]*.yaml")))
    return (*samples, *(visual(keys) for keys in SPECS))


@cache
def before(index: int) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        return drawn(visuals()[index], base(), patch)


def base() -> Theme:
    """A theme that says all that one may say."""
    mark = Mark("logo.png", 1.5, "bottom_right", 44)
    return theme.load("paper")._replace(grid=Grid(step=30, color=Color(220, 220, 210)), mark=mark, handle="@maya")


def drawn(one: Visual, looks: Theme, patch: pytest.MonkeyPatch) -> list[str]:
    """The pages of a visual in a theme, or that it does not fit."""
    patch.setattr(theme.Shelf, "load", lambda shelf, name: looks)
    return [str(scene) for scene in lay_out(one, "og")]


def changed(key: str) -> Iterator[Theme]:
    """The theme with another value under the key, in some ways."""
    whole = base()
    name, _, part = key.partition(".")
    if name in Colors.__struct_fields__:
        value = getattr(whole.colors, name)
        for color in OTHERS:
            other = color if isinstance(value, Color) else (color,) * len(value)
            yield whole._replace(colors=replace(whole.colors, **{name: other}))
    elif name == "faces":
        yield whole._replace(faces=replace(whole.faces, **{part: ("Source Serif Pro Black",)}))
    elif name == "gradients":
        stops = (Stop(0, OTHERS[0]), Stop(1, OTHERS[1]))
        yield whole._replace(gradients=Gradients(**{**whole.gradients._asdict(), part: stops}))
    elif name == "grid":
        assert whole.grid is not None
        yield whole._replace(grid=replace(whole.grid, **{part: {"step": 50.0, "color": OTHERS[0]}[part]}))
    elif name == "logo":
        corner: Corner = "top_left"
        assert whole.mark is not None
        field = {"file": {"path": "other.png"}, "corner": {"corner": corner}, "size": {"size": 80.0}}[part]
        yield whole._replace(mark=whole.mark._replace(**field))  # type: ignore[arg-type]
    else:
        others = {"shadows": (Shadow(3, 3, OTHERS[0]),), "edge": OTHERS[0], "edge_width": 5.0, "card_radius": 3.0}
        yield whole._replace(**{name: {**others, "handle": "@other"}[name]})  # type: ignore[arg-type]
