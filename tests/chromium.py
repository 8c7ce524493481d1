"""Headless Chromium, where there is one: what a browser shows of a file."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb")
SECONDS = 60


def shown(address: str, size: tuple[int, int], folder: Path, scale: int = 1, is_dark: bool = False) -> Image.Image:
    """What Chromium shows at an address; skips the test where there is no Chromium."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    picture = folder / "shown.png"
    own = (
        f"--user-data-dir={folder / 'chromium'}",
        f"--screenshot={picture}",
        f"--window-size={size[0]},{size[1]}",
        f"--force-device-scale-factor={scale}",
        f"--blink-settings=preferredColorScheme={0 if is_dark else 1}",
    )
    subprocess.run([program, *QUIET, *own, address], capture_output=True, timeout=SECONDS, check=True)
    return Image.open(io.BytesIO(picture.read_bytes())).convert("RGB")


@contextmanager
def served(folder: Path, policy: str) -> Iterator[str]:
    """The address of a folder on loopback, under a content security policy."""

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
