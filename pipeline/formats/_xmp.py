"""XMP: what a picture says of itself, as JPEG, WebP, AVIF and PDF carry it."""

from __future__ import annotations

from pipeline.formats import Label

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_NOT_XML = dict.fromkeys([*(code for code in range(32) if code not in (9, 10, 13)), 0xFFFE, 0xFFFF])  # XML 1.0, 2.2

TITLE = "dc:title"
# IPTC Photo Metadata Standard 2021.1, "Alt Text (Accessibility)" and "Extended Description (Accessibility)".
ALT, EXTENDED = "Iptc4xmpCore:AltTextAccessibility", "Iptc4xmpCore:ExtDescrAccessibility"
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def packet(label: Label) -> bytes:
    """An XMP packet in UTF-8 with title, alt text, description and software; texts that are empty are left out."""
    named = ((TITLE, label.title), ("dc:description", label.alt), (ALT, label.alt), (EXTENDED, label.description))
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


def _alternative(name: str, text: str) -> str:
    """A property that could be given in several languages, in the one that we have."""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt></{name}>'


def _escaped(text: str) -> str:
    return text.translate(_NOT_XML).translate(_ESCAPES)
