"""The grammar that alt texts and descriptions share: sentences, lists, counts, quotation marks, by language."""

from pipeline.prose.quotation import INSIDE, NARROW_SPACE, Marks, quotation_marks, quoted
from pipeline.prose.sentences import MOST_ALT, STOPS, capital, ended, fitted, joined, one_line, shortened
from pipeline.prose.tags import normal as normal_tag

__all__ = [
    "INSIDE",
    "MOST_ALT",
    "NARROW_SPACE",
    "STOPS",
    "Marks",
    "capital",
    "ended",
    "fitted",
    "joined",
    "normal_tag",
    "one_line",
    "quotation_marks",
    "quoted",
    "shortened",
]
