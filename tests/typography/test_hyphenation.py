"""Tests of hyphenation: which places of a word are sound, which of them are joints, and which of them is taken."""

from __future__ import annotations

import pytest

from pipeline.typography import Typesetter, library
from pipeline.typography.hyphenation import LEAST_AFTER, LEAST_BEFORE, hyphenation_points
from tests import faces
from tests.visuals import page, texts


def parted(word: str, lang: str) -> str:
    """The word with a hyphen at each place, `=` at joints."""
    points = hyphenation_points(word, lang)
    stops = [0, *(point.place for point in points), len(word)]
    marks = ["", *("=" if point.is_joint else "-" for point in points)]
    return "".join(mark + word[start:stop] for mark, start, stop in zip(marks, stops, stops[1:], strict=False))


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("Bewerbungsgesprächsrückmeldungen", "de", "Bewer-bungs=ge-sprächs=rück-mel-dun-gen"),
        ("Rückmeldungen", "de-AT", "Rück-mel-dun-gen"),
        ("Glückwunschkarte", "de", "Glück=wunsch-karte"),
        ("Wohnungsbaugesellschaft", "de", "Woh-nungs=bau-ge-sell-schaft"),
        ("Stellenausschreibungsverfahren", "de", "Stel-len=aus-schrei-bungs=ver-fah-ren"),
        ("„Vorstellungsgespräche“,", "de", "„Vor-stel-lungs=ge-sprä-che“,"),
        ("Zucker", "de-CH", "Zucker"),
        ("Facharbeiterprüfung", "de", "Fach=ar-bei-ter-prü-fung"),
        ("Baumschule", "de", "Baum=schule"),
        ("Stromausfall", "de", "Stromaus-fall"),
        ("Vorarbeiterin", "de", "Vor-ar-bei-te-rin"),
        ("Fachinformatiker", "de", "Fach=in-for-ma-ti-ker"),
        ("Gesprächsinhalt", "de", "Gesprächs=in-halt"),
        ("functioneringsgesprek", "nl", "func-ti-o-ne-rings=ge-sprek"),
        ("werkervaring", "nl", "werk=er-va-ring"),
        ("anställningsintervju", "sv", "anställ-nings=in-ter-vju"),
        ("ansættelsessamtale", "da", "ansæt-tel-ses=sam-tale"),
        ("erhvervsuddannelse", "da", "erhvervs=ud-dan-nelse"),
        ("arbeidserfaring", "nb", "arbeids=er-fa-ring"),
        ("állásinterjú", "hu", "állás=in-terjú"),
        ("ammattitutkinto", "fi", "ammat-ti-tut-kinto"),
        ("työhaastattelu", "fi", "työ-haas-tat-telu"),
        ("достопримечательность", "ru", "досто-при-ме-ча-тель-ность"),
        ("anticonstitutionnellement", "fr", "anti-cons-ti-tu-tion-nel-le-ment"),
        ("abcabc", "xx", "abcabc"),
        ("", "de", ""),
    ],
)
def test_a_word_is_parted_where_its_language_does(word: str, lang: str, expected: str) -> None:
    assert parted(word, lang) == expected


@pytest.mark.parametrize(
    "word", ["Druckerschwärze", "Blickwinkelabhängigkeit", "Rucksackverkäufer", "Fleckenentfernungsmittel", "Stückgut"]
)
def test_ck_is_never_parted_and_no_part_is_short(word: str) -> None:
    for point in hyphenation_points(word, "de"):
        before, after = word[: point.place], word[point.place :]
        assert (before[-1], after[0]) != ("c", "k")
        assert len(before) >= LEAST_BEFORE
        assert len(after) >= LEAST_AFTER


@pytest.mark.parametrize("measure", [300, 340, 380, 420, 500])
def test_a_joint_that_fits_is_better_than_a_later_syllable(measure: float) -> None:
    spans = faces.spans("Bewerbungsgesprächsrückmeldungen")
    lines = [line.text for line in Typesetter(library(None), "de").set(spans, measure).lines]
    assert lines in (
        ["Bewerbungs-", "gesprächs-", "rückmeldungen"],
        ["Bewerbungsgesprächs-", "rückmeldungen"],
    )


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("Gesellenprüfung", "de", ["Gesellen-", "prüfung"]),
        ("Meisterprüfung", "de", ["Meister-", "prüfung"]),
        ("Zwischenprüfung", "de", ["Zwischen-", "prüfung"]),
        ("Facharbeiter", "de", ["Fach-", "arbeiter"]),
        ("Lohnerhöhung", "de", ["Lohn-", "erhöhung"]),
        ("Teamleitung", "de", ["Team-", "leitung"]),
        ("Probezeit", "de", ["Probe-", "zeit"]),
        ("Gesellenbrief", "de", ["Gesellen-", "brief"]),
        ("Projectleider", "nl", ["Project-", "leider"]),
        ("Meesterproef", "nl", ["Meester-", "proef"]),
        ("Arbeidsovereenkomst", "nl", ["Arbeids-", "overeenkomst"]),
        ("Projektledare", "sv", ["Projekt-", "ledare"]),
        ("Kompetensutveckling", "sv", ["Kompetens-", "utveckling"]),
        ("Projektleder", "da", ["Projekt-", "leder"]),
        ("Svendeprøve", "da", ["Svende-", "prøve"]),
        ("Projektipäällikkö", "fi", ["Projekti-", "päällikkö"]),
        ("Projektvezető", "hu", ["Projekt-", "vezető"]),
    ],
)
def test_a_word_too_wide_is_parted_between_its_words_rather_than_near_its_end(
    word: str, lang: str, expected: list[str]
) -> None:
    typesetter = Typesetter(library(None), lang)
    spans = faces.spans(word)
    for share in (0.95, 0.85, 0.75):
        lines = typesetter.set(spans, typesetter.set(spans).width * share).lines
        assert [line.text for line in lines] == expected


def test_no_line_is_spent_on_a_joint_behind_few_letters() -> None:
    typesetter = Typesetter(library(None), "de")
    spans = faces.spans("Fachinformatiker")
    lines = typesetter.set(spans, typesetter.set(spans).width * 0.62).lines
    assert [line.text for line in lines] == ["Fachinfor-", "matiker"]


@pytest.mark.parametrize("size", ["og", "portrait", "square", "story", "wide"])
def test_a_title_is_smaller_before_it_parts_a_compound_within_a_word(size: str) -> None:
    title = "Was mich die Bewerbungsgesprächsrückmeldungen lehrten"
    keys = {"kind": "feedback_checklist", "lang": "de", "title": title, "items": ["Die Abwägung nennen"]}
    lines = texts(page(keys, size), "title")
    assert [line for line in lines if line.startswith("rückmeldungen")]
    assert all(line.endswith(("Bewerbungs-", "gesprächs-")) for line in lines if line.endswith("-"))


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_a_title_whose_words_fit_has_no_hyphen(lang: str) -> None:
    keys = {"kind": "feedback_checklist", "lang": lang, "title": "Responsibility understood internationally"}
    for size in ("og", "portrait", "square"):
        assert not any(line.endswith("-") for line in texts(page({**keys, "items": ["a"]}, size), "title"))
