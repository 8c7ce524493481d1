"""Keys: what a picture depends on, as hashes.

digest    the bytes of one file                    cheap: nothing is understood
says      a spec with its defaults, as written     the same for every version of our code
ground    faces, renderer                          the same for all pictures of a kind in a project
key       ground, spec, theme, size, files shown   exact: a comment in the spec changes nothing
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline import files, packages, project
from pipeline.rendering import Job

if TYPE_CHECKING:
    from pipeline.source import Node
    from pipeline.theme import Theme

# What reads the words as they are is in the normalised spec; these decide how it is set, drawn and compressed.
LIBRARIES = {
    "aggdraw",
    "budoux",
    "matplotlib",
    "pillow",
    "pydyf",
    "pyoxipng",
    "pyphen",
    "python_bidi",
    "uharfbuzz",
    "uniseg",
    "zlib_ng",
}
NOT_IN_THE_PICTURE = ("sizes", "themes", "formats", "open")  # they say which pictures there are, not what one shows
OF_SVG = ("svg_text", "svg_dark")

_HERE = os.path.dirname(os.path.dirname(__file__))
_KINDS = "kinds"
_NOT_PAINTING = {  # rooms that change no pixel
    "__main__.py",
    "article",
    "authoring",
    "batch",
    "binding.py",
    "build",
    "check",
    "cli",
    "cluster",
    "consistency",
    "drafting",
    "mcp",
    "packages.py",
    "plugins",
    "serve",
    "studio",
    "weaving",
    "web",
}
_STARTER = "starter.yaml"  # in a kind's folder: what a new spec begins with
_DIGITS = 32  # 128 bits


class Ground(NamedTuple):
    """What all pictures of a kind in one project rest on, as hashes: the faces at hand, and the code that paints."""

    faces: str
    renderer: str


class Disk:
    """The files as one build sees them: each is read once, however many pictures depend on it."""

    def __init__(self) -> None:
        self._digests: dict[str, str | None] = {}
        self._faces: dict[str | None, str] = {}
        self._fonts: dict[str, str | None] = {}
        self._projects: dict[str, str] = {}
        self._themes: dict[str, list[str]] = {}

    def digest(self, path: str, within: str) -> str | None:
        """The digest of a file, or None where there is none in the folder `within`."""
        if path not in self._digests:
            self._digests[path] = files.digest(path, within)
        return self._digests[path]

    def around(self, spec_path: str) -> str:
        """The folder of a spec's project."""
        folder = os.path.dirname(spec_path)
        if folder not in self._projects:
            self._projects[folder] = project.folder(spec_path)
        return self._projects[folder]

    def ground(self, spec_path: str, kind: str) -> Ground:
        """What the pictures of a spec rest on."""
        return Ground(_hash(self.fonts(spec_path), *_versions(are_faces=True)), _renderer(kind))

    def fonts(self, spec_path: str) -> str:
        """The hash of the project's own faces, nothing where it has none."""
        folder = os.path.dirname(spec_path)
        if folder not in self._fonts:
            self._fonts[folder] = project.fonts(spec_path)
        fonts = self._fonts[folder]
        if fonts not in self._faces:
            self._faces[fonts] = _faces(fonts)
        return self._faces[fonts]

    def beside(self, spec_path: str) -> list[str]:
        """The files that a spec is read with before it names any: itself, the defaults and the themes beside it.

        Any theme may be the one that it is made in, or extend another.
        """
        folder = os.path.dirname(spec_path)
        if folder not in self._themes:
            self._themes[folder] = [*_defaults(spec_path), *_themes(project.themes(spec_path))]
        return [spec_path, *self._themes[folder]]


def key(job: Job, on: Ground, shown: Mapping[str, str | None]) -> str:
    """The hash of all that decides a picture's pixels; `shown` has the digest of each file beside the spec in it."""
    from pipeline.schema import normalized
    from pipeline.sizes import parse

    size = parse(job.size)
    is_svg = job.format_name == "svg"
    spec = normalized(job.visual.spec, without=NOT_IN_THE_PICTURE if is_svg else (*NOT_IN_THE_PICTURE, *OF_SVG))
    themes = [job.theme, *([job.visual.spec.svg_dark] if is_svg and job.visual.spec.svg_dark else [])]
    files_shown = (part for name, digest in sorted(shown.items()) for part in (name, digest or ""))
    numbers = (size.width, size.height, job.scale)
    return _hash(
        *on,
        spec,
        *(_looks(job.visual.shelf.load(theme)) for theme in themes),
        size.name,
        job.format_name,
        *map(str, numbers),
        *files_shown,
    )


