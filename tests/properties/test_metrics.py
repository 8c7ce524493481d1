"""The board's figures counted once more by other code, from the definitions in docs/metrics.md, over random lists."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.kinds.applications_dashboard.reading import read
from tests.amounts import some_of
from tests.applications import spec_of
from tests.dashboards import figures

FIRST = date(2026, 3, 2)
AS_OF = FIRST + timedelta(days=120)
GHOST_AFTER = 45
OPEN = ("applied", "screening", "interview", "offer")
WRITTEN = {  # what a cell says: the stage, how far it came if it says so, and whether it fell silent or led to a job
    "Applied": ("applied", "applied", ""),
    "Phone screen": ("screening", "screening", ""),
    "Interview": ("interview", "interview", ""),
    "Offer": ("offer", "offer", ""),
    "Hired": ("offer", "offer", "hired"),
    "Rejected": ("rejected", "", ""),
    "Rejected after interview": ("rejected", "interview", ""),
    "Withdrawn": ("withdrawn", "", ""),
    "Ghosted": ("applied", "applied", "silent"),
}


class Line(NamedTuple):
    """A row of a list: what its cells say."""

    status: str
    applied: date | None
    updated: date | None
    next_date: date | None

    @property
    def cells(self) -> str:
        days = (str(day or "") for day in (self.applied, self.updated, self.next_date))
        return f"Nordvale,{self.status},{','.join(days)}"

    @property
    def stage(self) -> str:
        return WRITTEN[self.status][0]

    @property
    def level(self) -> int:
        return OPEN.index(WRITTEN[self.status][1] or "applied")

    @property
    def is_open(self) -> bool:
        return self.stage in OPEN

    @property
    def is_silent(self) -> bool:
        if WRITTEN[self.status][2] == "silent":
            return True
        last = self.updated or self.applied
        is_due = self.next_date is not None and self.next_date >= AS_OF
        return self.is_open and last is not None and not is_due and (AS_OF - last).days >= GHOST_AFTER


@st.composite
def lines(draw: st.DrawFn) -> Line:
    applied = draw(st.none() | st.dates(FIRST, AS_OF))
    updated = draw(st.none() | st.dates(applied or FIRST, AS_OF))
    return Line(
        draw(st.sampled_from(sorted(WRITTEN))), applied, updated, draw(st.none() | st.dates(FIRST, date(2027, 3, 1)))
    )


def recounted(found: list[Line]) -> dict[str, Any]:
    """The figures, each straight from its sentence in docs/metrics.md."""
    silent = [each for each in found if each.is_open and each.is_silent and each.status != "Hired"]
    offers = [each for each in found if each.stage == "offer" and WRITTEN[each.status][2] != "hired"]
    refused = [each for each in found if each.stage == "rejected" and each.level == 0]
    waits = [(each.updated - each.applied).days for each in refused if each.updated and each.applied]
    within = [each for each in found if each.applied]
    return {
        "sent": len(found),
        "active": sum(each.is_open for each in found),
        "pending": sum(
            each.is_open and each.applied is not None and each not in silent and each.status != "Hired"
            for each in found
        ),
        "hired": sum(each.status == "Hired" for each in found),
        "new_this_month": sum(
            each.is_open and each.applied is not None and (each.applied.year, each.applied.month) == (2026, AS_OF.month)
            for each in found
        ),
        "interviews": sum(each.level >= 2 for each in found),
        "interviews_soon": sum(
            each.stage == "interview" and each.next_date is not None and 0 <= (each.next_date - AS_OF).days <= 7
            for each in found
        ),
        "response": (sum(each.level >= 1 for each in found) + len(refused), len(found)),
        "moved_on": (sum(each.level >= 1 for each in found), len(found)),
        "offers": sum(each.level == 3 for each in found),
        "reply_by": min(
            (each.next_date for each in offers if each.next_date and each.next_date >= AS_OF), default=None
        ),
        "said_no": sum(each.stage == "rejected" for each in found),
        "withdrew": sum(each.stage == "withdrawn" for each in found),
        "ghosted": len(silent),
        "days_to_reply": median(waits) if waits else None,
        "pipeline": [sum(each.level >= rung for each in found) for rung in range(4)],
        "undated": len(found) - len(within),
        "shown": len(within),
        "is_lower_bound": any(each.status in ("Rejected", "Withdrawn") for each in found),
    }


@settings(max_examples=some_of(500), deadline=None, derandomize=True, database=None)
@given(st.lists(lines(), max_size=25))
def test_a_list_is_counted_as_its_definitions_say(found: list[Line]) -> None:
    text = "Company,Status,Applied,Updated,Next date\n" + "".join(f"{each.cells}\n" for each in found)
    gathered = read(text, "list.csv", spec_of(as_of=str(AS_OF)))
    counted = figures(gathered.applications, gathered.as_of, ghost_after_days=GHOST_AFTER)
    shown = {
        name: [step.count for step in counted.pipeline] if name == "pipeline" else getattr(counted, name)
        for name in recounted(found)
    }
    assert shown == recounted(found)


# NOIMPORT
