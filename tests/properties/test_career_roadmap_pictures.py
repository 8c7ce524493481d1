"""Whatever the roadmap, its picture has no text that touches anything, every milestone on its path, and every name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise
from random import Random

import pytest

from pipeline import sizes, theme
from pipeline.kinds.career_roadmap.spec import (
    CareerRoadmap,
    Closed,
    Connection,
    Decision,
    Done,
    Milestone,
    Start,
    Track,
)
from pipeline.scene import Outline, Path, Scene, walk
from tests import faces
from tests.kinds.career_roadmap import maps
from tests.roadmaps import Line, collisions, lines, marks, runs, titles
from tests.visuals import forgotten

SIZES = tuple(sizes.presets())
WORDS = (
    *("Lead", "the", "pricing", "rebuild", "SQL", "and", "statistics", "Analyst", "level II", "research", "first"),
    *("certificate", "evening", "course", "mentoring", "portfolio", "review", "paying", "client", "Weiterbildung"),
)
STATES = ("done", "current", "planned", "optional")
GERMAN = (
    *("Weiterbildungsveranstaltung", "Führungskräfteentwicklung", "Selbstständigkeit", "Gehaltsverhandlung", "mit"),
    *("Quereinstieg", "Teilzeitausbildung", "der", "Berufsunfähigkeitsversicherung", "Nachhilfe", "und", "Umschulung"),
)
KOREAN = ("데이터", "분석가로", "성장하기", "프리랜서", "독립", "야간", "강좌", "사용자", "연구", "팀장", "포트폴리오")
PAPER = theme.load("paper")
BACKGROUNDS = (PAPER.colors.paper, PAPER.colors.surface)
LABEL = re.compile(r"paths\[(\d+)\]\.milestones\[(\d+)\]\.(title|kind|at|detail)")
ASCENT, DESCENT = 0.7, 0.2  # em of a line's box


def roadmap(
    seed: int, ways: int, most: int, lang: str = "en", as_of: str = "", words: Sequence[str] = WORDS
) -> CareerRoadmap:
    """Paths of one to `most` milestones within two years; with `as_of`, some with moves between them too."""
    chance = Random(seed)

    def title(most_words: int) -> str:
        return " ".join(chance.choices(words, k=chance.randint(1, most_words))).capitalize()

    def track(way: int) -> Track:
        months = sorted(chance.randint(1, 24) for _ in range(chance.randint(1, most)))
        steps = tuple(
            Milestone(
                title=title(2 if number == len(months) - 1 else 5),
                at=f"{month} months",
                kind=chance.choice(("", "Course", "Internship", "Role")),
                state=chance.choice(STATES),  # type: ignore[arg-type]
                id=f"{way}.{number}",
            )
            for number, month in enumerate(months)
        )
        return Track(name=f"{way} {title(2)}", milestones=steps)

    paths = tuple(track(way) for way in range(ways))
    return CareerRoadmap(
        kind="career_roadmap",
        lang=lang,
        as_of=as_of,
        edges=moves(chance, paths) if as_of else (),
        start=Start(date="2026-11-20"),
        done=Done(title="Feedback call", date="2026-11-18"),
        closed=Closed(label="The job that said no"),
        decision=Decision(title="Pick a lead path", by="2027-01-31"),
        paths=paths,
    )


def moves(chance: Random, paths: Sequence[Track]) -> tuple[Connection, ...]:
    """Up to three moves, each to a later milestone of the next path; none of them leads round."""
    found = []
    for start, end in list(pairwise(paths))[:3]:
        pairs = [(a, b) for a in start.milestones for b in end.milestones if _months(a) < _months(b)]
        if pairs:
            leaves, joins = chance.choice(pairs)
            kind = chance.choice(("lateral", "merge", "switch"))
            found.append(Connection(start=leaves.id, end=joins.id, move=kind, label=chance.choice(("", "if I may"))))  # type: ignore[arg-type]
    return tuple(found)


def _months(step: Milestone) -> int:
    return int(step.at.split()[0])


def picture(spec: CareerRoadmap, size: str, fonts: str | None = None, *, is_mirrored: bool = False) -> Scene:
    """The spec's finished scene."""
    return maps.scene(maps.of_spec(spec)._replace(is_mirrored=is_mirrored), size, fonts=fonts)


def check(spec: CareerRoadmap, scene: Scene) -> None:
    """What every map must hold."""
    assert collisions(scene, BACKGROUNDS) == []
    assert forgotten(scene) == []
    assert_names_are_shown(spec, titles(scene))
    assert_titles_are_whole(spec, titles(scene))
    assert_labels_stand_apart(scene)
    assert_labels_are_nearest_to_their_lines(spec, scene)


@pytest.mark.parametrize("ways", range(1, 9))
@pytest.mark.parametrize("size", SIZES)
def test_every_map_holds_what_a_map_must(size: str, ways: int) -> None:
    for seed, most in enumerate((4, 8, 25)):
        spec = roadmap(100 * ways + seed, ways, most)
        scene = picture(spec, size)
        check(spec, scene)
        assert_milestones_are_on_their_paths(spec, marks(scene))


