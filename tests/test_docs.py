"""The documents tell the truth: their examples run, their tables are complete, their links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from pipeline.authoring import schemas
from pipeline.cli import COMMANDS
from pipeline.kinds import load
from pipeline.kinds import names as kind_names
from pipeline.rendering import load as load_spec
from pipeline.schema import Spec
from tests.conftest import REPOSITORY, Invoke, python

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
ENDLESS = {"mcp", "serve", "studio", "watch"}
ARTICLE = "# A day\n\nNothing is ever lost, says Ada Example.\n\nVisual: a quote card, “Nothing is ever lost”\n"
DOCUMENTS = sorted([REPOSITORY / "llms.txt", *REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")])


def blocks(language: str) -> list[str]:
    """The README's fenced blocks in that language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def follower(project: Path) -> Path:
    """The folder of somebody who has followed the README so far."""
    (yaml,) = blocks("yaml")
    (project / "specs" / "my_card.yaml").write_text(yaml, encoding="utf-8")
    return project


def steps() -> list[tuple[str, str]]:
    """What a reader does, in order: ("sh", a command) and ("yaml", a spec to write)."""
    found = re.findall(r"^```(sh|yaml)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [
        (language, part) for language, block in found for part in (block.splitlines() if language == "sh" else [block])
    ]


def commands() -> list[str]:
    return [part for language, part in steps() if language == "sh" and part.startswith("visuals ")]


def test_the_first_spec_makes_the_pictures_that_are_named(follower: Path, invoke: Invoke) -> None:
    assert invoke("render", "specs/my_card.yaml").exit_code == 0
    named = set(re.findall(r"`(my_card\.[\w.]+\.png)`", README))
    assert {path.name for path in (follower / "output").glob("*.png")} == named


def test_every_command_runs_in_the_order_given_and_makes_the_files_that_are_named(
    project: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALS_SIGNING_KEY", "sixteen letters or more")
    (project / "article.md").write_text(ARTICLE, encoding="utf-8")
    shutil.copytree(REPOSITORY / "docs" / "example", project / "docs" / "example")
    assert {line.split()[1] for line in commands()} == set(COMMANDS)
    for language, part in steps():
        if language == "yaml":
            (project / "specs" / "my_card.yaml").write_text(part, encoding="utf-8")
        elif part in commands() and part.split()[1] not in ENDLESS:
            result = invoke(*shlex.split(part, comments=True)[1:])
            assert result.exit_code == 0, f"{part}\n{result.output}"
            made = re.findall(r"[\w/]+(?:\.\w+)*\.(?:png|html)$", part.partition("#")[2])
            assert [name for name in made if not (project / name).is_file()] == []


def test_the_python_example_runs_as_printed(follower: Path) -> None:
    (example,) = blocks("python")
    result = python("-c", example)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(b"2400 1260 Quote card: ")
    assert (follower / "card.png").is_file()


def test_the_tables_name_every_key_of_a_quote_card() -> None:
    card = (REPOSITORY / "docs" / "kinds" / "quote_card.md").read_text(encoding="utf-8")
    (own,) = re.findall(r"^## Keys\n(.*?)^The keys", card, re.MULTILINE | re.DOTALL)
    rows = re.findall(r"^\| (`.+?) \|", README + own, re.MULTILINE)
    named = [key for row in rows for key in re.findall(r"`(\w+)`", row)]
    assert sorted(set(named)) == sorted(schemas.of_kind("quote_card")["$defs"]["QuoteCard"]["properties"])


@pytest.mark.parametrize("kind", ["quote_card", "application_email", "big_number", "page_card"])
def test_a_kinds_page_names_every_key_and_no_other(kind: str) -> None:
    page = (REPOSITORY / "docs" / "kinds" / f"{kind}.md").read_text(encoding="utf-8")
    (own,) = re.findall(r"^## Keys\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    rows = re.findall(r"^\| (`.+?) \|", own, re.MULTILINE)
    named = {key for row in rows for key in re.findall(r"`([\w.]+)`", row)}
    assert {key.partition(".")[0] for key in named} >= _own_keys(kind)
    parts = {key for key in named if "." in key}
    assert {key for key in parts if not _is_key(kind, key)} == set()


def _own_keys(kind: str) -> set[str]:
    """The keys of a kind that not every kind has."""
    return set(load(kind).spec.__struct_fields__) - set(Spec.__struct_fields__)


def _is_key(kind: str, path: str) -> bool:
    first, _, second = path.partition(".")
    rules = schemas.of_kind(kind)["$defs"]
    reference = str(rules[load(kind).spec.__name__]["properties"][first])
    named = re.findall(r"#/\$defs/(\w+)", reference)
    return any(second in rules[name].get("properties", {}) for name in named)


def test_the_readme_names_every_kind_and_no_other() -> None:
    (section,) = re.findall(r"^## The kinds\n(.*?)^## ", README, re.MULTILINE | re.DOTALL)
    assert sorted(re.findall(r"^- `(\w+)`", section, re.MULTILINE)) == sorted(kind_names())


def test_the_page_for_programs_names_every_kind_and_holds_a_right_spec() -> None:
    page = (REPOSITORY / "docs" / "agents.md").read_text(encoding="utf-8")
    (spec,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert load_spec(text=spec).spec.sizes == ("og", "square")
    listed = re.findall(
        r"^- \[(\w+)\]\(docs/kinds/", (REPOSITORY / "llms.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(listed) == sorted(kind_names())
    assert [name for name in kind_names() if f"`{name}`" not in page] == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for block in blocks("sh") for target in re.findall(r"^make ([a-z-]+)", block, re.MULTILINE)}
    assert named
    assert named <= targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_links_lead_to_files_that_exist(path: Path) -> None:
    links = re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("output/") and not (path.parent / link).exists()] == []


def test_decisions_are_numbered_and_their_titles_agree() -> None:
    paths = sorted((REPOSITORY / "docs" / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in paths]
    assert numbers == list(range(1, len(paths) + 1))
    for number, path in zip(numbers, paths, strict=True):
        assert path.read_text(encoding="utf-8").startswith(f"# {number}. ")
