"""The same spec gives the same bytes, whatever the machine around the process looks like, and needs no network."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Spawn, python, write_spec

SPEC = """\
kind: quote_card
text: "Every rejection is a *redirection* to something better: AVAToffi, naïve, “quoted”."
sizes: [og]
themes: [paper, ink]
"""


@pytest.fixture(autouse=True)
def project(project: Path) -> Path:
    """The current folder: a project with the spec above, which uses gradients, two faces and punctuation that hangs."""
    write_spec(project, "card", SPEC)
    return project


def pictures(folder: Path) -> list[bytes]:
    return [(folder / f"card.{name}.png").read_bytes() for name in ("og", "og.ink")]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The pictures' bytes as an ordinary process makes them."""
    folder = tmp_path_factory.mktemp("expected")
    (folder / "pyproject.toml").touch()
    spec = write_spec(folder, "card", SPEC)
    result = python("-m", "pipeline", "render", spec, "-o", folder / "output")
    assert result.returncode == 0, result.stderr
    return pictures(folder / "output")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4000000000"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"LC_ALL": "C"},
        {"TZ": "Pacific/Kiritimati"},
        {"OMP_NUM_THREADS": "1", "HOME": "/nonexistent"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()) or "again",
)
def test_the_environment_changes_no_byte(
    project: Path, spawn: Spawn, expected: list[bytes], environment: dict[str, str]
) -> None:
    result = spawn("render", "specs/card.yaml", "-o", "again", **environment)
    assert result.returncode == 0, result.stderr
    assert pictures(project / "again") == expected


def test_another_folder_changes_no_byte(
    project: Path, spawn: Spawn, expected: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("else where")
    spec = write_spec(elsewhere, "card", SPEC)
    assert spawn("render", spec, "-o", elsewhere / "output").returncode == 0
    assert pictures(elsewhere / "output") == expected


def test_the_pictures_made_before_change_no_byte(project: Path, spawn: Spawn, expected: list[bytes]) -> None:
    write_spec(project, "another", SPEC.replace("better", "worse"))
    assert spawn("build").returncode == 0  # another first, in the same process
    assert pictures(project / "output") == expected


def test_a_machine_without_fribidi_changes_no_byte(project: Path, spawn: Spawn, expected: list[bytes]) -> None:
    # Pillow looks for the library when it is imported, and for its good text layout only works with it. A file of that
    # name that is no library stands in the way of the real one.
    hidden = project / "hidden"
    hidden.mkdir()
    (hidden / "libfribidi.so.0").write_bytes(b"no library")
    environment = {"LD_LIBRARY_PATH": str(hidden)}
    asked = python("-c", "from PIL import features; print(features.check('fribidi'))", **environment)
    if asked.stdout != b"False\n":
        pytest.skip("this system finds the library another way")
    result = spawn("render", "specs/card.yaml", "-o", "again", **environment)
    assert result.returncode == 0, result.stderr
    assert pictures(project / "again") == expected


# Python tells its audit hooks of every socket and every process before it makes one: PEP 578.
GUARD = """
import sys

PROCESSES = ("subprocess.Popen", "os.exec", "os.fork", "os.posix_spawn", "os.system")

def guard(event, arguments):
    if event.startswith("socket.") or event in PROCESSES:
        raise AssertionError(f"{event} {arguments}")

sys.addaudithook(guard)
"""


def test_rendering_opens_no_socket_and_starts_no_process(project: Path, expected: list[bytes]) -> None:
    script = GUARD + "from pipeline.cli import main\nmain()\n"
    result = python("-c", script, "render", "specs/card.yaml", "-o", "again")
    assert result.returncode == 0, result.stderr
    assert pictures(project / "again") == expected


@pytest.mark.parametrize("forbidden", ["import socket; socket.socket()", "import os; os.system('true')"])
def test_the_guard_of_the_test_above_bites(forbidden: str) -> None:
    result = python("-c", GUARD + forbidden)
    assert result.returncode == 1
    assert b"AssertionError" in result.stderr


def test_system_faces_change_no_byte(project: Path, spawn: Spawn, expected: list[bytes]) -> None:
    # A machine with no faces of its own, as far as the usual places and variables tell.
    nowhere = str(project / "nowhere")
    environment = {
        "FONTCONFIG_PATH": nowhere,
        "FONTCONFIG_FILE": nowhere,
        "XDG_DATA_HOME": nowhere,
        "XDG_DATA_DIRS": nowhere,
    }
    assert spawn("render", "specs/card.yaml", "-o", "again", **environment).returncode == 0
    assert pictures(project / "again") == expected
