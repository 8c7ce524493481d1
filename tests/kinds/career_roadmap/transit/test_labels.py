"""Labels on their own: what they say where room is scarce, on which edge they stand, in any script."""

from __future__ import annotations

import pytest

from pipeline import theme
from pipeline.scene import Scene
from tests.kinds.career_roadmap.maps import backgrounds, of_lines, scene
from tests.roadmaps import collisions, runs, titles

PAPER = theme.load("paper")


def drawn(milestones: str, size: str = "og", more: str = "", fonts: str | None = None) -> Scene:
    paths = f"paths: [{{name: Path, milestones: [{milestones}]}}]"
    lines = ("kind: career_roadmap", "start: {date: 2026-01-05}", more, paths)
    found = scene(of_lines("\n".join(lines)), size, fonts=fonts)
    assert collisions(found, backgrounds(PAPER)) == []
    return found


def ends(found: Scene, role: str) -> tuple[float, float]:
    """From where to where the lines of a text reach."""
    said = runs(found, role)
    return min(run.origin.x for run in said), max(run.origin.x + run.advance for run in said)


def test_a_label_without_room_for_kind_and_date_loses_them_alone() -> None:
    kinds = ("Step", "Beförderungsverfahren", "Step", "Step")
    steps = zip(("Trial run", "Licence", "Shop", "Chain"), (3, 6, 12, 24), kinds, strict=True)
    found = drawn(", ".join(f"{{title: {title}, at: {at} months, kind: {kind}}}" for title, at, kind in steps))
    said = titles(found)
    assert [f"paths[0].milestones[{at}].kind" in said for at in range(4)] == [True, False, True, True]
    assert all(f"paths[0].milestones[{at}].at" in said for at in range(4))
    assert [each.fields for each in found.left_out] == [("paths[0].milestones[1].kind",)]


def test_a_date_goes_below_the_kind_where_they_have_no_room_on_a_line() -> None:
    found = drawn(
        "{title: Trial, at: 3 months, kind: Internship}, {title: Licence, at: 6 months}, {title: Shop, at: 9 months},"
        "{title: Chain, at: 12 months}, {title: Firm, at: 24 months}"
    )
    (kind,), (date,) = runs(found, "paths[0].milestones[0].kind"), runs(found, "paths[0].milestones[0].at")
    assert (kind.origin.x, date.origin.y > kind.origin.y) == (date.origin.x, True)


def test_labels_stand_an_em_apart() -> None:
    names = ("Weights twice a week", "Easy 5 km", "Tempo Tuesday", "8 km race piece", "10 km under an hour")
    found = drawn(", ".join(f"{{title: {name}}}" for name in names), "wide", "axis: none")
    for at in range(3):
        (_, end), (start, _) = (ends(found, f"paths[0].milestones[{each}].title") for each in (at, at + 1))
        assert start - end >= runs(found, f"paths[0].milestones[{at}].title")[0].size


@pytest.mark.parametrize("size", ["og", "wide"])
def test_german_titles_are_hyphenated_rather_than_left_out(size: str) -> None:
    words = ("Weiterbildungsveranstaltung", "Führungskräfteentwicklung", "Gehaltsverhandlung", "Leitung")
    steps = ", ".join(f"{{title: {word}, at: {3 * 2**at} months, kind: Kurs}}" for at, word in enumerate(words))
    found = drawn(steps, size, "lang: de")
    assert [titles(found)[f"paths[0].milestones[{at}].title"].replace("- ", "") for at in range(4)] == list(words)


@pytest.mark.parametrize(("keys", "edge"), [("direction: rtl\nlang: ar", 1), ("direction: ltr", 0)])
def test_arabic_titles_stand_where_the_page_begins_to_be_read(keys: str, edge: int, fonts: str) -> None:
    found = drawn("{title: دورة في الإحصاء, at: 3 months}, {title: محلل أول, at: 24 months}", "og", keys, fonts)
    title, date = (ends(found, f"paths[0].milestones[0].{key}")[edge] for key in ("title", "at"))
    assert title == pytest.approx(date, abs=1)
