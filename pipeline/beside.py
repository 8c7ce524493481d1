"""Files that a spec names: beside it, or elsewhere in its project, and nothing outside."""

from __future__ import annotations

import os

from pipeline import files, project
from pipeline.errors import AssetError, Problem, SpecError, nearest, reason
from pipeline.notes import Note

MAX_BYTES = 10_000_000  # a table of 20,000 rows with notes has about 5 MB

SAVE = "save it as UTF-8 (in a spreadsheet the format `CSV UTF-8`, in an editor `Save with encoding`)"


class Reader:
    """Reads files for a spec, their names counted from its folder.

    `digests` has the path and digest of each that was read, `notes` what is to be said of how.
    """

    def __init__(self, spec_path: str) -> None:
        self.spec_path = spec_path
        self.digests: dict[str, str] = {}
        self.notes: list[Note] = []

    def __call__(self, name: str, field: str) -> str:
        """The text of the file `name` beside the spec, without a byte order mark.

        Raises SpecError for a path that leaves the project, links followed, and AssetError for a file that is not
        there, is too large, or is not UTF-8; both name `field`.
        """
        path = locate(self.spec_path, name, field)
        data = _bytes(path, name, field, project.folder(self.spec_path))
        self.digests[path] = files.digest_of(data)
        return _decoded(data, name, field)


def locate(spec_path: str, name: str, field: str) -> str:
    """The path of the file `name` beside the spec; raises SpecError, naming `field`, if it leads out of the project."""
    if not name.strip() or "\0" in name:
        raise SpecError(Problem("expected a file's name, found none", hint="name a file beside the spec", field=field))
    if os.path.isabs(name):
        fact = f"expected a path from the spec's folder, found {name}"
        raise SpecError(Problem(fact, hint="put the file beside the spec and write its name", field=field))
    path = os.path.join(os.path.dirname(spec_path), name)
    if not files.is_within(path, project.folder(spec_path)):
        fact = f"{name} leads out of the spec's project"
        raise SpecError(Problem(fact, hint="copy the file into the project, best beside the spec", field=field))
    return path


def _bytes(path: str, name: str, field: str, within: str) -> bytes:
    try:
        return files.read(path, MAX_BYTES, within)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise AssetError(Problem(f"there is no file {name}", hint=nearest_name(path, name), field=field)) from error
    except IsADirectoryError as error:
        raise AssetError(Problem(f"{name} is a folder", hint="name a file in it", field=field)) from error
    except files.Refused as error:
        raise AssetError(Problem(f"{name}: {error}", hint=error.hint, field=field)) from error
    except OSError as error:
        raise AssetError(Problem(f"cannot read {name}: {reason(error)}", field=field)) from error


def _decoded(data: bytes, name: str, field: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        found = f"{name}:{line}:{len(before.decode('utf-8', 'replace')) + 1}"
        fact = f"{found}: expected UTF-8 text, found the byte 0x{data[error.start]:02X}"
        raise AssetError(Problem(fact, hint=_encoding_hint(data), field=field)) from error


def _encoding_hint(data: bytes) -> str:
    """What the bytes look like, and how to get rid of it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return f"the file is UTF-16: {SAVE}"
    if data[:4] == b"PK\x03\x04" or 0 in data:
        return "the file is not text; if it is a spreadsheet, export it as CSV in UTF-8"
    return f"it looks like Latin-1 or Windows-1252: {SAVE}"


def nearest_name(path: str, name: str) -> str:
    """The nearest name in the folder where the file was looked for."""
    folder = os.path.dirname(path)
    if not os.path.isdir(folder):
        return f"there is no folder {os.path.dirname(name)} either" if os.path.dirname(name) else ""
    match = nearest(os.path.basename(name), sorted(os.listdir(folder)))
    return (
        f"the nearest name is {os.path.join(os.path.dirname(name), match)}"
        if match
        else "paths are counted from the folder of the spec"
    )
