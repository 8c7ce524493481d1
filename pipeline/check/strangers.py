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

    Hidden files (`.gitignore`) and articles in Markdown are nobody's matter, but what a killed build left is.
    """
    if not os.path.isdir(folder):
        return
    fresh = {os.path.basename(file) for each in surveyed.wanted for file in each.fresh}
    stale = {os.path.basename(each.path) for each in surveyed.wanted if not each.fresh}
    asked = {manifest.name_from(folder, each.spec_path) for each in surveyed.wanted}
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
        elif name[0] == "." or name == manifest.FILE or name in fresh or name in stale or name.endswith(MARKDOWN):
            continue
        elif os.path.isdir(path) and (manifest.is_kept(path) or manifest.below(path)[1:]):
            continue  # the pictures of a sub-folder of specs, or of one below it
        elif made is None:
            fact = f"{path}: neither made from a spec nor noted in {manifest.FILE}"
            yield Finding(path, Problem(fact, hint="keep it in another folder: here lie pictures of specs"))
        elif manifest.picture_of(name, made) not in stale and (
            made.spec in asked or not os.path.exists(manifest.path_from(folder, made.spec))
        ):
            hint = "`visuals clean` removes it"
            yield Finding(path, Problem(f"{path}: no spec calls for it", hint=hint), is_warning=True)
