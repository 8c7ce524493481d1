"""Quote cards with a photograph: the designer's numbers, what is measured, and what gives way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from PIL import Image

from pipeline import paint
from pipeline.color import Color
from pipeline.errors import SpecError
from pipeline.geometry import Point, Rect
from pipeline.kinds.quote_card.veil import Ground
from pipeline.legibility import measure
from pipeline.rendering import load, render
from pipeline.scene import Box, Item, LinearGradient, Scene
from pipeline.scene import runs as scene_runs
from pipeline.sizes import names
from tests import photographs
from tests.cards import LABEL, inked, runs
from tests.conftest import REPOSITORY
from tests.emptiness import largest_empty
from tests.photographs import card, photograph

EIGHT = sorted(names())
WIDE = ("og", "wide", "x", "linkedin")
TWICE = ("Every rejection is a redirection to something *better*. " * 2).strip()
LONG = ("Every rejection is a redirection to something *better*. " * 10)[:500].strip(" *")


def subject(scene: Scene, focus: tuple[float, float]) -> Point:
    """Where on the page the focus stands."""
    picture = photograph(scene)
    crop, box = picture.crop, picture.rect
    assert crop is not None
    return Point(
        box.x + (focus[0] - crop.x) / crop.width * box.width, box.y + (focus[1] - crop.y) / crop.height * box.height
    )


def veil(scene: Scene) -> LinearGradient:
    """The veil on a card."""
    (found,) = (item.fill for item in scene.items if isinstance(item, Box) and isinstance(item.fill, LinearGradient))
    return found


def alpha(scene: Scene, at: Point) -> float:
    """How much of the page's colour lies there."""
    found = veil(scene)
    dx, dy = found.end.x - found.start.x, found.end.y - found.start.y
    share = ((at.x - found.start.x) * dx + (at.y - found.start.y) * dy) / (dx * dx + dy * dy)
    before = [stop for stop in found.stops if stop.offset <= share] or [found.stops[0]]
    after = [stop for stop in found.stops if stop.offset >= share] or [found.stops[-1]]
    return (before[-1].color.alpha + after[0].color.alpha) / 2


def is_behind(scene: Scene) -> bool:
    return any(isinstance(item, Box) and isinstance(item.fill, LinearGradient) for item in scene.items)


class TestDesign:
    """The designer's numbers, with a photograph of the page's proportions."""

    @pytest.mark.parametrize(
        ("size", "photo", "focus", "type_size", "baselines", "label"),
        [
            ("og", (1200, 630), [0.8, 0.71], 116, [196, 319, 442], 552),
            ("portrait", (1080, 1350), [0.7, 0.31], 148, [880, 1037, 1194], 1275),
            ("square", (1080, 1080), [0.7, 0.25], 118, [648, 773, 898], 1010),
        ],
    )
    def test_behind(
        self,
        tmp_path: Path,
        size: str,
        photo: tuple[int, int],
        focus: list[float],
        type_size: float,
        baselines: list[float],
        label: float,
    ) -> None:
        name = photographs.drawn(tmp_path / "a.png", photo)
        scene = card(tmp_path, size, photo={"file": name, "focus": focus}, source="Letters from the ridge")
        words = [run for run in runs(scene, "text") if run.role == "text"]
        assert {run.size for run in words} == {type_size}
        assert sorted({run.origin.y for run in words}) == pytest.approx(baselines, abs=1)
        assert {run.origin.y for run in runs(scene, *LABEL)} == {label}
        picture = photograph(scene)
        assert picture.crop is not None
        assert picture.tones is None
        assert picture.rect.width / picture.crop.width == pytest.approx(photo[0])  # what the veil hides is not there
        assert picture.rect.right - picture.crop.right * photo[0] == pytest.approx(0)
        assert (picture.rect.y, picture.crop.y) == pytest.approx((0, 0))

    @pytest.mark.parametrize(
        ("size", "box", "type_size", "baselines", "label"),
        [
            ("og", (712, 0, 488, 630), 104, [156, 268, 380], 564),
            ("portrait", (0, 0, 1080, 660), 148, [848, 1002, 1156], 1275),
            ("square", (0, 0, 1080, 500), 124, [648, 777, 906], 1012),
        ],
    )
    def test_beside(
        self,
        tmp_path: Path,
        size: str,
        box: tuple[float, ...],
        type_size: float,
        baselines: list[float],
        label: float,
    ) -> None:
        name = photographs.drawn(tmp_path / "a.png", (488, 630))
        scene = card(tmp_path, size, photo={"file": name, "place": "beside"}, source="Letters from the ridge")
        words = [run for run in runs(scene, "text") if run.role == "text"]
        assert {run.size for run in words} == {type_size}
        assert sorted({run.origin.y for run in words}) == pytest.approx(baselines, abs=2)
        assert {run.origin.y for run in runs(scene, *LABEL)} == {label}
        assert photograph(scene).rect == pytest.approx(box, abs=1)
        assert photograph(scene).tones is not None

    def test_marks_are_half_as_large_and_level_with_capitals(self, tmp_path: Path) -> None:
        name = photographs.drawn(tmp_path / "a.png")
        found = runs(card(tmp_path, photo=name), "text")
        opening, *words, closing = found
        assert opening.size == closing.size == 96
        first, mark, last = inked(words[:1]), inked([opening]), inked([closing])
        assert first is not None
        assert mark is not None
        assert last is not None
        assert mark.y == pytest.approx(first.y, abs=6)
        assert mark.right < first.x

    def test_the_node_stands_on_the_seam_and_tall_pages_have_none(self, tmp_path: Path) -> None:
        name = photographs.drawn(tmp_path / "a.png")
        for size in EIGHT:
            scene = card(tmp_path, size, photo={"file": name, "place": "beside"})
            nodes = [item.rect for item in scene.items if isinstance(item, Box) and item.radius]
            assert [node.center.x for node in nodes] == ([photograph(scene).rect.x] if size in WIDE else [])
        for motif in ("rule", "mark", "none"):
            scene = card(tmp_path, photo={"file": name, "place": "beside"}, motif=motif)
            assert not [item for item in scene.items if isinstance(item, Box) and item.radius]


