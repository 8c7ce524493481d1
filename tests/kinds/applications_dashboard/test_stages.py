"""Tests of the words people use for stages."""

from __future__ import annotations

import pytest

from pipeline.kinds.applications_dashboard.model import STAGES
from pipeline.kinds.applications_dashboard.stages import Meaning, meaning, meant, own_words, rung


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_means_itself(stage: str) -> None:
    assert meaning(stage) == meaning(stage.upper()) == Meaning(stage)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "stage"),
    [
        ("Phone screen", "screening"),
        ("HR call", "screening"),
        ("On-site", "interview"),
        ("on site", "interview"),
        ("ONSITE", "interview"),
        ("Final-round", "interview"),
        ("2nd round", "interview"),
        ("Interview 3", "interview"),
        ("Round #2", "interview"),
        ("✅ Offer", "offer"),
        ("Accepted", "offer"),
        ("declined", "rejected"),
        ("Not selected", "rejected"),
        ("I withdrew", "withdrawn"),
        ("Absage", "rejected"),
        ("Vorstellungsgespräch", "interview"),
        ("candidature envoyée", "applied"),
        ("Rechazado", "rejected"),
        ("zurückgezogen", "withdrawn"),
    ],
)
def test_usual_words_are_mapped_to_the_stage_they_mean(written: str, stage: str) -> None:
    found = meaning(written)
    assert found is not None
    assert (found.stage, found.is_silent) == (stage, False)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Rejected after interview", Meaning("rejected", "interview")),
        ("Rejected - after the phone screen", Meaning("rejected", "screening")),
        ("rejected (on-site)", Meaning("rejected", "interview")),
        ("Withdrew after 2nd round", Meaning("withdrawn", "interview")),
        ("Offer declined", Meaning("withdrawn", "offer")),
        ("declined the offer", Meaning("withdrawn", "offer")),
        ("Offer rescinded", Meaning("rejected", "offer")),
        ("Ghosted after interview", Meaning("interview", "interview", True)),
    ],
)
def test_an_end_may_tell_how_far_it_came(written: str, expected: Meaning) -> None:
    assert meaning(written) == expected


def test_no_answer_is_no_refusal() -> None:
    assert meaning("no response") == meaning("Ghosted") == Meaning("applied", is_silent=True)


def test_what_was_never_sent_has_no_stage() -> None:
    assert meaning("Wishlist") == meaning("to apply") == Meaning(None)


@pytest.mark.parametrize(
    "written", ["R2", "no interview", "declined interview", "closed", "took other offer", "no offer", "?"]
)
def test_what_may_mean_several_things_is_not_guessed(written: str) -> None:
    assert meaning(written) is None


def test_own_words_come_first() -> None:
    chosen = {"Pending": "screening", "R2": "interview", "no response": "rejected", "Idea": "not sent"}
    own = own_words({**chosen, "pending!": "offer"})
    assert meaning("pending", own) == Meaning("screening")
    assert meaning("r2", own) == Meaning("interview")
    assert meaning("No response", own) == Meaning("rejected")
    assert meaning("idea", own) == Meaning(None)
    assert meaning("offer", own) == Meaning("offer")


def test_a_rung_is_an_open_stage() -> None:
    assert rung("On-site") == "interview"
    assert rung("rejected") is rung("ghosted") is rung("Wishlist") is rung("R2") is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Received offer", Meaning("offer")),
        ("Rejected - CV screen", Meaning("rejected")),
        ("Rejected after lunch", Meaning("rejected")),
        ("Withdrawn - took other offer", Meaning("withdrawn")),
        ("Absage per Mail", Meaning("rejected")),
        ("Offer accepted!", Meaning("offer", is_hired=True)),
        ("Not started", Meaning(None)),
    ],
)
def test_a_whole_word_decides_in_a_longer_text(written: str, expected: Meaning) -> None:
    assert meaning(written) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("rejected after screening", Meaning("rejected", "screening")),
        ("withdrawn after offer", Meaning("withdrawn", "offer")),
        ("no response after interview", Meaning("interview", "interview", is_silent=True)),
        ("hired", Meaning("offer", is_hired=True)),
        ("rejected after lunch", None),
        ("applied after screening", None),
    ],
)
def test_a_spec_can_say_how_far_it_came(value: str, expected: Meaning | None) -> None:
    assert meant(value) == expected
