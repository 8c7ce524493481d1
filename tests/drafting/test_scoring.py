"""Tests of which kind a wish asks for: words.yaml names every kind, and these wishes are understood."""

from __future__ import annotations

import pytest

from pipeline import kinds
from pipeline.drafting import scoring


def test_there_are_words_for_every_kind() -> None:
    assert scoring.kinds() == kinds.names()


@pytest.mark.parametrize("kind", kinds.names())
def test_a_kind_is_chosen_by_its_name_whatever_else_is_said(kind: str) -> None:
    every = "quote, checklist, email, dashboard, chart, roadmap"
    assert scoring.choose(f"{kind.replace('_', ' ')}: {every}").first.kind == kind
    assert scoring.choose(f"{kind}: {every}").first.kind == kind


@pytest.mark.parametrize(
    ("kind", "wish"),
    [
        (
            "application_email",
            "A person looking at a “Thank You for Your Application” email on their laptop, thoughtful.",
        ),
        ("application_email", "Someone reading a rejection letter at a desk"),
        ("application_email", "Eine Bewerberin liest eine Absage im Posteingang"),
        ("feedback_checklist", "A checklist with areas of improvement based on interview feedback."),
        ("feedback_checklist", "A to-do list of next steps"),
        ("feedback_checklist", "Liste mit Rückmeldungen zum Abhaken"),
        ("quote_card", "An inspiring quote like “Every rejection is a redirection to something better.”"),
        ("quote_card", "A motivational saying"),
        ("quote_card", "Zitat: „Wer fragt, führt.“"),
        ("applications_dashboard", "A job search dashboard showing multiple applications in progress."),
        ("applications_dashboard", "A funnel of my job search"),
        ("applications_dashboard", "Kennzahlen der Bewerbungen als Kacheln"),
        ("comparison", "A comparison of two offers"),
        ("comparison", "A comparison chart: renting versus buying"),
        ("comparison", "Vergleichstabelle der beiden Angebote"),
        ("comparison", "Gegenüberstellung: vorher und nachher"),
        ("chart", "A bar chart of replies by source"),
        ("chart", "Percentages by month, compared"),
        ("chart", "Balkendiagramm der Antworten"),
        ("big_number", "A big number: 30% of my applications had an answer"),
        ("big_number", "Just one number, large: nine days"),
        ("big_number", "Eine große Zahl: 9 Tage bis zum ersten Gespräch"),
        ("big_number", "Un seul chiffre, en grand"),
        ("career_roadmap", "A roadmap with different career paths and milestones."),
        ("career_roadmap", "A crossroads with three routes"),
        ("career_roadmap", "Fahrplan mit Etappen"),
        ("page_card", "A social card with the title"),
        ("page_card", "An og image for this post"),
        ("page_card", "Linkvorschau mit dem Titel"),
        ("steps", "How to answer a rejection, step by step"),
        ("steps", "How-to: from the no to the next application"),
        ("steps", "The way to an answer in five steps"),
        ("steps", "Anleitung: eine Absage beantworten"),
        ("steps", "Eine Absage beantworten in fünf Schritten"),
        ("steps", "Répondre à un refus en cinq étapes"),
        ("steps", "Responder a un rechazo en cinco pasos"),
    ],
)
def test_the_words_tell_the_kind(kind: str, wish: str) -> None:
    choice = scoring.choose(wish)
    assert choice.is_clear
    assert choice.first.kind == kind


@pytest.mark.parametrize(
    ("nearest", "wish"),
    [("quote_card", "“Onwards!”"), ("feedback_checklist", "a photo of steps"), ("quote_card", "inspiring words")]
    + [("chart", "a graph on a roadmap")],
)
def test_what_is_not_clear_is_not_chosen_but_has_a_nearest_kind(nearest: str, wish: str) -> None:
    choice = scoring.choose(wish)
    assert not choice.is_clear
    assert nearest in (choice.first.kind, choice.second.kind)


def test_a_wish_that_is_a_kind_s_name_asks_for_it() -> None:
    assert scoring.choose("Steps").first.kind == "steps"
    assert scoring.choose("Steps").is_clear


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert scoring.choose("misquoted unchartered roadmaps2").first.points == 0
