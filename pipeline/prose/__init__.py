"""The grammar that alt texts and descriptions share: sentences, lists, counts, quotation marks, by language."""

from pipeline.prose.addresses import addresses, places_in_address
from pipeline.prose.grammar import chosen
from pipeline.prose.punctuation import APOSTROPHE, apostrophes, curved, punctuated
from pipeline.prose.quotation import INSIDE, NARROW_SPACE, Marks, quotation_marks, quoted
from pipeline.prose.sentences import MOST_ALT, STOPS, capital, ended, fitted, joined, one_line, shortened
from pipeline.prose.tags import direction
from pipeline.prose.tags import normal as normal_tag

__all__ = [
    "APOSTROPHE",
    "INSIDE",
    "MOST_ALT",
    "NARROW_SPACE",
    "STOPS",
    "Marks",
    "addresses",
    "apostrophes",
    "capital",
    "chosen",
    "curved",
    "direction",
    "ended",
    "fitted",
    "joined",
    "normal_tag",
    "one_line",
    "places_in_address",
    "punctuated",
    "quotation_marks",
    "quoted",
    "shortened",
]
