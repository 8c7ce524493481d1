"""What makes a picture stale, what does not, and the reason that is told."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree
from typing import Any

import pytest
from PIL import Image

from pipeline.build import build, keys, manifest, staleness
from pipeline.build.cleaning import leftovers
from pipeline.build.staleness import survey
from pipeline.errors import OutputError
from tests.conftest import QUOTE, python, write_spec
from tests.faces import with_dejavu

SPEC = "specs/word.yaml"
RECORD, CACHE = "output/manifest/word.json", "output/.visuals/cache.json"


def made(*paths: str, force: bool = False) -> list[str]:
    """Build the specs; the names of the pictures that were made."""
    surveyed = survey(paths or [SPEC], force=force)
    assert surveyed.errors == ()
    outcomes = list(build(surveyed, surveyed.jobs))
    assert [outcome.error for outcome in outcomes if outcome.error] == []
    return sorted(os.path.basename(page.path) for outcome in outcomes for page in outcome.pages)


def reasons(*paths: str) -> list[str]:
    return [each.reason for each in survey(paths or [SPEC]).wanted]


def noted() -> manifest.Manifest:
    return manifest.read("output")


def replace(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_picture_is_made_once(project: Path) -> None:
    assert reasons() == ["not made yet"]
    assert made() == ["word.og.png"]
    assert reasons() == [""]
    assert made() == []


def test_an_unchanged_spec_is_not_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    monkeypatch.setattr("pipeline.build.staleness.load", None)
    assert survey([SPEC]).wanted[0].fresh == (os.path.join("output", "word.og.png"),)


def test_times_of_files_mean_nothing(project: Path) -> None:
    made()
    for path in (SPEC, "output/word.og.png", RECORD):
        os.utime(path, (4e9, 4e9))
    assert made() == []
    replace(SPEC, "word", "worm")  # as long as before, and older than its picture
    os.utime(SPEC, (0, 0))
    assert made() == ["word.og.png"]


def test_a_comment_changes_no_picture_and_is_looked_at_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    replace(SPEC, "text:", "# a comment\ntext:")
    assert made() == []
    monkeypatch.setattr("pipeline.build.staleness.load", None)
    assert reasons() == [""]


def test_a_changed_spec_is_named(project: Path) -> None:
    made()
    replace(SPEC, "counts", "weighs")
    assert reasons() == ["specs/word.yaml changed"]
    assert made() == ["word.og.png"]


def test_only_the_sizes_and_themes_that_are_new_are_made(project: Path) -> None:
    made()
    replace(SPEC, "kind:", "sizes: [og, square]\nthemes: [paper, ink]\nkind:")
    assert reasons() == ["", "not made yet", "not made yet", "not made yet"]
    assert made() == ["word.og.ink.png", "word.square.ink.png", "word.square.png"]


def test_themes_in_another_order_make_pictures_of_the_same_names_anew(project: Path) -> None:
    replace(SPEC, "kind:", "themes: [paper, ink]\nkind:")
    made()
    before = Path("output/word.og.ink.png").read_bytes()
    replace(SPEC, "[paper, ink]", "[ink, paper]")
    assert made() == ["word.og.paper.png", "word.og.png"]
    assert Path("output/word.og.png").read_bytes() == before


def test_defaults_that_come_change_and_go_are_named(project: Path) -> None:
    made()
    write_spec(project, "_defaults", "lang: de\n")
    assert reasons() == ["specs/_defaults.yaml is new"]
    made()
    write_spec(project, "_defaults", "lang: fr\n")
    assert reasons() == ["specs/_defaults.yaml changed"]
    made()
    Path("specs/_defaults.yaml").unlink()
    assert reasons() == ["specs/_defaults.yaml is gone"]


def test_a_picture_that_the_spec_shows_is_watched(project: Path) -> None:
    Image.new("RGB", (40, 40), "red").save("specs/ada.png")
    write_spec(project, "word", QUOTE + "avatar: ada.png\n")
    made()
    assert noted().pictures["word.og.png"].files.keys() == {"../specs/ada.png"}
    assert made() == []
    Image.new("RGB", (40, 40), "blue").save("specs/ada.png")
    assert reasons() == ["specs/ada.png changed"]
    assert made() == ["word.og.png"]
    assert made() == []


def test_a_photograph_is_watched(project: Path) -> None:
    Image.new("RGB", (90, 60), "white").save("specs/ridge.jpg")
    write_spec(project, "word", QUOTE + "photo: {file: ridge.jpg, focus: [0.8, 0.4]}\naccept: [photo]\n")
    made()
    assert noted().pictures["word.og.png"].files.keys() == {"../specs/ridge.jpg"}
    assert made() == []
    Image.new("RGB", (90, 60), "silver").save("specs/ridge.jpg")
    assert reasons() == ["specs/ridge.jpg changed"]
    assert made() == ["word.og.png"]
    assert made() == []


def test_a_data_file_is_watched(project: Path) -> None:
    write_spec(project, "list", "kind: feedback_checklist\ntitle: Notes\ndata: notes.md\n")
    Path("specs/notes.md").write_text("- [x] One\n- [ ] Two\n", encoding="utf-8")
    assert made("specs/list.yaml") == ["list.og.png"]
    assert made("specs/list.yaml") == []
    Path("specs/notes.md").write_text("- [x] One\n- [x] Two\n", encoding="utf-8")
    assert reasons("specs/list.yaml") == ["specs/notes.md changed"]


def test_a_new_face_makes_every_picture_stale(project: Path) -> None:
    made()
    Path("fonts").mkdir()
    with_dejavu(Path("fonts"))
    assert reasons() == ["the faces changed"]


def test_changed_code_makes_every_picture_stale(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    monkeypatch.setattr(keys, "_renderer", lambda kind: "another")
    assert reasons() == ["article-visuals or a library changed"]


def test_the_code_of_other_kinds_and_of_the_command_changes_nothing(project: Path) -> None:
    # on a copy of the package: what `_renderer` says after a change in one of its files
    package = project / "pipeline"
    copytree(Path(keys.__file__).parent.parent, package, ignore=ignore_patterns("__pycache__"))

    def renderer(*changed: str) -> bytes:
        for name in changed:
            with (package / name).open("a", encoding="utf-8") as file:
                file.write("\n# changed\n")
        script = "from pipeline.build.keys import _renderer; print(_renderer('chart'))"
        result = python("-c", script, PYTHONPATH=str(project))
        assert result.returncode == 0, result.stderr
        return result.stdout

    plain = renderer()
    assert renderer("kinds/quote_card/__init__.py", "cli/__init__.py", "check/__init__.py") == plain
    own = renderer("kinds/chart/__init__.py")
    assert own != plain
    assert renderer("themes/paper.yaml") not in (own, plain)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda path: path.unlink(), "is missing"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), "is not the file that was made"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1] + b"x"), "is not the file that was made"),
        (lambda path: path.write_bytes(b""), "is not the file that was made"),
    ],
)
def test_a_damaged_file_is_made_anew(project: Path, damage: Callable[[Path], object], reason: str) -> None:
    made()
    path = Path("output/word.og.png")
    whole = path.read_bytes()
    damage(path)
    assert reasons() == [f"{path} {reason}"]
    assert made() == ["word.og.png"]
    assert path.read_bytes() == whole


def test_a_page_that_is_missing_is_made_anew(project: Path) -> None:
    items = "".join(f"  - Lesson number {number}, in a few more words\n" for number in range(60))
    write_spec(
        project,
        "list",
        f"kind: feedback_checklist\ntitle: Notes\noverflow: paginate\ngroups:\n- title: All\n  items:\n{items}",
    )
    pages = made("specs/list.yaml")
    assert len(pages) > 1
    assert made("specs/list.yaml") == []
    Path("output", pages[1]).unlink()
    assert reasons("specs/list.yaml") == [f"output/{pages[1]} is missing"]
    assert made("specs/list.yaml") == pages


def test_a_picture_has_one_owner(project: Path) -> None:
    assert made() == ["word.og.png"]
    Path("more").mkdir()
    Path("more/word.yaml").write_text(QUOTE.replace("counts", "weighs"), encoding="utf-8")
    (refused,) = survey(["more/word.yaml"]).errors
    assert str(refused).startswith("more/word.yaml: would write output/word.og.png, as specs/word.yaml does")
    assert reasons() == [""]


def test_a_spec_that_moved_takes_its_pictures_along(project: Path) -> None:
    assert made() == ["word.og.png"]
    Path("more").mkdir()
    Path(SPEC).rename("more/word.yaml")
    assert reasons("more/word.yaml") == [""]


def test_a_picture_without_a_manifest_is_not_called_missing(project: Path) -> None:
    made()
    Path(RECORD).unlink()
    assert reasons() == ["the manifest does not know it"]


def test_force_makes_everything(project: Path) -> None:
    made()
    assert [each.reason for each in survey([SPEC], force=True).wanted] == ["--force"]
    assert made(force=True) == ["word.og.png"]


def test_a_failed_picture_is_tried_again_and_the_others_are_not(project: Path) -> None:
    write_spec(project, "word", QUOTE + "sizes: [og, square]\n")
    Path("output/word.square.png").mkdir(parents=True)
    surveyed = survey([SPEC])
    outcomes = list(build(surveyed, surveyed.jobs))
    assert [outcome.error is None for outcome in outcomes] == [True, False]
    assert reasons() == ["", "not made yet"]


def test_a_picture_of_an_older_spec_whose_successor_failed_stays_and_is_stale(project: Path) -> None:
    made()
    before = Path("output/word.og.png").read_bytes()
    replace(SPEC, "Every *word* counts.", "word " * 3000)
    surveyed = survey([SPEC])
    list(build(surveyed, surveyed.jobs))
    assert Path("output/word.og.png").read_bytes() == before
    assert reasons() != [""]
    write_spec(project, "word")
    assert reasons() == [""]  # the picture on disk is again the one that the spec calls for


def test_a_spec_that_changes_while_it_is_built_is_stale_afterwards(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = sys.modules["pipeline.rendering"].load

    def load_and_edit(path: str) -> object:
        visual = load(path)
        replace(path, "counts", "weighs")
        return visual

    monkeypatch.setattr(staleness, "load", load_and_edit)
    assert made() == ["word.og.png"]
    monkeypatch.setattr(staleness, "load", load)
    assert reasons() == ["specs/word.yaml changed"]


def test_an_avatar_that_changes_while_it_is_painted_is_looked_at_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (40, 40), "red").save("specs/ada.png")
    write_spec(project, "word", QUOTE + "avatar: ada.png\n")
    render = sys.modules["pipeline.rendering"]  # `pipeline.rendering` is the function
    save = render._save

    def save_and_edit(picture: object, path: str, is_named: bool) -> None:
        save(picture, path, is_named)
        Image.new("RGB", (40, 40), "blue").save("specs/ada.png")

    monkeypatch.setattr(render, "_save", save_and_edit)
    made()
    assert reasons() == ["specs/ada.png changed"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< ours\n{}\n",
        "[]",
        "null",
        '{"version": 2}',
        '{"version": 0, "pictures": {}}',
        '{"version": "3", "pictures": {}}',
        '{"version": 2, "pictures": 3}',
        '{"version": 2, "pictures": {"word.og.png": {"bytes": "many"}}}',
        "[" * 100_000,
        "\ud800",
    ],
)
def test_a_manifest_that_is_none_of_ours_is_as_none(project: Path, text: str) -> None:
    made()
    whole = Path(RECORD).read_bytes()
    Path(RECORD).write_text(text, encoding="utf-8", errors="surrogatepass")
    assert made() == ["word.og.png"]
    assert Path(RECORD).read_bytes() == whole


@pytest.mark.parametrize("use", [lambda: survey(["specs/word.yaml"]), lambda: leftovers("output")])
def test_a_manifest_of_a_newer_version_is_told_and_only_force_overwrites_it(
    project: Path, use: Callable[[], object]
) -> None:
    made()
    path = Path(RECORD)
    newer = '{"version": 3, "cards": []}'
    path.write_text(newer, encoding="utf-8")
    with pytest.raises(OutputError, match=r"output/manifest/word\.json: made by a newer article-visuals") as caught:
        use()
    assert "visuals build --force" in caught.value.problems[0].hint
    assert path.read_text(encoding="utf-8") == newer
    surveyed = survey(["specs/word.yaml"], force=True)
    assert len(list(build(surveyed, surveyed.jobs))) == 1
    assert made() == []


@pytest.mark.parametrize(
    ("file", "part", "key", "value"),
    [
        (RECORD, "pictures", "pages", 10**12),
        (RECORD, "pictures", "bytes", float("inf")),
        (RECORD, "pictures", "files", {"\ud800": ""}),
        (RECORD, "pictures", "spec", "../specs/other.yaml"),
        (CACHE, "specs", "kind", ["list"]),
        (CACHE, "specs", "reads", {"\ud800": ""}),
        (CACHE, "specs", "pictures", {"word.og.png": 10**12}),
        (CACHE, "files", 0, ["not a digest"]),
    ],
)
def test_a_value_that_is_none_in_manifest_or_cache_is_put_right(
    project: Path, file: str, part: str, key: Any, value: object
) -> None:
    made()
    path = Path(file)
    whole = path.read_bytes()
    told = json.loads(whole)
    (entry,) = told[part].values()
    entry[key] = value
    path.write_text(json.dumps(told), encoding="utf-8")
    made()
    assert path.read_bytes() == whole


def test_a_manifest_without_an_entry_makes_that_picture_anew(project: Path) -> None:
    write_spec(project, "other")
    both = ("specs/other.yaml", SPEC)
    made(*both)
    path = Path(RECORD)
    whole = path.read_bytes()
    path.unlink()
    assert made(*both) == ["word.og.png"]
    assert path.read_bytes() == whole


def test_the_manifest_is_the_same_however_it_came_about(project: Path) -> None:
    write_spec(project, "other")
    both = ("specs/other.yaml", SPEC)
    made(*both)
    whole = [Path(path).read_bytes() for path in (RECORD, CACHE)]
    made(*both, force=True)
    assert [Path(path).read_bytes() for path in (RECORD, CACHE)] == whole
    rmtree("output")
    made(SPEC)
    made("specs/other.yaml")
    assert [Path(path).read_bytes() for path in (RECORD, CACHE)] == whole


def test_the_manifest_holds_no_path_of_this_machine_and_no_time(project: Path) -> None:
    made()
    text = Path(RECORD).read_text(encoding="utf-8")
    assert str(project) not in text
    assert set(json.loads(text)["pictures"]["word.og.png"]) == {
        *("alt", "bytes", "height", "kind", "page", "pages", "says", "scale", "sha256", "size", "spec", "theme"),
        *("description", "encoding", "fit", "title", "width"),
    }


def test_a_build_from_another_folder_finds_the_same_state(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    monkeypatch.chdir(project / "specs")
    assert [each.reason for each in survey(["word.yaml"]).wanted] == [""]


def test_a_project_that_lies_elsewhere_is_as_fresh(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = project / "specs" / "themes" / "mine.yaml"
    own.parent.mkdir()
    own.write_text("extends: ink\nhandle: '@ada'\n", encoding="utf-8")
    (project / "specs" / "rows.csv").write_text("Source,Rate\nReferral,78\n", encoding="utf-8")
    write_spec(project, "_defaults", "themes: [mine]\n")
    write_spec(project, "rows", "kind: chart\ntitle: All\ndata: rows.csv\n")
    with_dejavu(project / "fonts")
    both = ("specs/rows.yaml", SPEC)
    assert made(*both) == ["rows.og.png", "word.og.png"]
    elsewhere = tmp_path_factory.mktemp("some where") / "ré-named"
    copytree(project, elsewhere)
    for path in elsewhere.rglob("*"):
        os.utime(path, (0, 0))
    monkeypatch.chdir(elsewhere)
    assert reasons(*both) == ["", ""]


def test_the_manifest_of_a_failed_first_build_is_not_there(project: Path) -> None:
    write_spec(project, "word", QUOTE.replace("Every *word* counts.", "word " * 3000))
    surveyed = survey([SPEC])
    list(build(surveyed, surveyed.jobs))
    assert not os.path.exists("output")
