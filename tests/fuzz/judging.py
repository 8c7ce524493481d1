"""Judge one run of a command: what it wrote, what it said, how it ended."""

from __future__ import annotations

import io
import json
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image

from pipeline.files import PART
from tests.fuzz.findings import CONTROL, HALF_FILE, TRACEBACK, Finding

CODES = (0, 1, 2, 130)
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".avif")
STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # UAX 9, table 4
_INTERNAL = re.compile(r"internal error: (\w+)")
_FRAME = re.compile(r'File "[^"]*/pipeline/([^"]+)", line (\d+)')


def of_end(code: int | None, said: str) -> Iterator[Finding]:
    """What is wrong with an exit code and all that was said, which was asked to hold traces."""
    internal = _INTERNAL.search(said)
    if internal or "Traceback (most recent call last)" in said:
        places = [f"{file}:{line}" for file, line in _FRAME.findall(said)]
        yield Finding(TRACEBACK, f"{internal[1] if internal else 'traceback'} at {(places or ['?'])[-1]}", said[-6000:])
    elif code not in CODES:
        yield Finding(TRACEBACK, f"exit code {code}", said[-2000:])


def of_words(said: str) -> Iterator[Finding]:
    """What would steer a terminal that shows it."""
    wrong = sorted({each for each in said if each not in "\n\t" and is_steering(each)})
    if wrong:
        around = next(line for line in said.split("\n") if wrong[0] in line)
        yield Finding(CONTROL, ascii(wrong[0]), ascii(around)[:500])


def is_steering(character: str) -> bool:
    """Whether a terminal does something else than show the character."""
    return unicodedata.category(character) == "Cc" or character in STEERING


def of_files(folder: Path, before: Mapping[str, bytes]) -> Iterator[Finding]:
    """What is wrong with the files that were written: a part of one, or one that cannot be read."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not path.is_file():
            continue
        if path.name.endswith(PART):
            yield Finding(HALF_FILE, "a part was left", name)
        elif _is_other(path, before.get(name)) and (why := flaw(path)):
            yield Finding(HALF_FILE, f"{path.suffix} cannot be read", f"{name}: {why}")


def flaw(path: Path) -> str:
    """Why a picture does not decode or JSON does not parse; empty where the file is whole."""
    data = path.read_bytes()
    try:
        if path.suffix in IMAGES:
            with Image.open(io.BytesIO(data)) as image:
                image.load()
        elif path.suffix == ".json":
            json.loads(data)
        elif not data:
            return "it is empty"
    except (OSError, ValueError, SyntaxError) as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _is_other(path: Path, data: bytes | None) -> bool:
    """Whether a file is not as it was put there."""
    return data is None or os.path.getsize(path) != len(data) or path.read_bytes() != data
