"""A page that shows every spec in every theme and in all its sizes: one HTML file and a folder of small pictures.

docs/gallery.html             opens anywhere, without a script and without a network
docs/pictures/*.webp
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from pipeline import files, formats
from pipeline.errors import PipelineError, internal
from pipeline.formats import Label, Wish
from pipeline.rendering import Rendered, Visual, load, render
from pipeline.scene import device_size

PAGE, PICTURES, FORMAT = "gallery.html", "pictures", "webp"
THEMES_WIDTH, SIZES_HEIGHT = 640, 360  # px of the pictures, which are shown at half of that on dense screens
_QUALITY = 82  # by eye, on the five samples: no ringing about letters at 640 px

_HEAD = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gallery</title>
<style>
body { margin: 0 auto; max-width: 1360px; padding: 32px 24px 64px; font: 16px/1.5 system-ui, sans-serif;
  background: #ECE9DF; color: #13242B }
h1 { font-weight: 600; margin: 0 0 8px }
h2 { font-weight: 600; margin: 48px 0 12px }
.themes { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 16px }
.sizes { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 16px }
figure { margin: 0 }
img { display: block; border-radius: 4px; box-shadow: 0 1px 4px #0003 }
.themes img { width: 100%; height: auto }
.sizes img { height: 240px; width: auto; max-width: 100% }
figcaption { color: #4A5A60; font-size: 14px; margin-top: 4px }
@media (prefers-color-scheme: dark) {
  body { background: #0B1519; color: #EEF2EF } figcaption { color: #9FB0B2 }
}
</style>
"""


class Shown(NamedTuple):
    """A small picture of the page: its file's name, pixels and bytes, what stands below it, and its alt text."""

    file: str
    width: int
    height: int
    data: bytes
    caption: str
    alt: str


class Gallery(NamedTuple):
    """The page that was written, the files of its pictures, and what is wrong with the specs that are not on it."""

    page: str
    pictures: tuple[str, ...]
    errors: tuple[PipelineError, ...]


def make(paths: Sequence[str], folder: str) -> Gallery:
    """Write the page of the specs at `paths` into a folder, without those that fail; raises OutputError."""
    sections: list[str] = []
    written: list[str] = []
    errors: list[PipelineError] = []
    for path in paths:
        try:
            visual = load(path)
            in_themes, in_sizes = list(_in_themes(visual)), list(_in_sizes(visual))
        except PipelineError as error:
            errors.append(error)
            continue
        except Exception as error:
            errors.append(internal(error, path))
            continue
        for each in (*in_themes, *in_sizes):
            written.append(os.path.join(folder, PICTURES, each.file))
            files.write_atomically(written[-1], each.data)
        sections.append(_section(visual, in_themes, in_sizes))
    page = os.path.join(folder, PAGE)
    files.write_atomically(page, "".join((_HEAD, "<h1>Gallery</h1>\n", *sections)).encode())
    return Gallery(page, tuple(written), tuple(errors))


def _in_themes(visual: Visual) -> Iterator[Shown]:
    size = visual.spec.sizes[0]
    for name in visual.shelf.names():
        rendered = render(visual, size, name)
        yield _small(rendered, f"{visual.name}.{name}", name, THEMES_WIDTH / rendered.width)


def _in_sizes(visual: Visual) -> Iterator[Shown]:
    for size in visual.spec.sizes[1:]:
        rendered = render(visual, size)
        caption = f"{size}, {rendered.width} × {rendered.height}"
        yield _small(rendered, f"{visual.name}.{size}", caption, SIZES_HEIGHT / rendered.height)


def _small(rendered: Rendered, name: str, caption: str, scale: float) -> Shown:
    """A picture painted anew at a smaller scale: finer than one made smaller, and as quick."""
    label = Label(rendered.title, rendered.alt, "article-visuals")
    data = formats.made(FORMAT, rendered.scene, label, scale, Wish(quality=_QUALITY)).data
    file = name + formats.suffix(FORMAT)
    return Shown(file, *device_size(rendered.scene, scale), data, caption, rendered.alt)


def _section(visual: Visual, in_themes: Sequence[Shown], in_sizes: Sequence[Shown]) -> str:
    sizes = f'<div class="sizes">\n{"".join(map(_figure, in_sizes))}</div>\n' if in_sizes else ""
    return (
        f"<h2>{escape(visual.name)}</h2>\n<p>{escape(visual.kind.summary)}</p>\n"
        f'<div class="themes">\n{"".join(map(_figure, in_themes))}</div>\n{sizes}'
    )


def _figure(shown: Shown) -> str:
    return (
        f'<figure><img src="{PICTURES}/{quote(shown.file)}" width="{shown.width}" height="{shown.height}"'
        f' loading="lazy" alt="{escape(shown.alt)}"><figcaption>{escape(shown.caption)}</figcaption></figure>\n'
    )
