"""The card's own words by language, and how dates are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.kinds.feedback_checklist.spec import Labels


class Words(NamedTuple):
    """The words of one language; `{n}` and `{all}` stand for numbers. `months` is empty where dates stay as written."""

    done: str
    doing: str
    todo: str
    partial: str
    na: str
    low: str
    medium: str
    high: str
    of: str
    more: str
    hidden: str
    continued: str
    empty: str
    all_done: str
    date: str = "{day} {month}"
    months: tuple[str, ...] = ()

    def counted(self, done: int, of: int) -> str:
        """So many of all are done."""
        return self.of.replace("{n}", str(done)).replace("{all}", str(of))


_LANGUAGES = {
    "en": Words(
        "done", "in progress", "to do", "partly done", "not applicable", "Low", "Medium", "High",
        "{n} of {all}", "and {n} more", "and {n} done", "continued", "Nothing on the list yet", "All done",
        months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
    "de": Words(
        "erledigt", "in Arbeit", "offen", "teils erledigt", "entfällt", "Niedrig", "Mittel", "Hoch",
        "{n} von {all}", "und {n} weitere", "und {n} erledigt", "Fortsetzung", "Noch nichts auf der Liste",
        "Alles erledigt", "{day}. {month}",
        ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    ),
    "fr": Words(
        "fait", "en cours", "à faire", "en partie", "sans objet", "Faible", "Moyenne", "Haute",
        "{n} sur {all}", "et {n} de plus", "et {n} faits", "suite", "Rien sur la liste pour l’instant", "Tout est fait",
        months=("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    ),
    "es": Words(
        "hecho", "en curso", "por hacer", "en parte", "no aplica", "Baja", "Media", "Alta",
        "{n} de {all}", "y {n} más", "y {n} hechos", "continuación", "Aún no hay nada en la lista", "Todo hecho",
        months=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    ),
    "it": Words(
        "fatto", "in corso", "da fare", "in parte", "non applicabile", "Bassa", "Media", "Alta",
        "{n} di {all}", "e altri {n}", "e {n} fatti", "segue", "Ancora niente in elenco", "Tutto fatto",
        months=("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
    ),
    "pt": Words(
        "feito", "em curso", "por fazer", "em parte", "não se aplica", "Baixa", "Média", "Alta",
        "{n} de {all}", "e mais {n}", "e {n} feitos", "continuação", "Ainda não há nada na lista", "Tudo feito",
        months=("jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."),
    ),
    "nl": Words(
        "klaar", "bezig", "te doen", "deels klaar", "n.v.t.", "Laag", "Gemiddeld", "Hoog",
        "{n} van {all}", "en nog {n}", "en {n} klaar", "vervolg", "Nog niets op de lijst", "Alles klaar",
        months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    ),
    "ar": Words(
        "تم", "قيد التنفيذ", "للتنفيذ", "تم جزئيًا", "لا ينطبق", "منخفضة", "متوسطة", "عالية",
        "{n} من {all}", "و{n} أخرى", "و{n} تمت", "تتمة", "لا شيء في القائمة بعد", "تم كل شيء",
    ),
    "he": Words(
        "בוצע", "בתהליך", "לביצוע", "בוצע חלקית", "לא רלוונטי", "נמוכה", "בינונית", "גבוהה",
        "{n} מתוך {all}", "ועוד {n}", "ו-{n} בוצעו", "המשך", "אין עדיין דבר ברשימה", "הכול בוצע",
    ),
}  # fmt: skip

_DATE = r"(\d{4})-(\d{2})-(\d{2})"


def words(lang: str, labels: Labels) -> Words:
    """The words of a language, English for one that is not here, with an author's own in their place."""
    own = {name: getattr(labels, name) for name in labels.__struct_fields__ if getattr(labels, name) is not None}
    return _LANGUAGES.get(lang.lower().partition("-")[0], _LANGUAGES["en"])._replace(**own)


def day(text: str, words: Words, *, with_year: bool) -> str:
    """A date such as 2026-03-12 as the language writes it; other words, and dates that are none, as they are."""
    match = re.fullmatch(_DATE, text)
    if match is None or not words.months or not (1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31):
        return text
    written = words.date.replace("{day}", str(int(match[3]))).replace("{month}", words.months[int(match[2]) - 1])
    return f"{written} {match[1]}" if with_year else written


def years(texts: list[str]) -> set[str]:
    """The years of those texts that are dates."""
    return {match[1] for text in texts if (match := re.fullmatch(_DATE, text))}
