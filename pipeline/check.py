"""Whether the pictures on disk are those the specs call for: present, whole, and of the exact pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from pipeline.errors import PipelineError, Problem, reason
from pipeline.render import Job, count_pages, page_path
from pipeline.sizes import parse

SIGNATURE = b"\x89PNG\r\n\x1a\n"  # PNG (Third Edition), 5.2
REMAKE = "`visuals build` makes it anew"


class Header(NamedTuple):
    """What a PNG says of itself first: its width and height in pixels."""

    width: int
    height: int


class Finding(NamedTuple):
    """One file that a job calls for, and what is wrong with it, if anything."""

    path: str
    problem: Problem | None


def check(jobs: Iterable[Job]) -> list[Finding]:
    """A finding for each picture file that the jobs call for; raises nothing for a picture that cannot be laid out."""
    return [finding for job in jobs for finding in _findings(job)]


def read_header(data: bytes) -> Header:
    """The header of a whole PNG; raises ValueError with the first thing that is wrong with it."""
    if not data.startswith(SIGNATURE):
        raise ValueError("not a PNG")
    chunks = _chunks(data)
    names = [name for name, _ in chunks]
    name, content = chunks[0]
    if name != b"IHDR" or len(content) != 13:
        raise ValueError("the PNG has no header")
    if b"IDAT" not in names:
        raise ValueError("the PNG has no pixels")
    return Header(int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big"))


def _findings(job: Job) -> Iterator[Finding]:
    try:
        pages = count_pages(job)
    except PipelineError as error:
        yield from (Finding(job.output_path, problem) for problem in error.problems)
        return
    for page in range(1, pages + 1):
        path = page_path(job, page, pages)
        yield Finding(path, _problem(path, job))


def _problem(path: str, job: Job) -> Problem | None:
    size = parse(job.size)
    wanted = Header(size.width * job.scale, size.height * job.scale)
    try:
        with open(path, "rb") as stream:
            found = read_header(stream.read())
    except FileNotFoundError:
        return Problem(f"{path}: missing; {job.visual.path} calls for it", hint="`visuals build` makes it")
    except OSError as err:
        return Problem(f"{path}: cannot read: {reason(err)}")
    except ValueError as err:
        return Problem(f"{path}: {err}", hint=REMAKE)
    if found == wanted:
        return None
    fact = f"expected {wanted.width} x {wanted.height} px, found {found.width} x {found.height} px"
    return Problem(f"{path}: {fact}", hint=REMAKE)


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Name and content of each chunk, IEND last; raises ValueError where one is cut short or altered."""
    chunks: list[tuple[bytes, bytes]] = []
    at = len(SIGNATURE)
    while not chunks or chunks[-1][0] != b"IEND":
        length = int.from_bytes(data[at : at + 4], "big")
        end = at + 12 + length  # length, name and checksum are four bytes each: PNG (Third Edition), 5.3
        if end > len(data):
            raise ValueError("the PNG is cut short")
        if crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            raise ValueError("the PNG is damaged")
        chunks.append((data[at + 4 : at + 8], data[at + 8 : end - 4]))
        at = end
    if at != len(data):
        raise ValueError("the PNG has something after its end")
    return chunks
