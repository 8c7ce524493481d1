"""What the head of a page says of it to networks and messengers: the tags of Open Graph, and X's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from html.parser import HTMLParser

from pipeline.plugins.cards import Card
from pipeline.plugins.words import PageWords
from pipeline.prose import one_line

IMAGE = "og:image"
_HEAD_ENDS = re.compile(r"</head\s*>", re.IGNORECASE)


class _Head(HTMLParser):
    """Collects the names of the tags in a head; `has_ended` once it was left, not where a script only mentions that."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.has_ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self.names |= {(value or "").lower() for name, value in attrs if name in ("property", "name")}

    def handle_endtag(self, tag: str) -> None:
        self.has_ended = self.has_ended or tag == "head"


def tags(words: PageWords, url: str, card: Card | None = None, card_url: str = "") -> dict[str, str]:
    """The tags of a page by their names, those that would say nothing left out."""
    found = {
        "og:type": "website",
        "og:site_name": words.site,
        "og:title": words.title or words.site,
        "og:description": words.description,
        "og:url": url,
    }
    if card:
        found |= {
            IMAGE: card_url,
            "og:image:type": "image/png",
            "og:image:width": str(card.width),
            "og:image:height": str(card.height),
            "og:image:alt": card.alt,
            "twitter:card": "summary_large_image",
        }
    return {name: one_line(text) for name, text in found.items() if text.strip()}


def missing(head: str, wanted: Mapping[str, str]) -> str:
    """Those of the wanted tags that a head does not have; where it has a picture of its own, none of ours."""
    parser = _Head()
    parser.feed(head)
    return _written(wanted, parser.names)


def inserted(html: str, wanted: Mapping[str, str]) -> str:
    """A page with those of the wanted tags at the end of its head that it does not have; without a head as it is."""
    parser, at = _Head(), 0
    for end in _HEAD_ENDS.finditer(html):
        parser.feed(html[at : end.end()])
        at = end.end()
        if parser.has_ended:
            return f"{html[: end.start()]}{_written(wanted, parser.names)}{html[end.start() :]}"
    return html


def _written(wanted: Mapping[str, str], there: set[str]) -> str:
    return "".join(f"{line}\n" for line in _lines(wanted, there))


def _lines(wanted: Mapping[str, str], there: set[str]) -> Iterator[str]:
    for name, text in wanted.items():
        if name in there or (IMAGE in there and name.startswith(IMAGE)):
            continue
        attribute = "property" if name.startswith("og:") else "name"
        yield f'<meta {attribute}="{name}" content="{escape(text)}">'
