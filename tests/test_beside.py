"""Tests of pipeline.beside: text files that a spec names, and the project they may not leave."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Literal, TypeAlias

import pytest

from pipeline import beside
from pipeline.errors import AssetError, PipelineError, SpecError

Form: TypeAlias = Literal["NFC", "NFD"]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A spec of a project whose folder lies inside another folder."""
    path = tmp_path / "outside" / "project" / "specs" / "list.yaml"
    path.parent.mkdir(parents=True)
    path.touch()
    (path.parent.parent / "pyproject.toml").touch()
    return path


def problem(spec: Path, name: str, error: type[PipelineError]) -> str:
    with pytest.raises(error) as caught:
        beside.Reader(str(spec))(name, "data")
    (found,) = caught.value.problems
    assert found.field == "data"
    return found.message


def test_a_file_beside_the_spec_is_read_without_its_byte_order_mark(spec: Path) -> None:
    spec.with_name("notes.csv").write_bytes(b"\xef\xbb\xbftext\r\n\xc3\x84\r\n")
    assert beside.Reader(str(spec))("notes.csv", "data") == "text\r\nÄ\r\n"


def test_a_file_of_any_bytes_is_read_and_watched(spec: Path) -> None:
    (spec.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff\x00")
    read = beside.Reader(str(spec))
    assert read.data("photo.jpg", "photo") == b"\xff\xd8\xff\x00"
    assert list(read.digests) == [str(spec.with_name("photo.jpg"))]
    assert read.notes == []
    with pytest.raises(AssetError, match="expected at most 0 MB"):
        read.data("photo.jpg", "photo", most_bytes=3)


def test_a_file_elsewhere_in_the_project_is_read(spec: Path) -> None:
    (spec.parent.parent / "notes.md").write_text("Yes", encoding="utf-8")
    assert beside.Reader(str(spec))("../notes.md", "data") == "Yes"


def test_a_spec_named_from_the_current_folder_is_the_same(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec.with_name("notes.md").write_text("Yes", encoding="utf-8")
    monkeypatch.chdir(spec.parent)
    assert beside.Reader("list.yaml")("notes.md", "data") == "Yes"


def test_a_path_may_not_leave_the_project(spec: Path) -> None:
    (spec.parent.parent.parent / "secret.md").write_text("No", encoding="utf-8")
    assert problem(spec, "../../secret.md", SpecError) == "../../secret.md leads out of the spec's project"
    assert problem(spec, str(spec), SpecError).startswith("expected a path from the spec's folder")


def test_a_link_may_not_leave_the_project(spec: Path) -> None:
    secret = spec.parent.parent.parent / "secret.md"
    secret.write_text("No", encoding="utf-8")
    os.symlink(secret, spec.with_name("notes.md"))
    assert problem(spec, "notes.md", SpecError) == "notes.md leads out of the spec's project"


def test_a_folder_whose_name_begins_like_the_projects_is_outside(spec: Path) -> None:
    other = spec.parent.parent.with_name("project-2")
    other.mkdir()
    (other / "notes.md").touch()
    assert "leads out" in problem(spec, "../../project-2/notes.md", SpecError)


def test_what_cannot_be_read_is_told(spec: Path) -> None:
    spec.with_name("folder.md").mkdir()
    spec.with_name("odd.md").write_bytes(b"one\ntwo \x81\n")
    spec.with_name("large.md").write_bytes(b"x" * (beside.MAX_BYTES + 1))
    assert problem(spec, "folder.md", AssetError) == "folder.md is a folder"
    assert problem(spec, "odd.md", AssetError) == "odd.md:2:5: expected UTF-8 text, found the byte 0x81"
    assert problem(spec, "large.md", AssetError) == "large.md: expected at most 10 MB, found more"
    assert problem(spec, "missing.md", AssetError) == "there is no file missing.md"
    assert problem(spec, " ", SpecError) == "expected a file's name, found none"


@pytest.mark.parametrize(
    ("text", "encoding", "called"),
    [
        ("Müller – Größe\n20 €\n", "cp1252", "Windows-1252"),
        ("Société « Été »\n", "latin-1", "Windows-1252"),
        ("Ñandú & Co.\n", "cp1252", "Windows-1252"),
        ("¿Qué? 12 m² où, 5 £; L’Haÿ; ½ año\n", "cp1252", "Windows-1252"),
        ("Müller\n会社\n", "utf-16", "UTF-16"),
        ("Müller\n", "utf-16-be", "UTF-16"),
    ],
)
def test_what_spreadsheets_save_is_read_with_a_note(spec: Path, text: str, encoding: str, called: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    spec.with_name("list.csv").write_bytes(mark + text.encode(encoding))
    read = beside.Reader(str(spec))
    assert read("list.csv", "data") == text
    assert [note.about for note in read.notes] == ["encoding"]
    assert f"it is read as {called}" in str(read.notes[0])


def test_utf_8_needs_no_note(spec: Path) -> None:
    spec.with_name("list.csv").write_bytes("\ufeffMüller\n".encode())
    read = beside.Reader(str(spec))
    assert (read("list.csv", "data"), read.notes) == ("Müller\n", [])


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        ("会社,段階".encode("shift-jis"), "its encoding is not known: save it as UTF-8"),
        ("Компания".encode("cp1251"), "its encoding is not known: save it as UTF-8"),
        ("שלום עולם".encode("cp1255"), "its encoding is not known: save it as UTF-8"),
        ("公司,阶段".encode("gbk"), "its encoding is not known: save it as UTF-8"),
        ("Łódź".encode("cp1250"), "its encoding is not known: save it as UTF-8"),
        ("żółć".encode("cp1250"), "its encoding is not known: save it as UTF-8"),
        ("München".encode("mac_roman"), "its encoding is not known: save it as UTF-8"),
        ("회사".encode("euc-kr"), "its encoding is not known: save it as UTF-8"),
        (b"PK\x03\x04\xff", "the file is not text; if it is a spreadsheet, export it as CSV in UTF-8"),
    ],
)
def test_another_encoding_is_named_with_a_way_out(spec: Path, data: bytes, looks: str) -> None:
    spec.with_name("list.csv").write_bytes(data)
    with pytest.raises(AssetError) as caught:
        beside.Reader(str(spec))("list.csv", "data")
    assert caught.value.problems[0].hint.startswith(looks)


def test_the_nearest_name_is_offered(spec: Path) -> None:
    spec.with_name("notes.md").touch()
    with pytest.raises(AssetError, match=r"the nearest name is notes\.md"):
        beside.Reader(str(spec))("note.md", "data")


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_a_name_is_found_however_its_letters_are_stored(project: Path, stored: Form, written: Form) -> None:
    (project / "specs" / unicodedata.normalize(stored, "übersicht.csv")).write_text("a", encoding="utf-8")
    assert beside.Reader("specs/word.yaml")(unicodedata.normalize(written, "übersicht.csv"), "data") == "a"
