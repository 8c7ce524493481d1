"""`visuals check`: every picture that the specs call for is there, up to date and right, and nothing else."""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from pipeline.files import digest_of
from tests.conftest import QUOTE, Invoke, python, write_spec


@pytest.fixture
def built(project: Path, invoke: Invoke) -> Path:
    """A project with two pictures made."""
    write_spec(project, "word", QUOTE + "sizes: [og, square]\n")
    assert invoke("build").exit_code == 0
    return project


def forged(folder: Path, name: str, change: Callable[[bytes], bytes] | None = None, **keys: Any) -> None:
    """Alter a picture, and the manifest so that it says the same."""
    path, manifest = folder / name, folder / "manifest" / f"{name.partition('.')[0]}.json"
    if change:
        path.write_bytes(change(path.read_bytes()))
    noted = json.loads(manifest.read_text(encoding="utf-8"))
    noted["pictures"][name] |= {"sha256": digest_of(path.read_bytes()), **keys}
    manifest.write_text(json.dumps(noted), encoding="utf-8")


def without(chunk: bytes) -> Callable[[bytes], bytes]:
    """Take the chunks of a name out of a PNG."""

    def change(data: bytes) -> bytes:
        kept, at = data[:8], 8
        while at < len(data):
            end = at + 12 + int.from_bytes(data[at : at + 4], "big")
            kept += b"" if data[at + 4 : at + 8] == chunk else data[at:end]
            at = end
        return kept

    return change


def resized(data: bytes) -> bytes:
    """Say that a PNG is a px wider than it is."""
    header = struct.pack(">I", int.from_bytes(data[16:20], "big") + 1) + data[20:29]
    return data[:16] + header + struct.pack(">I", crc32(b"IHDR" + header)) + data[33:]


def test_what_was_built_is_fine(built: Path, invoke: Invoke) -> None:
    result = invoke("check", "--strict")
    assert (result.exit_code, result.output) == (0, "2 of 2 pictures fine\n")


def test_what_is_fine_is_found_so_without_pillow_msgspec_or_matplotlib(built: Path) -> None:
    result = python("-X", "importtime", "-m", "pipeline", "check")
    assert (result.returncode, result.stdout) == (0, b"2 of 2 pictures fine\n")
    imported = {line.rpartition(b"|")[2].strip().partition(b".")[0] for line in result.stderr.splitlines()}
    assert imported & {b"PIL", b"msgspec", b"matplotlib", b"uharfbuzz", b"numpy"} == set()


def test_another_output_folder_is_looked_at(built: Path, invoke: Invoke) -> None:
    (built / "output").rename(built / "pictures")
    assert invoke("check", "specs", "-o", "pictures").exit_code == 0
    assert invoke("check", "specs", "-o", "pictures/").exit_code == 0
    assert invoke("check").exit_code == 1


def test_every_problem_is_listed(built: Path, invoke: Invoke) -> None:
    square = built / "output" / "word.square.png"
    (built / "output" / "word.og.png").unlink()
    square.write_bytes(square.read_bytes()[:-100])
    result = invoke("check")
    assert result.exit_code == 1
    assert result.stderr == (
        "output/word.og.png: missing; specs/word.yaml calls for it\n  hint: `visuals build` makes it\n"
        "\n"
        "output/word.square.png: the PNG is cut short\n  hint: `visuals build` makes it anew\n"
    )
    assert result.stdout == "0 of 2 pictures fine\n"


def test_a_picture_of_another_state_of_its_spec_is_stale(built: Path, invoke: Invoke) -> None:
    write_spec(built, "word", QUOTE.replace("counts", "matters") + "sizes: [og, square]\n")
    result = invoke("check")
    assert result.exit_code == 1
    assert "output/word.og.png: stale: specs/word.yaml changed\n" in result.stderr


def test_a_comment_in_a_spec_makes_nothing_stale(built: Path, invoke: Invoke) -> None:
    write_spec(built, "word", "# a card\n" + QUOTE + "sizes: [og, square]\n")
    assert invoke("check").exit_code == 0


