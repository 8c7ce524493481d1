"""Pictures in git: what hooks let pass, what a fresh copy tells, and branches that touch different pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from tests.conftest import QUOTE, REPOSITORY, Invoke, write_spec

pytestmark = pytest.mark.skipif(not which("git") or os.name != "posix", reason="there is no git, or no shell for hooks")

HOOK = f"""#!/bin/sh
visuals() {{ PYTHONPATH='{REPOSITORY}' '{sys.executable}' -m pipeline "$@"; }}
visuals build --fail-on-change && visuals check
"""
SMALL = QUOTE + "sizes: [320x320]\n"


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git as Ada; a branch is called `main`."""
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *who, *arguments], capture_output=True, text=True, timeout=60, check=False)


def done(*arguments: str) -> str:
    """What git says of something that it must be able to do."""
    result = git(*arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def copied(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in a fresh copy of the project, without a cache."""
    done("clone", "-q", ".", str(place))
    monkeypatch.chdir(place)


@pytest.fixture
def hooked(project: Path) -> Path:
    """A repository with nothing in it yet whose hook makes and checks pictures."""
    write_spec(project, "word", SMALL)
    done("init", "-q", ".")
    hook = project / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK)
    hook.chmod(0o755)
    return project


def test_a_first_commit_has_the_pictures_of_its_specs(hooked: Path) -> None:
    done("add", "specs")
    refused = git("commit", "-q", "-m", "First")
    assert refused.returncode == 1
    assert "output/word.320x320.png: git does not track it" in refused.stderr
    done("add", ".")
    done("commit", "-q", "-m", "First")
    assert done("ls-files", "output").split() == ["output/manifest/word.json", "output/word.320x320.png"]
    assert done("status", "--porcelain") == ""


def test_commit_a_takes_changed_pictures_along_and_is_told_of_new_ones(hooked: Path) -> None:
    git("add", "specs")
    git("commit", "-q", "-m", "First")
    done("add", ".")
    done("commit", "-q", "-m", "First")

    write_spec(hooked, "word", SMALL.replace("counts", "weighs"))
    assert git("commit", "-q", "-a", "-m", "Second").returncode == 1  # the picture is made only now
    done("commit", "-q", "-a", "-m", "Second")
    assert "output/word.320x320.png" in done("show", "--stat", "--format=", "HEAD")

    write_spec(hooked, "other", SMALL)
    done("add", "specs/other.yaml")
    for _ in range(2):  # the second time all is made, and still in no commit
        refused = git("commit", "-q", "-a", "-m", "Third")
        assert refused.returncode == 1
        assert "output/other.320x320.png: git does not track it" in refused.stderr
    done("add", "output")
    done("commit", "-q", "-a", "-m", "Third")
    assert done("status", "--porcelain") == ""


@pytest.mark.parametrize("variables", [{}, {"GIT_DIR": ".git"}, {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"}])
def test_a_picture_that_changed_since_it_was_added_is_told(
    project: Path, invoke: Invoke, variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_spec(project, "word", SMALL)
    done("init", "-q", ".")
    invoke("build")
    done("add", ".")
    write_spec(project, "word", SMALL.replace("counts", "weighs"))
    assert invoke("build").exit_code == 0
    for name, value in variables.items():  # as git tells them to some hooks
        monkeypatch.setenv(name, value)
    refused = invoke("check")
    assert refused.exit_code == 1
    for path in ("output/word.320x320.png", "output/manifest/word.json"):
        assert f"{path}: git has another state of it" in refused.stderr
    assert invoke("build", "--fail-on-change").exit_code == 1
    done("add", "output")
    assert [invoke("check").exit_code, invoke("build", "--fail-on-change").exit_code] == [0, 0]


def test_a_fresh_copy_is_checked_and_built_without_a_change(
    project: Path, invoke: Invoke, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_spec(project, "word", SMALL)
    done("init", "-q", ".")
    invoke("build")
    done("add", ".")
    done("commit", "-q", "-m", "Right")
    write_spec(project, "word", SMALL.replace("counts", "weighs"))
    done("commit", "-q", "-a", "-m", "A spec whose picture was forgotten")

    copied(tmp_path_factory.mktemp("copy"), monkeypatch)
    refused = invoke("check")
    assert refused.exit_code == 1
    assert "output/word.320x320.png: stale: specs/word.yaml or its defaults changed" in refused.stderr
    done("checkout", "-q", "HEAD^")
    assert invoke("check").exit_code == 0
    told = invoke("build", "--fail-on-change")
    assert (told.exit_code, told.stdout.splitlines()[-1]) == (0, "1 picture drawn again, the same")
    assert done("status", "--porcelain") == ""
    assert invoke("check").exit_code == 0


def test_branches_that_touch_different_pictures_merge_by_themselves(
    project: Path, invoke: Invoke, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "word"):
        write_spec(project, name, SMALL)
    done("init", "-q", ".")
    invoke("build")
    done("add", ".")
    done("commit", "-q", "-m", "Base")
    touched = ("a", "word", "ba", "bb")  # two that change and two that are new, which in one list would be neighbours
    for name in touched:
        done("checkout", "-q", "-b", f"touches-{name}", "main")
        write_spec(project, name, SMALL.replace("counts", f"is for {name}"))
        assert invoke("build").exit_code == 0
        done("add", ".")
        done("commit", "-q", "-m", name)
    for name in touched[:-1]:
        done("merge", "-q", "--no-edit", f"touches-{name}")
    assert invoke("check", "--strict").stdout == "4 of 4 pictures fine\n"
    copied(tmp_path_factory.mktemp("copy"), monkeypatch)
    assert invoke("check", "--strict").stdout == "4 of 4 pictures fine\n"
    assert invoke("build", "--fail-on-change").exit_code == 0
    assert done("status", "--porcelain") == ""
