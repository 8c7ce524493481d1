"""Where things stand on a dashboard of any size: five size classes, in px of their reference; spare room goes to the
board's lower part.

og 1200 x 630, wide 1600 x 900               portrait 1080 x 1350, story 1080 x 1920, square 1080 x 1080

eyebrow                     | | | |          eyebrow
Title in one line           weeks            Title in            | | | |
+------+------+------+------+                two lines           weeks
| 9 :: | 6 :: | 46%  | 1 :: |                +---------+---------+
+------+------+---+--+------+                | 9    :: | 6    :: |
| Pipeline        | Next    |                | 46%  :: | 1    :: |
| =====__         | ------- |                +---------+---------+
|  )   )   )      | ------- |                | Pipeline          |
+-----------------+---------+                | Next steps        |
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Rect, Size
from pipeline.layout.proportions import hidden, is_story, is_wide

LARGE_FROM = Size(1500, 800)  # px: landscapes of at least this size are wide, with smaller type
SQUARE_FROM = 0.92  # width : height
STORY_HEAD = 96  # reference px by which a story's header may begin higher than another's, as nothing stands above it


class Mini(NamedTuple):
    """The weekly chart beside the title, up to the edge of texts: foot, widest column, gap, height of blocks, label."""

    foot: float
    column: float
    gap: float
    height: float
    size: float


class Measures(NamedTuple):
    """The measures of one picture, in reference px."""

    name: str
    unit: float  # layout px for one reference px
    width: float  # of the page
    height: float
    margin: float  # of the text
    pad: float
    eyebrow_y: float
    eyebrow: float
    title_y: float  # baseline of the last line
    title: float
    leading: float
    title_lines: int
    board: Rect
    tile: float  # height of a tile
    tile_baselines: tuple[float, float, float]
    label: float
    numeral: float
    caption: float
    dot: float
    dot_gap: float
    heading: float
    row: float  # company in the table
    meta: float
    pill: float
    pill_height: float
    stage_count: float
    node: float  # width
    unit_cap: float  # height of one application in the pipeline, at most
    split: float  # of the board's width, where its lower part is parted
    gaps: tuple[float, float, float, float]  # before and after a vertical rule, below and above a horizontal one
    pipeline: float  # height of its panel above another
    rows: float  # height of a row under next steps
    mini: Mini | None  # None: the weeks stand on the board

    @property
    def is_landscape(self) -> bool:
        """Whether panels stand beside each other."""
        return self.name in ("og", "wide")

    def grid(self, tiles: int) -> tuple[int, int]:
        """The columns and rows that so many tiles stand in."""
        return (2, 2) if tiles == 4 and not self.is_landscape else (tiles, 1)

    def lower(self, tiles: int) -> Rect:
        """The board below the tiles."""
        top = self.board.y + self.tile * self.grid(tiles)[1]
        return Rect(self.board.x, top, self.board.width, self.board.bottom - top)

    @property
    def right(self) -> float:
        """Where texts end that begin at the margin."""
        return self.width - self.margin

    def edges(self, cell: Rect, after: float, before: float) -> tuple[float, float]:
        """Left and right of a cell's content: so far from a vertical rule, and at the margin at the board's edge."""
        left = self.margin if cell.x <= self.board.x + 1 else cell.x + after
        right = self.right if cell.right >= self.board.right - 1 else cell.right - before
        return left, right

    def inside(self, cell: Rect) -> Rect:
        """The part of a cell of the board that its content stands in."""
        before, after, above, below = self.gaps
        left, right = self.edges(cell, after, before)
        return Rect(left, cell.y + above, right - left, cell.height - above - below)

    def around(self, content_height: float) -> float:
        """The height of a cell that holds a heading, content so high below it, and the gaps around both."""
        return self.gaps[2] + self.heading + content_height + self.gaps[3]


OG = Measures(
    name="og", unit=1, width=1200, height=630, margin=64, pad=24,
    eyebrow_y=68, eyebrow=20, title_y=121, title=52, leading=54, title_lines=1,
    board=Rect(40, 146, 1120, 448), tile=124, tile_baselines=(33, 80, 104),
    label=18, numeral=46, caption=17, dot=7, dot_gap=4,
    heading=22, row=18, meta=16, pill=16, pill_height=27, stage_count=24, node=8, unit_cap=14,
    split=640 / 1120, gaps=(28, 28, 24, 20), pipeline=324, rows=49,
    mini=Mini(108, 16, 6, 40, 16),
)  # fmt: skip
WIDE = Measures(
    name="wide", unit=1, width=1600, height=900, margin=80, pad=32,
    eyebrow_y=80, eyebrow=24, title_y=148, title=66, leading=70, title_lines=1,
    board=Rect(48, 180, 1504, 676), tile=148, tile_baselines=(40, 97, 125),
    label=20, numeral=58, caption=19, dot=8, dot_gap=5,
    heading=25, row=20, meta=18, pill=17, pill_height=30, stage_count=30, node=10, unit_cap=18,
    split=836 / 1504, gaps=(40, 36, 28, 22), pipeline=366, rows=53,
    mini=None,
)  # fmt: skip
PORTRAIT = Measures(
    name="portrait", unit=1, width=1080, height=1350, margin=72, pad=32,
    eyebrow_y=92, eyebrow=24, title_y=244, title=70, leading=76, title_lines=2,
    board=Rect(32, 284, 1016, 1034), tile=150, tile_baselines=(39, 103, 131),
    label=23, numeral=66, caption=21, dot=11, dot_gap=6,
    heading=28, row=23, meta=20, pill=20, pill_height=36, stage_count=34, node=10, unit_cap=18,
    split=0.5, gaps=(28, 28, 30, 24), pipeline=356, rows=48,
    mini=Mini(228, 19, 6, 66, 20),
)  # fmt: skip
SQUARE = PORTRAIT._replace(
    name="square", height=1080, eyebrow_y=78, eyebrow=22, title_y=206, title=60, leading=64,
    board=Rect(32, 238, 1016, 810), tile=116, tile_baselines=(31, 78, 102), numeral=48, label=20, caption=19,
    dot=10, dot_gap=5, heading=26, row=21, meta=19, pill=18, pill_height=30, stage_count=30, unit_cap=16,
    gaps=(28, 28, 24, 20), pipeline=300, rows=39,
    mini=Mini(190, 19, 6, 60, 19),
)  # fmt: skip
STORY = PORTRAIT._replace(
    name="story", height=1920, eyebrow_y=120, eyebrow=27, title_y=290, title=80, leading=86,
    board=Rect(32, 336, 1016, 1060), tile=168, tile_baselines=(46, 118, 149), numeral=74, label=26, caption=24,
    heading=31, row=26, meta=22, pill=22, pill_height=40, stage_count=38, unit_cap=22,
    pipeline=360, rows=50,
    mini=Mini(272, 19, 6, 74, 22),
)  # fmt: skip

OF_A_PAGE = ("name", "unit", "width", "height", "eyebrow_y", "eyebrow", "title_y", "title", "leading", "board", "mini")


def denser(story: Measures) -> Measures:
    """A story whose board has the type of a portrait."""
    return PORTRAIT._replace(**{name: getattr(story, name) for name in OF_A_PAGE})


def measures_of(size: Size) -> Measures:
    """The measures of a picture of `size`."""
    if is_wide(size):
        is_large = size.width >= LARGE_FROM.width and size.height >= LARGE_FROM.height
        reference = WIDE if is_large else OG
    else:
        reference = SQUARE if size.width / size.height >= SQUARE_FROM else STORY if is_story(size) else PORTRAIT
    unit = min(size.width / reference.width, size.height / reference.height)
    return _stretched(reference, size.width / unit, size.height / unit)._replace(unit=unit)


def _stretched(reference: Measures, width: float, height: float) -> Measures:
    """The measures of a page that is wider or higher than its reference: the board grows."""
    wider, higher, down = width - reference.width, height - reference.height, 0.0
    mini, board = reference.mini, reference.board
    if reference.name == "story":
        buttons = hidden(Size(width, height))
        down = buttons.top - STORY_HEAD
        higher = height - buttons.bottom - board.bottom - down
    return reference._replace(
        width=width,
        height=height,
        board=Rect(board.x, board.y + down, board.width + wider, board.height + higher),
        mini=mini and mini._replace(foot=mini.foot + down),
        eyebrow_y=reference.eyebrow_y + down,
        title_y=reference.title_y + down,
    )
