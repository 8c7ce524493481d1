"""A Mermaid timeline or Gantt chart -> paths: its sections are the paths, its events or tasks the milestones.

A period that is a time is one; where none of the file's periods is, they are orders, and their words are shown.
"""

from __future__ import annotations

from pipeline.content import Leaf
from pipeline.errors import Problem
from pipeline.kinds.career_roadmap import times
from pipeline.kinds.career_roadmap.content import Material
from pipeline.kinds.career_roadmap.model import NOTHING
from pipeline.kinds.career_roadmap.reading.found import Found
from pipeline.kinds.career_roadmap.spec import MAX_HEADLINE, CareerRoadmap
from pipeline.notes import Note
from pipeline.reading import mermaid

STATES = {"done": "done", "active": "current"}  # of a Gantt chart's tags
HINT = "write it as 2026-11, Q2 2027, 2027 or 6 months"


def in_diagram(spec: CareerRoadmap, text: str) -> Material:
    """The paths of the spec's diagram, with a problem for what is none; raises SpecError for another sort of file.

    Where no period is a time, orders stand for the periods, whose words are shown.
    """
    diagram = mermaid.parse(text, spec.data)
    found = Found(Leaf(diagram.title, "title", diagram.title_place) if diagram.title else NOTHING)
    found.problems += diagram.problems
    found.notes += diagram.notes
    if len(diagram.title) > MAX_HEADLINE and not spec.title:
        fact = f"expected a title of at most {MAX_HEADLINE} characters, found {len(diagram.title)}"
        hint = "shorten it, or remove it: then the headline counts the paths"
        found.wrong(diagram.title_place, fact, hint)
    elif diagram.title and spec.title:
        found.notes.append(Note("text", f"the title of the file is not shown: “{diagram.title}”", diagram.title_place))
    periods: dict[str, Problem | None] = {}  # why each is no time, if it is none
    for event in (event for section in diagram.sections for event in section.events):
        try:
            is_time = times.parse(event.when, spec.date_format) is not None
            fact, hint = f"expected a time, found `{event.when}`", HINT
        except times.TimeError as error:
            is_time, fact, hint = False, str(error), error.hint
            if error.is_word:
                fact, hint = f"expected a time as in other periods, found `{event.when[:40]}`", HINT
            elif error.is_ambiguous:
                found.problems.append(Problem(fact, event.when_place, hint))
        periods[event.when] = None if is_time else Problem(fact, hint=hint)
    orders = {} if None in periods.values() else {when: str(at) for at, when in enumerate(periods, start=1)}
    for section in diagram.sections:
        found.path(section.name, section.place)
        for event in section.events:
            problem = periods[event.when]
            if problem and not orders:
                found.problems.append(problem._replace(place=event.when_place))
            cells = {
                "path": section.name,
                "title": event.title,
                "at": orders.get(event.when, "" if problem else event.when),
                "state": next((STATES[tag] for tag in event.tags if tag in STATES), ""),
                "id": event.id,
            }
            places = dict.fromkeys(("title", "state", "id"), event.place)
            places |= {"at": event.when_place, "path": section.place}
            found.add(cells, places, event.when if orders else "")
    for line in found.put_in_time(spec.date_format):
        fact = f"milestones are put in chronological order: `{line.milestone.title}` came after a later one"
        found.notes.append(Note("order", fact, line.places["title"]))
    return found.material()
