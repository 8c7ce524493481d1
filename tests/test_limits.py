"""Limits that are looked at before the work: columns, marks on a letter, lines, pixels, bytes."""

from __future__ import annotations

import json
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest

from pipeline.errors import FitError, SpecError
from pipeline.reading import tables
from pipeline.rendering import load, render
from pipeline.typography.breaking import segments
from tests.conftest import QUOTE, Invoke, write_spec

INVISIBLE = "\u00ad\u200b\u200d\u2060\ufeff\u034f\ufe0f"


def bomb(path: Path, side: int) -> None:
    """A grey PNG of side x side px, one bit each, in a few KB."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    body = zlib.compressobj(9)
    row = b"\0" * (1 + (side + 7) // 8)
    pixels = b"".join(body.compress(row) for _ in range(side)) + body.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


@pytest.mark.parametrize("key", ["avatar: a.png", "theme: {logo: {file: a.png}}"])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    project: Path, invoke: Invoke, key: str, recwarn: pytest.WarningsRecorder
) -> None:
    bomb(project / "specs" / "a.png", 13_000)
    write_spec(project, "word", QUOTE + key + "\n")
    tracemalloc.start()
    result = invoke("render", "specs/word.yaml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert result.exit_code == 1
    assert "expected at most 40 million pixels, found 13,000 x 13,000" in result.stderr
    assert "no side needs more than 4,000 pixels" in result.stderr
    assert peak < 20e6
    assert list(recwarn) == []


@pytest.mark.parametrize("form", ["csv", "json", "yaml"])
def test_columns_are_counted_before_there_is_a_cell_for_each(form: str) -> None:
    names = [f"k{number}" for number in range(4_000)]
    records = [{"x": "l", name: 1} for name in names]
    text = {
        "csv": ",".join(names) + "\n" + "1,2\n" * 4_000,
        "json": json.dumps(records),
        "yaml": "".join(f"- {{x: l, {name}: 1}}\n" for name in names),
    }[form]
    with pytest.raises(SpecError, match=r"expected at most 200 columns, found 4,00"):
        tables.parse(text, f"d.{form}")


@pytest.mark.parametrize("mark", ["\u0301", "\u0e31", "\ufe0f", "\U0001f3fb", "\U000e0061", "\u200d", "\u2067"])
def test_a_letter_of_more_marks_than_any_writing_has_is_refused_with_its_place(project: Path, mark: str) -> None:
    count = "2,999" if mark == "\u0301" else "3,000"  # the first accent and its letter are one character
    write_spec(project, "word", f'kind: quote_card\ntext: "a{mark * 3_000} end"\n')
    with pytest.raises(FitError) as caught:
        render(load("specs/word.yaml"))
    assert str(caught.value).startswith(
        f"specs/word.yaml:2:7: text: expected at most 30 marks on one letter, found {count}"
    )


def test_thirty_marks_on_a_letter_are_drawn(project: Path) -> None:
    write_spec(project, "word", f'kind: quote_card\ntext: "a{chr(0x301) * 30} end"\n')
    assert render(load("specs/word.yaml")).width == 1200


def test_spaces_in_a_row_break_as_one_does() -> None:
    for gap in (" ", "  ", " " * 300):
        text = f"ein schöner{gap}Tag: „ja“{gap}und (so){gap}weiter …"
        assert [text[each.start : each.ink] for each in segments(text, "de")] == [
            "ein", "schöner", "Tag:", "„ja“", "und", "(so)", "weiter",
            "…",
        ]  # fmt: skip


@pytest.mark.parametrize("invisible", INVISIBLE)
@pytest.mark.parametrize(
    "spec",
    [
        'kind: quote_card\ntext: Go.\nkicker: "{}"\n',
        'kind: quote_card\ntext: "{}"\n',
        'kind: feedback_checklist\ntitle: "{}"\nitems: [a]\n',
        'kind: feedback_checklist\ntitle: T\ngroups: [{{title: "{}", items: [a]}}]\n',
        'kind: feedback_checklist\ntitle: T\nitems: ["{}"]\n',
        'kind: career_roadmap\ntitle: "{}"\npaths: [{{name: A, milestones: [{{title: B}}]}}]\n',
        'kind: career_roadmap\npaths: [{{name: "{}", milestones: [{{title: B}}]}}]\n',
        'kind: application_email\nemail: {{subject: "{}", body: Hi.}}\n',
        'kind: chart\nchart: bar\ntitle: T\neyebrow: "{}"\nlabels: [a]\nseries: [{{name: N, values: [1]}}]\n',
    ],
)
def test_a_text_that_nobody_sees_is_told_as_none(project: Path, invoke: Invoke, spec: str, invisible: str) -> None:
    write_spec(project, "word", spec.format(invisible * 3))
    result = invoke("render", "specs/word.yaml")
    assert result.exit_code == 2
    assert "expected text, found only invisible characters" in result.stderr


@pytest.mark.parametrize("invisible", INVISIBLE)
def test_a_cell_that_nobody_sees_is_none(invisible: str) -> None:
    table = tables.parse(f"a,b\n{invisible},1\n{invisible},{invisible}\n", "d.csv")
    assert [row.cells for row in table.rows] == [("", "1")]
    assert tables.parse(f'[{{"a": "{invisible}"}}]', "d.json").rows == ()


@pytest.mark.parametrize(
    "text", ["", "\n\n \n", "---\ntitle: a\n---\n", "<!-- nothing -->\n", "\u200b\n", "# \u00ad\n"]
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_an_article_that_says_nothing_wishes_for_nothing(project: Path, invoke: Invoke, text: str, suffix: str) -> None:
    article = project / f"a{suffix}"
    article.write_text(text, encoding="utf-8")
    drafted = invoke("draft", article)
    assert (drafted.exit_code, "there is no wish for a picture" in drafted.stderr) == (2, True)
    assert invoke("check", article).exit_code == 0
    assert invoke("weave", article).exit_code == 0
    assert (project / "a.woven.md").read_bytes() == article.read_bytes()
