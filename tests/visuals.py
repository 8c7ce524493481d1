"""Specs for tests: understood from keys or YAML, laid out without a project, and what their pictures hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pipeline import source
from pipeline.accounting import FORGOTTEN
from pipeline.rendering import Visual, lay_out, understood
from pipeline.scene import Scene, TextRun, walk


def visual(keys: Mapping[str, Any] | str, path: str = "case.yaml") -> Visual:
    """The visual of these keys, or of YAML text; files that it names are counted from `path`."""
    text = keys if isinstance(keys, str) else json.dumps(keys, ensure_ascii=False)
    return understood(source.parse(text, path), path)


def page(keys: Mapping[str, Any] | str | Visual, size: str = "og", theme: str = "paper", fonts: str = "") -> Scene:
    """The first picture of these keys."""
    made = keys if isinstance(keys, Visual) else visual(keys)
    return lay_out(made, size, theme, fonts or None)[0]


def runs(found: Scene, *roles: str) -> list[TextRun]:
    """The texts with one of these roles, numbers in brackets aside (`labels` for each of them), or all."""
    texts = [item for item, _ in walk(found.items) if isinstance(item, TextRun)]
    return [run for run in texts if not roles or role_of(run) in roles]


def texts(found: Scene, *roles: str) -> list[str]:
    """What the texts say."""
    return [run.text for run in runs(found, *roles)]


def role_of(run: TextRun) -> str:
    """The role of a text without the numbers in it: `series.values` of `series[0].values[3]`."""
    role = run.role
    while "[" in role:
        head, _, rest = role.partition("[")
        role = head + rest.partition("]")[2]
    return role


def forgotten(found: Scene) -> list[str]:
    """The fields of the content that a picture does not account for."""
    return [field for each in found.left_out if each.reason == FORGOTTEN for field in each.fields]
