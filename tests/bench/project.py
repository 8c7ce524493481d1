"""A project of 1,000 specs: what a build costs that has nothing to do, and one that has one picture to make."""

from __future__ import annotations

from pathlib import Path

from tests.bench.figures import Section, ratio
from tests.bench.processes import BIN, interleaved, run

SPECS = 1000
ROUNDS = 7
ROUNDS_OF_ONE = 5
TEXT = "kind: quote_card\ntext: Number {} counts *twice*.\nauthor: Ada Example\nmotif: none\nsizes: [400x320]\n"


def measure(folder: Path) -> Section:
    """`visuals build` of an unchanged project, and with one changed spec, beside plain imports; works in `folder`."""
    project = folder / "project"
    specs = project / "specs"
    specs.mkdir(parents=True)
    (project / "pyproject.toml").touch()
    for number in range(SPECS):
        (specs / f"card_{number:04}.yaml").write_text(TEXT.format(number), encoding="utf-8")
    python, build = BIN / "python", (BIN / "visuals", "build", specs, "-o", project / "output")
    first = run(build)
    runs = interleaved({"unchanged": build, "imports": (python, "-c", "import click, yaml")}, ROUNDS)
    ms = {name: [each.ms for each in done] for name, done in runs.items()}
    one = [_changed(specs / "card_0500.yaml", number, build) for number in range(ROUNDS_OF_ONE)]
    limit = 3 + SPECS / min(ms["imports"])  # three times the imports, and 1 ms a spec
    return Section(
        f"project: {SPECS:,} specs, medians of {ROUNDS}",
        (
            ratio("visuals build, unchanged : import click, yaml", ms["unchanged"], ms["imports"], limit),
            ratio("the same with one changed spec", one, ms["imports"], None),
        ),
        (f"the first build, of all {SPECS:,}, took {first.ms / 1e3:.1f} s",),
    )


def _changed(spec: Path, number: int, build: tuple[object, ...]) -> float:
    spec.write_text(TEXT.format(f"{number} of another kind"), encoding="utf-8")
    return run(build).ms
