"""Custom kinds: those of a project's `kinds/` folder and of installed packages, if the project's settings name them.

A file or folder in `kinds/` is a module with a `KIND`, like those beside this file; a package offers its kinds as
entry points of the group `article_visuals.kinds`. Code from a repository is not run unasked: `kinds = ["callout"]` in
`visuals.toml` allows it.

A module from a folder is called by its path, and is below this one, so that other processes find it again.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from types import ModuleType

from pipeline import packages, project, settings
from pipeline.errors import Place, Problem, SpecError
from pipeline.kinds.kind import STARTER, Kind
from pipeline.settings import KINDS

GROUP = "article_visuals.kinds"
_PREFIX = f"{__name__}.at_"
__path__: list[str] = []  # the modules of folders are below this one


def load(name: str, home: str) -> Kind:
    """The custom kind of that name in the project at `home`; raises SpecError, placed in its settings."""
    path = module_file(name, home)
    try:
        found = _of_file(path) if path else _of_package(name)
    except SpecError:
        raise
    except Exception as error:
        raise _broken(name, path, home, error) from error
    if found is None and path is None:
        hint = f"write {KINDS}/{name}.py, or install the package that offers it"
        raise _refused(name, home, f"there is no {KINDS}/{name}.py, and no installed package offers it", hint)
    if not isinstance(found, Kind):
        raise _refused(name, home, "its module has no `KIND`", "end it with `KIND = Kind(...)`")
    if found.name != name:
        raise _refused(name, home, f"its `KIND` is called `{found.name}`", "give file and kind one name")
    return found


def module_file(name: str, home: str) -> str | None:
    """The file of a kind in the project's folder of kinds."""
    paths = (os.path.join(home, KINDS, f"{name}.py"), os.path.join(home, KINDS, name, "__init__.py"))
    return next(filter(os.path.isfile, paths), None)


def code_files(name: str, home: str) -> list[str]:
    """The files that a kind of the project's folder is made of, in a fixed order."""
    path = module_file(name, home)
    if path is None or os.path.basename(path) != "__init__.py":
        return [path] if path else []
    folder = os.path.dirname(path)
    return [os.path.join(folder, entry) for entry in sorted(os.listdir(folder)) if entry.endswith(".py")]


def starter_file(name: str, home: str) -> str:
    """The file of a kind's first spec: `kinds/callout.yaml`, `starter.yaml` in its folder or in its package's."""
    kind = load(name, home)
    folder = os.path.dirname(sys.modules[kind.spec.__module__].__file__ or "")
    for path in (os.path.join(home, KINDS, f"{name}.yaml"), os.path.join(folder, STARTER)):
        if os.path.isfile(path):
            return path
    hint = f"write {KINDS}/{name}.yaml, a spec that names its keys"
    raise SpecError(Problem(f"the kind `{name}` has no first spec", hint=hint))


def _of_file(path: str) -> object:
    return getattr(import_module(_PREFIX + os.fsencode(path).hex()), "KIND", None)


def _of_package(name: str) -> object:
    for package in packages.installed():
        for offered, module, attribute in packages.named_entry_points(package, GROUP):
            if offered == name:
                return getattr(import_module(module), attribute or "KIND", None)
    return None


def _refused(name: str, home: str, fact: str, hint: str) -> SpecError:
    return SpecError(Problem(f"kinds: `{name}`: {fact}", settings.place(home, "kinds"), hint))


def _broken(name: str, path: str | None, home: str, error: Exception) -> SpecError:
    """What a kind's own code raised, at the last line of it that ran."""
    fact = f"the kind `{name}` cannot be loaded: {type(error).__name__}: {error}"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [(frame.filename, frame.lineno) for frame in frames if frame.filename in code_files(name, home)]
    if isinstance(error, SyntaxError) and error.filename:
        lines.append((error.filename, error.lineno))
        fact = f"the kind `{name}` cannot be loaded: {error.msg}"
    file, line = lines[-1] if lines else (path or "", 1)
    where = Place(project.shown(file), line or 1, 1) if file else settings.place(home, "kinds")
    return SpecError(Problem(fact, where, "mend its code"))


class _Finder(MetaPathFinder):
    """Finds the module whose name holds the path of its file."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        written, _, rest = fullname.removeprefix(_PREFIX).partition(".")
        if not fullname.startswith(_PREFIX) or rest:
            return None
        file = os.fsdecode(bytes.fromhex(written))
        folders = [os.path.dirname(file)] if os.path.basename(file) == "__init__.py" else None
        return spec_from_file_location(fullname, file, submodule_search_locations=folders)


sys.meta_path.append(_Finder())
