"""The words of a checklist: what a catalogue has in `feedback_checklist_shown` and `feedback_checklist_said`."""

from typing import Annotated

from pipeline.schema import Part, key
from pipeline.words import Forms, Text


class Shown(Part):
    """The words that a checklist shows; a spec may have its own."""

    done: Annotated[str, key("Of done items.", min_length=1, max_length=30)] = ""
    doing: Annotated[str, key("Of items in progress.", min_length=1, max_length=30)] = ""
    todo: Annotated[str, key("Of items that are still to do.", min_length=1, max_length=30)] = ""
    partial: Annotated[str, key("Of items that are partly done.", min_length=1, max_length=30)] = ""
    na: Annotated[str, key("Of items that do not apply.", min_length=1, max_length=30)] = ""
    low: Annotated[str, key("Of the lowest priority.", min_length=1, max_length=20)] = ""
    medium: Annotated[str, key("Of the middle priority.", min_length=1, max_length=20)] = ""
    high: Annotated[str, key("Of the highest priority.", min_length=1, max_length=20)] = ""
    of: Annotated[str, key("Done of all, as in `{n} of {all}`.", min_length=1, max_length=30)] | Forms = ""
    more: Annotated[str, key("What did not fit, as in `and {n} more`.", min_length=1, max_length=40)] | Forms = ""
    hidden: (
        Annotated[str, key("Done items that are hidden, as in `and {n} done`.", min_length=1, max_length=40)] | Forms
    ) = ""
    continued: Annotated[str, key("Beside the name of a group that goes on.", min_length=1, max_length=30)] = ""
    empty: Annotated[str, key("In the place of items, where there are none.", min_length=1, max_length=60)] = ""
    all_done: Annotated[str, key("Where all is done and done items are hidden.", min_length=1, max_length=60)] = ""


class Said(Part):
    """The sentences of its alt text and description; what stands in braces is put in."""

    checklist: Annotated[str, key("What it is called.")]
    titled: Annotated[str, key("Its `{name}` with its `{title}` in quotation marks.")]
    paged: Annotated[str, key("Its `{name}`, of several pictures the one of this number.")]
    says: Annotated[str, key("Its `{name}`, and `{what}` it shows.")]
    named: Annotated[str, key("Its `{name}` with its `{title}`, whose stop is its own.")]
    empty: Annotated[str, key("In the place of counts, where there are no items.")]
    done: Annotated[Text, key("What is said of so many items: they are done.")]
    doing: Annotated[Text, key("The same: they are in progress.")]
    todo: Annotated[Text, key("The same: they are still to do.")]
    partial: Annotated[Text, key("The same: they are partly done.")]
    na: Annotated[Text, key("The same: they do not apply.")]
    own: Annotated[Text, key("The same with an author's own word for the `{state}`.")]
    some: Annotated[Text, key("`{n}` of `{all}` items, and that they `{are}` done.")]
    none_done: Annotated[Text, key("None of `{n}` items is done.")]
    none_own: Annotated[Text, key("None of `{n}` items is in this `{state}`, an author's own word.")]
    only: Annotated[str, key("The only item there is, and that it `{is}` in a state.")]
    both: Annotated[str, key("Two items, and that they `{are}` in a state.")]
    all: Annotated[Text, key("All `{n}` items, and that they `{are}` in a state.")]
    neither: Annotated[str, key("Two items that do not apply.")]
    none_applies: Annotated[Text, key("All `{n}` items do not apply.")]
    counted: Annotated[Text, key("`{n}` items, and that they `{are}` in a state.")]
    beside: Annotated[Text, key("Further items, after others were named: `{n}` `{are}` in a state.")]
    low: Annotated[str, key("Of an item of the lowest priority.")]
    medium: Annotated[str, key("Of an item of the middle priority.")]
    high: Annotated[str, key("Of an item of the highest priority.")]
    priority: Annotated[str, key("The same with an author's own word for the `{priority}`.")]
    noted: Annotated[str, key("The same with its `{note}`.")]
    group: Annotated[str, key("A group's `{title}` and its `{items}`.")]
    quoting: Annotated[str, key("The same with the `{quote}` beside the title.")]
    no_items: Annotated[str, key("In the place of a group's items, where it has none.")]
