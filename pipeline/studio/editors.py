"""The link that opens a file in an author's editor: a template such as `vscode://file/{path}:{line}:{column}`."""

from __future__ import annotations

import re

from pipeline.errors import PipelineError, Problem

DEFAULT = "vscode://file/{path}:{line}:{column}"
REFUSED = ("javascript", "data", "vbscript", "blob", "about", "view-source")  # what a browser would run, or show itself
_TEMPLATE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):[^\s\"'<>]*")


def checked(template: str) -> str:
    """The template; raises PipelineError for one that no link can be made of, and for a scheme that runs code."""
    found = _TEMPLATE.fullmatch(template)
    if found is None or "{path}" not in template or found[1].lower() in REFUSED:
        hint = f"write a link with {{path}}, and {{line}} and {{column}} if it takes them, such as {DEFAULT}"
        raise PipelineError(Problem(f"expected a link that opens an editor, found `{template}`", hint=hint))
    return template
