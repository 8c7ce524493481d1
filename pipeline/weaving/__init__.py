"""Put figures in place of an article's wishes, and take them out again without a trace.

article --weaver.read--> Text --wanted--> a Figure for each wish --weave--> the same article with its figures
                                                                 --page---> a page of HTML
woven article --marks.restore--> the article as it was, byte for byte
"""

from __future__ import annotations

from pipeline.weaving.figures import Figure, figure
from pipeline.weaving.shelf import Shelf
from pipeline.weaving.weaver import Text, Wanted, orphans, read, wanted, weave

__all__ = ["Figure", "Shelf", "Text", "Wanted", "figure", "orphans", "read", "wanted", "weave"]
