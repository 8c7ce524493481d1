"""Tests of the comparison: the designer's numbers, the line, marks, arrangements of texts, what is refused."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.sizes import presets
from pipeline.theme import load
from pipeline.typography import ink
from tests import examiner
from tests.comparisons import GO, STAY, comparison, corners, drawn, hairlines, has_line, line, rings, row, sheets
from tests.conftest import REPOSITORY
from tests.visuals import forgotten, page, runs, texts, visual

COMP = (REPOSITORY / "specs" / "comparison.yaml").read_text(encoding="utf-8")
COLORS = load("paper").colors
PAY = row("Salary", "€49,000", "€54,500", better=GO)
PEOPLE = row("People", "yes", "no", better=STAY)
TOOLS = row("New tools", "partly", "partly")
WAY = row("Way to work", "10 min", "50 min", better=STAY)


class TestComp:
    """The numbers of the designer's comps."""

    @pytest.mark.parametrize(
        ("size", "sheet", "rules", "gutters", "line_width"),
        [
            ("og", Rect(880, 36, 280, 558), (116, 498), (636, 916), 7),
            ("portrait", Rect(672, 322, 376, 996), (426, 1170), (340, 716), 10),
            ("square", Rect(672, 276, 384, 774), (366, 928), (330, 714), 9),
        ],
    )
    def test_sheet_rules_and_line_stand_where_the_designer_put_them(
        self, size: str, sheet: Rect, rules: tuple[float, float], gutters: tuple[float, float], line_width: float
    ) -> None:
        scene = page(COMP, size)
        assert sheets(scene)[0].rect == pytest.approx(sheet, abs=1)
        found = hairlines(scene)
        assert (found[0], found[-1]) == pytest.approx(rules, abs=1)
        assert corners(scene)[0].x == pytest.approx(gutters[0], abs=1)
        assert {round(point.x) for point in corners(scene)} >= set(gutters)
        stroke = line(scene).stroke
        assert stroke is not None
        assert stroke.width == line_width

    @pytest.mark.parametrize(("size", "cell", "name", "head"), [("og", 22, 20, 25), ("portrait", 29, 26, 33)])
    def test_type_has_the_designers_sizes(self, size: str, cell: float, name: float, head: float) -> None:
        scene = page(COMP, size)
        assert {run.size for run in runs(scene, "rows.cells")} == {cell}
        assert {run.size for run in runs(scene, "rows.name")} == {name}
        assert {run.size for run in runs(scene, "columns")} == {head}

    @pytest.mark.parametrize("size", ["og", "portrait", "square"])
    def test_texts_of_a_column_begin_on_one_vertical(self, size: str) -> None:
        scene = page(COMP, size)
        for column in range(2):
            cells = [run for run in runs(scene, "rows.cells") if run.role.endswith(f"cells[{column}]")]
            assert len({run.origin.x for run in cells}) == 1


