"""What an author may write with `kind: feedback_checklist`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pipeline.errors import Problem
from pipeline.schema import Part, Spec, key

State: TypeAlias = Literal["done", "doing", "todo", "partial", "na"]
Priority: TypeAlias = Literal["low", "medium", "high"]

STATES = ("done", "doing", "todo", "partial", "na")
PRIORITIES = ("low", "medium", "high")
MAX_GROUPS, MAX_ITEMS, MAX_TEXT = 60, 500, 1000
MARKDOWN = (".md", ".markdown")


class Entry(Part):
    """One thing on the list."""

    text: Annotated[str, key("What is to be done; *words* may be emphasised.", min_length=1, max_length=MAX_TEXT)]
    state: Annotated[
        State, key("How far it is: done, doing (in progress), todo, partial (partly done) or na (does not apply).")
    ] = "todo"
    note: Annotated[str, key("A remark below the text, where the picture has room for it.", max_length=500)] = ""
    priority: Annotated[Priority, key("How much it matters, while it is open.")] | None = None
    due: Annotated[str, key("When it should be done: a date such as 2026-03-12, or words.", max_length=30)] = ""
    done_on: Annotated[str, key("When it was done: a date such as 2026-03-12, or words.", max_length=30)] = ""


class Group(Part):
    """Items that belong together, under a name."""

    title: Annotated[str, key("The group's name.", min_length=1, max_length=120)]
    quote: Annotated[
        str, key("The interviewer's words, beside the name where there is room for them.", max_length=200)
    ] = ""
    items: Annotated[
        tuple[str | Entry, ...], key("The group's items, each text or keys of its own.", max_length=MAX_ITEMS)
    ] = ()


class Labels(Part):
    """The card's own words, in place of those of its language; `{n}` stands for a number."""

    done: Annotated[str, key("Of done items.", min_length=1, max_length=30)] | None = None
    doing: Annotated[str, key("Of items in progress.", min_length=1, max_length=30)] | None = None
    todo: Annotated[str, key("Of items that are still to do.", min_length=1, max_length=30)] | None = None
    partial: Annotated[str, key("Of items that are partly done.", min_length=1, max_length=30)] | None = None
    na: Annotated[str, key("Of items that do not apply.", min_length=1, max_length=30)] | None = None
    low: Annotated[str, key("Of the lowest priority.", min_length=1, max_length=20)] | None = None
    medium: Annotated[str, key("Of the middle priority.", min_length=1, max_length=20)] | None = None
    high: Annotated[str, key("Of the highest priority.", min_length=1, max_length=20)] | None = None
    of: Annotated[str, key("Done of all, as in `{n} of {all}`.", min_length=1, max_length=30)] | None = None
    more: Annotated[str, key("What did not fit, as in `and {n} more`.", min_length=1, max_length=40)] | None = None
    hidden: Annotated[str, key("Done items that are hidden, as in `and {n} done`.", max_length=40)] | None = None
    continued: Annotated[str, key("Beside the name of a group that goes on.", max_length=30)] | None = None
    empty: Annotated[str, key("In the place of items, where there are none.", min_length=1, max_length=60)] | None = (
        None
    )
    all_done: Annotated[str, key("Where all is done and done items are hidden.", max_length=60)] | None = None


class FeedbackChecklist(Spec):
    """What an author may write with `kind: feedback_checklist`."""

    title: Annotated[str, key("The title at the top, also in the picture's metadata.", max_length=200)] = ""
    eyebrow: Annotated[str, key("A short line above the title.", max_length=80)] = ""
    groups: Annotated[tuple[Group, ...], key("Groups of items.", max_length=MAX_GROUPS)] = ()
    items: Annotated[
        tuple[str | Entry, ...], key("Items without groups, each text or keys of its own.", max_length=MAX_ITEMS)
    ] = ()
    data: Annotated[
        str, key("A file beside the spec that holds the items: Markdown task lists (.md) or a table such as a .csv.")
    ] = ""
    summary: Annotated[
        Literal["ring", "bar", "count", "none"], key("How progress is shown: a ring, a bar, a count, or not at all.")
    ] = "ring"
    show_done: Annotated[
        Literal["all", "dim", "hide"], key("Whether done items stand out like others, stand back, or are only counted.")
    ] = "dim"
    numbering: Annotated[
        Literal["none", "all", "group"], key("Numbers before the items: none, through all groups, or anew in each.")
    ] = "none"
    columns: Annotated[
        Literal["auto", 1, 2, 3, 4], key("How many columns of items; auto takes as few as the items allow.")
    ] = "auto"
    overflow: Annotated[
        Literal["summarise", "paginate", "error"],
        key("What to do with items beyond one picture: count them in a last line, make more pictures, or refuse."),
    ] = "summarise"
    labels: Annotated[Labels, key("The card's own words, where those of its language do not suit.")] = Labels()


def check(spec: FeedbackChecklist) -> Iterator[Problem]:
    """What is wrong between the keys."""
    sources = [name for name in ("groups", "items", "data") if getattr(spec, name)]
    if len(sources) > 1:
        fact = f"the items come from one place, found {' and '.join(f'`{name}`' for name in sources)}"
        yield Problem(fact, hint=f"keep `{sources[-1]}` or `{sources[0]}`", field=sources[-1])
    if spec.data:
        yield from _suffix(spec.data)
    yield from _misplaced(spec)
    yield from _labels(spec.labels)


def _suffix(data: str) -> Iterator[Problem]:
    from pipeline.reading import tables  # only a spec with a data file pays for this import

    if not data.lower().endswith((*MARKDOWN, *tables.SUFFIXES)):
        fact = f"expected a file that ends in {', '.join((MARKDOWN[0], *tables.SUFFIXES))}, found `{data}`"
        yield Problem(fact, hint="Markdown task lists, or a table", field="data")


def _misplaced(spec: FeedbackChecklist) -> Iterator[Problem]:
    """Days that contradict the state of their item."""
    lists = [(f"groups[{index}].items", group.items) for index, group in enumerate(spec.groups)]
    for field, items in [("items", spec.items), *lists]:
        for index, item in enumerate(items):
            if isinstance(item, Entry) and item.done_on and item.state not in ("done", "partial"):
                fact = f"an item that is {item.state} has no day on which it was done"
                yield Problem(fact, hint="write `state: done`, or `due:`", field=f"{field}[{index}].done_on")


def _labels(labels: Labels) -> Iterator[Problem]:
    for name, needed in (("of", ("{n}", "{all}")), ("more", ("{n}",)), ("hidden", ("{n}",))):
        text = getattr(labels, name)
        missing = [part for part in needed if text and part not in text]
        if missing:
            fact = f"expected text with {' and '.join(needed)}, found `{text}`"
            yield Problem(fact, hint="the number stands where the braces are", field=f"labels.{name}")
