"""The limits of a checklist that a file may break, and the problems of a file, each sort reported once."""

from __future__ import annotations

from collections import Counter

from pipeline.content import Leaf
from pipeline.errors import Place, Problem, SpecError
from pipeline.kinds.feedback_checklist.listing import Group, Item
from pipeline.kinds.feedback_checklist.spec import MAX_DAY, MAX_GROUPS, MAX_ITEMS, MAX_NAME, MAX_NOTE, MAX_TEXT
from pipeline.reading.complaints import at_most

MOST_REPORTED = 20  # problems of one file
_LIMITS = {"text": MAX_TEXT, "note": MAX_NOTE, "due": MAX_DAY, "done_on": MAX_DAY}


class Problems:
    """What is wrong with a file: facts that are alike are reported at the first of their places."""

    def __init__(self) -> None:
        self._first: dict[str, Problem] = {}
        self._counts: Counter[str] = Counter()

    def add(self, fact: str, place: Place | None, hint: str = "") -> None:
        self._first.setdefault(fact, Problem(fact, place, hint))
        self._counts[fact] += 1

    def check(self) -> None:
        """Raise SpecError if there are any, in the order of the file."""
        problems = []
        for fact, problem in self._first.items():
            more = self._counts[fact] - 1
            problems.append(problem._replace(message=f"{fact}, and {more} more such") if more else problem)
        if problems:
            problems.sort(key=lambda problem: problem.place.line if problem.place else 0)
            raise SpecError(*at_most(problems, MOST_REPORTED))


def check_limits(groups: tuple[Group, ...], problems: Problems) -> None:
    """Report what is more or longer than a checklist takes."""
    if len(groups) > MAX_GROUPS:
        place = groups[MAX_GROUPS].title.place
        problems.add(f"expected at most {MAX_GROUPS} groups, found {len(groups)}", place, "put some of them together")
    for group in groups:
        _check_length("group", group.title, MAX_NAME, problems)
        if len(group.items) > MAX_ITEMS:
            fact = f"expected at most {MAX_ITEMS} items in a group, found {len(group.items):,}"
            problems.add(fact, group.items[MAX_ITEMS].text.place, "part the group")
        for item in group.items:
            _check_item(item, problems)


def _check_item(item: Item, problems: Problems) -> None:
    for name, most in _LIMITS.items():
        _check_length(name, getattr(item, name), most, problems)
    if item.done_on.text and item.state not in ("done", "partial"):
        fact = f"an item that is {item.state} has no day on which it was done"
        problems.add(fact, item.done_on.place, "write `done` as its state, or move the day to the column `due`")


def _check_length(what: str, text: Leaf, most: int, problems: Problems) -> None:
    if len(text.text) > most:
        fact = f"{what}: expected at most {most:,} characters, found {len(text.text):,}"
        problems.add(fact, text.place, "shorten it")
