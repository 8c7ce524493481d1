"""Warm cards: many in one process, beside Takumi's when its programs are here, and where our time goes."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.figures import Figure, Section, ratio
from tests.bench.processes import REPOSITORY, interleaved
from tests.bench.quotes import QUOTES

PROCESSES = 4
PEER = REPOSITORY.parent / "shared" / "bench" / "node" / "takumi.mjs"
PEER_WORKS = ("w1", "w1g", "w2")  # a flat card, a card on a gradient, a checklist in portrait


class Series(NamedTuple):
    """A series of cards of ours, the peer's series beside it, and what the ratio may be.

    `key` is what is another text on each card of `spec`.
    """

    name: str
    spec: str
    size: str
    key: str
    options: tuple[str, ...]
    work: str
    limit: float | None = None
    aim: float | None = None


QUOTE, CHECKLIST, EMAIL = (f"specs/{name}.yaml" for name in ("quote_card", "feedback_checklist", "application_email"))
LABEL = ("kicker=[]", "author=Ada Example")
ALL_SERIES = (
    Series("quote card, motif none", QUOTE, "og", "text", ("motif=none", *LABEL), "w1", 0.9, 0.6),
    Series("quote card", QUOTE, "og", "text", LABEL, "w1g", 2.0, 1.0),
    Series("quote card, nothing remembered", QUOTE, "og", "text", ("fresh", *LABEL), "w1g"),
    Series("checklist", CHECKLIST, "portrait", "groups[0].items[0].text", (), "w2", 1.5, 1.0),
    Series("e-mail", EMAIL, "portrait", "email.body", (), "w2", 4.0),
    Series("e-mail, nothing remembered", EMAIL, "portrait", "email.body", ("fresh",), "w2"),
)


def measure(folder: Path) -> tuple[Section, Section]:
    """The warm cards of each series, and the stages of a card; pictures go to `folder`."""
    missing = _missing()
    commands: dict[str, Sequence[object]] = {
        each.name: (sys.executable, "-m", "tests.bench.cards", each.spec, each.size, each.key, folder, *each.options)
        for each in ALL_SERIES
    }
    for work in () if missing else PEER_WORKS:
        commands[work] = ("node", PEER, "warm", work, len(QUOTES), folder)
    said = {
        name: [json.loads(run.stdout.splitlines()[-1]) for run in runs]
        for name, runs in interleaved(commands, PROCESSES).items()
    }
    ms = {name: [card for each in lines for card in each["ms"]] for name, lines in said.items()}
    stages = {each.name: [card for line in said[each.name] for card in line["stages"]] for each in ALL_SERIES}
    title = f"warm: {len(QUOTES)} cards a process, spec on disk to picture on disk, {PROCESSES} processes, medians"
    remarks = (f"without a peer: {missing}",) if missing else ()
    return (
        Section(title, tuple(_figure(each, ms) for each in ALL_SERIES), remarks),
        Section(
            "stages of a warm card",
            tuple(_stage(name, cards, stage) for name, cards in stages.items() for stage in cards[0]),
        ),
    )


def _missing() -> str:
    """What keeps Takumi from being measured, or nothing."""
    if "PEERS_DIR" not in os.environ:
        return "PEERS_DIR is not set"
    if not PEER.exists():
        return "the peers' programs are not beside this repository"
    if not shutil.which("node"):
        return "node is not installed"
    wanted = (("node", "node_modules", "@takumi-rs", "core"), ("fonts",))
    absent = ["/".join(names) for names in wanted if not Path(os.environ["PEERS_DIR"], *names).exists()]
    return f"PEERS_DIR has no {' and no '.join(absent)}" if absent else ""


def _figure(series: Series, ms: dict[str, list[float]]) -> Figure:
    if series.work not in ms:
        return Figure(series.name, median(ms[series.name]), "ms a card")
    what = f"{series.name} : Takumi {series.work}"
    return ratio(what, ms[series.name], ms[series.work], series.limit, series.aim)


def _stage(name: str, cards: Sequence[dict[str, float]], stage: str) -> Figure:
    return Figure(f"{name}: {stage}", median(card[stage] for card in cards), "ms")
