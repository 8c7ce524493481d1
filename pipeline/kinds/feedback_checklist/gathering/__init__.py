"""Gathering: the items of a checklist from a file beside its spec, as Markdown task lists or as a table."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.kinds.feedback_checklist.gathering.markdown import groups_of_markdown
from pipeline.kinds.feedback_checklist.gathering.table import groups_of_table
from pipeline.kinds.feedback_checklist.spec import MARKDOWN, FeedbackChecklist
from pipeline.schema import filled


def gather(spec: FeedbackChecklist, read: Callable[[str, str], str]) -> FeedbackChecklist:
    """The spec with the groups that its data file holds; `read(name, field)` is the text of a file.

    Raises SpecError with every mistake in the file, each with its line.
    """
    if not spec.data:
        return spec
    text = read(spec.data, "data")
    groups_of = groups_of_markdown if spec.data.lower().endswith(MARKDOWN) else groups_of_table
    groups = groups_of(text, spec.data)
    if len(groups) == 1 and not groups[0].title:
        return filled(type(spec), spec, items=groups[0].items)
    return filled(type(spec), spec, groups=groups)
