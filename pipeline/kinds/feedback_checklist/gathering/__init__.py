"""Gathering: the items of a checklist from a file beside its spec, as Markdown task lists or as a table."""

from __future__ import annotations

from pipeline.kinds.feedback_checklist.gathering.markdown import listed_in_markdown
from pipeline.kinds.feedback_checklist.gathering.table import listed_in_table
from pipeline.kinds.feedback_checklist.listing import Listing
from pipeline.kinds.feedback_checklist.spec import MARKDOWN, Columns, FeedbackChecklist


def gather(spec: FeedbackChecklist, text: str) -> Listing:
    """The groups that the spec's file holds, whose text this is.

    Raises SpecError with every mistake in the file, each with its line.
    """
    if spec.data.lower().endswith(MARKDOWN):
        return listed_in_markdown(text, spec.data)
    return listed_in_table(text, spec.data, spec.columns if isinstance(spec.columns, Columns) else Columns())