def test_a_picture_of_another_size_is_wrong(built: Path, invoke: Invoke) -> None:
    (built / "output" / "word.og.png").write_bytes((built / "output" / "word.square.png").read_bytes())
    result = invoke("check")
    assert result.exit_code == 1
    assert "output/word.og.png: expected 1200 x 630 px, found 1080 x 1080 px" in result.stderr


def test_a_picture_that_was_made_twice_as_fine_is_as_fine_as_it_says(built: Path, invoke: Invoke) -> None:
    assert invoke("render", "specs/word.yaml", "--size", "og", "--scale", "2").exit_code == 0
    result = invoke("check")
    assert (result.exit_code, result.stdout) == (0, "2 of 2 pictures fine, 1 warning\n")
    assert "warning: output/word.og@2x.png: no spec calls for it\n  hint: `visuals clean` removes it" in result.stderr
    assert invoke("check", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("change", "keys", "message"),
    [
        (resized, {}, "expected 1200 x 630 px, found 1201 x 630 px"),
        (without(b"sRGB"), {}, "expected 8-bit sRGB without transparency"),
        (without(b"iTXt"), {}, "expected the alt text of ../specs/word.yaml, found none"),
        (None, {"description": "Another."}, "expected the description of ../specs/word.yaml, found another"),
        (None, {"alt": "Another."}, "expected the alt text of ../specs/word.yaml, found another"),
        (None, {"fit": {"budget_bytes": 1000}}, "expected at most 1.0 KB, found "),
        (lambda data: data + b"more", {}, "the PNG has something after its end"),
    ],
)
def test_the_file_is_read_whatever_the_manifest_says(
    built: Path, invoke: Invoke, change: Callable[[bytes], bytes] | None, keys: dict[str, Any], message: str
) -> None:
    forged(built / "output", "word.og.png", change, **keys)
    result = invoke("check")
    assert result.exit_code == 1
    assert f"output/word.og.png: {message}" in result.stderr
    assert result.stdout == "1 of 2 pictures fine\n"


@pytest.mark.parametrize("name", ["webp", "jpeg", "avif"])
def test_pictures_of_other_formats_are_read_too(project: Path, invoke: Invoke, name: str) -> None:
    write_spec(project, "word", QUOTE + f"formats: [{name}]\n")
    assert invoke("build").exit_code == 0
    assert invoke("check", "--strict").output == "1 of 1 picture fine\n"


def test_a_folder_in_a_pictures_place_is_wrong(built: Path, invoke: Invoke) -> None:
    (built / "output" / "word.og.png").unlink()
    (built / "output" / "word.og.png").mkdir()
    result = invoke("check")
    assert result.exit_code == 1
    assert "output/word.og.png: cannot read: it is a folder" in result.stderr


def test_what_nobody_accounts_for_is_wrong(built: Path, invoke: Invoke) -> None:
    (built / "output" / "notes.txt").touch()
    (built / "output" / "manifest" / "word.txt").touch()
    (built / "output" / "manifest" / "wrod.json").write_text("{}")
    (built / "output" / ".gitignore").touch()
    (built / "output" / ".0123456789ab.part").touch()
    result = invoke("check")
    assert result.exit_code == 1
    assert result.stderr == (
        "output/.0123456789ab.part: left by a build that was killed\n  hint: `visuals build` removes it\n"
        "\n"
        "output/manifest/wrod.json: not a file of a manifest, or damaged\n"
        "  hint: `visuals build` writes those of its specs anew; keep any other in another folder\n"
        "\n"
        "output/manifest/word.txt: not a file of a manifest, or damaged\n"
        "  hint: `visuals build` writes those of its specs anew; keep any other in another folder\n"
        "\n"
        "output/notes.txt: neither made from a spec nor noted in output/manifest/\n"
        "  hint: keep it in another folder: here lie pictures of specs\n"
    )


def test_pictures_of_specs_that_were_not_asked_for_are_accounted_for(built: Path, invoke: Invoke) -> None:
    write_spec(built, "other")
    assert invoke("build").exit_code == 0
    assert invoke("check", "specs/word.yaml", "--strict").output == "2 of 2 pictures fine\n"
    (built / "specs" / "other.yaml").unlink()
    assert "output/other.og.png: no spec calls for it" in invoke("check", "specs/word.yaml").stderr


