"""What a picture says of itself, in the two ways that JPEG, WebP and AVIF carry it: XMP and Exif."""

from __future__ import annotations

from typing import Any

from PIL import Image
from PIL.ExifTags import IFD, Base
from PIL.TiffImagePlugin import IFDRational

from pipeline.formats import Label

PX_PER_INCH = 96  # at scale 1 a layout px is a CSS px, 1/96 inch (CSS Values and Units 4, 6.2)

_INCH = 2  # ResolutionUnit: Exif 3.0, 4.6.5.1
_SRGB = 1  # ColorSpace: Exif 3.0, 4.6.6.2
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_NOT_XML = dict.fromkeys([*(code for code in range(32) if code not in (9, 10, 13)), 0xFFFE, 0xFFFF])  # XML 1.0, 2.2

TITLE = "dc:title"
# IPTC Photo Metadata Standard 2021.1, "Alt Text (Accessibility)" and "Extended Description (Accessibility)".
_ALT, EXTENDED = "Iptc4xmpCore:AltTextAccessibility", "Iptc4xmpCore:ExtDescrAccessibility"
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def packed(label: Label, scale: float) -> dict[str, Any]:
    """What Pillow is to write into a file beside the pixels; `extra` texts have no place there."""
    return {"exif": _exif(label, scale), "xmp": _xmp(label)}


def _xmp(label: Label) -> bytes:
    """An XMP packet in UTF-8 with title, alt text, description and software; texts that are empty are left out."""
    named = ((TITLE, label.title), ("dc:description", label.alt), (_ALT, label.alt), (EXTENDED, label.description))
    properties = [_alternative(name, text) for name, text in named if text]
    properties.append(f"<xmp:CreatorTool>{_escaped(label.software)}</xmp:CreatorTool>")
    return _PACKET.format(properties="\n".join(properties)).encode("utf-8", "replace")


def said(packet: bytes, name: str) -> str:
    """The text of a property in a packet of ours, "" where it has none."""
    opening, closing = f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">', "</rdf:li>"
    text = packet.decode("utf-8", "replace").partition(opening)[2].partition(closing)[0]
    for code, escape in reversed(_ESCAPES.items()):  # the ampersand's last: it stands in the others
        text = text.replace(escape, chr(code))
    return text


def _exif(label: Label, scale: float) -> bytes:
    """Exif with the alt text as the picture's description, its density and its colour space.

    The texts are UTF-8, as the Metadata Working Group's guidelines 2.0 ask for where Exif says ASCII.
    """
    tags = Image.Exif()
    if label.alt:
        tags[Base.ImageDescription] = _utf8(label.alt)
    tags[Base.Software] = _utf8(label.software)
    tags[Base.XResolution] = tags[Base.YResolution] = IFDRational(round(PX_PER_INCH * scale))
    tags[Base.ResolutionUnit] = _INCH
    tags.get_ifd(IFD.Exif)[Base.ColorSpace] = _SRGB
    return tags.tobytes()


def _alternative(name: str, text: str) -> str:
    """A property that could be given in several languages, in the one that we have."""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt></{name}>'


def _escaped(text: str) -> str:
    return text.translate(_NOT_XML).translate(_ESCAPES)


def _utf8(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-8", "replace")
