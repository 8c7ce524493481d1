"""The whole pipeline on one page: a spec's path -> a finished picture on disk.

    load     read, defaults, overrides, build        YAML text -> Visual
    render   lay out, paint, encode                  Visual, size, theme -> Rendered, one for each page
    save     write                                   Rendered -> file

The stages are imported where they are used: `visuals --help` needs none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import PipelineError, Problem, SpecError

if TYPE_CHECKING:
    from pipeline.kinds.kind import Kind
    from pipeline.scene import Item, Scene
    from pipeline.schema import Spec
    from pipeline.sizes import PictureSize
    from pipeline.source import Node

DEFAULTS = "_defaults.yaml"
MAX_SCALE = 4
MAX_PIXELS = 8192 * 8192  # the largest size at scale 1; 256 MB as RGBA


class Visual(NamedTuple):
    """A spec that was read and found right, ready to be rendered in any size and theme."""

    path: str
    name: str
    node: Node
    kind: Kind
    spec: Spec


class Rendered(NamedTuple):
    """A finished picture: PNG bytes, their size in pixels, and the layout they show."""

    data: bytes
    width: int
    height: int
    size: PictureSize
    theme: str
    title: str
    alt: str
    scene: Scene
    page: int = 1
    pages: int = 1


class Job(NamedTuple):
    """One picture to make, in one page or several: what of, how, and the file it goes to."""

    visual: Visual
    size: str
    theme: str
    scale: int
    output_path: str


class Outcome(NamedTuple):
    """What became of a job: its pages, or the error that kept it from being made."""

    job: Job
    pages: tuple[Rendered, ...] = ()
    error: PipelineError | None = None


def load(path: str | os.PathLike[str], overrides: Iterable[str] = ()) -> Visual:
    """Read the spec at `path`; each of `overrides` is a `key=value` that replaces what the file says.

    The keys of `_defaults.yaml` in the same folder stand in for those the spec leaves out. Raises SpecError or
    ThemeError with every mistake in the spec, each with its line and column.
    """
    from pipeline import kinds, source

    path = os.fspath(path)
    node = source.read(path)
    defaults = os.path.join(os.path.dirname(path), DEFAULTS)
    if os.path.isfile(defaults):
        node = source.with_defaults(node, source.read(defaults))
    node = source.override(node, overrides)
    kind, spec = kinds.build(node)
    name = os.path.splitext(os.path.basename(path))[0]
    return Visual(path, name, node, kind, spec)


def render(visual: Visual, size: str | None = None, theme: str | None = None, scale: int = 1) -> Rendered:
    """Make one picture in `size` and `theme`, by default the first of each that the spec lists.

    `scale` is 1 to 4 device px for each layout px: the same layout, finer. Of a spec that makes several pages this is
    the first, and its `pages` says how many there are; `render_pages` makes all. Raises FitError when the text is too
    long, AssetError when a glyph or a picture is missing, SpecError or ThemeError for a size or theme there is none of.
    """
    return next(render_pages(visual, size, theme, scale))


def render_pages(
    visual: Visual, size: str | None = None, theme: str | None = None, scale: int = 1
) -> Iterator[Rendered]:
    """Make every page of a picture, one after the other; raises what `render` does."""
    from pipeline import formats, paint, sizes

    page_size = sizes.parse(size or visual.spec.sizes[0])
    _check_scale(page_size, scale)
    theme = theme or visual.spec.themes[0]
    encoder = formats.load("png")
    scenes = _lay_out(visual, page_size, theme)
    for number, scene in enumerate(scenes, 1):
        with visual.node.locating_errors():
            raster = paint.paint(scene, scale)
        data = encoder.encode(raster, title=scene.title, alt=scene.alt, software=_software(), scale=scale)
        yield Rendered(
            data, raster.width, raster.height, page_size, theme, scene.title, scene.alt, scene, number, len(scenes)
        )


def count_pages(job: Job) -> int:
    """How many pages a job's picture has; raises what `render` does."""
    from pipeline import sizes

    return 1 if job.visual.kind.pages is None else len(_lay_out(job.visual, sizes.parse(job.size), job.theme))


def page_path(job: Job, page: int, pages: int) -> str:
    """The file of one page: `checklist.og.png`, or `checklist.og.2.png` where there are several."""
    if pages == 1:
        return job.output_path
    stem, suffix = os.path.splitext(job.output_path)
    stem, at, density = stem.partition("@")
    return f"{stem}.{page}{at}{density}{suffix}"


def save(rendered: Rendered, path: str | os.PathLike[str]) -> None:
    """Write a picture so that readers see the old file or the new one, never half; raises OutputError."""
    from pipeline import files

    files.write_atomically(os.fspath(path), rendered.data)


def make(job: Job) -> Outcome:
    """Render a job's picture and save it; what its author can put right is in the outcome, not raised."""
    pages: list[Rendered] = []
    try:
        for rendered in render_pages(job.visual, job.size, job.theme, job.scale):
            save(rendered, page_path(job, rendered.page, rendered.pages))
            pages.append(rendered)
    except PipelineError as error:
        return Outcome(job, error=error)
    return Outcome(job, tuple(pages))


def _lay_out(visual: Visual, page_size: PictureSize, theme: str) -> tuple[Scene, ...]:
    """The pages of a picture, with the path of each picture file in them counted from the spec's folder."""
    from pipeline import project, typography
    from pipeline import theme as themes

    spec, kind = visual.spec, visual.kind
    look = themes.load(theme)
    faces = typography.library(project.fonts(visual.path))
    typesetter = typography.Typesetter(faces, lang=spec.lang, direction=spec.direction)
    with visual.node.locating_errors():  # an error that names a field gets that field's line and column
        if kind.pages is None:
            scenes: tuple[Scene, ...] = (kind.lay_out(spec, page_size.size, look, typesetter),)
        else:
            scenes = kind.pages(spec, page_size.size, look, typesetter)
        return tuple(scene._replace(items=_pictures_beside(visual.path, scene.items)) for scene in scenes)


def _check_scale(page: PictureSize, scale: int) -> None:
    if not 1 <= scale <= MAX_SCALE:
        raise SpecError(Problem(f"scale: expected 1 to {MAX_SCALE}, found {scale}"))
    if page.width * page.height * scale**2 > MAX_PIXELS:
        fact = f"{page.width} x {page.height} px at scale {scale} is more than {MAX_PIXELS // 10**6} million pixels"
        raise SpecError(Problem(fact, hint="choose a smaller size or scale"))


def _pictures_beside(spec_path: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items, with the path of each picture counted from the spec's folder: layout knows no folder.

    Raises SpecError for a path that leaves the project.
    """
    from pipeline.beside import locate
    from pipeline.scene import Group, Picture

    def found(item: Item) -> Item:
        if isinstance(item, Picture):
            return item._replace(path=locate(spec_path, item.path, item.role))
        return item._replace(items=tuple(map(found, item.items))) if isinstance(item, Group) else item

    return tuple(map(found, items))


def _software() -> str:
    from pipeline import __version__

    return f"article-visuals {__version__}"
