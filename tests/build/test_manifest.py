"""What is committed of pictures: it changes with them and nothing else, and is enough to tell that they are stale."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from pipeline.build import build, cache, keys, manifest
from pipeline.build.staleness import UNKNOWN, survey
from tests.conftest import QUOTE, write_spec
from tests.faces import with_dejavu

SPEC = "specs/word.yaml"
CHART = "kind: chart\ntitle: All\ndata: rows.csv\nthemes: [mine]\n"


def made(*paths: str) -> list[str]:
    """Build the specs; the files that are not as they were before."""
    surveyed = survey(paths or [SPEC])
    outcomes = list(build(surveyed, surveyed.jobs))
    assert [outcome.error for outcome in outcomes if outcome.error] == []
    return sorted(page.path for outcome in outcomes for page in outcome.pages if page.is_changed)


def trusted(*paths: str) -> list[str]:
    """Why each picture is stale, as far as what is committed tells."""
    return [each.reason for each in survey(paths or [SPEC], trusts=True).wanted]


def committed() -> dict[str, tuple[bytes, int]]:
    """All that git does not ignore of the pictures' folder, with the times of the files."""
    paths = (path for path in Path("output").rglob("*") if path.is_file() and cache.FOLDER not in path.parts)
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def forgotten() -> None:
    """Be a fresh copy of the project."""
    rmtree(Path("output", cache.FOLDER))


@pytest.fixture
def chart(project: Path) -> str:
    """A spec with a data file, a theme of the project and one that is not its own."""
    (project / "specs" / "rows.csv").write_text("Source,Rate\nReferral,78\nOther,20\n", encoding="utf-8")
    (project / "specs" / "themes").mkdir()
    for name in ("mine", "other"):
        (project / "specs" / "themes" / f"{name}.yaml").write_text("extends: ink\nhandle: '@ada'\n", encoding="utf-8")
    write_spec(project, "rows", CHART)
    assert made("specs/rows.yaml") == ["output/rows.og.png"]
    return "specs/rows.yaml"


def test_code_that_changes_no_pixel_changes_no_committed_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    before, known = committed(), cache.read("output")
    monkeypatch.setattr(keys, "_renderer", lambda kind: "another")
    monkeypatch.setattr(keys, "_versions", lambda are_faces: ("faces 2.0",))
    assert made() == []
    assert committed() == before
    assert cache.read("output") != known
    assert survey([SPEC]).jobs == ()


def test_a_cache_that_is_gone_or_damaged_costs_only_time(project: Path) -> None:
    made()
    before = committed()
    for text in (None, "", "[" * 100_000, '{"version": 9}', '{"version": 1, "specs": {"a": 3}, "files": {}}'):
        forgotten() if text is None else Path("output/.visuals/cache.json").write_text(text)
        assert [each.reason for each in survey([SPEC]).wanted] == [UNKNOWN]
        assert made() == []
        assert committed() == before
        assert survey([SPEC]).jobs == ()


def test_git_is_told_to_ignore_the_cache(project: Path) -> None:
    made()
    assert Path("output/.visuals/.gitignore").read_bytes() == b"*\n"


def test_a_folder_that_is_read_only_and_has_no_cache_is_fine(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    forgotten()
    open_ = os.open

    def refuse(path: str, flags: int, *mode: int) -> int:  # what a folder without permission does, also to root
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", path)
        return open_(path, flags, *mode)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "makedirs", lambda *_, **__: None)
    said: list[str] = []
    surveyed = survey([SPEC])
    assert [outcome.error for outcome in build(surveyed, surveyed.jobs, tell=said.append)] == [None]
    assert said == ["output/.visuals/.gitignore: cannot write: no permission; the next build makes all pictures again"]


def append(path: str, text: str) -> Callable[[], object]:
    return lambda: Path(path).write_text(Path(path).read_text(encoding="utf-8") + text, encoding="utf-8")


