"""The kinds of visuals: each module or folder beside this file is one, and its name is the kind's name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module

from pipeline import sizes, theme
from pipeline.errors import PipelineError, Problem, SpecError, nearest
from pipeline.kinds.kind import Kind
from pipeline.schema import Spec
from pipeline.schema import build as build_spec
from pipeline.source import Node

_NOT_KINDS = ("__init__.py", "__pycache__", "kind.py")


def names() -> tuple[str, ...]:
    """The names of all kinds, in alphabetical order."""
    return tuple(
        sorted(entry.removesuffix(".py") for entry in os.listdir(os.path.dirname(__file__)) if entry not in _NOT_KINDS)
    )


def load(name: str) -> Kind:
    """The kind called `name`, which must be one of `names()`; imports that one."""
    kind: Kind = import_module(f"{__name__}.{name}").KIND
    return kind


def build(node: Node) -> tuple[Kind, Spec]:
    """The kind a spec asks for and the spec itself; raises SpecError with every mistake in it."""
    kind = load(_kind_name(node))
    spec = build_spec(node, kind.spec)
    problems = [
        *_unknown("sizes", spec.sizes, sizes.parse),
        *_unknown("themes", spec.themes, theme.load),
        *kind.check(spec),
    ]
    if problems:
        raise SpecError(*problems).located(node.at)
    return kind, spec


def _kind_name(node: Node) -> str:
    known = f"kinds are {', '.join(names())}"
    written = node.child("kind")
    if written is None:
        raise SpecError(Problem("the key `kind` is missing", node.place, f"add `kind: ...` as the first line; {known}"))
    if written.value in names():
        return str(written.value)
    near = nearest(written.text, names())
    hint = f"the nearest kind is `{near}`; {known}" if near else known
    raise SpecError(Problem(f"kind: unknown kind `{written.text}`", written.place, hint))


def _unknown(field: str, chosen: tuple[str, ...], look_up: Callable[[str], object]) -> Iterator[Problem]:
    """The problems of names that `look_up` refuses."""
    for index, name in enumerate(chosen):
        try:
            look_up(name)
        except PipelineError as error:
            yield from (problem._replace(field=f"{field}[{index}]") for problem in error.problems)
