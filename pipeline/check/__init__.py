"""Whether the pictures on disk are those that the specs call for: there, up to date, whole, right, and no others.

survey        what the specs call for, and what is stale of it     build
pictures      each file: its pixels, bytes, colours, alt text      check
drafts        what a spec leaves to its author                     check
fit           what readers will not see or cannot read             check, warnings
tracking      what git does not keep                           check
strangers     what else lies in the folder of the pictures         check
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from pipeline.build import manifest
from pipeline.build.staleness import Survey, survey
from pipeline.check.drafts import unfinished
from pipeline.check.findings import Finding, Verdict
from pipeline.check.pictures import looked_at
from pipeline.check.strangers import strangers
from pipeline.check.tracking import not_committed
from pipeline.errors import Problem

__all__ = ["Finding", "Verdict", "check", "not_committed", "unfinished"]


def check(paths: Iterable[str], output: str | None = None) -> Verdict:
    """What is to be said of the pictures of the specs at `paths`; errors of the specs themselves are the survey's."""
    paths = tuple(paths)
    surveyed = survey(paths, output, trusts=True)
    noted = {os.path.normpath(folder): manifest.read(folder) for folder in surveyed.folders}
    files: list[str] = []
    findings = [finding for path in paths for finding in unfinished(path)]
    known: set[tuple[str, Problem]] = set()  # notes on a spec's material, told with the first of its pictures
    for wanted in surveyed.wanted:
        for file, found in looked_at(wanted, noted[os.path.normpath(os.path.dirname(wanted.path))]):
            files.append(file)
            findings += (each for each in found if (each.spec_path, each.problem) not in known)
            known |= {(each.spec_path, each.problem) for each in found if each.is_warning}
    inner = {os.path.normpath(each) for folder in noted for each in manifest.below(folder)}
    for folder in sorted({*noted, *inner}):
        findings += strangers(folder, noted.get(folder) or manifest.read(folder), surveyed)
    findings += not_committed(filter(os.path.isfile, [*files, *_records(surveyed)]))
    return Verdict(tuple(files), tuple(findings), surveyed.errors)


def _records(surveyed: Survey) -> list[str]:
    """The files of the manifest that tell of the pictures."""
    return sorted({manifest.record(os.path.dirname(each.path), each.spec_path) for each in surveyed.wanted})
