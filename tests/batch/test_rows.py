"""Rows of every format, one by one, with their places; and files that break off."""

from __future__ import annotations

import json
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.batch.rows import Row, Rows, kept
from pipeline.errors import SpecError

CELLS = {"text": "Every *word* counts.", "author": "Ada, the “first”"}
FORMATS = {
    ".csv": 'text,author\nEvery *word* counts.,"Ada, the “first”"\n',
    ".tsv": "text\tauthor\nEvery *word* counts.\tAda, the “first”\n",
    ".json": json.dumps([CELLS]),
    ".jsonl": "\n" + json.dumps(CELLS) + "\n",
}


def rows_of(folder: Path, text: str | bytes, suffix: str) -> list[Row]:
    path = folder / f"rows{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(Rows(str(path), "rows"))


def values(row: Row) -> dict[str, object]:
    return {heading: cell.value for heading, cell in row.cells.items()}


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_same_cells(tmp_path: Path, suffix: str) -> None:
    (row,) = rows_of(tmp_path, FORMATS[suffix], suffix)
    assert (row.number, values(row), row.problems) == (1, CELLS, ())


@pytest.mark.parametrize(
    "data",
    [FORMATS[".csv"].encode("utf-8-sig"), FORMATS[".csv"].encode("utf-16"), b"sep=,\r\n" + FORMATS[".csv"].encode()],
)
def test_what_spreadsheets_write_is_read(tmp_path: Path, data: bytes) -> None:
    (row,) = rows_of(tmp_path, data, ".csv")
    assert values(row) == CELLS


def test_a_cell_knows_its_line_and_column(tmp_path: Path) -> None:
    first, second = rows_of(tmp_path, 'text,author\n"over two\nlines",Ada\n\nshort,Bo\n', ".csv")
    assert str(first.cells["author"].place) == "rows:2:2"
    assert str(second.cells["text"].place) == "rows:5:1"
    (one, two) = rows_of(tmp_path, '[{"text": "a"},\n   {"text": "b"}]', ".json")
    assert [str(each.place) for each in (one, two)] == ["rows:1:2", "rows:2:4"]


def test_empty_cells_leave_the_value_of_the_spec(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, "text,author\nA, \n", ".csv")
    assert values(row) == {"text": "A"}
    (row,) = rows_of(tmp_path, '{"text": "A", "author": null, "role": " "}', ".jsonl")
    assert values(row) == {"text": "A"}


def test_a_bad_row_stops_no_other(tmp_path: Path) -> None:
    bad, good = rows_of(tmp_path, '{"text": \n{"text": "A"}\n', ".jsonl")
    assert str(bad.problems[0]).startswith("rows:1:1: this is not JSON: ")
    assert values(good) == {"text": "A"}
    extra, good = rows_of(tmp_path, "text,author\nA,Ada,x\nB,Bo\n", ".csv")
    assert str(extra.problems[0]).startswith("rows:2:3: expected 2 cells, found `x`")
    assert good.problems == ()


@pytest.mark.parametrize(
    ("text", "suffix", "fact"),
    [
        (b"text\ngood\nbad \xff\n", ".csv", "rows:1:1: expected UTF-8 text, found the byte 0xFF after this line"),
        (b'text\n"open\n', ".csv", "rows:2:1: the table breaks off here"),
        (b'{"text": "A"}', ".json", "rows:1:1: expected `[`, found `{`"),
        (b'[{"text": "A"} {"text": "B"}]', ".json", "rows:1:16: expected `,`, found `{`"),
        (b'[{"text": "A"},\n', ".json", "rows:2:1: this is not JSON: expecting value"),
        (b'[{"text": "A"}] x', ".json", "rows:1:17: expected the end of the file behind the list"),
        (b"{" + b" " * 1_100_000 + b"}", ".jsonl", "rows:1:1: expected at most 1,000,000 characters in a row"),
        (b'[{"text": "' + b"x" * 1_200_000 + b'"}]', ".json", "rows:1:2: expected at most 1,000,000 characters"),
    ],
)
def test_a_file_that_breaks_off_says_where(tmp_path: Path, text: bytes, suffix: str, fact: str) -> None:
    with pytest.raises(SpecError) as caught:
        rows_of(tmp_path, text, suffix)
    assert str(caught.value).startswith(fact)


def test_other_files_are_refused() -> None:
    with pytest.raises(SpecError, match=r"rows.xlsx: expected a file of rows"):
        Rows("rows.xlsx")


@given(st.lists(st.dictionaries(st.text(min_size=1), st.integers() | st.text(min_size=1) | st.lists(st.text()))))
def test_a_list_of_json_is_read_as_json_reads_it(
    tmp_path_factory: pytest.TempPathFactory, objects: list[object]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    text = json.dumps(objects, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass")
    rows = rows_of(folder, text, ".json")
    expected = [{key: value for key, value in each.items() if not _is_blank(value)} for each in json.loads(text)]
    assert [values(row) for row in rows] == expected


def _is_blank(value: object) -> bool:
    from pipeline.characters import is_blank

    return isinstance(value, str) and is_blank(value)


@pytest.mark.parametrize("suffix", [".csv", ".json", ".jsonl"])
def test_memory_does_not_grow_with_the_number_of_rows(tmp_path: Path, suffix: str) -> None:
    text = "A sentence of a card which is some sixty characters in all."
    lines = {".csv": ("text", text, ""), ".json": ("[", f'{{"text": "{text}"}},', '{"text": "x"}]')}
    head, line, end = lines.get(suffix, ("", f'{{"text": "{text}"}}', ""))
    path = tmp_path / f"rows{suffix}"

    def peak(count: int) -> int:
        path.write_text("\n".join((head, *[line] * count, end)))
        tracemalloc.start()
        assert sum(1 for _ in Rows(str(path))) >= count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    few = peak(2_000)
    assert peak(10_000) < few + 100_000


@pytest.mark.parametrize(("data", "suffix"), [(b"text\nA\n", ".csv"), (b' [{"text":1}]', ".json"), (b"{}", ".jsonl")])
def test_a_stream_is_kept_for_the_second_reading(data: bytes, suffix: str) -> None:
    with kept(BytesIO(data)) as path:
        assert path.endswith(suffix)
        assert Path(path).read_bytes() == data
        assert list(map(repr, Rows(path))) == list(map(repr, Rows(path)))
    assert not Path(path).exists()
