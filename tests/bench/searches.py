"""A long job search, made up: rows of applications in a file, and the spec of their dashboard beside it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2025, 11, 20)
DAYS = 360
STAGES = ("Applied", "Rejected", "Screening", "Rejected", "Interview", "Rejected", "Withdrawn", "Applied", "Offer")
SOURCES = ("Referral", "Job board", "Recruiter", "Company site", "Event", "")
ROLES = ("Analyst", "Data engineer", "Researcher", "Product designer", "Service planner")


def written(folder: Path, rows: int) -> Path:
    """Write the applications and their spec to the folder; returns the spec's path."""
    table = folder / "search.csv"
    lines = ["company,role,stage,applied,updated,next_step,next_date,source", *map(_row, range(rows))]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    spec = folder / "search.yaml"
    panels = "[pipeline, weeks, next_steps]"
    spec.write_text(
        f"kind: applications_dashboard\ndata: {table.name}\nas_of: 2026-11-20\npanels: {panels}\n", encoding="utf-8"
    )
    return spec


def _row(index: int) -> str:
    sent = FIRST_DAY + timedelta(days=index * 7919 % DAYS)
    updated = min(sent + timedelta(days=3 + index % 31), FIRST_DAY + timedelta(days=DAYS))
    stage = STAGES[index % len(STAGES)]
    step = ("Follow up", f"{updated:%Y-%m-%d}") if stage in ("Applied", "Screening", "Interview", "Offer") else ("", "")
    cells = (f"Company {index}", ROLES[index % len(ROLES)], stage, str(sent), str(updated), *step)
    return ",".join((*cells, SOURCES[index % len(SOURCES)]))
