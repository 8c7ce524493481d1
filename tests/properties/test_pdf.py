"""PDF of any scene: its objects stand where its table says, its operators are balanced, no number in it is none."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import formats
from pipeline.formats import Label, Sheet
from pipeline.scene import Scene
from tests.amounts import some_of
from tests.documents import Document
from tests.scenes import SCENE

TEXT = st.text(st.characters(), max_size=20)
NOT_A_NUMBER = re.compile(rb"\b(nan|inf|\d+e[+-]\d+)\b")
PAIRS = ((b"q", b"Q"), (b"BT", b"ET"), (b"BDC", b"EMC"))


@settings(max_examples=some_of(60))
@given(st.lists(SCENE, min_size=1, max_size=2), TEXT)
def test_no_scene_gives_a_broken_file(scenes: list[Scene], said: str) -> None:
    label = Label(said, said, said, (("Spec", said),), said, "en")
    data = formats.bound("pdf", [Sheet(scene, label, 1, said) for scene in scenes], label).data
    assert data == formats.bound("pdf", [Sheet(scene, label, 1, said) for scene in scenes], label).data
    assert formats.read(data, "pdf")[:2] == (300, 200)
    document = Document(data)
    assert len(document.pages) == len(scenes)
    for content in document.contents():
        assert not NOT_A_NUMBER.search(content)
        words: list[Any] = re.sub(rb"<[^<>]*>|\((?:\\.|[^\\()])*\)", b"", content).split()
        for opening, closing in PAIRS:
            assert words.count(opening) == words.count(closing)
