"""Which specs there are, which pictures they call for, and where each one goes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from pipeline import files, project
from pipeline.errors import OutputError, Problem, SpecError, reason
from pipeline.formats import find, suffix
from pipeline.rendering import Job, Visual


def spec_paths(places: Iterable[str]) -> list[str]:
    """The specs among `places`, by default the project's: files as given, and those in each folder and below it.

    Raises SpecError naming every folder that has no spec or cannot be read.
    """
    found: dict[str, str] = {}  # a spec named twice is one spec; a link to another one is a spec of its own
    problems = []
    places = tuple(places)
    for place in places or (project.specs(),):
        try:
            paths = specs_below(place) if os.path.isdir(place) else [place]
        except OSError as err:
            problems.append(Problem(f"{place}: cannot read: {reason(err)}"))
            continue
        if not places and not os.path.exists(place):
            problems.append(_no_specs(place))
            continue
        if not paths:
            problems.append(Problem(f"{place}: no spec in this folder", hint="a spec's name ends in .yaml"))
        for path in paths:
            found.setdefault(os.path.abspath(path), path)
    if problems:
        raise SpecError(*problems)
    return list(found.values())


def _no_specs(folder: str) -> Problem:
    """That the project's folder of specs is not there, which its settings may name."""
    from pipeline import settings

    home = project.here()
    if settings.of(home).specs != project.SPECS:
        hint = f"make it, or name another one under `specs` in {project.SETTINGS}"
        return Problem(f"there is no folder {folder}", settings.place(home, "specs"), hint)
    hint = "`visuals init` sets a project up here; in another folder, name the specs"
    return Problem("there are no specs: neither here nor in a project around", hint=hint)


def jobs_of(
    visual: Visual,
    folder: str,
    sizes: Iterable[str] = (),
    themes: Iterable[str] = (),
    scale: int = 1,
    formats: Iterable[str] = (),
) -> Iterator[Job]:
    """The pictures of one spec in the given sizes, themes and formats, by default in those that it lists.

    Raises SpecError for an unknown size or format, ThemeError for an unknown theme.
    """
    from pipeline.sizes import parse

    wanted_sizes = [parse(size).name for size in tuple(sizes) or visual.spec.sizes]
    wanted_themes = [visual.shelf.load(theme).name for theme in tuple(themes) or visual.spec.themes]
    wanted_formats = [find(each) for each in tuple(formats) or visual.spec.formats]
    for theme in dict.fromkeys(wanted_themes):
        for size in dict.fromkeys(wanted_sizes):
            for each in dict.fromkeys(wanted_formats):
                path = os.path.join(folder, picture_name(visual, size, theme, scale, each))
                yield Job(visual, size, theme, scale, path, each)


def picture_name(visual: Visual, size: str, theme: str, scale: int = 1, format_name: str = "png") -> str:
    """`quote_card.og.png`; with the theme where it is not the spec's first, and with `@2x` for scale 2."""
    parts = [visual.name, size] if theme == visual.spec.themes[0] else [visual.name, size, theme]
    return ".".join(parts) + (f"@{scale}x" if scale != 1 else "") + suffix(format_name)


def specs_in(folder: str) -> list[str]:
    """The specs of a folder, in alphabetical order: whatever has such a name, for what is none is worth an error."""
    return [os.path.join(folder, name) for name in sorted(filter(project.is_spec, os.listdir(folder)))]


def specs_below(folder: str, around: frozenset[str] = frozenset()) -> list[str]:
    """The specs of a folder, then those of the folders in it; in these what has no `kind` is no spec, but its data.

    Folders of themes and those that begin with `_` or a dot are passed over, and so is a link to one `around` it.
    """
    around |= {os.path.realpath(folder)}
    found = specs_in(folder)
    for name in sorted(os.listdir(folder)):
        inner = os.path.join(folder, name)
        is_kept = name[0] not in "_." and name != project.THEMES and os.path.isdir(inner)
        if is_kept and os.path.realpath(inner) not in around:
            found += filter(_has_kind, specs_below(inner, around))
    return found


def _has_kind(path: str) -> bool:
    try:
        return any(line.startswith(b"kind:") for line in files.read(path, files.MOST_BYTES).splitlines())
    except OSError:
        return True  # reading it as a spec says what is wrong


def folder_of(spec_path: str, output: str | None, is_mirrored: bool = True) -> str:
    """The folder of a spec's pictures: `output` with the sub-folder of `specs` that it lies in, or `project.output`.

    Unless `is_mirrored`, `output` is that folder itself. Raises OutputError where it is a link out of its project which
    nobody named.
    """
    if output is not None:
        below = project.below_specs(spec_path)
        return os.path.join(output, below) if is_mirrored and below != os.curdir else output
    folder = project.output(spec_path)
    try:
        files.refuse_outside(folder, project.folder(folder))
    except files.Refused as error:
        hint = f"name the folder: -o {os.path.realpath(folder)}"
        raise OutputError(Problem(f"{folder}: {error}", hint=hint)) from error
    return folder


def identity(path: str) -> str:
    """What two paths of one file have in common."""
    return os.path.normcase(os.path.abspath(path))


def clash(path: str, spec_path: str, other_spec: str) -> Problem:
    """That two specs would write one file."""
    fact = f"{spec_path}: would write {path}, as {other_spec} does"
    return Problem(fact, hint="rename one of the two specs")
