"""What each tool does: from texts to texts and pictures, in the project of the current folder. No file is written.

A spec is taken as if it lay in the project's folder of specs: the files that it names are counted from there, and the
defaults and settings of the project count.
"""

from __future__ import annotations

import os
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline import project
from pipeline.errors import ArticleError, PipelineError, Problem, SpecError, nearest_first

if TYPE_CHECKING:
    from pipeline.rendering import Visual

MOST_PROBLEMS = 30  # a text that is no spec at all has hundreds
NAME = "spec.yaml"


class Picture(NamedTuple):
    """A finished PNG, and in words what it is."""

    data: bytes
    said: str


def list_kinds() -> list[dict[str, str]]:
    """The kinds of picture there are: `name`, to be written as `kind:`, and what each shows."""
    from pipeline import kinds

    home = project.here()
    return [{"name": name, "summary": kinds.load(name, home).summary} for name in kinds.names(home)]


def schema(kind: str) -> str:
    """The JSON Schema of the specs of a kind: every key, what it means and what it may be."""
    import json

    from pipeline.authoring import schemas

    return json.dumps(schemas.of_kind(_known(kind), project.here()), ensure_ascii=False)


def starter(kind: str) -> str:
    """A first spec of a kind as YAML: it makes a picture as it is, and explains each key in a comment."""
    from pipeline.authoring import starters

    return starters.starter(_known(kind), project.here())


def check_spec(spec: str) -> dict[str, Any]:
    """What is wrong with a spec, a text in YAML, each with its line and column and a way out; and what it says.

    `is_right` tells whether pictures can be made of it. `notes` are what its author should know though nothing is
    wrong; `alt` describes the picture in a sentence.
    """
    try:
        visual = _visual(spec)
        problems = _misfits(visual)
    except PipelineError as error:
        return {"is_right": False, "problems": [each.keys() for each in error.problems[:MOST_PROBLEMS]]}
    notes = [note.keys() for note in visual.notes]
    told = [each.keys() for each in problems[:MOST_PROBLEMS]]
    return {"is_right": not problems, "problems": told, "notes": notes, "alt": visual.alt}


def render(spec: str, size: str = "", theme: str = "") -> Picture:
    """The picture of a spec, a text in YAML, as PNG; by default in the first size and theme that the spec lists.

    Raises PipelineError with every mistake in the spec.
    """
    from pipeline.rendering import render as made_of

    made = made_of(_visual(spec), size or None, theme or None, format_name="png")
    pages = f", page 1 of {made.pages}" if made.pages > 1 else ""
    facts = [f"{made.size.name}, {made.theme}: {made.width} x {made.height} px{pages}", f"alt: {made.alt}"]
    return Picture(made.data, "\n".join([*facts, *(f"note: {note}" for note in made.notes)]))


def draft(text: str) -> list[dict[str, Any]]:
    """A spec for each wish for a picture in an article, a text in Markdown, in the article's own words.

    A wish is a line of its own such as `Suggested Visual: a checklist of what I learnt`. Of each: its `line`, the
    `kind` that its words tell, `spec` as YAML, and `todos`, the number of things that the article does not say and
    that stand in the spec as `# TODO`. A wish whose words tell no kind has no spec.
    """
    from pipeline import article
    from pipeline.drafting import draft as drafted

    read = article.parse(text.encode(), "article.md")
    if not read.wishes:
        hint = "write a line such as `Suggested Visual: a checklist of what I learnt` where a picture belongs"
        raise ArticleError(Problem("there is no wish for a picture in the text", hint=hint))
    found = drafted(read, project.specs())
    return [
        {
            "line": each.wish.line,
            "kind": each.choice.first.kind if each.text else "",
            "spec": each.text,
            "todos": each.todos,
        }
        for each in found
    ]


def _visual(text: str) -> Visual:
    """The visual of a spec's text, with what the project's defaults and settings give to each spec."""
    from pipeline import settings, source
    from pipeline.rendering import understood

    path = os.path.join(project.specs(), NAME)
    home = project.folder(path)
    node = source.parse(text, path)
    for defaults in project.defaults(path):
        node = source.with_defaults(node, source.read(defaults, home))
    if (given := settings.spec_defaults(home)) is not None:
        node = source.with_defaults(node, given)
    return understood(node, path)


def _misfits(visual: Visual) -> list[Problem]:
    """What does not fit, or cannot be drawn, in a size and theme that the spec lists; each thing once."""
    from pipeline.rendering import lay_out

    found: dict[Problem, None] = {}
    for size, theme in product(visual.spec.sizes, visual.spec.themes):
        try:
            lay_out(visual, size, theme)
        except PipelineError as error:
            told = (each._replace(message=f"{size}, {theme}: {each.message}") for each in error.problems)
            found |= dict.fromkeys(told)
    return list(found)


def _known(kind: str) -> str:
    """The kind itself; raises SpecError, with the nearest name, where there is none of that name."""
    from pipeline import kinds

    names = kinds.names(project.here())
    if kind not in names:
        known = f"kinds are {', '.join(names)}"
        raise SpecError(Problem(f"unknown kind `{kind}`", hint=nearest_first(kind, names, known)))
    return kind
