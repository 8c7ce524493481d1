"""Files that a spec names: beside it, or elsewhere in its project, and nothing outside."""

from __future__ import annotations

import codecs
import os
import unicodedata

from pipeline import files, project
from pipeline.errors import AssetError, Place, Problem, SpecError, nearest, reason
from pipeline.notes import Note
from pipeline.patterns import Pattern

MAX_BYTES = 10_000_000  # a table of 20,000 rows with notes has about 5 MB

_SIGNS = frozenset("€£¥§©®°±²³µ·¼½¾«»‹›„“”‚‘’–—…•¡¿ªº×\u00a0")  # of Windows-1252, that stand in western texts
_OTHER_ALPHABET = Pattern(  # as other alphabets and encodings look when they are misread: Łódź is £ódŸ, żółć is ¿ó³æ
    r"[À-Þ]{2}[^\W\d_a-zA-Z]|[À-ÿ]{4}|[£¥¹³¾¼][^\W\d_]|[^\W\d_][£¥¹³¿¾¼½][^\W\d_]|[a-zß-ÿ]Ÿ|Ÿ[a-zß-ÿ]"
)
_NO_TEXT = Pattern(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")
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

        It is UTF-8, else UTF-16 with its mark, else Windows-1252 where that gives Latin letters; of the latter two
        there is a note. Raises SpecError for a path that leaves the project, links followed, and AssetError for a file
        that is not there, is too large, or has another encoding; both name `field`.
        """
        text, encoding = _decoded(self.data(name, field), name, field)
        if encoding:
            fact = f"the file is not UTF-8; it is read as {encoding}: if letters are wrong in the picture, {SAVE}"
            self.notes.append(Note("encoding", fact, Place(name, 1, 1)))
        return text

    def data(self, name: str, field: str, most_bytes: int = MAX_BYTES) -> bytes:
        """The bytes of the file `name` beside the spec; raises what a call does, but for encodings."""
        path = locate(self.spec_path, name, field)
        data = _bytes(path, name, field, project.folder(self.spec_path), most_bytes)
        self.digests[path] = files.digest_of(data)
        return data


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
    return _as_stored(path)


def _as_stored(path: str) -> str:
    """The path of a file whose name may be stored with its letters and accents apart, as some systems do (UAX 15)."""
    if path.isascii() or os.path.lexists(path):
        return path
    folder, name = os.path.split(path)
    wanted = unicodedata.normalize("NFC", name)
    try:
        names = sorted(os.listdir(folder or os.curdir))
    except OSError:
        return path
    return next((os.path.join(folder, each) for each in names if unicodedata.normalize("NFC", each) == wanted), path)


def _bytes(path: str, name: str, field: str, within: str, most_bytes: int) -> bytes:
    try:
        return files.read(path, most_bytes, within)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise AssetError(Problem(f"there is no file {name}", hint=nearest_name(path, name), field=field)) from error
    except IsADirectoryError as error:
        raise AssetError(Problem(f"{name} is a folder", hint="name a file in it", field=field)) from error
    except files.Refused as error:
        raise AssetError(Problem(f"{name}: {error}", hint=error.hint, field=field)) from error
    except OSError as error:
        raise AssetError(Problem(f"cannot read {name}: {reason(error)}", field=field)) from error


def _decoded(data: bytes, name: str, field: str) -> tuple[str, str]:
    """The text, and the name of its encoding where that is not UTF-8."""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        for encoding, called in (("utf-16", "UTF-16"), ("cp1252", "Windows-1252")):
            if (text := _as(encoding, data)) is not None:
                return text, called
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        found = f"{name}:{line}:{len(before.decode('utf-8', 'replace')) + 1}"
        fact = f"{found}: expected UTF-8 text, found the byte 0x{data[error.start]:02X}"
        raise AssetError(Problem(fact, hint=_encoding_hint(data), field=field)) from error


def _as(encoding: str, data: bytes) -> str | None:
    """The text in that encoding, or None where it is surely another one."""
    has_mark = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    if has_mark is not (encoding == "utf-16"):
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if has_mark or is_western(text) else None


def is_western(text: str) -> bool:
    """Whether what is not ASCII in a text reads as the letters and signs of a western language, each by itself."""
    odd = [letter for letter in text if letter > "\x7f"]
    known = all(letter in _SIGNS or unicodedata.name(letter, "").startswith("LATIN") for letter in odd)
    return known and not _OTHER_ALPHABET.search(text) and not _NO_TEXT.search(text)


def _encoding_hint(data: bytes) -> str:
    """What the bytes look like, and how to get rid of it."""
    if data[:4] == b"PK\x03\x04" or 0 in data:
        return "the file is not text; if it is a spreadsheet, export it as CSV in UTF-8"
    return f"its encoding is not known: {SAVE}"


def nearest_name(path: str, name: str, named_in: str = "the spec") -> str:
    """The nearest name in the folder where the file was looked for, which is that of the file that names it."""
    folder = os.path.dirname(path)
    if not os.path.isdir(folder):
        return f"there is no folder {os.path.dirname(name)} either" if os.path.dirname(name) else ""
    match = nearest(os.path.basename(name), sorted(os.listdir(folder)))
    return (
        f"the nearest name is {os.path.join(os.path.dirname(name), match)}"
        if match
        else f"paths are counted from the folder of {named_in}"
    )
