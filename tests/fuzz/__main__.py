"""`make fuzz`: spoilt inputs, killed builds, hostile requests; a line of figures, and 1 if anything was found.

python -m tests.fuzz --seed 7 --inputs 2000 --kills 50 --requests 100
python -m tests.fuzz --again tests/fuzz/found/7-1234      one that was kept, once more
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.fuzz import families, hostile, inputs, kills, project, reducing, trials
from tests.fuzz.findings import KINDS, Finding
from tests.fuzz.trials import Setting, Trial
from tests.served import Service

IN_MEMORY = "/dev/shm"  # where files are made in a quarter of the time
TOLD = 1000  # inputs between two signs of life
FOUND = Path(__file__).parent / "found"


class Tally:
    """Counts what is found, and keeps the first input that shows a fault, made small."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._faults: set[tuple[str, str]] = set()
        self.counts: Counter[str] = Counter()
        self.peak_mb = 0.0

    def note(self, number: int, finding: Finding) -> None:
        """Count what an input of that number has shown."""
        self.counts[finding.kind] += 1
        if self._is_new(finding):
            setting, folder = self._setting, FOUND / f"{self._setting.seed}-{number}"
            tried = families.made(setting.seed, number, project.read(setting.right))
            inputs.keep(reducing.reduced(setting, tried, finding), folder, found=finding)
            _say(f"{number}: {_shown(finding)}\n  again: python -m tests.fuzz --again {folder}")

    def note_kill(self, number: int, finding: Finding) -> None:
        """Count what the kill of that number has left."""
        self.counts[finding.kind] += 1
        if self._is_new(finding):
            _say(f"kill {number}: {_shown(finding)}")

    def _is_new(self, finding: Finding) -> bool:
        before = len(self._faults)
        self._faults.add((finding.kind, finding.about))
        return len(self._faults) > before


def main(arguments: Sequence[str] | None = None) -> int:
    """Try what the arguments ask for; the exit code."""
    asked = _parser().parse_args(arguments)
    with TemporaryDirectory(prefix="fuzz-", dir=IN_MEMORY if os.path.isdir(IN_MEMORY) else None) as name:
        setting = Setting(asked.seed, Path(name), Path(name, "right"))
        project.material(setting.right)
        return _again(setting, asked.again) if asked.again else _campaign(setting, asked)


def _campaign(setting: Setting, asked: argparse.Namespace) -> int:
    tally = Tally(setting)
    start = perf_counter()
    numbers = map(str, range(asked.first, asked.first + asked.inputs))
    for number, verdict in trials.run(setting, numbers, asked.processes):
        tally.peak_mb = max(tally.peak_mb, verdict.peak_mb)
        for finding in verdict.findings:
            tally.note(int(number), finding)
        if int(number) % TOLD == 0:
            _say(f"{number} ...")
    rate = asked.inputs / (perf_counter() - start)
    for killed, findings in kills.run(setting.work, asked.seed, asked.kills, asked.processes):
        for finding in findings:
            tally.note_kill(killed, finding)
    wrong = _asked_wrongly(setting, asked)
    found = ", ".join(f"{tally.counts[kind]} x {kind}" for kind in KINDS)
    _say(
        f"{asked.inputs} inputs, {rate:.0f}/s; {found}; peak {tally.peak_mb:.0f} MB; "
        f"{asked.kills} kills; {wrong} of {asked.requests} requests answered wrongly; seed {asked.seed}"
    )
    return int(tally.counts.total() + wrong > 0)


def _asked_wrongly(setting: Setting, asked: argparse.Namespace) -> int:
    """How many hostile requests `visuals serve` answers as it should not; each is told."""
    if not asked.requests or find_spec("uvicorn") is None:
        return 0
    home = setting.work / "served"
    hostile.write_project(home)
    with Service(home) as service:
        wrong = list(hostile.faults(service, asked.seed, asked.requests, hostile.SLOW_SECONDS))
    for each in wrong:
        _say(each)
    return len(wrong)


def _again(setting: Setting, folder: Path) -> int:
    with Trial(setting, "again") as trial:
        verdict = trial.of(str(folder.resolve()))
    for finding in verdict.findings:
        _say(f"{_shown(finding)}\n{finding.said}")
    _say(f"exit code {verdict.code}, {verdict.peak_mb:.0f} MB, {verdict.seconds:.2f} s")
    return int(bool(verdict.findings))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Try spoilt inputs, and kill builds.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", type=int, default=20_000, metavar="N")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first input")
    parser.add_argument("--kills", type=int, default=500, metavar="N")
    parser.add_argument("--requests", type=int, default=1_000, metavar="N")
    parser.add_argument("--processes", type=int, default=2, metavar="N")
    parser.add_argument("--again", type=Path, metavar="FOLDER", help="try the input that is kept there")
    return parser


def _shown(finding: Finding) -> str:
    last = finding.said.strip().splitlines()[-1:] or [""]
    return f"{finding.kind}: {finding.about}: {last[0][:200]!a}"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
