"""Make a failing input small: fewer lines, then fewer bytes of each file, as long as it fails in the same way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from tests.fuzz import inputs
from tests.fuzz.findings import HANG, Finding
from tests.fuzz.inputs import Input
from tests.fuzz.trials import Setting, Trial

MOST_TRIALS = 250
MOST_TRIALS_OF_HANGS = 12  # each of which takes its time
MOST_BYTES = 300  # of a file that is cut byte by byte


class _Enough(Exception):
    """As many inputs were tried as may be."""


def reduced(setting: Setting, tried: Input, finding: Finding) -> Input:
    """The smallest input found that shows the finding."""
    folder = setting.work / "candidate"
    left = MOST_TRIALS_OF_HANGS if finding.kind == HANG else MOST_TRIALS
    smaller = tried
    with Trial(setting, "reducing") as trial:

        def fails(name: str, data: bytes) -> bool:
            nonlocal left, smaller
            left -= 1
            if left < 0:
                raise _Enough
            candidate = smaller._replace(files={**smaller.files, name: data})
            inputs.keep(candidate, folder)
            same = any(each[:2] == finding[:2] for each in trial.of(str(folder)).findings)
            smaller = candidate if same else smaller
            return same

        with suppress(_Enough):
            for name in sorted(tried.files):
                _cut(name, tried.files[name].splitlines(keepends=True), fails)
                if len(data := smaller.files[name]) <= MOST_BYTES:
                    _cut(name, [bytes([each]) for each in data], fails)
    return smaller


def _cut(name: str, parts: Sequence[bytes], fails: Callable[[str, bytes], bool]) -> None:
    """Leave out all parts of a file that it fails without: first as many as there are, at last one by one."""
    step = len(parts)
    while step:
        at = 0
        while at < len(parts):
            rest = [*parts[:at], *parts[at + step :]]
            if fails(name, b"".join(rest)):
                parts = rest
            else:
                at += step
        step //= 2