class TestSubject:
    @pytest.mark.parametrize("size", EIGHT)
    @pytest.mark.parametrize("focus", [(0.8, 0.6), (0.62, 0.35), (0.5, 0.25), (0.97, 0.9), (0.4, 0.1)])
    @pytest.mark.parametrize("place", ["behind", "beside"])
    @pytest.mark.parametrize("text", ["Go.", "Go slowly. The hill will *wait.*", LONG])
    def test_it_is_under_no_words_and_no_veil(
        self, tmp_path: Path, size: str, focus: tuple[float, float], place: str, text: str
    ) -> None:
        name = photographs.drawn(tmp_path / "a.png", (900, 600))
        scene = card(tmp_path, size, text=text, photo={"file": name, "place": place, "focus": list(focus)})
        at = subject(scene, focus)
        assert photograph(scene).rect.inset(-0.01).contains(Rect(*at, 0, 0))
        assert all(not box.contains(Rect(*at, 0, 0)) for run in runs(scene) if (box := inked([run])))
        if is_behind(scene):
            assert alpha(scene, at) <= 0.2
        else:
            assert place == "beside" or scene.altered

    def test_one_that_cannot_be_seen_behind_the_words_is_seen_beside_them(self, tmp_path: Path) -> None:
        name = photographs.drawn(tmp_path / "a.png")
        scene = card(tmp_path, photo={"file": name, "focus": [0.1, 0.5]})
        assert not is_behind(scene)
        assert scene.altered == ("the photograph stands beside the words: behind them its focus would not be seen",)

    @pytest.mark.parametrize("size", EIGHT)
    def test_a_photograph_is_never_stretched(self, tmp_path: Path, size: str) -> None:
        for proportions in ((900, 600), (400, 900), (3000, 400)):
            name = photographs.drawn(tmp_path / "a.png", proportions)
            for place in ("behind", "beside"):
                picture = photograph(card(tmp_path, size, photo={"file": name, "place": place}))
                assert picture.crop is not None
                ratio = picture.crop.width * proportions[0] / (picture.crop.height * proportions[1])
                assert ratio == pytest.approx(picture.rect.width / picture.rect.height, rel=1e-3)

    def test_from_right_to_left_the_words_are_at_the_right_and_the_photograph_is_not_mirrored(
        self, tmp_path: Path, fonts: str
    ) -> None:
        focus = (0.3, 0.5)
        name = photographs.with_subject(tmp_path / "a.png", focus)
        keys = {"text": "שלום עולם", "lang": "he", "author": "עדה", "fonts": fonts}
        for place in ("behind", "beside"):
            scene = card(tmp_path, photo={"file": name, "focus": list(focus), "place": place, "look": "plain"}, **keys)
            words = inked(runs(scene, "text"))
            at = subject(scene, focus)
            assert words is not None
            assert at.x < words.x
            pixel = paint.paint(scene).image().getpixel((round(at.x), round(at.y)))
            assert isinstance(pixel, tuple)
            assert pixel[0] > 2 * pixel[1]
            assert is_behind(scene) == (place == "behind")


