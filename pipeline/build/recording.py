"""From what became of the jobs to what the manifests say."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic

from pipeline.build import manifest
from pipeline.build.keys import key
from pipeline.build.manifest import Made, Source
from pipeline.build.staleness import Reading, Survey
from pipeline.errors import OutputError, PipelineError, Problem
from pipeline.rendering import Outcome, Written

# After a build was killed, what was made in so many seconds at most is made again, and the picture that it was at. No
# longer, for the next picture may take a minute; more where there is more to write: a tenth of it goes into writing.
SECONDS_PER_BYTE = 2e-6
CHANGED_MEANWHILE = ""  # the digest of no file: the next build looks closer


class Ledger:
    """Collects what becomes of the pictures of a survey, and writes it to their manifests now and then."""

    def __init__(self, survey: Survey) -> None:
        self._accounts: dict[str, _Account] = {reading.visual.path: _Account(reading) for reading in survey.readings}
        self._folders = sorted({each.reading.folder for each in self._accounts.values()})
        self._written_at = monotonic()

    def note(self, outcome: Outcome) -> None:
        """Remember what became of a job."""
        self._accounts[outcome.job.visual.path].note(outcome)
        if monotonic() - self._written_at > self._pause():
            with suppress(OutputError):  # told at the end, when the reason may be gone
                self.write()

    def _pause(self) -> float:
        """The seconds between one manifest and the next."""
        return SECONDS_PER_BYTE * sum(manifest.weight(folder) for folder in self._folders)

    def write(self) -> None:
        """Write down what is known so far; raises OutputError naming every manifest that cannot be written."""
        problems: list[Problem] = []
        for folder in self._folders:
            accounts = [each for each in self._accounts.values() if each.reading.folder == folder]
            pictures = {name: made for each in accounts for name, made in each.pictures.items()}
            try:
                manifest.update(folder, {each.name: each.source() for each in accounts}, pictures)
            except PipelineError as error:
                problems += error.problems
        self._written_at = monotonic()
        if problems:
            raise OutputError(*problems)


class _Account:
    """What the ledger says of one spec."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.name = manifest.name_from(reading.folder, reading.visual.path)
        self.calls_for = dict(reading.calls_for)
        self.pictures = dict(reading.fresh)
        self.shown: dict[str, str] = {}

    def note(self, outcome: Outcome) -> None:
        picture = os.path.basename(outcome.job.output_path)
        if picture in self.calls_for:
            self.calls_for[picture] = len(outcome.pages)
        for written in outcome.pages:
            self.pictures[os.path.basename(written.path)] = self._made(outcome, written)

    def source(self) -> Source:
        """What the manifest says of the spec."""
        kind, ground = self.reading.visual.kind.name, self.reading.ground
        return Source(kind, ground.faces, ground.renderer, self._reads(), self.calls_for)

    def _made(self, outcome: Outcome, written: Written) -> Made:
        job, reading = outcome.job, self.reading
        shown = {manifest.name_from(reading.folder, path): digest for path, digest in written.digests}
        for name, digest in shown.items():
            if self.shown.setdefault(name, digest) != digest:
                self.shown[name] = CHANGED_MEANWHILE
        files = {**reading.data, **shown}
        return manifest.noted(
            reading.folder,
            written,
            spec=self.name,
            kind=job.visual.kind.name,
            size=job.size,
            theme=job.theme,
            scale=job.scale,
            key=key(job, reading.ground, files),
            files=tuple(sorted(files)),
        )

    def _reads(self) -> Mapping[str, str]:
        """The digests of the files that the spec's pictures depend on, each from before it was read."""
        reading = self.reading
        names = {*reading.needs, *(name for made in self.pictures.values() for name in made.files)}
        return {name: reading.reads.get(name) or self.shown.get(name, CHANGED_MEANWHILE) for name in sorted(names)}
