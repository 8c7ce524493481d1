"""PDF: the scenes themselves, a page each, at their size in CSS px; texts that can be searched, copied and read aloud.

    elements, letters     the items of a page, back to front
    resources, faces      what pages share: states, gradients, pictures, the glyphs that are shown
    document              structure, bookmarks, metadata, and the specs that it carries

There are no times in it, and its streams are compressed by zlib-ng: the same scenes have the same bytes everywhere,
but for photos.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.formats import NOTHING, Encoded, Label, Sheet, Wish
from pipeline.formats._budget import Trials
from pipeline.formats._pdf import document
from pipeline.formats._pdf.elements import Drawer, operators
from pipeline.formats._pdf.faces import Faces
from pipeline.formats._pdf.letters import Letters
from pipeline.formats._pdf.resources import Resources
from pipeline.formats._runs import reading_order
from pipeline.geometry import Rect
from pipeline.notes import Note
from pipeline.prose.tags import direction
from pipeline.scene import Scene, runs


def draw(scene: Scene, label: Label, scale: float = 1, wish: Wish = NOTHING, dark: Scene | None = None) -> Encoded:
    """A document of one page, at `scale` CSS px for each layout px; paper knows no dark pages.

    Raises FitError when it is too heavy, AssetError when a picture in it cannot be read.
    """
    return bind([Sheet(scene, label, scale)], label, wish)


def bind(sheets: Sequence[Sheet], label: Label, wish: Wish = NOTHING) -> Encoded:
    """A document of several pages, of which `label` says what all of them are; raises what `draw` does."""
    import pydyf

    pdf = pydyf.PDF()
    resources = Resources(pdf)
    faces = Faces(resources, (run for sheet in sheets for run in runs(sheet.scene.items)))
    letters = Letters(resources, faces)
    pages = [_page(resources, letters, sheet) for sheet in sheets]
    faces.finish()
    data = document.written(pdf, resources.dictionary, pages, label)
    encoded = Encoded(data, "text", tuple(_notes(faces)))
    trials = Trials("pdf", wish)
    if trials.fits(encoded):
        return encoded
    raise trials.failure()


def _page(resources: Resources, letters: Letters, sheet: Sheet) -> document.Page:
    width, height = sheet.scene.size
    is_mirrored = direction(sheet.label.lang) == "rtl"
    drawer = Drawer(resources, letters, Rect(0, 0, width, height), is_mirrored, reading_order(sheet.fields))
    content = "\n".join(filter(None, operators(drawer, sheet.scene.items)))
    return document.Page(content, sheet.scene.size, sheet.scale, sheet.label, sheet.bookmark)


def _notes(faces: Faces) -> Iterator[Note]:
    """The faces whose letters could not travel."""
    for face, reason in faces.refused.items():
        fact = f"{face.name} is not embedded in the PDF, {reason}: its texts are drawn as outlines"
        yield Note("faces", f"{fact}; choose another face, or `accept: [faces]` says that you know")