class TestLine:
    def test_it_is_one_stroke_that_changes_column_on_a_hairline(self) -> None:
        scene = drawn(PAY, PEOPLE, TOOLS, WAY)
        level = {round(a.y, 1) for a, b in pairwise(corners(scene)) if a.y == b.y and abs(a.x - b.x) > 60}
        assert level == {hairlines(scene)[1] + 0.5, hairlines(scene)[4] + 0.5}  # below the first row and the last

    def test_it_hangs_from_the_rule_under_the_heads_and_never_turns_back(self) -> None:
        scene = drawn(PAY, PEOPLE, TOOLS, WAY)
        assert corners(scene)[0].y == hairlines(scene)[0]
        assert all(a.y <= b.y for a, b in pairwise(corners(scene)))

    def test_it_stays_where_it_was_in_a_row_that_no_column_wins(self) -> None:
        found = visual(comparison(PAY, PEOPLE, TOOLS, WAY)).content
        assert found.track == [1, 0, 0, 0]

    def test_the_score_counts_the_rows_that_the_highlighted_column_wins(self) -> None:
        assert texts(drawn(PAY, PEOPLE, TOOLS, WAY), "score") == ["1", "of 4"]
        assert texts(drawn(PAY, PEOPLE, TOOLS, WAY, highlight=STAY), "score") == ["2", "of 4"]

    def test_without_better_cells_it_runs_straight_and_there_is_no_score(self) -> None:
        scene = drawn(row("Length", "A full page", "Half a page"), row("Opening", "My name is", "One result"))
        assert len({point.x for point in corners(scene)}) == 1
        assert texts(scene, "score") == []
        assert len(rings(scene, COLORS.accent)) == 2  # a stop at every row
        assert len(rings(scene, COLORS.accent_2)) == 1

    def test_without_a_highlighted_column_there_is_neither_sheet_nor_line(self) -> None:
        scene = drawn(PAY, PEOPLE, highlight="")
        assert not has_line(scene)
        assert sheets(scene) == []
        assert rings(scene, COLORS.accent_2) == []

    def test_better_cells_are_bold_and_ringed_with_or_without_the_line(self) -> None:
        for highlight in (GO, ""):
            scene = drawn(PAY, WAY, highlight=highlight)
            bold = [run.text for run in runs(scene, "rows.cells") if "Semibold" in run.face.name]
            assert bold == ["€54,500", "10 min"]
            assert len(rings(scene, COLORS.accent)) == 2

    def test_only_the_ring_at_its_end_is_in_the_warm_colour(self) -> None:
        scene = page(COMP)
        assert str(scene).count(str(COLORS.accent_2)) == 2  # its line, and the dot in it


class TestCells:
    @pytest.mark.parametrize("written", ["yes", "Yes", True, "✓", "✔️"])
    def test_a_yes_is_written_in_many_ways(self, written: object) -> None:
        assert self.read(written) == ("yes", "Yes")

    @pytest.mark.parametrize(
        ("lang", "written", "mark", "text"),
        [
            ("de", "ja", "yes", "Ja"),
            ("de", "Nein", "no", "Nein"),
            ("de", "yes", "yes", "Ja"),
            ("de", False, "no", "Nein"),
            ("de", "zum Teil", "partly", "Zum Teil"),
            ("fr", "oui", "yes", "Oui"),
            ("fr", "en partie", "partly", "En partie"),
            ("en", "oui", "text", "oui"),
            ("en", "no?", "text", "no?"),
            ("en", "x", "text", "x"),
            ("en", "S", "text", "S"),
            ("en", 1, "text", "1"),
            ("en", "partly: Shared", "partly", "Shared"),
            ("en", "✅ My own", "yes", "My own"),
            ("en", "No idea", "text", "No idea"),
            ("en", {"partly": "Shared"}, "partly", "Shared"),
            ("de", {"teils": "Geteilt"}, "partly", "Geteilt"),
            ("en", "Note: the yes is mine", "text", "Note: the yes is mine"),
            ("en", None, "nothing", ""),
            ("en", "", "nothing", ""),
            ("en", "–", "nothing", ""),
            ("en", "n/a", "text", "n/a"),
        ],
    )
    def test_marks_are_known_in_the_words_of_the_language(
        self, lang: str, written: object, mark: str, text: str
    ) -> None:
        assert self.read(written, lang) == (mark, text)

    def test_their_words_are_the_authors_where_the_spec_has_labels(self) -> None:
        found = drawn(row("Lunch", "yes", "no"), labels={"yes": "Included", "no": "Not included"})
        assert texts(found, "rows.cells") == ["Included", "Not included"]

    @staticmethod
    def read(written: object, lang: str = "en") -> tuple[str, str]:
        cell = visual(comparison(row("Lunch", written, "no"), lang=lang)).content.rows[0].cells[0]
        return cell.mark, cell.text.text

    def test_a_word_of_its_labels_is_a_mark_too(self) -> None:
        labels = {"yes": "Included", "no": "Extra"}
        found = visual(comparison(row("Lunch", "included", "Extra"), labels=labels)).content.rows[0].cells
        assert [(cell.mark, cell.text.text) for cell in found] == [("yes", "Included"), ("no", "Extra")]

    @pytest.mark.parametrize(("better", "column"), [("Plan A", 0), ("Plan A+", 1), ("plan a+", 1), ("plan b.", 2)])
    def test_a_column_is_named_as_it_is_written_or_in_plain_words(self, better: str, column: int) -> None:
        columns = ["Plan A", "Plan A+", "Plan B"]
        found = visual(comparison(row("Days", 1, 2, 3, better=better), columns=columns, highlight="")).content
        assert found.rows[0].better == column

    def test_numbers_of_one_unit_align_on_their_decimal_marks(self) -> None:
        scene = drawn(row("May", "€9.25", "€1"), row("June", "€112.50", "€2"), row("July", "€12", "€3"))
        ends = {}
        for run in runs(scene, "rows.cells"):
            if run.role.endswith("cells[0]"):
                glyphs = len(run.text.partition(".")[0])
                within = run.glyphs[glyphs].x if glyphs < len(run.glyphs) else run.advance
                ends[run.text] = run.origin.x + within
        assert len(ends) == 3
        assert max(ends.values()) - min(ends.values()) < 0.6

    def test_numbers_beside_words_begin_where_these_do(self) -> None:
        cells = visual(comparison(PAY, WAY)).content.rows[0].cells
        assert [cell.point for cell in cells] == [0, 0]


