"""The command as a whole: help, lists, streams, and what a real process does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pipeline
from pipeline import __version__, kinds, theme
from pipeline.cli import COMMANDS, visuals
from pipeline.sizes import presets
from tests.conftest import QUOTE, REPOSITORY, Invoke, Spawn, python, write_spec


def test_help_lists_every_command(invoke: Invoke) -> None:
    result = invoke("--help")
    assert result.exit_code == 0
    assert re.findall(r"^  (\w+)  ", result.stdout, re.MULTILINE)[-len(COMMANDS) :] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_begins_its_help_with_a_sentence(invoke: Invoke, name: str) -> None:
    result = invoke(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: visuals {name} ")
    assert re.search(r"\n\n  [A-Z].*", result.stdout)


@pytest.mark.parametrize("name", ["render", "build", "check"])
def test_each_command_that_takes_a_spec_shows_examples(invoke: Invoke, name: str) -> None:
    assert f"  Examples:\n    visuals {name}" in invoke(name, "--help").stdout


def test_the_version_is_told(invoke: Invoke) -> None:
    assert invoke("--version").stdout == f"visuals {__version__}\n"


def test_an_unknown_command_is_wrong_usage(invoke: Invoke) -> None:
    result = invoke("rendr")
    assert result.exit_code == 2
    assert result.stderr.endswith("Error: No such command 'rendr'; the nearest is `render`.\n")


def test_an_unknown_command_that_is_near_to_none_is_only_named(invoke: Invoke) -> None:
    assert invoke("xyzzy").stderr.endswith("Error: No such command 'xyzzy'.\n")


@pytest.mark.parametrize(
    ("command", "names"), [("kinds", kinds.names()), ("themes", theme.names()), ("sizes", list(presets()))]
)
def test_a_list_has_a_line_for_each(invoke: Invoke, command: str, names: list[str]) -> None:
    result = invoke(command)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()[1 if command == "sizes" else 0 :]
    assert [line.split()[0] for line in lines] == list(names)
    assert len({re.match(r"\S+ +", line).end() for line in lines}) == 1  # type: ignore[union-attr]  # one column


def test_fonts_are_listed_with_their_origin(invoke: Invoke, project: Path) -> None:
    result = invoke("fonts")
    assert result.exit_code == 0
    assert re.search(r"^Source Serif Pro +package +Latin, .*Light Italic", result.stdout, re.MULTILINE)


def test_an_unexpected_error_ends_a_command_with_a_word_and_its_trace_is_shown_when_asked_for(
    project: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("not \x1b[31mforeseen")

    monkeypatch.setattr("pipeline.sizes.presets", fail)
    result = invoke("sizes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "visuals sizes: internal error: ZeroDivisionError: not \\x1b[31mforeseen\n"
        "  hint: this is a fault of article-visuals: please report it, with the spec and what `--debug` shows\n"
    )
    for arguments in (("sizes", "--debug"), ("--debug", "sizes")):
        told = invoke(*arguments).stderr
        assert "Traceback (most recent call last)" in told
        assert "in fail" in told
        assert "\x1b" not in told


def test_python_m_pipeline_is_the_same_command(project: Path, spawn: Spawn) -> None:
    result = spawn("render", "specs/word.yaml")
    assert result.returncode == 0, result.stderr
    assert (project / "output" / "word.og.png").is_file()


def test_a_problem_has_no_traceback_in_a_real_process(project: Path, spawn: Spawn) -> None:
    write_spec(project, "word", "kind: quote_card\ntext: 7\ncolour: red\n")
    result = spawn("render", "specs/word.yaml")
    assert result.returncode == 2
    assert result.stdout == b""
    assert result.stderr.startswith(b"specs/word.yaml:3:1: unknown key `colour` in quote_card\n  hint: ")
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    "terminal", [{"PYTHONIOENCODING": "latin-1"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_a_terminal_without_unicode_is_served(project: Path, spawn: Spawn, terminal: dict[str, str]) -> None:
    write_spec(project, "ключ")
    write_spec(project, "bad", QUOTE + "“ключ”: 1\n")
    result = spawn("build", **terminal)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert b"specs/bad.yaml:5:1: unknown key " in result.stderr
    assert [line.split()[0][-7:] for line in result.stdout.splitlines()[:2]] == [b".og.png", b".og.png"]
    assert (project / "output" / "ключ.og.png").is_file()


COLD = """
import sys
from pipeline.cli import visuals
visuals({arguments!r}, standalone_mode=False)
print(*sorted(set(sys.modules) & set({unwanted!r})))
"""
HEAVY = [
    "matplotlib",
    "numpy",
    "rich",
    "dask",
    "pydantic",
    "uniseg",
    "difflib",
    "importlib.metadata",
    "multiprocessing",
]


def test_help_imports_nothing_of_the_pipeline() -> None:
    unwanted = [*HEAVY, "yaml", "msgspec", "PIL", "uharfbuzz", "pipeline.rendering", "pipeline.cli.making"]
    result = python("-c", COLD.format(arguments=["--help"], unwanted=unwanted))
    assert result.stdout.splitlines()[-1] == b""


@pytest.mark.parametrize("name", sorted(path.stem for path in (REPOSITORY / "specs").glob("*.yaml")))
def test_rendering_a_sample_imports_nothing_heavy(project: Path, name: str) -> None:
    spec, picture = REPOSITORY / "specs" / f"{name}.yaml", project / "picture.png"
    allowed = {"difflib"} | ({"matplotlib", "numpy"} if name == "chart_line" else set())  # curves are matplotlib's
    unwanted = [each for each in HEAVY if each not in allowed]  # click asks difflib about every short option
    arguments = ["render", str(spec), "--size", "og", "-o", str(picture)]
    result = python("-c", COLD.format(arguments=arguments, unwanted=unwanted))
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1] == b""


OF_OTHERS = [  # what other pictures, formats and commands need
    *("pipeline.reading", "pipeline.charts", "pipeline.check", "pipeline.legibility", "pipeline.build.staleness"),
    *("pipeline.schema.editors", "pipeline.typography.subsetting", "pipeline.typography.hyphenation"),
    *("pipeline.layout.header", "pipeline.layout.foot", "pipeline.layout.brand"),
    *(
        "csv",
        "logging",
        "string",
        "hashlib",
        "tomllib",
        "dataclasses",
        "tempfile",
        "random",
        "subprocess",
        "ssl",
        "asyncio",
        "xml",
    ),
]
MOST_OF_OURS = 120  # each costs a start 0.2 ms and more


def test_a_card_imports_nothing_that_others_need(project: Path) -> None:
    spec, picture = REPOSITORY / "specs" / "quote_card.yaml", project / "picture.png"
    arguments = ["render", str(spec), "--size", "og", "-o", str(picture)]
    counting = "print(sum(name.startswith('pipeline') for name in sys.modules))"
    result = python("-c", COLD.format(arguments=arguments, unwanted=OF_OTHERS) + counting)
    assert result.returncode == 0, result.stderr
    *_, others, count = result.stdout.decode().splitlines()
    assert others == ""
    assert int(count) <= MOST_OF_OURS


@pytest.mark.parametrize(
    "first", ["import pipeline.rendering", "from pipeline import load", "from pipeline.cli import main"]
)
def test_render_is_the_function_whatever_was_imported_before(first: str) -> None:
    result = python("-c", f"{first}\nfrom pipeline import render\nrender.__code__")
    assert result.returncode == 0, result.stderr


def test_the_package_offers_its_public_names_and_no_other() -> None:
    assert all(getattr(pipeline, name) for name in pipeline.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'rendr'"):
        pipeline.rendr  # noqa: B018


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("rendr", "the nearest is `render`"),
        ("list", "`visuals kinds`, `sizes`, `themes` and `fonts`"),
        ("version", "`visuals --version`"),
        ("specs", "is a folder, not a command; `visuals build specs`"),
        ("specs/word.yaml", "is a file, not a command; `visuals render specs/word.yaml`"),
        ("a b.md", "is a file, not a command; `visuals draft 'a b.md'`"),
        ("help nope", "No such command 'nope'"),
        ("theme list", "`visuals themes` lists them"),
    ],
)
def test_a_wrong_command_leads_to_a_right_one(project: Path, invoke: Invoke, typed: str, said: str) -> None:
    (project / "a b.md").write_text("# A\n")
    refused = invoke(*([typed] if (project / typed).exists() else typed.split()))
    assert refused.exit_code == 2
    assert said in refused.stderr


def test_help_is_a_command_too(invoke: Invoke) -> None:
    assert invoke("help", "help").stdout == invoke("help").stdout == invoke("--help").stdout
    assert invoke("help", "render").stdout == invoke("render", "--help").stdout


@pytest.mark.parametrize("command", ["build", "check", "clean", "gallery", "report", "watch"])
def test_outside_of_any_project_there_is_a_way_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invoke: Invoke, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = invoke(command)
    assert refused.exit_code == 2
    assert "there are no specs: neither here nor in a project around\n  hint: `visuals init`" in refused.stderr


def test_each_command_that_is_listed_exists() -> None:
    context = visuals.make_context("visuals", ["--help"], resilient_parsing=True)
    assert [visuals.get_command(context, name).name for name in COMMANDS] == list(COMMANDS)  # type: ignore[union-attr]
