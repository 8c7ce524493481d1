"""By what factor the time of each path that reads text grows when a hostile text doubles: n log n gives 2.0 to 2.2.

Each path gets each of the pieces below over and over. A text counts from the length at which it takes `LEAST_S`; what
stays quicker up to a quarter of what the path's limits let through says nothing. Two doublings are measured at once,
for the machine's own noise is less beside them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from math import sqrt
from tempfile import gettempdir
from time import process_time
from typing import NamedTuple

from pipeline import article, drafting, source
from pipeline.article.html import to_html
from pipeline.color import Color
from pipeline.consistency import images
from pipeline.errors import PipelineError
from pipeline.kinds.feedback_checklist.gathering.markdown import listed_in_markdown
from pipeline.reading import dates, mermaid, tables
from pipeline.reading.sentences import sentences
from pipeline.typography import Span, TextStyle, Typesetter, library, markup
from pipeline.weaving import Shelf, Text, weaver
from tests.bench.figures import Figure, Section

LIMIT = 2.6
LEAST_S, ROUNDS = 0.01, 1
MORE_ROUNDS = 4  # where a factor is beyond the limit: others use the machine too
SHORTEST, MOST = 500, 2_000_000  # characters
STYLE = TextStyle(("Source Serif Pro",), 20, Color(0, 0, 0))
BOOK, TABLE, SPEC, QUOTE, CELL = 8_000_000, 10_000_000, 1_000_000, 20_000, 2_000  # characters: docs/limits.md
PIECES = (
    *("[", "]", "![", "[a](b ", "*a ", "**a", "_a ", "`", "<", "<!--", "<pre>\n\n", "&", "\\", "(", '"', ' "a', "“a"),
    *(".", "A. ", "1", "1.", "a", "a ", " ", "\n", "a\n", "a\n\n", "- a\n", "> ", "# a\n\n", "# # ", "```\n", "|a|\n"),
    *(
        "[a]: b\n",
        "a.",
        "[^1]: a\n",
        "{",
        "{a: ",
        "- - ",
        "a\u0301",
        "\u00ad",
        "a\u00ad",
        "\u2067",
        "\u2067a\u2069",
        "א(",
    ),
    *("א 1 ", "中", "two a, ", "a, b and c ", "Image: a\n\n", "- Image: a\n", "[image: a", "![](a)\n", "a : b : "),
    *("<!-- visuals a -->\na\n<!-- /visuals 0 -->\n\n", "<!-- visuals a: Image: a -->\na\n<!-- /visuals 0 -->\n\n"),
)
_numbers = count()  # ends each text otherwise: what is remembered of one helps no other


class Way(NamedTuple):
    """What reads a text, with what stands around the text, and how many characters of it are let through."""

    what: str
    read: Callable[[str], object]
    around: str
    most: int


def measure() -> Section:
    """The largest factor of each path, with the piece that it belongs to."""
    title = f"growth: the factor of time when a text doubles, the worst of {len(PIECES)} hostile ones"
    return Section(title, tuple(_worst(way) for way in _ways()))


def _ways() -> Iterator[Way]:
    typesetter = Typesetter(library())
    yield Way("YAML", lambda text: source.parse(text, "a.yaml"), "a: 1\n{}", SPEC)
    yield Way("YAML, one value", lambda text: source.parse(text, "a.yaml"), "a: {}", SPEC)
    yield Way("CSV", lambda text: tables.parse(text, "a.csv"), "a,b\n{}", TABLE)
    yield Way("CSV, unclosed quotes", lambda text: tables.parse(text, "a.csv"), 'a,b\n"{}', TABLE)
    yield Way("JSON", lambda text: tables.parse(text, "a.json"), "[{}", TABLE)
    yield Way("JSON, a cell", lambda text: tables.parse(text, "a.json"), '[{{"a": "{}"}}]', TABLE)
    yield Way("Markdown", _article, "{}", BOOK)
    yield Way("Markdown, a line", article.plain, "{}", BOOK)
    yield Way("Markdown, plain text", lambda text: article.parse(text.encode(), "a.txt"), "{}", BOOK)
    yield Way("Markdown, front matter", _article, "---\na: b\n{}\n---\n", BOOK)
    yield Way("Markdown, TOML", _article, "+++\n{}\n+++\n", BOOK)
    yield Way("Markdown to HTML", lambda text: to_html(_article(text), ["a"] * len(_article(text).wishes)), "{}", BOOK)
    yield Way(
        "wishes and drafts",
        lambda text: drafting.draft(_article(text), gettempdir()),
        "# A\n\n{}\n\nImage: a chart",
        BOOK,
    )
    yield Way("marks", _unwoven, "{}", BOOK)
    yield Way(
        "pictures of an article", lambda text: list(images.problems(_text(text), Shelf("specs", "out"))), "{}", BOOK
    )
    yield Way("task list", lambda text: listed_in_markdown(text, "a.md"), "## {}", TABLE)
    yield Way("Mermaid", lambda text: mermaid.parse(text, "a.mmd"), "timeline\na : {}", TABLE)
    yield Way("inline markup", markup.parse, "{}", QUOTE)
    yield Way("sentences", sentences, "{}", QUOTE)
    yield Way("dates", _date, "1 {}", CELL)
    yield Way("breaking", lambda text: typesetter.set([Span(text, STYLE)], 400, balanced=True), "{}", QUOTE)
    yield Way("breaking, right to left", lambda text: typesetter.set([Span(text, STYLE)], 400), "א {}", QUOTE)
    yield Way("hyphenation", lambda text: typesetter.set([Span("".join(text.split()), STYLE)], 100), "{}", QUOTE)


def _article(text: str) -> article.Article:
    return article.parse(text.encode(), "a.md")


def _text(text: str) -> Text:
    return Text(_article(text), ())


def _unwoven(text: str) -> object:
    return weaver.parse(text.encode(), "a.md").as_filed()


def _date(text: str) -> object:
    with suppress(dates.DateError):
        return dates.parse(text)
    return None


def _worst(way: Way) -> Figure:
    grown = [(*found, piece) for piece in PIECES if (found := _growth(way, piece))]
    if not grown:
        return Figure(
            way.what, 0, "x", LIMIT, seen=f"below {LEAST_S * 1e3:.0f} ms up to {min(way.most, MOST) // 4:,} characters"
        )
    factor, seconds, length, piece = max(grown)
    return Figure(way.what, factor, "x", LIMIT, seen=f"{piece!r} to {length:,} characters: {seconds * 1e3:.0f} ms")


def _growth(way: Way, piece: str) -> tuple[float, float, int] | None:
    """The factor, and the seconds and the length that it begins at; None for what is too quick."""
    length = SHORTEST
    while (seconds := _seconds(way, piece, length)) < LEAST_S:
        length *= 2
        if length > min(way.most, MOST) // 4:
            return None
    factor = 0.0
    for rounds in (ROUNDS, MORE_ROUNDS):
        once, fourfold = (min(_seconds(way, piece, each) for _ in range(rounds)) for each in (length, 4 * length))
        factor, seconds = sqrt(fourfold / once), once
        if factor <= LIMIT:
            break
    return factor, seconds, length


def _seconds(way: Way, piece: str, length: int) -> float:
    text = way.around.format(piece * (length // len(piece)) + str(next(_numbers)))
    gc.disable()
    start = process_time()
    with suppress(PipelineError):
        way.read(text)
    seconds = process_time() - start
    gc.enable()
    return seconds