class TestArrangement:
    LONG = "Remote from any country of the union for up to sixty days a year"

    def test_long_cells_wrap_and_all_have_one_size(self) -> None:
        scene = drawn(row("Remote", self.LONG, "no"), row("Days", "30", "28"), size="portrait")
        cells = [run for run in runs(scene, "rows.cells") if run.role == "rows[0].cells[0]"]
        assert len(cells) > 1
        assert len({run.size for run in runs(scene, "rows.cells")}) == 1

    def test_names_stand_over_their_cells_where_columns_are_too_narrow(self) -> None:
        columns = ["Halden & Rowe", "Nordvale Labs", "Fern Optics", "Quay Council"]
        rows = [row("Remote work", self.LONG, "no", self.LONG, "yes"), row("Days", "30", "28", "25", "20")]
        for size, is_over in (("portrait", True), ("story", True)):
            scene = drawn(*rows, size=size, columns=columns, highlight="")
            name, *_ = runs(scene, "rows.name")
            first = next(run for run in runs(scene, "rows.cells"))
            assert (name.origin.x == first.origin.x) is is_over
        short = drawn(row("Days", "30", "28", "25", "20"), size="portrait", columns=columns, highlight="")
        assert runs(short, "rows.name")[0].origin.x < runs(short, "rows.cells")[0].origin.x - 100

    def test_no_name_over_cells_touches_the_line(self) -> None:
        columns = ["Halden & Rowe", "Nordvale Labs", "Fern Optics", "Quay Council"]
        name, cells = "What is offered besides the work itself", (self.LONG, "no", self.LONG, "yes")
        rows = [row(f"{name}, {at}", *cells, better=columns[at]) for at in range(4)]
        scene = drawn(*rows, size="portrait", columns=columns, highlight=columns[2])
        names = [box for run in runs(scene, "rows.name") if (box := ink(run))]
        uprights = [(a.x, a.y, b.y) for a, b in pairwise(corners(scene)) if a.x == b.x]
        assert len(uprights) >= 4
        for x, top, bottom in uprights:
            beside = [box for box in names if box.y < bottom and top < box.bottom]
            assert all(x < box.x or box.right < x for box in beside)

    def test_four_columns_stand_below_the_title_on_a_wide_page(self) -> None:
        scene = drawn(row("Days", "30", "28", "25", "20"), columns=["A", "B", "C", "D"], highlight="D")
        title = runs(scene, "title")[0]
        assert title.origin.y < sheets(scene)[0].rect.y

    def test_a_title_that_has_no_room_beside_the_table_stands_above_it(self) -> None:
        long = "What changes for somebody who moves from a large company to a small one " * 2
        scene = drawn(PAY, WAY, title=long.strip())
        assert runs(scene, "title")[-1].origin.y < sheets(scene)[0].rect.y
        assert " ".join(texts(scene, "title")) == long.strip()

    def test_rows_that_are_few_are_higher_and_their_type_larger(self) -> None:
        few, many = (drawn(*[PAY] * count) for count in (2, 12))
        gaps = [hairlines(each)[1] - hairlines(each)[0] for each in (few, many)]
        assert gaps[0] > 2 * gaps[1]
        assert runs(few, "rows.cells")[0].size > runs(many, "rows.cells")[0].size >= 16

    @pytest.mark.parametrize("size", sorted(presets()))
    @pytest.mark.parametrize("count", [1, 2, 12])
    def test_twelve_rows_of_four_columns_are_all_there_in_every_size(self, size: str, count: int) -> None:
        columns = ["Job board", "Recruiter", "Career fair", "Referral"]
        rows = [row(f"Point {at}", "19%", "partly", "31 days", "yes", better=columns[at % 4]) for at in range(count)]
        scene = drawn(*rows, size=size, columns=columns, highlight="Referral", verdict="Ask someone you know first.")
        assert len(runs(scene, "rows.name")) == count
        assert len(runs(scene, "rows.cells")) == 4 * count
        assert (scene.left_out, forgotten(scene)) == ((), [])
        faults = [look(scene) for look in (examiner.touching, examiner.outside, examiner.tiny, examiner.pale)]
        assert faults == [[], [], [], []]
        assert examiner.emptiness(scene) <= 0.4

    @pytest.mark.parametrize("size", ["og", "portrait", "square", "story"])
    def test_cells_of_two_hundred_characters_are_shown_whole(self, size: str) -> None:
        long = ("word counts " * 17)[:199].strip()
        scene = drawn(row("A", long, "short"), row("B", "x", long), size=size)
        assert " ".join(run.text for run in runs(scene, "rows.cells") if run.role == "rows[0].cells[0]") == long

    def test_what_fits_in_no_size_is_refused_with_what_would(self) -> None:
        long = "word counts " * 16
        with pytest.raises(FitError) as refused:
            drawn(*[row(f"Row {at}", long, long) for at in range(12)])
        (problem,) = refused.value.problems
        assert problem.place is not None
        assert "% as long fit" in problem.hint or "characters" in problem.hint

    def test_a_compound_is_hyphenated_rather_than_cut(self) -> None:
        scene = drawn(row("Weiterbildungskostenerstattungsvereinbarung", "ja", "nein"), lang="de")
        assert (
            examiner.tiny(drawn(row("Weiterbildungskostenerstattungsvereinbarung", "ja", "nein"), size="story")) == []
        )
        assert all(run.text[-1].isalpha() or run.text.endswith(("-", "‐")) for run in runs(scene, "rows.name"))


class TestMirrored:
    def test_the_page_runs_from_right_to_left_in_arabic(self, fonts: str) -> None:
        scene = drawn(
            row("الراتب", "€58,000", "€54,500", better="ألف"),
            row("مرشد", "partly: مشترك", "yes", better="باء"),
            columns=["ألف", "باء"],
            highlight="باء",
            title="راتب أعلى؟",
            lang="ar",
            fonts=fonts,
        )
        first, second = (next(run for run in runs(scene, "columns") if run.role == f"columns[{at}]") for at in (0, 1))
        assert first.origin.x > second.origin.x
        assert sheets(scene)[0].rect.right < 600
        assert texts(scene, "score") == ["1", "2", "من "]
