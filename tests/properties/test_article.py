"""Whatever bytes an article has: it is refused, or its wishes are whole lines, in order, none twice."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import article
from pipeline.errors import ArticleError
from tests.amounts import some_of

ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", ""])
LINES = st.sampled_from(
    ["Visual: a map", "**Suggested Visual:** one", "- [image: two]", "[visual: three", "four]", "<!-- visual: five"]
    + ["-->", "Bild:", "> Visual: six", "# Heading", "Words and words.", "```", "    code", "---", "title: x"]
    + [
        "| a | b |",
        "|---|---|",
        "- item",
        "  Visual: seven",
        "\ufeff",
        "Größe",
        "\u2028",
        "\x0c",
        "\x85Visual: eight",
        "<pre>",
        "</pre>",
    ]
    + ["\t", "***"]
)
TEXTS = st.lists(st.tuples(LINES, ENDS), max_size=14).map(lambda parts: "".join(map("".join, parts)))
RAW = st.one_of(TEXTS.map(str.encode), TEXTS.map(lambda text: b"\xef\xbb\xbf" + text.encode()), st.binary(max_size=40))


@given(RAW)
@settings(deadline=None, derandomize=True, max_examples=some_of(300))
def test_wishes_are_whole_lines_in_order_with_keys_of_their_own(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.md"
        path.write_bytes(raw)
        try:
            found = article.read(str(path))
        except ArticleError:
            return
    assert found.raw == raw
    before = 0
    for wish in found.wishes:
        assert before <= wish.start < wish.end <= len(raw)
        assert raw[: wish.start].removeprefix(b"\xef\xbb\xbf")[-1:] in (b"", b"\n", b"\r")
        assert wish.end == len(raw) or raw[wish.end - 1 : wish.end] in (b"\n", b"\r")
        assert raw[wish.end - 1 : wish.end + 1] != b"\r\n"
        before = wish.end
    assert len({wish.key for wish in found.wishes}) == len(found.wishes)
