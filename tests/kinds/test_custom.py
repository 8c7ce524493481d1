"""Custom kinds: a project's own, and those of packages; none runs before the project's settings name it."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest

from pipeline import kinds
from pipeline.errors import SpecError
from pipeline.rendering import load, render
from tests.conftest import Invoke, pictures_in, python

KIND = '''"""Callout: a few words, large."""

from typing import Annotated, Any, NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.geometry import Rect, Size
from pipeline.kinds.kind import Kind
from pipeline.layout.header import head
from pipeline.layout.page import Page, is_mirrored
from pipeline.layout.shape import shape
from pipeline.notes import Note
from pipeline.scene import Scene
from pipeline.schema import Spec, key
from pipeline.theme import Theme
from pipeline.typography import Typesetter


class Callout(Spec):
    text: Annotated[str, key("The words.", min_length=1, max_length=200)]


class Content(NamedTuple):
    name: str
    text: Leaf
    is_mirrored: bool
    notes: tuple[Note, ...] = ()


def content(spec: Callout, read: Reader) -> Content:
    return Content(spec.text, Leaf(spec.text, "text"), is_mirrored(spec, [spec.text]))


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    page, on = Page(size, theme, typesetter, content.is_mirrored), shape(size)
    canvas = on.canvas(page)
    canvas.box(Rect(0, 0, on.width, on.height), theme.colors.paper)
    head(canvas, on, Leaf("", "eyebrow"), content.text)
    return Scene(size, tuple(canvas.items))


def alt(content: Any) -> str:
    return str(content.text)


KIND = Kind("callout", "A few words, large.", Callout, content, lay_out, alt, alt)
'''
SPEC = "kind: callout\ntext: Mind the gap\n"


@pytest.fixture
def home(project: Path) -> Path:
    """A project with a kind of its own that its settings name."""
    (project / "kinds").mkdir()
    (project / "kinds" / "callout.py").write_text(KIND, encoding="utf-8")
    (project / "visuals.toml").write_text('kinds = ["callout"]\n', encoding="utf-8")
    (project / "specs").mkdir(exist_ok=True)
    (project / "specs" / "gap.yaml").write_text(SPEC, encoding="utf-8")
    return project


def refusal(home: Path) -> str:
    with pytest.raises(SpecError) as refused:
        load(home / "specs" / "gap.yaml")
    (problem,) = refused.value.problems
    return f"{problem.place}: {problem.message}\n{problem.hint}"


def test_a_kind_that_the_settings_name_makes_pictures(home: Path) -> None:
    made = render(load(home / "specs" / "gap.yaml"), "portrait")
    assert made.alt == "Mind the gap"
    assert not made.scene.left_out


def test_code_of_a_project_does_not_run_unasked(home: Path) -> None:
    (home / "visuals.toml").unlink()
    (home / "kinds" / "callout.py").write_text("raise RuntimeError", encoding="utf-8")
    assert refusal(home).endswith('to use kinds/callout.py, write `kinds = ["callout"]` into visuals.toml')


def test_several_processes_make_its_pictures(home: Path) -> None:
    for number in range(12):
        (home / "specs" / f"more_{number}.yaml").write_text(SPEC, encoding="utf-8")
    made = python("-m", "pipeline", "build", "--jobs", "2")
    assert made.returncode == 0, made.stderr
    assert len(pictures_in(home / "output")) == 14


def test_another_process_finds_it_again(home: Path) -> None:
    visual = load(home / "specs" / "gap.yaml")
    (home / "visual.pickle").write_bytes(pickle.dumps(visual))
    told = python("-c", "import pickle; print(pickle.load(open('visual.pickle', 'rb')).alt)")
    assert told.stdout.decode().strip() == "Mind the gap", told.stderr


def test_its_code_decides_whether_its_pictures_are_stale(home: Path, invoke: Invoke) -> None:
    assert "2 pictures made" in python("-m", "pipeline", "build").stdout.decode()
    assert "2 unchanged" in python("-m", "pipeline", "build").stdout.decode()
    (home / "kinds" / "callout.py").write_text(KIND.replace("paper)", "surface)"), encoding="utf-8")
    assert "1 picture made" in python("-m", "pipeline", "build").stdout.decode()


def test_the_commands_know_it(home: Path, invoke: Invoke) -> None:
    assert "A few words, large." in invoke("kinds").output
    assert '"title": "callout"' in invoke("schema", "callout").output
    refused = invoke("new", "callout", "specs/first.yaml")
    assert refused.exit_code == 2
    assert "hint: write kinds/callout.yaml" in refused.output
    (home / "kinds" / "callout.yaml").write_text(SPEC, encoding="utf-8")
    assert invoke("new", "callout", "specs/first.yaml").exit_code == 0
    assert load(home / "specs" / "first.yaml").alt == "Mind the gap"


def test_a_folder_is_a_kind_of_several_modules(home: Path) -> None:
    (home / "kinds" / "callout.py").unlink()
    (home / "kinds" / "callout").mkdir()
    (home / "kinds" / "callout" / "__init__.py").write_text("from .body import KIND as KIND\n", encoding="utf-8")
    (home / "kinds" / "callout" / "body.py").write_text(KIND, encoding="utf-8")
    visual = load(home / "specs" / "gap.yaml")
    assert visual.alt == "Mind the gap"
    assert sorted(Path(path).name for path, _ in visual.digests) == ["__init__.py", "body.py"]


def test_a_package_offers_one(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "kinds" / "callout.py").unlink()
    site = tmp_path / "site"
    (site / "notes-1.0.dist-info").mkdir(parents=True)
    offered = "[console_scripts]\nnote = notes:main\n\n[article_visuals.kinds]\ncallout = offered_notes:KIND\n"
    (site / "notes-1.0.dist-info" / "entry_points.txt").write_text(offered, encoding="utf-8")
    (site / "offered_notes.py").write_text(KIND, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    assert load(home / "specs" / "gap.yaml").alt == "Mind the gap"
    (home / "visuals.toml").write_text("kinds = []\n", encoding="utf-8")
    assert "unknown kind `callout`" in refusal(home)
    sys.modules.pop("offered_notes")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            KIND.replace('Kind("callout"', 'Kind("note"'),
            "visuals.toml:1:1: kinds: `callout`: its `KIND` is called `note`",
        ),
        (KIND.replace("KIND =", "MINE ="), "visuals.toml:1:1: kinds: `callout`: its module has no `KIND`"),
        (KIND + "1 / 0\n", f"kinds/callout.py:{KIND.count(chr(10)) + 1}:1: the kind `callout` cannot be loaded: ZeroD"),
        ("x = (\n", "kinds/callout.py:1:1: the kind `callout` cannot be loaded: '(' was never closed"),
    ],
)
def test_code_that_is_no_kind_is_refused_at_its_place(home: Path, code: str, said: str) -> None:
    (home / "kinds" / "callout.py").write_text(code, encoding="utf-8")
    assert refusal(home).startswith(said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('kinds = ["note"]', "visuals.toml:1:1: kinds: `note`: there is no kinds/note.py"),
        ('\nkinds = ["chart"]', "visuals.toml:2:1: kinds: `chart` is a kind of the tool itself"),
        ('kinds = ["../x"]', "visuals.toml:1:1: kinds[0]: expected a name such as callout, found `../x`"),
        ("kind = []", "visuals.toml:1:1: unknown key `kind` in settings"),
        ("kinds = [", "visuals.toml:1:10: no TOML: invalid value"),
    ],
)
def test_mistakes_in_the_settings_have_a_place(home: Path, written: str, said: str) -> None:
    (home / "visuals.toml").write_text(written, encoding="utf-8")
    (home / "specs" / "gap.yaml").write_text(SPEC.replace("callout", "note"), encoding="utf-8")
    assert refusal(home).startswith(said)


def test_without_settings_there_are_the_kinds_of_the_tool() -> None:
    assert "callout" not in kinds.names()
    assert "chart" in kinds.names()
