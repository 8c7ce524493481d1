"""Which pictures are stale, and why: each spec against the cache, the manifest and the files on disk.

spec and all that it was read with as cached, every file whole?   fresh, and the spec is not even parsed
else: read the spec; a picture's key as cached, its file whole?   fresh, and cache and manifest learn the new state
else:                                                             stale, for a reason

Where no cache knows a picture's file, as in a fresh copy of a project, it is stale: drawn again, it comes out the same.
Who only looks may trust what is committed: spec, data, themes and faces as the manifest has them, every file whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from pipeline import project
from pipeline.build import cache, manifest
from pipeline.build.cache import Built, Cache, Drawn
from pipeline.build.keys import Disk, Ground, key, says
from pipeline.build.manifest import Made, Manifest
from pipeline.build.planning import clash, folder_of, identity, jobs_of
from pipeline.errors import PipelineError, SpecError, internal
from pipeline.rendering import Job, Visual, load

FORCED = "--force"
UNKNOWN = "nothing here tells how it was made"


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
    """A spec that was read, and the state of the disk before that: what manifest and cache will say of it.

    `says` stands for what it says, `fonts` for the project's own faces. `reads` has the digest of each file that its
    pictures may depend on; all of them depend on those in `needs`, and of these `data` are its data files. `calls_for`
    has its pictures with the number of their pages that are `fresh`; of the files of those `drawn` has what is known.
    """

    folder: str
    visual: Visual
    ground: Ground
    says: str
    fonts: str
    reads: dict[str, str]
    needs: tuple[str, ...]
    data: dict[str, str]
    calls_for: Mapping[str, int] = MappingProxyType({})
    fresh: Mapping[str, Made] = MappingProxyType({})
    drawn: Mapping[str, Drawn] = MappingProxyType({})

    def themes(self, theme: str) -> dict[str, str]:
        """The digests of the project's files of a theme, and of the one that an SVG has for dark pages."""
        dark = self.visual.spec.svg_dark
        paths = [path for name in {theme, dark} - {""} for path in self.visual.shelf.files(name)]
        names = (manifest.name_from(self.folder, path) for path in paths)
        return {name: self.reads.get(name, "") for name in names}


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
    """What manifest and cache of one folder say, looked up by spec and by picture."""

    def __init__(self, folder: str, disk: Disk, refuses_newer: bool = False, trusts: bool = False) -> None:
        self.folder = folder
        self.disk = disk
        self.refuses_newer = refuses_newer
        self.trusts = trusts
        self.around = project.folder(os.path.join(folder, manifest.FOLDER))
        self.cache: Cache = cache.read(folder)

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest; where nothing has changed nobody asks for it."""
        return manifest.read(self.folder, self.refuses_newer)

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
        return made is not None and self.digest(name) == made.sha256

    def digest(self, name: str) -> str | None:
        """The digest of a picture's file as it is now."""
        return self.disk.digest(os.path.join(self.folder, name), self.around)

    def record(self, spec: str) -> str | None:
        """The digest of what the manifest says of a spec's pictures, as it is now."""
        return self.disk.digest(manifest.record(self.folder, spec), self.around)

    def drawn(self, name: str) -> Drawn | None:
        """How the file that the manifest has under that name was made, if that is known."""
        known, made = self.cache.files.get(name), self.manifest.pictures.get(name)
        return known if known and made and known.sha256 == made.sha256 else None

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
    trusts: bool = False,
) -> Survey:
    """What the specs call for, and what of it is stale; with `force` all of it is. `closely` reads even fresh specs.

    With `trusts`, for who only looks, a picture of which nothing but the manifest is known is what that says.

    Of specs in sub-folders of `specs` the pictures are in such of `output`, unless not `is_mirrored`.

    A spec that cannot be read, or whose pictures would overwrite another's, is among the errors. Raises Unusable for a
    manifest that is no regular file and, unless with `force`, for one of a newer version.
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
            folders[folder] = Noted(folder, disk, refuses_newer=not force, trusts=trusts)
        try:
            found = None if force or closely else _unchanged(folders[folder], path)
            reading = _read(folders[folder], path) if found is None else None
            if reading:
                found = [_judged(folders[folder], reading, job, force) for job in jobs_of(reading.visual, folder)]
            _check_owners(folders[folder], ((each.path, each.spec_path) for each in found or [] if each.job))
            wanted |= _without_clash(found or [], wanted)
            if reading:
                readings.append(_with_verdict(folders[folder], reading, found or []))
        except manifest.Unusable:
            raise
        except PipelineError as error:
            errors.append(error)
        except Exception as error:
            errors.append(internal(error, path))
    return Survey(tuple(wanted.values()), tuple(readings), tuple(errors), tuple(folders))


def check_owners(folder: str, jobs: Iterable[Job]) -> None:
    """Raise SpecError for a picture that the folder's manifest knows as that of another spec, which is still there."""
    noted = Noted(folder, Disk())
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
    built = noted.cache.specs.get(spec)
    if built is None or not built.pictures or _reads(noted, path, built) != built.reads:
        return None
    if noted.disk.ground(path, built.kind) != (built.faces, built.renderer) or noted.record(spec) != built.record:
        return None
    wanted = []
    for picture, pages in built.pictures.items():
        names = manifest.pages_of(picture, pages)
        if not names or not all(_is_as_drawn(noted, name) for name in names):
            return None
        wanted.append(Wanted(os.path.join(noted.folder, picture), path, _paths(noted, names)))
    return wanted


