"""Whatever an article says, each spec that is drafted from it is read without a complaint and fits its picture."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.amounts import some_of
from tests.drafting.drafts import drafts, laid_out

WORDS = st.sampled_from(
    ["ask", "the", "interviewer", "for", "feedback.", "Consider", "internships,", "projects,", "or", "training", "78 %"]
    + ["of referrals,", "12 interviews", "“Thank you”", "„Danke“", '"yes"', "*so*", "`code`", "[link](https://a.b/c)"]
    + [
        "x" * 200,
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "Größe",
        "#",
        "- ",
        "& #",
        ": -",
        "'",
        "\\",
        "\\*",
        "\t",
    ]
    + ["שלום", "سلام", "🙂", "©", "\u200f", "\u2028", "\ufffe", "0x1F", "null", "2026-11-20", "1,234.5", "{a: b}", "%"]
    + [
        "either this",
        "that;",
        "e.g. one",
        "Whether it’s",
        "a,",
        "b",
        "and",
        "c.",
        "und",
        "oder",
        "mit",
        "drei Wege",
        "!",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0", max_codepoint=0x17F), max_size=60)
HEADINGS = st.one_of(st.just(""), TEXTS.map("## {}".format))
LISTS = st.lists(TEXTS, max_size=8).map(lambda texts: "\n".join(f"- {text}" for text in texts))
CELLS = st.one_of(
    st.sampled_from(["", "-", "12", "78 %", "-3", "1,200", "€ 5", "Jan"]), TEXTS.map(lambda text: text[:30])
)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5).map(
    lambda rows: "| a | b | c |\n|---|---|---|\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows)
)
BLOCKS = st.one_of(TEXTS, TEXTS, ANY, LISTS, TABLES, TEXTS.map("> {}".format))
LABELS = st.sampled_from(["Suggested Visual:", "**Visual:**", "- Image:", "Bildvorschlag:"])
ASKED = st.sampled_from(
    ["quote", "quote card by Ada", "checklist", "email on a laptop", "dashboard", "bar chart", "donut", "line chart"]
    + ["roadmap", "roadmap with three paths:", "Zitat von Ada", "Checkliste", "Fahrplan"]
)
WISHES = st.tuples(LABELS, ASKED, st.lists(WORDS, max_size=12).map(" ".join)).map(" ".join)
ARTICLES = st.lists(st.tuples(HEADINGS, st.lists(BLOCKS, max_size=3).map("\n\n".join), WISHES), min_size=1, max_size=3)


@given(ARTICLES)
@settings(deadline=None, derandomize=True, max_examples=some_of(150))
def test_every_drafted_spec_is_right_and_fits_in_og(fonts: str, parts: list[tuple[str, str, str]]) -> None:
    text = "\n\n".join("\n\n".join(part) for part in parts)
    with tempfile.TemporaryDirectory() as folder:
        found = drafts(Path(folder), text)
    for each in found:
        if each.text:
            laid_out(each.text, fonts)
