"""Tests of items from a file: Markdown task lists, tables, and every mistake in them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import kinds, source
from pipeline.errors import AssetError, SpecError
from pipeline.kinds.feedback_checklist.gathering import gather
from pipeline.kinds.feedback_checklist.gathering.markdown import groups_of_markdown
from pipeline.kinds.feedback_checklist.spec import Entry, FeedbackChecklist, Group
from tests.checklists import scenes, texts

NOTES = """\
# My notes

What I wrote down on the train.

## Technical knowledge
- [x] Name the *trade-off* before the tool
- [ ] Redo the [exercises](https://example.org)
  in the evening,
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


def found(text: str, name: str = "notes.md") -> FeedbackChecklist:
    return gather(FeedbackChecklist(kind="feedback_checklist", data=name), lambda path, field: text)


def complaint(text: str, name: str = "notes.md") -> list[str]:
    with pytest.raises(SpecError) as caught:
        found(text, name)
    return [f"{problem.place}: {problem.message}" for problem in caught.value.problems]


class TestMarkdown:
    def test_headings_are_groups_and_boxes_are_states(self) -> None:
        technical, talk = found(NOTES).groups
        assert [(item.text, item.state) for item in technical.items] == [  # type: ignore[union-attr]
            ("Name the *trade-off* before the tool", "done"),
            ("Redo the exercises", "todo"),
            ("Rebuild the take-home", "doing"),
        ]
        assert talk.title == "Communication"
        assert [item.state for item in talk.items] == ["doing", "done", "na"]  # type: ignore[union-attr]

    def test_what_is_indented_below_an_item_is_its_note(self) -> None:
        item = found(NOTES).groups[0].items[1]
        assert isinstance(item, Entry)
        assert item.note == "in the evening, never at night"

    def test_items_without_a_heading_need_no_group(self) -> None:
        spec = found("- [ ] One\n- [x] Two\n")
        assert spec.groups == ()
        assert [item.text for item in spec.items] == ["One", "Two"]  # type: ignore[union-attr]

    def test_items_before_the_first_heading_stand_first_without_a_name(self) -> None:
        spec = found("- [ ] One\n## Two\n- [x] Three\n")
        assert [group.title for group in spec.groups] == ["", "Two"]
        assert {"One", "Two", "Three"} <= set(texts(scenes(spec)[0]))

    def test_one_heading_twice_is_one_group(self) -> None:
        spec = found("## A\n- [ ] 1\n## B\n- [ ] 2\n## A\n- [ ] 3\n")
        assert [(group.title, len(group.items)) for group in spec.groups] == [("A", 2), ("B", 1)]

    def test_windows_line_ends_read_the_same(self) -> None:
        assert found(NOTES.replace("\n", "\r\n")) == found(NOTES)

    def test_every_line_that_cannot_be_read_is_reported(self) -> None:
        assert complaint("- [?] One\n- Two\n- [x] Three\n  - [ ] Four\n- [ ]\n") == [
            "notes.md:1:1: unknown box `[?]`",
            "notes.md:2:1: expected a box, found `Two`",
            "notes.md:4:3: a task inside another one is not read",
            "notes.md:5:1: expected text behind the box, found none",
        ]

    def test_code_that_does_not_end_swallows_no_task_unsaid(self) -> None:
        text = "- [x] one\n```\n- [ ] two\n"
        assert complaint(text) == ["notes.md:2:1: the code that begins with ``` does not end"]

    def test_an_empty_file_is_an_empty_list(self) -> None:
        spec = found("")
        assert (spec.groups, spec.items) == ((), ())


class TestTable:
    def test_rows_are_items_and_groups_need_no_order(self) -> None:
        technical, talk = found(TABLE, "notes.csv").groups
        assert technical == Group(
            title="Technical",
            items=(
                Entry(text="Name the trade-off", state="done", done_on="3 Mar"),
                Entry(text='Say "why"', priority="low", due="2026-03-12"),
            ),
        )
        assert talk.items == (
            Entry(text="Keep it short", state="doing", note="Down from four,\none a day", priority="high"),
        )

    @pytest.mark.parametrize("separator", [";", "\t"])
    def test_other_separators_and_a_byte_order_mark_are_read(self, separator: str) -> None:
        text = "\ufeffText,State\nOne,done\nTwo,\n".replace(",", separator)
        assert found(text, "notes.csv").items == (Entry(text="One", state="done"), Entry(text="Two"))

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("notes.tsv", "text\tstate\nOne\tdone\nTwo\t\n"),
            ("notes.json", '[{"text": "One", "state": "done"}, {"text": "Two"}]'),
            ("notes.yaml", "- {text: One, state: done}\n- {text: Two}\n"),
        ],
    )
    def test_a_table_may_be_any_that_other_kinds_read(self, name: str, text: str) -> None:
        assert found(text, name).items == (Entry(text="One", state="done"), Entry(text="Two"))

    def test_a_mistake_in_a_yaml_table_is_told_at_its_own_place(self) -> None:
        assert complaint("- text: One\n  state: dnoe\n", "notes.yaml") == ["notes.yaml:2:10: unknown state `dnoe`"]

    def test_every_mistake_is_told_at_its_line(self) -> None:
        text = 'group,text,state,priority\nA,"x\ny",dnoe,\nB,,doing,hihg\nC,a,b,c,d\n'
        assert complaint(text, "notes.csv") == [
            "notes.csv:2:3: unknown state `dnoe`",
            "notes.csv:4:4: unknown priority `hihg`",
            "notes.csv:4:2: expected text, found none",
            "notes.csv:5:5: expected 4 cells, found `d` in cell 5",
        ]

    def test_a_day_on_which_an_open_item_was_done_is_refused(self) -> None:
        assert complaint("text,done_on,state\nOne,3 Mar,todo\nTwo,3 Mar,partial\n", "notes.csv") == [
            "notes.csv:2:2: an item that is todo has no day on which it was done"
        ]

    def test_unknown_and_missing_columns_are_told_together(self) -> None:
        assert complaint("group,txt,group\nA,b,c\n", "notes.csv") == [
            "notes.csv:1:2: unknown column `txt`",
            "notes.csv:1:3: the column `group` is there twice",
            "notes.csv:1:1: the column `text` is missing",
        ]

    @pytest.mark.parametrize(("text", "fact"), [("", "the table is empty"), ('text\n"One\n', "the table breaks off")])
    def test_a_broken_table_is_refused(self, text: str, fact: str) -> None:
        (line,) = complaint(text, "notes.csv")
        assert fact in line

    def test_the_nearest_state_is_named(self) -> None:
        with pytest.raises(SpecError, match="the nearest is `done`"):
            found("text,state\nOne,doen\n", "notes.csv")


