"""`visuals report`: how the texts of each picture came out, from the manifest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import QUOTE, Invoke, Spawn, write_spec


@pytest.fixture
def built(project: Path, invoke: Invoke) -> Path:
    """A project with a picture made."""
    assert invoke("build").exit_code == 0
    return project


def test_each_text_is_told_with_size_lines_and_faces(built: Path, invoke: Invoke) -> None:
    result = invoke("report")
    assert result.exit_code == 0
    first, *rows = result.stdout.splitlines()
    assert first.startswith("output/word.og.png  1200 x 630  ")
    assert first.endswith("% of 300 KB")
    told = [row.split() for row in rows]
    assert told[0][:1] + told[0][2:5] == ["text", "px", "2", "lines"]
    assert [row[0] for row in told] == ["text", "marks", "author", "smallest", "contrast"]
    smallest = next(row for row in rows if "smallest" in row)
    assert "px where the picture is 360 px wide: " in smallest
    assert " needed: text “" in next(row for row in rows if "contrast" in row)


def test_a_process_of_its_own_says_the_same(built: Path, invoke: Invoke, spawn: Spawn) -> None:
    result = spawn("report", "specs/word.yaml")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode() == invoke("report").stdout


def test_what_is_not_shown_is_told(project: Path, invoke: Invoke) -> None:
    items = "".join(f"      - {{text: 'Item {n} with more words than one line of a list holds'}}\n" for n in range(60))
    write_spec(project, "word", f"kind: feedback_checklist\ntitle: Long\ngroups:\n  - title: One\n    items:\n{items}")
    assert invoke("build").exit_code == 0
    (line,) = (line for line in invoke("report").stdout.splitlines() if line.startswith("  left out"))
    assert line.startswith("  left out   “Item ")
    assert line.endswith(" more: no room for these items")


def test_a_picture_without_a_report_is_a_problem(built: Path, invoke: Invoke) -> None:
    write_spec(built, "word", QUOTE.replace("counts", "matters"))
    result = invoke("report")
    assert result.exit_code == 1
    assert result.stderr == (
        "output/word.og.png: no report: specs/word.yaml changed\n"
        "  hint: `visuals build` makes the picture, and its report\n"
    )


@pytest.mark.parametrize("fit", [None, [], {"texts": []}, {"smallest": {"role": "text"}}, {"width": "a"}])
def test_a_report_that_is_none_of_ours_is_no_report(built: Path, invoke: Invoke, fit: object) -> None:
    path = built / "output" / "manifest" / "word.json"
    noted = json.loads(path.read_text(encoding="utf-8"))
    noted["pictures"]["word.og.png"]["fit"] = fit
    path.write_text(json.dumps(noted), encoding="utf-8")
    result = invoke("report")
    assert result.exit_code == 1
    assert "output/word.og.png: no report: that in output/manifest/word.json is damaged" in result.stderr


def test_a_program_reads_it_as_json(built: Path, invoke: Invoke) -> None:
    told = json.loads(invoke("report", "--json").stdout)["pictures"]["output/word.og.png"]
    assert told["bytes"] == (built / "output" / "word.og.png").stat().st_size
    assert (told["budget_bytes"], told["width"]) == (300_000, 1200)
    assert told["smallest"]["size"] * 360 / 1200 == pytest.approx(told["smallest_on_phone"], abs=0.05)
    assert set(told["faces"]) == {face for role in told["texts"].values() for face in role["faces"]}
    assert "faint" not in told


@pytest.mark.parametrize(
    "damage",
    [
        lambda texts: [each.update(sizes=[]) for each in texts.values()],
        lambda texts: [each.update(sizes=[float("inf")]) for each in texts.values()],
        lambda texts: [each.update(sizes=["large"]) for each in texts.values()],
        lambda texts: [each.update(lines=[]) for each in texts.values()],
        lambda texts: [each.pop("faces") for each in texts.values()],
        lambda texts: [texts.update({name: 3}) for name in texts],
    ],
)
def test_a_damaged_report_is_told_by_report_and_check_alike(
    project: Path, invoke: Invoke, damage: Callable[[dict[str, Any]], object]
) -> None:
    assert invoke("build").exit_code == 0
    path = Path("output/manifest/word.json")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    damage(manifest["pictures"]["word.og.png"]["fit"]["texts"])
    path.write_text(json.dumps(manifest), encoding="utf-8")
    for command in ("report", "check"):
        result = invoke(command)
        assert (result.exit_code, "damaged" in result.stderr) == (1, True)
        assert "`visuals build --force specs/word.yaml`" in result.stderr
    assert invoke("build", "--force", "specs/word.yaml").exit_code == 0
    assert [invoke(command).exit_code for command in ("report", "check")] == [0, 0]
