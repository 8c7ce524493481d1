"""What data files share: how a state or a priority may be written, and groups as they grow."""

from __future__ import annotations

from typing import get_args

from pipeline.errors import Place, Problem, nearest, nearest_first
from pipeline.kinds.feedback_checklist.spec import MAX_GROUPS, MAX_ITEMS, MAX_TEXT, Entry, Group, Priority, State

STATES: tuple[State, ...] = get_args(State)
PRIORITIES: tuple[Priority, ...] = get_args(Priority)
ALSO = {  # other usual ways to say a state
    "x": "done",
    "yes": "done",
    "complete": "done",
    "completed": "done",
    "in progress": "doing",
    "in-progress": "doing",
    "started": "doing",
    "open": "todo",
    "to do": "todo",
    "to-do": "todo",
    "no": "todo",
    "partly": "partial",
    "partly done": "partial",
    "n/a": "na",
    "not applicable": "na",
}


class Found:
    """Groups in the order in which their names occur first, and every problem on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._groups: dict[str, list[Entry]] = {}

    def group(self, title: str, line: int) -> None:
        """A group begins, or goes on."""
        if len(title) > 120:
            self.note(line, 1, f"expected a group's name of at most 120 characters, found {len(title)}", "shorten it")
        self._groups.setdefault(title, [])
        if len(self._groups) == MAX_GROUPS + 1:
            self.note(line, 1, f"expected at most {MAX_GROUPS} groups, found more", "put some of them together")

    def add(self, title: str, entry: Entry, line: int) -> None:
        """An item of the group `title`."""
        self.group(title, line)
        if len(entry.text) > MAX_TEXT:
            self.note(line, 1, f"expected at most {MAX_TEXT:,} characters, found {len(entry.text):,}", "shorten it")
        self._groups[title].append(entry)
        if len(self._groups[title]) == MAX_ITEMS + 1:
            self.note(line, 1, f"expected at most {MAX_ITEMS} items in a group, found more", "part the group")

    def note(self, line: int, column: int, fact: str, hint: str = "") -> None:
        """A problem of the file."""
        self.problems.append(Problem(fact, Place(self.path, line, column), hint))

    def state(self, written: str, line: int, column: int) -> State:
        """The state that is written; nothing is `todo`. An unknown one is noted."""
        word = written.strip().lower()
        name = ALSO.get(word, word)
        for state in STATES:
            if name in (state, ""):
                return state if name else "todo"
        match = nearest(word, STATES) or nearest(word, ALSO)
        hint = (
            f"the nearest is `{match}`; states are {', '.join(STATES)}" if match else f"states are {', '.join(STATES)}"
        )
        self.note(line, column, f"unknown state `{written.strip()}`", hint)
        return "todo"

    def priority(self, written: str, line: int, column: int) -> Priority | None:
        """The priority that is written, if any; an unknown one is noted."""
        word = written.strip().lower()
        for priority in PRIORITIES:
            if word == priority:
                return priority
        if word:
            hint = nearest_first(word, PRIORITIES, f"priorities are {', '.join(PRIORITIES)}")
            self.note(line, column, f"unknown priority `{written.strip()}`", hint)
        return None

    def groups(self) -> tuple[Group, ...]:
        """What was found. Items before the first name stand in a group without one, if there are no others."""
        return tuple(Group(title=title, items=tuple(items)) for title, items in self._groups.items())
