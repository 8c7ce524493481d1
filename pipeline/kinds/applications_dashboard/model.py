"""What the dashboard knows: applications as they were read, and the figures that are derived from them.

    text or mappings --reading.gather--> Gathered --metrics.figures--> Figures --> the picture

`stages` knows the words people use for a stage, `dates` how they write days, `metrics` every definition. Counts are of
applications. Nothing here knows a language, a size or a theme.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from pipeline.notes import Note

Rung: TypeAlias = Literal["applied", "screening", "interview", "offer"]
"""A stage of the pipeline. An application whose stage is one of them is open."""

Stage: TypeAlias = Literal["applied", "screening", "interview", "offer", "rejected", "withdrawn"]
"""Where an application stands; the last two are closed."""

Span: TypeAlias = Literal["week", "month", "year"]

Standing: TypeAlias = Literal["open", "hired", "silent", "undated", "rejected", "withdrawn"]
"""What became of an application so far. The first four are active; only `open` ones are called still open."""

RUNGS: tuple[Rung, ...] = ("applied", "screening", "interview", "offer")
STAGES: tuple[Stage, ...] = (*RUNGS, "rejected", "withdrawn")


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

REASONS: tuple[Reason, ...] = ("unnamed", "not_sent", "nowhere", "total")


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
    """`part` of `whole`, which always travels along. `percent` is rounded half up; of 0 of 0 it is None, not 0."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """The rate in whole percent, or None for 0 of 0."""
        return (200 * self.part + self.whole) // (2 * self.whole) if self.whole else None

    def __str__(self) -> str:
        return "n/a" if self.percent is None else f"{self.percent}%"


class Step(NamedTuple):
    """A rung of the pipeline. moved_on and the six others add up to count, and moved_on is the next step's count.

    count: `reached` is this rung or beyond. open, said_no (rejected), withdrew, hired, silent, undated: those that
    stand so, and this is the furthest rung they reached. conversion: moved_on of count; of the last rung always 0.
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
    def conversion(self) -> Rate:
        """How many of those here moved on."""
        return Rate(self.moved_on, self.count)


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
    """Every figure of the dashboard.

    sent             all applications that were read
    active           those whose stage is one of the four open ones
    new_this_month   active ones applied for in the calendar month of `as_of`
    interviews       `reached` is Interview or beyond
    interviews_soon  open ones in the stage Interview whose next date is as_of or one of the 7 days after it
    pending          still open: active ones with a day of applying that neither fell silent nor led to a job
    hired            those whose offer was accepted
    response         got an answer, of all sent: reached Screening or beyond, or were refused. 0 of 0 where no column
                     of the list tells
    moved_on         reached Screening or beyond, of all sent; likewise
    offers           `reached` is Offer
    offers_open      those whose stage is Offer now
    reply_by         the earliest next date, not before as_of, of those whose stage is Offer and that nobody accepted
    said_no          stage Rejected
    withdrew         stage Withdrawn; active + said_no + withdrew == sent
    ghosted          active ones that fell silent: the author says so, or ghost_after_days have gone by since the last
                     update (or the day of applying) and no next step is due on or after as_of; none that led to a job
    days_to_reply    the median of days from applied to the first answer; None if no answer has both dates
    replies          how many answers that median is taken over
    pipeline         the four rungs
    span, spans      what was sent per week, month or year, empty ones too. They are those of the calendar, but the
                     first begins on the first day, which is a given one or that of the first application. Above 16
                     weeks it is months, above 24 months years
    weeks, months    how many weeks and months of the calendar the spans touch, whatever they are grouped by
    undated          applications without `applied`: sent == sum of the spans' counts + undated + outside
    outside          applications sent before the first day of a period that was given, or after its last day
    per_span         sent within the spans, over their number; 0 if there are none
    next_steps       the active ones by next date, those without one last; then by applied, company, role
    sources          by count, the largest first, then by name; those without a source last
    is_lower_bound   some closed application does not tell how far it came: the pipeline, interviews, response and
                     offers may be higher than shown
    left_out         rows that were read but not counted
    tells_stages     whether any column of the list tells how far applications came
    as_of            the day on which all this holds
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
