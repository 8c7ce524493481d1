"""What texts are made of: sentences, plurals, quotation marks, language tags, and words that can be compared."""

from pipeline.prose.addresses import addresses, places_in_address
from pipeline.prose.folding import plain, plain_lines
from pipeline.prose.plurals import counted, plural
from pipeline.prose.punctuation import APOSTROPHE, apostrophes, curved, punctuated
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
from pipeline.prose.tags import direction
from pipeline.prose.tags import normal as normal_tag

__all__ = [
    "APOSTROPHE",
    "CLOSING",
    "FULL_STOPS",
    "INSIDE",
    "MOST_ALT",
    "NARROW_SPACE",
    "STOPS",
    "WIDE_STOPS",
    "Marks",
    "addresses",
    "apostrophes",
    "capital",
    "counted",
    "curved",
    "direction",
    "ended",
    "fitted",
    "joined",
    "normal_tag",
    "one_line",
    "places_in_address",
    "plain",
    "plain_lines",
    "plural",
    "punctuated",
    "quotation_marks",
    "quoted",
    "shortened",
    "unended",
]
