"""Every mistake in tests/bad_specs: its place and its wording stand in the file's first lines.

    # error: 3:6 unknown key `...`      one such line a problem, in the order they are told
    #   hint: ...                       below it the hint, if there is one

The files of tests/bad_specs/<kind> are found by folder. `make goldens` writes the wording that is found into them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import kinds, theme
from pipeline.errors import PipelineError, Problem
from pipeline.rendering import lay_out, load
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "tests" / "bad_specs"
MARK, HINT = "# error: ", "#   hint: "


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_mistake_is_told_as_the_file_expects(path: Path, request: pytest.FixtureRequest) -> None:
    text = path.read_text(encoding="utf-8")
    expected = "".join(line for line in text.splitlines(keepends=True) if line.startswith((MARK, HINT)))
    found = _complaint(path)
    if request.config.getoption("--accept-goldens"):
        found = _complaint(_with_header(path, found, text.removeprefix(expected)))  # lines may have moved
        _with_header(path, found, text.removeprefix(expected))
    else:
        assert found == expected


def _with_header(path: Path, header: str, rest: str) -> Path:
    path.write_text(header + rest, encoding="utf-8")
    return path


def _complaint(path: Path) -> str:
    """What is said about the spec at `path`, as comments."""
    with pytest.raises(PipelineError) as caught:
        _lay_out(path)
    return "".join(map(_comment, caught.value.problems))


def _lay_out(path: Path) -> None:
    """Everything that happens to a spec before it is painted."""
    visual = load(path)
    for size in visual.spec.sizes:
        lay_out(visual, size)


def _comment(problem: Problem) -> str:
    assert problem.place is not None, f"{problem.message} has no place"
    advice = problem.hint.replace(", ".join(kinds.names()), "...")  # a new kind touches no other kind's files
    advice = advice.replace(", ".join(theme.names()), "...")
    hint = f"{HINT}{advice}\n" if advice else ""
    return f"{MARK}{problem.place.line}:{problem.place.column} {problem.message}\n{hint}"
