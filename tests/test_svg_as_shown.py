"""SVG as independent programs show it, beside our own pixels: resvg for every sample, Chromium where there is one.

resvg takes no embedded faces: it is given the packaged ones, which the files name behind their own.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageChops

from pipeline import packages
from pipeline.rendering import Rendered, Visual, load, render
from tests import chromium
from tests.conftest import QUOTE, REPOSITORY, write_spec
from tests.golden import BLOCK

MOST_MEAN, MOST_BLOCK = 1.5, 6.0  # of 255, and dE of 8 x 8 px
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
CODED = np.arange(256, dtype=np.float32) / 255
LINEAR = np.where(CODED > 0.04045, ((CODED + 0.055) / 1.055) ** 2.4, CODED / 12.92)  # IEC 61966-2-1
TO_WHITE = np.array(  # IEC 61966-2-1, each row by D65
    [
        [0.4339, 0.3762, 0.1899],
        [0.2126, 0.7152, 0.0722],
        [0.0177, 0.1095, 0.8730],
    ],
    dtype=np.float32,
)
SPECS = sorted(path for path in (REPOSITORY / "specs").glob("*.yaml") if path.name[0] != "_")
FINER = SPECS[::3]  # those that are compared at twice the size, too


@pytest.fixture(scope="module")
def resvg() -> Any:
    return pytest.importorskip("resvg_py", reason="resvg-py is not installed")


def alike(expected: Image.Image, actual: Image.Image) -> None:
    """Fail the test unless two pictures look the same."""
    assert actual.size == expected.size
    mean = np.asarray(ImageChops.difference(expected, actual), dtype=float).mean()
    assert mean < MOST_MEAN
    differing = np.linalg.norm(_means(expected) - _means(actual), axis=2)
    assert differing.max() < MOST_BLOCK


def _means(picture: Image.Image) -> Any:
    """The mean colour in CIELAB of each block of 8 x 8 px: float32, (rows, columns, 3)."""
    pixels = LINEAR[np.asarray(picture)] @ TO_WHITE.T
    fx, fy, fz = np.moveaxis(np.where(pixels > 216 / 24389, np.cbrt(pixels), (24389 / 27 * pixels + 16) / 116), 2, 0)
    labs = np.stack((116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)), axis=2)
    rows, columns = labs.shape[0] // BLOCK, labs.shape[1] // BLOCK
    whole = labs[: rows * BLOCK, : columns * BLOCK]
    return whole.reshape(rows, BLOCK, columns, BLOCK, 3).mean((1, 3))


def painted(visual: Visual, size: str, theme: str, scale: int) -> Image.Image:
    return Image.open(io.BytesIO(render(visual, size, theme, scale).data)).convert("RGB")


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
def test_chromium_shows_what_we_paint(tmp_path: Path, spec: Path) -> None:
    visual = load(spec)
    made = render(visual, format_name="svg")
    (tmp_path / "own.svg").write_bytes(made.data)
    address = (tmp_path / "own.svg").as_uri()
    for scale in (1, 2) if spec in FINER else (1,):
        seen = chromium.shown(address, (made.width, made.height), tmp_path, scale)
        alike(painted(visual, made.size.name, made.theme, scale), seen)


def test_dark_pages_show_the_dark_theme(tmp_path: Path) -> None:
    visual = load(REPOSITORY / "specs" / "steps.yaml", ["svg_dark=ink"])
    made = render(visual, "og", "paper", 1, "svg")
    (tmp_path / "own.svg").write_bytes(made.data)
    (tmp_path / "page.html").write_text('<body style="margin: 0"><img src="own.svg">')
    for theme in ("paper", "ink"):
        address = (tmp_path / "page.html").as_uri()
        seen = chromium.shown(address, (made.width, made.height), tmp_path, is_dark=theme == "ink")
        alike(painted(visual, "og", theme, 1), seen)


def test_a_strict_policy_takes_nothing_away(project: Path) -> None:
    Image.radial_gradient("L").convert("RGB").save("specs/me.png")
    visual = load(write_spec(project, "own", QUOTE + "avatar: me.png\n"))
    made = render(visual, format_name="svg")
    (project / "own.svg").write_bytes(made.data)
    with chromium.served(project, POLICY) as address:
        seen = chromium.shown(f"{address}/own.svg", (made.width, made.height), project)
    alike(painted(visual, "og", "paper", 1), seen)
