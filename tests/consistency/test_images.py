"""Images that were put in by hand, in lines that are hard to read."""

from __future__ import annotations

from pipeline import article, weaving
from pipeline.consistency import images


def told(written: str) -> list[str]:
    text = weaving.Text(article.parse(written.encode(), "a.md"), ())
    return [str(problem).split("\n")[0] for problem in images.problems(text, weaving.Shelf("specs", "output"))]


def test_an_image_within_the_brackets_of_another_is_the_one_that_is_looked_at() -> None:
    assert told("![a ![](b.png) c](d.png)\n") == ["a.md:1:5: the image b.png has no alt text"]


def test_each_line_of_a_paragraph_is_looked_at_however_it_is_held() -> None:
    written = "> 1. one\n>    ![](a.png)\n> two\n>    ![](b.png)\n\n    ![](code.png)\n"
    assert told(written) == [
        "a.md:2:6: the image a.png has no alt text",
        "a.md:4:6: the image b.png has no alt text",
    ]
