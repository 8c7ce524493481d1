"""The peers that our pictures are measured beside: Takumi, and matplotlib's three plain charts, where they are here."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.processes import REPOSITORY

PROGRAMS = REPOSITORY.parent / "shared" / "bench"
TAKUMI = PROGRAMS / "node" / "takumi.mjs"
MATPLOTLIB = PROGRAMS / "py" / "go.py"
# a flat card, a card on a gradient, a checklist in portrait, a dashboard, a roadmap
TAKUMI_WORKS = ("w1", "w1g", "w2", "w3", "w4")
CHARTS = "w3c"  # three ordinary charts on one picture of 1600 x 900


def takumi(work: str, cards: int, folder: Path) -> Sequence[object]:
    """The command that makes so many cards in one process and prints what each took."""
    return "node", TAKUMI, "warm", work, cards, folder


def takumi_batch(cards: int, folder: Path) -> Sequence[object]:
    """The command that makes so many flat cards as fast as it can, on all cores."""
    return "node", TAKUMI, "batch", "w1", cards, folder


def plain_charts(mode: str, cards: int, out: Path) -> Sequence[object]:
    """The same of matplotlib alone, by our own interpreter; with `cold` it makes one picture, which is `out`."""
    return sys.executable, MATPLOTLIB, "mpl_charts", mode, CHARTS, cards, out


def takumi_is_missing() -> str:
    """What keeps Takumi from being measured, or nothing."""
    if missing := plain_charts_are_missing():
        return missing
    if not shutil.which("node"):
        return "node is not installed"
    return _absent(("node", "node_modules", "@takumi-rs", "core"))


def plain_charts_are_missing() -> str:
    """What keeps matplotlib's own charts from being measured, or nothing: they are set in the peers' fonts."""
    if "PEERS_DIR" not in os.environ:
        return "PEERS_DIR is not set"
    if not PROGRAMS.exists():
        return "the peers' programs are not beside this repository"
    return _absent(("fonts",))


def _absent(names: tuple[str, ...]) -> str:
    return "" if Path(os.environ["PEERS_DIR"], *names).exists() else f"PEERS_DIR has no {'/'.join(names)}"
