"""What texts are made of: sentences, plurals, quotation marks, language tags, and words that can be compared."""

from pipeline.prose.folding import plain
from pipeline.prose.plurals import counted, plural
from pipeline.prose.quotation import INSIDE, NARROW_SPACE, Marks, quotation_marks, quoted
from pipeline.prose.sentences import (
    CLOSING,
    FULL_STOPS,
    MOST_ALT,
    STOPS,
    WIDE_STOPS,
    capital,
    ended,
    fitted,
    joined,
    one_line,
    shortened,
    unended,
)
from pipeline.prose.tags import normal as normal_tag

__all__ = [
    "CLOSING",
    "FULL_STOPS",
    "INSIDE",
    "MOST_ALT",
    "NARROW_SPACE",
    "STOPS",
    "WIDE_STOPS",
    "Marks",
    "capital",
    "counted",
    "ended",
    "fitted",
    "joined",
    "normal_tag",
    "one_line",
    "plain",
    "plural",
    "quotation_marks",
    "quoted",
    "shortened",
    "unended",
]
