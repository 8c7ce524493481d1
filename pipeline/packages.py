"""Which packages are installed, read from their folders: importlib.metadata costs 40 ms of start-up."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import NamedTuple

FACES = "fonts_ttf"  # the entry points under which a package names its faces

_SUFFIX = ".dist-info"  # the folder that each installed package leaves beside its code (PEP 376)


class Package(NamedTuple):
    """An installed package: its name with `_` for `-` and `.`, its version, and the folder that describes it."""

    name: str
    version: str
    folder: str


def installed() -> Iterator[Package]:
    """Every installed package, in the order in which Python looks for them."""
    for around in filter(os.path.isdir, sys.path):
        for entry in sorted(os.listdir(around)):
            if entry.endswith(_SUFFIX):
                name, _, version = entry.removesuffix(_SUFFIX).partition("-")
                yield Package(name.lower().replace(".", "_"), version, os.path.join(around, entry))


def entry_points(package: Package, group: str) -> list[tuple[str, str]]:
    """The (module, attribute) pairs that a package offers under `group`."""
    return [(module, attribute) for _, module, attribute in named_entry_points(package, group)]


def named_entry_points(package: Package, group: str) -> list[tuple[str, str, str]]:
    """The (name, module, attribute) triples that a package offers under `group`."""
    try:
        with open(os.path.join(package.folder, "entry_points.txt"), encoding="utf-8") as file:
            _, _, rest = file.read().partition(f"[{group}]")
    except OSError:
        return []
    lines = [line.partition("=") for line in rest.partition("\n[")[0].splitlines() if "=" in line]
    targets = [(name.strip(), *target.strip().partition(":")) for name, _, target in lines]
    return [(name, module, attribute) for name, module, _, attribute in targets]
