"""Tests of the chart: few and many numbers, labels, colours, words for those who cannot see it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from pipeline import theme
from pipeline.geometry import Rect, Size
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.drawings.labels import every, spread
from pipeline.kinds.chart.measures import measures
from pipeline.kinds.chart.spec import Chart
from pipeline.kinds.chart.table import table
from pipeline.layout.page import Page
from pipeline.scene import Path as Drawn
from pipeline.scene import Scene, walk
from pipeline.schema import Spec
from pipeline.typography import Typesetter, library
from tests.charted import chart, content, runs, scene, texts
from tests.conftest import REPOSITORY
from tests.visuals import page

SPEC = REPOSITORY / "specs" / "chart.yaml"
DRAWINGS = ["bar", "line", "area", "donut", "stacked", "heatmap"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]


def fills(found: Scene) -> list[str]:
    """The colours of all marks."""
    marks = [item for item, _ in walk(found.items) if isinstance(item, Drawn)]
    return [str(mark.fill) for mark in marks if mark.fill is not None]


class TestFewAndMany:
    @pytest.mark.parametrize("drawing", DRAWINGS)
    def test_without_numbers_a_word_says_so(self, drawing: str) -> None:
        assert texts(scene(chart(drawing, [], {}, title="Title", lang="de"))) == ["Title", "Noch keine Daten"]

    @pytest.mark.parametrize("drawing", DRAWINGS)
    def test_one_number_is_named_and_shown(self, drawing: str) -> None:
        found = scene(chart(drawing, ["Only"], {"": [3]}))
        assert {"Only", "3"} <= set(texts(found))

    @pytest.mark.parametrize("drawing", DRAWINGS)
    def test_a_missing_number_is_no_zero(self, drawing: str) -> None:
        found = scene(chart(drawing, ["a", "b"], {"Sent": [None, 3]}))
        assert "0" not in texts(found)

    def test_of_many_bars_the_smallest_are_put_together(self) -> None:
        spec = chart("bar", [f"Place {n}" for n in range(50)], {"": [float(n) for n in range(50)]}, limit=5, adds=True)
        found = scene(spec)
        assert texts(found, "labels", "rest") == ["Place 46", "Place 47", "Place 48", "Place 49", "Other (46)"]
        assert texts(found, "rest.values") == ["1,035"]

    def test_rates_are_not_added_up(self) -> None:
        spec = chart("bar", [f"Place {n}" for n in range(50)], {"": [float(n) for n in range(50)]}, limit=5, unit="%")
        found = scene(spec)
        assert texts(found, "labels") == [f"Place {n}" for n in range(45, 50)]
        assert texts(found, "hidden") == ["45 more not shown"]
        assert "Place 0" in found.description

    def test_of_many_lines_six_are_named(self) -> None:
        spec = chart("line", MONTHS, {f"s{n}": [float(n * m) for m in range(6)] for n in range(9)}, highlight="s0")
        found = scene(spec)
        assert sorted(texts(found, "series.name")) == ["s0", "s4", "s5", "s6", "s7", "s8"]
        assert texts(found, "hidden") == ["3 more in grey"]
        assert [len(each.fields) for each in found.left_out] == [3]

    def test_nothing_of_nothing_has_no_shares(self) -> None:
        found = scene(chart("donut", ["a", "b"], {"": [0, 0]}))
        assert texts(found, "share") == []
        assert str(theme.load("paper").colors.surface_3) in fills(found)


class TestLabels:
    def test_short_labels_stand_below_their_bars(self) -> None:
        found = runs(scene(chart("bar", MONTHS, {"": [1, 2, 3, 4, 5, 6]})), "labels")
        assert len({run.origin.y for run in found}) == 1

    def test_long_labels_stand_beside_their_bars(self) -> None:
        found = runs(
            scene(chart("bar", [f"Versicherungsgesellschaften {n}" for n in MONTHS], {"": [1, 2, 3, 4, 5, 6]}))
        )
        assert len({run.origin.x for run in found if run.role.startswith("labels")}) == 1

    def test_a_label_that_is_too_long_ends_in_an_ellipsis(self) -> None:
        (label,) = texts(scene(chart("bar", ["x" * 120], {"": [1]}), "portrait"), "labels")
        assert label.endswith("…")

    @pytest.mark.parametrize(
        ("drawing", "size"), [("stacked", "portrait"), ("donut", "square"), ("heatmap", "portrait")]
    )
    def test_a_long_label_takes_two_lines_before_it_is_cut(self, drawing: str, size: str) -> None:
        long = "Job board with many thousands of offers" + " in countries far away, by post" * (drawing == "donut")
        found = texts(scene(chart(drawing, [long, "Event"], {"Sent": [3, 2]}), size), "labels")
        assert found[0] != long
        assert " ".join(found[:2]) == long

    def test_the_name_of_a_line_takes_two_lines_before_it_is_cut(self) -> None:
        rows: dict[str, list[float | None]] = {"Interviews with a hiring manager": [1, 2], "Sent": [4, 5]}
        found = texts(scene(chart("line", ["a", "b"], rows), "portrait"), "series.name")
        assert found == ["Interviews with a hiring", "manager", "Sent"]

    def test_names_of_a_key_are_cut_only_where_whole_ones_would_take_many_rows(self) -> None:
        few: dict[str, list[float | None]] = {
            "Waiting for somebody to decide about the application": [1.0],
            "Interviews": [2.0],
        }
        assert texts(scene(chart("stacked", ["a"], few), "portrait"), "series.name") == list(few)
        long = "Waiting for somebody to decide about the application"
        many: dict[str, list[float | None]] = {f"{n} {long}": [1.0] for n in range(6)}
        assert all(
            name.endswith("…") for name in texts(scene(chart("stacked", ["a"], many), "portrait"), "series.name")
        )

    def test_numbers_keep_their_order_in_a_mirrored_chart(self) -> None:
        found = scene(chart("bar", ["a", "b", "c"], {"": [-2, 5, 1]}, direction="rtl"))
        assert "−2" in texts(found, "series.values")
        first, *_, last = runs(found, "labels")
        assert first.origin.x > last.origin.x

    def test_the_highlight_is_warm_and_alone(self) -> None:
        spec = chart("bar", ["a", "b", "c"], {"": [1, 2, 3]}, highlight="b")
        colors = theme.load("paper").colors
        assert fills(scene(spec)).count(str(colors.accent_2)) == 1

    @pytest.mark.parametrize("wanted", [[], [5.0], [5.0, 5.0, 5.0], [0.0, 100.0, 1.0], [99.0] * 4, [50.0] * 30])
    def test_spread_positions_keep_apart_and_inside(self, wanted: list[float]) -> None:
        found = sorted(spread(wanted, 10, 0, 100))
        apart = min(10, 100 / max(len(wanted) - 1, 1))
        assert all(b - a >= apart - 1e-9 for a, b in pairwise(found))
        assert all(-1e-9 <= position <= 100 + 1e-9 for position in found)

    def test_spread_moves_nothing_that_stands_free(self) -> None:
        assert spread([80.0, 10.0, 40.0], 10, 0, 100) == [80.0, 10.0, 40.0]

    def test_every_so_many_th_label_has_room(self) -> None:
        assert [every([30.0] * 10, pitch, 5) for pitch in (40, 20, 10, 1)] == [1, 2, 4, 10]


class TestDates:
    WEEKS = ("2026-01-05", "2026-01-12", "2026-03-02", "2026-03-09")

    @pytest.mark.parametrize("drawing", DRAWINGS)
    def test_dates_are_written_as_the_language_does(self, drawing: str) -> None:
        found = scene(chart(drawing, list(self.WEEKS), {"": [1, 2, 3, 4]}, lang="de"))
        assert {"5. Jan.", "9. März"} <= set(texts(found))
        assert "5. Jan. 2026 1" in found.description

    def test_the_year_stands_there_where_it_changes(self) -> None:
        found = scene(chart("bar", ["2025-12", "2026-01", "2026-02"], {"": [1, 2, 3]}))
        assert texts(found, "labels") == ["Dec 2025", "Jan 2026", "Feb 2026"]

    def test_a_line_stands_in_time(self) -> None:
        found = runs(scene(chart("line", list(self.WEEKS), {"": [1, 2, 3, 4]})), "labels")
        middles = {run.text: run.origin.x + run.advance / 2 for run in found}
        day = (middles["2 Mar"] - middles["12 Jan"]) / 49
        assert day > 0
        assert (middles["9 Mar"] - middles["12 Jan"]) / 56 == pytest.approx(day, rel=0.02)

    def test_labels_that_are_not_all_times_stand_evenly(self) -> None:
        labels = ["2026-01-05", "2026-01-12", "later"]
        assert table(content(chart("line", labels, {"": [1, 2, 3]}))).shares == (0, 0.5, 1)

    def test_a_date_may_be_the_highlight(self) -> None:
        spec = chart("bar", list(self.WEEKS), {"": [1, 2, 3, 4]}, highlight="2026-03-02")
        assert fills(scene(spec)).count(str(theme.load("paper").colors.accent_2)) == 1


@pytest.mark.parametrize("look", ["paper", "ink"])
def test_text_on_a_mark_can_be_read(look: str) -> None:
    colors, size = theme.load(look).colors, Size(1200, 630)
    page = Page(size, theme.load(look), Typesetter(library(None)), mirrored=False)
    board = Board(page, Rect.of(size), 0, measures(size), 0)
    marks = [*colors.cat, *colors.seq, colors.accent_2, colors.series_rest]
    assert min(board.on(mark).contrast(mark) for mark in marks) >= 4.5  # WCAG 2.2, 1.4.3


class TestWords:
    def test_few_numbers_are_all_told(self) -> None:
        spec = chart("bar", ["Yes", "No"], {"": [3, None]}, title="Replies", unit="letters", caption="My list")
        assert scene(spec).description == "Bar chart: Replies. Numbers are letters. Yes 3, No no value. My list."

    def test_many_numbers_are_told_by_their_range_and_ends(self) -> None:
        spec = chart("line", [f"d{n}" for n in range(40)], {"": [float(n % 7) for n in range(40)]}, unit="%")
        assert (
            scene(spec).description
            == "Line chart. 40 values, from 0% (d0) to 6% (d6); 0% at first (d0), 4% at last (d39)."
        )

    def test_a_large_grid_is_one_sentence(self) -> None:
        spec = chart("heatmap", MONTHS, {f"w{n}": [float(n)] * 6 for n in range(52)})
        assert scene(spec).description == (
            "Heat map. 6 rows, Jan to Jun, and 52 columns, w0 to w51; 312 values, from 0 (Jan, w0) to 51 (Jan, w51)."
        )

    def test_one_is_not_told_as_many(self) -> None:
        spec = chart("bar", [f"Place {n}" for n in range(4)], {"": [float(n) for n in range(4)]}, limit=3, unit="%")
        assert texts(scene(spec), "hidden") == ["1 more not shown"]
        alone = chart("line", MONTHS * 6, {"": [None] * 35 + [4]})
        assert scene(alone).description == "Line chart. 1 value, 4 (Jun)."

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("de", "Balkendiagramm: Titel. Gezählt werden: Briefe. Ja 1,5, Nein kein Wert."),
            ("de-AT", "Balkendiagramm: Titel. Gezählt werden: Briefe. Ja 1,5, Nein kein Wert."),
            ("fr", "Diagramme en barres : Titel. Les nombres comptent : Briefe. Ja 1,5, Nein pas de valeur."),
            ("es", "Gráfico de barras: Titel. Los números cuentan: Briefe. Ja 1,5, Nein sin valor."),
            ("eo", "Bar chart: Titel. Numbers are Briefe. Ja 1.5, Nein no value."),
        ],
    )
    def test_sentences_are_in_the_language(self, lang: str, expected: str) -> None:
        spec = chart("bar", ["Ja", "Nein"], {"": [1.5, None]}, title="Titel", unit="Briefe", lang=lang)
        assert scene(spec).description == expected

    def test_the_authors_own_words_stand_alone(self) -> None:
        assert scene(chart("bar", ["a"], {"": [1]}, alt="Mine.")).alt == "Mine."


def test_the_document_names_every_key() -> None:
    document = (REPOSITORY / "docs" / "kinds" / "chart.md").read_text(encoding="utf-8")
    own = set(Chart.__struct_fields__) - set(Spec.__struct_fields__) | {"title"}
    assert {key for key in own if f"`{key}`" not in document} == set()


def test_the_documents_example_is_the_sample() -> None:
    document = (REPOSITORY / "docs" / "kinds" / "chart.md").read_text(encoding="utf-8")
    example, notes = re.findall(r"^```yaml\n(.*?)^```", document, re.MULTILINE | re.DOTALL)
    _, _, sample = SPEC.read_text(encoding="utf-8").partition("\n")  # the first line is for editors
    assert sample.startswith(example)
    assert {"Last coffee", "Target 60"} <= set(texts(page(notes)))


def test_a_donut_of_rates_that_are_no_whole_has_no_sum() -> None:
    assert texts(scene(chart("donut", ["a", "b"], {"": [60, 40.5]}, unit="%")), "total")
    assert not texts(scene(chart("donut", ["a", "b"], {"": [60, 70]}, unit="%")), "total")


def test_the_name_of_an_only_series_stands_above_it_and_in_its_description() -> None:
    found = scene({**chart("line", ["Mon", "Tue"], {"Honey (kg)": [1, 2]})})
    assert texts(found, "series.name") == ["Honey (kg)"]
    assert "Honey (kg): Mon 1, Tue 2." in found.description
    counted = scene({**chart("line", ["Mon", "Tue"], {"Honey": [1, 2]}), "unit": "jars"})
    assert texts(counted, "series.name", "unit") == ["jars"]


def test_series_that_do_not_add_up_are_hidden_and_named_not_added() -> None:
    series: dict[str, list[float | None]] = {f"Series {n}": [n + 1.0, None if n < 4 else 2.0] for n in range(9)}
    keys = {**chart("bar", ["a", "b"], series), "adds": False}
    found = scene(keys, "wide")
    assert not any("Other" in text for text in texts(found))
    (hidden,) = found.left_out
    assert (hidden.reason, len(hidden.fields)) == ("no room for these series", 9 - len(texts(found, "series.name")))
    assert "0" not in texts(found, "rest.values")
