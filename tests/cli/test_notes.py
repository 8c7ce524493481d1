"""Notes: told beside their picture, kept in the manifest, warnings of a check, and silent once a spec accepts them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Invoke

SPEC = "kind: chart\nchart: line\ndata: open.csv\nsizes: [og, square]\n"
NEWEST_FIRST = "Day,Open,Note\n2026-05-29,8,\n2026-05-04,3,late\n2026-05-01,1,\n"
ORDER = "specs/open.csv:2:1: the labels are put in chronological order: the newest came first"
COLUMN = "specs/open.csv:1:3: 1 column is not read: Note"


@pytest.fixture
def specs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "specs"
    folder.mkdir()
    (folder / "open.csv").write_text(NEWEST_FIRST)
    (folder / "open.yaml").write_text(SPEC)
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_note_on_the_material_is_told_once_for_all_pictures_of_a_spec(specs: Path, invoke: Invoke) -> None:
    told = invoke("build").stdout.splitlines()
    assert told[0].startswith("output/open.og.png")
    assert told[1].startswith(f"  note: {COLUMN}")
    assert told[2] == f"  note: {ORDER}"
    assert told[3].startswith("output/open.square.png")
    assert told[4].startswith("2 pictures made")


def test_other_programs_get_each_picture_with_its_notes(specs: Path, invoke: Invoke) -> None:
    made = json.loads(invoke("build", "--json").stdout)["made"]
    assert [[note["about"] for note in each["notes"]] for each in made] == [["columns", "order"]] * 2
    assert made[0]["notes"][1] == {
        "about": "order",
        "message": "the labels are put in chronological order: the newest came first",
        "path": "specs/open.csv",
        "line": 2,
        "column": 1,
    }


def test_a_check_warns_of_what_a_fresh_picture_was_made_with(specs: Path, invoke: Invoke) -> None:
    invoke("build")
    checked = invoke("check")
    assert checked.exit_code == 0
    assert ORDER.replace("2:1: ", "2:1: warning: ") in checked.stderr
    assert "`accept: [order]` in specs/open.yaml says that you know" in checked.stderr
    assert checked.stdout == "2 of 2 pictures fine, 2 warnings\n"
    assert invoke("check", "--strict").exit_code == 1


def test_github_shows_a_note_at_its_line(specs: Path, invoke: Invoke) -> None:
    invoke("build")
    told = invoke("check", "--format", "github").stdout
    assert "::warning file=specs/open.csv,line=2,col=1::the labels are put in chronological order" in told


def test_a_report_has_the_notes(specs: Path, invoke: Invoke) -> None:
    invoke("build")
    assert ORDER in invoke("report").stdout


def test_what_a_spec_accepts_is_not_told(specs: Path, invoke: Invoke) -> None:
    (specs / "open.yaml").write_text(SPEC + "accept: [columns, order]\n")
    assert "note" not in invoke("build").stdout
    assert invoke("check", "--strict").exit_code == 0


def test_a_note_goes_when_the_spec_accepts_it_later(specs: Path, invoke: Invoke) -> None:
    invoke("build")
    (specs / "open.yaml").write_text(SPEC + "accept: [columns, order]\n")
    invoke("build")
    assert invoke("check", "--strict").exit_code == 0


def test_what_has_no_room_is_told_of_its_picture(specs: Path, invoke: Invoke) -> None:
    rows = "".join(f"Shop {n} of the whole long street,{n}.5\n" for n in range(40))
    (specs / "open.csv").write_text(f"Shop,Average\n{rows}")
    (specs / "open.yaml").write_text("kind: chart\ndata: open.csv\n")
    assert "  note: left out: “Shop " in invoke("build").stdout
    assert "warning: output/open.og.png: left out: “Shop " in invoke("check").stderr


def test_a_manifest_with_notes_that_are_none_is_as_if_there_were_no_manifest(specs: Path, invoke: Invoke) -> None:
    invoke("build")
    path = specs.parent / "output" / "manifest" / "open.json"
    for wrong in ('"about": "nothing"', '"message": [], "about": {}'):
        path.write_text(path.read_text().replace('"about": "order"', wrong))
        assert invoke("build").exit_code == 0
        assert '"about": "order"' in path.read_text()
