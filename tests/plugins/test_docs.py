"""Tests of docs/plugins.md: its examples build, its tables have every option."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from pipeline.plugins import social
from tests.conftest import REPOSITORY, python
from tests.plugins import sites
from tests.plugins.sites import NEEDS_MKDOCS, NEEDS_SPHINX

TEXT = (REPOSITORY / "docs" / "plugins.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


def options(heading: str) -> set[str]:
    """What stands in the first column of the table with that head."""
    (table,) = re.findall(rf"^\| {heading}.*\n\|[-|]+\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
    return {name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])}


@NEEDS_MKDOCS
def test_the_example_of_mkdocs_builds(tmp_path: Path) -> None:
    sites.installed(tmp_path / "installed")
    sites.project(tmp_path, {"index.md": "# Nine days\n"})
    (tmp_path / "mkdocs.yml").write_text(block("yaml"), encoding="utf-8")
    done = sites.run(tmp_path, "mkdocs", "build", "--strict", path=tmp_path / "installed")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/assets/images/social/index.png").is_file()


@NEEDS_SPHINX
def test_the_example_of_sphinx_builds(tmp_path: Path) -> None:
    sites.project(tmp_path, {"index.rst": f"Nine days\n=========\n\n{block('rst')}", "conf.py": block("python")})
    (tmp_path / "specs" / "quote_card.yaml").write_text("kind: quote_card\ntext: So.\nsizes: [og, square]\n")
    done = sites.run(tmp_path, "sphinx", "docs", "out", "-W")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out/_images").glob("*.png"))) == 2


@NEEDS_MKDOCS
def test_the_table_of_mkdocs_has_every_option() -> None:
    from pipeline.plugins.mkdocs import VisualsConfig

    every = {name for name, _ in VisualsConfig._schema}
    needless = set(re.findall(r"`(\w+)`", TEXT.partition("are refused. ")[2].partition("have no meaning")[0]))
    assert options(r"Option \| By default") >= every - needless - {name for name in every if name.startswith("debug")}


def test_the_table_of_layout_options_has_each_that_is_understood() -> None:
    assert options(r"Option \| Becomes") == set(social.KNOWN)


def test_the_table_of_sphinx_has_every_setting() -> None:
    source = (REPOSITORY / "pipeline" / "plugins" / "sphinx.py").read_text(encoding="utf-8")
    assert options(r"In `conf\.py` \|") == set(re.findall(r'add_config_value\("(\w+)"', source))


def test_the_card_for_other_generators_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (command,) = re.findall(r"^visuals (render .*)$", TEXT, re.MULTILINE)
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "_card.yaml").write_text("kind: page_card\ntitle: A\nsite: Letters\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = python("-m", "pipeline", *shlex.split(command))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "static" / "cards" / "nine-days.png").is_file()
