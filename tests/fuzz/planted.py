"""A command with faults that the judge must see: `hang`, `trace`, and so on, in the place of `visuals`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import click

from pipeline import errors, files


@click.group()
@click.option("--debug", is_flag=True)
def faults(debug: bool) -> None:
    """Do one thing wrong, or none."""


@faults.command()
def nothing() -> None:
    """Read and write what may be read and written."""
    files.write_atomically("output/right.png", Path("specs/face.png").read_bytes())
    Path(os.devnull).write_bytes(b"")


@faults.command()
def trace() -> None:
    """Let an error escape."""
    raise KeyError("planted")


@faults.command()
def word() -> None:
    """Let an error escape where a file holds a word."""
    if b"bad" in Path("specs/tried.yaml").read_bytes():
        raise KeyError("planted")


@faults.command()
def internal() -> None:
    """Tell an error that no author can put right."""
    click.echo(errors.internal(KeyError("planted"), "spec.yaml"), err=True)  # noqa: TID251


@faults.command()
def code() -> None:
    """End with a code that nobody expects."""
    sys.exit(3)


@faults.command()
def end() -> None:
    """Take the whole process along."""
    os.abort()


@faults.command()
def hang() -> None:
    """Never come back."""
    while True:
        time.sleep(1)


@faults.command()
def read() -> None:
    """Follow a link that leads out of the project."""
    Path("specs/out.csv").read_bytes()


@faults.command()
def listing() -> None:
    """Look into a folder outside."""
    os.listdir("../outside")


@faults.command()
def write() -> None:
    """Make a file outside."""
    Path("../outside/new.txt").write_bytes(b"new")


@faults.command()
def remove() -> None:
    """Remove a file through a link to its folder."""
    os.remove("specs/out/note.md")


@faults.command()
def program() -> None:
    """Run another program."""
    subprocess.run(["true"], check=True)


@faults.command()
def half() -> None:
    """Write half a picture."""
    Path("output/half.png").write_bytes(Path("specs/face.png").read_bytes()[:-40])


@faults.command()
def part() -> None:
    """Leave a part of a file."""
    Path(f"output/.{'0' * 12}{files.PART}").write_bytes(b"")


@faults.command()
def manifest() -> None:
    """Write a manifest that is none."""
    Path("output/manifest.json").write_text("{", encoding="utf-8")


@faults.command()
def memory() -> None:
    """Take more memory than a command may."""
    bytearray(b"x") * 400_000_000


@faults.command()
def steer() -> None:
    """Say what colours a terminal."""
    sys.stdout.write("plain \x1b[31mred\n")


@faults.command()
def turn() -> None:
    """Say what turns a line around."""
    sys.stderr.write("plain \u202etxt\n")
