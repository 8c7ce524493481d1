"""What lies in a folder of pictures beside those that the specs call for."""

from __future__ import annotations

import os
from collections.abc import Iterator

from pipeline import files
from pipeline.build import manifest
from pipeline.build.manifest import Manifest
from pipeline.build.staleness import Survey
from pipeline.check.findings import Finding
from pipeline.errors import Problem, reason
from pipeline.project import MARKDOWN


def strangers(folder: str, noted: Manifest, surveyed: Survey) -> Iterator[Finding]:
    """Each entry of a folder that nobody accounts for; as a warning, each picture that no spec makes any more.

    Hidden files (`.gitignore`) and articles in Markdown are nobody's matter, and in a folder that has specs in it, as
    that of an article may, no other file is; but what a killed build left is.
    """
    if not os.path.isdir(folder):
        return
    fresh = {os.path.basename(file) for each in surveyed.wanted for file in each.fresh}
    stale = {os.path.basename(each.path) for each in surveyed.wanted if not each.fresh}
    asked = {manifest.name_from(folder, each.spec_path) for each in surveyed.wanted}
    is_authors = any(os.path.samefile(os.path.dirname(spec) or os.curdir, folder) for spec in _specs(surveyed))
    try:
        names = sorted(os.listdir(folder))
    except OSError as err:
        yield Finding(folder, Problem(f"{folder}: cannot read: {reason(err)}"))
        return
    for name in names:
        path = os.path.join(folder, name)
        made = noted.pictures.get(name)
        if files.is_part(name):
            yield Finding(path, Problem(f"{path}: left by a build that was killed", hint="`visuals build` removes it"))
        elif name[0] == "." or name in fresh or name in stale or name.endswith(MARKDOWN):
            continue
        elif name == manifest.FOLDER and os.path.isdir(path):
            yield from _in_manifest(folder)
        elif name == manifest.OLD and manifest.is_old(folder):
            hint = f"`visuals build` puts {os.path.join(folder, manifest.FOLDER)}/ in its place"
            yield Finding(path, Problem(f"{path}: of an older article-visuals", hint=hint))
        elif os.path.isdir(path) and (manifest.is_kept(path) or manifest.below(path)[1:]):
            continue  # the pictures of a sub-folder of specs, or of one below it
        elif made is None and (is_authors or _is_of_manifest(path)):
            continue
        elif made is None:
            fact = f"{path}: neither made from a spec nor noted in {os.path.join(folder, manifest.FOLDER)}/"
            yield Finding(path, Problem(fact, hint="keep it in another folder: here lie pictures of specs"))
        elif manifest.picture_of(name, made) not in stale and (
            made.spec in asked or not os.path.exists(manifest.path_from(folder, made.spec))
        ):
            hint = "`visuals clean` removes it"
            yield Finding(path, Problem(f"{path}: no spec calls for it", hint=hint), is_warning=True)


def _specs(surveyed: Survey) -> set[str]:
    """The specs that were looked at and are there."""
    return {each.spec_path for each in surveyed.wanted if os.path.exists(each.spec_path)}


def _is_of_manifest(path: str) -> bool:
    """Whether a file lies in a manifest: the pictures of a sub-folder of specs may have the same folder."""
    return os.path.basename(os.path.dirname(path)) == manifest.FOLDER and path.endswith(manifest.SUFFIX)


def _in_manifest(folder: str) -> Iterator[Finding]:
    """Each entry of the manifest's folder that tells of no picture; of pictures that lie there others tell."""
    inner = os.path.join(folder, manifest.FOLDER)
    try:
        names = sorted(name for name in os.listdir(inner) if name[0] != "." and not name.endswith(manifest.SUFFIX))
    except OSError as err:
        yield Finding(inner, Problem(f"{inner}: cannot read: {reason(err)}"))
        return
    others = [] if manifest.is_kept(inner) else [os.path.join(inner, name) for name in names]
    for path in [*manifest.damaged(folder), *others]:
        fact = f"{path}: not a file of a manifest, or damaged"
        yield Finding(
            path, Problem(fact, hint="`visuals build` writes those of its specs anew; keep any other in another folder")
        )
