"""A spec -> the figure that stands for it in an article: its pictures on disk, what they show and say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pipeline.errors import OutputError, Problem, SpecError
from pipeline.rendering import Job, Visual, load, page_path
from pipeline.theme import Theme
from pipeline.weaving.said import Said, said

FINE = 2  # the scale of pictures for dense screens
FORMATS = (
    "png",
    "jpeg",
    "webp",
    "avif",
    "svg",
)  # the first that is made is shown by every reader; no page shows a PDF
LIGHTER = ("svg", "avif", "webp")  # what is sharp at any size, then the lightest
DARK_BELOW = 0.18  # luminance; black text on a lighter paper, white text on a darker one


class File(NamedTuple):
    """A picture's file in one format, and the same at scale 2, or "" where there is none."""

    path: str
    fine: str = ""


class Picture(NamedTuple):
    """A picture's file, its width and height in px at scale 1, and its file at scale 2, or "" where there is none.

    `lighter` has the same in formats that browsers prefer where they know them, the lightest first.
    """

    path: str
    width: int
    height: int
    fine: str = ""
    lighter: tuple[File, ...] = ()


class Page(NamedTuple):
    """One page of a figure, as it is for light and for dark pages, and the same for narrow screens.

    `light` is always there; the others where the spec has such a theme or size and the picture is made. `alt` and
    `description` are what the file of `light` says of itself.
    """

    alt: str
    light: Picture
    dark: Picture | None = None
    narrow: Picture | None = None
    narrow_dark: Picture | None = None
    description: str = ""


class Figure(NamedTuple):
    """What stands for a spec in an article. `themes` are those for light and for dark pages, or one twice."""

    visual: Visual
    caption: str
    themes: tuple[Theme, Theme]
    pages: tuple[Page, ...]


def figure(spec_path: str, output: str | None = None, size: str | None = None) -> Figure:
    """The figure of the spec at `spec_path`, in `size` or the first that it lists.

    Its pictures are those in the folder `output`, by default where `visuals build` puts them. Raises SpecError for a
    broken spec and for a size that it does not list, OutputError where a picture is not made yet.
    """
    from pipeline.build import folder_of, jobs_of

    visual = load(spec_path)
    shape = _shape(visual, size)
    folder = folder_of(spec_path, output)
    jobs: dict[tuple[str, str], list[Job]] = {}
    for job in jobs_of(visual, folder, formats=on_pages(visual)):
        jobs.setdefault((job.size, job.theme), []).append(job)
    themes = _themes(visual)
    light, dark = (theme.name for theme in themes)
    narrow = _narrow(shape, visual.spec.sizes)
    looks = [(shape, light), (shape, dark), (narrow, light), (narrow, dark)]
    wanted = [jobs.get(look) if look not in looks[:at] else None for at, look in enumerate(looks)]
    paths = _made(jobs[shape, light])
    texts = [said(path, spec_path) for path in paths]
    pages = tuple(_page(words, _pictures(wanted, number, len(paths))) for number, words in enumerate(texts, 1))
    return Figure(visual, texts[0].title, themes, pages)


def on_pages(visual: Visual) -> list[str]:
    """The formats of a spec whose pictures a page can show, the first the one that every reader can.

    Raises SpecError where there is none.
    """
    found: list[str] = [name for name in FORMATS if name in visual.spec.formats]
    if not found:
        fact = f"{visual.path}: expected a picture that a page can show, found `formats: [pdf]` alone"
        raise SpecError(Problem(fact, hint="add png or svg to its `formats`; a page may link to the PDF"))
    return found


def _shape(visual: Visual, size: str | None) -> str:
    from pipeline.sizes import parse

    listed = [parse(each).name for each in visual.spec.sizes]
    if size is None:
        return listed[0]
    if parse(size).name not in listed:
        fact = f"{visual.path}: expected {size} among its sizes, found {', '.join(listed)}"
        raise SpecError(Problem(fact, hint=f"add {size} to its `sizes`, or choose one of them"))
    return parse(size).name


def _themes(visual: Visual) -> tuple[Theme, Theme]:
    """The first theme for light pages and the first for dark ones; the same where there is but one kind."""
    themes = [visual.shelf.load(name) for name in visual.spec.themes]
    dark = [theme for theme in themes if theme.colors.paper.luminance < DARK_BELOW]
    light = [theme for theme in themes if theme.colors.paper.luminance >= DARK_BELOW]
    return (light or dark)[0], (dark or light)[0]


def _narrow(shape: str, listed: Iterable[str]) -> str:
    """The size for narrow screens beside a wide one: the first that is at least as high as wide, but no story."""
    from pipeline.sizes import parse

    if parse(shape).width <= parse(shape).height:
        return shape
    sizes = [parse(each) for each in listed]
    return next((each.name for each in sizes if each.width <= each.height < 1.6 * each.width), shape)


def _made(jobs: Sequence[Job]) -> list[str]:
    """The files of the pages of the first job that is made; raises OutputError where there is none."""
    for job in jobs:
        path = job.output_path
        if os.path.isfile(path):
            return [path]
        paths: list[str] = []
        while os.path.isfile(page := page_path(path, len(paths) + 1, 2)):
            paths.append(page)
        if paths:
            return paths
    fact = f"{jobs[0].output_path}: missing; {jobs[0].visual.path} calls for it"
    raise OutputError(Problem(fact, hint=f"`visuals build {jobs[0].visual.path}` makes it"))


def _page(words: Said, pictures: Sequence[Any]) -> Page:
    light, dark, narrow, narrow_dark = pictures
    return Page(words.alt, light, dark, narrow, narrow_dark, words.description)


def _pictures(looks: Iterable[Sequence[Job] | None], number: int, count: int) -> list[Any]:
    """That page of each of the looks, None where it is not wanted or not made."""
    return [_picture(jobs, number, count) if jobs else None for jobs in looks]


def _picture(jobs: Sequence[Job], number: int, count: int) -> Picture | None:
    """One page of a picture in the formats that it is made in, or None where it is in none."""
    from pipeline.sizes import parse

    made = {job.format_name: file for job in jobs if (file := _file(job, number, count))}
    if not made:
        return None
    shown = next(iter(made))
    size = parse(jobs[0].size)
    lighter = tuple(made[name] for name in LIGHTER if name in made and name != shown)
    return Picture(made[shown].path, size.width, size.height, made[shown].fine, lighter)


def _file(job: Job, number: int, count: int) -> File | None:
    path, fine = (page_path(each.output_path, number, count) for each in (job, _finer(job)))
    if not os.path.isfile(path):
        return None
    return File(path, fine if os.path.isfile(fine) else "")


def _finer(job: Job) -> Job:
    """The same picture for dense screens, in the same folder."""
    from pipeline.build import picture_name

    name = picture_name(job.visual, job.size, job.theme, FINE, job.format_name)
    return job._replace(scale=FINE, output_path=os.path.join(os.path.dirname(job.output_path), name))
