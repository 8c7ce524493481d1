"""What lies in a folder of pictures that no spec makes any more; only what the manifest names is ever removed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from pipeline import files, project
from pipeline.build import cache, manifest
from pipeline.build.manifest import Made, Manifest
from pipeline.build.planning import specs_in
from pipeline.build.staleness import Survey, survey
from pipeline.errors import OutputError, Problem, SpecError, reason


class Leftover(NamedTuple):
    """A picture that no spec makes any more; an altered one is no longer the file that was made.

    `missing_folder` is that of its spec where all of it is gone: more likely moved, or not mounted, than given up.
    """

    name: str
    path: str
    is_there: bool
    is_altered: bool
    missing_folder: str = ""


def leftovers(folder: str) -> list[Leftover]:
    """The pictures that a folder's manifest names and no spec makes: neither those it names nor those beside them.

    The pictures of a spec that cannot be read are no leftovers: it may make them again when it is put right.
    Raises Unusable for a manifest of a newer version.
    """
    noted = manifest.read(folder, refuses_newer=True)
    paths = _specs(folder, noted)
    surveyed = survey(paths, folder, is_mirrored=False)
    kept = _kept(folder, noted, surveyed, paths)
    return [_leftover(folder, name, noted.pictures[name]) for name in sorted(set(noted.pictures) - kept)]


def remove(folder: str, unwanted: Iterable[Leftover], is_inner: bool = False) -> None:
    """Remove the files and forget them; raises OutputError naming each that stays.

    An inner folder, that of a sub-folder of specs, goes as well where nothing is left in it.
    """
    gone, problems = set(), []
    for each in unwanted:
        try:
            if each.is_there:
                os.unlink(each.path)
            gone.add(each.name)
        except OSError as error:
            problems.append(Problem(f"{each.path}: cannot remove: {files.why(error)}"))
    if manifest.is_kept(folder):
        noted = manifest.read(folder)
        if gone & set(noted.pictures):
            manifest.forget(folder, gone)
        files.sweep(folder)
        manifest.sweep(folder)
        if not manifest.is_kept(folder):
            _remove_our_own(folder)
    if is_inner:
        with suppress(OSError):
            os.rmdir(folder)
    if problems:
        raise OutputError(*problems)


def _remove_our_own(folder: str) -> None:
    """Remove what we have besides in a folder in which no picture is left."""
    cache.remove(folder)
    with suppress(OSError):
        os.rmdir(os.path.join(folder, manifest.FOLDER))


def _specs(folder: str, noted: Manifest) -> list[str]:
    """The specs that are noted and still there, and all others in their folders: a spec may have a new name."""
    names = {made.spec for made in noted.pictures.values()} - _of_others(folder, noted)
    paths = [manifest.path_from(folder, name) for name in sorted(names)]
    folders = sorted({os.path.dirname(path) or "." for path in paths})
    beside = [path for each in filter(os.path.isdir, folders) for path in _specs_in(each)]
    # By the names that the manifest has for them, not by real paths: a link and its spec each have their own pictures.
    return list({manifest.name_from(folder, path): path for path in [*filter(os.path.isfile, paths), *beside]}.values())


def _of_others(folder: str, noted: Manifest) -> set[str]:
    """The noted specs outside of the folder's project: a manifest is no reason to read those, nor to forget them."""
    names = {made.spec for made in noted.pictures.values()}
    around = project.folder(os.path.join(folder, manifest.FOLDER))
    return {name for name in names if not files.is_within(manifest.path_from(folder, name), around)}


def _specs_in(folder: str) -> list[str]:
    """The specs of a folder; raises SpecError where they cannot be known, so that nothing is taken for a leftover."""
    try:
        return specs_in(folder)
    except OSError as err:
        raise SpecError(Problem(f"{folder}: cannot read: {reason(err)}", hint="until then nothing is removed")) from err


def _kept(folder: str, noted: Manifest, surveyed: Survey, paths: Iterable[str]) -> set[str]:
    """The names of all files that some spec makes, or may make."""
    fresh = {os.path.basename(file) for each in surveyed.wanted for file in each.fresh}
    stale = {os.path.basename(each.path) for each in surveyed.wanted if not each.fresh}
    unread = {manifest.name_from(folder, path) for path in paths} - {
        manifest.name_from(folder, each.spec_path) for each in surveyed.wanted
    }
    unread |= _of_others(folder, noted)
    return fresh | {
        name for name, made in noted.pictures.items() if made.spec in unread or manifest.picture_of(name, made) in stale
    }


def _missing_folder(folder: str, spec: str) -> str:
    """The folder of a noted spec where there is none any more, or nothing."""
    found = os.path.dirname(manifest.path_from(folder, spec))
    return "" if os.path.isdir(found or ".") else found


def _leftover(folder: str, name: str, made: Made) -> Leftover:
    path = os.path.join(folder, name)
    found = files.digest(path)
    is_there = os.path.lexists(path)
    is_altered = is_there and found != made.sha256
    return Leftover(name, path, is_there, is_altered, _missing_folder(folder, made.spec))
