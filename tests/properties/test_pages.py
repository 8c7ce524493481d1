"""Whatever a spec says, its picture passes the examiner in every size, or the spec is refused with a reason."""

from __future__ import annotations

import os

import pytest

from pipeline import sizes
from pipeline.errors import FitError
from pipeline.scene import Scene
from tests import examiner
from tests.random_specs import KINDS, spec
from tests.visuals import forgotten, page, visual

pytestmark = pytest.mark.usefixtures("in_repository")
EXAMPLES = int(os.environ.get("EXAMPLES", "16"))  # 300 before a release
SIZES = list(sizes.names())
MOST_EMPTY, MOST_OF_THEM = 0.4, 0.01  # of a page; of the pictures that may be emptier
WITH_AIR = ("quote_card", "quote_photo", "application_email")  # a motif and a room have air of their own


def pictures(kind: str) -> list[tuple[str, Scene]]:
    """The pictures of so many specs, each in one size, and what each is."""
    found = []
    for number in range(EXAMPLES):
        size = SIZES[number % len(SIZES)]
        try:
            found.append((f"{kind} {number} {size}", page(visual(spec(kind, number)), size)))
        except FitError:
            continue
    assert len(found) > 0.8 * EXAMPLES
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_random_specs_pass_the_examiner(kind: str) -> None:
    faults: dict[str, list[object]] = {}
    is_drawn = kind == "application_email"  # the screen of a laptop, whose texts its own test looks at
    empty = 0
    found = pictures(kind)
    for name, scene in found:
        looks = {
            "touching": examiner.touching(scene) if not is_drawn else [],
            "outside": examiner.outside(scene),
            "tiny": examiner.tiny(scene) if not is_drawn else [],
            "pale": examiner.pale(scene),
            "forgotten": forgotten(scene),
        }
        for fault, each in looks.items():
            if each:
                faults.setdefault(fault, []).append((name, each))
        if kind not in WITH_AIR and examiner.emptiness(scene) > MOST_EMPTY:
            faults.setdefault("empty", []).append((name, round(examiner.emptiness(scene), 2)))
            empty += 1
    if empty <= MOST_OF_THEM * len(found):
        faults.pop("empty", None)
    assert faults == {}
