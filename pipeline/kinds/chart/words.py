"""The chart's own words, by language."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """`{n}` stands for a number."""

    other: str
    hidden: str
    unnamed: str
    empty: str
    total: str


_WORDS = {
    "en": Words("Other ({n})", "{n} more not shown", "{n} more in grey", "No data yet", "total"),
    "de": Words("Andere ({n})", "{n} weitere nicht gezeigt", "{n} weitere in Grau", "Noch keine Daten", "gesamt"),
    "fr": Words("Autres ({n})", "{n} autres non affichés", "{n} autres en gris", "Pas encore de données", "total"),
    "es": Words("Otros ({n})", "{n} más sin mostrar", "{n} más en gris", "Aún sin datos", "total"),
}


def words(lang: str) -> Words:
    """The words of a language, or the English ones."""
    return _WORDS.get(lang.partition("-")[0], _WORDS["en"])
