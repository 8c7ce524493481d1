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
_ON_SITE = re.compile(r"(?:\]\(|\bsrc=\"|\{figure\} )((?:/|[A-Za-z][\w+.-]*://)[^()\s\"]*?)/[^/()\s\"]+(?=[)\s\"])")
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


def site(url: str, root: str = "") -> Link:
    """Addresses on a site: the pictures' paths from the folder `root` below `url`, such as `/img`.

    A picture that does not lie in that folder is taken to lie at the top of it.
    """
    from urllib.parse import quote

    return lambda path: f"{url.rstrip('/')}/{quote(_below(path, root), safe='/@')}"


def site_of(body: str, path: str = "", root: str = "") -> str:
    """The address of `root` on a site, by the address of a woven figure's picture, or "" where it is relative.

    `path` is where the picture lies now: its folders within `root` are no part of the address.
    """
    from urllib.parse import quote

    found = _ON_SITE.search(body)
    if not found:
        return ""
    folders = quote(os.path.dirname(_below(path, root)), safe="/@")
    return found[1].removesuffix(f"/{folders}") if folders else found[1]


def _below(path: str, root: str) -> str:
    """The path of a picture from a folder, with `/`; its name where it lies elsewhere."""
    try:
        way = os.path.relpath(path, root or os.path.dirname(path) or os.curdir) if path else ""
    except ValueError:  # another drive of Windows
        way = os.pardir
    return os.path.basename(path) if way.startswith(os.pardir) else way.replace(os.sep, "/")


def inline(path: str) -> str:
    """The picture as a `data:` address (RFC 2397); raises OutputError when it cannot be read."""
    try:
        data = files.read(path, files.MOST_BYTES, project.folder(path))
    except OSError as error:
        raise OutputError(Problem(f"{path}: cannot read: {files.why(error)}")) from error
    return f"data:{TYPES[os.path.splitext(path)[1].lower()]};base64,{b64encode(data).decode()}"
