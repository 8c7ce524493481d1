"""Scenes for tests: the sample spec with changes, and questions that tests ask of what was laid out."""

from __future__ import annotations

from typing import NamedTuple

from pipeline import sizes, source, theme
from pipeline.geometry import Affine, Rect
from pipeline.kinds.application_email.compositions import compose
from pipeline.kinds.application_email.content import Content
from pipeline.kinds.application_email.stage import Stage, set_stage
from pipeline.rendering import Visual, understood
from pipeline.scene import Group, Scene, TextRun
from pipeline.typography import ink
from tests.conftest import REPOSITORY
from tests.visuals import page, role_of

SPEC = REPOSITORY / "specs" / "application_email.yaml"
ARABIC = (
    "email.from=استوديو ألدر",
    "email.to=مايا",
    "email.subject=شكرا لك على طلب التوظيف",
    "email.body=لقد استمتعنا بلقائك. ويسعدنا أن نسمع منك مرة أخرى.",
    "calendar.month=مارس",
    "calendar.first=sunday",
    "note.title=التالي:",
    "note.lines=[الخميس, '10:00']",
    "lang=ar",
)


class Plate(NamedTuple):
    """The texts of one thing that carries writing, and the matrix from the thing to the page."""

    matrix: Affine
    runs: tuple[TextRun, ...]

    @property
    def inked(self) -> list[tuple[TextRun, Rect]]:
        """The runs that show ink, each with the box about it in the thing's own coordinates."""
        return [(run, box) for run in self.runs if (box := ink(run)) is not None]


def shown(*changes: str) -> Content:
    """What the sample says with changes."""
    content: Content = _visual(*changes).content
    return content


def scene(*changes: str, size: str = "og", look: str = "paper", fonts: str | None = None) -> Scene:
    """The sample scene with changes."""
    return page(_visual(*changes), size, look, fonts or "")


def on_stage(*changes: str, size: str = "og", look: str = "paper", rtl: bool = False) -> Stage:
    """The stage of the sample scene with changes."""
    content = shown(*changes)
    return set_stage(content._replace(is_mirrored=rtl), compose(sizes.parse(size).size), theme.load(look))


def _visual(*changes: str) -> Visual:
    return understood(source.override(source.read(str(SPEC)), changes), str(SPEC))


def plates(found: Scene) -> list[Plate]:
    """The things that carry writing: first the screen."""
    groups = [item for item in found.items if isinstance(item, Group)]
    texts = [(group, tuple(item for item in group.items if isinstance(item, TextRun))) for group in groups]
    return [Plate(group.transform, runs) for group, runs in texts if runs]


def lines(found: Scene, role: str) -> list[str]:
    """What stands on each baseline of a role's text, from the top."""
    whole: dict[float, str] = {}
    for plate in plates(found):
        for run in plate.runs:
            if role in (run.role, role_of(run)):
                whole[run.origin.y] = whole.get(run.origin.y, "") + run.text
    return list(whole.values())


def runs(found: Scene, role: str) -> list[TextRun]:
    """The runs of a role's text."""
    return [run for plate in plates(found) for run in plate.runs if role in (run.role, role_of(run))]
