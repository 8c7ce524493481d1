"""The manifest: what was made, of what, and from which state of the files it was made from.

    output/manifest.json
      specs      "../specs/card.yaml":  what it was read with, and the pictures that it calls for
      pictures   "card.og.png":         its spec, size, theme, pixels, bytes, SHA-256, key, texts and fit

Paths are counted from the manifest's folder, written with `/`; keys are sorted and nothing in it tells a time, so the
same specs give the same manifest on every machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from pipeline import files, project
from pipeline.errors import OutputError, Problem
from pipeline.notes import Note
from pipeline.rendering import Written, page_path

FILE = "manifest.json"
VERSION = 1
MAX_PAGES = 20_000  # a page has one row of a table at least
_MAY_LACK = ("files", "fit", "description", "notes")  # fields that are left out where they are empty


class Source(NamedTuple):
    """What is noted of a spec.

    `reads` has the SHA-256 of each file that its pictures depend on, `faces` and `renderer` stand for the rest that
    they are made with. `pictures` has every picture that it calls for, with the number of pages that were made of just
    these, 0 for none.
    """

    kind: str
    faces: str
    renderer: str
    reads: Mapping[str, str]
    pictures: Mapping[str, int]


class Made(NamedTuple):
    """What is noted of a picture's file.

    `key` stands for all that decides its pixels; `files` are those beside the spec that it is made of; `fit` has the
    keys of the report how its texts came out, `notes` what else an author should know.
    """

    spec: str
    kind: str
    size: str
    theme: str
    scale: int
    page: int
    pages: int
    width: int
    height: int
    bytes: int
    sha256: str
    key: str
    title: str
    alt: str
    files: tuple[str, ...] = ()
    encoding: str = ""
    fit: Mapping[str, Any] = MappingProxyType({})
    description: str = ""
    notes: tuple[Note, ...] = ()


class Manifest(NamedTuple):
    """What is noted of each spec and each picture, by their paths from the manifest's folder."""

    specs: Mapping[str, Source] = MappingProxyType({})
    pictures: Mapping[str, Made] = MappingProxyType({})


def read(folder: str, refuses_newer: bool = False) -> Manifest:
    """The manifest of a folder; an empty one where there is none, or where it is not one that we wrote.

    Raises OutputError for what is no regular file of the project and, with `refuses_newer`, for who will write it, for
    one of a version that we do not know yet.
    """
    import json

    path = os.path.join(folder, FILE)
    try:
        noted = json.loads(files.read(path, files.MOST_BYTES, project.folder(path)))
        if noted["version"] != VERSION:
            if refuses_newer:
                _refuse_newer(folder, noted["version"])
            return Manifest()
        specs = {name: _source(keys) for name, keys in noted["specs"].items()}
        pictures = {name: _made(keys) for name, keys in noted["pictures"].items() if _is_plain(name)}
    except files.Refused as error:
        raise OutputError(Problem(f"{path}: {error}", hint=error.hint)) from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        return Manifest()
    return Manifest(specs, pictures)


def is_kept(folder: str) -> bool:
    """Whether a folder has a manifest."""
    return os.path.isfile(os.path.join(folder, FILE))


def below(folder: str) -> list[str]:
    """A folder and those below it that have a manifest: sub-folders of specs have their pictures in such."""
    found = [folder]
    for parent, folders, _ in os.walk(folder):
        folders.sort()
        found += [path for name in folders if is_kept(path := os.path.join(parent, name))]
    return found


def weight(folder: str) -> int:
    """The bytes of a folder's manifest, 0 where there is none."""
    try:
        return os.path.getsize(os.path.join(folder, FILE))
    except OSError:
        return 0


def update(folder: str, specs: Mapping[str, Source], pictures: Mapping[str, Made]) -> None:
    """Note specs and pictures beside those that other processes noted meanwhile; raises OutputError."""
    if not pictures and not is_kept(folder):
        return  # a build that makes nothing leaves nothing
    with files.locked(folder):
        noted = read(folder)
        _write(folder, Manifest({**noted.specs, **specs}, {**noted.pictures, **pictures}))


def forget(folder: str, specs: set[str], pictures: set[str]) -> None:
    """Take specs and pictures out of the manifest; raises OutputError."""
    with files.locked(folder):
        noted = read(folder)
        kept = {name: source for name, source in noted.specs.items() if name not in specs}
        _write(folder, Manifest(kept, {name: made for name, made in noted.pictures.items() if name not in pictures}))


def name_from(folder: str, path: str) -> str:
    """A path as the manifest of `folder` has it."""
    absolute = os.path.abspath(path)
    try:
        return os.path.relpath(absolute, os.path.abspath(folder)).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return absolute.replace(os.sep, "/")


