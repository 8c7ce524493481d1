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

Numbers of the designer's: `measures`; the texts in their places: `table`; what is drawn: `drawing`.
"""

from pipeline.errors import FitError
from pipeline.geometry import Rect, Size
from pipeline.kinds.comparison.alt import alt, description
from pipeline.kinds.comparison.content import Content, content
from pipeline.kinds.comparison.drawing import Drawing
from pipeline.kinds.comparison.measures import Measures, candidates, for_rows
from pipeline.kinds.comparison.spec import Comparison, check
from pipeline.kinds.comparison.table import Setter
from pipeline.kinds.kind import Kind
from pipeline.layout.canvas import Canvas
from pipeline.layout.header import head
from pipeline.layout.page import Page
from pipeline.layout.shape import Shape, shape
from pipeline.scene import Box, Scene
from pipeline.theme import Theme
from pipeline.typography import Typesetter

HEAD_ABOVE = {"title": 48.0, "leading": 56.0, "title_base": 122.0, "eyebrow_base": 68.0}  # of a wide page, over a table
BESIDE = 32  # reference px between a title and the table beside it


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The title, the table beside it or below, the verdict; raises FitError for what fits in neither way."""
    page, at = Page(size, theme, typesetter, content.is_mirrored), shape(size)
    refused: FitError | None = None
    for measures in candidates(at, len(content.columns)):
        try:
            return Scene(
                size, (Box(Rect.of(size), fill=theme.colors.paper), *_composed(content, page, at, measures).items)
            )
        except FitError as error:
            refused = error
    raise refused or ValueError("expected at least one composition")


def _composed(content: Content, page: Page, at: Shape, measures: Measures) -> Canvas:
    """What a page shows, composed by these measures."""
    canvas = at.canvas(page)
    if measures.is_beside:
        base = head(canvas, at, content.eyebrow, content.title, measure=measures.left - at.margin - BESIDE, lines=4)
        top = measures.top
    else:
        heading = at._replace(**HEAD_ABOVE) if at.name == "wide" else at
        base = head(canvas, heading, content.eyebrow, content.title, lines=1 if at.name == "wide" else 2)
        top = base + measures.top if base else measures.bottom
    if content.highlight is None and (measures.is_beside or not content.verdict):
        measures = measures._replace(foot=0)
    room = Rect(measures.left, top, at.width - measures.right - measures.left, at.height - measures.bottom - top)
    fitted, pitch = for_rows(measures, room.height, len(content.rows))
    drawing = Drawing(canvas, content, Setter(canvas, content, fitted, room, pitch).table())
    drawing.draw()
    drawing.verdict(at, base)
    return canvas


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
