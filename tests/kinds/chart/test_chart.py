"""Tests of the chart: accepted pictures, few and many numbers, labels, colours, words for those who cannot see it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline import kinds, sizes, source, theme
from pipeline.kinds.chart.canvas import on
from pipeline.kinds.chart.drawings.labels import every, spread
from pipeline.kinds.chart.spec import Chart
from pipeline.scene import Path as Drawn
from pipeline.scene import Scene, walk
from pipeline.schema import Spec
from pipeline.typography import Typesetter, library
from tests import snapshot
from tests.charted import chart, runs, scene, texts
from tests.conftest import REPOSITORY

SPEC = REPOSITORY / "specs" / "chart.yaml"
CASES = snapshot.FOLDER / "chart"
WAYS = ["bar", "line", "area", "donut", "stacked", "heatmap"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]


def of_file(path: Path, size: str) -> Scene:
    kind, spec = kinds.build(source.read(str(path)))
    typesetter = Typesetter(library(None), lang=spec.lang, direction=spec.direction)
    return kind.lay_out(spec, sizes.parse(size).size, theme.load("paper"), typesetter)


def cases() -> list[tuple[Path, str]]:
    return [(SPEC, "og"), (SPEC, "portrait"), *((path, "og") for path in sorted(CASES.glob("*.yaml")))]


def fills(found: Scene) -> list[str]:
    """The colours of all marks."""
    marks = [item for item, _ in walk(found.items) if isinstance(item, Drawn)]
    return [str(mark.fill) for mark in marks if mark.fill is not None]


@pytest.mark.parametrize(("path", "size"), cases(), ids=lambda value: getattr(value, "stem", value))
def test_the_scene_is_as_it_was_accepted(path: Path, size: str, request: pytest.FixtureRequest) -> None:
    snapshot.compare(CASES / f"{path.stem}.{size}.txt", str(of_file(path, size)), request.config)


def test_no_snapshot_is_left_over() -> None:
    assert {path.name for path in CASES.glob("*.txt")} == {f"{path.stem}.{size}.txt" for path, size in cases()}


@pytest.mark.parametrize("way", WAYS)
def test_both_themes_have_one_layout(way: str) -> None:
    spec = chart(way, MONTHS, {"Sent": [1, 2, 3, 4, 5, 6]}, title="Title")
    paper, ink = (runs(scene(spec, look=look)) for look in ("paper", "ink"))
    assert [(run.origin, run.glyphs) for run in paper] == [(run.origin, run.glyphs) for run in ink]


class TestFewAndMany:
    @pytest.mark.parametrize("way", WAYS)
    def test_without_numbers_a_word_says_so(self, way: str) -> None:
        assert texts(scene(chart(way, [], {}, title="Title", lang="de"))) == ["Title", "Noch keine Daten"]

    @pytest.mark.parametrize("way", WAYS)
    def test_one_number_is_named_and_shown(self, way: str) -> None:
        found = scene(chart(way, ["Only"], {"": [3]}))
        assert {"Only", "3"} <= set(texts(found))

    @pytest.mark.parametrize("way", WAYS)
    def test_a_missing_number_is_no_zero(self, way: str) -> None:
        found = scene(chart(way, ["a", "b"], {"Sent": [None, 3]}))
        assert "0" not in texts(found)

    def test_of_many_bars_the_smallest_are_put_together(self) -> None:
        spec = chart("bar", [f"Place {n}" for n in range(50)], {"": [float(n) for n in range(50)]}, limit=5)
        found = scene(spec)
        assert texts(found, "category") == ["Place 46", "Place 47", "Place 48", "Place 49", "Other (46)"]
        assert texts(found, "value")[-1] == "1,035"

    def test_rates_are_not_added_up(self) -> None:
        spec = chart("bar", [f"Place {n}" for n in range(50)], {"": [float(n) for n in range(50)]}, limit=5, unit="%")
        found = scene(spec)
        assert texts(found, "category") == [f"Place {n}" for n in range(45, 50)]
        assert texts(found, "caption") == ["45 more not shown"]
        assert "45 more are not shown." in found.alt

    def test_of_many_lines_six_are_named(self) -> None:
        spec = chart("line", MONTHS, {f"s{n}": [float(n * m) for m in range(6)] for n in range(9)}, highlight="s0")
        found = scene(spec)
        assert sorted(texts(found, "series")) == ["s0", "s4", "s5", "s6", "s7", "s8"]
        assert texts(found, "caption") == ["3 more in grey"]

    def test_nothing_of_nothing_has_no_shares(self) -> None:
        found = scene(chart("donut", ["a", "b"], {"": [0, 0]}))
        assert texts(found, "share") == []
        assert str(theme.load("paper").colors.surface_3) in fills(found)


class TestLabels:
    def test_short_labels_stand_below_their_bars(self) -> None:
        found = runs(scene(chart("bar", MONTHS, {"": [1, 2, 3, 4, 5, 6]})), "category")
        assert len({run.origin.y for run in found}) == 1

    def test_long_labels_stand_beside_their_bars(self) -> None:
        found = runs(scene(chart("bar", [f"A rather long label {n}" for n in MONTHS], {"": [1, 2, 3, 4, 5, 6]})))
        assert len({run.origin.x for run in found if run.role == "category"}) == 1

    def test_a_label_that_is_too_long_ends_in_an_ellipsis(self) -> None:
        (label,) = texts(scene(chart("bar", ["x" * 120], {"": [1]}), "portrait"), "category")
        assert label.endswith("…")

    def test_numbers_keep_their_order_in_a_mirrored_chart(self) -> None:
        found = scene(chart("bar", ["a", "b", "c"], {"": [-2, 5, 1]}, direction="rtl"))
        assert "−2" in texts(found, "value")
        first, *_, last = runs(found, "category")
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


@pytest.mark.parametrize("look", ["paper", "ink"])
def test_text_on_a_mark_can_be_read(look: str) -> None:
    found = theme.load(look)
    marks = [*found.colors.cat, *found.colors.seq, found.colors.accent_2, found.colors.series_rest]
    assert min(on(mark, found).contrast(mark) for mark in marks) >= 4.5  # WCAG 2.2, 1.4.3


class TestWords:
    def test_few_numbers_are_all_told(self) -> None:
        spec = chart("bar", ["Yes", "No"], {"": [3, None]}, title="Replies", unit="letters", caption="My list")
        assert scene(spec).alt == "Bar chart: Replies. Numbers are letters. Yes 3, No no value. My list."

    def test_many_numbers_are_told_by_their_range_and_ends(self) -> None:
        spec = chart("line", [f"d{n}" for n in range(40)], {"": [float(n % 7) for n in range(40)]}, unit="%")
        assert scene(spec).alt == "Line chart. 40 values, from 0% (d0) to 6% (d6); 0% at first (d0), 4% at last (d39)."

    def test_a_large_grid_is_one_sentence(self) -> None:
        spec = chart("heatmap", MONTHS, {f"w{n}": [float(n)] * 6 for n in range(52)})
        assert scene(spec).alt == (
            "Heat map. 6 rows, Jan to Jun, and 52 columns, w0 to w51; from 0 (Jan, w0) to 51 (Jan, w51)."
        )

    def test_the_authors_own_words_stand_alone(self) -> None:
        assert scene(chart("bar", ["a"], {"": [1]}, alt="Mine.")).alt == "Mine."


def test_the_document_names_every_key() -> None:
    document = (REPOSITORY / "docs" / "kinds" / "chart.md").read_text(encoding="utf-8")
    own = set(Chart.__struct_fields__) - set(Spec.__struct_fields__) | {"title"}
    assert {key for key in own if f"`{key}`" not in document} == set()


def test_the_documents_example_is_the_sample() -> None:
    document = (REPOSITORY / "docs" / "kinds" / "chart.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```", document, re.MULTILINE | re.DOTALL)
    assert SPEC.read_text(encoding="utf-8").startswith(example)
