"""A spec from standard input, a picture to standard output, in real processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import QUOTE, pictures_in

PNG, WEBP = b"\x89PNG", b"RIFF"


def run(*arguments: str, given: bytes = QUOTE.encode()) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)


def test_a_spec_comes_from_standard_input_and_its_picture_goes_to_standard_output(project: Path) -> None:
    made = run("render", "-", "-o", "-")
    assert (made.returncode, made.stdout[:4], made.stderr) == (0, PNG, b"")
    as_webp = run("render", "-", "-o", "-", "--format", "webp", "--set", "text=Two")
    assert as_webp.stdout[:4] == WEBP
    assert not (project / "-").exists()
    assert not (project / "output").exists()


def test_the_picture_is_that_of_the_file(project: Path) -> None:
    (project / "out.png").write_bytes(run("render", "specs/word.yaml", "-o", "-").stdout)
    run("render", "specs/word.yaml", "-o", "file.png")
    assert (project / "out.png").read_bytes() == (project / "file.png").read_bytes()


def test_pictures_of_standard_input_have_a_name(project: Path) -> None:
    assert run("render", "-", "--size", "og", "--size", "portrait").returncode == 0
    assert pictures_in(project / "output") == ["spec.og.png", "spec.portrait.png"]


def test_describe_reads_standard_input(project: Path) -> None:
    assert run("describe", "-").stdout == run("describe", "specs/word.yaml").stdout


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"kind: quote_card\ntxt: x\n", b"standard input:2:1: unknown key `txt` in quote_card"),
        (b"\xff\xfe", b"standard input:1:1: expected UTF-8 text, found the byte 0xFF"),
        (b"#" * 5_000_000, b"standard input: expected at most"),
        (b"", b"standard input:1:1: the file is empty"),
    ],
)
def test_mistakes_name_standard_input(project: Path, given: bytes, said: bytes) -> None:
    refused = run("render", "-", "-o", "-", given=given)
    assert refused.returncode == 2
    assert refused.stdout == b""
    assert refused.stderr.startswith(said)


def test_standard_output_takes_one_picture(project: Path) -> None:
    refused = run("render", "-", "-o", "-", "--size", "og", "--size", "portrait")
    assert refused.returncode == 2
    assert b"a file takes one picture" in refused.stderr


def test_notes_do_not_get_into_the_picture(project: Path) -> None:
    chart = b"kind: chart\ntitle: Two\nsizes: [og]\ndata: missing.csv\n"
    refused = run("render", "-", "-o", "-", given=chart)
    assert (refused.returncode, refused.stdout) == (2, b"")


def test_a_picture_gives_its_spec_through_pipes(project: Path) -> None:
    picture = run("render", "-", "-o", "-").stdout
    spec = run("extract", "-", given=picture)
    assert (spec.returncode, spec.stdout[:16]) == (0, b"kind: quote_card")
    assert run("describe", "-", given=spec.stdout).stdout == run("describe", "-").stdout
    assert run("extract", "-", "-o", "again.yaml", given=picture).stdout == b"again.yaml  made\n"
    assert (project / "again.yaml").read_bytes() == spec.stdout
    refused = run("extract", "-", given=b"no picture")
    assert refused.stderr.startswith(b"standard input: expected a picture with its spec, found no PNG")


def test_a_new_spec_may_be_printed(project: Path) -> None:
    assert run("render", "-", "-o", "-", given=run("new", "chart", "-").stdout).stdout[:4] == PNG
    assert not (project / "schema").exists()
    assert run("schema", "chart", "-o", "-").stdout == run("schema", "chart").stdout


@pytest.mark.parametrize("command", ["draft", "weave", "check"])
def test_a_spec_where_an_article_is_expected_is_one(project: Path, command: str) -> None:
    refused = run(command, "-")
    assert refused.returncode == 2
    assert b"standard input: expected an article, found a spec\n  hint: `visuals render -`" in refused.stderr


def test_an_article_where_a_spec_is_expected_is_one(project: Path) -> None:
    refused = run("render", "-", given=b"# A day\n\nWords: two.\n")
    assert refused.returncode == 2
    assert b"standard input: expected a spec, found an article\n  hint: `visuals draft -`" in refused.stderr


@pytest.mark.parametrize("command", ["build", "report", "gallery", "watch", "snippet"])
def test_a_command_about_files_says_so(project: Path, command: str) -> None:
    refused = run(command, "-")
    assert refused.returncode == 2
    assert b"standard input is nothing that this command can take: " in refused.stderr


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="pipes have no names here")
def test_an_article_from_a_pipe_goes_to_standard_output(project: Path) -> None:
    woven = run("weave", "/dev/stdin", given=b"# A day\n\nVisual: a chart\n")
    assert woven.returncode == 1
    assert woven.stdout.startswith(b"# A day\n")
    assert not Path("/dev/stdin.woven.md").exists()
