"""A value is changed where it stands, and every other byte of the file stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import source
from pipeline.errors import SpecError
from pipeline.source.patching import chosen, patched

TEXTS = st.text(
    st.sampled_from("ab Z9é—#:,-[]{}&*!|>'\"%@`?\\\n~ 的😀"), min_size=0, max_size=30
)  # what YAML has a meaning for, and letters
STYLES = ("plain", "'", '"', "|", ">", "|-", ">+", "long")


def test_a_word_is_changed_in_the_place_of_the_old_one() -> None:
    before = b"kind: quote_card\ntext: Every *word* counts.  # so it does\nauthor: Ada\n"
    after = b"kind: quote_card\ntext: Each *word* counts.  # so it does\nauthor: Ada\n"
    assert patched(before, "a.yaml", "text", "Each *word* counts.") == after


@pytest.mark.parametrize(
    ("before", "field", "text", "after"),
    [
        ("a: one\r\nb: two\r\n", "a", "1: one", 'a: "1: one"\r\nb: two\r\n'),
        ("\ufeffa: one\n", "a", "two", "\ufeffa: two\n"),
        ("a: 'it''s'\n", "a", "it's so", "a: 'it''s so'\n"),
        ("a: [one, two]\n", "a[1]", "three, four", 'a: [one, "three, four"]\n'),
        ("a: {b: c, d: e}\n", "a.b", "x", "a: {b: x, d: e}\n"),
        ("a: 2024\n", "a", "2025", "a: 2025\n"),
        ("a: word\n", "a", "2025", 'a: "2025"\n'),
        ("a: |\n  one\n  two\n\nb: c\n", "a", "one\nthree", "a: |\n  one\n  three\n\nb: c\n"),
        ("a: >-\n  one two\n  three\nb: c\n", "a", "one two four", "a: >-\n  one two\n  four\nb: c\n"),
        ("a: one two\n  three four\n", "a", "one two 3 four", "a: one two\n  3 four\n"),
        ("a: |\r\n  one\r\nb: c\r\n", "a", "one\ntwo", "a: |\r\n  one\r\n  two\r\nb: c\r\n"),
        ("a: one", "a", "", 'a: ""'),
    ],
)
def test_it_is_written_as_it_was(before: str, field: str, text: str, after: str) -> None:
    assert patched(before.encode(), "a.yaml", field, text) == after.encode()


@pytest.mark.parametrize(
    ("file", "field", "why"),
    [
        ("a: &name one\nb: *name\n", "a", "`&name` is a name for it"),
        ("a: &name one\nb: *name\n", "b", "it stands elsewhere in the file"),
        ("a: &name {c: one}\nb: *name\n", "b.c", "it stands elsewhere in the file"),
        ("a: &name {c: one}\nb: *name\n", "a.c", "one of other values"),
        ("a: !!str one\n", "a", "it has the tag `!!str`"),
        ("a: {b: c}\n", "a", "it is no text"),
        ("a: b\n", "c", "it is no text"),
        ("a: [\n", "a", "is not closed"),
    ],
)
def test_what_cannot_be_changed_alone_is_refused(file: str, field: str, why: str) -> None:
    with pytest.raises(SpecError, match=why):
        patched(file.encode(), "a.yaml", field, "two")


@pytest.mark.parametrize(
    ("before", "field", "choice", "after"),
    [
        ("kind: k\nmotif: sun # warm\n", "motif", "none", "kind: k\nmotif: none # warm\n"),
        ("kind: k # here\ntext: t\n", "motif", "sun", "kind: k # here\nmotif: sun\ntext: t\n"),
        ("kind: k\nsizes: [og]\n", "sizes", ("og", "wide"), "kind: k\nsizes: [og, wide]\n"),
        ("sizes:\n  - og\n  - wide\n\nkind: k\n", "sizes", ("og",), "sizes:\n  - og\n\nkind: k\n"),
        ("sizes:\n- og\n# next\nkind: k\n", "sizes", ("og", "wide"), "sizes:\n- og\n- wide\n# next\nkind: k\n"),
        (
            "items:\n  - text: t\n    note: n\n",
            "items[0].state",
            "done",
            "items:\n  - text: t\n    state: done\n    note: n\n",
        ),
        ("items: [{text: t}]\n", "items[0].state", "done", "items: [{text: t, state: done}]\n"),
        ("theme: paper\n", "theme", ("paper", "ink"), "theme: [paper, ink]\n"),
    ],
)
def test_a_choice_is_put_where_its_key_is_or_would_be(
    before: str, field: str, choice: str | tuple[str, ...], after: str
) -> None:
    assert chosen(before.encode(), "a.yaml", field, choice) == after.encode()


def test_a_list_with_a_comment_in_it_is_left_to_its_author() -> None:
    with pytest.raises(SpecError, match="a comment stands within the list"):
        chosen(b"sizes:\n  - og # first\n  - wide\n", "a.yaml", "sizes", ("og",))


@settings(max_examples=150)
@given(old=TEXTS, new=TEXTS, style=st.sampled_from(STYLES), is_windows=st.booleans(), has_mark=st.booleans())
def test_only_the_bytes_of_the_value_change(old: str, new: str, style: str, is_windows: bool, has_mark: bool) -> None:
    file = HEAD + _written(old, style) + TAIL
    file = ("\ufeff" if has_mark else "") + (file.replace("\n", "\r\n") if is_windows else file)
    if _said(file) is None:
        return  # a text that this style cannot write
    changed = patched(file.encode(), "a.yaml", "items[0].text", new).decode()
    start, end = file.index("    text: ") + 10, file.rindex("  # between")
    assert changed.startswith(file[:start])
    assert changed.endswith(file[end:])
    assert (_said(changed) or "").rstrip("\n") == new.rstrip("\n")


HEAD = "# first\nitems:\n  - before: [x, 'y']  # a\n    text: "
TAIL = "\n  # between\n  - after: {z: 1}\nlast: |\n  end\n"


def _said(file: str) -> str | None:
    """The text in the file, None where it is no YAML, or no text is there."""
    try:
        text = source.parse(file, "a.yaml").child("items").entry(0).child("text")  # type: ignore[union-attr]
    except SpecError:
        return None
    return text.text if text and not isinstance(text.value, (dict, tuple)) else None


def _written(text: str, style: str) -> str:
    if style == "plain":
        return text.replace("\n", " ") or "x"
    if style == "'":
        return "'" + text.replace("'", "''").replace("\n", " ") + "'"
    if style == '"':
        return source.quoted(text)
    if style == "long":
        return "word\n      ".join(["one ", *text.split(), "two"])
    return f"{style}\n" + "\n".join(f"      {line}" for line in text.split("\n"))
