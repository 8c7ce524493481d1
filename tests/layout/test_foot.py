"""Tests of the foot: source and footer stand below every kind, whole, on its margin, and on nothing but paper."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline import legibility, sizes
from pipeline.build.planning import specs_in
from pipeline.color import Color, apart
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.paint import paint
from pipeline.rendering import Visual, load, render
from pipeline.scene import Scene, TextRun, walk
from tests.conftest import QUOTE, REPOSITORY, write_spec
from tests.visuals import page, texts

SOURCE, FOOTER = "Own list, counted on 30 June 2026", "© 2026 Mira Sommer · CC BY 4.0"
SPECS = [Path(path) for path in specs_in(str(REPOSITORY / "specs"))]


@cache
def with_foot(path: Path) -> Visual:
    """The spec with both lines; a quote, which says its source in its label, with the footer."""
    found = load(path, [f"footer={FOOTER}"])
    return found if found.kind.name == "quote_card" else load(path, [f"footer={FOOTER}", f"source={SOURCE}"])


@cache
def footed(path: Path, size: str) -> Scene:
    """Its picture."""
    return render(with_foot(path), size).scene


def lines(scene: Scene) -> list[tuple[Rect, TextRun]]:
    """The runs at the foot, and where they are on the page."""
    return [
        (matrix.bounds(Rect(item.origin.x, item.origin.y - item.size, item.advance, 1.2 * item.size)), item)
        for item, matrix in walk(scene.items)
        if isinstance(item, TextRun)
        and item.role in ("footer", "source")
        and item.text in (SOURCE, FOOTER, f" · {FOOTER}")
    ]


@pytest.mark.parametrize("size", ["og", "portrait", "story"])
@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_both_lines_stand_whole_below_all_else_and_on_nothing_but_paper(path: Path, size: str) -> None:
    visual = with_foot(path)
    scene = footed(path, size)
    found = lines(scene)
    assert {leaf.field for leaf in visual.foot} == {run.role for _, run in found}
    safe = sizes.parse(size).safe
    for rect, _ in found:
        assert safe.contains(rect)
    kept = scene._replace(items=tuple(item for item in scene.items if item not in [run for _, run in found]))
    image = paint(kept).image()
    paper = visual.shelf.load(visual.spec.themes[0]).colors.paper
    for rect, _ in found:
        behind = image.crop((round(rect.x), round(rect.y), round(rect.right), round(rect.bottom)))
        seen = behind.getcolors(behind.width * behind.height) or ()
        assert max(apart(Color(*color), paper) for _, color in seen) < 16  # type: ignore[misc]
    assert not legibility.measure(scene, safe).hidden


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_they_start_on_the_margin_of_the_kind(path: Path) -> None:
    scene = footed(path, "og")
    start = min(rect.x for rect, _ in lines(scene))
    is_quote = with_foot(path).kind.name == "quote_card"
    assert start == pytest.approx(108 if is_quote else 64, abs=1)


def test_a_free_foot_costs_the_kind_no_room() -> None:
    keys = {"kind": "quote_card", "text": "One.", "motif": "rule"}
    plain, footed = page(keys, "pin"), page(keys | {"footer": FOOTER}, "pin")
    assert footed.items[: len(plain.items)] == plain.items
    assert [run.text for _, run in lines(footed)] == [FOOTER]


def test_a_quote_says_its_source_once() -> None:
    keys = {"kind": "quote_card", "text": "One.", "author": "Ada", "source": "A talk"}
    (run,) = texts(page(keys), "source")
    assert run.endswith("A talk")


def test_from_right_to_left_they_end_on_the_right_margin() -> None:
    keys = {"kind": "quote_card", "text": "One.", "author": "Ada", "direction": "rtl", "footer": "By Ada"}
    (run,) = [item for item, _ in walk(page(keys).items) if isinstance(item, TextRun) and item.role == "footer"]
    assert run.origin.x + run.advance == pytest.approx(1200 - 108, abs=1)


def test_long_lines_wrap_and_keep_every_word() -> None:
    words = " ".join(f"word{number}" for number in range(28))
    keys = {"kind": "quote_card", "text": "One.", "footer": words}
    for size in ("og", "portrait", "500x500"):
        found = texts(page(keys, size), "footer")
        assert len(found) > 1
        assert " ".join(found).split() == words.split()


def test_lines_that_no_page_holds_are_refused_by_their_field(project: Path) -> None:
    found = load(SPECS[0], [f"footer={200 * 'w'}", f"source={200 * 'w'}"])
    with pytest.raises(FitError) as refused:
        render(found, "320x700")
    assert refused.value.problems[0].field == "footer"


def test_the_description_says_them(project: Path) -> None:
    found = load(write_spec(project, "word", QUOTE + "footer: By Ada\n"))
    assert found.description.endswith(" By Ada.")
