"""Our plugins in the settings of site generators: adding them, and what a site still lacks for its social cards."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline import files, project
from pipeline.errors import OutputError, Problem


class Host(NamedTuple):
    """A generator that our plugin runs in.

    `settings` are the files of which one holds its settings; `ours` finds the plugin in them, `others` plugins that are
    there already. `line` adds it where there are none, `further` beside them; "" where a list has to be edited by hand.
    `address` finds the key `key`, the address of the site.
    """

    settings: tuple[str, ...]
    ours: str
    others: str
    line: str
    further: str
    by_hand: str
    address: str
    key: str


HOSTS = {
    "mkdocs": Host(
        ("mkdocs.yml", "mkdocs.yaml"),
        ours=r"(?m)^plugins:(?:.*\n?)(?:[ \t#-].*\n|\n)*?.*\bvisuals\b",
        others=r"(?m)^plugins\s*:",
        line="plugins:\n  - search\n  - visuals\n",
        further="",
        by_hand="add `visuals` to `plugins` in {path}, for a social card of each page",
        address=r"(?m)^site_url\s*:\s*\S",
        key="`site_url: https://...`",
    ),
    "sphinx": Host(
        ("conf.py", "docs/conf.py", "source/conf.py"),
        ours=r"pipeline\.plugins\.sphinx",
        others=r"(?m)^extensions\s*=",
        line='extensions = ["pipeline.plugins.sphinx"]\n',
        further='extensions = [*extensions, "pipeline.plugins.sphinx"]\n',
        by_hand='add "pipeline.plugins.sphinx" to `extensions` in {path}, for a social card of each page',
        address=r"(?m)^html_baseurl\s*=\s*[\"'][^\"']",
        key='`html_baseurl = "https://..."`',
    ),
}
_HUGO_CARDS = re.compile(r"opengraph|og:image")
_HUGO_HEAD = (
    'no layout here writes og:image, so previews of links have no picture: put {{ partial "opengraph.html" . }} into '
    "the head of your theme"
)


def added(site: str, folder: str) -> tuple[str, str] | None:
    """The path and text of a site's settings with our plugin in them; None where it is there, or a list has to be
    edited by hand, which `to_do` says.

    Raises OutputError for a generator that our plugins do not run in, and for settings that are not there.
    """
    host = HOSTS.get(site)
    if host is None:
        hint = "run `visuals build` before the site is built: it needs no more"
        raise OutputError(Problem(f"{site}: expected mkdocs or sphinx, which have a plugin of ours", hint=hint))
    path = _settings(host, folder)
    if path is None:
        raise OutputError(Problem(f"{folder}: expected {host.settings[0]}, found none", hint="name its folder"))
    text = _text(path)
    if re.search(host.ours, text):
        return None
    line = host.further if re.search(host.others, text) else host.line
    return (path, text + ("" if text.endswith("\n") or not text else "\n") + line) if line else None


def to_do(site: str, folder: str) -> Iterator[str]:
    """What the settings of a site still lack for social cards."""
    if site == "hugo" and _lacks_cards(folder):
        yield _HUGO_HEAD
    host = HOSTS.get(site)
    path = host and _settings(host, folder)
    if host is None or not path:
        return
    text, name = _text(path), os.path.normpath(path)
    if not re.search(host.ours, text):
        can_add = host.further or not re.search(host.others, text)
        yield (
            "`visuals init --plugin` adds our plugin: a social card for each page"
            if can_add
            else (host.by_hand.format(path=name))
        )
    if not re.search(host.address, text):
        yield f"say where the site will be, {host.key} in {name}: social cards need whole addresses"


def _settings(host: Host, folder: str) -> str | None:
    paths = (os.path.join(folder, name) for name in host.settings)
    return next(filter(os.path.isfile, paths), None)


def _text(path: str) -> str:
    """The text of a file of the site; raises OutputError where it cannot be read."""
    try:
        return files.read(path, files.MOST_BYTES, project.folder(path)).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(Problem(f"{path}: cannot read: {error}")) from error


def _lacks_cards(home: str) -> bool:
    """Whether a Hugo site has layouts, and none of them writes the tags that previews of links read."""
    found = False
    for top in ("layouts", "themes"):
        for parent, _, names in os.walk(os.path.join(home, top)):
            for name in (each for each in names if each.endswith(".html")):
                found = True
                if _HUGO_CARDS.search(_text(os.path.join(parent, name))):
                    return False
    return found
