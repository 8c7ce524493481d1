"""Hostile texts whose reading once grew with the square of their length: the steps are counted, never timed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

import pytest

from pipeline import article, source
from pipeline.color import Color
from pipeline.drafting import material
from pipeline.errors import ArticleError, PipelineError
from pipeline.kinds.applications_dashboard import stages
from pipeline.kinds.career_roadmap.content import plan
from pipeline.kinds.career_roadmap.reading import material as paths_of
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from pipeline.kinds.feedback_checklist.gathering.markdown import listed_in_markdown
from pipeline.reading import mermaid, tables
from pipeline.typography import Span, TextStyle, Typesetter, library
from pipeline.weaving import weaver

N = 400  # characters or rows; steps beyond it are those of the text, no longer those of starting
MOST_GROWTH = 2.5  # of the steps when the text doubles; n log n gives 2.2, the square 4
STYLE = TextStyle(("Source Serif Pro",), 20, Color(0, 0, 0))


def steps(read: Callable[[Any], object], text: object) -> int:
    """How many instructions of Python reading the text takes, whether it is read or refused."""
    taken = 0

    def trace(frame: FrameType, event: str, _argument: Any) -> Callable[..., Any]:
        nonlocal taken
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        taken += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        with suppress(PipelineError):
            read(text)
    finally:
        sys.settrace(before)
    return taken


def growth(read: Callable[[Any], object], text: Callable[[int], object]) -> float:
    """By which factor the steps grow when the text doubles."""
    with suppress(PipelineError):
        read(text(N // 2))  # what is loaded and remembered once
    return steps(read, text(2 * N)) / steps(read, text(N))


def typeset(text: str) -> object:
    return Typesetter(library()).set([Span(text, STYLE)], 400)


def backticks(count: int) -> str:
    """So many runs, of one backtick, two, three and so on: none is closed."""
    return " ".join("`" * run for run in range(1, count))


def woven(count: int) -> weaver.Text:
    """So many wishes, each with its figure."""
    figures = (f"<!-- visuals a{at}: Image: a -->\na\n<!-- /visuals 0 -->\n\n" for at in range(count))
    return weaver.parse("".join(figures).encode(), "a.md")


def tasks_of(text: str) -> object:
    return listed_in_markdown(text, "a.md")


def words_and_rows(count: int) -> list[str]:
    """So many words, each of them in a row of its own."""
    return [f"word {at} of {count}" for at in range(count)]


def stages_of_rows(words: list[str]) -> object:
    own = stages.own_words(dict.fromkeys(words, "applied"))
    return [stages.meaning(word, own) for word in words]


def paths_of_their_own(count: int) -> str:
    """A table of so many paths, each with a time that is none."""
    return "path,title,at\n" + "".join(f"p{at},t,x{at}\n" for at in range(count))


def plan_of_table(text: str) -> object:
    spec = CareerRoadmap(kind="career_roadmap", data="a.csv")
    return plan(spec, paths_of(spec, text))


def diagram(text: str) -> object:
    return mermaid.parse(text, "a.mmd")


def rows_with_own_keys(count: int) -> str:
    return json.dumps([{"x": "l", f"k{number}": 1} for number in range(count)])


@pytest.mark.parametrize(
    ("read", "text"),
    [
        pytest.param(article.plain, lambda n: "[" * n, id="brackets in an article"),
        pytest.param(lambda text: source.parse(text, "a.yaml"), lambda n: "a: " + "[" * n, id="brackets in YAML"),
        pytest.param(article.without_code, backticks, id="runs of backticks"),
        pytest.param(lambda text: tables.parse(text, "d.json"), rows_with_own_keys, id="a key of its own for each row"),
        pytest.param(typeset, lambda n: "a" + "\u0301" * n, id="marks on a letter"),
        pytest.param(typeset, lambda n: "a" + "\u2067" * n, id="controls of direction"),
        pytest.param(typeset, lambda n: "א" + "(" * n + "]" * n, id="brackets from right to left"),
        pytest.param(stages_of_rows, words_and_rows, id="words of one's own for stages"),
        pytest.param(plan_of_table, paths_of_their_own, id="paths of a table"),
        pytest.param(diagram, lambda n: "timeline\n" + "%%{" * n, id="directives of a diagram"),
        pytest.param(weaver.Text.as_filed, woven, id="lines of a woven article"),
        pytest.param(tasks_of, lambda count: "- [x] " + "[" * count, id="brackets in a task list"),
        pytest.param(
            tasks_of, lambda count: "".join(f"## {at}\n- [x] a\n" for at in range(count)), id="groups of tasks"
        ),
    ],
)
def test_twice_the_text_takes_about_twice_the_steps(
    read: Callable[[Any], object], text: Callable[[int], object]
) -> None:
    assert growth(read, text) < MOST_GROWTH


def test_front_matter_is_refused_before_it_is_understood() -> None:
    with pytest.raises(
        ArticleError, match=r"a\.md:1:1: front matter: expected at most 20,000 characters, found 40,004"
    ):
        article.parse(b"+++\n" + b"a." * 20_000 + b"a=1\n+++\n", "a.md")


def test_a_draft_takes_no_more_of_a_wish_than_of_a_section() -> None:
    wish = article.parse(b"Image: a list of " + b"A. " * 10_000, "a.md").wishes[0]
    assert len(material.of_wish(wish, "en").wish) < material.ENOUGH + 1