class TestBesideTheSpec:
    @pytest.fixture
    def spec(self, tmp_path: Path) -> Path:
        (tmp_path / "specs").mkdir()
        (tmp_path / "pyproject.toml").touch()
        (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
        path = tmp_path / "specs" / "list.yaml"
        path.write_text("kind: feedback_checklist\ndata: ../notes.md\n", encoding="utf-8")
        return path

    def test_a_spec_is_built_with_the_items_of_its_file(self, spec: Path) -> None:
        _, built, _ = kinds.build(source.read(str(spec)))
        assert isinstance(built, FeedbackChecklist)
        assert [group.title for group in built.groups] == ["Technical knowledge", "Communication"]

    def test_a_missing_file_is_told_at_the_key(self, spec: Path) -> None:
        (spec.parent.parent / "notes.md").rename(spec.parent.parent / "note.md")
        with pytest.raises((SpecError, AssetError)) as caught:
            kinds.build(source.read(str(spec)))
        (problem,) = caught.value.problems
        assert problem.message == "data: there is no file ../notes.md"
        assert problem.place is not None
        assert problem.place.line == 2
        assert "../note.md" in problem.hint


def test_number_signs_behind_a_heading_are_no_part_of_it() -> None:
    (group,) = groups_of_markdown("## C # and F #  ## \t\n- [x] a\n", "a.md")
    assert group.title == "C # and F #"
