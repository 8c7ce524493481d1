"""The settings of a project, from `visuals.toml` in its folder: what holds for all of its specs.

specs = "specs"            # folders, counted from this file
output = "static/img"
url = "/img"               # where the site has the pictures
site = "hugo"              # whose form `visuals weave` gives to figures
sizes = ["og", "square"]   # of specs that do not say
kinds = ["callout"]        # custom kinds that may run: kinds/callout.py here, or of an installed package
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeAlias

from pipeline import files, project, source
from pipeline.errors import Place, Problem, SpecError, reason
from pipeline.patterns import Pattern
from pipeline.schema import Part, build, key
from pipeline.source import Node

FILE, KINDS = project.SETTINGS, "kinds"
MOST_BYTES = project.MOST_SETTINGS_BYTES
SPEC_KEYS = ("sizes", "themes", "formats", "lang")  # settings that stand in for keys of specs
_AT = Pattern(r"(?P<fact>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL)


Site: TypeAlias = Literal["hugo", "jekyll", "mkdocs", "sphinx", "astro", "eleventy", "docusaurus", "plain"]


class Settings(Part):
    """What an author may write in `visuals.toml`."""

    specs: Annotated[str, key("The folder of the specs, from this file.", min_length=1)] = project.SPECS
    output: Annotated[str, key("The folder of the pictures, from this file.", min_length=1)] = project.OUTPUT
    articles: Annotated[tuple[str, ...], key("The folders of the articles, from this file.", unique=True)] = ()
    url: Annotated[str, key("The address of the pictures' folder on the site, such as /img.")] = ""
    site: Annotated[Site, key("The site generator, whose form figures have in articles.")] = "plain"
    sizes: Annotated[tuple[str, ...], key("The sizes of specs that do not say.", min_length=1, unique=True)] | None = (
        None
    )
    themes: (
        Annotated[tuple[str, ...], key("The themes of specs that do not say.", min_length=1, unique=True)] | None
    ) = None
    formats: (
        Annotated[tuple[str, ...], key("The formats of specs that do not say.", min_length=1, unique=True)] | None
    ) = None
    lang: Annotated[str, key("The language of specs that do not say.")] = ""
    kinds: Annotated[
        tuple[Annotated[str, key("Its name.", pattern=r"^[a-z][a-z0-9_]*$", reads="a name such as callout")], ...],
        key("Custom kinds that may run: files or folders in `kinds/`, or kinds of installed packages.", unique=True),
    ] = ()


def of(home: str) -> Settings:
    """The settings of the project in the folder `home`; raises SpecError with every mistake in them."""
    found = _read_at(home)
    return found[0] if found else Settings()


def spec_defaults(home: str) -> Node | None:
    """The keys that specs of the project at `home` leave out and its settings hold, placed in these."""
    found = _read_at(home)
    if found is None:
        return None
    keys = {name: child for name in SPEC_KEYS if (child := found[1].child(name)) is not None}
    return found[1]._replace(value=keys)


def completed(node: Node, home: str) -> Node:
    """The spec `node` with the keys that it leaves out and the settings of the project at `home` hold."""
    defaults = spec_defaults(home)
    return node if defaults is None else source.with_defaults(node, defaults)


def decided(spec_path: str) -> frozenset[str]:
    """The keys that a spec at this path may leave out: the settings hold them, or the defaults around it.

    Raises SpecError where one of these files is broken.
    """
    home = project.folder(spec_path)
    nodes = [source.read(path, home) for path in project.defaults(spec_path)]
    nodes += filter(None, [spec_defaults(home)])
    return frozenset(key for node in nodes if isinstance(node.value, dict) for key in node.value)


def place(home: str, name: str) -> Place:
    """Where a setting is written."""
    path = os.path.join(home, FILE)
    return _place(files.read(path, MOST_BYTES).decode("utf-8-sig", "replace"), project.shown(path), name)


def _read_at(home: str) -> tuple[Settings, Node] | None:
    path = os.path.join(home, FILE)
    try:
        status = os.stat(path)
    except OSError:
        return None
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _read(path: str, changed_ns: int, size_bytes: int) -> tuple[Settings, Node]:
    import tomllib

    shown = project.shown(path)
    try:
        text = source.decode(files.read(path, MOST_BYTES), shown).removeprefix("\ufeff")
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SpecError(_no_toml(error, shown, text)) from error
    except OSError as error:
        raise SpecError(Problem(f"cannot read the settings: {reason(error)}", Place(shown, 1, 1))) from error
    node = _node(written, text, shown)
    return build(node, Settings), node


def _no_toml(error: ValueError, path: str, text: str) -> Problem:
    found = _AT.match(str(error))
    end = text.count("\n") + 1, len(text) - text.rfind("\n")
    line, column = (int(found["line"]), int(found["column"])) if found and found["line"] else end
    fact = found["fact"] if found else str(error)
    hint = 'write `key = "value"`, one a line'
    return Problem(f"no TOML: {fact[:1].lower()}{fact[1:]}", Place(path, line, column), hint)


def _node(value: Any, text: str, path: str, name: str = "") -> Node:
    """TOML's values as nodes; all that a key holds has the place of the key."""
    where = _place(text, path, name)
    if isinstance(value, dict):
        return Node({each: _node(held, text, path, each) for each, held in value.items()}, where, where)
    if isinstance(value, list):
        return Node(tuple(_node(held, text, path, name) for held in value), where, where)
    return Node(value if isinstance(value, str | bool | int | float) else str(value), where, where, str(value))


def _place(text: str, path: str, name: str) -> Place:
    found = re.search(rf"^[ \t]*(\"?{re.escape(name)}\"?)[ \t]*=|^[ \t]*\[({re.escape(name)})\]", text, re.MULTILINE)
    if not name or found is None:
        return Place(path, 1, 1)
    start = found.start(found.lastindex or 0)
    return Place(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
