"""One picture for one place in an article: of a spec that is named there, or of keys that stand there."""

from __future__ import annotations

import os
from typing import NamedTuple

from pipeline import project
from pipeline.errors import Problem, SpecError
from pipeline.plugins import kept, specs
from pipeline.rendering import Job, Visual


class Figure(NamedTuple):
    """A picture's file, what it says, the files that it was made of, and what its author should know."""

    path: str
    alt: str
    depends_on: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def of_spec(named: str, beside: str, pages: str, size: str = "", theme: str = "") -> Figure:
    """The picture of a spec's file, made if it is stale: in a size and a theme that it lists, by default the first.

    The name is counted from the article (`beside` is that path), else from the project around the pages. Raises
    PipelineError for what `visuals build` would refuse.
    """
    from pipeline.build import folder_of, jobs_of
    from pipeline.rendering import load
    from pipeline.weaving.figures import on_pages

    path = project.shown(_found(named, beside, pages))
    notes = specs.notes(specs.build_each([path]))
    visual = load(path)
    size, theme = _chosen(visual, size, theme)
    formats = [name for name in visual.spec.formats if name in on_pages(visual)]
    (job,) = jobs_of(visual, folder_of(path, None), [size], [theme], formats=formats[:1])
    _check_single(job)
    return Figure(job.output_path, visual.alt, (path, *project.defaults(path), *_data(visual)), notes)


def of_text(text: str, path: str, folder: str, size: str = "", theme: str = "") -> Figure:
    """The picture of a spec's YAML in the article at `path`, kept in a folder; raises what `load` and `render` do."""
    from pipeline import settings, source
    from pipeline.build.keys import Disk
    from pipeline.rendering import understood

    node = source.parse(text, project.shown(path))
    node = settings.completed(node, project.folder(path))
    visual = understood(node, project.shown(path))
    job = kept.job(visual, size or visual.spec.sizes[0], theme or visual.spec.themes[0], folder, Disk())
    outcomes = kept.make([job])
    for outcome in outcomes:
        if outcome.error:
            raise outcome.error
    _check_single(job)
    return Figure(job.output_path, visual.alt, _data(visual), specs.notes(outcomes))


def _found(named: str, beside: str, pages: str) -> str:
    in_project = os.path.join(project.folder(os.path.join(pages, project.SETTINGS)), named.lstrip("/"))
    for path in (beside, in_project):
        if os.path.isfile(path):
            return path
    places = " nor ".join(dict.fromkeys(project.shown(os.path.dirname(each)) for each in (beside, in_project)))
    raise SpecError(
        Problem(f"{named}: no such spec, neither in {places}", hint="count it from the page or the project")
    )


def _chosen(visual: Visual, size: str, theme: str) -> tuple[str, str]:
    """The size and the theme; raises SpecError for one that the spec does not list: nothing would keep it fresh."""
    listed = (("size", size, visual.spec.sizes), ("theme", theme, visual.spec.themes))
    for key, wanted, there in listed:
        if wanted and wanted not in there:
            hint = f"add it to the spec's `{key}s`, or take one of them"
            raise SpecError(Problem(f"{key}: expected one of {', '.join(there)}, found {wanted}", hint=hint))
    return size or visual.spec.sizes[0], theme or visual.spec.themes[0]


def _check_single(job: Job) -> None:
    if not os.path.isfile(job.output_path):
        fact = f"{job.visual.path}: expected one picture, found several pages"
        raise SpecError(Problem(fact, hint="name the pages' files with `figure`, or say less in the spec"))


def _data(visual: Visual) -> tuple[str, ...]:
    return tuple(path for path, _ in visual.digests)
