"""`make studio`: docs/pictures/studio.webp, the page as an author sees it with the sample specs, light above dark."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image

from tests.conftest import REPOSITORY
from tests.studio import browsing
from tests.studio.running import studio

TARGET = REPOSITORY / "docs" / "pictures" / "studio.webp"
WIDTH, HEIGHT, SHOWN = 1440, 860, 960  # px of the window, and of the picture's width
SPEC = "specs/feedback_checklist.yaml"
QUALITY = 80
IN_VIEW = """(count) => document.querySelectorAll(".spec, article").length === count
    && [...document.querySelectorAll("img.now")]
        .every((each) => each.src || each.getBoundingClientRect().top > innerHeight)"""


def picture() -> Image.Image:
    """A wall in the dark below a table in the light."""
    with TemporaryDirectory() as name:
        home = Path(name) / "garden"
        shutil.copytree(REPOSITORY / "specs", home / "specs")
        (home / "pyproject.toml").touch()
        with studio(home) as address, browsing.chromium() as browser:
            parts = []
            looks: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", SPEC), ("dark", ""))
            for scheme, spec in looks:
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)
                page.goto(f"{address}/#/spec/{spec.replace('/', '%2F')}" if spec else address)
                page.wait_for_selector(".is-large[data-key]" if spec else "img.now[src]")
                count = 1 if spec else len(list((home / "specs").glob("*.yaml")))
                while not page.evaluate(IN_VIEW, count):
                    page.wait_for_timeout(200)
                page.wait_for_timeout(500)
                parts.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    whole = Image.new("RGB", (WIDTH, HEIGHT * len(parts)))
    for number, part in enumerate(parts):
        whole.paste(part, (0, number * HEIGHT))
    return whole.resize((SHOWN, SHOWN * whole.height // WIDTH), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    if lacking := browsing.missing():
        sys.exit(lacking)
    picture().save(TARGET, "WEBP", quality=QUALITY, method=6)
