"""What a page card says to those who cannot see it: title and description, and all of it."""

from __future__ import annotations

from pipeline.kinds.page_card.content import Content
from pipeline.prose import fitted, joined
from pipeline.typography import markup


def alt(content: Content) -> str:
    """The title, and what the page is about; long ones are cut."""
    return fitted(lambda *texts: _sentences(content, *texts), *_words(content))


def description(content: Content) -> str:
    """The whole card, from its top down."""
    listed = content.language.with_commas
    above, below = (listed(*(leaf.text for leaf in line)) for line in (content.eyebrow, content.byline))
    return _sentences(content, above, *_words(content), below)


def _words(content: Content) -> tuple[str, str]:
    return content.name, markup.plain(content.description.text)


def _sentences(content: Content, *texts: str) -> str:
    return joined(content.language.ended(text) if text else "" for text in texts)
