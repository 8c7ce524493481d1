"""What an author may write with `kind: feedback_checklist`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pipeline.characters import is_blank
from pipeline.errors import Problem
from pipeline.kinds.feedback_checklist.states import Priority, State, boxed
from pipeline.kinds.feedback_checklist.words import Shown
from pipeline.project import TABLES
from pipeline.schema import Part, Spec, key

MAX_TITLE, MAX_GROUPS, MAX_ITEMS, MAX_TEXT, MAX_NAME, MAX_NOTE, MAX_DAY = 200, 60, 500, 1000, 120, 500, 30
MARKDOWN = (".md", ".markdown")

Summary: TypeAlias = Literal["ring", "bar", "count", "none"]
ColumnCount: TypeAlias = Literal["auto", 1, 2, 3, 4]
Overflow: TypeAlias = Literal["summarise", "paginate", "error"]


class Entry(Part):
    """One thing on the list."""

    text: Annotated[str, key("What is to be done; *words* may be emphasised.", min_length=1, max_length=MAX_TEXT)]
    state: (
        Annotated[
            State, key("How far it is: done, doing (in progress), todo, partial (partly done) or na (does not apply).")
        ]
        | None
    ) = None  # to do, or as the box before its text says
    note: Annotated[str, key("A remark below the text, where the picture has room for it.", max_length=MAX_NOTE)] = ""
    priority: Annotated[Priority, key("How much it matters, while it is open.")] | None = None
    due: Annotated[str, key("When it should be done: a date such as 2026-03-12, or words.", max_length=MAX_DAY)] = ""
    done_on: Annotated[str, key("When it was done: a date such as 2026-03-12, or words.", max_length=MAX_DAY)] = ""


class Group(Part):
    """Items that belong together, under a name."""

    title: Annotated[str, key("The group's name.", min_length=1, max_length=MAX_NAME)]
    quote: Annotated[
        str, key("The interviewer's words, beside the name where there is room for them.", max_length=200)
    ] = ""
    items: Annotated[
        tuple[str | Entry, ...], key("The group's items, each text or keys of its own.", max_length=MAX_ITEMS)
    ] = ()


class Columns(Part):
    """Which column of a table in `data` holds what, by their headings."""

    text: Annotated[str, key("The column of texts.", max_length=MAX_NAME)] = ""
    group: Annotated[str, key("The column of group names.", max_length=MAX_NAME)] = ""
    state: Annotated[str, key("The column of states, in words or as yes and no.", max_length=MAX_NAME)] = ""
    note: Annotated[str, key("The column of notes.", max_length=MAX_NAME)] = ""
    priority: Annotated[str, key("The column of priorities.", max_length=MAX_NAME)] = ""
    due: Annotated[str, key("The column of days by which items are due.", max_length=MAX_NAME)] = ""
    done_on: Annotated[str, key("The column of days on which items were done.", max_length=MAX_NAME)] = ""


class FeedbackChecklist(Spec):
    """What an author may write with `kind: feedback_checklist`."""

    title: Annotated[
        str,
        key("The title at the top, also in the metadata; without it a file's own.", max_length=MAX_TITLE),
    ] = ""
    eyebrow: Annotated[str, key("A short line above the title.", max_length=80)] = ""
    groups: Annotated[tuple[Group, ...], key("Groups of items.", max_length=MAX_GROUPS)] = ()
    items: Annotated[
        tuple[str | Entry, ...], key("Items without groups, each text or keys of its own.", max_length=MAX_ITEMS)
    ] = ()
    data: Annotated[
        str,
        key(
            "A file beside the spec that holds the items: Markdown task lists (.md) or a table such as a .csv.",
            is_file=True,
            suffixes=(*MARKDOWN, *TABLES),
        ),
    ] = ""
    summary: Annotated[Summary, key("How progress is shown: a ring, a bar, a count, or not at all.")] = "ring"
    show_done: Annotated[
        Literal["all", "dim", "hide"], key("Whether done items stand out like others, stand back, or are only counted.")
    ] = "dim"
    numbering: Annotated[
        Literal["none", "all", "group"], key("Numbers before the items: none, through all groups, or anew in each.")
    ] = "none"
    columns: Annotated[
        ColumnCount | Columns,
        key(
            "How many columns of items, auto for as few as they allow; or which columns of a table in `data` hold what."
        ),
    ] = "auto"
    overflow: Annotated[
        Overflow,
        key("What to do with items beyond one picture: count them in a last line, make more pictures, or refuse."),
    ] = "summarise"
    labels: Annotated[Shown, key("The card's own words, where those of its language do not suit.")] = Shown()


def check(spec: FeedbackChecklist) -> Iterator[Problem]:
    """What is wrong between the keys."""
    sources = [name for name in ("groups", "items", "data") if getattr(spec, name)]
    if len(sources) > 1:
        fact = f"the items come from one place, found {' and '.join(f'`{name}`' for name in sources)}"
        yield Problem(fact, hint=f"keep `{sources[-1]}` or `{sources[0]}`", field=sources[-1])
    if isinstance(spec.columns, Columns) and (not spec.data or spec.data.lower().endswith(MARKDOWN)):
        found = f"{spec.data} is Markdown" if spec.data else "found none"
        yield Problem(f"`columns` names those of a table in `data`, {found}", hint="remove it", field="columns")
    yield from _misplaced(spec)


def _misplaced(spec: FeedbackChecklist) -> Iterator[Problem]:
    """Items without a text, and days and boxes that contradict the state of theirs."""
    lists = [(f"groups[{index}].items", group.items) for index, group in enumerate(spec.groups)]
    for place, items in [("items", spec.items), *lists]:
        for index, item in enumerate(items):
            yield from _misplaced_in(Entry(text=item) if isinstance(item, str) else item, f"{place}[{index}]")


def _misplaced_in(item: Entry, field: str) -> Iterator[Problem]:
    box = boxed(item.text)
    if is_blank(item.text):
        yield Problem("expected text, found none", hint="write it, or remove the item", field=field)
    elif box and box.state and not box.text:
        yield Problem("expected text behind the box, found none", hint="write it, or remove the item", field=field)
    elif box and box.state and item.state not in (None, box.state):
        fact = f"the box says {box.state}, the key `state` {item.state}"
        yield Problem(fact, hint="keep one of the two", field=f"{field}.state")
    state = box.state if box and box.state else item.state or "todo"
    if item.done_on and state not in ("done", "partial"):
        fact = f"an item that is {state} has no day on which it was done"
        yield Problem(fact, hint="write `state: done`, or `due:`", field=f"{field}.done_on")
