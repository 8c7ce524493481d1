"""Formats, budgets and `optimize`, as `visuals render`, `build` and `check` meet them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image, features

from pipeline.build import manifest
from tests.conftest import QUOTE, Invoke, Spawn, pictures_in, python, write_spec


def format_of(path: str) -> str | None:
    with Image.open(path) as picture:
        picture.load()
        return picture.format


def test_a_spec_lists_its_formats(project: Path, spawn: Spawn) -> None:
    write_spec(project, "word", QUOTE + "formats: [png, webp, jpeg, avif]\n")
    result = spawn("build")
    assert result.returncode == 0, result.stderr
    assert pictures_in("output") == ["word.og.avif", "word.og.jpg", "word.og.png", "word.og.webp"]
    assert [format_of(f"output/{name}") for name in pictures_in("output")] == ["AVIF", "JPEG", "PNG", "WEBP"]
    lines = result.stdout.decode().splitlines()
    assert [line.split(", ")[-1] for line in lines[1:4]] == ["lossless", "quality 90", "quality 90"]
    assert spawn("build").stdout == b"4 unchanged\n"
    assert spawn("check").returncode == 0


def test_a_format_can_be_picked_by_name_or_suffix(project: Path, invoke: Invoke) -> None:
    assert invoke("render", "specs/word.yaml", "--format", "webp", "--format", "jpg").exit_code == 0
    assert pictures_in("output") == ["word.og.jpg", "word.og.webp"]
    result = invoke("render", "specs/word.yaml", "--format", "wepb")
    assert result.exit_code == 2
    assert (
        "unknown format `wepb`\n  hint: the nearest is `webp`; formats are avif, jpeg, pdf, png, svg, webp"
        in result.stderr
    )


@pytest.mark.parametrize("name", ["card.jpg", "card.jpeg", "card.JPG"])
def test_a_file_is_in_the_format_of_its_suffix(project: Path, invoke: Invoke, name: str) -> None:
    assert invoke("render", "specs/word.yaml", "-o", name).exit_code == 0
    assert format_of(name) == "JPEG"
    result = invoke("render", "specs/word.yaml", "-o", name, "--format", "png")
    assert result.exit_code == 2
    assert f"{name} would be jpeg, not png" in result.stderr


def test_what_no_format_of_a_spec_makes_any_more_is_stale_or_cleaned(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE + "formats: [png, webp]\n")
    assert invoke("build").exit_code == 0
    before = manifest.read("output").pictures["word.og.png"]
    write_spec(project, "word", QUOTE + "formats: png\n")
    result = invoke("build")
    assert result.stdout == "1 unchanged\n"  # the list of formats is not in the picture
    assert manifest.read("output").pictures["word.og.png"] == before
    assert invoke("clean").exit_code == 0
    assert pictures_in("output") == ["word.og.png"]


@pytest.mark.parametrize("keys", ["optimize: small\n", "budget: 18 KB\n"])
def test_a_png_is_made_small_when_asked_or_where_the_budget_asks(project: Path, invoke: Invoke, keys: str) -> None:
    assert invoke("build").exit_code == 0
    fast = manifest.read("output").pictures["word.og.png"]
    write_spec(project, "word", QUOTE + keys)
    result = invoke("build")
    small = manifest.read("output").pictures["word.og.png"]
    assert result.stdout.splitlines()[0].endswith(", small")
    assert (fast.encoding, small.encoding) == ("fast", "small")
    assert small.bytes < fast.bytes


def test_a_budget_that_cannot_be_met_is_told_with_its_place_and_stops_no_other(project: Path, spawn: Spawn) -> None:
    write_spec(project, "word", QUOTE + "formats: [jpeg, webp]\nbudget: 18 KB\n")
    write_spec(project, "zebra")
    result = spawn("build", "--json")
    assert result.returncode == 1
    told = json.loads(result.stdout)
    assert [made["path"] for made in told["made"]] == ["output/word.og.webp", "output/zebra.og.png"]
    (problem,) = told["failed"][0]["problems"]
    assert (problem["path"], problem["line"], problem["column"]) == ("specs/word.yaml", 6, 9)
    assert problem["message"].startswith("budget: expected at most 18 KB for og, found ")
    assert "(quality 90), " in problem["message"]
    assert problem["message"].endswith("(quality 60) as jpeg")
    assert pictures_in("output") == ["word.og.webp", "zebra.og.png"]


def test_every_page_is_made_in_every_format(project: Path, invoke: Invoke) -> None:
    items = "".join(f"- {{text: Lesson number {number}, state: todo}}\n" for number in range(90))
    keys = "kind: feedback_checklist\ntitle: Notes\noverflow: paginate\nformats: [png, jpeg]\n"
    write_spec(project, "word", f"{keys}items:\n{items}")
    assert invoke("build").exit_code == 0
    pages = [name.removesuffix(".png") for name in pictures_in("output") if name.endswith(".png")]
    assert len(pages) > 1
    assert pictures_in("output") == sorted(f"{page}{suffix}" for page in pages for suffix in (".jpg", ".png"))
    assert len(invoke("build").stdout.splitlines()) == 1  # nothing is made again


def test_quality_is_what_the_author_says(project: Path, invoke: Invoke) -> None:
    result = invoke("render", "specs/word.yaml", "--format", "avif", "--set", "quality=50")
    assert result.stdout.splitlines()[0].endswith(", quality 50")


def test_a_damaged_picture_of_any_format_is_found(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE + "formats: [webp, jpeg, avif]\n")
    assert invoke("build").exit_code == 0
    assert invoke("check").exit_code == 0
    for name in pictures_in("output"):
        path = Path("output", name)
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        result = invoke("check")
        assert result.exit_code == 1
        assert name in result.output
        path.write_bytes(whole)


def test_a_png_needs_no_library_of_another_format(project: Path) -> None:
    code = (
        "import sys; from pipeline import load, render; render(load('specs/word.yaml'), 'og');"
        "print([name for name in sys.modules if name.endswith('ImagePlugin') or name in ('oxipng', 'zlib_ng')])"
    )
    result = python("-c", code)
    assert result.stdout == b"['zlib_ng']\n", result.stderr


def test_a_pillow_without_a_format_is_told_of(project: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: name != "avif")
    write_spec(project, "word", QUOTE + "formats: [png, avif]\n")
    result = invoke("build")
    assert result.exit_code == 1
    assert "specs/word.yaml:5:10: formats: the Pillow that is installed cannot write avif\n  hint: " in result.stderr
    assert pictures_in("output") == ["word.og.png"]


def test_finer_pictures_may_weigh_more(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE.replace("motif: none", "motif: redirection"))
    heavy = invoke("render", "specs/word.yaml", "--scale", "3", "-o", "word.png")
    assert heavy.exit_code == 0
    assert Path("word.png").stat().st_size > 300_000
    assert invoke("render", "specs/word.yaml", "--scale", "3", "--set", "budget=100 KB").exit_code == 1
