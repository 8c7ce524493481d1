"""A big number's figure and caption: those that the wish says, else a share that its section tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import quoted
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import without_stop
from pipeline.prose import ended
from pipeline.reading.amounts import amount, are_alike
from pipeline.reading.counts import COUNT, count

MAX_FIGURE, MAX_CAPTION, MAX_EYEBROW, LEAST, MOST = 20, 240, 80, 2, 1_000_000
_PERCENT = r"%|per ?cent\b|Prozent\b|pour ?cent\b|por ciento\b"
_FIGURE = re.compile(
    rf"(?P<figure>(?:(?:CHF|EUR|USD)\s|[€$£₹])?\d(?:[\d.,’']*\d)?(?:\s?[€£])?)(?:\s?(?P<percent>{_PERCENT}))?"
    r"\s+(?P<caption>[^\W\d_].*)",
    re.IGNORECASE | re.DOTALL,
)
_SHARE = re.compile(
    rf"(?P<figure>\d(?:[\d.,]*\d)?)\s?(?P<percent>{_PERCENT})"
    r"\s+(?P<caption>(?:of|der|des|aller|von|de los)\s[^.!?]+)",
    re.IGNORECASE,
)
_OF = re.compile(rf"\b{COUNT}\s+(?:out of|of|von|sur|de)\s+(?:the\s+|den\s+)?{COUNT}\b", re.IGNORECASE)
_AMOUNT = r"([€$£₹]?\d[\d.,’']*(?:\s?%|\s[^\W\d_]+)?)"
_CHANGE = re.compile(rf"\b(?:from|von|de)\s+{_AMOUNT}\s+(?:to|auf|à|a)\s+{_AMOUNT}", re.IGNORECASE)


def fill(material: Material) -> Keys:
    """`eyebrow`, `figure` and `caption`, with `of` or `change` where the wish says them."""
    keys: Keys = {"eyebrow": material.heading} if 0 < len(material.heading) <= MAX_EYEBROW else {}
    told = _told(material)
    own, in_section = _FIGURE.search(told), _SHARE.search(material.prose)
    change = _CHANGE.search(told)
    if own and change and change.start() <= own.start() < change.end():  # `from 31 to 9 days`
        behind = told[change.end() :].strip(" ,;:–—-()")
        caption = (
            fitted(ended(without_stop(behind), "{text}."), MAX_CAPTION) if behind else Noted("…", "what it counts")
        )
        keys |= {"figure": change[2].strip(), "caption": caption}
    elif own:
        keys |= _said(own, told)
    elif in_section:
        keys |= _said(in_section, material.prose)
        keys["figure"] = Noted(keys["figure"], "is this the figure that was meant? It is the section's first share")
    else:
        keys |= {"figure": Noted("…", "the figure; the wish says none"), "caption": Noted("…", "what it counts")}
    return keys | (_change(told) or _of(told)) | {"source": Hint("where the figure is from: `source: ...`")}


def _told(material: Material) -> str:
    """What the wish says the figure is: behind its colon or in quotation marks, else all of it."""
    parts: Sequence[str] = [*quoted(material.wish), material.wish.partition(":")[2], material.wish]
    return next((part.strip() for part in parts if _FIGURE.search(part)), material.wish)


def _said(found: re.Match[str], text: str) -> Keys:
    """Figure and caption; what the wish says of count or change behind them is no part of the caption."""
    figure = found["figure"] + ("%" if found["percent"] else "")
    start, end = found.span("caption")
    behind = [each.start() for pattern in (_OF, _CHANGE) if (each := pattern.search(text, start))]
    caption = without_stop(text[start : min([end, *behind])].rstrip(" ,;:–—-("))
    long = len(figure) > MAX_FIGURE
    value: Value = Noted("…", f"a shorter figure; the article says {figure}") if long else figure
    return {"figure": value, "caption": fitted(ended(caption, "{text}.") if caption else "…", MAX_CAPTION)}


def _of(text: str) -> Keys:
    found = _OF.search(text)
    counted, total = (_whole(found[1]), _whole(found[2])) if found else (None, None)
    if counted is None or total is None or not LEAST <= total <= MOST or counted > total:
        return {}
    return {"of": {"count": counted, "total": total}}


def _whole(written: str) -> int | None:
    digits = re.sub(r"[,.\u202f]", "", written)
    return int(digits) if digits.isdecimal() else count(written)


def _change(text: str) -> Keys:
    """Two values of one unit; the first may leave that to the second, as in `from 31 to 9 days`."""
    found = _CHANGE.search(text)
    old, new = (amount(found[1]), amount(found[2])) if found else (None, None)
    if not found or not old or not new:
        return {}
    before = found[1].strip()
    if new.counted and not old.counted and not old.form.unit:
        before = f"{before} {new.counted}"
    elif not are_alike(old, new):
        return {}
    return {"change": {"from": before, "to": found[2].strip()}}
