"""The reports of pictures that are up to date: how their texts came out, as the manifest has it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from pipeline import files
from pipeline.build import manifest
from pipeline.build.manifest import Made
from pipeline.build.staleness import survey
from pipeline.check.pictures import report_of
from pipeline.errors import OutputError, PipelineError, Problem
from pipeline.legibility import Fit


class Report(NamedTuple):
    """A picture's file, what the manifest says of it, and how its texts came out."""

    path: str
    made: Made
    fit: Fit


def reports(paths: Iterable[str], output: str | None = None) -> tuple[list[Report], list[PipelineError]]:
    """A report of each picture of the specs at `paths`, and errors: of specs, and of pictures that have none."""
    surveyed = survey(paths, output, trusts=True)
    noted = {os.path.normpath(folder): manifest.read(folder) for folder in surveyed.folders}
    found, lacking = [], []
    for wanted in surveyed.wanted:
        for path in wanted.fresh or (wanted.path,):
            folder, name = os.path.split(path)
            made = noted[os.path.normpath(folder)].pictures.get(name) if wanted.fresh else None
            fit = report_of(made) if made else None
            if made is None or fit is None:
                damaged = f"that in {manifest.record(folder, wanted.spec_path)} is damaged"
                fact = f"{path}: no report: {wanted.reason or damaged}"
                how = "" if wanted.reason else f" --force {wanted.spec_path}"
                lacking.append(Problem(fact, hint=f"`visuals build{how}` makes the picture, and its report"))
            else:
                found.append(Report(path, made._replace(notes=manifest.notes(folder, made)), fit))
    errors = [OutputError(*lacking)] if lacking else []
    return found, [*surveyed.errors, *errors]


def share_of_budget(report: Report) -> str:
    """What the file weighs, in words: `96 KB, 32% of 300 KB`."""
    size, budget = report.made.bytes, report.fit.budget_bytes
    return f"{files.weight(size)}, {100 * size / budget:.0f}% of {files.weight(budget)}" if budget else ""