def _is_as_drawn(noted: Noted, name: str) -> bool:
    known = noted.cache.files.get(name)
    return known is not None and noted.digest(name) == known.sha256


def _reads(noted: Noted, path: str, built: Built | None) -> dict[str, str]:
    """The digests of all files that a spec is known to be read with, as they are now."""
    paths = {manifest.name_from(noted.folder, each): each for each in noted.disk.beside(path)}
    for name in built.reads if built else ():
        paths.setdefault(name, manifest.path_from(noted.folder, name))
    around = noted.disk.around(path)
    digests = ((name, noted.disk.digest(each, around)) for name, each in paths.items())
    return {name: digest for name, digest in digests if digest}


def _read(noted: Noted, path: str) -> Reading:
    """Read a spec; raises what `load` does. The files it is read with are told first, so that they are never newer."""
    reads = _reads(noted, path, noted.cache.specs.get(manifest.name_from(noted.folder, path)))
    fonts = noted.disk.fonts(path)
    visual = load(path)
    data = {manifest.name_from(noted.folder, each): digest for each, digest in visual.digests}
    needs = [manifest.name_from(noted.folder, each) for each in noted.disk.beside(path)]
    ground = noted.disk.ground(path, visual.kind.name)
    return Reading(noted.folder, visual, ground, says(visual.node), fonts, reads | data, (*needs, *data), data)


def _judged(noted: Noted, reading: Reading, job: Job, force: bool) -> Wanted:
    """Whether the picture of a job is fresh, and if not why."""
    unknown = "the manifest does not know it" if os.path.isfile(job.output_path) else "not made yet"
    reason = FORCED if force else unknown
    for pages in () if force else noted.made(os.path.basename(job.output_path)):
        reason = _reason(noted, reading, job, pages)
        if not reason:
            return Wanted(job.output_path, job.visual.path, _paths(noted, pages))
    return Wanted(job.output_path, job.visual.path, (), reason, job)


def _with_verdict(noted: Noted, reading: Reading, wanted: Iterable[Wanted]) -> Reading:
    """The reading, with what of its spec's pictures is fresh."""
    calls_for: dict[str, int] = {}
    fresh: dict[str, Made] = {}
    drawn: dict[str, Drawn] = {}
    for each in wanted:
        names = [os.path.basename(path) for path in each.fresh]
        calls_for[os.path.basename(each.path)] = len(names)
        fresh |= {name: _made_now(noted, reading, noted.manifest.pictures[name]) for name in names}
        drawn |= {name: known for name in names if (known := noted.drawn(name))}
    files = {name: digest for made in fresh.values() for name, digest in made.files.items()}
    return reading._replace(calls_for=calls_for, fresh=fresh, drawn=drawn, reads=files | reading.reads)


