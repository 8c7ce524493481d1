"""Cold starts: a whole process of the command, beside one that only imports what every such tool imports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.bench import peers, searches
from tests.bench.figures import Figure, Section, ratio
from tests.bench.processes import BIN, Run, interleaved, run

SPEC = "specs/quote_card.yaml"
DASHBOARD = "specs/applications_dashboard.yaml"
ROUNDS = 15
CHARTS_ROUNDS = 5
ROWS, ROWS_LIMIT_S, ROWS_LIMIT_MB = 5000, 1.0, 250
UNWANTED = ("matplotlib", "numpy", "rich", "dask", "pydantic")
SLOWEST = 6
_IMPORT = re.compile(r"import time: +(\d+) \| +(\d+) \|( +)(\S+)")  # own and cumulative microseconds, depth, name


def measure(folder: Path) -> Section:
    """`visuals render` and `visuals --help`, each as a ratio to plain imports; pictures go to `folder`."""
    python, visuals = BIN / "python", BIN / "visuals"
    render = ("render", SPEC, "--size", "og", "--theme", "paper", "-o", folder / "cold.png")
    runs = interleaved(
        {
            "render": (visuals, *render),
            "flat": (visuals, *render, "--set", "motif=none"),
            "checklist": (visuals, "render", "specs/feedback_checklist.yaml", *render[2:]),
            "e-mail": (visuals, "render", "specs/application_email.yaml", *render[2:]),
            "roadmap": (visuals, "render", "specs/career_roadmap.yaml", *render[2:]),
            "imports": (python, "-c", "import click, yaml, PIL.Image"),
            "help": (visuals, "--help"),
            "click": (python, "-c", "import click"),
        },
        ROUNDS,
    )
    ms = {name: [each.ms for each in done] for name, done in runs.items()}
    imported = _IMPORT.findall(run((python, "-X", "importtime", visuals, *render)).stderr)
    return Section(
        f"cold: whole processes, medians of {ROUNDS}",
        (
            ratio("visuals render : import click, yaml, PIL.Image", ms["render"], ms["imports"], 2.5),
            ratio("the same with motif none", ms["flat"], ms["imports"], None),
            ratio("the same of a checklist", ms["checklist"], ms["imports"], 2.5),
            ratio("the same of an e-mail", ms["e-mail"], ms["imports"], 2.5),
            ratio("the same of a roadmap", ms["roadmap"], ms["imports"], 2.5),
            ratio("visuals --help : import click", ms["help"], ms["click"], 1.3),
        ),
        tuple(_remarks(imported)),
    )


def measure_dashboards(folder: Path) -> Section:
    """A dashboard in `wide` beside matplotlib's three plain charts, and one of `ROWS` rows; pictures go to `folder`."""
    lacking = peers.plain_charts_are_missing()
    render = (BIN / "visuals", "render")
    options = ("--size", "wide", "--theme", "paper", "-o", folder / "cold.png")
    commands: dict[str, Sequence[object]] = {
        "dashboard": (*render, DASHBOARD, *options),
        "rows": (*render, searches.written(folder, ROWS), *options),
    }
    if not lacking:
        commands["charts"] = peers.plain_charts("cold", 1, folder / "charts.png")
    runs = interleaved(commands, CHARTS_ROUNDS)
    ms = {name: [each.ms for each in done] for name, done in runs.items()}
    what = "visuals render, dashboard"
    if lacking:
        beside = Figure(what, median(ms["dashboard"]), "ms")
    else:
        beside = ratio(f"{what} : matplotlib's three plain charts", ms["dashboard"], ms["charts"], 1.0)
    return Section(
        f"cold dashboards, wide: whole processes, medians of {CHARTS_ROUNDS}",
        (
            beside,
            Figure(f"the same of {ROWS:,} rows", median(ms["rows"]) / 1e3, "s", ROWS_LIMIT_S),
            Figure("peak memory", _peak_mb(runs["dashboard"]), "MB", ROWS_LIMIT_MB),
            Figure(f"peak memory, {ROWS:,} rows", _peak_mb(runs["rows"]), "MB", ROWS_LIMIT_MB),
        ),
        (f"without matplotlib's plain charts: {lacking}",) if lacking else (),
    )


def _peak_mb(runs: list[Run]) -> float:
    return median(each.peak_bytes for each in runs) / 1e6


def _remarks(imported: list[tuple[str, str, str, str]]) -> list[str]:
    roots = {name.partition(".")[0] for *_, name in imported}
    unwanted = [name for name in UNWANTED if name in roots]
    slowest = sorted(imported, key=lambda each: -int(each[0]))[:SLOWEST]
    listed = ", ".join(f"{name} {int(own) / 1e3:.1f} ms" for own, _, _, name in slowest)
    warning = [f"WARNING: visuals render imports {', '.join(unwanted)}"] if unwanted else []
    return [*warning, f"{len(imported)} modules are imported; the slowest by themselves: {listed}"]
