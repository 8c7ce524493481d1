"""SVG as independent programs show it, beside our own pixels: resvg for every sample, Chromium where there is one.

resvg takes no embedded faces: it is given the packaged ones, which the files name behind their own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from pipeline import packages
from pipeline.rendering import Rendered, load, render
from tests import chromium
from tests.conftest import QUOTE, REPOSITORY, write_spec
from tests.likeness import alike, painted

if TYPE_CHECKING:
    from playwright.sync_api import Browser

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
SPECS = sorted(path for path in (REPOSITORY / "specs").glob("*.yaml") if path.name[0] != "_")
FINER = SPECS[::3]  # those that are compared at twice the size, too


@pytest.fixture(scope="module")
def resvg() -> Any:
    return pytest.importorskip("resvg_py", reason="resvg-py is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all of these tests."""
    with chromium.opened() as found:
        yield found


def by_resvg(resvg: Any, made: Rendered) -> Image.Image:
    data = resvg.svg_to_bytes(
        svg_string=made.data.decode(),
        width=made.width,
        height=made.height,
        font_files=_packaged_faces(),
        skip_system_fonts=True,
    )
    return Image.open(io.BytesIO(bytes(data))).convert("RGB")


def _packaged_faces() -> list[str]:
    found: set[str] = set()
    for package in packages.installed():
        for module, attribute in packages.entry_points(package, packages.FACES):
            found.update(getattr(__import__(module, fromlist=[attribute]), attribute).values())
    return sorted(found)


@pytest.mark.parametrize("how", ["text", "outlines"])
@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_resvg_shows_what_we_paint(resvg: Any, spec: Path, how: str) -> None:
    visual = load(spec, [f"svg_text={how}"])
    first, second = visual.spec.sizes[0], visual.spec.sizes[-1]
    shown = [(first, "paper", 1), (second, "ink", 1), (first, "grid", 2)]
    for size, theme, scale in shown[: 1 if how == "outlines" else 3 if spec in FINER else 2]:
        made = render(visual, size, theme, scale, "svg")
        alike(painted(visual, size, theme, scale), by_resvg(resvg, made))


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_chromium_shows_what_we_paint(browser: Browser, tmp_path: Path, spec: Path) -> None:
    visual = load(spec)
    made = render(visual, format_name="svg")
    (tmp_path / "own.svg").write_bytes(made.data)
    address = (tmp_path / "own.svg").as_uri()
    for scale in (1, 2) if spec in FINER else (1,):
        seen = chromium.shown(browser, address, (made.width, made.height), scale)
        alike(painted(visual, made.size.name, made.theme, scale), seen)


def test_dark_pages_show_the_dark_theme(browser: Browser, tmp_path: Path) -> None:
    visual = load(REPOSITORY / "specs" / "steps.yaml", ["svg_dark=ink"])
    made = render(visual, "og", "paper", 1, "svg")
    (tmp_path / "own.svg").write_bytes(made.data)
    (tmp_path / "page.html").write_text('<body style="margin: 0"><img src="own.svg">')
    for theme in ("paper", "ink"):
        address = (tmp_path / "page.html").as_uri()
        seen = chromium.shown(browser, address, (made.width, made.height), is_dark=theme == "ink")
        alike(painted(visual, "og", theme, 1), seen)


def test_a_strict_policy_takes_nothing_away(browser: Browser, project: Path) -> None:
    Image.radial_gradient("L").convert("RGB").save("specs/me.png")
    visual = load(write_spec(project, "own", QUOTE + "avatar: me.png\n"))
    made = render(visual, format_name="svg")
    (project / "own.svg").write_bytes(made.data)
    with chromium.served(project, POLICY) as address:
        seen = chromium.shown(browser, f"{address}/own.svg", (made.width, made.height))
    alike(painted(visual, "og", "paper", 1), seen)
