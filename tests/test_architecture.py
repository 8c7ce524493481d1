"""The promises of docs/architecture.md, read from its own map: imports look down, and a library has one door."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "pipeline"
DOCUMENT = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
MAP = re.findall(r"^  ([\w.]+/?) +([0-9]+|-)  ", DOCUMENT, re.MULTILINE)
FLOORS = {name.removesuffix("/").removesuffix(".py"): int(floor) for name, floor in MAP if floor != "-"}
DOORS = {
    library: re.findall(r"`(\w+)`", rooms)
    for library, rooms in re.findall(r"^\| [^|]+ \| `(\w+)` \| ([^|]+) \|$", DOCUMENT, re.MULTILINE)
}
OPENERS = (
    "cli/streams.py",  # the null device
    "files/reading.py",
    "files/writing.py",
    "project.py",  # below that room, too: where a project keeps its files
    "places.py",  # files that are elsewhere, by fsspec
    "packages.py",  # below that room; the folders of installed packages
)
DATA = (".yaml", ".typed")


class Import(NamedTuple):
    """That `module` (parts of its name below `pipeline`) imports `target` (parts of a dotted name)."""

    module: tuple[str, ...]
    target: tuple[str, ...]
    line: int

    def __str__(self) -> str:
        return f"pipeline/{'/'.join(self.module)}.py:{self.line} imports {'.'.join(self.target)}"


def test_the_map_names_every_room_and_no_other() -> None:
    rooms = {path.name + "/" * path.is_dir() for path in PACKAGE.iterdir() if path.suffix not in DATA}
    assert sorted(name for name, _ in MAP) == sorted(rooms - {"__pycache__/"} - _empty_folders())


def test_imports_point_to_a_lower_floor_only() -> None:
    wrong = [
        str(each)
        for each in _imports()
        if (room := _room_of(each)) is not None and room != each.module[0] and FLOORS[room] >= FLOORS[each.module[0]]
    ]
    assert wrong == []


def test_kinds_never_import_one_another() -> None:
    wrong = [
        str(each)
        for each in _imports()
        if each.module[0] == "kinds"
        and len(each.module) > 1
        and each.target[:2] == ("pipeline", "kinds")
        and each.target[2:3] not in {(), ("kind",), each.module[1:2]}
    ]
    assert wrong == []


def test_every_word_of_layout_is_used_by_two_kinds() -> None:
    imports = [each for each in _imports() if _words(each)]
    used = {path.stem: {path.stem} for path in (PACKAGE / "layout").glob("[!_]*.py")}
    for each in (each for each in imports if each.module[0] == "layout"):
        used[each.module[1]] |= _words(each)
    for _ in used:  # a word that another one is made of is used wherever that is
        used = {word: words.union(*map(used.__getitem__, words)) for word, words in used.items()}
    users: dict[str, set[str]] = {word: set() for word in used}
    for each in imports:
        for word in set().union(*map(used.__getitem__, _words(each))):
            users[word] |= _kinds_drawn_by(each.module)
    assert {word: sorted(kinds) for word, kinds in users.items() if len(kinds) < 2} == {}


def _words(each: Import) -> set[str]:
    """The modules of layout that it imports: `from pipeline.layout import page` and `from pipeline.layout.page ...`."""
    return {each.target[2]} if each.target[:2] == ("pipeline", "layout") else set()


def _kinds_drawn_by(module: tuple[str, ...]) -> set[str]:
    """The kind that a module belongs to; what the renderer draws is on the pictures of every kind."""
    if module == ("rendering",):
        return {path.name for path in (PACKAGE / "kinds").iterdir() if (path / "starter.yaml").is_file()}
    return {module[1]} if module[0] == "kinds" and len(module) > 1 else set()


def test_each_library_has_its_doors() -> None:
    libraries = [each for each in _imports() if _is_library(each.target[0])]
    assert [str(each) for each in libraries if each.module[0] not in DOORS.get(each.target[0], [])] == []


def test_every_door_is_used() -> None:
    used = {(each.target[0], each.module[0]) for each in _imports()}
    doors = {(library, room) for library, rooms in DOORS.items() for room in rooms}
    assert doors - used == set()


def test_only_the_room_of_files_opens_files() -> None:
    assert [each for each in _openings() if each.split(":")[0] not in OPENERS] == []


def _openings() -> Iterator[str]:
    """Every call in the package that opens a file, as `room/module.py:line`."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if isinstance(node, ast.Call) and name == "open":
                yield f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"


@cache
def _imports() -> tuple[Import, ...]:
    """Every import in the package, those inside functions and for types only included."""
    return tuple(_found_imports())


def _found_imports() -> Iterator[Import]:
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).with_suffix("").parts
        module = module[:-1] if len(module) > 1 and module[-1] == "__init__" else module
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (Import(module, tuple(alias.name.split(".")), node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}:{node.lineno}: imports are written out"
                base = tuple((node.module or "").split("."))
                yield from (Import(module, (*base, alias.name), node.lineno) for alias in node.names)


def _room_of(each: Import) -> str | None:
    """The room of ours that is imported, or None for a library and for a plain name such as `__version__`."""
    is_ours = each.target[0] == "pipeline" and len(each.target) > 1
    return each.target[1] if is_ours and each.target[1] in FLOORS else None


def _is_library(name: str) -> bool:
    return name != "pipeline" and name not in sys.stdlib_module_names


def _empty_folders() -> set[str]:
    """Folders without files, which git does not know."""
    return {
        path.name + "/"
        for path in PACKAGE.iterdir()
        if path.is_dir() and not any(file.is_file() and "__pycache__" not in file.parts for file in path.rglob("*"))
    }
