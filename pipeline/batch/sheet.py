"""A contact sheet of a batch: its first pictures side by side, small, in the order of the rows."""

from __future__ import annotations

from itertools import islice

from pipeline import theme
from pipeline.authoring import sheets
from pipeline.batch import making
from pipeline.batch.rows import Row
from pipeline.batch.running import Batch
from pipeline.errors import PipelineError
from pipeline.prose import counted
from pipeline.rendering import lay_out
from pipeline.scene import Scene

MOST_ROWS, IN_A_LINE = 60, 5
HEIGHT = 160  # px, of a picture
THEME = "paper"


def contact_sheet(batch: Batch) -> Scene:
    """The first picture of each of the first rows; a row that fails is named in its place."""
    shown = [_first_page(batch, row) for row in islice(batch.plan.rows, MOST_ROWS)]
    rest = batch.count.rows - len(shown)
    lines = [_line(at, shown[at : at + IN_A_LINE]) for at in range(0, len(shown), IN_A_LINE)]
    title = batch.template.spec_name + (
        f", the first {len(shown)} of {counted(batch.count.rows, 'row')}" if rest else ""
    )
    return sheets.sheet(lines, HEIGHT, theme.load(THEME), title)


def _first_page(batch: Batch, row: Row) -> Scene | None:
    try:
        size, picked = next((each.size, each.theme) for each in batch.pictures(row))
        return lay_out(making.understood(batch.recipe, row), size, picked)[0]
    except (PipelineError, StopIteration):
        return None


def _line(at: int, shown: list[Scene | None]) -> sheets.Row:
    failed = [str(at + index) for index, scene in enumerate(shown, 1) if scene is None]
    about = f"without {', '.join(failed)}, which failed" if failed else ""
    return sheets.Row(f"{at + 1} to {at + len(shown)}", about, tuple(scene for scene in shown if scene))
