"""One vocabulary: an option has one name and one meaning in all commands, and a path has but three names."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click
import pytest

from pipeline.cli import COMMANDS, options, visuals
from tests.conftest import REPOSITORY, Invoke

PATHS = {("-o", "--output"), ("--specs",), ("--beside",)}
TWICE = {"--format", "--to", "--preview", "--force"}  # the same idea, with other values or of other things
STREAMS = {"render", "pdf", "weave", "extract", "schema", "kinds", "themes"}  # -o may be standard output
ENDLESS = {"mcp", "serve", "studio", "watch"}
TEXT_ALREADY = {"extract", "schema", "snippet", "sign"}  # what they print is for other programs already


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command and those below it, by what is typed."""
    context = visuals.make_context("visuals", ["--help"], resilient_parsing=True)
    for name in COMMANDS:
        command = visuals.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from ((f"{name} {each}", below) for each, below in command.commands.items())
        else:
            yield name, command


def all_options() -> list[tuple[str, click.Option]]:
    return [(name, each) for name, command in commands() for each in command.params if isinstance(each, click.Option)]


def test_a_path_has_one_of_three_names() -> None:
    named = {tuple(each.opts) for _, each in all_options() if isinstance(each.type, click.Path)}
    assert named == PATHS
    loose = {(name, *each.opts) for name, each in all_options() if tuple(each.opts) not in PATHS}
    spoken = {(name, *each.opts) for name, each in all_options() if each.metavar in ("FILE", "FOLDER", "[FILE]")}
    assert loose & spoken == set()


def test_a_name_is_written_and_behaves_alike_in_every_command() -> None:
    known: dict[str, tuple[str, click.Option]] = {}
    for name, each in all_options():
        for written in each.opts:
            other, first = known.setdefault(written, (name, each))
            assert first.opts == each.opts, (written, other, name)
            if written not in TWICE:
                alike = [(one.is_flag, one.metavar) for one in (first, each)]
                assert alike[0] == alike[1], (written, other, name)


def test_old_and_foreign_names_of_options_lead_to_ours() -> None:
    current = {written for _, each in all_options() for written in each.opts}
    assert not current & set(options.MEANT)


@pytest.mark.parametrize(("typed", "said"), [("--pictures", "`output` in visuals.toml"), ("--out-dir", "-o, --output")])
def test_a_name_that_is_meant_is_told(invoke: Invoke, typed: str, said: str) -> None:
    refused = invoke("weave", "a.md", typed, "x")
    assert refused.exit_code == 2
    assert f"No such option '{typed}'" in refused.stderr
    assert said in refused.stderr


def test_every_command_that_lists_or_tells_does_so_for_programs() -> None:
    with_json = {name for name, each in all_options() if "--json" in each.opts}
    assert {name for name, _ in commands()} - with_json == TEXT_ALREADY | ENDLESS


def test_the_table_of_commands_names_each_with_its_paths(invoke: Invoke) -> None:
    page = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| `")]
    table = {row[1].strip().strip("`"): row for row in rows}
    assert set(table) >= {name for name, _ in commands()}
    for name, command in commands():
        written = {opt for each in command.params for opt in each.opts}
        assert ("`-o`" in table[name][4]) == ("-o" in written), name
        assert ("`-`" in table[name][4]) == (name in STREAMS), name
        assert ("`--json`" in table[name][5]) == ("--json" in written), name


def test_no_command_makes_a_folder_that_is_called_like_standard_output(project: object, invoke: Invoke) -> None:
    for name in {name for name, each in all_options() if "-o" in each.opts} - STREAMS:
        assert "expected a folder, found standard output" in invoke(*name.split(), "-o", "-").stderr, name


def test_many_articles_are_told_to_programs(project: object, invoke: Invoke) -> None:
    refused = invoke("draft", "no.md", "--json")
    assert json.loads(refused.stdout)["problems"][0]["message"] == "no.md: there is no such file"
    assert (refused.exit_code, refused.stderr) == (2, "")