def test_a_bad_spec_ends_with_two_and_the_others_are_checked(built: Path, invoke: Invoke) -> None:
    write_spec(built, "bad", "text: a\n")
    result = invoke("check")
    assert result.exit_code == 2
    assert "specs/bad.yaml:1:1: the key `kind` is missing" in result.stderr
    assert result.stdout == "2 of 2 pictures fine\n"


def test_what_readers_may_miss_is_a_warning(built: Path, invoke: Invoke) -> None:
    spot = {"role": "text", "text": "Every", "size": 90, "x": 10, "y": 10}
    faint = {"ratio": 3.2, "least": 4.5, **spot}
    forged(built / "output", "word.og.png", fit={"budget_bytes": 300_000, "hidden": [spot] * 5, "faint": [faint]})
    result = invoke("check")
    assert (result.exit_code, result.stdout) == (0, "2 of 2 pictures fine, 2 warnings\n")
    assert "warning: output/word.og.png: “Every”, “Every”, “Every” and 2 more may be hidden\n" in result.stderr
    fact = "warning: output/word.og.png: expected a contrast of 4.5 or more, found 3.20 for “Every”\n"
    assert fact + "  hint: choose other colours in the theme paper\n" in result.stderr
    assert invoke("check", "--strict").exit_code == 1


def test_a_program_reads_it_all_as_json(built: Path, invoke: Invoke) -> None:
    write_spec(built, "bad", "text: a\n")
    (built / "output" / "word.og.png").unlink()
    result = invoke("check", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (2, "")
    assert (told["pictures"], told["fine"], told["warnings"]) == (2, 1, [])
    spec, picture = told["errors"]
    assert (spec["path"], spec["line"], spec["column"]) == ("specs/bad.yaml", 1, 1)
    assert picture == {
        "picture": "output/word.og.png",
        "spec": "specs/word.yaml",
        "message": "output/word.og.png: missing; specs/word.yaml calls for it",
        "hint": "`visuals build` makes it",
    }


def test_github_shows_each_finding_beside_its_spec(built: Path, invoke: Invoke) -> None:
    write_spec(built, "a,b", "kind: quote_card\ntext: 100%\nmotto: a\n")
    (built / "output" / "word.og.png").unlink()
    (built / "output" / "notes.txt").touch()
    result = invoke("check", "--format", "github")
    assert result.exit_code == 2
    spec, picture, stranger, *_ = result.stdout.splitlines()
    assert spec.startswith("::error file=specs/a%2Cb.yaml,line=3,col=1::unknown key `motto` in quote_card%0Ahint: ")
    missing = "output/word.og.png: missing; specs/word.yaml calls for it%0Ahint: `visuals build` makes it"
    assert picture == f"::error file=specs/word.yaml::{missing}"
    assert stranger.startswith("::error file=output/notes.txt::output/notes.txt: neither made")


@pytest.mark.parametrize("command", ["build --force", "check", "clean"])
def test_a_folder_that_may_not_be_looked_into_is_told(
    built: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    listdir = os.listdir

    def refuse(path: str = ".") -> list[str]:
        if os.path.basename(path) == "output":
            raise PermissionError(13, "Permission denied", path)
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    result = invoke(*command.split())
    assert result.exit_code == (1 if command == "check" else 0), result.output
    assert ("output: cannot read: permission denied" in result.output) == (command == "check")


def test_an_article_may_keep_specs_data_and_pictures_beside_it(project: Path, invoke: Invoke) -> None:
    bundle = project / "content" / "garden"
    bundle.mkdir(parents=True)
    (project / "visuals.toml").write_text('articles = ["content"]\nspecs = "content"\noutput = "content"\n')
    (bundle / "index.md").write_text("# Garden\n\nSuggested Visual: Quote card with the text “Hope is a plan”\n")
    (bundle / "numbers.csv").write_text("what,count\nA,1\n")
    for command in (["draft"], ["build"], ["weave"], ["check"]):
        done = invoke(*command)
        assert done.exit_code == 0, (command, done.output)
    (picture,) = bundle.glob("*.og.png")
    assert f"]({picture.name})" in (bundle / "index.md").read_text(encoding="utf-8")
    (bundle / ".0123456789ab.part").touch()
    assert "left by a build that was killed" in invoke("check").stderr
