"""Tests of what each kind's spec is filled with."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pipeline import kinds
from tests.conftest import REPOSITORY
from tests.drafting.drafts import drafts
from tests.visuals import visual


def test_there_is_a_prefill_for_every_kind() -> None:
    folder = REPOSITORY / "pipeline" / "drafting" / "prefills"
    assert sorted(path.stem for path in folder.glob("[!_]*.py")) == list(kinds.names())


def drafted(folder: Path, wish: str, words: str = "", heading: str = "") -> dict[str, object]:
    (found,) = drafts(folder, f"{heading and '# ' + heading}\n\n{words}\n\nVisual: {wish}\n")
    keys = yaml.safe_load(found.text)
    assert isinstance(keys, dict)
    return keys


class TestQuoteCard:
    def test_the_quote_is_the_wish_s_own_to_the_letter(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "a quote, “It's *so*  – or not?”, by Ada Example", "He said “No.” to it.")
        assert (keys["text"], keys["author"]) == (r"It's so – or not?", "Ada Example")

    def test_a_star_that_is_no_mark_is_kept(self, tmp_path: Path) -> None:
        assert drafted(tmp_path, r"a quote: “2 \* 3”")["text"] == r"2 \* 3"

    def test_a_quoted_block_has_its_author(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "a quote", "> A door is a door. — Ada Example")
        assert (keys["text"], keys["author"]) == ("A door is a door.", "Ada Example")

    def test_a_line_that_is_broken_has_no_backslash(self, tmp_path: Path) -> None:
        assert drafted(tmp_path, "a quote", "> A door\\\n> is a door.")["text"] == "A door is a door."

    @pytest.mark.parametrize("author", ["> — Ada Example, baker", ">\n> — Ada Example, baker"])
    def test_a_quoted_block_goes_on_from_line_to_line(self, tmp_path: Path, author: str) -> None:
        keys = drafted(tmp_path, "a quote", f"> A door is a door.\n> A wall is a wall.\n{author}")
        assert keys["text"] == "A door is a door. A wall is a wall."
        assert (keys["author"], keys["role"]) == ("Ada Example", "baker")

    @pytest.mark.parametrize(
        ("by", "author"),
        [
            ("“Hope is a verb” by Jo Sample on a dark ground", "Jo Sample"),
            ("« Hope is a verb » de Jo Sample", "Jo Sample"),
            ("«Hope is a verb», de Jo Sample", "Jo Sample"),
            ("“Hope is a verb” by Ludwig van Sample in blue", "Ludwig van Sample"),
            ("„Hope is a verb“ von Jo Sample auf Blau", "Jo Sample"),
        ],
    )
    def test_the_author_is_the_name_behind_the_quote(self, tmp_path: Path, by: str, author: str) -> None:
        assert drafted(tmp_path, f"a quote card with {by}")["author"] == author


class TestDashboard:
    @pytest.mark.parametrize(
        ("wish", "tiles"),
        [
            ("forty-two applications, twelve interviews", {"Applications": "42", "Interviews": "12"}),
            ("zweiundvierzig Bewerbungen mit 7 Gesprächen", {"Bewerbungen": "42", "Gespräche": "7"}),
            ("dreißig Bewerbungen, 2 Angebote", {"Bewerbungen": "30", "Angebote": "2"}),
            ("treinta y dos candidaturas y 6 entrevistas", {"Candidaturas": "32", "Entrevistas": "6"}),
            ("two hundred applications, 3 offers", {"Offers": "3"}),
        ],
    )
    def test_numbers_in_words_count(self, tmp_path: Path, wish: str, tiles: dict[str, str]) -> None:
        found = drafted(tmp_path, f"a dashboard: {wish}")["tiles"]
        assert isinstance(found, list)
        assert {each["label"]: each["value"] for each in found} == tiles


class TestBigNumber:
    @pytest.mark.parametrize(
        ("wish", "figure", "caption"),
        [
            ("a big number: 30% of my letters had an answer, 3 of 10", "30%", "of my letters had an answer."),
            ("große Zahl: 30 Prozent der Briefe bekamen Antwort (3 von 10)", "30%", "der Briefe bekamen Antwort."),
            ("one number: “€1,234,567 a year”", "€1,234,567", "a year."),
            ("a big number – 9 days to the first call", "9", "days to the first call."),
        ],
    )
    def test_figure_and_caption_are_the_wishs_own(self, tmp_path: Path, wish: str, figure: str, caption: str) -> None:
        keys = drafted(tmp_path, wish)
        assert (keys["figure"], keys["caption"]) == (figure, caption)

    @pytest.mark.parametrize("told", ["3 of 10", "three out of ten", "3 von 10", "3 sur 10"])
    def test_a_count_is_taken_from_the_wish(self, tmp_path: Path, told: str) -> None:
        assert drafted(tmp_path, f"a big number: 30% of them answered, {told}")["of"] == {"count": 3, "total": 10}

    @pytest.mark.parametrize("told", ["12 of 10", "1 of 1"])
    def test_a_count_that_is_none_is_not_taken(self, tmp_path: Path, told: str) -> None:
        assert "of" not in drafted(tmp_path, f"a big number: 30% of them answered, {told}")

    @pytest.mark.parametrize(
        ("told", "old", "new"),
        [("from 31 to 9 days", "31 days", "9 days"), ("von 31 Tage auf 9 Tage", "31 Tage", "9 Tage")]
        + [("from 19% to 78%", "19%", "78%"), ("from €5 to €9", "€5", "€9")],
    )
    def test_a_change_is_taken_from_the_wish(self, tmp_path: Path, told: str, old: str, new: str) -> None:
        assert drafted(tmp_path, f"a big number: 9 days in all, {told}")["change"] == {"from": old, "to": new}

    def test_a_change_alone_has_the_later_value_as_its_figure(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "big number: from 31 to 9 days of waiting")
        assert (keys["figure"], keys["caption"]) == ("9 days", "of waiting.")
        assert keys["change"] == {"from": "31 days", "to": "9 days"}

    def test_a_change_in_two_units_is_not_taken(self, tmp_path: Path) -> None:
        assert "change" not in drafted(tmp_path, "a big number: 9 days in all, from 31 days to 2 weeks")

    def test_a_share_of_the_section_is_a_guess(self, tmp_path: Path) -> None:
        (found,) = drafts(tmp_path, "By June 62 % of the letters were answered. Good.\n\nVisual: one big number\n")
        keys = yaml.safe_load(found.text)
        assert (keys["figure"], keys["caption"], found.todos) == ("62%", "of the letters were answered.", 1)

    def test_what_nobody_says_is_left_to_the_author(self, tmp_path: Path) -> None:
        (found,) = drafts(tmp_path, "So it was.\n\nVisual: one big number\n")
        assert found.todos == 2


class TestComparison:
    TABLE = """\
