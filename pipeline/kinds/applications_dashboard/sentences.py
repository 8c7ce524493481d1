"""The sentences about a board in each of its languages."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.kinds.applications_dashboard.words import Forms
from pipeline.prose import chosen


class Sentences(NamedTuple):
    """The sentences of one language: `{...}` are figures, `{}` is a list; forms are for one and for more."""

    lang: str
    name: str
    colon: str
    reached: Forms  # of {n} sent so many came to each stage
    open: Forms
    silent: Forms
    hired: Forms
    no: Forms
    withdrew: Forms
    lower_bound: str
    undated: Forms
    outside: Forms
    left_out: Forms
    following: str


_SENTENCES = {
    "en": Sentences(
        lang="en",
        name="Applications dashboard",
        colon=": ",
        reached=("Of {n} sent: {steps}", "Of {n} sent: {steps}"),
        open=("{n} is still open", "{n} are still open"),
        silent=("{n} never answered", "{n} never answered"),
        hired=("{n} led to a job", "{n} led to a job"),
        no=("{n} said no", "{n} said no"),
        withdrew=("{n} was withdrawn", "{n} were withdrawn"),
        lower_bound="The list does not say how far every closed one came, so the later stages may be higher.",
        undated=("{n} has no date of applying.", "{n} have no date of applying."),
        outside=("{n} was sent outside the days shown.", "{n} were sent outside the days shown."),
        left_out=("{n} row is left out: {}.", "{n} rows are left out: {}."),
        following="Next: {steps}",
    ),
    "de": Sentences(
        lang="de",
        name="Bewerbungen auf einen Blick",
        colon=": ",
        reached=("Von {n} verschickten: {steps}", "Von {n} verschickten: {steps}"),
        open=("{n} ist noch offen", "{n} sind noch offen"),
        silent=("{n} blieb ohne Antwort", "{n} blieben ohne Antwort"),
        hired=("{n} führte zu einer Stelle", "{n} führten zu einer Stelle"),
        no=("{n} endete mit einer Absage", "{n} endeten mit einer Absage"),
        withdrew=("{n} wurde zurückgezogen", "{n} wurden zurückgezogen"),
        lower_bound="Die Liste sagt nicht von allen beendeten, wie weit sie kamen; die späteren Zahlen sind vielleicht "
        "höher.",
        undated=("{n} hat kein Datum der Bewerbung.", "{n} haben kein Datum der Bewerbung."),
        outside=("{n} wurde außerhalb der gezeigten Tage verschickt.",
                 "{n} wurden außerhalb der gezeigten Tage verschickt."),
        left_out=("{n} Zeile ist weggelassen: {}.", "{n} Zeilen sind weggelassen: {}."),
        following="Als Nächstes: {steps}",
    ),
    "fr": Sentences(
        lang="fr",
        name="Tableau des candidatures",
        colon=" : ",
        reached=("Sur {n} envoyée : {steps}", "Sur {n} envoyées : {steps}"),
        open=("{n} reste ouverte", "{n} restent ouvertes"),
        silent=("{n} est restée sans réponse", "{n} sont restées sans réponse"),
        hired=("{n} a mené à un poste", "{n} ont mené à un poste"),
        no=("{n} a été refusée", "{n} ont été refusées"),
        withdrew=("{n} a été retirée", "{n} ont été retirées"),
        lower_bound="La liste ne dit pas jusqu’où toutes les closes sont allées ; les dernières étapes peuvent être "
        "plus hautes.",
        undated=("{n} n’a pas de date d’envoi.", "{n} n’ont pas de date d’envoi."),
        outside=("{n} a été envoyée hors des jours montrés.", "{n} ont été envoyées hors des jours montrés."),
        left_out=("{n} ligne est écartée : {}.", "{n} lignes sont écartées : {}."),
        following="À suivre : {steps}",
    ),
    "es": Sentences(
        lang="es",
        name="Panel de solicitudes",
        colon=": ",
        reached=("De {n} enviada: {steps}", "De {n} enviadas: {steps}"),
        open=("{n} sigue abierta", "{n} siguen abiertas"),
        silent=("{n} quedó sin respuesta", "{n} quedaron sin respuesta"),
        hired=("{n} acabó en contrato", "{n} acabaron en contrato"),
        no=("{n} fue rechazada", "{n} fueron rechazadas"),
        withdrew=("{n} fue retirada", "{n} fueron retiradas"),
        lower_bound="La lista no dice hasta dónde llegaron todas las cerradas; las últimas fases pueden ser más altas.",
        undated=("{n} no tiene fecha de envío.", "{n} no tienen fecha de envío."),
        outside=("{n} se envió fuera de los días mostrados.", "{n} se enviaron fuera de los días mostrados."),
        left_out=("{n} fila queda fuera: {}.", "{n} filas quedan fuera: {}."),
        following="Después: {steps}",
    ),
}  # fmt: skip


def sentences(locale: str, lang: str = "en") -> Sentences:
    """The sentences of a locale such as de or en-US, else of the texts' language, else English."""
    return chosen(_SENTENCES, locale or lang)