@pytest.mark.parametrize("ways", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("size", SIZES)
def test_moves_and_bars_of_today_leave_it_so(size: str, ways: int) -> None:
    for seed, most in enumerate((4, 12)):
        spec = roadmap(7000 + 100 * ways + seed, ways, most, as_of="2027-06-10")
        check(spec, picture(spec, size))


@pytest.mark.parametrize("ways", [1, 3, 4, 6, 8])
@pytest.mark.parametrize("size", SIZES)
def test_long_compounds_leave_it_so(size: str, ways: int) -> None:
    for seed, most in enumerate((2, 5)):
        spec = roadmap(300 * ways + seed, ways, most, "de", words=GERMAN)
        check(spec, picture(spec, size))


@pytest.mark.parametrize("ways", [1, 3, 4, 6, 8])
@pytest.mark.parametrize("size", SIZES)
def test_korean_leaves_it_so(size: str, ways: int, korean: str) -> None:
    for seed, most in enumerate((2, 5)):
        spec = roadmap(500 * ways + seed, ways, most, "ko", words=KOREAN)
        check(spec, picture(spec, size, korean))


@pytest.mark.parametrize("ways", [1, 3, 5, 8])
@pytest.mark.parametrize("size", SIZES)
def test_a_page_from_right_to_left_leaves_it_so(size: str, ways: int) -> None:
    spec = roadmap(900 * ways, ways, 6)
    check(spec, picture(spec, size, is_mirrored=True))


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A user's folder with a face of squares for Korean."""
    folder = tmp_path_factory.mktemp("korean")
    faces.squares(folder / "squares.ttf", "Squares", "".join(map(chr, range(0xAC00, 0xD7A4))))
    return str(folder)


def assert_milestones_are_on_their_paths(spec: CareerRoadmap, middles: set[tuple[float, float]]) -> None:
    """For each path there is a line, across or down, with as many marks; others may stand on it too."""
    found = (Counter(y for _, y in middles), Counter(x for x, _ in middles))
    wanted = [len(track.milestones) for track in spec.paths]
    assert any(all(_is_there(wanted, count, line) for count in wanted) for line in found)


def _is_there(wanted: Sequence[int], count: int, line: Counter[float]) -> bool:
    """Whether so many lines have so many marks, or up to two more: a decision, a path's number."""
    return sum(n in (count, count + 1, count + 2) for n in line.values()) >= wanted.count(count)


def assert_names_are_shown(spec: CareerRoadmap, words: dict[str, str]) -> None:
    for way, track in enumerate(spec.paths):
        assert _letters(words[f"paths[{way}].name"]) == _letters(track.name)


def assert_titles_are_whole(spec: CareerRoadmap, words: dict[str, str]) -> None:
    """What is written of a title is all of it, and destinations are always named."""
    for way, track in enumerate(spec.paths):
        for number, step in enumerate(track.milestones):
            said = words.get(f"paths[{way}].milestones[{number}].title")
            assert said is not None or number < len(track.milestones) - 1
            assert said is None or _letters(said) == _letters(step.title)


def assert_labels_stand_apart(scene: Scene) -> None:
    """Between words of two milestones on one height there is an em at least, of the smaller ones."""
    said = [line for line in lines(scene) if LABEL.match(line.role)]
    for one, other in combinations(said, 2):
        is_beside = one.box.y < other.box.bottom and other.box.y < one.box.bottom
        if is_beside and _milestone(one) != _milestone(other):
            em = min(one.box.height, other.box.height) / (ASCENT + DESCENT)
            gap = max(one.box.x, other.box.x) - min(one.box.right, other.box.right)
            assert gap >= em - 1, (one.text, other.text)


def assert_labels_are_nearest_to_their_lines(spec: CareerRoadmap, scene: Scene) -> None:
    """The letters of a label above or below its lane are as far from the other lanes at least."""
    lanes, roles = _lanes(scene), {run.role for run in runs(scene)}
    labels: dict[tuple[int, int], list[Line]] = {}
    for line in lines(scene):
        if (found := LABEL.match(line.role)) and f"{_milestone(line)}.number" not in roles:
            labels.setdefault((int(found[1]), int(found[2])), []).append(line)
    for (way, number), said in labels.items() if len(lanes) == len(spec.paths) else ():
        if number < len(spec.paths[way].milestones) - 1:
            top = min(line.box.y for line in said)
            foot = max(line.box.bottom - DESCENT / (ASCENT + DESCENT) * line.box.height for line in said)
            away = [min(abs(top - y), abs(foot - y)) for y in lanes]
            assert away[way] <= min(away) + 1, said


def _lanes(scene: Scene) -> list[float]:
    """The heights of the lanes that run across, from the first on: where lines as thick as the trunk end."""
    strokes = [(item.outline, item.stroke) for item, _ in walk(scene.items) if isinstance(item, Path) and item.stroke]
    trunk, width = next((_numbers(line), stroke.width) for line, stroke in strokes if _leaves(_numbers(line), scene))
    ways = [_numbers(line) for line, stroke in strokes if stroke.width == width and not stroke.dash]
    return sorted({way[-1] for way in ways if way[-3] == way[-1] and way != trunk})


def _leaves(numbers: Sequence[float], scene: Scene) -> bool:
    """Whether a line begins outside the page, as the past does."""
    return not 0 <= numbers[0] <= scene.size.width


def _numbers(outline: Outline) -> list[float]:
    return [number for _, *numbers in outline for number in numbers]


def _milestone(line: Line) -> str:
    return line.role.rpartition(".")[0]


def _letters(text: str) -> str:
    return text.replace("-", "").replace(" ", "")
