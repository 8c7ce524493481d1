"""The manifest: what the pictures of a folder are. It is committed with them, in a file for each spec.

    output/manifest/card.json
      pictures   "card.og.png":   its spec, size, theme, pixels, bytes, SHA-256, texts and fit, and what it was made of

A file holds the pictures of all specs of that name, mostly one, so that changes of different specs never meet in one.
Paths are counted from the folder of the pictures, written with `/`; keys are sorted, and nothing in it tells a time, a
machine, a version or what our code is like: as long as no picture changes, none of these files does.
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

FOLDER, SUFFIX = "manifest", ".json"
OLD, OLD_VERSION = "manifest.json", 1  # one file that held everything, and changed with our code
VERSION = 2
MAX_PAGES = 20_000  # a page has one row of a table at least
_MAY_LACK = ("files", "themes", "fonts", "fit", "description", "notes")  # fields that are left out where they are empty


class Unusable(OutputError):
    """A manifest that may be neither read nor written over."""


class Made(NamedTuple):
    """What is noted of a picture's file.

    `says` stands for what its spec said with its defaults; `files` and `themes` have the SHA-256 of the files beside
    the spec that it is made of, `fonts` stands for the project's own faces. `fit` has the keys of the report how its
    texts came out, `notes` what else an author should know.
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
    says: str
    title: str
    alt: str
    files: Mapping[str, str] = MappingProxyType({})
    themes: Mapping[str, str] = MappingProxyType({})
    fonts: str = ""
    encoding: str = ""
    fit: Mapping[str, Any] = MappingProxyType({})
    description: str = ""
    notes: tuple[Note, ...] = ()


class Manifest(NamedTuple):
    """What is noted of each picture's file, by its name."""

    pictures: Mapping[str, Made] = MappingProxyType({})


def read(folder: str, refuses_newer: bool = False) -> Manifest:
    """The manifest of a folder; without the files in it that are none of ours.

    Raises Unusable for what is no regular file of the project and, with `refuses_newer`, for who will write it, for one
    of a version that we do not know yet.
    """
    return Manifest(_together(_records(folder, refuses_newer)))


def of_spec(folder: str, spec_path: str) -> Mapping[str, Made]:
    """What is noted of the pictures of a spec, and of others of its name; raises Unusable."""
    path = record(folder, spec_path)
    return _record(path, project.folder(path)) or {}


def record(folder: str, spec: str) -> str:
    """The file of the manifest that tells of the pictures of a spec."""
    return os.path.join(folder, FOLDER, _name(spec))


def is_kept(folder: str) -> bool:
    """Whether a folder has a manifest."""
    return any(_names(folder))


def below(folder: str) -> list[str]:
    """A folder and those below it that have a manifest: sub-folders of specs have their pictures in such."""
    found = [folder]
    for parent, folders, _ in os.walk(folder):
        folders.sort()
        found += [path for name in folders if is_kept(path := os.path.join(parent, name))]
    return found


def damaged(folder: str) -> list[str]:
    """The files of a folder's manifest that cannot be read as such."""
    return [path for path, record in _read_all(folder).items() if record is None]


def weight(folder: str) -> int:
    """The bytes of a folder's manifest, 0 where there is none."""
    try:
        return sum(os.path.getsize(os.path.join(folder, FOLDER, name)) for name in _names(folder))
    except OSError:
        return 0


def update(folder: str, pictures: Mapping[str, Made]) -> Manifest:
    """Note pictures beside those that other processes noted meanwhile; the manifest as it is then. Raises OutputError.

    For who holds the lock of the folder.
    """
    records = _records(folder)
    noted = Manifest({**_together(records), **pictures})
    _write(folder, noted, records)
    return noted


def forget(folder: str, pictures: set[str]) -> None:
    """Take pictures out of the manifest; raises OutputError."""
    with files.locked(folder):
        records = _records(folder)
        kept = {name: made for name, made in _together(records).items() if name not in pictures}
        _write(folder, Manifest(kept), records)


def is_old(folder: str) -> bool:
    """Whether a folder has a manifest of the form that was one file, whoever else calls a file like that."""
    import json

    path = os.path.join(folder, OLD)
    try:
        told = json.loads(files.read(path, files.MOST_BYTES, project.folder(path)))
        return bool(told["version"] == OLD_VERSION and {"specs", "pictures"} <= set(told))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return False


def replace_old(folder: str) -> str:
    """Remove the manifest that was one file; what is to be said of that. Raises OutputError."""
    old = os.path.join(folder, OLD)
    _remove(old)
    return f"{old} is removed: {os.path.join(folder, FOLDER)}/ is in its place, with a file for each spec"


def sweep(folder: str) -> None:
    """Remove what killed processes left in the manifest's folder."""
    files.sweep(os.path.join(folder, FOLDER))


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
        path, around = path_from(folder, made.spec), around or project.folder(os.path.join(folder, FOLDER))
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


def _name(spec: str) -> str:
    """The name of the file that tells of a spec's pictures."""
    return os.path.splitext(os.path.basename(spec))[0] + SUFFIX


