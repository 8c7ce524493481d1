"""The limits of a checklist that a file may break, and the problems of a file, each sort reported once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError
from pipeline.kinds.feedback_checklist.listing import Group
from pipeline.kinds.feedback_checklist.spec import MAX_DAY, MAX_GROUPS, MAX_ITEMS, MAX_NAME, MAX_NOTE, MAX_TEXT
from pipeline.reading.complaints import at_most

MOST_REPORTED = 20  # problems of one file
_LIMITS = {"text": MAX_TEXT, "note": MAX_NOTE, "due": MAX_DAY, "done_on": MAX_DAY}


def refuse(problems: Sequence[Problem]) -> None:
    """Raise SpecError if there are any, in the order of the file; facts that are alike at the first of their places."""
    if not problems:
        return
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.message, problem)
    counts = Counter(problem.message for problem in problems)
    told = [
        problem._replace(message=f"{fact}, and {counts[fact] - 1} more such") if counts[fact] > 1 else problem
        for fact, problem in first.items()
    ]
    told.sort(key=lambda problem: problem.place.line if problem.place else 0)
    raise SpecError(*at_most(told, MOST_REPORTED))


def check_limits(groups: tuple[Group, ...], problems: list[Problem]) -> None:
    """Report what is more or longer than a checklist takes."""
    if len(groups) > MAX_GROUPS:
        fact = f"expected at most {MAX_GROUPS} groups, found {len(groups)}"
        problems.append(Problem(fact, groups[MAX_GROUPS].title.place, "put some of them together"))
    for group in groups:
        _check_length("group", group.title, MAX_NAME, problems)
        if len(group.items) > MAX_ITEMS:
            fact = f"expected at most {MAX_ITEMS} items in a group, found {len(group.items):,}"
            problems.append(Problem(fact, group.items[MAX_ITEMS].text.place, "part the group"))
        for item in group.items:
            for name, most in _LIMITS.items():
                _check_length(name, getattr(item, name), most, problems)
            if item.done_on.text and item.state not in ("done", "partial"):
                fact = f"an item that is {item.state} has no day on which it was done"
                hint = "write `done` as its state, or move the day to the column `due`"
                problems.append(Problem(fact, item.done_on.place, hint))


def _check_length(what: str, text: Leaf, most: int, problems: list[Problem]) -> None:
    if len(text.text) > most:
        fact = f"{what}: expected at most {most:,} characters, found {len(text.text):,}"
        problems.append(Problem(fact, text.place, "shorten it"))
