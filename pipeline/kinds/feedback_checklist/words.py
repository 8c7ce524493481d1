"""The card's own words by language."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.kinds.feedback_checklist.spec import Labels


class Words(NamedTuple):
    """The words of one language; `{n}` and `{all}` stand for numbers."""

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

    def counted(self, done: int, of: int) -> str:
        """So many of all are done."""
        return self.of.replace("{n}", str(done)).replace("{all}", str(of))


_LANGUAGES = {
    "en": Words(
        "done", "in progress", "to do", "partly done", "not applicable", "Low", "Medium", "High",
        "{n} of {all}", "and {n} more", "and {n} done", "continued", "Nothing on the list yet", "All done",
    ),
    "de": Words(
        "erledigt", "in Arbeit", "offen", "teils erledigt", "entfällt", "Niedrig", "Mittel", "Hoch",
        "{n} von {all}", "und {n} weitere", "und {n} erledigt", "Fortsetzung", "Noch nichts auf der Liste",
        "Alles erledigt",
    ),
    "fr": Words(
        "fait", "en cours", "à faire", "en partie", "sans objet", "Faible", "Moyenne", "Haute",
        "{n} sur {all}", "et {n} de plus", "et {n} faits", "suite", "Rien sur la liste pour l’instant", "Tout est fait",
    ),
    "es": Words(
        "hecho", "en curso", "por hacer", "en parte", "no aplica", "Baja", "Media", "Alta",
        "{n} de {all}", "y {n} más", "y {n} hechos", "continuación", "Aún no hay nada en la lista", "Todo hecho",
    ),
    "it": Words(
        "fatto", "in corso", "da fare", "in parte", "non applicabile", "Bassa", "Media", "Alta",
        "{n} di {all}", "e altri {n}", "e {n} fatti", "segue", "Ancora niente in elenco", "Tutto fatto",
    ),
    "pt": Words(
        "feito", "em curso", "por fazer", "em parte", "não se aplica", "Baixa", "Média", "Alta",
        "{n} de {all}", "e mais {n}", "e {n} feitos", "continuação", "Ainda não há nada na lista", "Tudo feito",
    ),
    "nl": Words(
        "klaar", "bezig", "te doen", "deels klaar", "n.v.t.", "Laag", "Gemiddeld", "Hoog",
        "{n} van {all}", "en nog {n}", "en {n} klaar", "vervolg", "Nog niets op de lijst", "Alles klaar",
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


def words(lang: str, labels: Labels) -> Words:
    """The words of a language, English for one that is not here, with an author's own in their place."""
    own = {name: getattr(labels, name) for name in labels.__struct_fields__ if getattr(labels, name) is not None}
    return _LANGUAGES.get(lang.partition("-")[0], _LANGUAGES["en"])._replace(**own)
