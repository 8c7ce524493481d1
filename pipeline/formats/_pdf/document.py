"""The document around the pages: its structure for those who cannot see it, bookmarks, metadata, and what it carries.

Catalog -- Pages -- Page                    one a scene, its boxes all alike
        -- StructTreeRoot -- Document -- Figure    one a page, with alt text, box and language
        -- Outlines                         one a title, where there are several pages
        -- Names -- EmbeddedFiles           the spec of each page
        -- Metadata                         title, alt text, description, language
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

import pydyf

from pipeline.formats import Label
from pipeline.formats._numbers import number
from pipeline.formats._pdf import PT_PER_PX, SPEC, WITHOUT, WITHOUT_KEY, syntax
from pipeline.formats._xmp import packet
from pipeline.geometry import Affine, Size

VERSION = b"1.7"
_MCID = 0  # all of a page is one piece of content
_BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")


class Page(NamedTuple):
    """A page that is drawn: its operators, its size in layout px of `scale` px, what it says, its bookmark."""

    content: str
    size: Size
    scale: float
    label: Label
    bookmark: str


def written(pdf: Any, resources: Any, pages: Sequence[Page], label: Label) -> bytes:
    """The file; the resources of its pages are part of it already."""
    made = [_page(pdf, resources, page, number) for number, page in enumerate(pages)]
    pdf.catalog.update(
        {
            "Lang": syntax.text(label.lang or "en"),
            "MarkInfo": "<</Marked true>>",
            "StructTreeRoot": _structure(pdf, made, pages),
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "Metadata": _metadata(pdf, label),
        }
    )
    _bookmark(pdf, made, pages)
    _carry(pdf, pages)
    said = {"Title": label.title, "Subject": label.alt, "Creator": label.software, "Producer": label.software}
    pdf.info.update({key: syntax.text(value) for key, value in said.items() if value})
    file = BytesIO()
    pdf.write(file, version=VERSION)
    return file.getvalue()


def _page(pdf: Any, resources: Any, page: Page, order: int) -> Any:
    """A page on which a scene stands as in CSS: from the top left corner, in px."""
    width, height = (side * page.scale * PT_PER_PX for side in page.size)
    move = syntax.moved(Affine(page.scale * PT_PER_PX, 0, 0, -page.scale * PT_PER_PX, 0, height))
    content = syntax.stream(f"/Figure <</MCID {_MCID}>> BDC\nq\n{move}\n{page.content}\nQ\nEMC\n".encode())
    pdf.add_object(content)
    box = f"[0 0 {number(width, 4)} {number(height, 4)}]"
    made = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            **dict.fromkeys(_BOXES, box),
            "Contents": content.reference,
            "Resources": resources.reference,
            "Group": "<</S /Transparency/CS /DeviceRGB>>",
            "StructParents": order,
            "Tabs": "/S",
        }
    )
    pdf.add_page(made)
    return made


def _structure(pdf: Any, made: Sequence[Any], pages: Sequence[Page]) -> bytes:
    """The tree of what the pages mean: PDF 32000-1, 14.7."""
    root, whole = pydyf.Dictionary({"Type": "/StructTreeRoot"}), pydyf.Dictionary()
    pdf.add_object(root)
    pdf.add_object(whole)
    figures = [_figure(pdf, whole, at, page) for at, page in zip(made, pages, strict=True)]
    whole.update(
        {
            "Type": "/StructElem",
            "S": "/Document",
            "P": root.reference,
            "K": syntax.array(*(figure.reference for figure in figures)),
        }
    )
    parents = " ".join(f"{order} [{figure.reference.decode()}]" for order, figure in enumerate(figures))
    root.update(
        {
            "K": syntax.array(whole.reference),
            "ParentTree": f"<</Nums [{parents}]>>",
            "ParentTreeNextKey": len(figures),
        }
    )
    return bytes(root.reference)


def _figure(pdf: Any, parent: Any, at: Any, page: Page) -> Any:
    label = page.label
    figure = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/Figure",
            "P": parent.reference,
            "Pg": at.reference,
            "K": _MCID,
            "Alt": syntax.text(label.alt),
            "A": f"<</O /Layout/Placement /Block/BBox {at['MediaBox']}>>",
        }
    )
    figure.update({"T": syntax.text(label.title)} if label.title else {})
    figure.update({"Lang": syntax.text(label.lang)} if label.lang else {})
    pdf.add_object(figure)
    return figure


def _metadata(pdf: Any, label: Label) -> bytes:
    """Not compressed, so that programs that know no PDF find it: PDF 32000-1, 14.3.2."""
    made = pydyf.Stream([packet(label)], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(made)
    return bytes(made.reference)


def _bookmark(pdf: Any, made: Sequence[Any], pages: Sequence[Page]) -> None:
    """A list of the titles, where there is more than one page: PDF 32000-1, 12.3.3."""
    named = [(at, page.bookmark) for at, page in zip(made, pages, strict=True) if page.bookmark]
    if len(pages) < 2 or not named:
        return
    outline = pydyf.Dictionary({"Type": "/Outlines", "Count": len(named)})
    pdf.add_object(outline)
    entries = [pydyf.Dictionary({"Title": syntax.text(title), "Parent": outline.reference}) for _, title in named]
    for entry in entries:
        pdf.add_object(entry)
    for entry, (at, _) in zip(entries, named, strict=True):
        entry["Dest"] = syntax.array(at.reference, "/Fit")
    for entry, after in pairwise(entries):
        entry["Next"], after["Prev"] = after.reference, entry.reference
    outline.update({"First": entries[0].reference, "Last": entries[-1].reference})
    pdf.catalog.update({"Outlines": outline.reference, "PageMode": "/UseOutlines"})


def _carry(pdf: Any, pages: Sequence[Page]) -> None:
    """The specs as files within the file, each once: PDF 32000-1, 7.11.4."""
    carried = [extra for extra in dict.fromkeys(page.label.extra for page in pages) if dict(extra).get(SPEC)]
    if not carried:
        return
    files = [_file(pdf, f"spec-{order:03}.yaml", dict(extra)) for order, extra in enumerate(carried, 1)]
    names = " ".join(f"(spec-{order:03}) {file.decode()}" for order, file in enumerate(files, 1))
    pdf.catalog.update({"Names": f"<</EmbeddedFiles <</Names [{names}]>>>>", "AF": syntax.array(*files)})


def _file(pdf: Any, name: str, extra: dict[str, str]) -> bytes:
    data = extra[SPEC].encode("utf-8", "replace")
    keys = {"Type": "/EmbeddedFile", "Subtype": "/application#2Fyaml", "Params": f"<</Size {len(data)}>>"}
    held = syntax.stream(data, keys)
    pdf.add_object(held)
    made = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": syntax.text(name),
            "UF": syntax.text(name),
            "Desc": syntax.text("the spec that this was made of"),
            "AFRelationship": "/Source",
            "EF": f"<</F {held.reference.decode()}>>",
        }
    )
    made.update({WITHOUT_KEY: syntax.text(extra[WITHOUT])} if extra.get(WITHOUT) else {})
    pdf.add_object(made)
    return bytes(made.reference)
