"""From a scene to its report: every text is looked at once, on what was drawn before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.color import Color
from pipeline.geometry import IDENTITY, Point, Rect
from pipeline.legibility.behind import Backdrop, Frame, color_at, least_contrast
from pipeline.legibility.report import Contrast, Fit, Role, Seen, Spot
from pipeline.scene import Box, FaceRef, Group, Item, Path, Picture, Scene, TextRun

TEXT, LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3
LARGE_FROM, LARGE_BOLD_FROM = 32.0, 24.0  # px
BOLD = ("Bold", "ExtraBold", "Heavy", "Black")  # words in the name of a face whose strokes are wide enough
SAMPLES = (0.1, 0.5, 0.9)  # of a run's width
MIDDLE, ABOVE = 0.35, 0.66  # em above the baseline: about half the height of capitals, and their top
ASCENT, LETTERS = 0.8, 1.05  # em above the baseline, and in all: letters with their tails
TOLERANCE = 1.0  # px: a hair's breadth in a hidden zone hides nothing, nor do the tails of letters
ELLIPSIS = "…"
UNNAMED = "-"  # the role of texts without one
SAID_BY = ("more", "left_out")  # the last part of a role whose text says what is not shown
MOST_FAINT = 8  # of more, the faintest


def measure(
    scene: Scene, safe: Rect, budget_bytes: int = 0, written: str = "", left_out: Sequence[str] | None = None
) -> Fit:
    """The report of a layout; `safe` is what platforms show of the page, `written` all that its author wrote.

    `left_out` says in words what the scene leaves out; by default the reasons alone.
    """
    from pipeline.typography import is_tall  # who reads a report needs no letters

    look = _Look(scene, safe, written)
    look.at(scene.items, Frame())
    faint = sorted((each for each in look.contrasts if not each.is_enough), key=lambda each: each.ratio)
    return Fit(
        width=scene.size.width,
        texts=look.roles(),
        smallest=min(look.spots, key=lambda spot: spot.size, default=None),
        lowest=min(look.contrasts, key=lambda each: each.ratio / each.least, default=None),
        faint=tuple(faint[:MOST_FAINT]),
        hidden=tuple(look.hidden),
        shortened=tuple(dict.fromkeys(look.shortened)),
        left_out=(*look.said, *([each.reason for each in scene.left_out] if left_out is None else left_out)),
        tall=tuple(sorted({face.name for face in look.faces if is_tall(face)})),
        unjudged=look.unjudged,
        budget_bytes=budget_bytes,
    )


def together(fits: Sequence[Fit]) -> Fit:
    """The report of several pages that are one file."""
    if len(fits) == 1:
        return fits[0]
    contrasts = [each.lowest for each in fits if each.lowest]
    return Fit(
        width=fits[0].width,
        texts=_merged(fits),
        smallest=min((each.smallest for each in fits if each.smallest), key=lambda spot: spot.size, default=None),
        lowest=min(contrasts, key=lambda each: each.ratio / each.least, default=None),
        faint=tuple(each for fit in fits for each in fit.faint)[:MOST_FAINT],
        hidden=tuple(each for fit in fits for each in fit.hidden),
        shortened=tuple(dict.fromkeys(each for fit in fits for each in fit.shortened)),
        left_out=tuple(dict.fromkeys(each for fit in fits for each in fit.left_out)),
        tall=tuple(sorted({each for fit in fits for each in fit.tall})),
        unjudged=sum(fit.unjudged for fit in fits),
        budget_bytes=sum(fit.budget_bytes for fit in fits),
    )


def _merged(fits: Sequence[Fit]) -> dict[str, Role]:
    """The texts of each role on all of the pages."""
    merged: dict[str, Role] = {}
    for name, role in (pair for fit in fits for pair in fit.texts.items()):
        before = merged.get(name, Role((), 0, ()))
        sizes = tuple(sorted({*before.sizes, *role.sizes}, reverse=True))
        merged[name] = Role(sizes, before.lines + role.lines, tuple(sorted({*before.faces, *role.faces})))
    return merged


def seen(scene: Scene, safe: Rect) -> tuple[Seen, ...]:
    """Each text of a layout, from back to front; `safe` is what platforms show of the page."""
    look = _Look(scene, safe, "")
    look.at(scene.items, Frame())
    return tuple(look.seen)


class _Look:
    """Goes through a scene from back to front and remembers what it sees."""

    def __init__(self, scene: Scene, safe: Rect, written: str) -> None:
        self.backdrop = Backdrop(*scene.size)
        self.safe = safe.inset(-TOLERANCE)
        self.written = written
        self.spots: list[Spot] = []
        self.contrasts: list[Contrast] = []
        self.hidden: list[Spot] = []
        self.shortened: list[str] = []
        self.said: list[str] = []
        self.seen: list[Seen] = []
        self.faces: set[FaceRef] = set()
        self.unjudged = 0
        self._runs: dict[str, list[tuple[float, TextRun]]] = {}

    def at(self, items: Iterable[Item], frame: Frame) -> None:
        """Look at items of a group."""
        for item in items:
            match item:
                case TextRun():
                    self._text(item, frame)
                case Box():
                    self.backdrop.box(item, frame)
                case Path():
                    self.backdrop.path(item, frame)
                case Picture():
                    self.backdrop.picture(item, frame)
                case Group():
                    self.at(item.items, frame.inner(item.transform, item.clip, item.opacity))

    def roles(self) -> dict[str, Role]:
        """How the texts of each role are set."""
        return {
            role: Role(
                tuple(sorted({size for size, _ in runs}, reverse=True)),
                _lines([run for _, run in runs]),
                tuple(sorted({run.face.name for _, run in runs})),
            )
            for role, runs in self._runs.items()
        }

    def _text(self, run: TextRun, frame: Frame) -> None:
        text = run.text.strip()
        if not text:
            return
        role = _role(run.role)
        is_straight = frame.matrix is IDENTITY
        size = round(run.size if is_straight else run.size * abs(frame.matrix.determinant) ** 0.5, 1)
        self._runs.setdefault(role, []).append((size, run))
        self.faces.add(run.face)
        x, y = run.origin if is_straight else frame.matrix.apply(run.origin.x, run.origin.y)
        spot = Spot(run.role or UNNAMED, text, size, round(x, 1), round(y, 1))
        self.spots.append(spot)
        around = Rect(run.origin.x, run.origin.y - ABOVE * run.size, run.advance, ABOVE * run.size)
        is_hidden = not _holds(self.safe, around if is_straight else frame.matrix.bounds(around))
        if is_hidden:
            self.hidden.append(spot)
        if role.rpartition(".")[2] in SAID_BY:
            self.said.append(f"“{text}”")
        elif text.endswith(ELLIPSIS) and text[-4:] not in self.written:
            self.shortened.append(spot.role)
        contrast = self._contrast(run, frame, spot)
        letters = Rect(run.origin.x, run.origin.y - ASCENT * run.size, run.advance, LETTERS * run.size)
        box = letters if is_straight else frame.matrix.bounds(letters)
        self.seen.append(Seen(spot, box, contrast, is_hidden))

    def _contrast(self, run: TextRun, frame: Frame, spot: Spot) -> Contrast | None:
        """The least contrast along a run; None where nobody knows."""
        pairs: set[tuple[Color, tuple[Color, ...]]] = set()
        for share in SAMPLES:
            local = Point(run.origin.x + share * run.advance, run.origin.y - MIDDLE * run.size)
            seen = local if frame.matrix is IDENTITY else frame.matrix.apply(*local)
            behind = self.backdrop.at(seen.x, seen.y)
            if not behind:
                self.unjudged += 1
                return None
            ink = color_at(run.fill, local)
            pairs.add((ink if frame.opacity == 1 else ink.with_alpha(ink.alpha * frame.opacity), behind))
        is_bold = any(word in BOLD for word in run.face.name.split())
        is_large = spot.size >= LARGE_FROM or (is_bold and spot.size >= LARGE_BOLD_FROM)
        ratio = round(min(_ratio(ink, behind) for ink, behind in pairs), 2)
        self.contrasts.append(Contrast(ratio, LARGE if is_large else TEXT, spot))
        return self.contrasts[-1]


@lru_cache(maxsize=1024)
def _ratio(ink: Color, behind: tuple[Color, ...]) -> float:
    return least_contrast(ink, behind)


@lru_cache(maxsize=1024)
def _role(role: str) -> str:
    """A role without its numbers: all items of a list are of one role."""
    while "[" in role:
        head, _, rest = role.partition("[")
        role = head + rest.partition("]")[2]
    return role or UNNAMED


def _lines(runs: list[TextRun]) -> int:
    """How many lines the runs make: those that follow one another on a baseline are one."""
    count, end, baseline = 0, 0.0, 0.0
    for run in runs:
        if not count or run.origin.y != baseline or abs(run.origin.x - end) > run.size:
            count += 1
        end, baseline = run.origin.x + run.advance, run.origin.y
    return count


def _holds(outer: Rect, inner: Rect) -> bool:
    return outer.x <= inner.x and outer.y <= inner.y and inner.right <= outer.right and inner.bottom <= outer.bottom
