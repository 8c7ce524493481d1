"""The sentences of the alt text in each of the board's languages."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.kinds.applications_dashboard.words import Forms


class Sentences(NamedTuple):
    """The sentences of one language: `{...}` are figures, `{}` is a list; forms are for one and for more."""

    board: str
    reached: str  # of {n} sent so many came to each stage
    closed: str  # what became of them: {open}, {no}, {withdrew}
    open: Forms
    no: Forms
    withdrew: Forms
    lower_bound: str
    undated: Forms
    outside: Forms
    left_out: Forms
    following: str


_SENTENCES = {
    "en": Sentences(
        board="Applications dashboard: {title}",
        reached="Of {n} sent: {steps}",
        closed="{open}, {no} and {withdrew}.",
        open=("{n} is still open", "{n} are still open"),
        no=("{n} said no", "{n} said no"),
        withdrew=("{n} was withdrawn", "{n} were withdrawn"),
        lower_bound="The list does not say how far every closed one came, so the later stages may be higher.",
        undated=("{n} has no date of applying.", "{n} have no date of applying."),
        outside=("{n} was sent outside the days shown.", "{n} were sent outside the days shown."),
        left_out=("{n} row is left out: {}.", "{n} rows are left out: {}."),
        following="Next: {steps}.",
    ),
    "de": Sentences(
        board="Bewerbungen auf einen Blick: {title}",
        reached="Von {n} verschickten: {steps}",
        closed="{open}, {no} und {withdrew}.",
        open=("{n} ist noch offen", "{n} sind noch offen"),
        no=("{n} endete mit einer Absage", "{n} endeten mit einer Absage"),
        withdrew=("{n} wurde zurückgezogen", "{n} wurden zurückgezogen"),
        lower_bound="Die Liste sagt nicht von allen beendeten, wie weit sie kamen; die späteren Zahlen sind vielleicht "
        "höher.",
        undated=("{n} hat kein Datum der Bewerbung.", "{n} haben kein Datum der Bewerbung."),
        outside=("{n} wurde außerhalb der gezeigten Tage verschickt.",
                 "{n} wurden außerhalb der gezeigten Tage verschickt."),
        left_out=("{n} Zeile ist weggelassen: {}.", "{n} Zeilen sind weggelassen: {}."),
        following="Als Nächstes: {steps}.",
    ),
    "fr": Sentences(
        board="Tableau des candidatures : {title}",
        reached="Sur {n} envoyées : {steps}",
        closed="{open}, {no} et {withdrew}.",
        open=("{n} reste ouverte", "{n} restent ouvertes"),
        no=("{n} a été refusée", "{n} ont été refusées"),
        withdrew=("{n} a été retirée", "{n} ont été retirées"),
        lower_bound="La liste ne dit pas jusqu’où toutes les closes sont allées ; les dernières étapes peuvent être "
        "plus hautes.",
        undated=("{n} n’a pas de date d’envoi.", "{n} n’ont pas de date d’envoi."),
        outside=("{n} a été envoyée hors des jours montrés.", "{n} ont été envoyées hors des jours montrés."),
        left_out=("{n} ligne est écartée : {}.", "{n} lignes sont écartées : {}."),
        following="À suivre : {steps}.",
    ),
    "es": Sentences(
        board="Panel de solicitudes: {title}",
        reached="De {n} enviadas: {steps}",
        closed="{open}, {no} y {withdrew}.",
        open=("{n} sigue abierta", "{n} siguen abiertas"),
        no=("{n} fue rechazada", "{n} fueron rechazadas"),
        withdrew=("{n} fue retirada", "{n} fueron retiradas"),
        lower_bound="La lista no dice hasta dónde llegaron todas las cerradas; las últimas fases pueden ser más altas.",
        undated=("{n} no tiene fecha de envío.", "{n} no tienen fecha de envío."),
        outside=("{n} se envió fuera de los días mostrados.", "{n} se enviaron fuera de los días mostrados."),
        left_out=("{n} fila queda fuera: {}.", "{n} filas quedan fuera: {}."),
        following="Después: {steps}.",
    ),
}  # fmt: skip


def sentences(locale: str, lang: str = "en") -> Sentences:
    """The sentences of a locale such as de or en-US, else of the texts' language, else English."""
    return _SENTENCES.get((locale or lang).partition("-")[0].lower(), _SENTENCES["en"])
