"""From a saved spec to its new picture in the page of `visuals studio`, as a browser shows it."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, Section
from tests.bench.processes import REPOSITORY
from tests.studio import browsing

if TYPE_CHECKING:
    from playwright.sync_api import Page

TITLE = "studio: from a saved file to its picture on the page"
LIMIT_MS = 500
ROUNDS = 5
EDITS = {"quote_card": "better", "chart": "referral", "career_levels": "height", "application_email": "Thank"}
LOOK = """() => { window.seen = new Promise((done) => document.querySelector(".is-large")
    .addEventListener("shown", () => requestAnimationFrame(() => done(Date.now())), { once: true })); }"""


def measure(folder: Path) -> Section:
    """The figures, or what is missing for them."""
    if lacking := browsing.missing():
        return Section(TITLE, (), (lacking,))
    from tests.studio.running import studio

    home = folder / "studio"
    shutil.copytree(REPOSITORY / "specs", home / "specs")
    (home / "pyproject.toml").touch()
    with studio(home) as address, browsing.chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        figures = tuple(_figure(page, home, name, word) for name, word in EDITS.items())
    return Section(TITLE, figures)


def _figure(page: Page, home: Path, name: str, word: str) -> Figure:
    spec = home / "specs" / f"{name}.yaml"
    page.evaluate("(name) => { location.hash = `#/spec/specs%2F${name}.yaml`; }", name)
    page.wait_for_selector("article:has(.is-large[data-key])")
    page.wait_for_timeout(3000)  # until the small ones are made, too
    taken = []
    for number in range(ROUNDS):
        old, new = (word, f"{word}s") if number % 2 == 0 else (f"{word}s", word)
        page.evaluate(LOOK)
        start = time.time()
        spec.write_text(spec.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        taken.append(page.evaluate("() => window.seen") - 1e3 * start)
        page.wait_for_timeout(1000)
    return Figure(name, median(taken), "ms", LIMIT_MS, seen=" ".join(f"{each:.0f}" for each in sorted(taken)))
