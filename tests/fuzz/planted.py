"""A command with faults that the judge must see, in the place of `visuals`: its argument says which."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline import errors, files


def faults(arguments: Sequence[str], prog_name: str) -> None:
    """Do one thing wrong, or none, and end as a command does."""
    FAULTS[arguments[-1]]()
    sys.exit(0)


def _nothing() -> None:
    """Read and write what may be read and written."""
    files.write_atomically("output/right.png", Path("specs/face.png").read_bytes())
    with open(os.devnull, "wb") as null:
        null.write(b"x")


def _trace() -> None:
    raise KeyError("planted")


def _word() -> None:
    """Fail where a file holds a word."""
    if b"bad" in Path("specs/tried.yaml").read_bytes():
        raise KeyError("planted")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


FAULTS: dict[str, Callable[[], object]] = {
    "nothing": _nothing,
    "trace": _trace,
    "word": _word,
    "internal": lambda: _say(str(errors.internal(KeyError("planted"), "specs/tried.yaml"))),
    "code": lambda: sys.exit(3),
    "end": os.abort,
    "hang": lambda: time.sleep(60),
    "read": lambda: Path("specs/out.csv").read_bytes(),
    "listing": lambda: os.listdir("../outside"),
    "write": lambda: Path("../outside/new.txt").write_bytes(b"new"),
    "remove": lambda: os.remove("specs/out/note.md"),
    "program": lambda: subprocess.run(["true"], check=True),
    "half": lambda: Path("output/half.png").write_bytes(Path("specs/face.png").read_bytes()[:-40]),
    "part": lambda: Path(f"output/.{'0' * 12}{files.PART}").write_bytes(b""),
    "manifest": lambda: Path("output/manifest/card.json").write_text("{", encoding="utf-8"),
    "memory": lambda: bytearray(b"x") * 400_000_000,
    "steer": lambda: _say("plain \x1b[31mred"),
    "turn": lambda: _say("plain \u202etxt"),
}
