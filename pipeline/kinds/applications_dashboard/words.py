"""The board's own words in each of its languages, and how they write numbers and days."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from pipeline.kinds.applications_dashboard.countries import habits

Forms: TypeAlias = tuple[str, str]
"""For one and for more. `{n}` is the number; `{One}` is that very word, or the figure 1 where figures are written."""


class Words(NamedTuple):
    """The words of one language."""

    numbers: tuple[str, ...]  # up to twelve
    months: tuple[str, ...]
    long_months: tuple[str, ...]
    weekdays: tuple[str, ...]  # Monday first
    stages: tuple[str, str, str, str]  # Applied, Screening, Interview, Offer
    day_month: str = "{day} {month}"
    with_year: str = "{day} {year}"
    weekday: str = "{weekday} {day}"
    week_start: int = 0  # 0 is Monday, 6 Sunday
    decimal: str = ","
    percent: str = "{n} %"
    unknown: str = ""  # a figure of nothing
    made_up: tuple[str, str] = ("", "")  # what made-up names of companies and roles begin with
    # the headline
    nothing: str = ""
    said_no: Forms = ("", "")
    are_open: Forms = ("", "")
    sent: Forms = ("", "")
    all_open: Forms = ("", "")
    some_open: Forms = ("", "")
    led_to_job: Forms = ("", "")
    never_answered: Forms = ("", "")
    starts_again: str = ""
    none_open: str = ""
    search: str = ""
    # the tiles
    active: str = ""
    interviews: str = ""
    response_rate: str = ""
    offers: Forms = ("", "")
    ghosted: str = ""
    median_reply: str = ""
    new: Forms = ("", "")
    in_month: str = ""
    of_sent: str = ""
    next_7_days: str = ""
    of: str = ""
    moved_on_rate: str = ""
    answered: str = ""
    reply_by: str = ""
    not_yet: str = ""
    closed: str = ""
    no_answer: str = ""
    days: Forms = ("", "")
    weeks: Forms = ("", "")
    months_long: Forms = ("", "")
    sent_in: str = ""
    of_replies: Forms = ("", "")
    # what is not there
    left_out: Forms = ("", "")
    row: str = ""
    reasons: tuple[str, str, str, str] = ("", "", "", "")  # in the order of model.REASONS
    # the panels
    pipeline: str = ""
    still_open: str = ""
    did_say_no: str = ""
    withdrawn: str = ""
    open: Forms = ("", "")
    no: Forms = ("", "")
    withdrew: Forms = ("", "")
    lower_bound: str = ""
    per_week: str = ""
    per_month: str = ""
    week_average: str = ""
    month_average: str = ""
    per_year: str = ""
    year_average: str = ""
    next_steps: str = ""
    of_open: str = ""
    no_steps: str = ""
    columns: tuple[str, str, str, str] = ("", "", "", "")  # company, stage, updated, next
    sources: str = ""
    sankey: str = ""
    other: str = ""  # the smaller sources together
    went_on: str = ""
    no_source: str = ""
    others: str = ""
    by_stage: str = ""
    calendar: str = ""
    more: str = ""
    # how long ago
    today: str = ""
    yesterday: str = ""
    days_ago: str = ""
    weeks_ago: str = ""
    months_ago: str = ""

    def counted(self, forms: Forms, n: int, *, in_words: bool = False) -> str:
        """A form for the number, which is a word where words are asked for and the language has one."""
        word = self.numbers[n] if in_words and n < len(self.numbers) else str(n)
        text = forms[0 if n == 1 else 1].replace("{n}", word)
        return capital(re.sub(r"\{(\w+)\}", (r"\1" if in_words else "1"), text))

    def day(self, when: date, *, with_year: bool = False) -> str:
        """14 Sep, or 14 Sep 2026."""
        text = self.day_month.replace("{day}", str(when.day)).replace("{month}", self.months[when.month - 1])
        return self.with_year.replace("{day}", text).replace("{year}", str(when.year)) if with_year else text

    def weekday_and_day(self, when: date) -> str:
        """Mon 14 Sep."""
        name = self.weekdays[when.weekday()]
        return self.weekday.replace("{weekday}", name).replace("{day}", self.day(when))

    def share(self, part: int, whole: int) -> str:
        """A rounded percentage; of 0 of 0 it is unknown."""
        return self.percent.replace("{n}", str(round_half_up(100 * part / whole))) if whole else self.unknown

    def decimals(self, value: float) -> str:
        """A number with one digit behind the mark."""
        return f"{value:.1f}".replace(".", self.decimal)

    def ago(self, days: int) -> str:
        """How long ago a day was."""
        if days <= 1:
            return self.today if days <= 0 else self.yesterday
        if days < 14:
            return self.days_ago.replace("{n}", str(days))
        if days < 60:
            return self.weeks_ago.replace("{n}", str(round_half_up(days / 7)))
        return self.months_ago.replace("{n}", str(round_half_up(days / 30)))


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def round_half_up(value: float) -> int:
    """The nearest whole number; a half goes up, as people round."""
    return int(value + 0.5)


_LANGUAGES = {
    "en": Words(
        ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"),
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        ("Applied", "Screening", "Interview", "Offer"),
        decimal=".", percent="{n}%", unknown="n/a", made_up=("Company", "Role"),
        nothing="Nothing sent yet.", said_no=("{n} said no.", "{n} said no."),
        are_open=("{n} is still open.", "{n} are still open."), sent=("{n} sent.", "{n} sent."),
        all_open=("Still open.", "All still open."), some_open=("{n} still open.", "{n} still open."),
        led_to_job=("{n} led to a job.", "{n} led to a job."),
        never_answered=("{n} never answered.", "{n} never answered."),
        starts_again="The list starts again here.", none_open="None still open.", search="Job search",
        active="Active applications", interviews="Interviews", response_rate="Response rate",
        offers=("Offer", "Offers"), ghosted="No answer", median_reply="Median reply",
        new=("{n} new", "{n} new"), in_month="in {month}", of_sent="of {n} sent", next_7_days="in the next 7 days",
        of="{n} of {all}", moved_on_rate="Moved on", answered="answered",
        reply_by="Reply by {day}", not_yet="not yet", closed="closed",
        no_answer="for a long time", days=("{n} day", "{n} days"), weeks=("{n} week", "{n} weeks"),
        months_long=("{n} month", "{n} months"), sent_in="{n} in {span}",
        of_replies=("of {n} reply", "of {n} replies"), left_out=("{n} row left out", "{n} rows left out"),
        row="row {n}",
        reasons=("no company and no role", "not sent yet", "no stage and no day", "a sum"),
        pipeline="Pipeline", still_open="Still open", did_say_no="Said no", withdrawn="Withdrawn",
        open=("{n} open", "{n} open"), no=("{n} no", "{n} no"), withdrew=("{n} withdrew", "{n} withdrew"),
        lower_bound="at least; the list does not say how far closed ones came",
        per_week="Sent per week", per_month="Sent per month", week_average="{n} a week on average",
        month_average="{n} a month on average", per_year="Sent per year", year_average="{n} a year on average",
        next_steps="Next steps", of_open="{n} of {all} open",
        no_steps="Nothing open.", columns=("Company", "Stage", "Updated", "Next"), sources="Where from",
        sankey="What became of them", other="Other",
        went_on="{n} of {all} moved on", no_source="not noted", others="{n} others", calendar="Dates ahead",
        by_stage="By stage",
        more="and {n} more",
        today="Today", yesterday="Yesterday", days_ago="{n} days ago", weeks_ago="{n} weeks ago",
        months_ago="{n} months ago",
    ),
    "de": Words(
        ("keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
        ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
        ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
         "Dezember"),
        ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."),
        ("Beworben", "Vorauswahl", "Gespräch", "Angebot"),
        day_month="{day}. {month}", percent="{n}\u00a0%", unknown="k. A.", made_up=("Firma", "Stelle"),
        nothing="Noch nichts verschickt.", said_no=("{Eine} Absage.", "{n} Absagen."),
        are_open=("{Eine} ist noch offen.", "{n} sind noch offen."),
        sent=("{Eine} verschickt.", "{n} verschickt."), all_open=("Noch offen.", "Alle noch offen."),
        some_open=("{Eine} noch offen.", "{n} noch offen."),
        led_to_job=("{Eine} führte zu einer Stelle.", "{n} führten zu einer Stelle."),
        never_answered=("{Eine} blieb ohne Antwort.", "{n} blieben ohne Antwort."),
        starts_again="Die Liste beginnt hier neu.",
        none_open="Keine mehr offen.", search="Bewerbungen",
        active="Offene Bewerbungen", interviews="Gespräche", response_rate="Rücklauf", offers=("Angebot", "Angebote"),
        ghosted="Ohne Antwort", median_reply="Antwort im Median",
        new=("{n} neu", "{n} neu"), in_month="im {month}", of_sent="von {n} verschickten",
        next_7_days="in den nächsten 7 Tagen", of="{n} von {all}",
        moved_on_rate="Weitergekommen", answered="beantwortet",
        reply_by="Antwort bis {day}", not_yet="noch nicht", closed="abgeschlossen", no_answer="seit langem",
        days=("{n} Tag", "{n} Tage"), weeks=("{n} Woche", "{n} Wochen"), months_long=("{n} Monat", "{n} Monaten"),
        sent_in="{n} in {span}", of_replies=("bei {n} Antwort", "bei {n} Antworten"),
        left_out=("{n} Zeile weggelassen", "{n} Zeilen weggelassen"), row="Zeile {n}",
        reasons=("weder Firma noch Stelle", "noch nicht verschickt", "weder Stand noch Tag", "eine Summe"),
        pipeline="Verlauf", still_open="Offen", did_say_no="Absage", withdrawn="Rückzug",
        open=("{n} offen", "{n} offen"), no=("{n} Absage", "{n} Absagen"),
        withdrew=("{n} Rückzug", "{n} Rückzüge"),
        lower_bound="mindestens; wie weit die beendeten kamen, steht nicht in der Liste",
        per_week="Pro Woche", per_month="Pro Monat", week_average="{n} pro Woche im Mittel",
        month_average="{n} pro Monat im Mittel", per_year="Pro Jahr", year_average="{n} pro Jahr im Mittel",
        next_steps="Nächste Schritte", of_open="{n} von {all} offenen",
        no_steps="Nichts offen.", columns=("Firma", "Stand", "Geändert", "Weiter"), sources="Woher",
        sankey="Was daraus wurde", other="Andere",
        went_on="{n} von {all} kamen weiter", no_source="ohne Angabe", others="{n} weitere", calendar="Termine",
        by_stage="Nach Stand",
        more="und {n} weitere",
        today="heute", yesterday="gestern", days_ago="vor {n} Tagen", weeks_ago="vor {n} Wochen",
        months_ago="vor {n} Monaten",
    ),
    "fr": Words(
        ("aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
         "décembre"),
        ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
        ("Envoyée", "Sélection", "Entretien", "Offre"),
        percent="{n}\u00a0%", unknown="n. d.", made_up=("Entreprise", "Poste"),
        nothing="Rien d’envoyé pour l’instant.", said_no=("{Un} refus.", "{n} refus."),
        are_open=("{Une} reste ouverte.", "{n} restent ouvertes."), sent=("{Une} envoyée.", "{n} envoyées."),
        all_open=("Encore ouverte.", "Toutes encore ouvertes."),
        some_open=("{Une} encore ouverte.", "{n} encore ouvertes."),
        led_to_job=("{Une} a mené à un poste.", "{n} ont mené à un poste."),
        never_answered=("{Une} est restée sans réponse.", "{n} sont restées sans réponse."),
        starts_again="La liste repart d’ici.",
        none_open="Plus aucune ouverte.", search="Recherche d’emploi",
        active="Candidatures en cours", interviews="Entretiens", response_rate="Taux de réponse",
        offers=("Offre", "Offres"), ghosted="Sans réponse", median_reply="Réponse médiane",
        new=("{n} nouvelle", "{n} nouvelles"), in_month="en {month}", of_sent="sur {n} envoyées",
        next_7_days="dans les 7 jours", of="{n} sur {all}", moved_on_rate="Retenues", answered="avec réponse",
        reply_by="Répondre avant le {day}",
        not_yet="pas encore", closed="close", no_answer="depuis longtemps", days=("{n} jour", "{n} jours"),
        weeks=("{n} semaine", "{n} semaines"), months_long=("{n} mois", "{n} mois"), sent_in="{n} en {span}",
        of_replies=("sur {n} réponse", "sur {n} réponses"), left_out=("{n} ligne écartée", "{n} lignes écartées"),
        row="ligne {n}",
        reasons=("ni entreprise ni poste", "pas encore envoyée", "ni étape ni jour", "une somme"),
        pipeline="Parcours", still_open="En cours", did_say_no="Refus", withdrawn="Retirée",
        open=("{n} en cours", "{n} en cours"), no=("{n} refus", "{n} refus"),
        withdrew=("{n} retirée", "{n} retirées"),
        lower_bound="au moins ; la liste ne dit pas jusqu’où les closes sont allées",
        per_week="Par semaine", per_month="Par mois", week_average="{n} par semaine en moyenne",
        month_average="{n} par mois en moyenne", per_year="Par an", year_average="{n} par an en moyenne",
        next_steps="Prochaines étapes", of_open="{n} sur {all} en cours",
        no_steps="Rien en cours.", columns=("Entreprise", "Étape", "Mise à jour", "Suite"), sources="Origine",
        sankey="Où elles en sont", other="Autres",
        went_on="{n} sur {all} retenues", no_source="non indiquée", others="{n} autres", calendar="Dates à venir",
        by_stage="Par étape",
        more="et {n} de plus",
        today="aujourd’hui", yesterday="hier", days_ago="il y a {n} jours", weeks_ago="il y a {n} sem.",
        months_ago="il y a {n} mois",
    ),
    "es": Words(
        ("ninguna", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
        ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
        ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
         "noviembre", "diciembre"),
        ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
        ("Enviada", "Filtro", "Entrevista", "Oferta"),
        percent="{n}\u00a0%", unknown="n/d", made_up=("Empresa", "Puesto"),
        nothing="Nada enviado todavía.", said_no=("{Un} rechazo.", "{n} rechazos."),
        are_open=("{Una} sigue abierta.", "{n} siguen abiertas."), sent=("{Una} enviada.", "{n} enviadas."),
        all_open=("Sigue abierta.", "Todas siguen abiertas."),
        some_open=("{Una} sigue abierta.", "{n} siguen abiertas."),
        led_to_job=("{Una} acabó en contrato.", "{n} acabaron en contrato."),
        never_answered=("{Una} quedó sin respuesta.", "{n} quedaron sin respuesta."),
        starts_again="La lista empieza aquí de nuevo.",
        none_open="Ninguna sigue abierta.", search="Búsqueda de empleo",
        active="Solicitudes abiertas", interviews="Entrevistas", response_rate="Tasa de respuesta",
        offers=("Oferta", "Ofertas"), ghosted="Sin respuesta", median_reply="Respuesta mediana",
        new=("{n} nueva", "{n} nuevas"), in_month="en {month}", of_sent="de {n} enviadas",
        next_7_days="en los próximos 7 días", of="{n} de {all}", moved_on_rate="Avanzaron", answered="con respuesta",
        reply_by="Responder antes del {day}", not_yet="todavía no", closed="cerrada", no_answer="hace tiempo",
        days=("{n} día", "{n} días"), weeks=("{n} semana", "{n} semanas"), months_long=("{n} mes", "{n} meses"),
        sent_in="{n} en {span}", of_replies=("de {n} respuesta", "de {n} respuestas"),
        left_out=("{n} fila omitida", "{n} filas omitidas"), row="fila {n}",
        reasons=("ni empresa ni puesto", "todavía no enviada", "ni fase ni día", "una suma"),
        pipeline="Recorrido", still_open="Abierta", did_say_no="Rechazo", withdrawn="Retirada",
        open=("{n} abierta", "{n} abiertas"), no=("{n} rechazo", "{n} rechazos"),
        withdrew=("{n} retirada", "{n} retiradas"),
        lower_bound="como mínimo; la lista no dice hasta dónde llegaron las cerradas",
        per_week="Por semana", per_month="Por mes", week_average="{n} por semana de media",
        month_average="{n} al mes de media", per_year="Por año", year_average="{n} al año de media",
        next_steps="Próximos pasos", of_open="{n} de {all} abiertas",
        no_steps="Nada abierto.", columns=("Empresa", "Fase", "Cambio", "Siguiente"), sources="Procedencia",
        sankey="Qué fue de ellas", other="Otras",
        went_on="{n} de {all} avanzaron", no_source="sin anotar", others="otras {n}", calendar="Próximas fechas",
        by_stage="Por fase",
        more="y {n} más",
        today="hoy", yesterday="ayer", days_ago="hace {n} días", weeks_ago="hace {n} sem.",
        months_ago="hace {n} meses",
    ),
}  # fmt: skip

LOCALES = tuple(_LANGUAGES)


@lru_cache(maxsize=16)
def words(locale: str, lang: str = "en") -> Words:
    """The words of a locale such as de or en-US, else of the texts' language, else English."""
    language, *parts = (locale or lang).split("-")
    found = _LANGUAGES.get(language)
    if found is None:
        return _LANGUAGES["en"]
    country = next((part for part in parts if len(part) == 2), "")
    return found._replace(**habits(language, country))