def says(node: Node) -> str:
    """The hash of what a spec says of a picture with its defaults, comments aside, whatever our code makes of it."""
    import json

    keys = node.value if isinstance(node.value, dict) else {}
    themes = [_written(each) for name in ("theme", "themes") if name in keys for each in _held(keys[name])]
    others = {name: _written(child) for name, child in keys.items() if name not in (*NOT_IN_THE_PICTURE, "theme")}
    return _hash(json.dumps([others, themes]))


def _held(themes: Node) -> list[Node]:
    """The themes that a spec holds itself; of others it has the names, and their files say what they are."""
    entries = themes.value if isinstance(themes.value, tuple) else (themes,)
    return [each for each in entries if isinstance(each.value, dict)]


def _written(node: Node) -> Any:
    """A node as plain values in the order of its file; of a scalar its text, too: a number may stand for that."""
    if isinstance(node.value, dict):
        return {key: _written(child) for key, child in node.value.items()}
    return [_written(child) for child in node.value] if isinstance(node.value, tuple) else [str(node.value), node.text]


def _looks(theme: Theme) -> str:
    """All that a theme says; the bytes of its logo are among the files shown, its path is no matter."""
    return repr(theme._replace(mark=theme.mark._replace(path="")) if theme.mark else theme)


def _defaults(spec_path: str) -> list[str]:
    settings = os.path.join(project.folder(spec_path), project.SETTINGS)
    return [*project.defaults(spec_path), *([project.shown(settings)] if os.path.lexists(settings) else [])]


def _themes(folder: str) -> list[str]:
    try:
        names = sorted(filter(project.is_spec, os.listdir(folder)))
    except OSError:  # mostly there is no such folder
        return []
    return [os.path.join(folder, name) for name in names]


def _faces(folder: str | None) -> str:
    """The user's faces by their bytes."""
    own = project.face_files(folder) if folder else []
    around = project.folder(folder) if folder else None
    named = ((os.path.relpath(path, folder).replace(os.sep, "/"), files.digest(path, around) or "") for path in own)
    return _hash(*(part for each in named for part in each)) if own else ""


@lru_cache(maxsize=64)
def _renderer(kind: str) -> str:
    """Our own code but that of other kinds, and the versions of the libraries that set, draw and compress.

    Not our version alone: who changes the code sees the pictures that it changes without a thought for numbers.
    """
    sources = list(_sources(_HERE, skip=_NOT_PAINTING | {_KINDS}))
    kinds = os.path.join(_HERE, _KINDS)
    folders = {name for name in os.listdir(kinds) if os.path.isdir(os.path.join(kinds, name))}
    sources += _sources(kinds, skip=folders)
    sources += _sources(os.path.join(kinds, kind), skip={_STARTER})
    parts = [part for path in sources for part in (os.path.relpath(path, _HERE).replace(os.sep, "/"), _text(path))]
    return _hash(*parts, *_versions(are_faces=False))


def _sources(folder: str, skip: set[str]) -> Iterator[str]:
    """The code and the tables below a folder, always in the same order."""
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        path = os.path.join(folder, name)
        if name in skip:
            continue
        if name.endswith((".py", ".yaml")):
            yield path
        elif os.path.isdir(path) and name != "__pycache__":
            yield from _sources(path, set())


def _text(path: str) -> bytes:
    return files.read(path, files.MOST_BYTES).replace(
        b"\r\n", b"\n"
    )  # git may have written a checkout with the line ends of Windows


@lru_cache(maxsize=2)
def _versions(are_faces: bool) -> tuple[str, ...]:
    """The packages of faces, or the libraries, each with its version."""
    found: dict[str, str] = {}
    for package in packages.installed():
        if are_faces:
            is_wanted = bool(packages.entry_points(package, packages.FACES))
        else:
            is_wanted = package.name in LIBRARIES
        if is_wanted:
            found.setdefault(package.name, package.version)
    return tuple(f"{name} {version}" for name, version in sorted(found.items()))


def _hash(*parts: str | bytes) -> str:
    """A hash of the parts; their lengths go with them, so that no two lists of parts are alike."""
    return files.digest_of(b"".join(_framed(parts)))[:_DIGITS]


def _framed(parts: Iterable[str | bytes]) -> Iterator[bytes]:
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        yield len(data).to_bytes(8, "big")
        yield data
