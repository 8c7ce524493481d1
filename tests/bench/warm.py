"""Warm cards: many in one process, beside Takumi's when its programs are here, and where our time goes."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench import peers
from tests.bench.figures import Figure, Section, ratio
from tests.bench.processes import interleaved
from tests.bench.quotes import QUOTES

PROCESSES = 4
PLAIN_CHARTS = 8  # pictures a process: each takes a quarter of a second


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


QUOTE, CHECKLIST, EMAIL, DASHBOARD = (
    f"specs/{name}.yaml" for name in ("quote_card", "feedback_checklist", "application_email", "applications_dashboard")
)
ROADMAP = "specs/career_roadmap.yaml"
LABEL = ("kicker=[]", "author=Ada Example")
ALL_SERIES = (
    Series("quote card, motif none", QUOTE, "og", "text", ("motif=none", *LABEL), "w1", 0.9, 0.6),
    Series("quote card", QUOTE, "og", "text", LABEL, "w1g", 2.0, 1.0),
    Series("quote card, nothing remembered", QUOTE, "og", "text", ("fresh", *LABEL), "w1g"),
    Series("checklist", CHECKLIST, "portrait", "groups[0].items[0].text", (), "w2", 1.5, 1.0),
    Series("roadmap", ROADMAP, "wide", "paths[0].milestones[1].title", (), "w4", 2.0, 1.0),
    Series("roadmap, nothing remembered", ROADMAP, "wide", "paths[0].milestones[1].title", ("fresh",), "w4"),
    Series("e-mail", EMAIL, "portrait", "email.body", (), "w2", 4.0),
    Series("e-mail, nothing remembered", EMAIL, "portrait", "email.body", ("fresh",), "w2"),
    Series("dashboard of 24 applications", DASHBOARD, "wide", "title", (), "w3", 3.0, 1.5),
)


def measure(folder: Path) -> tuple[Section, Section]:
    """The warm cards of each series, and the stages of a card; pictures go to `folder`."""
    takumi_lacks, charts_lack = peers.takumi_is_missing(), peers.plain_charts_are_missing()
    commands: dict[str, Sequence[object]] = {
        each.name: (sys.executable, "-m", "tests.bench.cards", each.spec, each.size, each.key, folder, *each.options)
        for each in ALL_SERIES
    }
    for work in () if takumi_lacks else peers.TAKUMI_WORKS:
        commands[work] = peers.takumi(work, len(QUOTES), folder)
    if not charts_lack:
        commands[peers.CHARTS] = peers.plain_charts("warm", PLAIN_CHARTS, folder)
    said = {
        name: [json.loads(run.stdout.splitlines()[-1]) for run in runs]
        for name, runs in interleaved(commands, PROCESSES).items()
    }
    ms = {name: [card for each in lines for card in each["ms"]] for name, lines in said.items()}
    stages = {each.name: [card for line in said[each.name] for card in line["stages"]] for each in ALL_SERIES}
    title = f"warm: {len(QUOTES)} cards a process, spec on disk to picture on disk, {PROCESSES} processes, medians"
    lacking = {"Takumi": takumi_lacks, "matplotlib's plain charts": charts_lack}
    return (
        Section(
            title,
            (*(_figure(each, ms) for each in ALL_SERIES), *_beside_plain_charts(ms)),
            tuple(f"without {peer}: {why}" for peer, why in lacking.items() if why),
        ),
        Section(
            "stages of a warm card",
            tuple(_stage(name, cards, stage) for name, cards in stages.items() for stage in cards[0]),
        ),
    )


def _beside_plain_charts(ms: dict[str, list[float]]) -> tuple[Figure, ...]:
    """The dashboard as a ratio to the three charts that matplotlib alone draws."""
    if peers.CHARTS not in ms:
        return ()
    name = ALL_SERIES[-1].name
    return (ratio(f"{name} : matplotlib's three plain charts", ms[name], ms[peers.CHARTS], None),)


def _figure(series: Series, ms: dict[str, list[float]]) -> Figure:
    if series.work not in ms:
        return Figure(series.name, median(ms[series.name]), "ms a card")
    what = f"{series.name} : Takumi {series.work}"
    return ratio(what, ms[series.name], ms[series.work], series.limit, series.aim)


def _stage(name: str, cards: Sequence[dict[str, float]], stage: str) -> Figure:
    return Figure(f"{name}: {stage}", median(card[stage] for card in cards), "ms")
