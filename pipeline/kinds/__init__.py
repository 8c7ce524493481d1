"""The kinds of visuals: each module or folder beside this file is one, and its name is the kind's name.

A project's settings may name custom ones: `pipeline.kinds.custom`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from importlib import import_module
from typing import Any, NamedTuple

from pipeline import beside, files, project, settings, sizes, theme
from pipeline.content import punctuated
from pipeline.errors import PipelineError, Problem, SpecError, nearest_first, shortened
from pipeline.kinds.kind import STARTER, Kind
from pipeline.schema import Spec, check_open, file_keys
from pipeline.schema import build as build_spec
from pipeline.source import Node, pasted, quoted

_FOLDER = os.path.dirname(__file__)
MOST_NAME = 255  # characters of a file's name that is looked for
_NOT_KINDS = ("__init__.py", "kind.py", "custom.py")


def names(home: str = "") -> tuple[str, ...]:
    """The names of all kinds, in alphabetical order, with the custom ones of the project at `home`, if one is named.

    Raises SpecError for mistakes in the project's settings.
    """
    own = settings.of(home).kinds if home else ()
    if taken := set(own) & set(_built_in()):
        fact = f"kinds: `{min(taken)}` is a kind of the tool itself"
        raise SpecError(Problem(fact, settings.place(home, "kinds"), "give your kind another name"))
    return tuple(sorted((*_built_in(), *own)))


def load(name: str, home: str = "") -> Kind:
    """The kind called `name`, which must be one of `names(home)`; imports that one.

    Raises SpecError for a custom kind that cannot be loaded.
    """
    if name not in _built_in():
        from pipeline.kinds import custom

        return custom.load(name, home)
    kind: Kind = import_module(f"{__name__}.{name}").KIND
    return kind


def starter_file(name: str, home: str = "") -> str:
    """The file of a kind's first spec; raises SpecError for a custom kind that has none."""
    if name in _built_in():
        return os.path.join(_FOLDER, name, STARTER)
    from pipeline.kinds import custom

    return custom.starter_file(name, home)


@lru_cache(maxsize=1)
def _built_in() -> tuple[str, ...]:
    modules = [
        entry.removesuffix(".py") for entry in os.listdir(_FOLDER) if entry.endswith(".py") and entry not in _NOT_KINDS
    ]
    folders = [entry for entry in os.listdir(_FOLDER) if os.path.isfile(os.path.join(_FOLDER, entry, "__init__.py"))]
    return tuple(sorted(modules + folders))


class Built(NamedTuple):
    """The kind that a spec asks for, the spec itself, and what it says with what its files hold."""

    kind: Kind
    spec: Spec
    content: Any


def build(node: Node, read: beside.Reader | None = None, shelf: theme.Shelf | None = None) -> Built:
    """The kind a spec asks for, the spec itself, and its content, with what `read` finds in the files that it names.

    Its themes are names of those on the `shelf`, by default of those built in.

    Raises SpecError with every mistake in it.
    """
    return _build(node, read or beside.Reader(node.place.path), shelf)


def _build(node: Node, read: beside.Reader, shelf: theme.Shelf | None, *, with_files: bool = True) -> Built:
    """What `build` returns or raises; `with_files`, hints have the file that may be meant."""
    home = project.folder(node.place.path)
    kind = load(kind_name(node, home), home)
    if kind.name not in _built_in():
        from pipeline.kinds import custom

        read.digests.update({path: files.digest(path) or "" for path in custom.code_files(kind.name, home)})
    check = (shelf or theme.Shelf()).check
    named = (("sizes", sizes.parse), ("themes", check), ("svg_dark", check), ("open", partial(check_open, kind.spec)))
    problems = [problem for field, find in named for problem in _unknown(node, field, find)]
    content: Any = None
    try:
        way_out = _WayToFile(node, kind.spec, read, shelf) if with_files else None
        spec = build_spec(node, kind.spec, way_out)
        problems += kind.check(spec)
        if not problems:
            content = _read(kind.content, spec, read)
    except SpecError as error:
        problems += error.problems
    if problems:
        located = SpecError(*problems).located(node.at).problems
        raise SpecError(*sorted(located, key=lambda problem: problem.place or ()))
    return Built(kind, spec, content)


