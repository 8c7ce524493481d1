"""The sentences of the alt text in each of the chart's languages."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Forms: TypeAlias = tuple[str, str]  # for one, and for any other number `{n}`


class Sentences(NamedTuple):
    """The sentences of one language; `{...}` are figures, names and lists."""

    names: dict[str, str]  # of a drawing
    named: str  # a drawing with its title, whose stop is its own
    empty: str
    unit: str
    none: str
    nothing: str  # a series without values
    span: Forms  # the values of a long series, from low to high
    ends: str  # its first and last
    grid: str  # a large grid: rows, columns, values
    rows: Forms
    columns: Forms
    hidden: Forms
    grey: Forms


_SENTENCES = {
    "en": Sentences(
        names={
            "bar": "Bar chart", "line": "Line chart", "area": "Area chart", "donut": "Donut chart",
            "stacked": "Stacked bar chart", "heatmap": "Heat map",
        },
        named="{drawing}: {title}",
        empty="There are no data yet.",
        unit="Numbers are {unit}.",
        none="no value",
        nothing="{name}no values.",
        span=("{n} value, {high} ({at_high})", "{n} values, from {low} ({at_low}) to {high} ({at_high})"),
        ends="; {first} at first ({at_first}), {last} at last ({at_last})",
        grid="{rows}, and {columns}; {span}.",
        rows=("{n} row, {first}", "{n} rows, {first} to {last}"),
        columns=("{n} column, {first}", "{n} columns, {first} to {last}"),
        hidden=("One more is not shown.", "{n} more are not shown."),
        grey=("One more is drawn in grey.", "{n} more are drawn in grey."),
    ),
    "de": Sentences(
        names={
            "bar": "Balkendiagramm", "line": "Liniendiagramm", "area": "Flächendiagramm", "donut": "Ringdiagramm",
            "stacked": "Gestapeltes Balkendiagramm", "heatmap": "Heatmap",
        },
        named="{drawing}: {title}",
        empty="Es gibt noch keine Daten.",
        unit="Die Zahlen zählen {unit}.",
        none="kein Wert",
        nothing="{name}keine Werte.",
        span=("{n} Wert, {high} ({at_high})", "{n} Werte, von {low} ({at_low}) bis {high} ({at_high})"),
        ends="; anfangs {first} ({at_first}), zuletzt {last} ({at_last})",
        grid="{rows}, und {columns}; {span}.",
        rows=("{n} Zeile, {first}", "{n} Zeilen, {first} bis {last}"),
        columns=("{n} Spalte, {first}", "{n} Spalten, {first} bis {last}"),
        hidden=("Eine weitere Angabe ist nicht gezeigt.", "{n} weitere Angaben sind nicht gezeigt."),
        grey=("Eine weitere Linie ist grau.", "{n} weitere Linien sind grau."),
    ),
    "fr": Sentences(
        names={
            "bar": "Diagramme en barres", "line": "Courbe", "area": "Graphique en aires",
            "donut": "Diagramme en anneau", "stacked": "Diagramme en barres empilées", "heatmap": "Carte de chaleur",
        },
        named="{drawing} : {title}",
        empty="Il n’y a pas encore de données.",
        unit="Les nombres comptent : {unit}.",
        none="pas de valeur",
        nothing="{name}pas de valeurs.",
        span=("{n} valeur, {high} ({at_high})", "{n} valeurs, de {low} ({at_low}) à {high} ({at_high})"),
        ends=" ; {first} au début ({at_first}), {last} à la fin ({at_last})",
        grid="{rows}, et {columns} ; {span}.",
        rows=("{n} ligne, {first}", "{n} lignes, de {first} à {last}"),
        columns=("{n} colonne, {first}", "{n} colonnes, de {first} à {last}"),
        hidden=("Un autre n’est pas affiché.", "{n} autres ne sont pas affichés."),
        grey=("Une autre courbe est en gris.", "{n} autres courbes sont en gris."),
    ),
    "es": Sentences(
        names={
            "bar": "Gráfico de barras", "line": "Gráfico de líneas", "area": "Gráfico de áreas",
            "donut": "Gráfico de anillo", "stacked": "Gráfico de barras apiladas", "heatmap": "Mapa de calor",
        },
        named="{drawing}: {title}",
        empty="Aún no hay datos.",
        unit="Los números cuentan: {unit}.",
        none="sin valor",
        nothing="{name}sin valores.",
        span=("{n} valor, {high} ({at_high})", "{n} valores, de {low} ({at_low}) a {high} ({at_high})"),
        ends="; al principio {first} ({at_first}), al final {last} ({at_last})",
        grid="{rows}, y {columns}; {span}.",
        rows=("{n} fila, {first}", "{n} filas, de {first} a {last}"),
        columns=("{n} columna, {first}", "{n} columnas, de {first} a {last}"),
        hidden=("Uno más no se muestra.", "{n} más no se muestran."),
        grey=("Una línea más está en gris.", "{n} líneas más están en gris."),
    ),
}  # fmt: skip


def sentences(lang: str) -> Sentences:
    """The sentences of a language, or the English ones."""
    return _SENTENCES.get(lang.lower().partition("-")[0], _SENTENCES["en"])


def counted(forms: Forms, count: int) -> str:
    """The form for so many, with the number in it."""
    return forms[count != 1].replace("{n}", str(count))
