"""The press: specs read and pictures made, in a process of its own, where all that was read before is still at hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline import files, project, rendering
from pipeline.beside import locate
from pipeline.build.keys import Disk, Ground, key
from pipeline.content import FilePath
from pipeline.errors import PipelineError, Problem, SpecError, internal
from pipeline.rendering import Job, Visual
from pipeline.studio import fields, menus
from pipeline.studio.sheets import Made, Page, Sheet, Shot, Text

if TYPE_CHECKING:
    from pipeline.rendering import Rendered
    from pipeline.sizes import PictureSize

QUICK = {"optimize": "fast", "budget": "99 MB"}  # what is looked at while one edits is not waited for
FORMAT = "png"
FACES = (("display", "400"), ("display", "600"), ("text", "400"), ("text", "600"))
LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x2190, 0x2192, 0x20AC)))


class Press:
    """The specs that were read, each as it was when it was last right."""

    def __init__(self) -> None:
        self._visuals: dict[str, Visual] = {}

    def read(self, path: str) -> Sheet:
        """What a spec calls for now, or what is wrong in it."""
        name = os.path.splitext(os.path.basename(path))[0]
        digest = files.digest(path, project.folder(path)) or ""
        known = tuple(map(os.path.realpath, Disk().beside(path)))
        try:
            visual = rendering.load(path)
            shots = tuple(_shots(visual))
            choices = tuple(menus.of_spec(visual))
        except Exception as error:
            return Sheet(path, name, digest, problems=_problems(error, path), reads=known)
        self._visuals[path] = visual
        read = {os.path.realpath(each) for each in (*known, *dict(visual.digests), *_shown(visual))}
        return Sheet(path, name, digest, visual.kind.name, (), shots, choices, tuple(sorted(read)))

    def make(self, path: str, size: str, theme: str) -> Made:
        """A picture of a spec as it was when it was last right, or why it cannot be made."""
        try:
            visual = self._visuals.get(path) or rendering.load(path)
            pages = rendering.render_pages(_quick(visual), size, theme, 1, FORMAT)
            return Made(tuple(_page(visual, rendered) for rendered in pages))
        except Exception as error:
            return Made(problems=_problems(error, f"{path} ({size}, {theme})"))

    def written(self, path: str, field: str) -> dict[str, Any]:
        """The text of a field as its author wrote it, the digest of its file, and the menus that go with it."""
        digest = files.digest(path, project.folder(path)) or ""
        visual = rendering.load(path)
        node = fields.node(visual.node, field)
        place = visual.node.at(field)
        text = node.text if node and not isinstance(node.value, (dict, tuple)) else ""
        beside = [menu._asdict() for menu in menus.beside(visual, field)]
        return {"text": text.rstrip("\n"), "digest": digest, "menus": beside, "line": place.line}

    def file(self, path: str, size: str, theme: str, format_name: str, scale: int, page: int) -> tuple[bytes, str]:
        """A page of a picture as the file that `visuals render` writes, and its name; raises what `render` does."""
        from pipeline.build import picture_name

        visual = rendering.load(path)
        pages = list(rendering.render_pages(visual, size, theme, scale, format_name))
        if not 1 <= page <= len(pages):
            raise SpecError(Problem(f"{path}: expected page 1 to {len(pages)}, found {page}"))
        name = picture_name(visual, pages[0].size.name, theme, scale, pages[0].format_name)
        return pages[page - 1].data, rendering.page_path(name, page, len(pages))

    def articles(self) -> list[dict[str, Any]]:
        """The articles of the project."""
        from pipeline.studio import article_pages

        return article_pages.of_project()

    def article(self, path: str, address: str) -> tuple[str, list[dict[str, Any]]]:
        """An article as a page, its wishes; `address` begins those of its pictures."""
        from urllib.parse import quote

        from pipeline.studio import article_pages

        return article_pages.shown(path, lambda picture: address + quote(picture, safe=""))

    def face(self, name: str) -> bytes | None:
        """A face of the page, such as `display-600`: the letters of most languages that are written in Latin ones."""
        from pipeline.theme import load
        from pipeline.typography.subsetting import subset

        role, _, weight = name.partition("-")
        if (role, weight) not in FACES:
            return None
        found = subset(getattr(load("paper").faces, role), int(weight), False, LETTERS)
        return found[1] if found else None


def _shots(visual: Visual) -> Iterator[Shot]:
    ground = Ground(_faces(visual.path), "")  # our own code is what it was when this process began
    shown = dict(visual.digests) | {path: files.digest(path) or "" for path in _shown(visual)}
    for size in dict.fromkeys(_size(each).name for each in visual.spec.sizes):
        page = _size(size)
        hidden = (page.hidden_top, page.hidden_right, page.hidden_bottom, page.hidden_left)
        for theme in dict.fromkeys(visual.shelf.load(each).name for each in visual.spec.themes):
            job = Job(visual, size, theme, 1, "", FORMAT)
            yield Shot(size, theme, key(job, ground, shown), page.width, page.height, hidden)


def _faces(spec_path: str) -> str:
    """What tells whether a face of the project changed: names, times and bytes of their files."""
    folder = project.fonts(spec_path)
    return repr([(path, *_state(path)) for path in (project.face_files(folder) if folder else ())])


def _state(path: str) -> tuple[int, int]:
    """When a file was changed, and its bytes; zeros for one that is being replaced."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def _quick(visual: Visual) -> Visual:
    """The same, made quickly, whatever its file weighs."""
    spec = visual.spec
    written = {name: getattr(spec, name) for name in spec.__struct_fields__}
    return visual._replace(spec=type(spec)(**(written | QUICK)))


def _size(name: str) -> PictureSize:
    from pipeline.sizes import parse

    return parse(name)


def _problems(error: Exception, about: str) -> tuple[Problem, ...]:
    return (error if isinstance(error, PipelineError) else internal(error, about)).problems


def _shown(visual: Visual) -> list[str]:
    """The paths of the picture files that pictures of a spec show: its own, and the logos of its themes."""
    logos = (visual.shelf.load(theme).mark for theme in visual.spec.themes)
    own = (locate(visual.path, name, "") for name in _named(visual.content))
    return sorted({*own, *(logo.path for logo in logos if logo)})


def _named(content: Any) -> Iterator[str]:
    if isinstance(content, FilePath):
        if content:
            yield content
    elif isinstance(content, tuple):
        for each in content:
            yield from _named(each)


def _page(visual: Visual, rendered: Rendered) -> Page:
    notes = tuple(note.keys() for note in rendered.notes)
    texts = tuple(_texts(visual, rendered, rendered.size))
    said = rendered.alt, rendered.description, notes, texts
    return Page(rendered.data, rendered.width, rendered.height, *said)


def _texts(visual: Visual, rendered: Rendered, size: PictureSize) -> Iterator[Text]:
    from pipeline import legibility

    for seen in legibility.seen(rendered.scene, size.safe):
        field = seen.spot.role if seen.spot.role != "-" else ""
        contrast = seen.contrast.ratio if seen.contrast else None
        least = seen.contrast.least if seen.contrast else 0.0
        box = tuple(round(each, 1) for each in seen.box)
        place, edits = fields.place(visual, field), fields.editable(visual, field)
        yield Text(field, seen.spot.text, box, seen.spot.size, contrast, least, seen.is_hidden, place, edits)
