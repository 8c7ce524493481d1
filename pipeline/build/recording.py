"""From what became of the jobs to what manifests and caches say."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from time import monotonic

from pipeline import files
from pipeline.build import cache, manifest
from pipeline.build.cache import Built, Drawn
from pipeline.build.keys import key
from pipeline.build.manifest import Made
from pipeline.build.staleness import Reading, Survey
from pipeline.errors import OutputError, PipelineError, Problem
from pipeline.rendering import Job, Outcome, Written

# After a build was killed, what was made in so many seconds at most is made again, and the picture that it was at. No
# longer, for the next picture may take a minute; more where there is more to write: a tenth of it goes into writing.
SECONDS_PER_BYTE = 2e-6
CHANGED_MEANWHILE = ""  # the digest of no file: the next build looks closer


class Ledger:
    """Collects what becomes of the pictures of a survey, and writes it to manifests and caches now and then."""

    def __init__(self, survey: Survey) -> None:
        self._accounts: dict[str, _Account] = {reading.visual.path: _Account(reading) for reading in survey.readings}
        self._folders = sorted({each.reading.folder for each in self._accounts.values()})
        self._written_at = monotonic()
        self._pause = self._pause_seconds()
        self._said: dict[str, None] = {}

    def note(self, outcome: Outcome) -> None:
        """Remember what became of a job."""
        self._accounts[outcome.job.visual.path].note(outcome)
        if monotonic() - self._written_at > self._pause:
            with suppress(OutputError):  # told at the end, when the reason may be gone
                self.write()

    def _pause_seconds(self) -> float:
        """The seconds between one manifest and the next."""
        return SECONDS_PER_BYTE * sum(manifest.weight(folder) for folder in self._folders)

    def write(self) -> list[str]:
        """Write down what is known so far; what else was to be said of that until now, a line for each.

        Raises OutputError naming every manifest that cannot be written.
        """
        problems: list[Problem] = []
        for folder in self._folders:
            try:
                accounts = [each for each in self._accounts.values() if each.reading.folder == folder]
                self._said |= dict.fromkeys(_write(folder, accounts))
            except PipelineError as error:
                problems += error.problems
        self._written_at, self._pause = monotonic(), self._pause_seconds()
        if problems:
            raise OutputError(*problems)
        return list(self._said)


def _write(folder: str, accounts: list[_Account]) -> Iterator[str]:
    """Write a folder's manifest and its cache, which may fail with a word; raises OutputError."""
    pictures = {name: made for each in accounts for name, made in each.pictures.items()}
    if not pictures and not manifest.is_kept(folder):
        return  # a build that makes nothing leaves nothing
    with files.locked(folder):
        noted = manifest.update(folder, pictures)
        specs = {each.name: each.built() for each in accounts}
        drawn = {name: each for account in accounts for name, each in account.drawn.items()}
        try:
            cache.update(folder, noted, specs, drawn)
        except OutputError as error:
            yield from (f"{each.message}; the next build makes all pictures again" for each in error.problems)
        if manifest.is_old(folder):
            yield manifest.replace_old(folder)


class _Account:
    """What the ledger says of one spec."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.name = manifest.name_from(reading.folder, reading.visual.path)
        self.calls_for = dict(reading.calls_for)
        self.pictures = dict(reading.fresh)
        self.drawn = dict(reading.drawn)
        self.shown: dict[str, str] = {}

    def note(self, outcome: Outcome) -> None:
        picture = os.path.basename(outcome.job.output_path)
        if picture in self.calls_for:
            self.calls_for[picture] = len(outcome.pages)
        for written in outcome.pages:
            name, made = os.path.basename(written.path), self._made(outcome.job, written)
            self.pictures[name] = made
            self.drawn[name] = Drawn(made.sha256, key(outcome.job, self.reading.ground, made.files))

    def built(self) -> Built:
        """What the cache says of the spec."""
        kind, ground = self.reading.visual.kind.name, self.reading.ground
        record = files.digest(manifest.record(self.reading.folder, self.name)) or ""
        return Built(kind, record, ground.faces, ground.renderer, self._reads(), self.calls_for)

    def _made(self, job: Job, written: Written) -> Made:
        reading = self.reading
        shown = {manifest.name_from(reading.folder, path): digest for path, digest in written.digests}
        for name, digest in shown.items():
            if self.shown.setdefault(name, digest) != digest:
                self.shown[name] = CHANGED_MEANWHILE
        return manifest.noted(
            reading.folder,
            written,
            spec=self.name,
            kind=job.visual.kind.name,
            size=job.size,
            theme=job.theme,
            scale=job.scale,
            says=reading.says,
            files={**reading.data, **shown},
            themes=reading.themes(job.theme),
            fonts=reading.fonts,
        )

    def _reads(self) -> Mapping[str, str]:
        """The digests of the files that the spec's pictures depend on, each from before it was read."""
        reading = self.reading
        names = {*reading.needs, *(name for made in self.pictures.values() for name in made.files)}
        return {name: reading.reads.get(name) or self.shown.get(name, CHANGED_MEANWHILE) for name in sorted(names)}
