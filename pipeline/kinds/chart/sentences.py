"""The sentences about a chart in each of its languages."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.prose import Forms, chosen


class Sentences(NamedTuple):
    """The sentences of one language; `{...}` are figures, names and lists."""

    lang: str
    names: dict[str, str]  # of a drawing
    named: str  # a drawing with its title, whose stop is its own
    empty: str
    unit: str
    none: str
    nothing: str  # a series without values
    span: Forms  # the values of a long series, from low to high; `{unit}` is a word in brackets, or nothing
    equal: str  # the same where low is high
    ends: str  # its first and last
    grid: str  # a large grid: rows, columns, values
    rows: Forms
    columns: Forms
    hidden: Forms
    grey: Forms
    of_names: str  # a drawing with its series
    of_many: str
    highlight: str
    colon: str


_SENTENCES = {
    "en": Sentences(
        lang="en",
        names={
            "bar": "Bar chart", "line": "Line chart", "area": "Area chart", "donut": "Donut chart",
            "stacked": "Stacked bar chart", "heatmap": "Heat map",
        },
        named="{drawing}: {title}",
        empty="There are no data yet.",
        unit="Numbers are {unit}.",
        none="no value",
        nothing="{name}no values.",
        span=("{n} value{unit}, {high} ({at_high})", "{n} values{unit}, from {low} ({at_low}) to {high} ({at_high})"),
        equal="{n} values{unit}, each {high}",
        ends="; {first} at first ({at_first}), {last} at last ({at_last})",
        grid="{rows}, and {columns}; {span}.",
        rows=("{n} row, {first}", "{n} rows, {first} to {last}"),
        columns=("{n} column, {first}", "{n} columns, {first} to {last}"),
        hidden=("One more is not shown.", "{n} more are not shown."),
        grey=("One more is drawn in grey.", "{n} more are drawn in grey."),
        of_names="{drawing} with {names}",
        of_many="{drawing} with {n} series",
        highlight="{name} stands out.",
        colon=": ",
    ),
    "de": Sentences(
        lang="de",
        names={
            "bar": "Balkendiagramm", "line": "Liniendiagramm", "area": "Flächendiagramm", "donut": "Ringdiagramm",
            "stacked": "Gestapeltes Balkendiagramm", "heatmap": "Heatmap",
        },
        named="{drawing}: {title}",
        empty="Es gibt noch keine Daten.",
        unit="Die Zahlen zählen {unit}.",
        none="kein Wert",
        nothing="{name}keine Werte.",
        span=("{n} Wert{unit}, {high} ({at_high})", "{n} Werte{unit}, von {low} ({at_low}) bis {high} ({at_high})"),
        equal="{n} Werte{unit}, je {high}",
        ends="; anfangs {first} ({at_first}), zuletzt {last} ({at_last})",
        grid="{rows}, und {columns}; {span}.",
        rows=("{n} Zeile, {first}", "{n} Zeilen, {first} bis {last}"),
        columns=("{n} Spalte, {first}", "{n} Spalten, {first} bis {last}"),
        hidden=("Eine weitere Angabe ist nicht gezeigt.", "{n} weitere Angaben sind nicht gezeigt."),
        grey=("Eine weitere Linie ist grau.", "{n} weitere Linien sind grau."),
        of_names="{drawing} mit {names}",
        of_many="{drawing} mit {n} Reihen",
        highlight="{name} ist hervorgehoben.",
        colon=": ",
    ),
    "fr": Sentences(
        lang="fr",
        names={
            "bar": "Diagramme en barres", "line": "Courbe", "area": "Graphique en aires",
            "donut": "Diagramme en anneau", "stacked": "Diagramme en barres empilées", "heatmap": "Carte de chaleur",
        },
        named="{drawing} : {title}",
        empty="Il n’y a pas encore de données.",
        unit="Les nombres comptent : {unit}.",
        none="pas de valeur",
        nothing="{name}pas de valeurs.",
        span=("{n} valeur{unit}, {high} ({at_high})", "{n} valeurs{unit}, de {low} ({at_low}) à {high} ({at_high})"),
        equal="{n} valeurs{unit}, toutes {high}",
        ends=" ; {first} au début ({at_first}), {last} à la fin ({at_last})",
        grid="{rows}, et {columns} ; {span}.",
        rows=("{n} ligne, {first}", "{n} lignes, de {first} à {last}"),
        columns=("{n} colonne, {first}", "{n} colonnes, de {first} à {last}"),
        hidden=("Un autre n’est pas affiché.", "{n} autres ne sont pas affichés."),
        grey=("Une autre courbe est en gris.", "{n} autres courbes sont en gris."),
        of_names="{drawing} avec {names}",
        of_many="{drawing} avec {n} séries",
        highlight="{name} est mis en avant.",
        colon=" : ",
    ),
    "es": Sentences(
        lang="es",
        names={
            "bar": "Gráfico de barras", "line": "Gráfico de líneas", "area": "Gráfico de áreas",
            "donut": "Gráfico de anillo", "stacked": "Gráfico de barras apiladas", "heatmap": "Mapa de calor",
        },
        named="{drawing}: {title}",
        empty="Aún no hay datos.",
        unit="Los números cuentan: {unit}.",
        none="sin valor",
        nothing="{name}sin valores.",
        span=("{n} valor{unit}, {high} ({at_high})", "{n} valores{unit}, de {low} ({at_low}) a {high} ({at_high})"),
        equal="{n} valores{unit}, todos {high}",
        ends="; al principio {first} ({at_first}), al final {last} ({at_last})",
        grid="{rows}, y {columns}; {span}.",
        rows=("{n} fila, {first}", "{n} filas, de {first} a {last}"),
        columns=("{n} columna, {first}", "{n} columnas, de {first} a {last}"),
        hidden=("Uno más no se muestra.", "{n} más no se muestran."),
        grey=("Una línea más está en gris.", "{n} líneas más están en gris."),
        of_names="{drawing} con {names}",
        of_many="{drawing} con {n} series",
        highlight="{name} destaca.",
        colon=": ",
    ),
}  # fmt: skip


def sentences(lang: str) -> Sentences:
    """The sentences of a language, or the English ones."""
    return chosen(_SENTENCES, lang)