def _made_now(noted: Noted, reading: Reading, made: Made) -> Made:
    """What is to be noted of a fresh picture, which may have been made when its spec was written otherwise."""
    files = {name: digest or "" for name, digest in _digests(noted, reading, made.files).items()}
    spec = manifest.name_from(noted.folder, reading.visual.path)
    themes = reading.themes(made.theme)
    return made._replace(spec=spec, says=reading.says, files=files, themes=themes, fonts=reading.fonts)


def _digests(noted: Noted, reading: Reading, names: Iterable[str]) -> dict[str, str | None]:
    """The digests of files that a manifest names among those of a spec's pictures."""
    around = noted.disk.around(reading.visual.path)
    return {name: noted.disk.digest(manifest.path_from(noted.folder, name), around) for name in names}


def _paths(noted: Noted, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(os.path.join(noted.folder, name) for name in names)


def _reason(noted: Noted, reading: Reading, job: Job, pages: dict[str, Made]) -> str:
    """Why the files of a picture are not those that its job would make, or nothing."""
    for name, made in pages.items():
        known = noted.drawn(name)
        if noted.trusts and any(_apart(noted, reading, job, made)):
            return _change(noted, reading, job, pages)
        if known is None and not noted.trusts:
            return _change(noted, reading, job, pages) or UNKNOWN
        if known and known.key != key(job, reading.ground, _digests(noted, reading, made.files)):
            return _change(noted, reading, job, pages) or "it was made when this spec was another"
        if not noted.is_whole(name):
            path = os.path.join(noted.folder, name)
            return f"{path} is {'not the file that was made' if os.path.exists(path) else 'missing'}"
    return ""


def _change(noted: Noted, reading: Reading, job: Job, pages: Mapping[str, Made]) -> str:
    """What happened since the pictures of a spec were made, as far as that can be told."""
    spec = manifest.name_from(noted.folder, reading.visual.path)
    built = noted.cache.specs.get(spec)
    changes = list(_changes(built, reading) if built else ())
    others = sorted({each.spec for each in pages.values()} - {spec})
    if others and not changes:
        return f"made of {os.path.relpath(manifest.path_from(noted.folder, others[0]))}"
    apart = (each for made in pages.values() for each in _apart(noted, reading, job, made))
    return "; ".join(changes or dict.fromkeys(apart))


def _changes(built: Built, reading: Reading) -> Iterator[str]:
    """What is not as the cache has it."""
    yield from _differences(reading.folder, built.reads, reading.reads)
    if built.kind != reading.visual.kind.name:
        return
    if built.faces != reading.ground.faces:
        yield "the faces changed"
    if built.renderer != reading.ground.renderer:
        yield "article-visuals or a library changed"


def _apart(noted: Noted, reading: Reading, job: Job, made: Made) -> Iterator[str]:
    """What is not as the manifest has it, which knows neither our code nor how a spec is written."""
    if made.says != reading.says or made.theme != job.theme:
        yield f"{os.path.relpath(reading.visual.path)} or its defaults changed"
    shown = {name: digest for name, digest in _digests(noted, reading, made.files).items() if digest}
    now = {**shown, **reading.data, **reading.themes(job.theme)}
    yield from _differences(reading.folder, {**made.files, **made.themes}, now)
    if made.fonts != reading.fonts:
        yield "the faces changed"


def _differences(folder: str, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Each file that changed, is new or is gone."""
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            how = "is new" if name not in before else "is gone" if name not in now else "changed"
            yield f"{os.path.relpath(manifest.path_from(folder, name))} {how}"
