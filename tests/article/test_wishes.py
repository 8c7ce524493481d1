"""Tests of finding wishes: which lines are one, what they say, what they are called, and the section they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.article import Article
from tests.article.test_reading import read


def texts(folder: Path, text: str, name: str = "article.md") -> list[str]:
    return [wish.text for wish in read(folder, text, name).wishes]


@pytest.mark.parametrize(
    "line",
    [
        "Suggested Visual: a roadmap",
        "suggested visual: a roadmap",
        "VISUAL: a roadmap",
        "Visual : a roadmap",
        "Image: a roadmap",
        "Figure: a roadmap",
        "**Suggested Visual:** a roadmap",
        "**Suggested Visual**: a roadmap",
        "***Visual: a roadmap***",
        "_Visual: a roadmap_",
        "- Visual: a roadmap",
        "* **Visual:** a roadmap",
        "1. Visual: a roadmap",
        "• Visual: a roadmap",
        "> Visual: a roadmap",
        "> - *Visual: a roadmap*",
        "### Suggested Visual: a roadmap",
        "Visual: a roadmap\n---",
        "[visual: a roadmap]",
        "[ Suggested Visual : a roadmap ]",
        "- [image: a roadmap]",
        "**[Visual: a roadmap]**",
        "[visual: a\nroadmap]",
        "<!-- visual: a roadmap -->",
        "<!--SUGGESTED VISUAL:\n  a\n  roadmap\n-->",
        "- <!-- figure: a roadmap -->",
        "**Suggested Visual:**\na roadmap",
        "Visual: a *roadmap*",
        "Visual: a [roadmap](https://example.org)",
        "Bildvorschlag: a roadmap",
        "Vorgeschlagenes Bild: a roadmap",
        "Abbildung: a roadmap",
        "![Image suggestion: a roadmap]()",
        "- [ ] Suggested Visual: a roadmap",
        "> **Suggested Visual:** a\n> roadmap",
        "> [!note] Visual: a roadmap",
        "%% Visual: a roadmap %%",
    ],
)
def test_a_line_with_a_label_is_a_wish(tmp_path: Path, line: str) -> None:
    assert texts(tmp_path, f"Some words.\n\n{line}\n\nMore words.\n") == ["a roadmap"]


@pytest.mark.parametrize(
    "line",
    [
        "```\nVisual: a roadmap\n```",
        "~~~\n<!-- visual: a roadmap -->\n~~~",
        "    Visual: a roadmap",
        "`Visual: a roadmap`",
        "Write `[visual: a roadmap]` on a line.",
        "Figure 3: a roadmap",
        "Visuals: the film looks well.",
        "Our Visual: a roadmap",
        "Imagery: a roadmap",
        "[visual](a: roadmap)",
        "<pre>\nVisual: a roadmap\n</pre>",
        "<!-- a note:\nVisual: a roadmap\n-->",
        "| a |\n|---|\n| Visual: a roadmap |",
        "~~Suggested Visual: a roadmap~~",
    ],
)
def test_code_captions_and_hidden_lines_are_left_alone(tmp_path: Path, line: str) -> None:
    found = read(tmp_path, f"Some words.\n\n{line}\n\nMore words.\n")
    assert (found.wishes, found.strays) == ((), ())


@pytest.mark.parametrize(
    "line", ["Look [visual: a roadmap] here", "Look <!-- visual: a -->", "<!-- visual: a --> <!-- visual: b -->"]
)
def test_a_wish_among_other_words_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    found = read(tmp_path, f"Some words.\n\n{line}\n")
    assert found.wishes == ()
    assert [stray.line for stray in found.strays] == [3]


class TestLines:
    def test_lines_of_an_article_that_is_not_wrapped_are_paragraphs(self, tmp_path: Path) -> None:
        text = f"{'Long words. ' * 20}\nVisual: a roadmap with no stop\nIf a line follows, it is another paragraph.\n"
        assert texts(tmp_path, text, "article.txt") == ["a roadmap with no stop"]

    def test_a_wish_of_a_wrapped_article_goes_on_where_a_line_is_full(self, tmp_path: Path) -> None:
        full = "Forty letters of words make half a line. Forty letters of words make half a line.\n"
        text = f"{full * 3}\nVisual: {'a map ' * 11}of\nroads\nHere.\n"
        found = read(tmp_path, text)
        assert found.wishes[0].text.endswith("a map of roads")
        assert found.raw[found.wishes[0].end :] == b"Here.\n"

    def test_two_wishes_in_a_row_are_two(self, tmp_path: Path) -> None:
        assert texts(tmp_path, "Visual: one\nVisual: two\n") == ["one", "two"]

    def test_a_wish_without_words_is_one(self, tmp_path: Path) -> None:
        assert texts(tmp_path, "Visual:\n\nWords.\n") == [""]


class TestKeys:
    def test_a_key_is_the_first_words_that_matter(self, tmp_path: Path) -> None:
        (wish,) = read(tmp_path, "Visual: A checklist with areas of improvement, über alles\n").wishes
        assert wish.key == "checklist-areas-improvement-uber-alles"

    def test_two_alike_get_a_number(self, tmp_path: Path) -> None:
        found = read(tmp_path, "Visual: a map\n\nVisual: The map 2\n\nVisual: a map\n\nVisual: the map!\n")
        assert [wish.key for wish in found.wishes] == ["map", "map-2", "map-3", "map-4"]

    def test_other_scripts_keep_their_letters_and_no_words_are_a_visual(self, tmp_path: Path) -> None:
        found = read(tmp_path, "Visual: خريطة الطريق\n\nVisual: …\n\nVisual: " + "x" * 300 + "\n")
        assert [wish.key for wish in found.wishes] == ["خريطة-الطريق", "visual", "x" * 48]


class TestSections:
    TEXT = (
        "Before.\n\n# One\n\nFirst.\n\nVisual: a\n\nSecond.\n\nVisual: b\n\nVisual: c\n\nThird.\n\n## Two\n\n- Entry\n"
    )

    def test_a_section_runs_from_heading_to_heading(self, tmp_path: Path) -> None:
        found = read(tmp_path, self.TEXT)
        assert [(section.heading, section.level, section.line) for section in found.sections] == [
            ("", 0, 1),
            ("One", 1, 3),
            ("Two", 2, 17),
        ]
        assert [block.text for block in found.sections[1].blocks] == ["First.", "Second.", "Third."]
        assert [block.sort for block in found.sections[2].blocks] == ["item"]

    def test_each_wish_has_what_stands_before_it_and_the_last_what_follows(self, tmp_path: Path) -> None:
        assert self._blocks(read(tmp_path, self.TEXT)) == [["First."], ["Second."], ["Third."]]

    def test_a_wish_right_behind_another_has_the_same_words(self, tmp_path: Path) -> None:
        assert self._blocks(read(tmp_path, "# One\n\nFirst.\n\nVisual: a\n\nVisual: b\n")) == [["First."], ["First."]]

    def test_short_lines_of_plain_text_are_headings(self, tmp_path: Path) -> None:
        text = "Stay calm\nIt is not about you.\nVisual: a\n2. Ask why\nThey may tell you. " + "And so on. " * 12
        found = read(tmp_path, text, "article.txt")
        assert [section.heading for section in found.sections] == ["Stay calm", "2. Ask why"]
        assert found.wishes[0].section.heading == "Stay calm"

    def test_a_table_has_rows_of_plain_cells(self, tmp_path: Path) -> None:
        (section,) = read(tmp_path, "| a | *b* |\n|---|---|\n| 1 | `2` |\n").sections
        assert section.blocks[0].rows == (("a", "b"), ("1", "2"))

    def _blocks(self, found: Article) -> list[list[str]]:
        return [[block.text for block in wish.section.blocks] for wish in found.wishes]


@pytest.mark.parametrize(
    "line",
    [
        "📸 **Suggested Visual:** a roadmap",
        "1️⃣ Suggested Visual: a roadmap",
        "**🖼️ Image idea #2:** a roadmap",
        "→ Image suggestion 3: a roadmap",
        "Suggested Visual – a roadmap",
        "Infographic—a roadmap",
        "Visual - a roadmap",
        "*[Image Suggestion: a roadmap]*",
        "![Image suggestion: a roadmap]",
        "[INSERT IMAGE: a roadmap]",
        "[Insert infographic here: a roadmap]",
        "[Insert a roadmap here]",
        "(Image placeholder: a roadmap)",
        r"\[Image: a roadmap\]",
        "<!--[Visual Suggestion: a roadmap] -->",
        "TODO: insert image: a roadmap",
        "### Suggested Visual\n\na roadmap",
        "**Suggested Visuals**\n\n1. a roadmap",
        "Words run on.\nSuggested visuals:\n- a roadmap",
        "- Suggested visuals:\n  - a roadmap",
        "> Image ideas:\n> - Image: a roadmap",
        "Bildidee – a roadmap",
        "Visuel suggéré : a roadmap",
        "Sugerencia visual: a roadmap",
    ],
)
def test_wishes_may_have_every_form_that_people_use(tmp_path: Path, line: str) -> None:
    found = read(tmp_path, f"Some words.\n\n{line}\n\nMore words.\n")
    assert [wish.text.removeprefix("image: ") for wish in found.wishes] == ["a roadmap"]
    assert found.strays == ()


@pytest.mark.parametrize(
    "line",
    [
        "Image: Jo Sample / Example Stock, CC BY 4.0",
        "Image: Jo Sample",
        "Bild: Ada Beispiel / dpa",
        "Figure: © 2026 Jo Sample",
        "Image: photo by Jo Sample on Unsplash",
        "Image: by Jo Sample from Pixabay",
        "Image credit: Jo Sample",
        "[Image source: Jo Sample]",
        "**Image:** ![A desk](desk.png)",
        "Suggested Visual: ![A desk][desk]",
        "Image: [A desk](desk.png)",
        "Image: desk.png",
        "- Image: registry/web-server:2.1",
        "image: nginx:1.25-alpine",
        "**Image** – the file that you upload",
        "Recommended image size: 1200 x 630",
        "Visuals:\n\n- the light\n- the colours",
    ],
)
def test_credits_addresses_and_topics_are_no_wishes(tmp_path: Path, line: str) -> None:
    found = read(tmp_path, f"Some words.\n\n{line}\n\nMore words.\n")
    assert (found.wishes, found.strays) == ((), ())


def test_a_wish_in_the_middle_of_a_paragraph_is_told_with_its_line(tmp_path: Path) -> None:
    found = read(tmp_path, "It was so. Suggested Visual: a roadmap of it all\n")
    assert [stray.line for stray in found.strays] == [1]


def test_each_entry_of_a_list_is_a_wish_and_the_first_has_the_label_s_line(tmp_path: Path) -> None:
    found = read(tmp_path, "Suggested visuals:\n\n- a map\n  - with detail\n- a chart\n\nMore.\n")
    assert [(wish.line, wish.text) for wish in found.wishes] == [(1, "a map with detail"), (5, "a chart")]
    assert found.raw[found.wishes[1].end :] == b"\nMore.\n"


def test_an_article_goes_on_behind_a_label_without_words(tmp_path: Path) -> None:
    found = read(tmp_path, "**Suggested Visual:**\n\nThe next day came.\n")
    assert [wish.text for wish in found.wishes] == [""]
    assert [block.text for block in found.sections[0].blocks] == ["The next day came."]


@pytest.mark.parametrize("row", ["| Suggested Visual | a roadmap |", "| one | Suggested Visual: a roadmap |"])
def test_a_wish_in_a_table_is_told_with_its_line(tmp_path: Path, row: str) -> None:
    head = read(tmp_path, f"Words.\n\n{row}\n|---|---|\n| a | b |\n").strays
    body = read(tmp_path, f"Words.\n\n| a | b |\n|---|---|\n{row}\n").strays
    assert [(stray.line, stray.fact.partition(" stands")[2]) for stray in (*head, *body)] == [
        (3, " in a table"),
        (5, " in a table"),
    ]


def test_a_line_behind_a_wish_that_begins_a_sentence_is_no_part_of_it(tmp_path: Path) -> None:
    line = "A line of its own, as long as it likes, since none of this article is broken for its length.\n\n"
    assert texts(tmp_path, f"{line}Visual: a roadmap\nThe text goes on.\n") == ["a roadmap"]
    assert texts(tmp_path, f"{line}Visual: a roadmap.\nand so on\n") == ["a roadmap."]
    assert texts(tmp_path, f"{line}Visual: a\nroadmap\n") == ["a roadmap"]


def test_what_stands_in_brackets_behind_the_label_does_not_cut_the_wish(tmp_path: Path) -> None:
    assert texts(tmp_path, "Suggested Visual (optional): a roadmap: a or b\n") == ["optional – a roadmap: a or b"]
    assert texts(tmp_path, "Suggested Visual (bar chart): a or b\n") == ["bar chart: a or b"]
