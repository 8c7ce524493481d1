"""Which pictures are stale, and why: each spec against the manifest and the files on disk.

spec and all that it was read with as noted, every file whole?   fresh, and the spec is not even parsed
else: read the spec; a picture's key as noted, its file whole?   fresh, and the manifest learns the new state
else:                                                            stale, for a reason
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from pipeline import project
from pipeline.build import manifest
from pipeline.build.keys import Disk, Ground, key
from pipeline.build.manifest import Made, Manifest, Source
from pipeline.build.planning import clash, folder_of, identity, jobs_of
from pipeline.errors import PipelineError, SpecError, internal
from pipeline.rendering import Job, Visual, load

FORCED = "--force"


class Wanted(NamedTuple):
    """A picture that a spec calls for: its path, its files if they are fresh, and the reason if it is stale.

    `job` makes it; a spec that is as it was is not read, so its pictures have none.
    """

    path: str
    spec_path: str
    fresh: tuple[str, ...] = ()
    reason: str = ""
    job: Job | None = None


class Reading(NamedTuple):
    """A spec that was read, and the state of the disk before that: what the manifest will say of it.

    `reads` has the digest of each file that its pictures may depend on; all of them depend on those in `needs`, and of
    these `data` are its data files. `calls_for` has its pictures with the number of their pages that are `fresh`.
    """

    folder: str
    visual: Visual
    ground: Ground
    reads: dict[str, str]
    needs: tuple[str, ...]
    data: dict[str, str]
    calls_for: Mapping[str, int] = MappingProxyType({})
    fresh: Mapping[str, Made] = MappingProxyType({})


class Survey(NamedTuple):
    """All pictures that a set of specs calls for, what was read to know it, and the specs that could not be read."""

    wanted: tuple[Wanted, ...]
    readings: tuple[Reading, ...]
    errors: tuple[PipelineError, ...]
    folders: tuple[str, ...]

    @property
    def jobs(self) -> tuple[Job, ...]:
        """What there is to make: the stale pictures."""
        return tuple(each.job for each in self.wanted if each.job)


class Noted:
    """What the manifest of one folder says, looked up by spec and by picture."""

    def __init__(self, folder: str, disk: Disk, refuses_newer: bool) -> None:
        self.folder = folder
        self.disk = disk
        self.around = project.folder(os.path.join(folder, manifest.FILE))
        self.manifest: Manifest = manifest.read(folder, refuses_newer)

    @cached_property
    def pages(self) -> dict[str, set[int]]:
        """Of each picture's path, the numbers of pages that were ever noted of it."""
        found: dict[str, set[int]] = {}
        for name, made in self.manifest.pictures.items():
            found.setdefault(manifest.picture_of(name, made), set()).add(made.pages)
        return found

    def owner(self, picture: str, spec: str) -> str | None:
        """The other spec that makes a picture, if there is one."""
        mades = (made for pages in self.made(picture) for made in pages.values())
        return manifest.owner(self.folder, mades, spec)

    def is_whole(self, name: str) -> bool:
        """Whether a picture's file is noted, and on disk just as it was made."""
        made = self.manifest.pictures.get(name)
        return made is not None and self.disk.digest(os.path.join(self.folder, name), self.around) == made.sha256

    def is_of(self, name: str, spec: str) -> bool:
        """Whether a picture's file was made of that spec: another folder may have one that makes the same name."""
        made = self.manifest.pictures.get(name)
        return made is not None and made.spec == spec

    def made(self, picture: str) -> list[dict[str, Made]]:
        """The complete sets of pages noted of a picture, mostly one."""
        everything = self.manifest.pictures
        sets = [manifest.pages_of(picture, count) for count in sorted(self.pages.get(picture, ()))]
        return [
            {name: everything[name] for name in names}
            for names in sets
            if all(name in everything and everything[name].pages == len(names) for name in names)
        ]


