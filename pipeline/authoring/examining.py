"""What is right and wrong with this installation and this project, each finding with its fix."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from pipeline import __version__, files, packages, project
from pipeline.build.keys import LIBRARIES
from pipeline.errors import PipelineError, reason
from pipeline.formats.png import INSTALL, SHRINKS

State: TypeAlias = Literal["ok", "note", "broken"]

OLDEST_PYTHON = (3, 11)
WITHOUT_WHEEL = (3, 14)  # the first Python that oxipng had no wheel for, as of 9.1.1
_ROLES = ("display", "text", "numerals")
_SCRIPTS = ("Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Chinese", "Japanese", "Korean", "Emoji")
_CODECS = ("webp", "avif")
_ALSO_NEEDED = {"click", "coloraide", "msgspec", "pyyaml", "watchfiles"}


class Finding(NamedTuple):
    """One thing that was looked at: whether it is as it should be, what was found, and how to put it right."""

    state: State
    subject: str
    fact: str
    fix: str = ""


def examine(specs: str = "", output: str | None = None) -> Iterator[Finding]:
    """Look at Python, libraries, codecs, faces, themes, folders and what was left behind, one after the other."""
    specs = specs or project.specs()
    spec_path = os.path.join(specs, "spec.yaml")
    yield _python()
    yield from _libraries()
    yield from _codecs()
    yield from _faces(spec_path)
    yield from _themes(spec_path)
    folder = output or project.output(spec_path)
    yield from _folders(specs, folder)
    yield from _left_behind(folder)


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    fix = "" if sys.version_info >= OLDEST_PYTHON else "install article-visuals with Python 3.11 or newer"
    return Finding("broken" if fix else "ok", "Python", f"{version}, article-visuals {__version__}", fix)


def _libraries() -> Iterator[Finding]:
    found = {package.name: package.version for package in packages.installed()}
    wanted = sorted(LIBRARIES | _ALSO_NEEDED)
    there = ", ".join(f"{name} {found[name]}" for name in wanted if name in found)
    yield Finding("ok", "libraries", there)
    if SHRINKS not in found:
        fact = f"{SHRINKS} is missing, so no PNG can be `optimize: small`"
        if sys.version_info >= WITHOUT_WHEEL:
            fact += f"; where Python {sys.version_info[0]}.{sys.version_info[1]} has no wheel of it, Rust builds it"
        yield Finding("note", "PNG", fact, INSTALL)
    for name in (name for name in wanted if name not in found and name != SHRINKS):
        yield Finding("broken", "libraries", f"{name} is missing", f"python -m pip install {name}")


def _codecs() -> Iterator[Finding]:
    """Which formats can be written: another build of Pillow than the pinned one may lack one."""
    from pipeline.formats import is_available

    if is_available("pdf"):  # else its library was said to be missing
        yield Finding("ok", "pdf", "can be written")
    for name in _CODECS:
        if is_available(name):
            yield Finding("ok", name, "can be written")
        else:
            yield Finding("note", name, "this Pillow cannot write it", "python -m pip install --force-reinstall pillow")


def _faces(spec_path: str) -> Iterator[Finding]:
    from pipeline.typography import library

    folder = project.fonts(spec_path)
    where = f"{os.path.relpath(folder)} and packages" if folder else "packages, as there is no fonts/ folder"
    for problem in library(folder).refused:
        yield Finding("broken", "faces", f"{problem.place}: {problem.message}", problem.hint)
    families = library(folder).families()
    yield Finding("ok", "faces", f"{len(families)} families from {where}")
    covered = {script for family in families for script in family.scripts}
    missing = [script for script in _SCRIPTS if script not in covered]
    if missing:
        fix = f"to write in one of them, put a face that covers it into {project.FONTS}/"
        yield Finding("note", "faces", f"none covers {', '.join(missing)}", fix)


def _themes(spec_path: str) -> Iterator[Finding]:
    """Whether each theme can be read, and its families are there."""
    from pipeline.theme import Shelf
    from pipeline.typography import library

    shelf = Shelf(project.themes(spec_path))
    fine = []
    for name in shelf.names():
        try:
            look, faces = shelf.load(name), library(project.fonts(spec_path))
            for role in _ROLES:
                faces.find(getattr(look.faces, role)[0], 400, False)
            fine.append(name)
        except PipelineError as error:
            for problem in error.problems:
                where = f"{problem.place}: " if problem.place else ""
                yield Finding("broken", f"theme {name}", f"{where}{problem.message}", problem.hint)
    yield Finding("ok", "themes", ", ".join(fine))


def _folders(specs: str, output: str) -> Iterator[Finding]:
    from pipeline.build.planning import specs_in

    if os.path.isdir(specs):
        try:
            yield Finding("ok", "specs", f"{len(specs_in(specs))} in {specs}/")
        except OSError as error:
            yield _unlisted("specs", specs, error)
    else:
        yield Finding("note", "specs", f"there is no folder {specs}/ here", "visuals new writes a first spec")
    nearest = output
    while nearest and not os.path.lexists(nearest):
        nearest = os.path.dirname(nearest)
    if os.path.isdir(nearest or ".") and os.access(nearest or ".", os.W_OK | os.X_OK):
        yield Finding("ok", "output", f"pictures can be written to {output}/")
    else:
        fix = "make it a folder of yours, or name another: visuals build -o FOLDER"
        yield Finding("broken", "output", f"nothing can be written to {output}/", fix)


def _unlisted(subject: str, folder: str, error: OSError) -> Finding:
    fact = f"{folder}/ cannot be listed: {reason(error)}"
    return Finding("broken", subject, fact, "make it a folder that you may read")


def _left_behind(folder: str) -> Iterator[Finding]:
    from pipeline.build.cleaning import leftovers

    if not os.path.isdir(folder):
        return
    try:
        parts = [name for name in os.listdir(folder) if name.startswith(".") and name.endswith(files.PART)]
        found = leftovers(folder)
    except OSError as error:
        yield _unlisted("output", folder, error)
        return
    except PipelineError as error:
        for problem in error.problems:
            yield Finding("broken", "leftovers", problem.message, problem.hint)
        return
    if parts:
        fact = f"{len(parts)} half-written files of builds that were killed"
        yield Finding("note", "leftovers", fact, "the next visuals build removes them")
    stale = [each.path for each in found if each.is_there and not each.missing_folder]
    if stale:
        named = f"{stale[0]} and {len(stale) - 1} others" if len(stale) > 1 else stale[0]
        yield Finding("note", "leftovers", f"no spec makes {named} any more", "visuals clean")
