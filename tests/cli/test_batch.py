"""`visuals batch`: rows in, pictures and a report out; what is wrong is named; what is there is not made again."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Invoke, write_spec

SMALL = "kind: quote_card\ntext: Every *word* counts.\nmotif: none\nsizes: [320x320]\n"
ROWS = "name,text,author\nAda Lind,First *words*,Ada\nÖzil & Søn,Second words,\nThird,,Bo\n"


@pytest.fixture
def cards(project: Path) -> Path:
    """A project with a small card and three rows."""
    write_spec(project, "card", SMALL)
    (project / "people.csv").write_text(ROWS, encoding="utf-8")
    return project


def report_of(path: str = "card/card.jsonl") -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def pictures(folder: str = "card") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).glob("*.png"))}


def test_each_row_is_a_picture_with_its_line_in_the_report(cards: Path, invoke: Invoke) -> None:
    made = invoke("batch", "specs/card.yaml", "people.csv")
    assert (made.exit_code, made.output) == (0, "3 rows: 3 pictures made; see card/card.jsonl\n")
    assert list(pictures()) == ["ada-lind.320x320.png", "ozil-søn.320x320.png", "third.320x320.png"]
    first, second, third = report_of()
    assert (first["row"], first["line"], first["path"]) == (1, 2, "card/ada-lind.320x320.png")
    assert first["alt"] == "Quote card: “First words”, by Ada."
    assert second["alt"] == "Quote card: “Second words”."
    assert third["alt"] == "Quote card: “Every word counts”, by Bo."


def test_a_picture_is_that_of_the_spec_with_the_row_in_it(cards: Path, invoke: Invoke) -> None:
    invoke("batch", "specs/card.yaml", "people.csv")
    invoke("render", "specs/card.yaml", "--set", "text=First *words*", "--set", "author=Ada", "-o", "one.png")
    assert pictures()["ada-lind.320x320.png"] == Path("one.png").read_bytes()


def test_unchanged_rows_are_not_made_again(cards: Path, invoke: Invoke) -> None:
    invoke("batch", "specs/card.yaml", "people.csv")
    before = {path: os.stat(path).st_mtime_ns for path in Path("card").glob("*.png")}
    lines = Path("card/card.jsonl").read_text(encoding="utf-8")
    assert invoke("batch", "specs/card.yaml", "people.csv").output.startswith("3 rows: 0 pictures made, 3 unchanged")
    assert {path: os.stat(path).st_mtime_ns for path in Path("card").glob("*.png")} == before
    assert Path("card/card.jsonl").read_text(encoding="utf-8") == lines


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (lambda: Path("people.csv").write_text(ROWS.replace("Ada", "New,Above,\nAda", 1), encoding="utf-8"), 1),
        (lambda: Path("people.csv").write_text(ROWS.replace("First", "Other"), encoding="utf-8"), 1),
        (lambda: Path("people.csv").write_text(ROWS.replace("name,", "Name,"), encoding="utf-8"), 0),
        (lambda: write_spec(Path(), "card", SMALL + "author: Someone\n"), 3),
        (lambda: os.unlink("card/third.320x320.png"), 1),
        (lambda: Path("card/third.320x320.png").write_bytes(b"half"), 1),
        (lambda: Path("card/.visuals/card.batch").write_bytes(b"no ledger" * 1000), 3),
    ],
)
def test_what_changed_is_made_again(cards: Path, invoke: Invoke, change: object, made: int) -> None:
    invoke("batch", "specs/card.yaml", "people.csv")
    assert callable(change)
    change()
    said = json.loads(invoke("batch", "specs/card.yaml", "people.csv", "--json").output)
    assert (said["made"], said["failed"]) == (made, 0)


def test_a_file_that_a_row_names_counts(cards: Path, invoke: Invoke) -> None:
    rows = "name,data\nOne,one.csv\nTwo,two.csv\n"
    write_spec(cards, "bars", "kind: chart\nchart: bar\ntitle: Sales\nsizes: [600x400]\n")
    (cards / "rows.csv").write_text(rows)
    for name in ("one", "two"):
        (cards / "specs" / f"{name}.csv").write_text("what,count\nA,3\nB,4\n")
    assert json.loads(invoke("batch", "specs/bars.yaml", "rows.csv", "--json").output)["made"] == 2
    (cards / "specs" / "two.csv").write_text("what,count\nA,3\nB,5\n")
    assert json.loads(invoke("batch", "specs/bars.yaml", "rows.csv", "--json").output)["made"] == 1


def test_a_row_that_fails_stops_no_other(cards: Path, invoke: Invoke) -> None:
    rows = ROWS + f"Long,{'word ' * 390},x\nWide,A,B,too much\n"
    (cards / "people.csv").write_text(rows, encoding="utf-8")
    made = invoke("batch", "specs/card.yaml", "people.csv")
    assert made.exit_code == 1
    too_long, too_wide = made.stderr.split("\n\n")
    assert too_long.startswith("people.csv:5:2: text: ")
    assert too_wide.startswith("people.csv:6:4: expected 3 cells, found `too much` in cell 4")
    assert "5 rows: 3 pictures made, 2 rows failed" in made.output
    failed = [line for line in report_of() if "problems" in line]
    assert [(line["row"], line["line"]) for line in failed] == [(4, 5), (5, 6)]


def test_a_dry_run_names_every_mistake_and_makes_nothing(cards: Path, invoke: Invoke) -> None:
    rows = ROWS + "".join(f"Long {number},{'word ' * 390},x\n" for number in range(30))
    (cards / "people.csv").write_text(rows + "Odd,A,B,C\n", encoding="utf-8")
    said = invoke("batch", "specs/card.yaml", "people.csv", "--dry-run")
    assert said.exit_code == 1
    assert said.stderr.count("characters do not fit") == 30
    assert "expected 3 cells" in said.stderr
    assert said.stdout.endswith("34 rows: 3 pictures would be made, 31 rows failed\n")
    assert not Path("card").exists()


@pytest.mark.parametrize(
    ("rows", "options", "fact"),
    [
        ("name,text\nAda,A\nÁda,B\n", (), "people.csv:3:1: would write card/ada.320x320.png, as line 2 does"),
        ("name,text\n???,A\n", (), "{slug} in the file's name: `name` has no letter or digit"),
        ("name,text\nCon,A\n", ("-o", "{slug}.png"), "con.png: Windows keeps this name for a device"),
        ("name,text\nA,A\n", ("-o", "{slug}.png", "--size", "og", "--size", "pin"), "put {size} into the name"),
        ("name,text\nA,A\n", ("-o", "{slug}"), "expected a name that ends in .{format} or in one of .avif"),
        ("name,text\npeople,A\n", ("-o", "{slug}.csv"), "expected a name that ends in .{format}"),
        ("name,text\nA,A\n", ("-o", "{slug}.png", "--format", "webp"), "the pictures would be png, not webp"),
        ("name,text\nA,A\n", ("-o", "out.png"), "all rows would go into one file"),
        ("name,text\nA,A\n", ("-o", "{nme}.png"), "there is no `nme` for {nme}"),
        ("name,text\nA,A\n", ("-o", "{name"), "write {slug}.{size}.{format}"),
        ("name,text\nA,A\n", ("--map", "nam=author"), "people.csv has no heading `nam`"),
        ("name,text\nA,A\n", ("--map", "name=athor"), "unknown key `athor`"),
        ("name,text\nA,A\n", ("--map", "name=text"), "`text` fills `text`, as `name` does"),
        ("name,text,text\nA,A,B\n", (), "people.csv:1:3: `text` stands twice among the headings"),
        ("name,words\nA,A\n", (), "no heading is a key of the spec"),
        ("name,text\n", (), "people.csv: there are no rows"),
        ("name,text\nA,A\n", ("--size", "ogg"), "unknown size"),
        ("name,text\nA,A\n", ("--map", "name=author", "--map", "name=role"), "a heading fills one key"),
        (
            "name,text\nsheet,A\n",
            ("-o", "{spec}.{slug}.png", "--sheet"),
            "card.sheet.png: a row's picture and the sheet",
        ),
    ],
)
def test_what_no_row_could_mend_is_found_before_the_first_picture(
    cards: Path, invoke: Invoke, rows: str, options: tuple[str, ...], fact: str
) -> None:
    (cards / "people.csv").write_text(rows, encoding="utf-8")
    refused = invoke("batch", "specs/card.yaml", "people.csv", *options)
    assert refused.exit_code == 2
    assert fact in refused.stderr
    assert pictures() == {}


def test_of_many_wrong_names_the_first_are_told(cards: Path, invoke: Invoke) -> None:
    (cards / "people.csv").write_text("name,text\n" + "A,B\n" * 5_001)
    refused = invoke("batch", "specs/card.yaml", "people.csv")
    assert refused.stderr.count("would write card/a.320x320.png") == 100
    assert "4,900 more names are wrong" in refused.stderr


def test_a_disk_that_is_full_is_told_and_the_next_run_goes_on(
    cards: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.batch import ledger

    monkeypatch.setattr(ledger, "_TABLES", ledger._TABLES + "PRAGMA max_page_count = 8;")
    (cards / "many.csv").write_text("name,text\n" + "".join(f"N{each},Text {each}\n" for each in range(300)))
    refused = invoke("batch", "specs/card.yaml", "many.csv", "--jobs", "1")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("card/.visuals/card.batch: cannot write: database or disk is full")


def test_rows_of_one_line_are_told_apart(cards: Path, invoke: Invoke) -> None:
    (cards / "rows.json").write_text('[{"name":"a","text":"A"},{"name":"a","text":"B"}]')
    refused = invoke("batch", "specs/card.yaml", "rows.json")
    assert "rows.json:1:26: would write card/a.320x320.png, as row 1 does" in refused.stderr


def test_columns_that_are_not_read_are_named(cards: Path, invoke: Invoke) -> None:
    (cards / "people.csv").write_text("name,text,shoe size\nA,B,42\n")
    assert (
        "note: people.csv:1:3: 1 column is not read: shoe size"
        in invoke("batch", "specs/card.yaml", "people.csv").output
    )
    (cards / "bare.csv").write_text("name,text,,note,note\na,B,lost,x,y\n")
    bare = invoke("batch", "specs/card.yaml", "bare.csv").output
    assert "3 columns are not read: note, note, column 3 (no heading); to fill" in bare
    mapped = invoke("batch", "specs/card.yaml", "people.csv", "--map", "shoe size=author", "-o", "{row}-{name}.png")
    assert "not read" not in mapped.output
    assert Path("1-a.png").exists()


def test_a_dry_run_has_the_notes_of_rows(cards: Path, invoke: Invoke) -> None:
    write_spec(cards, "bars", "kind: chart\nchart: bar\ntitle: Sales\nsizes: [600x400]\n")
    (cards / "specs" / "one.csv").write_text("what,count,extra\nA,3,x\nB,4,y\n")
    (cards / "rows.csv").write_text("name,data\nOne,one.csv\n")
    said = invoke("batch", "specs/bars.yaml", "rows.csv", "--dry-run").output
    assert "note: specs/one.csv:1:3: 1 column is not read: extra" in said
    assert "note: there are notes on 1 row" in said


def test_names_of_every_script_make_files(cards: Path, invoke: Invoke) -> None:
    names = ("हिन्दी", "हिन्दु", "김치", "محمد", "Straße", "ﬁne")
    (cards / "people.csv").write_text("name,text\n" + "".join(f"{name},A\n" for name in names), encoding="utf-8")
    made = invoke("batch", "specs/card.yaml", "people.csv")
    assert made.exit_code == 0, made.stderr
    assert {name.partition(".")[0] for name in pictures()} == {"हिनदी", "हिनदु", "김치", "محمد", "strasse", "fine"}


def test_what_the_settings_say_holds_for_a_batch_too(cards: Path, invoke: Invoke) -> None:
    (cards / "visuals.toml").write_text('formats = ["webp"]\n')
    assert json.loads(invoke("batch", "specs/card.yaml", "people.csv", "--json").output)["made"] == 3
    assert len(list(Path("card").glob("*.320x320.webp"))) == 3


def test_keys_within_lists_and_themes_come_from_rows(cards: Path, invoke: Invoke) -> None:
    rows = [{"text": "A", "theme": "ink", "kicker": ["One", "Two"]}, {"text": "B", "kicker[0]": "Other"}]
    (cards / "rows.json").write_text(json.dumps(rows))
    write_spec(cards, "card", SMALL + "kicker: [First, Second]\n")
    made = invoke("batch", "specs/card.yaml", "rows.json", "-o", "{slug}.{theme}.png")
    assert made.exit_code == 0, made.stderr
    assert sorted(path.name for path in Path().glob("*.png")) == ["a.ink.png", "b.paper.png"]


def test_pictures_of_rows_that_are_gone_are_named(cards: Path, invoke: Invoke) -> None:
    invoke("batch", "specs/card.yaml", "people.csv")
    (cards / "people.csv").write_text(ROWS[: ROWS.index("Third")], encoding="utf-8")
    said = invoke("batch", "specs/card.yaml", "people.csv").output
    assert "note: no row calls for card/third.320x320.png any more" in said


def test_rows_come_from_standard_input_and_a_sheet_shows_them(cards: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "batch", "specs/card.yaml", "-", "--sheet"]
    made = subprocess.run(
        command, input=ROWS.encode(), env=_environment(), capture_output=True, check=False, timeout=60
    )
    assert made.returncode == 0, made.stderr
    assert len(pictures()) == 4
    assert Path("card/card.sheet.png").read_bytes()[:4] == b"\x89PNG"


def test_what_is_not_ours_is_not_overwritten(cards: Path, invoke: Invoke) -> None:
    """Neither the rows, nor a photo that lies there, nor what a link leads to, nor a file called as the report."""
    rows = '{"name": "ada", "text": "A"}\n'
    (cards / "card.jsonl").write_text(rows)
    (cards / "rows.jsonl").write_text(rows)
    for rows_path, fact in (
        ("card.jsonl", "the place of the rows"),
        ("rows.jsonl", "the place of a file that is none"),
    ):
        refused = invoke("batch", "specs/card.yaml", rows_path, "-o", "{slug}.png")
        assert f"card.jsonl: the report would take {fact}" in refused.stderr
    assert (cards / "card.jsonl").read_text() == rows
    (cards / "card").mkdir()
    (cards / "card" / "ada.png").write_bytes(b"a photo")
    for lies_there in (b"a photo", None):
        refused = invoke("batch", "specs/card.yaml", "rows.jsonl", "-o", "card/{slug}.png")
        assert refused.exit_code == 2
        assert "rows.jsonl:1:1: card/ada.png: " in refused.stderr
        if lies_there:
            assert (cards / "card" / "ada.png").read_bytes() == lies_there
            os.replace(cards / "card" / "ada.png", cards / "photo.png")
            os.symlink("../photo.png", cards / "card" / "ada.png")
    assert (cards / "photo.png").read_bytes() == b"a photo"


def test_two_specs_do_not_write_one_picture(cards: Path, invoke: Invoke) -> None:
    write_spec(cards, "other", SMALL)
    for spec, code in (("card", 0), ("other", 2), ("card", 0)):
        made = invoke("batch", f"specs/{spec}.yaml", "people.csv", "-o", "both/{slug}.png")
        assert made.exit_code == code, made.stderr
        assert ("another spec's batch has a picture" in made.stderr) is (code == 2)


def test_a_ledger_that_is_gone_lets_our_own_pictures_be_made_again(cards: Path, invoke: Invoke) -> None:
    invoke("batch", "specs/card.yaml", "people.csv", "--format", "svg", "--format", "jpg")
    shutil.rmtree("card/.visuals")
    assert json.loads(invoke("batch", "specs/card.yaml", "people.csv", "--json", "--format", "svg").output)["made"] == 3


def test_the_report_has_no_picture_of_a_row_that_fails_now(cards: Path, invoke: Invoke) -> None:
    invoke("batch", "specs/card.yaml", "people.csv")
    (cards / "people.csv").write_text(ROWS.replace("First *words*", "word " * 390), encoding="utf-8")
    invoke("batch", "specs/card.yaml", "people.csv")
    assert [(entry["row"], "problems" in entry) for entry in report_of()] == [(1, True), (2, False), (3, False)]


def test_the_ledger_says_the_same_in_every_folder(cards: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    invoke("batch", "specs/card.yaml", "people.csv")
    monkeypatch.chdir(cards / "specs")
    said = json.loads(invoke("batch", "card.yaml", "../people.csv", "-o", "../card", "--json").output)
    assert (said["unchanged"], said["left_over"]) == (3, [])
    assert report_of("../card/card.jsonl")[0]["path"] == "../card/ada-lind.320x320.png"


def test_pages_that_a_picture_has_no_more_are_named(cards: Path, invoke: Invoke) -> None:
    write_spec(cards, "list", "kind: feedback_checklist\ntitle: A list\noverflow: paginate\nsizes: [og]\n")
    items = [{"text": f"Item {item}"} for item in range(9)]
    groups = [{"title": f"Part {part}", "items": items} for part in range(9)]
    for count in (9, 1):
        (cards / "rows.json").write_text(json.dumps([{"name": "a", "groups": groups[:count]}]))
        said = json.loads(invoke("batch", "specs/list.yaml", "rows.json", "--json").output)
        assert said["made"] == 1, said
    assert {path.name for path in Path("list").glob("*.png")} == {"a.og.png"} | {
        os.path.basename(path) for path in said["left_over"]
    }
    for path in said["left_over"]:
        os.unlink(path)
    assert json.loads(invoke("batch", "specs/list.yaml", "rows.json", "--json").output)["left_over"] == []


def test_parts_that_a_killed_batch_left_are_removed(cards: Path, invoke: Invoke) -> None:
    (cards / "card").mkdir()
    (cards / "card" / ".0123456789ab.part").write_bytes(b"half")
    invoke("batch", "specs/card.yaml", "people.csv")
    assert list(Path("card").glob("*.part")) == []


def test_rows_that_change_meanwhile_are_told(cards: Path) -> None:
    from pipeline.batch import Batch, Plan
    from pipeline.batch.ledger import Ledger
    from pipeline.batch.rows import Rows

    made = Batch(Plan("specs/card.yaml", Rows("people.csv")), 1)
    with Ledger(made.state_path) as ledger:
        made.survey(ledger)
        for _ in made.make(ledger):
            (cards / "people.csv").write_text(ROWS + "New,Words,\n", encoding="utf-8")
    assert "people.csv was changed while it was read" in str(made.notes[-1])


def test_a_second_batch_at_the_same_place_is_refused(cards: Path, invoke: Invoke) -> None:
    from pipeline.batch.ledger import Ledger

    with Ledger("card/.visuals/card.batch"):
        refused = invoke("batch", "specs/card.yaml", "people.csv")
    assert refused.exit_code == 1
    assert "another batch is making these pictures" in refused.stderr


def test_killed_at_any_time_it_goes_on_where_it_was(cards: Path) -> None:
    """Nothing half, nothing lost, and nothing made twice but what was in the hands of the processes."""
    count, jobs, kills = 200, 2, 6
    (cards / "many.csv").write_text("name,text\n" + "".join(f"N{each},Text {each}\n" for each in range(count)))
    command = [sys.executable, "-m", "pipeline", "batch", "specs/card.yaml", "many.csv", "--jobs", str(jobs), "--json"]
    chance = random.Random(5)
    made_twice = 0
    seen: dict[str, int] = {}
    for _ in range(kills):
        process = subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, start_new_session=True)
        wanted = len(seen) + chance.randint(1, 20)
        while len(times()) < wanted:
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        now = times()
        made_twice += sum(seen.get(name, time) != time for name, time in now.items())
        seen = now
    output = subprocess.run(command, env=_environment(), stdout=subprocess.PIPE, check=True, timeout=60).stdout
    told = json.loads(output)
    assert made_twice <= kills * jobs
    assert (len(pictures()), told["failed"]) == (count, 0)
    assert len(report_of()) == count
    assert all(data.endswith(b"IEND\xaeB`\x82") for data in pictures().values())


def test_ctrl_c_ends_it_with_a_report(cards: Path) -> None:
    (cards / "many.csv").write_text("name,text\n" + "".join(f"N{each},Text {each}\n" for each in range(400)))
    command = [sys.executable, "-m", "pipeline", "batch", "specs/card.yaml", "many.csv", "--jobs", "2"]
    process = subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, start_new_session=True)
    while not pictures():
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGINT
    assert len(report_of()) == len(pictures()) < 400
    assert b"pictures made" in output


def times() -> dict[str, int]:
    """When each picture was written."""
    return {path.name: os.stat(path).st_mtime_ns for path in Path("card").glob("*.png")}


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY)}
