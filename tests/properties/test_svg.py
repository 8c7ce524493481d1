"""SVG of any scene: an XML parser takes every file, and no number in it is none."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from pipeline import formats
from pipeline.formats import Label, Wish
from pipeline.scene import Scene
from tests.scenes import SCENE

TEXT = st.text(st.characters(), max_size=20)
NOT_A_NUMBER = re.compile(r"\b(nan|inf)\b")


@given(SCENE, st.none() | SCENE, TEXT, st.booleans())
def test_no_scene_gives_a_broken_file(scene: Scene, dark: Scene | None, said: str, is_outlined: bool) -> None:
    label = Label(said, said, said, ((said, said),), said, "en")
    wish = Wish(is_outlined=is_outlined)
    data = formats.made("svg", scene, label, 1, wish, dark).data
    assert data == formats.made("svg", scene, label, 1, wish, dark).data
    root = ElementTree.fromstring(data)
    assert formats.read(data, "svg")[:2] == (300, 200)
    for element in root.iter():
        written = (value for name, value in element.items() if name not in ("aria-label", "name"))
        assert not any(NOT_A_NUMBER.search(value) for value in written)