class TestContrast:
    @pytest.mark.parametrize(
        ("ground", "size", "look"),
        [
            *(((0, 0, 0), size, look) for size in ("og", "story") for look in ("paper", "grid")),
            *(((255, 255, 255), size, look) for size in ("og", "square") for look in ("ink", "press")),
            *(("striped", size, look) for size in ("square", "story") for look in ("paper", "ink")),
        ],
    )
    def test_every_text_has_4_5_on_the_worst_pixel(
        self, tmp_path: Path, size: str, look: str, ground: tuple[int, int, int] | str
    ) -> None:
        if isinstance(ground, str):
            name = photographs.striped(tmp_path / "a.png", (1200, 800))
        else:
            name = photographs.drawn(tmp_path / "a.png", (1200, 800), ground)
        keys = {"text": TWICE, "source": "Notes", "series": "3/7"}
        scene = card(tmp_path, size, look, photo={"file": name, "focus": [0.8, 0.3]}, **keys)
        assert worst(scene) >= 4.4  # the painter dithers by a level
        fit = measure(scene, Rect.of(scene.size))
        assert fit.unjudged == 0
        assert all(each.ratio >= 4.5 for each in fit.faint)

    def test_the_veil_is_no_longer_than_it_needs_to_be(self, tmp_path: Path) -> None:
        starts = []
        for ground in (photographs.BRIGHT, (0, 0, 0)):
            name = photographs.drawn(tmp_path / "a.png", (1200, 800), ground)
            scene = card(tmp_path, photo={"file": name, "focus": [0.8, 0.3]}, text=TWICE)
            starts.append(veil(scene).start.x)
        assert starts == [0, 48]

    def test_where_no_veil_helps_it_stands_beside_the_words_and_a_note_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("pipeline.kinds.quote_card.veil.ENOUGH", 22.0)
        name = photographs.drawn(tmp_path / "a.png")
        scene = card(tmp_path, photo={"file": name, "focus": [0.8, 0.5]})
        assert not is_behind(scene)
        assert scene.altered == (
            "the photograph stands beside the words: behind them no veil gives every text a contrast of 4.5:1",
        )

    def test_type_becomes_smaller_before_that(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        sizes: list[float] = []

        def is_readable(ground: Ground, items: Iterable[Item]) -> bool:
            sizes.append(max(run.size for run in scene_runs(items)))
            return len(sizes) > 5

        monkeypatch.setattr(Ground, "is_readable", is_readable)
        name = photographs.drawn(tmp_path / "a.png")
        scene = card(tmp_path, photo={"file": name, "focus": [0.9, 0.5]})
        assert is_behind(scene)
        assert veil(scene).start.x == pytest.approx(0.12 * 1200)
        assert sizes[:4] == [116] * 4
        assert sizes[4] <= 0.9 * 116
        assert sizes[5] <= 0.8 * 116

    def test_the_note_is_told_and_may_be_accepted(self, tmp_path: Path) -> None:
        photographs.drawn(tmp_path / "a.png")
        path = tmp_path / "card.yaml"
        written = "kind: quote_card\ntext: So.\nphoto: {file: a.png, focus: [0.1, 0.5]}\nbudget: 3 MB\n"
        path.write_text(written, encoding="utf-8")
        notes = render(load(str(path))).notes
        assert [note.about for note in notes] == ["photo", "altered"]
        path.write_text(written + "accept: [altered, photo]\n", encoding="utf-8")
        assert render(load(str(path))).notes == ()


def worst(scene: Scene) -> float:
    """The least contrast of a text with any painted pixel behind it, looked for in the picture without its texts."""
    said = runs(scene)
    bare = paint.paint(scene._replace(items=tuple(item for item in scene.items if item not in said))).image()
    least = 21.0
    for run in said:
        box = inked([run])
        if box is None:
            continue
        assert isinstance(run.fill, Color)
        piece = bare.crop((int(box.x), int(box.y), int(box.right) + 1, int(box.bottom) + 1))
        found = piece.getcolors(piece.width * piece.height) or []  # it makes room for as many first
        least = min(least, *(run.fill.contrast(Color(*color)) for _, color in found if isinstance(color, tuple)))
    return least


class TestRoom:
    @pytest.mark.parametrize("size", EIGHT)
    @pytest.mark.parametrize("place", ["behind", "beside"])
    @pytest.mark.parametrize("motif", ["redirection", "rule", "mark", "none"])
    def test_500_characters_fit_every_card(self, tmp_path: Path, size: str, place: str, motif: str) -> None:
        name = photographs.drawn(tmp_path / "a.png")
        scene = card(tmp_path, size, text=LONG, photo={"file": name, "place": place}, motif=motif)
        words = [run for run in runs(scene, "text") if run.role != "mark"]
        assert min(run.size for run in words) * 1200 / max(scene.size.width, 1200) >= 19
        box = inked(runs(scene))
        assert box is not None
        assert Rect.of(scene.size).contains(box)
        if not is_behind(scene):
            assert photograph(scene).rect.intersection(box) is None

    def test_a_photograph_beside_the_words_gives_them_room_before_the_type_does(self, tmp_path: Path) -> None:
        name = photographs.drawn(tmp_path / "a.png")
        widths = {}
        for text in ("Go.", "Go slowly. The hill will wait for you.", LONG):
            scene = card(tmp_path, text=text, photo={"file": name, "place": "beside"})
            widths[max(run.size for run in runs(scene, "text"))] = photograph(scene).rect.width / 1200
        sizes = sorted(widths, reverse=True)
        assert sizes[0] > 104
        assert [widths[size] for size in sizes] == sorted(widths.values(), reverse=True)
        assert widths[sizes[0]] == pytest.approx(0.407)
        assert widths[sizes[-1]] == pytest.approx(0.33)

    @pytest.mark.parametrize("align", ["start", "center", "end"])
    @pytest.mark.parametrize("place", ["behind", "beside"])
    def test_lines_may_stand_anywhere(self, tmp_path: Path, align: str, place: str) -> None:
        name = photographs.drawn(tmp_path / "a.png")
        photographs.drawn(tmp_path / "ada.png")
        for size in EIGHT:
            photo = {"file": name, "place": place}
            scene = card(tmp_path, size, photo=photo, align=align, avatar="ada.png", series="2/3", second="So.")
            box = inked(runs(scene))
            assert box is not None
            assert Rect.of(scene.size).contains(box)

    @pytest.mark.parametrize("size", EIGHT)
    def test_no_half_of_a_card_is_empty(self, tmp_path: Path, size: str) -> None:
        Image.effect_noise((300, 200), 90).convert("RGB").save(tmp_path / "a.png")
        for place in ("behind", "beside"):
            scene = card(tmp_path, size, photo={"file": "a.png", "place": place, "focus": [0.8, 0.3]})
            assert largest_empty(scene) <= 0.4

    def test_a_card_without_a_photograph_loads_nothing_for_one(self) -> None:
        code = (
            "import sys; from tests.cards import quote; quote('So.', author='Ada');"
            "card = 'pipeline.kinds.quote_card';"
            "seldom = {'PIL', f'{card}.crop', f'{card}.veil', 'pipeline.legibility'};"
            "print(sorted(name for name in sys.modules if 'photographs' in name or name in seldom))"
        )
        found = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
        assert found.stdout.strip() == "[]"


class TestSign:
    @pytest.mark.parametrize("size", EIGHT)
    def test_a_handle_stands_where_the_page_is_as_it_is(self, tmp_path: Path, size: str) -> None:
        photographs.drawn(tmp_path / "a.png", (900, 600))
        (tmp_path / "themes").mkdir(exist_ok=True)
        (tmp_path / "themes" / "mine.yaml").write_text('extends: paper\nhandle: "@ilse"\n', encoding="utf-8")
        scene = card(tmp_path, size, "mine", photo={"file": "a.png", "focus": [0.8, 0.3]})
        (handle,) = runs(scene, "theme.handle")
        box = inked([handle])
        assert box is not None
        assert photograph(scene).rect.intersection(box) is None
        assert photograph(scene).rect.y == 0  # no strip was needed


class TestFile:
    @pytest.mark.parametrize("field", ["photo", "photo.file"])
    def test_what_is_no_photograph_is_refused_at_its_key(self, tmp_path: Path, field: str) -> None:
        (tmp_path / "a.png").write_bytes(b"GIF89a" + bytes(30))
        photo = "a.png" if field == "photo" else {"file": "a.png"}
        with pytest.raises(SpecError, match=rf"{field}: cannot read the picture a\.png: not a png"):
            card(tmp_path, photo=photo)

    def test_what_it_shows_is_said_in_its_authors_words_alone(self, tmp_path: Path) -> None:
        name = photographs.drawn(tmp_path / "a.png")
        assert "Photograph" not in card(tmp_path, photo=name).description
        found = card(tmp_path, photo={"file": name, "alt": "a walker on a ridge"}).description
        assert found.endswith("Photograph: a walker on a ridge.")