def survey(
    paths: Iterable[str],
    output: str | None = None,
    force: bool = False,
    closely: bool = False,
    is_mirrored: bool = True,
) -> Survey:
    """What the specs call for, and what of it is stale; with `force` all of it is. `closely` reads even fresh specs.

    Of specs in sub-folders of `specs` the pictures are in such of `output`, unless not `is_mirrored`.

    A spec that cannot be read, or whose pictures would overwrite another's, is among the errors. Raises OutputError for
    a manifest that is no regular file and, unless with `force`, for one of a newer version.
    """
    disk = Disk()
    folders: dict[str, Noted] = {}
    places: dict[str, str] = {}  # of pictures, by the folder of their specs
    wanted: dict[str, Wanted] = {}
    readings: list[Reading] = []
    errors: list[PipelineError] = []
    for path in paths:
        try:
            around = os.path.dirname(path)
            if around not in places:
                places[around] = folder_of(path, output, is_mirrored)
            folder = places[around]
        except PipelineError as error:
            errors.append(error)
            continue
        if folder not in folders:
            folders[folder] = Noted(folder, disk, refuses_newer=not force)
        try:
            found = None if force or closely else _unchanged(folders[folder], path)
            reading = _read(folders[folder], path) if found is None else None
            if reading:
                found = [_judged(folders[folder], reading, job, force) for job in jobs_of(reading.visual, folder)]
            _check_owners(folders[folder], ((each.path, each.spec_path) for each in found or [] if each.job))
            wanted |= _without_clash(found or [], wanted)
            if reading:
                readings.append(_with_verdict(folders[folder], reading, found or []))
        except PipelineError as error:
            errors.append(error)
        except Exception as error:
            errors.append(internal(error, path))
    return Survey(tuple(wanted.values()), tuple(readings), tuple(errors), tuple(folders))


def check_owners(folder: str, jobs: Iterable[Job]) -> None:
    """Raise SpecError for a picture that the folder's manifest knows as that of another spec, which is still there."""
    noted = Noted(folder, Disk(), refuses_newer=False)
    _check_owners(noted, ((job.output_path, job.visual.path) for job in jobs))


def _check_owners(noted: Noted, wanted: Iterable[tuple[str, str]]) -> None:
    for path, spec_path in wanted:
        owner = noted.owner(os.path.basename(path), manifest.name_from(noted.folder, spec_path))
        if owner is not None and identity(owner) != identity(spec_path):
            raise SpecError(clash(path, spec_path, owner))


def _without_clash(found: Iterable[Wanted], wanted: dict[str, Wanted]) -> dict[str, Wanted]:
    """The pictures of a spec by their files; raises SpecError where another spec has claimed one."""
    claimed = {identity(each.path): each for each in found}
    for where, each in claimed.items():
        if where in wanted:
            raise SpecError(clash(each.path, each.spec_path, wanted[where].spec_path))
    return claimed


def _unchanged(noted: Noted, path: str) -> list[Wanted] | None:
    """The pictures of a spec with which nothing at all has happened since they were made, or None."""
    spec = manifest.name_from(noted.folder, path)
    source = noted.manifest.specs.get(spec)
    if source is None or not source.pictures or _reads(noted, path, source) != source.reads:
        return None
    if noted.disk.ground(path, source.kind) != (source.faces, source.renderer):
        return None
    wanted = []
    for picture, pages in source.pictures.items():
        names = manifest.pages_of(picture, pages)
        if not names or not all(noted.is_of(name, spec) and noted.is_whole(name) for name in names):
            return None
        wanted.append(Wanted(os.path.join(noted.folder, picture), path, _paths(noted, names)))
    return wanted


def _reads(noted: Noted, path: str, source: Source | None) -> dict[str, str]:
    """The digests of all files that a spec is known to be read with, as they are now."""
    paths = {manifest.name_from(noted.folder, each): each for each in noted.disk.beside(path)}
    for name in source.reads if source else ():
        paths.setdefault(name, manifest.path_from(noted.folder, name))
    around = noted.disk.around(path)
    digests = ((name, noted.disk.digest(each, around)) for name, each in paths.items())
    return {name: digest for name, digest in digests if digest}