| Point | Stay | Go | Better |
|---|---|---|---|
| Salary | €49,000 | €54,500 | Go |
| Lunch | yes | no | |
"""

    def test_the_section_s_table_gives_columns_rows_and_what_is_better(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "a comparison of two offers", self.TABLE, "Two offers")
        assert (keys["title"], keys["columns"]) == ("Two offers", ["Stay", "Go"])
        assert keys["rows"] == [
            {"name": "Salary", "cells": ["€49,000", "€54,500"], "better": "Go"},
            {"name": "Lunch", "cells": ["yes", "no"]},
        ]

    @pytest.mark.parametrize(
        ("wish", "columns"),
        [
            ("a comparison table: renting versus buying", ["Renting", "Buying"]),
            ("a comparison of a loft vs. a house", ["A loft", "A house"]),
            ("a before and after of my cover letter", ["Before", "After"]),
            ("Gegenüberstellung: Mythos und Fakt", ["Mythos", "Fakt"]),
        ],
    )
    def test_the_wish_names_the_columns(self, tmp_path: Path, wish: str, columns: list[str]) -> None:
        assert drafted(tmp_path, wish)["columns"] == columns

    def test_rows_that_the_words_do_not_give_are_left_to_do(self, tmp_path: Path) -> None:
        (found,) = drafts(tmp_path, "Visual: a comparison table\n")
        assert found.todos == 3
        assert "better" not in yaml.safe_load(found.text)["rows"][0]

    def test_ticks_and_crosses_of_a_table_are_words(self, tmp_path: Path) -> None:
        table = "| | Loft | House |\n|--|--|--|\n| Garden | ❌ | ✅ big |\n| Light | ✓ | 🎉 good |\n"
        rows = [
            {"name": "Garden", "cells": ["no", "yes: big"]},
            {"name": "Light", "cells": ["yes", "good"]},
        ]
        assert drafted(tmp_path, "a comparison", table)["rows"] == rows

    def test_a_table_of_other_shape_is_left_alone(self, tmp_path: Path) -> None:
        wide = "| A | B | C | D | E | F |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 |\n"
        assert drafted(tmp_path, "a comparison: stay versus go", wide)["columns"] == ["Stay", "Go"]


class TestChecklist:
    def test_the_entries_of_a_list_are_its_items(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "a checklist", "- [x] Ask.\n- [ ] **Write** it down", "Ask")
        assert keys["items"] == [{"text": "Ask", "state": "done"}, "Write it down"]

    @pytest.mark.parametrize(
        "wish",
        [
            "a checklist: ask, listen and write",
            "checklist with “Ask”, “Listen” and “Write”",
            "a checklist of three things: (1) ask, (2) listen, (3) write",
            "a checklist: 1. ask; 2. listen; 3. write",
        ],
    )
    def test_what_the_wish_counts_up_are_the_items(self, tmp_path: Path, wish: str) -> None:
        assert drafted(tmp_path, wish)["items"] == ["Ask", "Listen", "Write"]

    def test_what_the_section_counts_up_are_its_groups(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "a checklist", "It is about knowledge, manners and luck. Ask for more.")
        groups = keys["groups"]
        assert isinstance(groups, list)
        assert [group["title"] for group in groups] == ["Knowledge", "Manners", "Luck", "Next steps"]
        assert groups[-1]["items"] == ["Ask for more"]


class TestSteps:
    def test_the_entries_of_a_list_are_its_steps_with_details_and_durations(self, tmp_path: Path) -> None:
        text = "1. **Wait a day.** Answer later (1 day).\n2. Ask: what would have changed it? (10 min)\n3. Go on."
        assert drafted(tmp_path, "a how-to", text, "Ask")["steps"] == [
            {"title": "Wait a day", "detail": "Answer later.", "duration": "1 day"},
            {"title": "Ask", "detail": "What would have changed it?", "duration": "10 min"},
            "Go on",
        ]

    def test_what_the_wish_counts_up_comes_before_the_section_s_list(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "in three steps: ask, listen and write", "1. Sing")
        assert keys["steps"] == ["Ask", "Listen", "Write"]

    def test_what_no_picture_holds_is_told(self, tmp_path: Path) -> None:
        (proposed,) = drafts(tmp_path, "Visual: step by step\n\n" + "".join(f"{n}. Do {n}\n" for n in range(1, 15)))
        assert "the text names Do 13; Do 14 too" in proposed.text

    def test_without_a_list_the_steps_are_left_to_the_author(self, tmp_path: Path) -> None:
        (proposed,) = drafts(tmp_path, "Visual: a how-to\n\nNothing else.\n")
        assert proposed.todos == 1
        assert visual(proposed.text).kind.name == "steps"


class TestRoadmap:
    def test_the_alternatives_of_the_section_are_its_paths(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "a roadmap", "Consider an internship, a course, or a year abroad.")
        assert self._names(keys) == ["Internship", "Course", "Year abroad"]

    @pytest.mark.parametrize(("wish", "count"), [("three paths", 3), ("4 ways", 4), ("99 paths", 2), ("paths", 2)])
    def test_without_names_there_are_as_many_as_the_wish_says(self, tmp_path: Path, wish: str, count: int) -> None:
        assert len(self._names(drafted(tmp_path, f"a roadmap with {wish}"))) == count

    def test_a_name_that_comes_again_with_other_steps_is_another_path(self, tmp_path: Path) -> None:
        assert self._names(drafted(tmp_path, "a roadmap", "- Go: a\n- Stay\n- go: b")) == ["Go", "Stay", "go"]
        assert self._names(drafted(tmp_path, "a roadmap", "- Go: a\n- go: a\n- Stay\n- Go")) == ["Go", "Stay"]

    def test_what_stands_in_brackets_stays_together(self, tmp_path: Path) -> None:
        wish = "a roadmap with two paths: teaching (a course, then a school) or a workshop (on trial, at last)"
        paths = drafted(tmp_path, wish)["paths"]
        assert [(path["name"], [step["title"] for step in path["milestones"]]) for path in paths] == [  # type: ignore[attr-defined]
            ("teaching", ["A course", "A school"]),
            ("a workshop", ["On trial", "At last"]),
        ]

    def test_an_entry_without_words_is_no_path(self, tmp_path: Path) -> None:
        assert self._names(drafted(tmp_path, "a roadmap", "- Go\n- ..\n- Stay")) == ["Go", "Stay"]

    def _names(self, keys: dict[str, object]) -> list[str]:
        paths = keys["paths"]
        assert isinstance(paths, list)
        return [path["name"] for path in paths]


class TestChart:
    @pytest.mark.parametrize(
        ("wish", "shape"),
        [("a chart", "bar"), ("a pie chart", "donut"), ("a line chart", "line"), ("ein Liniendiagramm", "line")],
    )
    def test_the_wish_tells_the_drawing(self, tmp_path: Path, wish: str, shape: str) -> None:
        assert drafted(tmp_path, wish)["chart"] == shape

    def test_numbers_come_from_entries_and_sentences(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "a chart", "- Referral: 78 %\n- Job board – 19 %")
        assert (keys["labels"], keys["series"], keys["unit"]) == (
            ["Referral", "Job board"],
            [{"values": [78, 19]}],
            "%",
        )
        keys = drafted(tmp_path, "a chart", "Of them, 78 percent of referrals and 19 % of job boards replied.")
        assert keys["series"] == [{"values": [78, 19]}]

    @pytest.mark.parametrize(
        ("wish", "unit", "labels", "values"),
        [
            ("a chart of prices: tea €3.50, coffee €4.20, water €1", "€", ["Tea", "Coffee", "Water"], [3.5, 4.2, 1]),
            ("a chart of rents: Ashby 1,200 EUR, Corby 900 EUR", "EUR", ["Ashby", "Corby"], [1200, 900]),
            ("a chart of prices: bread CHF 4.50, milk CHF 2", "CHF", ["Bread", "Milk"], [4.5, 2]),
            ("a chart: Board: 12 per cent; Fair – 7 %", "%", ["Board", "Fair"], [12, 7]),
        ],
    )
    def test_numbers_of_a_wish_keep_their_unit(
        self, tmp_path: Path, wish: str, unit: str, labels: list[str], values: list[float]
    ) -> None:
        keys = drafted(tmp_path, wish)
        assert (keys["unit"], keys["labels"], keys["series"]) == (unit, labels, [{"values": values}])

    @pytest.mark.parametrize(
        ("wish", "labels", "values"),
        [
            ("a chart of replies (W1: 3, W2: 5, W3: 9)", ["W1", "W2", "W3"], [3, 5, 9]),
            ("pie chart – 60% silence, 25% refusals, 15% talks", ["Silence", "Refusals", "Talks"], [60, 25, 15]),
            ("bar chart: $1,200 rent, $300 food", ["Rent", "Food"], [1200, 300]),
            ("chart: replies — 12 from friends, 5 from boards", ["Friends", "Boards"], [12, 5]),
            ("a bar chart (by month) of letters: May 3, June 4", ["May", "June"], [3, 4]),
        ],
    )
    def test_the_numbers_of_the_wish_are_the_chart_s(
        self, tmp_path: Path, wish: str, labels: list[str], values: list[float]
    ) -> None:
        keys = drafted(tmp_path, wish)
        assert (keys["labels"], keys["series"]) == (labels, [{"values": values}])

    def test_an_entry_of_the_wish_without_a_number_is_left_to_the_author(self, tmp_path: Path) -> None:
        (made,) = drafts(tmp_path, "# A\n\nVisual: a chart: May 3, June 4, none in July\n")
        assert "# TODO without a number, so not shown: none in July\nlabels: [May, June]\n" in made.text

    def test_numbers_of_another_unit_are_told_as_what_is_to_do(self, tmp_path: Path) -> None:
        wish = "a chart of prices: bread CHF 4.50, milk CHF 2, cheese kr 30"
        assert drafted(tmp_path, wish)["labels"] == ["Bread", "Milk"]
        (found,) = drafts(tmp_path, f"Visual: {wish}\n")
        assert found.todos == 1
        assert "# TODO numbers of other units are not shown: Cheese kr 30" in found.text
        (found,) = drafts(tmp_path, "Visual: a chart of prices: tea €3, coffee, water €1\n")
        assert found.todos == 1
        assert "# TODO without a number, so not shown: coffee" in found.text

    def test_cells_that_are_no_numbers_and_totals_are_told(self, tmp_path: Path) -> None:
        table = "| Way | Share |\n|--|--|\n| Post | 45 % |\n| Web | ~30 % |\n| Fair | 25 % |\n| Total | 100 % |\n"
        (found,) = drafts(tmp_path, f"# A\n\n{table}\nVisual: a donut chart\n")
        keys = yaml.safe_load(found.text)
        assert (keys["labels"], keys["series"]) == (["Post", "Web", "Fair"], [{"values": [45, None, 25]}])
        assert "# TODO no numbers, so not shown: Web ~30 %\n" in found.text
        assert "# rows that sum up the others: Total\n" in found.text

    def test_entries_without_a_number_and_sums_are_told(self, tmp_path: Path) -> None:
        (found,) = drafts(
            tmp_path, "# A\n\n- Board: 5 %\n- Fair: ~8 %\n- Ads: 9 %\n- Total: 22 %\n\nVisual: bar chart\n"
        )
        assert yaml.safe_load(found.text)["labels"] == ["Board", "Ads"]
        assert "# TODO without a number, so not shown: Fair: ~8 %, Total: 22 %\n" in found.text

    def test_a_line_runs_along_what_runs_on(self, tmp_path: Path) -> None:
        table = "| | Jan | Feb | Mar |\n|--|--|--|--|\n| Sent | 3 kg | 4 kg | 5 kg |\n| Got | 1 kg | 2 kg | 3 kg |\n"
        keys = drafted(tmp_path, "a line chart", table)
        assert (keys["labels"], keys["unit"]) == (["Jan", "Feb", "Mar"], "kg")
        assert keys["series"] == [{"name": "Sent", "values": [3, 4, 5]}, {"name": "Got", "values": [1, 2, 3]}]
        assert drafted(tmp_path, "a bar chart", table)["labels"] == ["Sent", "Got"]

    def test_a_donut_of_several_series_is_stacked(self, tmp_path: Path) -> None:
        table = "| a | b | c |\n|---|---|---|\n| x | 1 | 2 |\n| y | 3 | n/a |\n| z | 4 | 5 |"
        keys = drafted(tmp_path, "a donut chart", table)
        assert keys["chart"] == "stacked"
        assert keys["series"] == [{"name": "b", "values": [1, 3, 4]}, {"name": "c", "values": [2, None, 5]}]


class TestLanguage:
    def test_the_front_matter_says_it(self, tmp_path: Path) -> None:
        (found,) = drafts(tmp_path, "---\nlanguage: pt_BR\n---\nVisual: quote card\n")
        assert "lang: pt-BR\n" in found.text

    @pytest.mark.parametrize(
        ("words", "lang"),
        [
            ("Das ist nicht die Zeit, auf die wir warten.", "de"),
            ("Le chat est dans la boîte.", "fr"),
            ("שלום לכולם", "he"),
        ],
    )
    def test_the_words_tell_it(self, tmp_path: Path, words: str, lang: str) -> None:
        (found,) = drafts(tmp_path, f"{words * 4}\n\nVisual: quote card\n")
        assert f"lang: {lang}\n" in found.text

    def test_keys_of_the_folder_s_defaults_are_not_repeated(self, tmp_path: Path) -> None:
        (tmp_path / "specs").mkdir()
        (tmp_path / "specs" / "_defaults.yaml").write_text("themes: [ink]\nlang: de\n")
        (found,) = drafts(tmp_path, "---\nlang: fr\n---\nVisual: quote card\n")
        assert "themes" not in found.text
        assert "lang" not in found.text


class TestApplicationEmail:
    @pytest.mark.parametrize(
        "wish",
        [
            "a woman reads an e-mail with a job offer",
            "an email “Your application was accepted”",
            "somebody at a laptop with an e-mail: an invitation to an interview",
            "eine Frau liest am Laptop eine E-Mail mit der Zusage",
            "eine E-Mail mit der Einladung zum Gespräch",
        ],
    )
    def test_good_news_make_glad(self, tmp_path: Path, wish: str) -> None:
        assert drafted(tmp_path, wish)["mood"] == "glad"

    @pytest.mark.parametrize(
        "wish",
        [
            "a woman reads an e-mail",
            "a rejection e-mail after an invitation to three interviews",
            "an email that says they accepted another candidate",
            "somebody waiting for an e-mail with an offer",
            "an e-mail: it isn’t an offer",
            "a thoughtful woman reads an e-mail with an offer",
            "eine E-Mail: Zusage oder Absage?",
            "eine E-Mail ohne Einladung",
            "a woman declines the offer in an e-mail",
            "an e-mail: will it be an offer?",
        ],
    )
    def test_what_is_not_certain_says_nothing(self, tmp_path: Path, wish: str) -> None:
        assert "mood" not in drafted(tmp_path, wish)


class TestPageCard:
    def test_the_title_is_the_heading_and_the_description_what_is_said_first(self, tmp_path: Path) -> None:
        keys = drafted(tmp_path, "a social card", "A short letter is enough. Write it today.", "Answer a *no*")
        assert (keys["title"], keys["description"]) == ("Answer a no", "A short letter is enough.")

    def test_words_of_the_wish_in_quotation_marks_are_the_title(self, tmp_path: Path) -> None:
        assert drafted(tmp_path, "a social card, “Nine days”", "So.", "Heading")["title"] == "Nine days"
