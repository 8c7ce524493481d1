"""The files of one picture: each is read, and compared with what its spec asks for and the manifest says of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Protocol

from pipeline import files, formats, legibility, project
from pipeline.build.manifest import Made, Manifest, notes, path_from, record
from pipeline.build.staleness import Wanted
from pipeline.check.findings import Finding
from pipeline.check.png import read_header
from pipeline.errors import Problem, enumerated
from pipeline.files import weight
from pipeline.rendering import Job
from pipeline.sizes import parse

REMAKE = "`visuals build` makes it anew"
TOLD = 3  # texts named in one warning


class Pixels(Protocol):
    """What a file of any format says of itself."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def alt(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def is_srgb(self) -> bool: ...


def looked_at(wanted: Wanted, noted: Manifest) -> Iterator[tuple[str, list[Finding]]]:
    """Each file of a picture that a spec calls for, with what is found about it."""
    if wanted.job is not None:
        yield wanted.path, [Finding(wanted.path, _stale(wanted, wanted.job), wanted.spec_path)]
        return
    for path in wanted.fresh:
        made = noted.pictures[os.path.basename(path)]
        found = [Finding(path, problem, wanted.spec_path) for problem in _problems(path, made)]
        found += [Finding(path, problem, wanted.spec_path, True) for problem in warnings(path, made)]
        found += [Finding(path, problem, wanted.spec_path, True) for problem in _notes(path, made, wanted.spec_path)]
        yield path, found


def read(data: bytes, format_name: str) -> Pixels:
    """What a file says of itself; raises ValueError with the first thing that is wrong with it."""
    return read_header(data) if format_name == "png" else formats.read(data, format_name)


def warnings(path: str, made: Made) -> Iterator[Problem]:
    """What readers of a picture may miss, by the report of its texts."""
    report = report_of(made)
    if report is None:
        return
    if report.hidden:
        hint = (
            f"platforms cut off or cover the edges of {made.size}: shorten or move the texts, or do without that size"
        )
        yield Problem(f"{path}: {_named([spot.text for spot in report.hidden])} may be hidden", hint=hint)
    for each in report.faint:
        fact = f"{path}: expected a contrast of {each.least:g} or more, found {each.ratio:.2f} for “{each.spot.text}”"
        yield Problem(fact, hint=f"choose other colours in the theme {made.theme}")


def _notes(path: str, made: Made, spec_path: str) -> Iterator[Problem]:
    """What an author should know of a picture, though nothing in it is wrong, and has not accepted."""
    for note in notes(os.path.dirname(path), made):
        fact = note.message if note.place else f"{path}: {note.message}"
        yield Problem(fact, note.place, f"`accept: [{note.about}]` in {spec_path} says that you know")


def report_of(made: Made) -> legibility.Fit | None:
    """The report of a picture's texts, or None where the manifest has none."""
    try:
        return legibility.read(made.fit) if made.fit else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _stale(wanted: Wanted, job: Job) -> Problem:
    """What is wrong with a picture that would be made anew."""
    path = wanted.path
    try:
        header = read(_bytes(path), job.format_name)
    except FileNotFoundError:
        return Problem(f"{path}: missing; {wanted.spec_path} calls for it", hint="`visuals build` makes it")
    except OSError as err:
        return Problem(f"{path}: cannot read: {files.why(err)}")
    except ValueError as err:
        return Problem(f"{path}: {err}", hint=REMAKE)
    size = parse(job.size)
    fact = _wrong_pixels(header, size.width * job.scale, size.height * job.scale)
    return Problem(f"{path}: {fact or f'stale: {wanted.reason}'}", hint=REMAKE)


def _problems(path: str, made: Made) -> Iterator[Problem]:
    """What is wrong with the file of a picture that is up to date."""
    try:
        data = _bytes(path)
        header = read(data, formats.of_suffix(path) or "png")
    except OSError as err:
        yield Problem(f"{path}: cannot read: {files.why(err)}")
        return
    except ValueError as err:
        yield Problem(f"{path}: {err}", hint=REMAKE)
        return
    size = parse(made.size)
    fact = _wrong_pixels(header, size.width * made.scale, size.height * made.scale)
    if fact:
        yield Problem(f"{path}: {fact}", hint=REMAKE)
    report = report_of(made)
    if made.fit and report is None:
        fact = f"{path}: the report of its texts in {record(os.path.dirname(path), made.spec)} is damaged"
        yield Problem(
            fact, hint=f"`visuals build --force {path_from(os.path.dirname(path), made.spec)}` writes it anew"
        )
    budget = report.budget_bytes if report else size.budget_bytes * made.scale**2
    if len(data) > budget:
        hint = "`optimize: small` saves bytes; `budget` in the spec allows more"
        yield Problem(f"{path}: expected at most {weight(budget)}, found {weight(len(data))}", hint=hint)
    if not header.is_srgb:
        yield Problem(f"{path}: expected 8-bit sRGB without transparency", hint=REMAKE)
    for what, carried, noted in (
        ("alt text", header.alt, made.alt.replace("\0", "")),
        ("description", header.description, made.description),
    ):
        if carried != noted or (what == "alt text" and not carried):
            fact = f"expected the {what} of {made.spec}, found {'another' if carried else 'none'}"
            yield Problem(f"{path}: {fact}", hint=REMAKE)


def _bytes(path: str) -> bytes:
    return files.read(path, files.MOST_BYTES, project.folder(path))


def _wrong_pixels(found: Pixels, width: int, height: int) -> str:
    """That a picture has not the exact pixels of its size, or nothing."""
    if (found.width, found.height) == (width, height):
        return ""
    return f"expected {width} x {height} px, found {found.width} x {found.height} px"


def _named(texts: Sequence[str]) -> str:
    """The first texts in quotation marks, and how many more there are."""
    return enumerated([f"“{text}”" for text in texts], TOLD)
