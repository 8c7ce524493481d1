"""Tests of contrast: a theme that cannot be read is told which pair, where, and the nearest colour that passes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.errors import PipelineError, ThemeError
from pipeline.theme import Shelf, contrast
from pipeline.theme.tokens import Colors
from tests.conftest import REPOSITORY


def problems(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ThemeError) as caught:
        Shelf(str(tmp_path)).load("mine")
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in caught.value.problems]


def test_the_pair_the_place_and_a_colour_that_passes_are_told(tmp_path: Path) -> None:
    (message,) = problems(tmp_path, 'handle: "@ada"\nmuted: "#9A9A9A"\n')
    fact, hint = message.split("\n")
    assert fact == (
        "mine.yaml:2:8: muted: expected a contrast of at least 4.5, found 2.53 on paper #F5F3EC "
        "and 2.79 on surface #FFFEFA and 2.32 on surface_2 #ECE9DF for #9A9A9A"
    )
    assert hint.startswith("  hint: the nearest colour that passes is #")


def test_the_colour_that_is_offered_passes(tmp_path: Path) -> None:
    (message,) = problems(tmp_path, 'muted: "#E0B000"\n')
    offered = re.search(r"passes is (#\w+); write `muted: \"(#\w+)\"`", message)
    assert offered is not None
    assert offered[1] == offered[2]
    (tmp_path / "mine.yaml").write_text(f'muted: "{offered[1]}"\n', encoding="utf-8")
    assert Shelf(str(tmp_path)).load("mine").colors.muted == Color.parse(offered[1])


def test_a_changed_ground_is_the_place_when_the_text_is_inherited(tmp_path: Path) -> None:
    found = problems(tmp_path, 'paper: "#888888"\n')
    assert all(message.startswith("mine.yaml:1:8: ") for message in found)
    assert any("muted" in message for message in found)


def test_one_colour_of_a_list_is_told_by_its_place(tmp_path: Path) -> None:
    colors = '["#0D5A66", "#92549C", "#F0E0C0", "#687C5E", "#3585CF", "#962C20"]'
    (message,) = problems(tmp_path, f"cat: {colors}\n")
    assert message.startswith("mine.yaml:1:29: cat[2]: expected a contrast of at least 3.0, found ")


def test_every_miss_is_told_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, 'muted: "#CCC"\nink_2: "#CCC"\npositive: "#CCC"\n')) == 3


def test_grounds_of_black_and_white_have_no_way_out(tmp_path: Path) -> None:
    (message, *_) = problems(tmp_path, 'surface_2: "#000000"\n')
    assert "no colour can be read on all of these grounds" in message


def test_every_pair_names_tokens() -> None:
    named = {token for pair in contrast.PAIRS for token in (pair.token, *pair.grounds)}
    assert named <= set(Colors.__struct_fields__)


@pytest.mark.parametrize("pair", contrast.PAIRS, ids=lambda pair: pair.token)
def test_no_pair_goes_unnoticed(pair: contrast.Pair) -> None:
    colors = theme.load("paper").colors
    tokens = {token: getattr(colors, token) for token in Colors.__struct_fields__}
    ground = tokens[pair.grounds[0]]
    tokens[pair.token] = (ground,) * 6 if isinstance(tokens[pair.token][0], tuple) else ground
    assert pair in [miss.pair for miss in contrast.misses(Colors(**tokens))]


def test_only_a_mistake_pays_for_the_import_of_coloraide(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text('accent: "#6A2BD9"\n', encoding="utf-8")
    code = f"import sys; from pipeline.theme import Shelf; Shelf({str(tmp_path)!r}).load('mine'); " + (
        "sys.exit('coloraide' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0


def test_an_error_of_a_theme_is_an_error_of_the_pipeline() -> None:
    assert issubclass(ThemeError, PipelineError)


def test_a_ratio_that_just_fails_is_not_rounded_up_to_one_that_passes(tmp_path: Path) -> None:
    told = problems(tmp_path, 'accent: "#2A6BD9"\n')[0]
    assert "at least 4.5, found 4.49" in told