class _WayToFile:
    """Finds what to write where the name of a file stands in place of what is in it.

    It is tried first: with the line that the hint offers a spec has no mistake that it had not without the field.
    """

    def __init__(self, node: Node, model: type[Spec], read: beside.Reader, shelf: theme.Shelf | None) -> None:
        self.node, self.model, self.shelf, self.path = node, model, shelf, read.spec_path
        self.is_spent = False  # a spec may have very many such names, and each is a file to read

    def __call__(self, field: str, written: Node) -> str:
        """The hint for a field whose value is of the wrong type; "" where that is no file's name."""
        name = written.value if isinstance(written.value, str) and len(written.value) <= MOST_NAME else ""
        suited = (key for key, suffixes in file_keys(self.model).items() if name.lower().endswith(suffixes))
        key = next((key for key in suited if self.node.child(key) is None), "")
        if not key or self.is_spent:
            return ""
        self.is_spent = True
        top = re.split(r"[.\[]", field)[0]
        mistakes = self._mistakes(top, key, written)
        if mistakes and " " in name:
            return ""  # a text that ends like a file's name
        if mistakes:
            fact, hint = mistakes[0].message.removeprefix(f"{key}: "), mistakes[0].hint
            return f"a file is named by `{key}`, but {fact}" + (f": {hint}" if hint else "")
        line = f"{key}: {quoted(name) if name[0] in '[{' else pasted(name)}"
        return f"write `{line}`" + (f" in place of `{top}`" if field != top else "")

    def _mistakes(self, top: str, key: str, written: Node) -> list[Problem]:
        """What is wrong with the file, or with the spec that names it under `key` in place of the key `top`."""
        assert isinstance(self.node.value, dict)
        others = {each: child for each, child in self.node.value.items() if each != top}
        try:
            beside.Reader(self.path)(str(written.value), key)
        except PipelineError as error:
            return [*error.problems]
        known = {problem[:2] for problem in self._problems(others)}
        return [problem for problem in self._problems({**others, key: written}) if problem[:2] not in known]

    def _problems(self, keys: dict[str, Node]) -> tuple[Problem, ...]:
        try:
            _build(self.node._replace(value=keys), beside.Reader(self.path), self.shelf, with_files=False)
        except PipelineError as error:
            return error.problems
        return ()


def _read(make: Callable[[Any, Any], Any], spec: Spec, read: beside.Reader) -> Any:
    """What a kind makes of a spec and its files, punctuated; places in those are told from where the spec's own are."""
    try:
        return punctuated(make(spec, read), spec.lang)
    except PipelineError as error:
        raise SpecError(*(_seen_from(problem, read.spec_path) for problem in error.problems)) from error


def _seen_from(problem: Problem, spec_path: str) -> Problem:
    place = problem.place
    if place is None or place.path == spec_path:
        return problem
    return problem._replace(place=place._replace(path=os.path.join(os.path.dirname(spec_path), place.path)))


def kind_name(node: Node, home: str) -> str:
    """The kind that a spec names, in the project at `home`; raises SpecError where it names none."""
    every = names(home)
    known = f"kinds are {', '.join(every)}"
    written = node.child("kind")
    if written is None:
        raise SpecError(Problem("the key `kind` is missing", node.place, f"add `kind: ...` as the first line; {known}"))
    if written.value in every:
        return str(written.value)
    if written.text and os.path.exists(os.path.join(home, settings.KINDS, f"{written.text}.py")):
        hint = f'to use {settings.KINDS}/{written.text}.py, write `kinds = ["{written.text}"]` into {settings.FILE}'
    else:
        hint = nearest_first(written.text, every, known, "the nearest kind")
    fact = f"unknown kind `{shortened(written.text)}`" if written.text else "expected the name of a kind"
    raise SpecError(Problem(f"kind: {fact}", written.place, hint))


def _unknown(node: Node, key: str, look_up: Callable[[str], object]) -> Iterator[Problem]:
    """The problems of the names under `key`, one or a list, that `look_up` refuses."""
    written = node.child(key)
    if written is None:
        return
    entries = written.value if isinstance(written.value, tuple) else (written,)
    for index, entry in enumerate(entries):
        if isinstance(entry.value, str | bool | int | float):  # a number stands for its digits where a name is expected
            try:
                look_up(entry.value if isinstance(entry.value, str) else entry.text)
            except PipelineError as error:
                field = key if entry is written else f"{key}[{index}]"
                yield from (problem._replace(field=field) for problem in error.problems)
