"""A language is the same however its tag is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.prose import normal_tag
from pipeline.rendering import load, render
from tests.conftest import write_spec

EXPECTED = {
    "DE": "de",
    "De": "de",
    "pt_BR": "pt-BR",
    "zh-hant": "zh-Hant",
    "ZH_HANT_TW": "zh-Hant-TW",
    "en-gb-OED": "en-GB-oed",
}
KINDS = {
    "quote_card": "text: '\"Los\" hieß es'\n",
    "feedback_checklist": "title: T\nitems: [{text: a, state: done}, b]\n",
    "application_email": "email: {from: Firma, to: Ida, subject: Absage, body: Hallo.}\n",
    "applications_dashboard": "applications: [{company: A, role: B, stage: sent, applied: 2026-03-02}]\n",
    "career_roadmap": "paths: [{name: A, milestones: [{title: B, at: 2026-03-02}]}]\n",
    "big_number": "figure: 50%\ncaption: so\nof: {count: 1000, total: 2000}\n",
    "page_card": "title: '\"Los\" hieß es'\ndescription: So\n",
    "chart": "chart: bar\ntitle: T\nlimit: 2\nlabels: [a, b, c, d]\nseries: [{name: N, values: [1234.5, 2, 1, 1]}]\n",
}


@pytest.mark.parametrize(("written", "normal"), EXPECTED.items())
def test_a_tag_gets_its_customary_form(written: str, normal: str) -> None:
    assert normal_tag(written) == normal


@given(st.from_regex(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}", fullmatch=True))
def test_a_tag_has_one_form(tag: str) -> None:
    assert normal_tag(normal_tag(tag)) == normal_tag(tag) == normal_tag(tag.upper()) == normal_tag(tag.lower())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_speaks_the_language_that_is_meant(project: Path, kind: str) -> None:
    told = {}
    for lang in ("de", "DE", "De", "de-at", "de_AT"):
        write_spec(project, "word", f"kind: {kind}\nlang: {lang}\n{KINDS[kind]}")
        picture = render(load("specs/word.yaml"), "og")
        told[lang] = (picture.alt, picture.description, [str(item) for item in picture.scene.items])
    assert told["DE"] == told["De"] == told["de"]
    assert told["de-at"] == told["de_AT"]
    assert told["de-at"][0] == told["de"][0]
