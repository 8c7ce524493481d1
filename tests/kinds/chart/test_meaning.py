"""What gives a mark its meaning never drops out: names, numbers or an axis, order, the sign that a scale is cut."""

from __future__ import annotations

from math import hypot

import pytest

from pipeline import sizes
from pipeline.content import leaves
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.scene import Box, Path, Scene, TextRun, walk
from tests.charted import Keys, chart, content, runs, scene, texts

ALL = list(sizes.names())
VILLAGES = ["Ashbourne", "Brillhampton", "Corvedale", "Dunstable", "Eatonville", "Fennydrayton", "Garthorne",
            "Holtsworth", "Ilsleyham", "Jarrowgate", "Kelsobridge", "Lintonwold"]  # fmt: skip
BEFORE = [41, 23, 32, 19, 26, 38, 45, 30, 16, 22, 34, 28]
AFTER = [121, 134, 99, 88, 111, 93, 76, 82, 67, 60, 72, 49]
MONTHS = [f"{2025 + n // 12}-{n % 12 + 1:02}" for n in range(18)]
LETTERS = [2, 3, 1, 4, 4, 2, 5, 3, 2, 4, 6, 1, 3, 3, 5, 2, 4, 6]
HOURS = ["Opening", "School run", "Mid-morning", "Lunchtime", "After work", "Closing"]
TREES = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper"]


def words(found: Scene, role: str) -> str:
    """All that is written under a role, as one text."""
    return " ".join(texts(found, role))


def named(found: Scene, keys: Keys) -> set[str]:
    """The names of labels and series that stand in the picture, whole."""
    said = content(keys)
    shown: dict[str, list[str]] = {}
    for run in runs(found):
        shown.setdefault(run.role, []).append(run.text.strip())
    all_names = (*said.labels, *(each.name for each in said.series))
    return {
        leaf.text for leaf in all_names if {leaf.text, leaf.text.replace(" ", "")} & whole(shown.get(leaf.field, []))
    }


def whole(lines: list[str]) -> set[str]:
    """What lines say, each alone or as those of one label."""
    return {*lines, "".join(lines).replace(" ", "")}


@pytest.mark.parametrize("size", ALL)
def test_bars_side_by_side_have_their_numbers_or_an_axis_and_every_name(size: str) -> None:
    keys = chart("bar", VILLAGES, {"Before": [*BEFORE], "After": [*AFTER]})
    found = scene(keys, size)
    assert named(found, keys) >= {*VILLAGES, "Before", "After"}
    numbers = texts(found, "series.values")
    assert len(numbers) == 24 or len(texts(found, "axis")) >= 2


@pytest.mark.parametrize("size", ALL)
def test_months_are_never_put_together_and_their_years_stand_once_each(size: str) -> None:
    found = scene(chart("bar", MONTHS, {"Letters": [*LETTERS]}), size)
    assert not any("Other" in text for text in texts(found))
    assert len(texts(found, "series.values")) == 18
    assert len(texts(found, "labels")) == 18
    assert texts(found, "labels.year") in (["2025", "2026"], [])


def test_a_month_without_a_number_keeps_its_place() -> None:
    keys = chart("bar", ["2026-01", "2026-02", "2026-04", "2026-05"], {"": [1, 2, 3, 4]})
    x = [run.origin.x + run.advance / 2 for run in runs(scene(keys), "labels")]
    assert x[2] - x[1] == pytest.approx(2 * (x[1] - x[0]), rel=0.02)


def test_a_month_without_a_number_keeps_its_place_among_rows() -> None:
    months = [f"2026-{month:02}" for month in (1, 2, 4, 5, 6, 7, 8, 9)]
    y = [run.origin.y for run in runs(scene(chart("bar", months, {"": [*range(8)]}), "portrait"), "labels")]
    assert y[2] - y[1] == pytest.approx(2 * (y[1] - y[0]), rel=0.02)


def test_months_out_of_order_may_begin_and_end_with_the_same_one() -> None:
    months = ["2026-01", "2026-02", "2026-01"]
    assert len(texts(scene(chart("bar", months, {"": [1, 2, 3]})), "series.values")) == 3