def _names(folder: str) -> list[str]:
    """The names of the files of a folder's manifest; none where that is a link out of the project."""
    inner = os.path.join(folder, FOLDER)
    try:
        names = os.listdir(inner) if not os.path.islink(inner) or files.is_within(inner, project.folder(inner)) else []
    except (OSError, ValueError):
        return []
    return sorted(name for name in names if name.endswith(SUFFIX))


def _together(records: Mapping[str, Mapping[str, Made]]) -> dict[str, Made]:
    """What all files of a manifest say."""
    return {name: made for _, record in sorted(records.items()) for name, made in record.items()}


def _records(folder: str, refuses_newer: bool = False) -> dict[str, dict[str, Made]]:
    """What each file of a folder's manifest says that is one of ours, by its path."""
    read = _read_all(folder, refuses_newer)
    return {path: record for path, record in read.items() if record is not None}


def _read_all(folder: str, refuses_newer: bool = False) -> dict[str, dict[str, Made] | None]:
    """What each file of a folder's manifest says, None where it is none of ours."""
    names = _names(folder)
    within = project.folder(os.path.join(folder, FOLDER, SUFFIX)) if names else ""
    paths = (os.path.join(folder, FOLDER, name) for name in names)
    return {path: _record(path, within, refuses_newer) for path in paths}


def _record(path: str, within: str, refuses_newer: bool = False) -> dict[str, Made] | None:
    """What one file says of pictures; None where there is none, or none that we wrote."""
    import json

    try:
        told = json.loads(files.read(path, files.MOST_BYTES, within))
        if told["version"] != VERSION:
            if refuses_newer:
                _refuse_newer(path, told["version"])
            return None
        return {name: _made(keys, path) for name, keys in told["pictures"].items() if _is_plain(name)}
    except files.Refused as error:
        raise Unusable(Problem(f"{path}: {error}", hint=error.hint)) from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        return None


def _refuse_newer(path: str, version: object) -> None:
    if isinstance(version, int) and version > VERSION:
        fact = f"{path}: made by a newer article-visuals: expected version {VERSION}, found {version}"
        hint = "update article-visuals, or make all pictures anew: visuals build --force"
        raise Unusable(Problem(fact, hint=hint))


def _write(folder: str, noted: Manifest, before: Mapping[str, Mapping[str, Made]]) -> None:
    """Write the files that no longer say what is noted, and remove those that say nothing any more."""
    wanted: dict[str, dict[str, Made]] = {}
    for name, made in noted.pictures.items():
        wanted.setdefault(record(folder, made.spec), {})[name] = made
    for path, pictures in wanted.items():
        if before.get(path) != pictures:
            files.write_atomically(path, _text(pictures).encode("utf-8", "backslashreplace"))
    for path in set(before) - set(wanted):
        _remove(path)


def _text(pictures: Mapping[str, Made]) -> str:
    import json

    whole = {"version": VERSION, "pictures": {name: _keys(made) for name, made in pictures.items()}}
    return json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(Problem(f"{path}: cannot remove: {files.why(error)}")) from error


def notes(folder: str, made: Made) -> tuple[Note, ...]:
    """The notes of a picture of that folder, with places counted from the current folder."""
    return tuple(_moved(note, partial(path_from, folder)) for note in made.notes)


def _moved(note: Note, name: Callable[[str], str]) -> Note:
    """A note at the same place, its file called otherwise."""
    return note._replace(place=note.place._replace(path=name(note.place.path))) if note.place else note


def _keys(made: Made) -> dict[str, Any]:
    known = {name: value for name, value in made._asdict().items() if name not in _MAY_LACK or value}
    return known | ({"notes": [note.keys() for note in made.notes]} if made.notes else {})


def _made(keys: Mapping[str, Any], path: str) -> Made:
    """A picture of the file at `path`; raises ValueError for one that another file would tell of."""
    made = Made(**keys)
    if _name(str(made.spec)) != os.path.basename(path):
        raise ValueError(made.spec)
    known: dict[str, Any] = {
        name: str(getattr(made, name))
        for name in ("spec", "kind", "size", "theme", "says", "title", "alt", "fonts", "description")
    }
    known |= {name: int(getattr(made, name)) for name in ("scale", "page", "bytes")}
    notes = tuple(Note.read(each) for each in keys.get("notes", ()))
    known |= {name: _digests(getattr(made, name)) for name in ("files", "themes")}
    return made._replace(**known, pages=page_count(made.pages), notes=notes)


def _digests(told: Mapping[str, Any]) -> dict[str, str]:
    return {str(name): str(digest) for name, digest in told.items()}


def page_count(number: Any) -> int:
    """A number of pages; raises ValueError for one that no picture has, whose names would take for ever to write."""
    pages = int(number)
    if not 0 <= pages <= MAX_PAGES:
        raise ValueError(pages)
    return pages


def _is_plain(name: str) -> bool:
    """Whether a picture's name stays in the manifest's folder: a name that leads out of it is none of ours."""
    return os.path.basename(name) == name and name not in ("", ".", "..", FOLDER) and "\0" not in name
