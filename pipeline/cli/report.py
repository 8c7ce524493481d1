"""`visuals report`: how the texts of each picture came out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import options
from pipeline.cli.printing import columns, exit_code, report_errors, say, say_json
from pipeline.errors import enumerated
from pipeline.prose import counted

if TYPE_CHECKING:
    from pipeline.check.reports import Report
    from pipeline.legibility import Spot

TOLD = 3  # fields named in one line
SAID_BY_FIT = ("left_out", "shortened")


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER or SPEC]...")
@options.output("Folder of the pictures.", options.BESIDE_SPECS)
@options.as_json
def report(places: tuple[str, ...], output: str | None, as_json: bool) -> None:
    """Report how the texts of each picture came out.

    Of each text its sizes, lines and faces; the smallest text, also where the picture is shown 360 px wide; the
    lowest contrast and where; what was left out or shortened; which face made the type smaller; what a platform may
    hide; bytes against budget. It is read from the folder's manifest, which `visuals build` writes.

    \b
    Examples:
      visuals report
      visuals report specs/quote_card.yaml
      visuals report --json
    """
    from pipeline.build import spec_paths
    from pipeline.check.reports import reports
    from pipeline.cli import given

    given.refuse_standard(places, "it is about pictures that are made, of specs in files")

    found, errors = reports(spec_paths(places), output)
    if as_json:
        say_json({"pictures": {each.path: _keys(each) for each in found}})
    else:
        for number, each in enumerate(found):
            say(*([""] if number else []), *_lines(each))
    if errors:
        report_errors(errors)
        click.get_current_context().exit(exit_code(errors))


def _keys(report: Report) -> dict[str, Any]:
    from pipeline import legibility

    smallest = {"smallest_on_phone": round(report.fit.smallest_on_phone, 1)} if report.fit.smallest else {}
    notes = {"notes": [note.keys() for note in report.made.notes]} if report.made.notes else {}
    return {"bytes": report.made.bytes, **legibility.noted(report.fit), "faces": report.fit.faces, **smallest, **notes}


def _lines(report: Report) -> Iterator[str]:
    from pipeline.check.reports import share_of_budget

    made = report.made
    yield f"{report.path}  {made.width} x {made.height}  {share_of_budget(report)}"
    largest_first = sorted(report.fit.texts.items(), key=lambda each: (-each[1].sizes[0], each[0]))
    rows = [
        ("", name, _px(*role.sizes), counted(role.lines, "line"), ", ".join(role.faces)) for name, role in largest_first
    ]
    if rows:
        yield from columns(rows)
    yield from (f"  {name:9}  {said}" for name, said in _findings(report))


def _findings(report: Report) -> Iterator[tuple[str, str]]:
    from pipeline.legibility import PHONE

    fit = report.fit
    if fit.smallest:
        on_phone = f"{fit.smallest_on_phone:.1f} px where the picture is {PHONE} px wide"
        yield "smallest", f"{_px(fit.smallest.size)}, {on_phone}: {_where(fit.smallest)}"
    if fit.lowest:
        yield "contrast", f"{fit.lowest.ratio:.2f}, of {fit.lowest.least:g} needed: {_where(fit.lowest.spot)}"
    for each in fit.faint:
        yield "faint", f"{each.ratio:.2f}, of {each.least:g} needed: {_where(each.spot)}"
    if fit.unjudged:
        yield "unjudged", f"{counted(fit.unjudged, 'text')} on a picture file"
    yield from (("hidden", _where(spot)) for spot in fit.hidden)
    if fit.shortened:
        yield "shortened", enumerated(fit.shortened, TOLD)
    yield from (("left out", text) for text in fit.left_out)
    yield from (("tall face", f"{face}: its type is smaller, or its lines farther apart") for face in fit.tall)
    yield from (("note", str(note)) for note in report.made.notes if note.about not in SAID_BY_FIT)


def _where(spot: Spot) -> str:
    return f"{spot.role} “{spot.text}” at {spot.x:g}, {spot.y:g}"


def _px(*sizes: float) -> str:
    return f"{', '.join(f'{size:g}' for size in sizes)} px"
