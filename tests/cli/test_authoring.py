"""`visuals new` and `visuals schema`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline import kinds
from tests.conftest import Invoke, Spawn


@pytest.mark.parametrize("kind", kinds.names())
def test_a_new_spec_is_rendered_and_leads_to_its_schema(project: Path, invoke: Invoke, kind: str) -> None:
    result = invoke("new", kind)
    assert result.exit_code == 0, result.output
    spec = project / "specs" / f"{kind}.yaml"
    way = re.match(r"# yaml-language-server: \$schema=(\S+)\n", spec.read_text(encoding="utf-8"))
    assert way
    assert json.loads((spec.parent / way[1]).read_text(encoding="utf-8"))["title"] == kind
    assert invoke("render", f"specs/{kind}.yaml").exit_code == 0
    assert (project / "output" / f"{kind}.og.png").is_file()


def test_a_new_spec_in_a_real_process_and_in_a_folder_that_is_not_there_yet(project: Path, spawn: Spawn) -> None:
    result = spawn("new", "quote_card", "drafts/deep/own.yaml")
    assert result.returncode == 0, result.stderr
    text = (project / "drafts" / "deep" / "own.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/quote_card.json\n")
    assert spawn("new", "quote_card", "second.yaml").stdout.count(b"\n") == 1  # the schema is there


def test_a_file_that_is_there_is_never_overwritten(project: Path, invoke: Invoke) -> None:
    before = (project / "specs" / "word.yaml").read_bytes()
    (project / "specs" / "word_2.yaml").touch()
    result = invoke("new", "quote_card", "specs/word.yaml")
    assert result.exit_code == 2
    assert result.stderr == (
        "specs/word.yaml: expected a new file, found one that is there\n"
        "  hint: name another file: visuals new quote_card specs/word_3.yaml\n"
    )
    assert (project / "specs" / "word.yaml").read_bytes() == before


def test_a_name_that_no_build_would_find_is_refused(project: Path, invoke: Invoke) -> None:
    for name in ("specs/_own.yaml", "specs/own.txt", "specs/own"):
        result = invoke("new", "quote_card", name)
        assert result.exit_code == 2
        assert not Path(name).exists()


def test_without_a_kind_the_kinds_are_listed(invoke: Invoke) -> None:
    result = invoke("new")
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(kinds.names())


@pytest.mark.parametrize("command", ["new", "schema"])
def test_an_unknown_kind_is_told_with_the_nearest(invoke: Invoke, command: str) -> None:
    result = invoke(command, "quote_crad")
    assert result.exit_code == 2
    assert result.stderr.startswith("unknown kind `quote_crad`\n  hint: the nearest is `quote_card`; kinds are ")


def test_the_schema_of_a_kind_or_of_all_is_printed(invoke: Invoke) -> None:
    assert json.loads(invoke("schema", "chart").stdout)["title"] == "chart"
    assert json.loads(invoke("schema").stdout)["properties"]["kind"]["enum"] == list(kinds.names())


def test_the_schemas_are_written_to_a_folder_once(project: Path, invoke: Invoke) -> None:
    first = invoke("schema", "-o", "schema").stdout.splitlines()
    assert [line.split()[1] for line in first] == ["made"] * (len(kinds.names()) + 1)
    second = invoke("schema", "-o", "schema").stdout.splitlines()
    assert {line.split()[1] for line in second} == {"unchanged"}


def test_a_folder_takes_the_schemas_of_all_kinds(project: Path, invoke: Invoke) -> None:
    assert invoke("schema", "chart", "-o", "schema").exit_code == 2
    assert not Path("schema").exists()
