"""Tests of reading an article: its bytes, its line ends, its front matter, and what is refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from pipeline import article
from pipeline.article import Article
from pipeline.errors import ArticleError

WISH = "Suggested Visual: a roadmap"


def read(folder: Path, text: str | bytes, name: str = "article.md") -> Article:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return article.read(str(path))


def refused(folder: Path, text: str | bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read(folder, text)
    return str(caught.value).replace(str(folder) + "/", "")


class TestBytes:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_a_wish_is_its_line_with_its_line_end(self, tmp_path: Path, end: str) -> None:
        found = read(tmp_path, f"Größe.{end}{end}{WISH}{end}{end}More.")
        (wish,) = found.wishes
        assert found.raw[wish.start : wish.end].decode() == WISH + end
        assert (wish.line, found.newline) == (3, end)

    def test_mixed_line_ends_are_all_line_ends(self, tmp_path: Path) -> None:
        found = read(tmp_path, f"One\r\n\r{WISH}\n\r\n{WISH}\r\rThree\n")
        assert [found.raw[wish.start : wish.end] for wish in found.wishes] == [
            (WISH + "\n").encode(),
            (WISH + "\r").encode(),
        ]
        assert [wish.line for wish in found.wishes] == [3, 5]

    def test_a_last_line_without_an_end_goes_to_the_end_of_the_file(self, tmp_path: Path) -> None:
        (wish,) = read(tmp_path, f"One.\n\n{WISH}").wishes
        assert (wish.start, wish.end) == (6, 6 + len(WISH))

    def test_a_byte_order_mark_is_before_the_first_line(self, tmp_path: Path) -> None:
        found = read(tmp_path, b"\xef\xbb\xbf" + WISH.encode() + b"\n")
        assert found.wishes[0].start == 3
        assert found.text == WISH + "\n"

    def test_a_wish_of_several_lines_takes_them_all(self, tmp_path: Path) -> None:
        found = read(tmp_path, "One.\n\n<!-- visual: a quote\n  of mine -->\nTwo.\n")
        (wish,) = found.wishes
        assert found.raw[wish.start : wish.end] == b"<!-- visual: a quote\n  of mine -->\n"
        assert wish.text == "a quote of mine"

    def test_an_empty_article_has_nothing(self, tmp_path: Path) -> None:
        found = read(tmp_path, "")
        assert (found.sections, found.wishes, found.newline) == ((), (), "\n")

    def test_standard_input_is_read_for_a_hyphen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WISH.encode())))
        assert [wish.text for wish in article.read("-").wishes] == ["a roadmap"]

    def test_every_wish_of_two_megabytes_is_found(self, tmp_path: Path) -> None:
        text = f"{'A sentence of some length, with *stars* and `code`. ' * 40}\n\n- item\n\n{WISH}\n\n" * 1000
        assert len(text) > 2_000_000
        assert len(read(tmp_path, text).wishes) == 1000


class TestRefusals:
    def test_a_file_that_is_not_there_names_the_nearest(self, tmp_path: Path) -> None:
        (tmp_path / "article.md").touch()
        with pytest.raises(ArticleError, match=r"there is no such file\n  hint: the nearest name is .*article\.md"):
            article.read(str(tmp_path / "artcle.md"))

    def test_a_folder_is_no_article(self, tmp_path: Path) -> None:
        with pytest.raises(ArticleError, match="expected an article, found a folder"):
            article.read(str(tmp_path))

    def test_a_picture_is_refused_with_its_line(self, tmp_path: Path) -> None:
        fact = "article.md:1:1: expected UTF-8 text, found the byte 0x89\n  hint: the file is not text"
        assert refused(tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00") == fact

    def test_a_zero_byte_is_refused_with_its_line(self, tmp_path: Path) -> None:
        assert refused(tmp_path, "one\r\ntwo\0") == "article.md:2: expected text, found a NUL byte\n" + (
            "  hint: the file is not text"
        )

    def test_latin_1_is_refused_with_a_way_out(self, tmp_path: Path) -> None:
        assert "save the file as UTF-8" in refused(tmp_path, "Größe".encode("latin-1"))

    def test_more_than_eight_megabytes_are_refused(self, tmp_path: Path) -> None:
        assert "expected at most 8 MB of text, found more" in refused(tmp_path, b"a" * 8_000_001)


class TestFrontMatter:
    def test_its_scalars_are_kept_as_they_are_written(self, tmp_path: Path) -> None:
        found = read(tmp_path, f'---\r\ntitle: "One: two"\r\ndate: 2026-11-20\r\ntags: [a]\r\n---\r\n{WISH}\r\n')
        assert found.front_matter == {"title": "One: two", "date": "2026-11-20"}
        assert (found.title, found.wishes[0].line) == ("One: two", 6)
        assert found.raw[found.wishes[0].start :] == f"{WISH}\r\n".encode()

    def test_toml_between_pluses_is_read_too(self, tmp_path: Path) -> None:
        found = read(tmp_path, f'+++\ntitle = "One"\n+++\n{WISH}\n')
        assert (found.title, found.wishes[0].line) == ("One", 4)

    def test_a_rule_at_the_top_is_no_front_matter(self, tmp_path: Path) -> None:
        found = read(tmp_path, "---\nA paragraph without keys.\n\n---\n")
        assert found.front_matter == {}
        assert found.sections[0].blocks[0].text == "A paragraph without keys."

    def test_a_mistake_in_it_is_told_with_the_article_s_line(self, tmp_path: Path) -> None:
        assert refused(tmp_path, "---\nlang: en\ntitle: [one\n---\n").startswith("article.md:")
        assert refused(tmp_path, "---\nlang: en\nlang: de\n---\n").startswith("article.md:3:1: ")
