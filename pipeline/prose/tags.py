"""Language tags as they are written everywhere behind the spec, `pt_BR` as `pt-BR`, and which way a language runs."""

from __future__ import annotations

from typing import Literal

# Languages and scripts that run from right to left: Unicode CLDR 45, likely subtags and script metadata.
_LEFTWARDS = frozenset("ar ary arz fa prs he iw ur yi ps sd ug dv ckb ks syr nqo mzn glk lrc skr pnb".split())  # noqa: SIM905
_LEFTWARDS_SCRIPTS = frozenset(("Arab", "Aran", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"))
_SAY_NOTHING = ("en", "und", "mul", "mis", "zxx")  # English is what a spec has that names no language


def direction(tag: str) -> Literal["ltr", "rtl", ""]:
    """The way that a language runs; "" for a tag that does not say it."""
    language, *parts = tag.split("-")
    script = next((part for part in parts if len(part) == 4 and part.isalpha()), "")
    if script in _LEFTWARDS_SCRIPTS or (language in _LEFTWARDS and not script):
        return "rtl"
    return "" if tag in _SAY_NOTHING else "ltr"


def normal(tag: str) -> str:
    """The tag with hyphens and in the customary case: RFC 5646, 2.1.1."""
    language, *parts = tag.strip().replace("_", "-").split("-")
    return "-".join([language.lower(), *map(_in_case, parts)])


def _in_case(part: str) -> str:
    """A script has a capital, a country capitals, anything else none."""
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()
