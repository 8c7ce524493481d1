"""Words -> the name of a spec: short, lower case, safe in a file name and in an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MAX_WORDS, MAX_LENGTH = 5, 48  # 48 characters of any script stay below 255 bytes, the longest name of a disk
EMPTY = "visual"
_SMALL_WORDS = (
    "a an and are as at by for from in into is it its like of on or some that the their this to with your "
    "auf aus bei das dem den der des die am ein eine einem einen einer eines für im ist mit oder und von vom wie zu "
    "zum zur suggested visual image figure picture showing shows bild"
)


def slug(text: str) -> str:
    """The first words that matter, joined by hyphens: `checklist-areas-improvement-based-interview`."""
    words = re.findall(r"[^\W_]+", folded(text))
    left_out = _SMALL_WORDS.split()
    telling = [word for word in words if word not in left_out and not _is_letter(word)] or words
    telling = telling[:MAX_WORDS]
    while len("-".join(telling)) > MAX_LENGTH and len(telling) > 1:
        telling.pop()
    return "-".join(telling)[:MAX_LENGTH] or EMPTY


def _is_letter(word: str) -> bool:
    """Whether a word is one Latin letter, as the `e` of `E-Mail`."""
    return len(word) == 1 and word.isascii() and word.isalpha()


def distinct(slugs: Iterable[str]) -> list[str]:
    """The slugs, each second one alike with `-2`, each third with `-3`."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    keys = []
    for each in slugs:
        key, number = each, last.get(each, 1)
        while key in taken:
            number += 1
            key = f"{each}-{number}"
        taken.add(key)
        last[each] = number
        keys.append(key)
    return keys


def folded(text: str) -> str:
    """Lower case, without accents where the bare letter is Latin (`über` is `uber`, `straße` is `strasse`)."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    bare = "".join(mark for mark in apart if not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", bare)
