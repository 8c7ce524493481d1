"""Read an article: its lines, its sections, and the wishes its author left for pictures.

bytes --read--> Article: front matter, sections of plain blocks, wishes with the bytes they take
"""

from __future__ import annotations

from pipeline.article.comments import Comment, comments
from pipeline.article.labels import without_code
from pipeline.article.model import Article, Block, Section, Stray, Wish
from pipeline.article.reading import (
    BYTE_ORDER_MARK,
    Listing,
    head_lines,
    is_article,
    listed,
    names_in,
    parse,
    read,
    read_bytes,
)
from pipeline.reading.markdown import plain

__all__ = [
    "BYTE_ORDER_MARK",
    "Article",
    "Block",
    "Comment",
    "Listing",
    "Section",
    "Stray",
    "Wish",
    "comments",
    "head_lines",
    "is_article",
    "listed",
    "names_in",
    "parse",
    "plain",
    "read",
    "read_bytes",
    "without_code",
]
