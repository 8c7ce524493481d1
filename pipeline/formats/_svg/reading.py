"""Reading back: what an SVG of ours says of itself, once an XML parser has read all of it."""

from __future__ import annotations

from xml.etree import ElementTree

NAMESPACE = "http://www.w3.org/2000/svg"
OWN_NAMESPACE = "urn:article-visuals"
_SVG, _OWN = f"{{{NAMESPACE}}}", f"{{{OWN_NAMESPACE}}}"


def parsed(data: bytes) -> ElementTree.Element:
    """The root of a whole file; raises ValueError for what is no SVG, and for entities, which ours never have."""
    if b"<!" in data[:1000] or b"<!ENTITY" in data:
        raise ValueError("damaged: expected an SVG without declarations")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError) as error:  # of an encoding that is none
        raise ValueError(f"not an SVG file, or damaged: {error}") from error
    if root.tag != f"{_SVG}svg":
        raise ValueError("not an SVG file")
    return root


def size(root: ElementTree.Element) -> tuple[int, int]:
    """Width and height in px; raises ValueError where the file does not say them."""
    try:
        return int(root.get("width", "")), int(root.get("height", ""))
    except ValueError:
        raise ValueError("damaged: the SVG has no size") from None


def said(root: ElementTree.Element) -> tuple[str, str, str]:
    """Title, alt text and description, "" where it has none."""
    title, description = (root.findtext(f"{_SVG}{name}", "") for name in ("title", "desc"))
    return title, root.get("aria-label", ""), description


def carried(root: ElementTree.Element) -> dict[str, str]:
    """The texts in its metadata by keyword."""
    found = root.iterfind(f"{_SVG}metadata/{_OWN}own/{_OWN}text")
    return {each.get("name", ""): each.text or "" for each in found}
