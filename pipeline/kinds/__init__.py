"""The kinds of visuals: each module or folder beside this file is one, and its name is the kind's name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from pipeline import beside, sizes, theme
from pipeline.content import punctuated
from pipeline.errors import PipelineError, Problem, SpecError, nearest_first, shortened
from pipeline.kinds.kind import Kind
from pipeline.schema import Spec
from pipeline.schema import build as build_spec
from pipeline.source import Node

_FOLDER = os.path.dirname(__file__)
_NOT_KINDS = ("__init__.py", "kind.py")


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of all kinds, in alphabetical order."""
    modules = [
        entry.removesuffix(".py") for entry in os.listdir(_FOLDER) if entry.endswith(".py") and entry not in _NOT_KINDS
    ]
    folders = [entry for entry in os.listdir(_FOLDER) if os.path.isfile(os.path.join(_FOLDER, entry, "__init__.py"))]
    return tuple(sorted(modules + folders))


def load(name: str) -> Kind:
    """The kind called `name`, which must be one of `names()`; imports that one."""
    kind: Kind = import_module(f"{__name__}.{name}").KIND
    return kind


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
    kind = load(_kind_name(node))
    problems = [*_unknown(node, "sizes", sizes.parse), *_unknown(node, "themes", (shelf or theme.Shelf()).check)]
    content: Any = None
    try:
        spec = build_spec(node, kind.spec)
        problems += kind.check(spec)
        if not problems:
            content = _read(kind.content, spec, read or beside.Reader(node.place.path))
    except SpecError as error:
        problems += error.problems
    if problems:
        located = SpecError(*problems).located(node.at).problems
        raise SpecError(*sorted(located, key=lambda problem: problem.place or ()))
    return Built(kind, spec, content)


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


def _kind_name(node: Node) -> str:
    known = f"kinds are {', '.join(names())}"
    written = node.child("kind")
    if written is None:
        raise SpecError(Problem("the key `kind` is missing", node.place, f"add `kind: ...` as the first line; {known}"))
    if written.value in names():
        return str(written.value)
    hint = nearest_first(written.text, names(), known, "the nearest kind")
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
