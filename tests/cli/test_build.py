"""`visuals build`: all pictures, a line for each, and a count."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import QUOTE, Invoke, write_spec


def test_every_spec_of_the_folder_is_rendered(project: Path, invoke: Invoke) -> None:
    write_spec(project, "other", QUOTE + "sizes: [og, pin]\n")
    result = invoke("build")
    assert result.exit_code == 0, result.output
    assert sorted(os.listdir("output")) == ["other.og.png", "other.pin.png", "word.og.png"]
    assert result.stdout.splitlines()[-1].startswith("3 pictures, ")


def test_folders_and_specs_can_be_named(project: Path, invoke: Invoke) -> None:
    write_spec(project, "other")
    result = invoke("build", "specs/other.yaml", "-o", "pictures")
    assert result.exit_code == 0
    assert os.listdir("pictures") == ["other.og.png"]


def test_a_spec_that_fails_stops_none_of_the_others(project: Path, invoke: Invoke) -> None:
    write_spec(project, "a_bad", "kind: quote_crad\ntext: a\n")
    write_spec(project, "b_long", QUOTE.replace("Every *word* counts.", "word " * 3000))
    result = invoke("build")
    assert result.exit_code == 2
    assert os.listdir("output") == ["word.og.png"]
    bad, long = result.stderr.split("\n\n")
    assert bad.startswith("specs/a_bad.yaml:1:7: kind: unknown kind `quote_crad`")
    assert long.startswith("specs/b_long.yaml:2:7: text: ")
    assert result.stdout.splitlines()[-1].endswith(", 1 failed")


def test_a_picture_that_fails_ends_with_one(project: Path, invoke: Invoke) -> None:
    write_spec(project, "long", QUOTE.replace("Every *word* counts.", "word " * 3000))
    result = invoke("build")
    assert result.exit_code == 1
    assert os.listdir("output") == ["word.og.png"]


def test_one_mistake_in_many_sizes_is_told_once(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE.replace("counts", "\U0001f600") + "sizes: [og, square]\nthemes: [paper, ink]\n")
    result = invoke("build")
    assert result.exit_code == 1
    assert result.stderr.count("specs/word.yaml:2:7: ") == 1
    assert result.stdout.count("  failed\n") == 4


def test_a_folder_without_specs_is_wrong_usage(project: Path, invoke: Invoke) -> None:
    (project / "empty").mkdir()
    result = invoke("build", "empty")
    assert result.exit_code == 2
    assert result.stderr == "empty: no spec in this folder\n  hint: a spec's name ends in .yaml\n"


def test_no_specs_folder_at_all_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invoke: Invoke) -> None:
    monkeypatch.chdir(tmp_path)
    result = invoke("build")
    assert result.exit_code == 2
    assert result.stderr.startswith("specs: there is no such file")


def test_a_second_build_writes_the_same_bytes(project: Path, invoke: Invoke) -> None:
    invoke("build")
    first = Path("output/word.og.png").read_bytes()
    invoke("build")
    assert Path("output/word.og.png").read_bytes() == first