def write(path: str, text: str) -> Callable[[], object]:
    return lambda: Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (append("specs/rows.yaml", "source: Mine\n"), "specs/rows.yaml or its defaults changed"),
        (write("specs/_defaults.yaml", "lang: de\n"), "specs/rows.yaml or its defaults changed"),
        (write("visuals.toml", 'lang = "de"\n'), "specs/rows.yaml or its defaults changed"),
        (append("specs/rows.csv", "Third,2\n"), "specs/rows.csv changed"),
        (append("specs/themes/mine.yaml", "description: Mine\n"), "specs/themes/mine.yaml changed"),
        (lambda: with_dejavu(Path("fonts")), "the faces changed"),
        (lambda: Path("output/rows.og.png").write_bytes(b""), "output/rows.og.png is not the file that was made"),
        (lambda: Path("output/rows.og.png").unlink(), "output/rows.og.png is missing"),
        (append("specs/rows.yaml", "sizes: [og]\n# a comment\n"), ""),
        (append("specs/themes/other.yaml", "description: Mine\n"), ""),
        (lambda: Path("specs/themes/third.yaml").write_text("extends: ink\n"), ""),
    ],
)
def test_what_is_committed_tells_whether_a_picture_is_stale(
    chart: str, change: Callable[[], object], reason: str
) -> None:
    forgotten()
    change()
    assert trusted(chart) == [reason]


def test_what_is_trusted_is_not_taken_for_known(project: Path) -> None:
    made()
    forgotten()
    surveyed = survey([SPEC], trusts=True)
    assert list(build(surveyed, surveyed.jobs)) == []
    assert [each.reason for each in survey([SPEC]).wanted] == [UNKNOWN]


def test_whoever_trusts_believes_a_cache_that_knows_better(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    monkeypatch.setattr(keys, "_renderer", lambda kind: "another")
    assert trusted() == ["article-visuals or a library changed"]
    forgotten()
    assert trusted() == [""]


def test_the_manifest_follows_a_spec_that_says_the_same_otherwise(project: Path) -> None:
    made()
    write_spec(project, "word", QUOTE + "align: start\n")
    wanted = survey([SPEC]).wanted
    made()
    forgotten()
    assert trusted() == [""], wanted


def test_a_picture_has_one_owner_in_a_fresh_copy_too(project: Path) -> None:
    made()
    forgotten()
    Path("more").mkdir()
    Path("more/word.yaml").write_text(QUOTE.replace("counts", "weighs"), encoding="utf-8")
    (refused,) = survey(["more/word.yaml"]).errors
    assert str(refused).startswith("more/word.yaml: would write output/word.og.png, as specs/word.yaml does")


def test_specs_of_one_name_share_a_file_of_the_manifest(project: Path) -> None:
    Path("more").mkdir()
    Path("more/word.yaml").write_text(QUOTE + "sizes: [square]\n", encoding="utf-8")
    both = (SPEC, "more/word.yaml")
    made(*both)
    assert os.listdir("output/manifest") == ["word.json"]
    assert sorted(made.spec for made in manifest.read("output").pictures.values()) == [
        "../more/word.yaml",
        "../specs/word.yaml",
    ]
    assert [made(*both), survey(both).jobs] == [[], ()]


def test_the_manifest_that_was_one_file_is_replaced_with_a_word(project: Path) -> None:
    made()
    before = committed()
    rmtree("output/manifest")
    forgotten()
    old = Path("output/manifest.json")
    old.write_text('{"version": 1, "specs": {}, "pictures": {}}')
    said: list[str] = []
    surveyed = survey([SPEC])
    assert [page.is_changed for each in build(surveyed, surveyed.jobs, tell=said.append) for page in each.pages] == [
        False
    ]
    assert said == ["output/manifest.json is removed: output/manifest/ is in its place, with a file for each spec"]
    assert [data for data, _ in committed().values()] == [data for data, _ in before.values()]


def test_a_file_of_that_name_that_is_none_of_ours_stays(project: Path) -> None:
    Path("output").mkdir()
    Path("output/manifest.json").write_text('{"name": "A web application", "version": 1}')
    made()
    assert Path("output/manifest.json").is_file()
