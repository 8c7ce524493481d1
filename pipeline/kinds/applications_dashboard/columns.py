"""The headings of a table -> the columns the dashboard knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.errors import Place, Problem, nearest
from pipeline.kinds.applications_dashboard.wording import plain

COLUMNS = (
    "company", "role", "stage", "applied", "updated", "next_step", "next_date", "reached", "source", "location",
    "screening", "interview", "offer", "rejected", "withdrawn",
)  # fmt: skip
"""The first ten are what an application has; the rest hold the day on which it came to that stage."""

DAYS = ("applied", "updated", "next_date", "screening", "interview", "offer", "rejected", "withdrawn")
STAGE_DAYS = DAYS[3:]

_HEADINGS = {
    "company": "company|company name|employer|organisation|organization|firm|firma|unternehmen|arbeitgeber|entreprise|"
    "societe|employeur|empresa|compania",
    "role": "role|position|job|job title|title|job role|role title|position title|job position|vacancy|"
    "stelle|rolle|jobtitel|poste|intitule|puesto|cargo",
    "stage": "stage|status|state|application status|current stage|current status|phase|stand|etape|statut|etapa|estado|"
    "list|outcome|result|ergebnis",
    "applied": "applied|applied on|date applied|applied date|application date|date of application|sent|sent on|"
    "date sent|submitted|date submitted|beworben|beworben am|bewerbungsdatum|bewerbung|candidature|"
    "date de candidature|envoyee le|solicitado|fecha de solicitud|fecha|date|datum",
    "updated": "updated|updated on|last updated|last update|last contact|last activity|last change|status date|"
    "date updated|response date|aktualisiert|letzter kontakt|letzte anderung|mise a jour|dernier contact|actualizado|"
    "ultima actualizacion|ultimo contacto",
    "next_step": "next step|next steps|next|next action|action|to do|follow up|nachster schritt|prochaine etape|"
    "prochaine action|proximo paso|siguiente paso",
    "next_date": "next date|next step date|next action date|date of next step|next on|due|due date|deadline|"
    "follow up date|next interview|next interview date|nachster termin|termin|frist|echeance|prochaine date|"
    "fecha limite|proxima fecha",
    "reached": "reached|furthest stage|furthest|highest stage|max stage|got to|erreicht|weiteste phase|etape atteinte|"
    "etapa alcanzada",
    "source": "source|channel|found on|found via|via|where found|platform|job board|quelle|kanal|plattform|canal|"
    "fuente",
    "location": "location|place|city|where|ort|standort|stadt|lieu|ville|ubicacion|lugar|ciudad",
    "screening": "screening|screening date|screened|screened on|phone screen|phone screen date|date of screening",
    "interview": "interview|interview date|interviewed|interviewed on|date of interview|first interview|"
    "first interview date",
    "offer": "offer|offer date|offer received|offered|offered on|date of offer",
    "rejected": "rejected|rejected on|rejection date|date rejected|date of rejection",
    "withdrawn": "withdrawn|withdrawn on|withdrawal date|date withdrawn|withdrew|withdrew on",
}


def positions(
    headings: Sequence[str], chosen: Mapping[str, str], place: Place | None, problems: list[Problem]
) -> dict[str, int]:
    """Where each known column stands among the headings; what is wrong goes to `problems`.

    `chosen` are an author's `columns`: our name to the heading that is meant, or to "" for none. `place` is where the
    headings begin, or None for rows in the spec.
    """
    written = [plain(heading) for heading in headings]
    found: dict[str, int] = {}
    for column, heading in chosen.items():
        if problem := _misnamed(column, heading, headings, written):
            problems.append(problem)
        elif heading.strip():
            found[column] = written.index(plain(heading))
    taken = set(found.values())
    for column, names in _HEADINGS.items():
        if column not in chosen:
            known = names.split("|")
            at = [index for index, word in enumerate(written) if word in known and index not in taken]
            if len(at) > 1 and written[at[0]] == written[at[1]]:
                fact = f"the column `{headings[at[1]].strip()}` is there twice"
                hint = "remove one, or give it another name"
                problems.append(Problem(fact, _cell(place, at[1]), hint, "" if place else "applications"))
            if at:
                found[column] = min(at, key=lambda index: known.index(written[index]))
    problems += _missing(found, headings, place)
    return found


def _misnamed(column: str, heading: str, headings: Sequence[str], written: Sequence[str]) -> Problem | None:
    if column not in COLUMNS:
        match = nearest(column, COLUMNS)
        known = f"columns are {', '.join(COLUMNS)}"
        hint = f"the nearest is `{match}`; {known}" if match else known
        return Problem(f"unknown column `{column}`", hint=hint, field=f"columns.{column}")
    if heading.strip() and plain(heading) not in written:
        match = nearest(plain(heading), written)
        headed = ", ".join(name.strip() for name in headings[:12] if name.strip())
        rest = ", ..." if len(headings) > 12 else ""
        hint = f"the nearest is `{headings[written.index(match)]}`" if match else f"headings are {headed}{rest}"
        return Problem(f"there is no heading `{heading}`", hint=hint, field=f"columns.{column}")
    return None


def _missing(found: Mapping[str, int], headings: Sequence[str], place: Place | None) -> list[Problem]:
    """What a list cannot do without: whose the application is, and where it stands."""
    field = "" if place else "applications"
    if not any(heading.strip() for heading in headings):
        hint = "the first row names the columns: company, role, stage, applied, ..."
        return [Problem("the table is empty", place, hint, field)]
    missing = []
    if "company" not in found and "role" not in found:
        missing.append("company")
    if "stage" not in found and not any(column in found for column in STAGE_DAYS):
        missing.append("stage")
    return [
        Problem(f"the column `{column}` is missing", place, _hint(column, found, headings), field) for column in missing
    ]


def _hint(column: str, found: Mapping[str, int], headings: Sequence[str]) -> str:
    """Which heading may be meant, else which there are."""
    free = {plain(name): name.strip() for at, name in enumerate(headings) if name.strip() and at not in found.values()}
    meant = next((match for word in _HEADINGS[column].split("|") if (match := nearest(word, free))), None)
    if meant:
        return f"if `{free[meant]}` is meant: `columns: {{{column}: {free[meant]}}}`"
    shown = ", ".join(list(free.values())[:12]) + (", ..." if len(free) > 12 else "")
    said = f"`columns: {{{column}: ...}}` names it"
    return f"{said}; other headings are {shown}" if shown else f"the first row names the columns; {said}"


def _cell(place: Place | None, index: int) -> Place | None:
    return place._replace(column=index + 1) if place else None