def test_the_rest_is_no_longer_than_the_longest_bar() -> None:
    keys = chart(
        "bar", [f"Part {n}" for n in range(40)], {"Repairs": [float(9 - n // 5) for n in range(40)]}, adds=True
    )
    found = scene(keys)
    assert len(texts(found, "rest")) == 1
    bars = [rect.width for rect in marks(found)]
    assert max(bars) <= found.size.width
    assert len(bars) == len(texts(found, "labels"))  # the rest has its number alone


def marks(found: Scene) -> list[Rect]:
    """The boxes around all drawn shapes that are no paper and no card."""
    return [bounds(item) for item, _ in walk(found.items) if isinstance(item, Path)]


def bounds(path: Path) -> Rect:
    numbers = [value for _, *values in path.outline for value in values]
    xs, ys = numbers[::2], numbers[1::2]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@pytest.mark.parametrize("size", ALL)
def test_a_scale_that_does_not_begin_at_0_says_so_three_times(size: str) -> None:
    keys = chart("line", ["2021", "2022", "2023", "2024", "2025"], {"Loaf": [480, 485, 484, 490, 496]}, unit="€")
    found = scene(keys, size)
    assert words(found, "cut") == "Cut: the scale starts at €480, not 0"
    assert texts(found, "axis")[0] == "€480"
    assert len(texts(found, "axis")) >= 2
    teeth = [item for item, _ in walk(found.items) if isinstance(item, Path) and len(item.outline) > 12]
    assert len(teeth) == 1
    from_zero = scene(chart("line", ["2021", "2022"], {"Loaf": [0, 16]}, unit="€"), size)
    assert texts(from_zero, "cut") == []


def test_negative_numbers_are_cut_as_well() -> None:
    assert texts(scene(chart("line", ["a", "b"], {"": [-480, -496]})), "cut")


@pytest.mark.parametrize(
    ("rows", "is_told"),
    [
        ({"": [4, 6, 11]}, False),
        ({"": [4, 16, 11]}, True),
        ({"": [4, 11]}, True),
        ({"Sent": [40, 5], "Read": [2, 9]}, True),
        ({"Sent": [40, 50, 8], "Read": [2, 3, 9]}, False),
        ({"Sent": [40, None, 8], "Read": [2, None, 9]}, True),
    ],
)
@pytest.mark.parametrize("size", ["og", "portrait"])
def test_a_line_from_0_has_all_its_numbers_or_a_scale(
    size: str, rows: dict[str, list[float | None]], is_told: bool
) -> None:
    found = scene(chart("line", ["Mon", "Tue", "Wed"][: len(next(iter(rows.values())))], rows), size)
    assert (not texts(found, "axis")) is is_told
    if is_told:
        assert {f"{number:g}" for row in rows.values() for number in row if number} <= set(texts(found))


@pytest.mark.parametrize("numbers", [[-3, 4, 1, 2], [-0.4, 0.45, 0, 0.1], [-3900, 2400, 100, 5], [9, -4, 3, 2]])
def test_a_scale_has_two_numbers_at_least_on_both_sides_of_0(numbers: list[float | None]) -> None:
    found = scene(chart("line", ["Mon", "Tue", "Wed", "Thu"], {"": numbers}))
    assert len(texts(found, "axis")) >= 2


def test_lines_in_grey_are_read_off_a_scale() -> None:
    rows: dict[str, list[float | None]] = {f"Line {at}": [at, 2 * at + 1] for at in range(8)}
    assert len(texts(scene(chart("line", ["Mon", "Tue"], rows)), "axis")) >= 2


@pytest.mark.parametrize("size", ALL)
def test_a_plot_of_a_line_is_not_higher_than_wide(size: str) -> None:
    found = scene(chart("line", MONTHS, {"Level": [78 - n / 2 for n in range(18)]}), size)
    (line,) = [bounds(item) for item, _ in walk(found.items) if isinstance(item, Path) and len(item.outline) == 18]
    assert line.height <= line.width


@pytest.mark.parametrize("unit", ["", "€", "jars"])
@pytest.mark.parametrize("size", ALL)
def test_the_peak_of_a_single_line_is_written(size: str, unit: str) -> None:
    numbers: list[float | None] = [9517, 8200, 6800, 14900, 5500, 4400, 4500, 8800, 5100, 7838]
    keys = chart("line", TREES, {"": numbers}, unit=unit)
    found = scene(keys, size)
    assert any("14,900" in text for text in texts(found, "series.values"))
    assert named(found, keys) >= set(TREES)


@pytest.mark.parametrize("size", ALL)
def test_a_heat_map_names_every_column_and_every_row(size: str) -> None:
    rows: dict[str, list[float | None]] = {name: [4, 2, 2, 1, at] for at, name in enumerate(HOURS)}
    keys = chart("heatmap", ["Mon", "Tue", "Wed", "Thu", "Fri"], rows)
    found = scene(keys, size)
    assert named(found, keys) >= {*HOURS, "Mon", "Tue", "Wed", "Thu", "Fri"}


def test_a_heat_map_of_too_many_names_is_refused() -> None:
    rows: dict[str, list[float | None]] = {f"Versicherung {'abcdef'[n % 6]}{n}": [1.0, 2.0] for n in range(60)}
    labels = ["Anmeldebestätigungen", "Absagen"]
    with pytest.raises(FitError, match="the names of 60 columns have no room"):
        scene(chart("heatmap", labels, rows), "og")


def test_columns_that_are_steps_may_be_thinned_out() -> None:
    weeks: dict[str, list[float | None]] = {f"w{n}": [float(n)] * 6 for n in range(52)}
    found = scene(chart("heatmap", ["Jan", "Feb", "Mar", "Apr", "May", "Jun"], weeks))
    assert 2 < len(texts(found, "series.name")) < 52


@pytest.mark.parametrize("size", ["square", "og"])
def test_the_parts_of_a_ring_stand_by_size_and_their_numbers_near_their_names(size: str) -> None:
    parts = ["Neighbours", "Market", "Gifts", "Kitchen", "Winter feed"]
    keys = chart("donut", parts, {"Jars": [12, 40, 9, 21, 5]})
    found = scene(keys, size)
    assert texts(found, "labels") == ["Market", "Kitchen", "Neighbours", "Gifts", "Winter feed"]
    names, numbers = runs(found, "labels"), runs(found, "series.values")
    for name, number in zip(names, numbers, strict=True):
        assert number.origin.x - name.origin.x - name.advance <= 12 * name.size


def test_a_ring_keeps_an_order_that_is_asked_for_or_that_its_labels_have() -> None:
    parts = chart("donut", ["b", "a"], {"": [1, 2]})
    assert texts(scene({**parts, "sort": "none"}), "labels") == ["b", "a"]
    ages = chart("donut", ["18-24", "25-34", "35-44"], {"": [1, 3, 2]})
    assert texts(scene(ages), "labels") == ["18-24", "25-34", "35-44"]


@pytest.mark.parametrize("size", ["og", "portrait", "story"])
def test_areas_on_one_another_have_a_scale(size: str) -> None:
    rows: dict[str, list[float | None]] = {"Boats": [12, 14, 9], "Oars": [2, 3, 5], "Sails": [1, 1.5, 2]}
    assert len(texts(scene(chart("area", ["Q1 25", "Q2 25", "Q3 25"], rows, unit="$"), size), "axis")) >= 2


def test_a_stack_of_one_series_has_each_number_once() -> None:
    found = scene(chart("stacked", ["Sand", "Lime", "Brick"], {"Spent": [1230, 420, 85]}))
    assert sorted(text for text in texts(found) if text[0].isdigit()) == ["1,230", "420", "85"]


@pytest.mark.parametrize("size", ["wide", "portrait", "og"])
def test_a_name_stands_near_its_bars_below_0(size: str) -> None:
    rows: dict[str, list[float | None]] = {"Ridge": [-3.1, -4.4, -3.0, -1.2], "Valley": [-5.2, -6.0, -4.1, -1.6]}
    found = scene(chart("bar", ["Week 3", "Week 6", "Week 9", "Week 12"], rows), size)
    bars = marks(found)
    for name in runs(found, "labels"):
        assert min(distance(name, bar) for bar in bars) < 2 * name.size
    assert "−6.0" in texts(found)


def distance(run: TextRun, bar: Rect) -> float:
    """How far a text stands from a bar."""
    dx = max(bar.x - run.origin.x - run.advance, run.origin.x - bar.right, 0)
    dy = max(bar.y - run.origin.y, run.origin.y - run.size * 0.7 - bar.bottom, 0)
    return hypot(dx, dy)


def test_two_numbers_are_large_and_their_difference_is_measured() -> None:
    keys = chart("bar", ["With the phone", "Without"], {"": [5.5, 7.5]}, highlight="Without")
    found = scene(keys)
    assert words(found, "difference") == "+2.0"
    assert min(run.size for run in runs(found, "series.values")) == pytest.approx(88, abs=1)
    assert texts(scene({**keys, "unit": "%"}), "difference") == []  # two rates differ by points


@pytest.mark.parametrize("size", ["pin", "portrait", "story"])
def test_a_page_that_is_tall_gives_its_height_to_few_numbers(size: str) -> None:
    found = scene(chart("bar", ["Before", "After"], {"Hours": [4.5, 6.5]}), size)
    assert min(run.size for run in runs(found, "series.values")) >= 120
    sheets = [item.rect for item, _ in walk(found.items) if isinstance(item, Box) and item.shadows]
    (sheet,) = sheets
    assert sheet.height < 0.62 * found.size.height  # the card is cut


def test_every_leaf_of_a_chart_is_accounted_for() -> None:
    keys = chart("line", TREES, {"": [float(n) for n in range(10)]})
    assert {leaf.field for leaf in leaves(content(keys))} >= {"labels[0]", "series[0].values[0]"}
