"""The spec inside a picture: which texts a PNG, SVG or PDF carries of the spec that made it, and reading them back.

    spec --texts--> iTXt chunks of a PNG, metadata of an SVG, file of a PDF --read--> Embedded --parse--> the spec

What is written is the spec as it was understood, its defaults left out, with the size and theme of this one picture:
so the same picture carries the same text, however its file is written.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from pipeline import files, project
from pipeline.errors import Problem, SpecError, reason

if TYPE_CHECKING:
    from pipeline.schema import Spec

PNG, SVG, PDF = ".png", ".svg", ".pdf"
OTHERS = (".jpg", ".jpeg", ".webp", ".avif")
_SPEC, _WITHOUT = "Spec", "Spec-Without"  # keywords of the chunks
_SIGNATURE = b"\x89PNG\r\n\x1a\n"  # PNG (Third Edition), 5.2
_OF_PDF = b"%PDF-"  # PDF 32000-1, 7.5.2
_HEAD = 64  # bytes
_OF_OTHERS = ("sizes", "themes", "formats", "svg_dark", "open")  # what other pictures of the same spec there are


class Embedded(NamedTuple):
    """What a picture carries: the YAML of its spec, and the private keys that were kept out of it."""

    text: str
    without: tuple[str, ...] = ()


def is_picture(path: str) -> bool:
    """Whether a path names a picture, not a spec."""
    return path.lower().endswith((PNG, SVG, PDF, *OTHERS))


def texts(
    spec: Spec, model: type[Spec], private: tuple[str, ...], size: str, theme: object
) -> tuple[tuple[str, str], ...]:
    """The texts of a picture by keyword, as its spec's `embed` says; `theme` is the name or the keys of its theme.

    Keys that `model` does not have hold what data files said: they are never carried.
    """
    from pipeline import source
    from pipeline.schema import plain

    if spec.embed == "none":
        return ()
    keys = plain(spec, model)
    without = tuple(key for key in private if key in keys and spec.embed != "all")
    kept = {key: value for key, value in keys.items() if key not in (*without, *_OF_OTHERS)}
    text = source.write({**kept, "sizes": [size], "themes": [theme]})
    return ((_SPEC, text), (_WITHOUT, " ".join(without)))


def read(path: str) -> Embedded:
    """What the picture at `path` carries; raises SpecError when that is nothing, or more than one spec."""
    found = read_all(path)
    if len(found) > 1:
        fact = f"{path}: expected a picture of one spec, found {len(found)} in it"
        raise SpecError(Problem(fact, hint=f"`visuals extract {path}` prints them, one below the other"))
    return found[0]


def read_all(path: str) -> list[Embedded]:
    """What the picture at `path` carries, of a PDF each spec of its pages; raises SpecError when that is nothing."""
    if not is_picture(path):
        fact = f"{path}: expected a picture, a PNG, SVG or PDF that carries its spec"
        raise SpecError(Problem(fact, hint=_other(path)))
    if not path.lower().endswith((PNG, SVG, PDF)):
        fact = f"{path}: expected a PNG, SVG or PDF: pictures of other formats carry no spec"
        raise SpecError(Problem(fact, hint="extract it from the PNG or SVG of the same spec"))
    return of_bytes(_bytes(path), path)


def _bytes(path: str) -> bytes:
    """The bytes of a picture; raises SpecError where they cannot be read."""
    try:
        return files.read(path, files.MOST_BYTES)
    except FileNotFoundError as error:
        raise SpecError(Problem(f"{path}: there is no such file")) from error
    except files.Refused as error:
        raise SpecError(Problem(f"{path}: {error}", hint=error.hint)) from error
    except (OSError, ValueError) as error:
        raise SpecError(Problem(f"{path}: cannot read: {reason(error)}")) from error


def of_bytes(data: bytes, path: str) -> list[Embedded]:
    """What these bytes of a picture carry, as `read_all` has it; raises SpecError when that is nothing."""
    what = _format_of(data, path)
    found = [_international_texts(data)] if what == "PNG" else _texts_of(data, what.lower())
    if carried := [Embedded(each[_SPEC], tuple(each.get(_WITHOUT, "").split())) for each in found if _SPEC in each]:
        return carried
    is_one = any(found) or data.startswith((_SIGNATURE, _OF_PDF))
    seen = f"{'an' if what == 'SVG' else 'a'} {what} that carries no spec" if is_one else f"no {what}"
    hint = "pictures whose spec says `embed: none`, and those that other programs saved again, carry none"
    raise SpecError(Problem(f"{path}: expected a picture with its spec, found {seen}", hint=hint))


def _format_of(data: bytes, path: str) -> str:
    """Which format bytes begin as, else that of the file's name."""
    begun = {_SIGNATURE: "PNG", _OF_PDF: "PDF", b"<": "SVG"}
    looks = next((name for mark, name in begun.items() if data[:_HEAD].lstrip().startswith(mark)), "")
    named = os.path.splitext(path)[1].upper().removeprefix(".")
    return looks or (named if named in begun.values() else "PNG")


def _other(path: str) -> str:
    """What to do with a file that is no picture."""
    if project.is_spec(os.path.basename(path) or "."):
        return f"{path} is a spec already; `visuals render {path}` makes its pictures"
    return "name a picture that `visuals render` or `visuals build` made"


def home(path: str) -> str:
    """Where the spec of a picture lies, or would: the files that it names are counted from there."""
    around = project.folder(path)
    specs = os.path.join(around, project.SPECS)
    name = os.path.splitext(os.path.basename(path))[0] + project.SUFFIXES[0]
    return os.path.join(specs if os.path.isdir(specs) else os.path.dirname(path), name)


def _texts_of(data: bytes, format_name: str) -> list[dict[str, str]]:
    """The texts that an SVG or a PDF carries; what is none carries none."""
    from pipeline import formats

    try:
        return formats.carried(data, format_name)
    except ValueError:
        return []


def _international_texts(data: bytes) -> dict[str, str]:
    """The uncompressed iTXt chunks of a PNG by keyword: PNG (Third Edition), 11.3.3.4."""
    found: dict[str, str] = {}
    at = len(_SIGNATURE) if data.startswith(_SIGNATURE) else len(data)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        keyword, _, rest = content.partition(b"\0")
        if name == b"iTXt" and rest[:1] == b"\0":
            text = rest[2:].split(b"\0", 2)[-1]  # after the compression method, the language and the keyword in it
            found[keyword.decode("latin-1")] = text.decode("utf-8", "replace")
        at += 12 + length
    return found
