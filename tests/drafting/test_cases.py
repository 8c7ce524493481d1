"""Articles as people and language models write them, in tests/drafting/cases: what is found, and what is drafted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline import article, drafting
from pipeline.drafting import Draft
from tests.conftest import REPOSITORY
from tests.drafting.drafts import drafts, laid_out
from tests.visuals import visual

CASES = REPOSITORY / "tests" / "drafting" / "cases"


def drafted(name: str, folder: Path) -> tuple[Draft, ...]:
    return drafts(folder, (CASES / name).read_bytes(), name)


def keys(name: str, folder: Path) -> dict[str, Any]:
    """The keys of the one spec that is drafted."""
    (found,) = drafted(name, folder)
    read = yaml.safe_load(found.text)
    assert isinstance(read, dict)
    return read


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.stem)
def test_each_spec_can_be_made(path: Path, tmp_path: Path, fonts: str) -> None:
    for each in drafted(path.name, tmp_path):
        laid_out(each.text, fonts)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (
            "wish_labels.md",
            "chart feedback_checklist quote_card career_roadmap applications_dashboard application_email",
        ),
        ("wish_labels_two.md", "chart feedback_checklist quote_card career_roadmap applications_dashboard"),
        ("wish_list.md", "career_roadmap feedback_checklist"),
        ("credits.md", ""),
    ],
)
def test_wishes_in_every_form_are_found_and_nothing_else(tmp_path: Path, name: str, kinds: str) -> None:
    assert [each.choice.first.kind for each in drafted(name, tmp_path)] == kinds.split()
    assert article.read(str(CASES / name)).strays == ()


def test_a_list_of_seven_drafts_seven(tmp_path: Path) -> None:
    items = keys("seven.md", tmp_path)["items"]
    assert (len(items), items[-1]) == (7, "Write it down for the next one")


def test_entries_are_whole(tmp_path: Path) -> None:
    (found,) = drafted("cut_entries.md", tmp_path)
    assert yaml.safe_load(found.text)["items"] == [
        "You may send the topics that you want to be spoken about - they should fit the trade or the house itself",
        "Take it as a real talk (dress neatly, leave in peace, and thank all of them by name at the door)",
    ]
    assert found.todos == 0


def test_an_entry_that_has_to_be_cut_ends_in_an_ellipsis_with_no_bracket_open_and_a_todo(tmp_path: Path) -> None:
    long = f"Ask {'once more ' * 18}(and then, if there is no answer, ask somebody else about it at once)"
    (found,) = drafts(tmp_path, f"# Ask\n\n- {long}\n- Wait\n\nVisual: a checklist\n")
    (item, _) = yaml.safe_load(found.text)["items"]
    assert item.endswith("once more…")
    assert drafting.todos(found.text) == [(5, f"shortened; the article says “{long}”"[:106].rsplit(" ", 1)[0])]


def test_numbers_and_paths_of_the_wish_itself_are_used(tmp_path: Path) -> None:
    tiles = keys("numbers_in_the_wish.md", tmp_path)["tiles"]
    assert [(tile["label"], tile["value"]) for tile in tiles] == [
        ("Applications", "38"),
        ("Interviews", "7"),
        ("Offers", "2"),
    ]
    paths = keys("paths_in_the_wish.md", tmp_path)["paths"]
    assert [path["name"] for path in paths] == ["Teaching at a school", "A workshop of my own"]


def test_a_dashboard_of_the_text_s_own_numbers_waits_for_no_list(tmp_path: Path) -> None:
    (found,) = drafted("board_of_zeros.md", tmp_path)
    assert not found.todos
    board = visual(found.text).content
    assert [tile.value.text for tile in board.tiles] == ["31", "6", "2"]
    assert board.panels == ()


def test_a_dashboard_without_numbers_asks_for_its_list(tmp_path: Path) -> None:
    (found,) = drafts(tmp_path, "# The year\n\nI applied for many a job.\n\nVisual: a dashboard of the job search\n")
    ((_, todo),) = drafting.todos(found.text)
    assert todo.startswith("your list")


def test_the_items_and_numbers_of_a_wish_come_before_those_of_its_section(tmp_path: Path) -> None:
    checklist, chart = drafts(
        tmp_path,
        "# A\n\n- Another list\n- Altogether\n\nVisual: a checklist: ask early, write it down and thank them\n\n"
        "Visual: a bar chart of replies: referral 60 %, fair 25 %\n",
    )
    assert yaml.safe_load(checklist.text)["items"] == ["Ask early", "Write it down", "Thank them"]
    numbers = yaml.safe_load(chart.text)
    assert (numbers["labels"], numbers["series"]) == (["Referral", "Fair"], [{"values": [60, 25]}])


def test_steps_are_parted_by_arrows_stops_and_then(tmp_path: Path) -> None:
    paths = keys("arrows.md", tmp_path)["paths"]
    assert [[step["title"] for step in path["milestones"]] for path in paths] == [
        ["Course", "Certificate", "Junior post"],
        ["A year at sea", "A language", "A new town"],
        ["SQL", "Statistics", "A senior post"],
    ]


def test_the_stop_of_a_sentence_is_no_part_of_a_name(tmp_path: Path) -> None:
    assert keys("author_stop.md", tmp_path)["author"] == "Jo Sample"
    (found,) = drafts(tmp_path, 'Visual: a quote card, "Go on." by Jo Sample Jr.\n')
    assert yaml.safe_load(found.text)["author"] == "Jo Sample Jr."


def test_german_words_are_known_however_their_letters_are_stored(tmp_path: Path) -> None:
    chart = keys("decomposed.md", tmp_path)
    assert (chart["chart"], chart["labels"], chart["series"]) == (
        "bar",
        ["Empfehlung", "Messe"],
        [{"values": [60, 25]}],
    )
    card = keys("zitatkarte.md", tmp_path)
    assert (card["kind"], card["text"]) == ("quote_card", "Ein Nein ist Platz für ein anderes Ja.")


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("Visuel suggéré : une liste de contrôle des leçons", "feedback_checklist"),
        ("Suggestion d’image : un graphique des réponses", "chart"),
        ("Imagen sugerida: una hoja de ruta con dos caminos", "career_roadmap"),
        ("Idea de imagen: un gráfico de barras", "chart"),
        ("Vorgeschlagene Infografik: eine Checkliste", "feedback_checklist"),
        ("[Hier Grafik einfügen: Fahrplan mit zwei Wegen]", "career_roadmap"),
    ],
)
def test_other_languages_have_wishes_too(tmp_path: Path, wish: str, kind: str) -> None:
    (found,) = drafts(tmp_path, f"{wish}\n")
    assert (found.choice.first.kind, found.choice.is_clear) == (kind, True)
