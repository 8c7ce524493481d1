"""Tests of the description: whole sentences in the map's language, brief where there is much to tell."""

from __future__ import annotations

import pytest

from pipeline.kinds.career_roadmap.alt import description
from tests.kinds.career_roadmap.plans import planned

TEXT = """\
start: {date: 2026-11-20}
done: {title: Feedback call, date: 2026-11-18}
closed: {label: The job that said no}
decision: {title: Pick a lead path, by: 2027-01-31}
highlight: Go deeper
paths:
  - name: Go deeper
    milestones:
      - {title: SQL and statistics, at: 3 months, kind: Course, state: current, id: sql}
      - {title: Senior data analyst, at: 2 years, kind: Role}
  - name: Go independent
    milestones:
      - {title: Freelance data consultant, at: 2 years, id: free}
  - name: Rest
edges: [{from: sql, to: free, label: if it works}]
"""


def told(text: str) -> str:
    return description(planned(text))


def test_a_map_is_told_in_sentences() -> None:
    assert told(TEXT) == (
        "Career roadmap: One no. Three ways forward. Three paths lead on from today, 20 Nov 2026. "
        "Go deeper: SQL and statistics (Course, Feb 2027, in progress), and at the end Senior data analyst "
        "(Role, Nov 2028). Go independent: Freelance data consultant (Nov 2028). Rest: no step yet. "
        "The way that closed: The job that said no. Already done: Feedback call, 18 Nov. "
        "To be decided: Pick a lead path, by 31 Jan. "
        "Between the paths: SQL and statistics changes to Freelance data consultant (if it works). "
        "Go deeper stands out."
    )


def test_a_map_is_told_in_its_language() -> None:
    assert told(f"lang: de\n{TEXT}") == (
        "Laufbahnkarte: Eine Absage. Drei Wege nach vorn. Drei Wege führen weiter, Ausgangspunkt: heute, "
        "20. Nov. 2026. Go deeper: SQL and statistics (Course, Feb. 2027, läuft), und am Ende Senior data analyst "
        "(Role, Nov. 2028). Go independent: Freelance data consultant (Nov. 2028). Rest: noch kein Schritt. "
        "Der Weg, der sich geschlossen hat: The job that said no. Schon erledigt: Feedback call, 18. Nov. "
        "Zu entscheiden: Pick a lead path, bis 31. Jan. "
        "Zwischen den Wegen: SQL and statistics wechselt zu Freelance data consultant (if it works). "
        "Hervorgehoben ist Go deeper."
    )


def test_one_path_is_told_in_the_singular() -> None:
    one = "paths: [{name: A, milestones: [{title: T, at: 1 year}]}]\n"
    assert told(one) == ("Career roadmap: One way forward. One path leads on from today. A: T (12 months).")
    assert "Ein Weg führt weiter, Ausgangspunkt: heute. A: T (12 Monate)." in told(f"lang: de\n{one}")


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es"])
def test_no_sentence_has_a_gap_or_two_points(lang: str) -> None:
    found = told(f"lang: {lang}\nas_of: 2027-03-01\n{TEXT}")
    assert not [mark for mark in ("{", "}", "..", "  ", " .", " ,") if mark in found]
    assert found.endswith(".")


def test_french_puts_a_space_before_its_colon() -> None:
    found = told(f"lang: fr\n{TEXT}")
    assert found.startswith("Feuille de route\u00a0: Un refus. Trois chemins possibles. Trois chemins s’ouvrent")
    assert "Rest\u00a0: encore aucune étape." in found


def test_now_is_told_where_it_is_not_the_start() -> None:
    assert "lead on from the start, 20 Nov 2026. The map is as of 1 Mar 2027. Go" in told(f"as_of: 2027-03-01\n{TEXT}")


def test_a_milestone_without_a_date_tells_its_level() -> None:
    text = (
        "phases: [{label: Senior, at: L3}]\npaths: [{name: A, milestones: [{title: T, at: L2}, {title: U, at: L3}]}]\n"
    )
    assert "A: T (Level 2), and at the end U (Senior)." in told(text)


def test_very_much_is_told_by_titles_and_in_full_where_it_is_in_progress() -> None:
    detail = "A long word about it. " * 20
    state = {3: "current"}
    steps = ", ".join(
        f"{{title: T{at}, kind: K, detail: '{detail}', state: {state.get(at, 'planned')}}}" for at in range(25)
    )
    found = told(f"paths: [{{name: A, milestones: [{steps}]}}]\n")
    assert "A: T0, T1, T2, T3 (K, in progress), T4, " in found
    assert "T23, and at the end T24 (K)." in found
    assert "T0 (K), T1 (K), " in told(f"paths: [{{name: A, milestones: [{steps.replace(detail, '')}]}}]\n")


def test_details_are_told_behind_kind_date_and_state() -> None:
    milestone = "{title: SQL, at: 3 months, kind: Course, detail: Evening classes., skills: [SQL, R]}"
    assert "A: SQL (Course, 3 months; Evening classes; SQL, R)." in told(
        f"paths: [{{name: A, milestones: [{milestone}]}}]\n"
    )


def test_every_move_is_told() -> None:
    paths = "paths:\n" + "".join(
        f"  - {{name: P{way}, milestones: [{', '.join(f'{{title: T{at}}}' for at in range(8))}]}}\n" for way in (0, 1)
    )
    edges = "edges: [" + ", ".join(f"{{from: P0/T{at}, to: P1/T{at}, type: merge}}" for at in range(8)) + "]\n"
    assert told(paths + edges).endswith(
        "Between the paths: " + "; ".join(f"T{at} joins T{at}" for at in range(8)) + "."
    )


def test_emphasis_is_told_without_its_asterisks() -> None:
    assert told("title: Two *quiet* ways\npaths: [{name: A}]\n").startswith("Career roadmap: Two quiet ways. ")


def test_words_of_the_authors_own_are_told_as_they_are_shown() -> None:
    assert "lead on from now, 1 Mar 2027" in told(
        "labels: {today: now}\nstart: {date: 2027-03-01}\npaths: [{name: A}, {name: B}]\n"
    )


def test_only_ticks_that_the_author_names_are_told() -> None:
    assert "axis" not in told(TEXT)
    assert told(f"phases: [6 months, {{label: The long run, at: 2 years}}]\n{TEXT}").endswith(
        "Go deeper stands out. The axis shows 6 months and The long run."
    )
