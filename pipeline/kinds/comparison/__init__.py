"""Comparison: two to four columns side by side; one line calls at the better cell of every row.

    eyebrow                   Halden & Rowe    +---------------+
    More pay,                                  | Nordvale Labs |    columns, the highlighted one a raised sheet
    or more        ---------- | ---------------|---------------|
    evenings?      Salary     o €58,000        | . €54,500     |    rows: a name, a cell for each column
                   ---------- +----------------|-+ ------------|
    verdict        From home  . 1 day          | o 3 days      |
                   ----------------------------|-|-------------|
                                               | O 2 of 2      |    the score, at the line's end
                                               +---------------+

The designer's numbers: `measures`; what is drawn: `drawing`.
"""

from functools import partial

from pipeline.geometry import Rect, Size
from pipeline.kinds.comparison.alt import alt, description
from pipeline.kinds.comparison.content import Content, content
from pipeline.kinds.comparison.drawing import Drawing
from pipeline.kinds.comparison.measures import Measures, candidates, for_rows
from pipeline.kinds.comparison.spec import Comparison, check
from pipeline.kinds.comparison.table import Looks, Setter, Table
from pipeline.kinds.kind import Kind
from pipeline.layout.attempts import first_fit
from pipeline.layout.canvas import Canvas
from pipeline.layout.header import head
from pipeline.layout.page import Page
from pipeline.layout.shape import WIDE, Shape, shape
from pipeline.scene import Box, Scene, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter

OVER_TABLE = WIDE._replace(title=48, leading=56, title_base=122, eyebrow_base=68)  # the head of a wide page
BESIDE = 32  # reference px between a title and the table beside it


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The title, the table beside it or below, the verdict; raises FitError for what fits in neither way."""
    page, at = Page(size, theme, typesetter, content.is_mirrored), shape(size)
    ways = candidates(at, len(content.columns), has_title=bool(content.title))
    return first_fit(partial(_composed, content, page, at, each) for each in ways)


def _composed(content: Content, page: Page, at: Shape, measures: Measures) -> Scene:
    """The page, composed by these measures."""
    canvas, is_wide = at.canvas(page), at.name == "wide"
    heading = OVER_TABLE._replace(unit=at.unit, width=at.width) if is_wide and not measures.is_beside else at
    measure, lines = (measures.left - at.margin - BESIDE, 4) if measures.is_beside else (0.0, 1 if is_wide else 2)
    base = head(canvas, heading, content.eyebrow, content.title, measure=measure, lines=lines)
    top = measures.top if measures.is_beside else base + measures.top if base else measures.bottom
    if content.highlight is None and (measures.is_beside or not content.verdict):
        measures = measures._replace(sizes=measures.sizes._replace(foot=0))
    room = Rect(measures.left, top, at.width - measures.right - measures.left, at.height - measures.bottom - top)
    fitted = for_rows(measures, room.height, len(content.rows))
    drawing = Drawing(canvas, content, _table(canvas, content, fitted, room), fitted)
    drawing.draw()
    drawing.verdict(at, base)
    return Scene(page.size, words_last((Box(Rect.of(page.size), fill=page.theme.colors.paper), *canvas.items)))


def _table(canvas: Canvas, content: Content, measures: Measures, room: Rect) -> Table:
    """The table, set; what is better stands out, and where nothing does all is in ink."""
    colors = canvas.colors
    ink, ink_2 = (canvas.style(1, color, 600, "display", -0.005) for color in (colors.ink, colors.ink_2))
    heads = [ink if content.highlight in (at, None) else ink_2 for at in range(len(content.columns))]
    looks = Looks(canvas.style(1, colors.ink if content.is_plain else colors.muted), canvas.style(1, colors.ink, 600))
    below = measures.below * room.bottom
    return Setter(canvas, content.columns, heads, content.texts, looks, measures.sizes, room, below).table()


KIND = Kind(
    "comparison",
    "Two to four columns side by side, and a line through the better cells.",
    Comparison,
    content,
    lay_out,
    alt,
    description,
    check,
)
