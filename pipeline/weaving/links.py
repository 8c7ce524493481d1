"""From a picture's file to what an article writes in its place: a relative address, or the picture itself."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Callable
from typing import TypeAlias

from pipeline import files, project
from pipeline.errors import OutputError, Problem

Link: TypeAlias = Callable[[str], str]
_ON_SITE = re.compile(r"\]\(((?:/|[A-Za-z][\w+.-]*://)[^()\s]*?)/[^/()\s]+\)")
TYPES = {
    ".avif": "image/avif",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def relative(folder: str) -> Link:
    """Addresses as a page in `folder` writes them: relative, with `/`, escaped for Markdown and HTML alike."""
    from urllib.parse import quote

    def link(path: str) -> str:
        try:
            way = os.path.relpath(path, folder or ".")
        except ValueError:  # another drive of Windows
            way = os.path.abspath(path)
        return quote(way.replace(os.sep, "/"), safe="/@:" if os.path.isabs(way) else "/@")

    return link


def site(url: str) -> Link:
    """Addresses on a site: the pictures' names below `url`, such as `/img` or `https://example.org/img`."""
    from urllib.parse import quote

    return lambda path: f"{url.rstrip('/')}/{quote(os.path.basename(path))}"


def site_of(body: str) -> str:
    """The address below which a woven figure's picture lies on a site, or "" where it is relative."""
    found = _ON_SITE.search(body)
    return found[1] if found else ""


def inline(path: str) -> str:
    """The picture as a `data:` address (RFC 2397); raises OutputError when it cannot be read."""
    try:
        data = files.read(path, files.MOST_BYTES, project.folder(path))
    except OSError as error:
        raise OutputError(Problem(f"{path}: cannot read: {files.why(error)}")) from error
    return f"data:{TYPES[os.path.splitext(path)[1].lower()]};base64,{b64encode(data).decode()}"
