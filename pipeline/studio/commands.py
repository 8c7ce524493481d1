"""What the page has done by the command itself, in a process of its own: one way to do a thing, and the same words."""

from __future__ import annotations

import asyncio
import sys
from typing import NamedTuple

from pipeline.characters import printable

SECONDS = 300
MOST_SAID = 20_000  # characters


class Ran(NamedTuple):
    """The exit code of a command, and all that it said."""

    code: int
    said: str


async def run(*arguments: str) -> Ran:
    """Run `visuals` with arguments; one that takes too long is ended."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "pipeline",
        *arguments,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), SECONDS)
    except BaseException:  # also when the studio ends
        process.kill()
        raise
    return Ran(process.returncode or 0, printable(said.decode("utf-8", "replace"), keeps="\n")[:MOST_SAID].strip())
