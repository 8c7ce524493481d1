"""What the dashboard knows: applications as they were read, and the figures that are derived from them.

    text or mappings --reading.gather--> Gathered --metrics.figures--> Figures --> the picture

`stages` knows the words people use for a stage, `dates` how they write days, `metrics` every definition. Counts are of
applications. Nothing here knows a language, a size or a theme.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple, TypeAlias, get_args

from pipeline.notes import Note

Rung: TypeAlias = Literal["applied", "screening", "interview", "offer"]
"""A stage of the pipeline. An application whose stage is one of them is open."""

Stage: TypeAlias = Literal["applied", "screening", "interview", "offer", "rejected", "withdrawn"]
"""Where an application stands; the last two are closed."""

Span: TypeAlias = Literal["week", "month", "year"]

Standing: TypeAlias = Literal["open", "rejected", "withdrawn", "hired", "silent", "undated"]
"""What became of an application so far. All but the two closed ones are active; only `open` is called still open."""

RUNGS: tuple[Rung, ...] = ("applied", "screening", "interview", "offer")
STAGES: tuple[Stage, ...] = (*RUNGS, "rejected", "withdrawn")
STANDINGS: tuple[Standing, ...] = get_args(Standing)


class Application(NamedTuple):
    """One row of the list.

    `reached` is the furthest rung it ever stood on: of an open one its stage, or a further one that its row tells of;
    of a closed one what its row tells, else Applied. `reached_is_known` is False only in that last case.

    `replied` is the day of the first answer: the earliest day of screening, interview, offer or refusal; without such
    columns the last update of one that was refused at Applied. `is_silent` says that the author wrote "no response" or
    "ghosted", whose stage is then the rung where the silence began; `is_hired` that the offer was accepted. `row` is
    the number of its row as the file counts them, for messages only: no figure depends on it.
    """

    company: str
    role: str = ""
    stage: Stage = "applied"
    reached: Rung = "applied"
    applied: date | None = None
    updated: date | None = None
    next_step: str = ""
    next_date: date | None = None
    source: str = ""
    location: str = ""
    row: int = 0
    replied: date | None = None
    reached_is_known: bool = True
    is_silent: bool = False
    is_hired: bool = False

    @property
    def is_open(self) -> bool:
        """Whether its stage is one of the four open ones."""
        return self.stage in RUNGS

    @property
    def level(self) -> int:
        """The place of `reached` in RUNGS."""
        return RUNGS.index(self.reached)


Reason: TypeAlias = Literal["unnamed", "not_sent", "nowhere", "total"]
"""Why a row is left out: neither company nor role; never sent; neither a stage nor a day; a sum of others."""


class LeftOut(NamedTuple):
    """A row that no figure counts: its number in the file, whose it is ("" if unknown or anonymous), and why."""

    row: int
    name: str
    reason: Reason


class Gathered(NamedTuple):
    """What was read: applications in the order of the file, the rows left out, and the day all figures are as of.

    `as_of` is None only if it was not given and no application has a date. `notes` tell what was not used;
    `tells_stages` is whether any column says how far applications came.
    """

    applications: tuple[Application, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    as_of: date | None = None
    notes: tuple[Note, ...] = ()
    tells_stages: bool = True


class Rate(NamedTuple):
    """`part` of `whole`, which always travels along."""

    part: int
    whole: int


class Step(NamedTuple):
    """A rung of the pipeline. moved_on and the six others add up to count, and moved_on is the next step's count.

    count: `reached` is this rung or beyond. The six, in the order of STANDINGS: those that stand so, and this is the
    furthest rung they reached.
    """

    rung: Rung
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks of a figure
    moved_on: int
    open: int
    said_no: int
    withdrew: int
    hired: int
    silent: int
    undated: int

    @property
    def closed(self) -> int:
        """How many ended here."""
        return self.said_no + self.withdrew

    @property
    def staying(self) -> tuple[int, ...]:
        """How many are active here: still open, hired, silent, undated."""
        return self.open, self.hired, self.silent, self.undated


class Sent(NamedTuple):
    """The applications sent in the span that begins on `start`, and how many of them are still open."""

    start: date
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks of a figure
    open: int


class Source(NamedTuple):
    """The applications that came by one source ("" where the row names none); moved_on reached Screening or beyond."""

    name: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks of a figure
    moved_on: int


class Figures(NamedTuple):
    """Every figure of the dashboard, on the day `as_of`; docs/metrics.md defines them.

    response, moved_on   0 of 0 where no column of the list tells how far applications came (`tells_stages`)
    pending              still open, and no other is called so: `metrics.standing`
    ghosted              silent ones; active == pending + hired + ghosted + the pipeline's undated
    spans                what was sent per week, month or year (`span`), empty ones too, from the first day on
    weeks, months        how many of the calendar the spans touch, whatever they are grouped by
    undated, outside     sent without a day, or beyond the spans: sent == shown + undated + outside
    is_lower_bound       some closed application does not tell how far it came
    left_out             rows that were read but not counted
    """

    sent: int
    active: int
    new_this_month: int
    interviews: int
    interviews_soon: int
    pending: int
    hired: int
    response: Rate
    moved_on: Rate
    offers: int
    offers_open: int
    reply_by: date | None
    said_no: int
    withdrew: int
    ghosted: int
    days_to_reply: float | None
    replies: int
    pipeline: tuple[Step, ...]
    span: Span
    spans: tuple[Sent, ...]
    weeks: int
    months: int
    undated: int
    outside: int
    next_steps: tuple[Application, ...]
    sources: tuple[Source, ...]
    is_lower_bound: bool
    left_out: tuple[LeftOut, ...]
    tells_stages: bool
    as_of: date | None

    @property
    def shown(self) -> int:
        """How many were sent within the spans."""
        return sum(each.count for each in self.spans)

    @property
    def per_span(self) -> float:
        """How many were sent in a week (month, year) on average."""
        return self.shown / len(self.spans) if self.spans else 0.0
