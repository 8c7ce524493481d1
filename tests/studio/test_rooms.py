"""The rooms behind the page, one by one: fields and their places, menus, the pen, the press, the editor's link."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import PipelineError, SpecError
from pipeline.files import digest_of
from pipeline.rendering import load
from pipeline.studio import editors, fields, menus
from pipeline.studio.editing import Conflict, Pen
from pipeline.studio.press import Press
from pipeline.studio.workers import Worker
from tests.conftest import QUOTE, write_spec

LIST = """\
kind: feedback_checklist
title: Lessons
groups:
  - title: Talks
    items: [Ask first, {text: Say less, state: done}]
"""


@pytest.mark.parametrize(
    ("field", "edits", "line"),
    [
        ("title", "title", 2),
        ("groups[0].items[0].text", "groups[0].items[0]", 5),
        ("groups[0].items[1].text", "groups[0].items[1].text", 5),
        ("labels.done", "", 1),
    ],
)
def test_a_text_knows_the_field_that_an_edit_changes(project: Path, field: str, edits: str, line: int) -> None:
    write_spec(project, "list", LIST)
    visual = load("specs/list.yaml")
    assert fields.editable(visual, field) == edits
    place = fields.place(visual, field)
    assert place
    assert place.line == line


def test_what_stands_in_the_defaults_is_no_field_of_the_spec(project: Path) -> None:
    write_spec(project, "_defaults", "author: Ada Example\n")
    write_spec(project, "word", "kind: quote_card\ntext: Every word.\n")
    visual = load("specs/word.yaml")
    assert fields.editable(visual, "author") == ""
    assert str(fields.place(visual, "author")) == "specs/_defaults.yaml:1:9"


def test_menus_are_made_of_the_schema(project: Path) -> None:
    write_spec(project, "list", LIST)
    found = {menu.field: menu for menu in menus.of_spec(load("specs/list.yaml"))}
    assert found["sizes"].several
    assert found["sizes"].chosen == ("og",)
    assert "story" in found["sizes"].choices
    assert "ink" in found["themes"].choices
    assert found["show_done"].choices == ("all", "dim", "hide")
    state = menus.beside(load("specs/list.yaml"), "groups[0].items[1].text")[0]
    assert (state.field, state.chosen) == ("groups[0].items[1].state", ("done",))
    assert menus.beside(load("specs/list.yaml"), "groups[0].items[0].text") == []


def test_one_theme_stays_one(project: Path) -> None:
    write_spec(project, "word", QUOTE + "theme: ink\n")
    found = {menu.field: menu for menu in menus.of_spec(load("specs/word.yaml"))}
    assert "themes" not in found
    assert not found["theme"].several
    assert found["theme"].chosen == ("ink",)


def test_the_pen_undoes_what_it_wrote_and_nothing_else(project: Path) -> None:
    path = project / "specs" / "word.yaml"
    pen, before = Pen(), path.read_bytes()
    pen.edit("specs/word.yaml", "author", "Grace Example", digest_of(before))
    after = path.read_bytes()
    assert after == before.replace(b"Ada", b"Grace")
    assert pen.undo() == "specs/word.yaml"
    assert path.read_bytes() == before
    pen.redo()
    assert path.read_bytes() == after
    path.write_bytes(after + b"# mine\n")
    with pytest.raises(Conflict):
        pen.undo()
    with pytest.raises(Conflict):
        pen.edit("specs/word.yaml", "author", "Ada", digest_of(after))
    assert path.read_bytes() == after + b"# mine\n"
    with pytest.raises(SpecError, match="nothing to be done again"):
        pen.redo()


def test_a_key_changes_with_what_is_shown_and_with_nothing_else(project: Path) -> None:
    press = Press()
    first = press.read("specs/word.yaml").shots
    write_spec(project, "word", "# a comment\n" + QUOTE)
    assert press.read("specs/word.yaml").shots == first
    write_spec(project, "word", QUOTE.replace("word", "letter"))
    assert press.read("specs/word.yaml").shots != first
    write_spec(project, "word", "kind: quote_card\n")
    broken = press.read("specs/word.yaml")
    assert broken.problems
    assert not broken.shots
    made = press.make("specs/word.yaml", "og", "paper")
    assert "letter" in made.pages[0].alt  # as it was when it was last right


def test_a_press_that_dies_is_replaced(project: Path) -> None:
    with Worker("tests.studio.test_rooms:Fragile") as worker:
        assert worker.ask("double", 2).result(30) == 4
        with pytest.raises(PipelineError, match="ended early"):
            worker.ask("crash").result(30)
        with pytest.raises(SpecError, match="told"):
            worker.ask("refuse").result(30)
        assert worker.ask("double", 3).result(30) == 6


class Fragile:
    """What a worker holds here."""

    def double(self, number: int) -> int:
        return 2 * number

    def crash(self) -> None:
        import os

        os._exit(1)

    def refuse(self) -> None:
        from pipeline.errors import Problem

        raise SpecError(Problem("told"))


def test_the_link_to_an_editor_runs_nothing() -> None:
    assert editors.checked(editors.DEFAULT) == editors.DEFAULT
    for template in ("javascript:alert('{path}')", "data:text/html,{path}", "{path}", "vscode://file/", "x y:{path}"):
        with pytest.raises(PipelineError, match="expected a link"):
            editors.checked(template)
