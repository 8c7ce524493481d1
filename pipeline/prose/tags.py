"""Language tags as they are written everywhere behind the spec: `DE` is `de`, `pt_BR` is `pt-BR`."""

from __future__ import annotations


def normal(tag: str) -> str:
    """The tag with hyphens and in the customary case: RFC 5646, 2.1.1."""
    language, *parts = tag.strip().replace("_", "-").split("-")
    return "-".join([language.lower(), *map(_in_case, parts)])


def _in_case(part: str) -> str:
    """A script has a capital, a country capitals, anything else none."""
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()
