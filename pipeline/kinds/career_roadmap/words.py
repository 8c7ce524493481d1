"""The roadmap's own words in each of its languages, and how they write dates and spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from pipeline import days
from pipeline.kinds.career_roadmap.times import Moment

Forms: TypeAlias = tuple[str, str]
"""For one and for more; `{n}` is the number."""


class Words(NamedTuple):
    """The words of one language."""

    numbers: tuple[str, ...]  # from none up to twelve
    lang: str
    quarter: str
    today: str
    start: str
    headline: Forms
    one_no: str
    by: str
    level: str
    days: Forms
    spans: Forms  # months
    years: Forms
    short_span: str
    short_years: str
    states: tuple[str, str, str, str]  # done, current, planned, optional: the key of the map
    # the alt text
    roadmap: str
    paths_from: Forms
    starts: tuple[str, str]  # from today, from the start
    steps: Forms
    destination: str
    no_steps: str
    told_done: str
    told_closed: str
    told_decision: str
    told_moves: str
    moves: tuple[str, str, str]  # lateral, merge, switch
    told_axis: str
    told_now: str
    told_highlight: str
    more: Forms
    more_moves: Forms
    and_: str
    colon: str = ": "

    def number(self, n: int) -> str:
        """The number in words up to twelve, else in figures."""
        return self.numbers[n] if n < len(self.numbers) else str(n)

    def counted(self, forms: Forms, n: int) -> str:
        """A form for the number."""
        return forms[0 if n == 1 else 1].replace("{n}", self.number(n))

    def title(self, paths: int, *, is_closed: bool) -> str:
        """The headline that counts the paths; where a way closed, it says so first."""
        count = capital(self.counted(self.headline, paths))
        return f"{self.one_no} {count}" if is_closed else count

    def date(self, moment: Moment, *, with_year: bool = True) -> str:
        """20 Nov 2026, Nov 2026, Q4 2026 or 2026; only a day can do without its year."""
        if moment.grain == "quarter":
            quarter = str(moment.month % 12 // 3 + 1)
            return self.quarter.replace("{n}", quarter).replace("{year}", str(moment.year))
        if moment.grain == "year":
            return str(moment.year)
        day = f"-{moment.day:02}" if moment.grain == "day" else ""
        iso = f"{moment.year:04}-{moment.month % 12 + 1:02}{day}"
        return days.written(iso, self.lang, with_year=with_year or not day)

    def span(self, months: float) -> str:
        """3 months, 2 years."""
        if months >= 24 and months % 12 == 0:
            return self._figured(self.years, months / 12)
        if months < 1:
            return self._figured(self.days, round(months * 30.4))
        return self._figured(self.spans, months)

    def short_span_of(self, months: float) -> str:
        """3 mo, 2 yr."""
        if months >= 24 and months % 12 == 0:
            return self.short_years.replace("{n}", f"{months / 12:g}")
        return self.short_span.replace("{n}", f"{round(months, 1):g}")

    def _figured(self, forms: Forms, n: float) -> str:
        return forms[0 if n == 1 else 1].replace("{n}", f"{round(n, 1):g}")

    def listed(self, texts: Sequence[str]) -> str:
        """One, two and three."""
        return f"{', '.join(texts[:-1])} {self.and_} {texts[-1]}" if len(texts) > 1 else "".join(texts)


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


_LANGUAGES = {
    "en": Words(
        ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        lang="en", quarter="Q{n} {year}", today="Today", start="Start",
        headline=("{n} way forward.", "{n} ways forward."), one_no="One no.", by="by {day}", level="Level {n}",
        days=("{n} day", "{n} days"), spans=("{n} month", "{n} months"), years=("{n} year", "{n} years"),
        short_span="{n} mo", short_years="{n} yr", states=("Done", "In progress", "Planned", "Optional"),
        roadmap="Career roadmap",
        paths_from=("{n} path leads on from {start}", "{n} paths lead on from {start}"), starts=("today", "the start"),
        steps=("{n} step", "{n} steps"), destination="and at the end {title}", no_steps="no step yet",
        told_done="Already done: {title}", told_closed="The way that closed: {title}",
        told_decision="To be decided: {title}", told_moves="Between the paths: {moves}",
        moves=("moves sideways to", "joins", "changes to"), told_axis="The axis shows {ticks}",
        told_now="The map is as of {day}", told_highlight="{name} stands out",
        more=("{n} more step", "{n} more steps"), more_moves=("{n} more move", "{n} more moves"), and_="and",
    ),
    "de": Words(
        ("kein", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
        lang="de", quarter="Q{n} {year}", today="Heute", start="Start",
        headline=("{n} Weg nach vorn.", "{n} Wege nach vorn."), one_no="Eine Absage.", by="bis {day}",
        level="Stufe {n}", days=("{n} Tag", "{n} Tage"), spans=("{n} Monat", "{n} Monate"),
        years=("{n} Jahr", "{n} Jahre"), short_span="{n} Mon.", short_years="{n} J.",
        states=("Erledigt", "Läuft", "Geplant", "Vielleicht"),
        roadmap="Laufbahnkarte",
        paths_from=("{n} Weg führt weiter, Ausgangspunkt: {start}", "{n} Wege führen weiter, Ausgangspunkt: {start}"),
        starts=("heute", "Start"),
        steps=("{n} Schritt", "{n} Schritte"), destination="und am Ende {title}", no_steps="noch kein Schritt",
        told_done="Schon erledigt: {title}", told_closed="Der Weg, der sich geschlossen hat: {title}",
        told_decision="Zu entscheiden: {title}", told_moves="Zwischen den Wegen: {moves}",
        moves=("wechselt seitwärts zu", "mündet in", "wechselt zu"), told_axis="Die Achse zeigt {ticks}",
        told_now="Stand der Karte: {day}", told_highlight="Hervorgehoben ist {name}",
        more=("{n} weiterer Schritt", "{n} weitere Schritte"),
        more_moves=("{n} weiterer Wechsel", "{n} weitere Wechsel"), and_="und",
    ),
    "fr": Words(
        ("aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        lang="fr", quarter="T{n} {year}", today="Aujourd’hui", start="Départ",
        headline=("{n} chemin possible.", "{n} chemins possibles."), one_no="Un refus.", by="avant le {day}",
        level="Niveau {n}", days=("{n} jour", "{n} jours"), spans=("{n} mois", "{n} mois"), years=("{n} an", "{n} ans"),
        short_span="{n} mois", short_years="{n} ans", states=("Fait", "En cours", "Prévu", "Facultatif"),
        roadmap="Feuille de route",
        paths_from=(
            "{n} chemin s’ouvre, point de départ\u00a0: {start}",
            "{n} chemins s’ouvrent, point de départ\u00a0: {start}",
        ),
        starts=("aujourd’hui", "le début"),
        steps=("une étape", "{n} étapes"), destination="et pour finir {title}", no_steps="encore aucune étape",
        told_done="Déjà fait\u00a0: {title}", told_closed="Le chemin qui s’est fermé\u00a0: {title}",
        told_decision="À décider\u00a0: {title}", told_moves="Entre les chemins\u00a0: {moves}",
        moves=("passe de côté à", "rejoint", "passe à"), told_axis="L’axe montre {ticks}",
        told_now="État de la carte\u00a0: {day}", told_highlight="{name} est mis en avant",
        more=("une étape de plus", "{n} étapes de plus"), more_moves=("un passage de plus", "{n} passages de plus"),
        and_="et", colon="\u00a0: ",
    ),
    "es": Words(
        ("ningún", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
        lang="es", quarter="T{n} {year}", today="Hoy", start="Inicio",
        headline=("{n} camino por delante.", "{n} caminos por delante."), one_no="Un no.", by="antes del {day}",
        level="Nivel {n}", days=("{n} día", "{n} días"), spans=("{n} mes", "{n} meses"), years=("{n} año", "{n} años"),
        short_span="{n} m", short_years="{n} a", states=("Hecho", "En curso", "Previsto", "Opcional"),
        roadmap="Hoja de ruta",
        paths_from=(
            "{n} camino sigue adelante, punto de partida: {start}",
            "{n} caminos siguen adelante, punto de partida: {start}",
        ),
        starts=("hoy", "el inicio"),
        steps=("un paso", "{n} pasos"), destination="y al final {title}", no_steps="todavía sin pasos",
        told_done="Ya hecho: {title}", told_closed="El camino que se cerró: {title}",
        told_decision="Por decidir: {title}", told_moves="Entre los caminos: {moves}",
        moves=("pasa de lado a", "se une a", "cambia a"), told_axis="El eje muestra {ticks}",
        told_now="Estado del mapa: {day}", told_highlight="Destaca {name}",
        more=("un paso más", "{n} pasos más"), more_moves=("un cambio más", "{n} cambios más"), and_="y",
    ),
}  # fmt: skip


def words(lang: str) -> Words:
    """The words of the texts' language, else English."""
    return _LANGUAGES.get(lang.partition("-")[0], _LANGUAGES["en"])
