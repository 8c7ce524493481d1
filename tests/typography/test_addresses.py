"""Tests of addresses of pages and of mail in a text: where they break, and that nothing is added to them."""

from __future__ import annotations

import pytest

from pipeline.prose import addresses, places_in_address
from pipeline.scene import TextRun, walk
from tests.visuals import page, visual

PAGE = (
    "https://www.example.org/notices/2026/05/a-very-long-name-with-many-words-in-it/index.html"
    "?utm_source=newsletter&utm_campaign=springtime#section-4"
)
MAIL = "maximiliane.department@internationalassociation.example"
BARE = "bewerbungsunterlagen.internationaleszentrum.maschinenbaugesellschaften.example"
HANDLE = "@maximiliane_brandauer_lindqvist_internationally"


@pytest.mark.parametrize("size", ["og", "square", "story", "pin"])
@pytest.mark.parametrize("address", [PAGE, MAIL, BARE, HANDLE])
def test_no_hyphen_is_put_into_an_address(address: str, size: str) -> None:
    scene = page(visual(f'kind: quote_card\nmotif: rule\ntext: "Write to {address} and wait"\n', "a.yaml"), size)
    words = "".join(item.text for item, _ in walk(scene.items) if isinstance(item, TextRun))
    assert address in words.replace(" ", "")


def test_an_address_breaks_behind_its_marks() -> None:
    pieces = [MAIL[start:stop] for start, stop in zip([0, *places_in_address(MAIL)], [12, 23, 48], strict=False)]
    assert pieces == ["maximiliane.", "department@", "internationalassociation."]


def test_what_stands_before_an_address_is_not_part_of_it() -> None:
    text = f"(mail:{MAIL})"
    assert [text[start:stop] for start, stop in addresses(text)] == [MAIL]


@pytest.mark.parametrize("text", ["and/or", "3/4", "a @ b", "Ada & Bob", "well-known", "e.g. this"])
def test_other_words_are_no_addresses(text: str) -> None:
    assert addresses(text) == ()


@pytest.mark.parametrize("before", ["... ", "...", "(", "“", "a/", "see:"])
def test_an_address_is_found_wherever_it_begins(before: str) -> None:
    text = f"{before}www.example.org"
    (found,) = addresses(text)
    assert text[slice(*found)].endswith("www.example.org")
    assert found[1] == len(text)
