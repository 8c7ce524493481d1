"""`make gallery`: docs/pictures/application_email.moods.webp, one person in the moods of an application e-mail."""

from __future__ import annotations

from pipeline import files, theme
from pipeline.authoring import sheets
from pipeline.authoring.sheets import Row
from pipeline.geometry import Affine, Size
from pipeline.kinds.application_email.moods import MOODS
from pipeline.scene import Group, Scene
from tests.conftest import REPOSITORY
from tests.kinds.application_email.scenes import scene

TARGET = REPOSITORY / "docs" / "pictures" / "application_email.moods.webp"
SEEN, LEFT, TOP = Size(470, 560), 110, 40  # px of an og: the person, the forearm and the window's edge
HEIGHT = 420


def sheet() -> Scene:
    """The moods side by side under their names."""
    row = Row(", ".join(MOODS), "the moods of an application e-mail", tuple(map(_person, MOODS)))
    return sheets.sheet([row], HEIGHT, theme.load("paper"), "The moods of an application e-mail")


def _person(mood: str) -> Scene:
    whole = scene(f"mood={mood}")
    return Scene(SEEN, (Group(whole.items, Affine.translate(-LEFT, -TOP)),), whole.title, whole.alt)


if __name__ == "__main__":
    files.write_atomically(str(TARGET), sheets.encoded(sheet(), "webp"))
