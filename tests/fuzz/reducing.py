"""Make a failing input small: fewer files, fewer lines, fewer bytes, as long as it fails in the same way."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fuzz import inputs
from tests.fuzz.findings import HANG, Finding
from tests.fuzz.inputs import Input
from tests.fuzz.trials import Setting, Trial

MOST_TRIALS = 200
MOST_TRIALS_OF_HANGS = 12  # each of which takes its time


def reduced(setting: Setting, tried: Input, finding: Finding) -> Input:
    """The smallest input found that shows the finding."""
    folder = setting.work / "candidate"
    left = MOST_TRIALS_OF_HANGS if finding.kind == HANG else MOST_TRIALS
    with Trial(setting, "reducing") as trial:

        def fails(candidate: Input) -> bool:
            nonlocal left
            left -= 1
            inputs.keep(candidate, folder)
            same = (finding.kind, finding.about)
            return any((each.kind, each.about) == same for each in trial.of(str(folder)).findings)

        smaller = tried
        for size in (0.5, 0.25, 0.125, 0.05, 0.0):
            for candidate in _smaller(smaller, size):
                if left <= 0:
                    return smaller
                if _weight(candidate) < _weight(smaller) and fails(candidate):
                    smaller = candidate
    return smaller


def _smaller(tried: Input, share: float) -> Iterator[Input]:
    """The input without each part of that share in turn; of lines, then of bytes in a short file, one by one at 0."""
    for name, data in sorted(tried.files.items()):
        is_short = len(data) < 200
        parts = [bytes([each]) for each in data] if is_short else data.splitlines(keepends=True)
        step = max(1, int(len(parts) * share))
        for at in range(0, len(parts), step):
            yield tried._replace(files={**tried.files, name: b"".join(parts[:at] + parts[at + step :])})


def _weight(tried: Input) -> int:
    return sum(map(len, tried.files.values()))
