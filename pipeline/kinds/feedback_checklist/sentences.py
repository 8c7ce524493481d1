"""The sentences about a checklist in each of their languages."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.prose import Forms, chosen


class Sentences(NamedTuple):
    """The sentences of one language; `{...}` are numbers, names and lists, forms are for one item and for more."""

    lang: str
    checklist: str
    page: str
    empty: str
    some_done: Forms  # `{done}` of `{n}`; forms for the done ones
    none_done: str
    in_all: tuple[str, str, str]  # where all are in one state: of one, of two, of more
    in_state: Forms  # the same beside items that do not apply
    beside: Forms  # after the done ones
    not_applicable: Forms
    none_applies: tuple[str, str, str]
    still_to_do: str
    no_items: str
    priority: str
    priorities: dict[str, str]


_SENTENCES = {
    "en": Sentences(
        lang="en",
        checklist="Feedback checklist",
        page=", picture {page} of {pages}",
        empty="no items yet",
        some_done=("{done} of {n} items is {state}", "{done} of {n} items are {state}"),
        none_done="none of {n} items is {state}",
        in_all=("the only item is {state}", "both items are {state}", "all {n} items are {state}"),
        in_state=("{n} item is {state}", "{n} items are {state}"),
        beside=("{n} is {state}", "{n} are {state}"),
        not_applicable=("{n} does not apply", "{n} do not apply"),
        none_applies=("the only item does not apply", "neither item applies", "none of {n} items applies"),
        still_to_do="still to do",
        no_items="no items",
        priority="{priority} priority",
        priorities={"low": "low", "medium": "medium", "high": "high"},
    ),
    "de": Sentences(
        lang="de",
        checklist="Feedback-Checkliste",
        page=", Bild {page} von {pages}",
        empty="noch keine Punkte",
        some_done=("{done} von {n} Punkten ist {state}", "{done} von {n} Punkten sind {state}"),
        none_done="keiner von {n} Punkten ist {state}",
        in_all=("der einzige Punkt ist {state}", "beide Punkte sind {state}", "alle {n} Punkte sind {state}"),
        in_state=("{n} Punkt ist {state}", "{n} Punkte sind {state}"),
        beside=("{n} ist {state}", "{n} sind {state}"),
        not_applicable=("{n} entfällt", "{n} entfallen"),
        none_applies=("der einzige Punkt entfällt", "beide Punkte entfallen", "alle {n} Punkte entfallen"),
        still_to_do="noch offen",
        no_items="keine Punkte",
        priority="Priorität {priority}",
        priorities={"low": "niedrig", "medium": "mittel", "high": "hoch"},
    ),
}


def sentences(lang: str) -> Sentences:
    """The sentences of a language, or the English ones."""
    return chosen(_SENTENCES, lang)
