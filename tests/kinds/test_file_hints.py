"""Where the name of a file stands in place of what is in it, the hint is a line that works when it is pasted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import kinds
from pipeline.errors import SpecError
from pipeline.rendering import load
from pipeline.schema import file_keys

FILES = {
    "notes.md": "# Before the call\n\n- [ ] Ask for the range\n- [x] Read the offer\n",
    "empty.md": "Nothing to do.\n",
    "offers.csv": "name,A,B\nSalary,1,2\nDays,3,4\n",
    "plan.yaml": "- {path: A, title: One, at: 2027}\n- {path: A, title: Two, at: 2028}\n",
    "plan.mmd": "timeline\n  section A\n    2027 : One\n    2028 : Two\n",
    "list.csv": "company,stage,applied\nOstler,offer,2026-01-02\n",
    "[own] list.md": "- [ ] Ask\n",
}
SPECS = {
    "items": "kind: feedback_checklist\nitems: notes.md\n",
    "groups": "kind: feedback_checklist\ngroups: notes.md\ntitle: Mine\n",
    "brackets": 'kind: feedback_checklist\nitems: "[own] list.md"\n',
    "rows": "kind: comparison\nrows: offers.csv\n",
    "series": "kind: chart\nseries: offers.csv\n",
    "paths": "kind: career_roadmap\npaths: plan.yaml\n",
    "timeline": "kind: career_roadmap\npaths: plan.mmd\n",
    "applications": "kind: applications_dashboard\napplications: list.csv\n",
    "columns": "kind: applications_dashboard\ncolumns: list.csv\n",
}
BUT = "a file is named by `data`, but"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def hint(folder: Path, text: str) -> str:
    (folder / "s.yaml").write_text(text)
    with pytest.raises(SpecError) as caught:
        load(folder / "s.yaml")
    return next(problem.hint for problem in caught.value.problems if "expected a" in problem.message)


def test_each_kind_that_reads_data_has_a_case() -> None:
    reading = {name for name in kinds.names() if file_keys(kinds.load(name).spec)}
    assert reading == {text.split()[1] for text in SPECS.values()}


@pytest.mark.parametrize("case", SPECS)
def test_the_line_of_the_hint_works_in_place_of_the_wrong_one(folder: Path, case: str) -> None:
    line = re.fullmatch("write `(data: .+)`", hint(folder, SPECS[case]))
    assert line
    lines = SPECS[case].splitlines()
    (folder / "s.yaml").write_text("\n".join([lines[0], line[1], *lines[2:]]))
    assert load(folder / "s.yaml").digests


def test_a_file_in_place_of_a_part_takes_the_place_of_the_whole(folder: Path) -> None:
    text = "kind: feedback_checklist\ngroups:\n  - {title: A, items: notes.md}\n"
    assert hint(folder, text) == "write `data: notes.md` in place of `groups`"


def test_another_mistake_in_the_spec_does_not_change_the_hint(folder: Path) -> None:
    assert hint(folder, SPECS["items"] + "summary: pie\n") == "write `data: notes.md`"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("items: note.md", f"{BUT} there is no file note.md: the nearest name is notes.md"),
        ("items: note.md\nsummary: pie", f"{BUT} there is no file note.md: the nearest name is notes.md"),
        ("items: empty.md", f"{BUT} "),
        ("items: ../notes.md", f"{BUT} ../notes.md leads out of the spec's project"),
        ("items: notes.md\ngroups: [{title: A, items: [B]}]", f"{BUT} the items come from one place"),
        ("items: Read the notes.md", 'write ["Read the notes.md"], or '),
        ("items: notes.txt", 'write ["notes.txt"], or '),
        ("items: notes.md\ndata: list.csv", 'write ["notes.md"], or '),
    ],
)
def test_a_line_that_would_not_work_is_not_offered(folder: Path, text: str, expected: str) -> None:
    assert hint(folder, f"kind: feedback_checklist\n{text}\n").startswith(expected)


def test_a_kind_that_reads_no_data_offers_none(folder: Path) -> None:
    assert hint(folder, "kind: application_email\nemail: notes.md\n").startswith("its keys are ")
