"""Items from a file: Markdown as its readers expect it, tables, what is told of the rest, and every mistake at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from pipeline.errors import AssetError, SpecError
from pipeline.kinds.feedback_checklist.content import Content
from pipeline.rendering import Visual
from tests.checklists import scenes, texts
from tests.visuals import visual

NOTES = """\
# My notes

## Technical knowledge
- [x] Name the *trade-off* before the tool
- [ ] Redo the [exercises](https://example.org)
  In the evening,
  - **never** at night
* [~] Rebuild the take-home
```
- [?] not an item, but code
```

### Communication ###
1. [/] Keep each story short
2. [X] Open with the answer
- [-] Learn it by heart
"""
TABLE = '''\
group,text,state,note,priority,due
Technical,Name the trade-off,done,,,3 Mar
Talk,Keep it short,in progress,"Down from four,
one a day",High,
Technical,"Say ""why""",,,low,2026-03-12
'''

Read: TypeAlias = Callable[..., Visual]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Understands a checklist whose file `name` says this."""

    def read(text: str, name: str = "notes.md", **keys: object) -> Visual:
        (tmp_path / name).write_bytes(text.encode())
        return visual({"kind": "feedback_checklist", "data": name, **keys}, str(tmp_path / "list.yaml"))

    return read


def groups(found: Visual) -> dict[str, list[tuple[str, str]]]:
    """The items of each group, each with its state."""
    content: Content = found.content
    return {each.title.text: [(point.text.text, point.state) for point in each.points] for each in content.sections}


def items(found: Visual) -> list[tuple[str, str]]:
    """All items with their states."""
    return [item for each in groups(found).values() for item in each]


def said(found: Visual) -> list[str]:
    """What is noted, each with its line."""
    return [f"{note.place.line if note.place else 0}: {note.message}" for note in found.notes]


def complaint(read: Read, text: str, name: str = "notes.md", **keys: object) -> list[str]:
    with pytest.raises(SpecError) as caught:
        read(text, name, **keys)
    places = [problem.place for problem in caught.value.problems]
    assert {Path(place.path).name for place in places if place} == {name}
    return [
        f"{place.line}:{place.column}: {problem.message}"
        for place, problem in zip(places, caught.value.problems, strict=True)
        if place
    ]


class TestMarkdown:
    def test_headings_are_groups_and_boxes_are_states(self, read: Read) -> None:
        assert groups(read(NOTES)) == {
            "Technical knowledge": [
                ("Name the *trade-off* before the tool", "done"),
                ("Redo the exercises", "todo"),
                ("Rebuild the take-home", "doing"),
            ],
            "Communication": [
                ("Keep each story short", "doing"),
                ("Open with the answer", "done"),
                ("Learn it by heart", "na"),
            ],
        }

    def test_a_new_sentence_below_an_item_is_its_note(self, read: Read) -> None:
        point = read(NOTES).content.sections[0].points[1]
        assert point.note.text == "In the evening, *never* at night"

    def test_texts_of_a_file_know_their_lines(self, read: Read) -> None:
        section = read(NOTES).content.sections[1]
        assert (section.title.place.line, section.points[0].text.place.line) == (13, 14)
        assert section.points[0].text.field == "groups[1].items[0].text"

    def test_items_without_a_heading_need_no_group(self, read: Read) -> None:
        found = read("- [ ] One\n- [x] Two\n")
        assert groups(found) == {"": [("One", "todo"), ("Two", "done")]}
        assert found.content.points[0].text.field == "items[0].text"

    def test_items_before_the_first_heading_stand_first_without_a_name(self, read: Read) -> None:
        found = read("- [ ] One\n## Two\n- [x] Three\n")
        assert list(groups(found)) == ["", "Two"]
        assert {"One", "Two", "Three"} <= set(texts(scenes(found)[0]))

    def test_one_heading_twice_is_one_group(self, read: Read) -> None:
        found = groups(read("## A\n- [ ] 1\n## B\n- [ ] 2\n## A\n- [ ] 3\n"))
        assert {name: len(each) for name, each in found.items()} == {"A": 2, "B": 1}

    def test_groups_of_one_name_below_different_headings_stay_apart(self, read: Read) -> None:
        text = "## Kitchen\n### Before\n- [ ] Pans\n## Garden\n### Before\n- [x] Hose\n### After\n- [ ] Rest\n"
        assert groups(read(text)) == {
            "Kitchen: Before": [("Pans", "todo")],
            "Garden: Before": [("Hose", "done")],
            "After": [("Rest", "todo")],
        }

    def test_several_headings_of_the_first_level_are_groups(self, read: Read) -> None:
        assert list(groups(read("Kitchen\n=======\n- [ ] a\n\n# Garden\n- [ ] b\n"))) == ["Kitchen", "Garden"]

    def test_one_heading_twice_is_told(self, read: Read) -> None:
        assert said(read("## A\n- [ ] 1\n## A\n- [ ] 3\n## \n")) == [
            "3: several headings are called “A”: their tasks are one group"
        ]

    def test_the_title_may_stand_in_the_front_matter(self, read: Read) -> None:
        found = read("+++\ntitle = 'In spring'\n+++\n## Kitchen {#kitchen}\n- [ ] One\n")
        assert (found.content.title.text, list(groups(found)), said(found)) == ("In spring", ["Kitchen"], [])
        found = read("---\ntitle: In spring\n---\n# Moving\n- [ ] One\n")
        assert found.content.title.text == "Moving"
        assert said(found) == ["1: the title of the front matter is not shown: “In spring”"]

    def test_what_note_takers_write_is_read_and_comments_are_not(self, read: Read) -> None:
        text = "- [ ] Ask [[People/Ada|Ada]] of ==the plan== %%not Bo%%\n- [x] See [[Plan]]\n\n%%\n- [ ] secret\n%%\n"
        found = read(text)
        assert items(found) == [("Ask Ada of the plan", "todo"), ("See Plan", "done")]
        assert said(found) == []

    def test_a_bar_too_many_in_a_table_is_told(self, read: Read) -> None:
        table = "| Task | State | Note |\n|---|---|---|\n| One \\| two | done | `a|b` |\n"
        assert complaint(read, table) == ["3:1: expected 3 cells, found 4"]

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_line_ends_of_other_systems_read_the_same(self, read: Read, end: str) -> None:
        assert groups(read(NOTES.replace("\n", end))) == groups(read(NOTES))

    def test_front_matter_is_no_heading(self, read: Read) -> None:
        found = read("---\ntitle: My notes\n---\n- [ ] One\n- [?] Two\n".replace("[?]", "[x]"))
        assert groups(found) == {"": [("One", "todo"), ("Two", "done")]}
        assert found.content.points[0].text.place.line == 4


class TestWhatMarkdownMeans:
    def test_a_comment_hides_its_items(self, read: Read) -> None:
        found = read("- [x] Slowly\n- [ ] Ask <!-- not June\n  or July --> once\n\n<!--\n- [ ] June\n-->\n")
        assert items(found) == [("Slowly", "done"), ("Ask once", "todo")]
        assert not [told for told in (found.alt, found.description, *said(found)) if "June" in told or "July" in told]

    @pytest.mark.parametrize(
        "hidden", ["<div hidden>", '<p style="display: none">', "<template>", "<details hidden='hidden'><b>"]
    )
    def test_what_html_hides_is_hidden(self, read: Read, hidden: str) -> None:
        name = hidden[1:].split()[0].rstrip(">")
        found = read(f"- [x] One\n\n{hidden}\n\n- [ ] June\n\n</{name}>\n\n- [ ] Two <span hidden>June</span>\n")
        assert items(found) == [("One", "done"), ("Two", "todo")]
        assert "June" not in f"{found.description}{said(found)}"

    @pytest.mark.parametrize("code", ["    - [ ] code", "```\n- [ ] code\n```", "~~~ md\n- [ ] code\n~~~"])
    def test_code_is_no_item_and_is_told(self, read: Read, code: str) -> None:
        found = read(f"## Talk\n\n- [x] Slowly\n\nHow to:\n\n{code}\n")
        assert items(found) == [("Slowly", "done")]
        assert said(found) == [
            "5: a passage without a box is not on the list: “How to:”",
            "7: code is not read, though it has a box in it: “- [ ] code”",
        ]

    def test_a_lazy_line_belongs_to_its_item(self, read: Read) -> None:
        found = read("- [ ] Note down whatever seems strange during the\nfirst five days.\n- [x] Meet the team\n")
        assert items(found)[0] == ("Note down whatever seems strange during the first five days.", "todo")

    def test_an_indented_line_that_goes_on_belongs_to_its_item(self, read: Read) -> None:
        long = "- [ ] Schreibe alles auf, was dir in der allerersten Zeit und vor allem in der\n  Woche danach auffällt"
        assert (
            items(read("- [ ] Write down what seems\n  strange.\n- [ ] Two\n"))[0][0]
            == "Write down what seems strange."
        )
        assert items(read(long + "\n"))[0][0].endswith("vor allem in der Woche danach auffällt")

    def test_a_hard_break_begins_a_note(self, read: Read) -> None:
        (point,) = read("- [ ] One  \n  two\n").content.points
        assert (point.text.text, point.note.text) == ("One", "two")

    def test_a_quotation_is_read(self, read: Read) -> None:
        found = read("## Talk\n- [x] Slowly\n\n> - [ ] Ask one\n> question\n")
        assert groups(found) == {"Talk": [("Slowly", "done"), ("Ask one question", "todo")]}

    def test_bullets_without_a_box_are_told_and_passed_over(self, read: Read) -> None:
        found = read("# Move\n\nHow to:\n\n- print it\n- hang it\n\n## Rooms\n\n- [x] Attic\n- [ ] Hall\n")
        assert groups(found) == {"Rooms": [("Attic", "done"), ("Hall", "todo")]}
        told = "3: 3 passages without a box are not on the list: “How to:”, “print it”, “hang it”"
        assert said(found) == [told]
        assert [note.about for note in found.notes] == ["rows"]

    def test_tasks_within_tasks_are_items_of_their_own(self, read: Read) -> None:
        found = read("- [ ] Hall\n  - [x] brush\n    - [ ] wash it\n  - [ ] coat\n- [x] Attic\n")
        assert [text for text, _ in items(found)] == ["Hall", "brush", "wash it", "coat", "Attic"]
        assert said(found) == ["2: 3 tasks within others are read as items of their own"]

    def test_tasks_below_a_bullet_without_a_box_are_its_group(self, read: Read) -> None:
        found = read("## Home\n\n- Kitchen\n  - [ ] Pans\n- Garden\n  1. [x] Hose\n")
        assert groups(found) == {"Kitchen": [("Pans", "todo")], "Garden": [("Hose", "done")]}
        assert said(found) == ["1: a passage without a box is not on the list: “Home”"]

    def test_nesting_is_never_too_deep(self, read: Read) -> None:
        text = "".join(f"{'  ' * depth}- [ ] {depth}\n" for depth in range(30))
        assert len(items(read(text))) == 30

    def test_marks_are_read_and_not_printed(self, read: Read) -> None:
        text = (
            "- [ ] Read [the guide][g] and see ![High][h]\n"
            "- [ ] Cut ~~two~~ three pages[^1]\n"
            "- [ ] Press <kbd>Esc</kbd> &amp; wait<br>a little\n"
            "- [ ] Run `a*b*c` in __two__ <https://a.example> steps\n"
            "- [x] ~~Call them~~\n"
            "- [ ] ~~Write them~~\n\n"
            "[g]: https://example.org/guide\n[h]: high.png\n[^1]: not the last\n"
        )
        found = read(text)
        assert [point.text.text.replace("\\", "") for point in found.content.points] == [
            "Read the guide and see High",
            "Cut three pages",
            "Press Esc & wait a little",
            "Run a*b*c in *two* https://a.example steps",
            "Call them",
            "Write them",
        ]
        assert "Run a*b*c in two https://a.example steps (to do)" in found.description
        assert [state for _, state in items(found)[4:]] == ["done", "na"]
        assert said(found) == [
            "10: a passage without a box is not on the list: “not the last”",
            "2: struck through and not shown: “two”",
            "6: struck through, and so read as not applicable: “Write them”",
        ]

    def test_a_table_of_tasks_is_read(self, read: Read) -> None:
        text = "## Plan\n\n| Task | Done | Cost |\n|---|---|---|\n| Paint *it* | yes | 3 |\n| Mop | | |\n"
        found = read(text)
        assert groups(found) == {"Plan": [("Paint *it*", "done"), ("Mop", "todo")]}
        assert found.content.points[1].text.place.line == 6
        assert said(found) == ["3: 1 column is not read: Cost"]

    def test_signs_are_boxes(self, read: Read) -> None:
        assert items(read("- ✅ One\n- ☐ Two\n- ✔️ Three\n")) == [("One", "done"), ("Two", "todo"), ("Three", "done")]

    def test_what_begins_with_a_bracket_is_not_always_a_box(self, read: Read) -> None:
        found = read("- [x](https://a.example) link\n- [draft] Write\n- [ ] One\n")
        assert items(found) == [("One", "todo")]
        assert said(found)[0].endswith("“x link”, “[draft] Write”")


class TestMistakesInMarkdown:
    def test_a_file_without_boxes_is_one_mistake(self, read: Read) -> None:
        rules = "".join(f"- Rule {n}\n" for n in range(1, 1082))
        told = "3:1: this file has no task boxes; its first list entry is `Rule 1`"
        assert complaint(read, f"# Rules\n\n{rules}") == [told]

    def test_each_sort_of_mistake_is_told_once(self, read: Read) -> None:
        many = "".join(f"- [?] Idea {n}\n" for n in range(99))
        assert complaint(read, f"- [ ]\n{many}- [x] One\n- [!] Two\n") == [
            "1:1: expected text behind the box, found none",
            "2:1: unknown box `[?]`, and 98 more such",
            "102:1: unknown box `[!]`",
        ]

    @pytest.mark.parametrize(("mark", "what"), [("```", "code"), ("<!--", "comment")])
    def test_what_does_not_end_swallows_no_task_unsaid(self, read: Read, mark: str, what: str) -> None:
        told = f"3:1: the {what} that begins with {mark} does not end"
        assert complaint(read, f"- [x] one\n\n{mark}\n- [ ] two\n") == [told]

    def test_an_empty_file_is_an_empty_list(self, read: Read) -> None:
        assert items(read("")) == []

    def test_what_is_too_long_is_told_at_its_line(self, read: Read) -> None:
        assert complaint(read, f"- [ ] One\n- [ ] {'a' * 1001}\n") == [
            "2:1: text: expected at most 1,000 characters, found 1,001"
        ]

    def test_columns_are_those_of_a_table(self, read: Read) -> None:
        with pytest.raises(SpecError, match="`columns` names those of a table"):
            read("- [ ] One\n", columns={"text": "Task"})


class TestTable:
    def test_rows_are_items_and_groups_need_no_order(self, read: Read) -> None:
        found = read(TABLE, "notes.csv")
        assert groups(found) == {
            "Technical": [("Name the trade-off", "done"), ("Say “why”", "todo")],
            "Talk": [("Keep it short", "doing")],
        }
        first, other, talk = found.content.points
        assert first.day.text == ""
        assert (other.day.text, other.level, talk.note.text) == ("12 Mar", "low", "Down from four, one a day")

    @pytest.mark.parametrize("separator", [";", "\t"])
    def test_other_separators_and_a_byte_order_mark_are_read(self, read: Read, separator: str) -> None:
        text = "\ufeffText,State\nOne,done\nTwo,\n".replace(",", separator)
        assert items(read(text, "notes.csv")) == [("One", "done"), ("Two", "todo")]

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("notes.tsv", "text\tstate\nOne\tdone\nTwo\t\n"),
            ("notes.json", '[{"text": "One", "state": "done"}, {"text": "Two"}]'),
            ("notes.yaml", "- {text: One, state: done}\n- {text: Two}\n"),
        ],
    )
    def test_a_table_may_be_any_that_other_kinds_read(self, read: Read, name: str, text: str) -> None:
        assert items(read(text, name)) == [("One", "done"), ("Two", "todo")]

    @pytest.mark.parametrize(
        ("heading", "cells"),
        [
            ("Aufgabe,Status", "a,erledigt\nb,in Arbeit\nc,offen"),
            ("Tâche,Statut", "a,terminé\nb,en cours\nc,à faire"),
            ("Task,Status", "a,✓\nb,[~]\nc,no"),
            ("Task,Done", "a,TRUE\nb,in progress\nc,FALSE"),
            ("Task,Completed", "a,2026-03-02\nb,started\nc,"),
        ],
    )
    def test_headings_and_states_are_known_in_every_language(self, read: Read, heading: str, cells: str) -> None:
        found = read(f"{heading}\n{cells}\n", "notes.csv")
        assert [state for _, state in items(found)] == ["done", "doing", "todo"]
        assert said(found) == []

    def test_headings_may_be_chosen_and_those_that_are_not_read_are_told(self, read: Read) -> None:
        text = "Ding,Wer,Text\nOne,Ada,no\n"
        found = read(text, "notes.csv", columns={"text": "ding"})
        assert items(found) == [("One", "todo")]
        assert said(found) == [
            "1: 2 columns are not read: Wer, Text; if the picture needs one, map it under `columns:`"
        ]

    def test_a_day_on_which_it_was_done_says_that_it_is_done(self, read: Read) -> None:
        assert items(read("text,done on\nOne,2026-03-04\nTwo,-\n", "notes.csv")) == [("One", "done"), ("Two", "todo")]

    def test_a_mistake_in_a_yaml_table_is_told_at_its_own_place(self, read: Read) -> None:
        assert complaint(read, "- text: One\n  state: dnoe\n", "notes.yaml") == ["2:10: unknown state `dnoe`"]

    def test_every_mistake_is_told_at_its_line(self, read: Read) -> None:
        text = 'group,text,state,priority\nA,"x\ny",dnoe,\nB,,doing,hihg\nC,a,b,c,d\n'
        assert complaint(read, text, "notes.csv") == [
            "2:3: unknown state `dnoe`",
            "4:2: expected text, found none",
            "4:4: unknown priority `hihg`",
            "5:5: expected 4 cells, found `d` in cell 5",
        ]

    def test_a_day_on_which_an_open_item_was_done_is_refused(self, read: Read) -> None:
        assert complaint(read, "text,done_on,state\nOne,3 Mar,todo\nTwo,3 Mar,partial\n", "notes.csv") == [
            "2:2: an item that is todo has no day on which it was done"
        ]

    def test_a_day_that_does_not_exist_is_told_at_its_cell(self, read: Read) -> None:
        assert complaint(read, "text,due\nOne,31 Apr\nTwo,2026-02-30\n", "notes.csv") == [
            "2:2: 31 Apr does not exist",
            "3:2: 2026-02-30 does not exist",
        ]

    def test_a_table_without_texts_says_which_headings_it_has(self, read: Read) -> None:
        with pytest.raises(SpecError, match=r"headings are group, txt; say which holds the texts") as caught:
            read("group,txt\nA,b\n", "notes.csv")
        assert "the column `text` is missing" in str(caught.value)

    def test_a_heading_that_is_there_twice_is_refused(self, read: Read) -> None:
        assert complaint(read, "text,state,text\na,,c\n", "notes.csv") == ["1:3: the column `text` is there twice"]

    @pytest.mark.parametrize(("text", "fact"), [("", "the table is empty"), ('text\n"One\n', "the table breaks off")])
    def test_a_broken_table_is_refused(self, read: Read, text: str, fact: str) -> None:
        (line,) = complaint(read, text, "notes.csv")
        assert fact in line

    def test_the_nearest_state_is_named(self, read: Read) -> None:
        with pytest.raises(SpecError, match="the nearest is `done`"):
            read("text,state\nOne,doen\n", "notes.csv")


class TestBesideTheSpec:
    def test_a_missing_file_is_told_at_the_key(self, tmp_path: Path) -> None:
        (tmp_path / "note.md").touch()
        keys = "kind: feedback_checklist\ndata: notes.md\n"
        with pytest.raises((SpecError, AssetError)) as caught:
            visual(keys, str(tmp_path / "list.yaml"))
        (problem,) = caught.value.problems
        assert problem.message == "data: there is no file notes.md"
        assert problem.place is not None
        assert problem.place.line == 2
        assert "note.md" in problem.hint


def test_an_item_is_bounded_before_its_marks_are_looked_for(read: Read) -> None:
    with pytest.raises(SpecError, match=r"notes\.md:1:1: expected at most 5,000 characters behind a box, found 32,004"):
        read("- [x] " + "[" * 32_000 + "\n")


@pytest.mark.parametrize(
    ("written", "done"), [("✅", 1), ("✗", 0), ("❌", 0), ("1", 1), ("0", 0), ("oui", 1), ("nein", 0)]
)
def test_a_state_may_be_yes_or_no_however_it_is_ticked(read: Read, written: str, done: int) -> None:
    found = read(f"text,state\nOne,{written}\nTwo,done\n", "tasks.csv")
    assert found.description.count("(done)") == done + 1


class TestTitle:
    def test_the_only_first_heading_of_the_file_is_the_title_of_a_spec_without_one(self, read: Read) -> None:
        found = read("# Moving *out*\n\n## Hall\n\n- [ ] Paint\n")
        assert (found.content.title.text, found.content.name) == ("Moving *out*", "Moving out")
        assert "Moving out" in found.alt
        assert {"Moving", "out"} <= set(" ".join(texts(scenes(found)[0])).split())

    def test_the_title_of_the_spec_stands_in_place_of_the_file_s(self, read: Read) -> None:
        assert read("# Moving out\n\n- [ ] Paint\n", title="My move").content.title.text == "My move"

    @pytest.mark.parametrize(
        "text", ["# One\n- [ ] a\n# Two\n- [ ] b\n", "- [ ] a\n\n# Two\n- [ ] b\n", "## Two\n- [ ] b\n"]
    )
    def test_a_heading_that_is_not_above_the_whole_list_is_a_group(self, read: Read, text: str) -> None:
        found = read(text)
        assert found.content.title.text == ""
        assert list(groups(found))[-1] == "Two"

    def test_a_title_that_is_too_long_is_told_with_its_line(self, read: Read) -> None:
        assert complaint(read, f"# {'word ' * 50}\n\n- [ ] a\n") == [
            "1:1: the title: expected at most 200 characters, found 249"
        ]


class TestDays:
    def test_a_due_day_of_a_done_item_is_no_day_on_which_it_was_done(self, read: Read) -> None:
        found = read("task,status,due,done on\nA,done,3/4/2026,\nB,done,1 May,2 May\nC,open,3 May,\n", "notes.csv")
        assert [point.day.text for point in found.content.points] == ["", "2 May", "3 May"]
        assert said(found) == [
            "2: not shown: “3/4/2026”, “1 May”; an open item shows when it is due, any other when it was done"
        ]

    def test_a_day_that_is_not_shown_of_an_item_in_the_spec_is_told_with_its_key(self) -> None:
        found = visual("kind: feedback_checklist\nitems:\n  - {text: A, state: done, due: 1 May}\n")
        assert [(note.about, note.place and note.place.line) for note in found.notes] == [("left_out", 3)]

    @pytest.mark.parametrize("heading", ["Date", "Datum", "Fecha", "日付", "날짜"])
    def test_a_column_of_dates_has_the_day_that_an_item_in_its_state_shows(self, read: Read, heading: str) -> None:
        found = read(f"task,status,{heading}\nA,done,1 May\nB,open,2 May\n", "notes.csv")
        assert [(point.day.text, point.day.field) for point in found.content.points] == [
            ("1 May", "items[0].done_on"),
            ("2 May", "items[1].due"),
        ]
        assert said(found) == []

    def test_a_column_of_dates_beside_one_of_due_days_is_not_read(self, read: Read) -> None:
        assert said(read("task,due,date\nA,1 May,2 May\n", "notes.csv"))[0].startswith("1: 1 column is not read: date")


class TestBoxesInTables:
    @pytest.mark.parametrize("heading", ["", "✓", "Ok?"])
    def test_a_column_of_boxes_alone_tells_the_states(self, read: Read, heading: str) -> None:
        found = read(f"| {heading} | Task | Note |\n|---|---|---|\n| [x] | Write | |\n| [ ] | Read | |\n")
        assert items(found) == [("Write", "done"), ("Read", "todo")]
        assert said(found) == []

    def test_boxes_before_its_tasks_make_a_table_a_list(self, read: Read) -> None:
        found = read("| Task | Owner |\n|---|---|\n| [x] Write | Ann |\n| [ ] Read | Bo |\n")
        assert items(found) == [("Write", "done"), ("Read", "todo")]
        assert said(found) == ["1: 1 column is not read: Owner"]

    def test_a_column_without_a_heading_that_holds_something_is_told(self, read: Read) -> None:
        found = read("| Task | State | |\n|---|---|---|\n| Write | done | why |\n")
        assert said(found) == ["1: 1 column is not read: column 3 (no heading)"]


class TestBlanks:
    @pytest.mark.parametrize("blank", ["\u200b", "\u00a0", "\u2060\ufeff"])
    def test_a_box_with_nothing_to_see_behind_it_has_no_text(self, read: Read, blank: str) -> None:
        assert complaint(read, f"- [ ] a\n- [x] {blank}\n") == ["2:1: expected text behind the box, found none"]

    @pytest.mark.parametrize("mark", ["-", "*", "2."])
    @pytest.mark.parametrize("gap", ["", "\u00a0"])
    def test_a_box_without_a_usual_blank_before_it_is_told(self, read: Read, mark: str, gap: str) -> None:
        assert complaint(read, f"- [ ] a\n{mark}{gap}[x] b\n") == [
            f"2:1: expected a blank between `{mark}` and its box"
        ]


def test_a_last_row_that_counts_the_others_is_no_item(read: Read) -> None:
    found = read("task,status\nA,done\nB,\nTotal,1\n", "notes.csv")
    assert items(found) == [("A", "done"), ("B", "todo")]
    assert said(found) == ["4: a row with a sum is not read: “Total 1”"]
    assert len(items(read("task,status\nA,done\nTotal,done\n", "notes.csv"))) == 2


def test_code_and_boxes_of_headings_are_told(read: Read) -> None:
    found = read("## [x] Hall\n- [ ] <b>Paint</b><details><summary>How</summary>Twice</details>\n\n      a line\n")
    assert groups(found) == {"Hall": [("Paint How Twice", "todo")]}
    assert said(found) == ["4: code is not read: “a line”", "1: the box of a heading is not read: “Hall”"]


def test_a_table_in_markdown_has_no_total_among_its_tasks(read: Read) -> None:
    found = read("| Task | Status |\n|--|--|\n| A | done |\n| Total | 1 |\n")
    assert (items(found), said(found)) == ([("A", "done")], ["4: a row with a sum is not read: “Total 1”"])


def test_a_share_that_is_done_is_no_day(read: Read) -> None:
    found = read("task,done\nA,100%\nB,50 %\nC,0%\n", "notes.csv")
    assert items(found) == [("A", "done"), ("B", "doing"), ("C", "todo")]
    assert found.content.points[1].note.text == "50 %"


def test_a_row_without_a_group_among_others_is_told(read: Read) -> None:
    found = read("group,task\nX,A\n,B\nY,C\n", "notes.csv")
    assert said(found) == ["3: “B” names no group, and stands in none"]
    assert said(read("group,task\n,A\n,B\n", "notes.csv")) == []
