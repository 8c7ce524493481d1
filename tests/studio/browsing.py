"""Headless Chromium for the page of the studio, driven by playwright, where both are."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tests.chromium import OPTIONS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = "/usr/bin/chromium"


def missing() -> str:
    """What keeps the page from being looked at here, or nothing."""
    for library in ("starlette", "uvicorn", "playwright"):
        if find_spec(library) is None:
            return f"{library} is not installed"
    return "" if shutil.which(CHROMIUM) else "there is no Chromium on this machine"


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, for the time of the block."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        try:
            yield opened
        finally:
            opened.close()