def _read(noted: Noted, path: str) -> Reading:
    """Read a spec; raises what `load` does. The files it is read with are told first, so that they are never newer."""
    reads = _reads(noted, path, noted.manifest.specs.get(manifest.name_from(noted.folder, path)))
    visual = load(path)
    data = {manifest.name_from(noted.folder, each): digest for each, digest in visual.digests}
    needs = [manifest.name_from(noted.folder, each) for each in noted.disk.beside(path)]
    return Reading(noted.folder, visual, noted.disk.ground(path, visual.kind.name), reads | data, (*needs, *data), data)


def _judged(noted: Noted, reading: Reading, job: Job, force: bool) -> Wanted:
    """Whether the picture of a job is fresh, and if not why."""
    unknown = f"{manifest.FILE} does not know it" if os.path.isfile(job.output_path) else "not made yet"
    reason = FORCED if force else unknown
    for pages in () if force else noted.made(os.path.basename(job.output_path)):
        reason = _reason(noted, reading, job, pages)
        if not reason:
            return Wanted(job.output_path, job.visual.path, _paths(noted, pages))
    return Wanted(job.output_path, job.visual.path, (), reason, job)


def _with_verdict(noted: Noted, reading: Reading, wanted: Iterable[Wanted]) -> Reading:
    """The reading, with what of its spec's pictures is fresh."""
    calls_for = {os.path.basename(each.path): len(each.fresh) for each in wanted}
    names = [os.path.basename(path) for each in wanted for path in each.fresh]
    spec = manifest.name_from(noted.folder, reading.visual.path)
    fresh = {name: noted.manifest.pictures[name]._replace(spec=spec) for name in names}
    files = _digests(noted, reading, _files(fresh.values()))
    reads = reading.reads | {name: digest for name, digest in files.items() if digest and name not in reading.reads}
    return reading._replace(calls_for=calls_for, fresh=fresh, reads=reads)


def _digests(noted: Noted, reading: Reading, names: Iterable[str]) -> dict[str, str | None]:
    """The digests of files that a manifest names among those of a spec's pictures."""
    around = noted.disk.around(reading.visual.path)
    return {name: noted.disk.digest(manifest.path_from(noted.folder, name), around) for name in names}


def _files(mades: Iterable[Made]) -> set[str]:
    return {name for made in mades for name in made.files}


def _paths(noted: Noted, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(os.path.join(noted.folder, name) for name in names)


def _reason(noted: Noted, reading: Reading, job: Job, pages: dict[str, Made]) -> str:
    """Why the files of a picture are not those that its job would make, or nothing."""
    for name, made in pages.items():
        shown = _digests(noted, reading, made.files)
        if made.key != key(job, reading.ground, shown):
            return _change(noted, reading, pages)
        if not noted.is_whole(name):
            path = os.path.join(noted.folder, name)
            return f"{path} is {'not the file that was made' if os.path.exists(path) else 'missing'}"
    return ""


def _change(noted: Noted, reading: Reading, pages: Mapping[str, Made]) -> str:
    """What happened since the pictures of a spec were made."""
    spec = manifest.name_from(noted.folder, reading.visual.path)
    source = noted.manifest.specs.get(spec)
    if source is None:
        return "made of another spec"
    changes = list(_changes(source, reading))
    others = sorted({each.spec for each in pages.values()} - {spec})
    if others and not changes:
        return f"made of {os.path.relpath(manifest.path_from(noted.folder, others[0]))}"
    return "; ".join(changes) if changes else "it was made when this spec was another"


def _changes(source: Source, reading: Reading) -> Iterator[str]:
    names = sorted({*source.reads, *reading.reads})
    for name in names:
        before, now = source.reads.get(name), reading.reads.get(name)
        if before != now:
            how = "is new" if before is None else "is gone" if now is None else "changed"
            yield f"{os.path.relpath(manifest.path_from(reading.folder, name))} {how}"
    if source.kind != reading.visual.kind.name:
        return
    if source.faces != reading.ground.faces:
        yield "the faces changed"
    if source.renderer != reading.ground.renderer:
        yield "article-visuals or a library changed"