def path_from(folder: str, name: str) -> str:
    """The path that the manifest of `folder` calls `name`, counted from the current folder."""
    return os.path.normpath(os.path.join(folder, name))


def pages_of(picture: str, pages: int) -> list[str]:
    """The files of a picture of so many pages."""
    return [page_path(picture, page, pages) for page in range(1, pages + 1)]


def picture_of(name: str, made: Made) -> str:
    """The picture that a file is a page of: `list.og.png` of `list.og.2.png`."""
    if made.pages == 1:
        return name
    stem, suffix = os.path.splitext(name)
    stem, at, density = stem.partition("@")
    return f"{stem.removesuffix(f'.{made.page}')}{at}{density}{suffix}"


def owner(folder: str, mades: Iterable[Made], spec: str) -> str | None:
    """The path of another spec than `spec` that made one of these, as far as it still lies in the project."""
    around = ""
    for made in mades:
        if made.spec == spec:
            continue
        path, around = path_from(folder, made.spec), around or project.folder(os.path.join(folder, FILE))
        if os.path.isfile(path) and files.is_within(path, around):
            return path
    return None


def noted(folder: str, written: Written, **others: Any) -> Made:
    """What to note in a folder of a file that was written; `others` are the fields of which the file knows nothing."""
    from pipeline import legibility

    return Made(
        page=written.page,
        pages=written.pages,
        width=written.width,
        height=written.height,
        bytes=written.size_bytes,
        sha256=written.sha256,
        title=written.title,
        alt=written.alt,
        encoding=written.encoding,
        fit=legibility.noted(written.fit) if written.fit else {},
        description=written.description,
        notes=tuple(_moved(note, partial(name_from, folder)) for note in written.notes),
        **others,
    )


def _refuse_newer(folder: str, version: object) -> None:
    if isinstance(version, int) and version > VERSION:
        path = os.path.join(folder, FILE)
        fact = f"{path}: made by a newer article-visuals: expected version {VERSION}, found {version}"
        hint = "update article-visuals, or make all pictures anew: visuals build --force"
        raise OutputError(Problem(fact, hint=hint))


def _write(folder: str, manifest: Manifest) -> None:
    import json

    path = os.path.join(folder, FILE)
    specs = {name: source._asdict() for name, source in manifest.specs.items()}
    pictures = {name: _keys(made) for name, made in manifest.pictures.items()}
    whole = {"version": VERSION, "specs": specs, "pictures": pictures}
    text = json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    data = text.encode("utf-8", "backslashreplace")
    if files.digest(path) != files.digest_of(data):
        files.write_atomically(path, data)


def notes(folder: str, made: Made) -> tuple[Note, ...]:
    """The notes of a picture of that folder, with places counted from the current folder."""
    return tuple(_moved(note, partial(path_from, folder)) for note in made.notes)


def _moved(note: Note, name: Callable[[str], str]) -> Note:
    """A note at the same place, its file called otherwise."""
    return note._replace(place=note.place._replace(path=name(note.place.path))) if note.place else note


def _keys(made: Made) -> dict[str, Any]:
    known = {name: value for name, value in made._asdict().items() if name not in _MAY_LACK or value}
    return known | ({"notes": [note.keys() for note in made.notes]} if made.notes else {})


def _source(keys: Mapping[str, Any]) -> Source:
    source = Source(**keys)
    known = {name: str(getattr(source, name)) for name in ("kind", "faces", "renderer")}
    reads = {str(name): str(digest) for name, digest in source.reads.items()}
    pictures = {str(name): _pages(pages) for name, pages in source.pictures.items()}
    return source._replace(**known, reads=reads, pictures=pictures)


def _made(keys: Mapping[str, Any]) -> Made:
    made = Made(**keys)
    known: dict[str, Any] = {
        name: str(getattr(made, name)) for name in ("spec", "size", "theme", "title", "alt", "description")
    }
    known |= {name: int(getattr(made, name)) for name in ("scale", "page", "bytes")}
    notes = tuple(Note.read(each) for each in keys.get("notes", ()))
    return made._replace(**known, pages=_pages(made.pages), files=tuple(map(str, made.files)), notes=notes)


def _pages(number: Any) -> int:
    """A number of pages; raises ValueError for one that no picture has, whose names would take for ever to write."""
    pages = int(number)
    if not 0 <= pages <= MAX_PAGES:
        raise ValueError(pages)
    return pages


def _is_plain(name: str) -> bool:
    """Whether a picture's name stays in the manifest's folder: a name that leads out of it is none of ours."""
    return os.path.basename(name) == name and name not in ("", ".", "..", FILE) and "\0" not in name
