"""`visuals batch`: a picture for each row of a table."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.given import STDIN
from pipeline.cli.options import STANDARD
from pipeline.cli.printing import FAILED, report, say, say_json

if TYPE_CHECKING:
    from pipeline.batch import Batch
    from pipeline.batch.rows import Rows
    from pipeline.build import Stop
    from pipeline.errors import Problem

MOST_SHOWN = 20  # problems; the report has all


@click.command()
@click.argument("spec", type=click.Path(), metavar="SPEC")
@click.argument("rows", type=click.Path(), metavar="ROWS")
@options.output("A folder, or names such as 'cards/{slug}.{size}.{format}'.", "a folder in this one, named as the spec")
@click.option("--map", "mapped", multiple=True, metavar="HEADING=KEY", help="Fill a key from that column. Repeatable.")
@click.option("--size", "sizes", multiple=True, metavar="SIZE", help="Only this size. Repeatable.")
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Only this theme. Repeatable.")
@click.option("--format", "formats", multiple=True, metavar="FORMAT", help="Only this format. Repeatable.")
@click.option(
    "--scale", type=click.IntRange(1, 4), default=1, metavar="N", help="Pixels for each px; 2 for dense screens."
)
@click.option("--dry-run", is_flag=True, help="Say what is wrong with every row, and make nothing.")
@click.option("--force", is_flag=True, help="Render unchanged rows, too.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Number of processes at most, or of chunks in flight.  [default: one per core]",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    default="",
    help="Render on a Dask cluster, such as tcp://scheduler:8786; --jobs is then what is in flight.",
)
@click.option("--sheet", is_flag=True, help="Show the first pictures on one contact sheet: SPEC.sheet.png.")
@options.as_json
def batch(
    spec: str,
    rows: str,
    output: str | None,
    mapped: tuple[str, ...],
    sizes: tuple[str, ...],
    themes: tuple[str, ...],
    formats: tuple[str, ...],
    scale: int,
    dry_run: bool,
    force: bool,
    jobs: int | None,
    cluster: str,
    sheet: bool,
    as_json: bool,
) -> None:
    """Render SPEC once for each of ROWS: CSV, TSV, JSON, JSON Lines (.jsonl), or - for standard input.

    A column whose heading is a key of the spec fills it: `text`, `author`, `items[0].text`, `theme`; others are named
    by --map. An empty cell leaves what the spec says. In the files' names, {slug} is what a row has under slug, id,
    name or title, else under the first column that fills a key; there are {row}, {spec}, {size}, {theme}, {format} and
    every heading, too.

    Names are checked before the first picture is made. A row that fails stops no other. What is as it was is not made
    again, so a batch that ended early goes on where it was. The report, SPEC.jsonl beside the pictures, has a line of
    JSON for each picture, with its alt text, and for each row that failed.

    \b
    Examples:
      visuals batch specs/certificate.yaml people.csv -o 'certificates/{slug}.{size}.{format}'
      visuals batch specs/card.yaml talks.csv --map Speaker=author --map Title=text --dry-run
      visuals batch specs/card.yaml - < quotes.jsonl
    """
    from pipeline.batch import Batch, Plan

    with _rows(rows) as table:
        plan = Plan(spec, table, output or "", _mapped(mapped), sizes, themes, formats, scale)
        made = Batch(plan, jobs, cluster)
        if dry_run:
            _check(made, as_json)
        else:
            _make(made, sheet, force, as_json)


def _mapped(assignments: tuple[str, ...]) -> dict[str, str]:
    pairs = [each.rpartition("=") for each in assignments]
    for heading, _, field in pairs:
        if not heading or not field:
            raise click.BadParameter("expected HEADING=KEY, such as --map 'Full name=author'", param_hint="'--map'")
    mapped = {heading.strip(): field.strip() for heading, _, field in pairs}
    if len(mapped) < len(pairs):
        raise click.BadParameter("a heading fills one key, and here one is named twice", param_hint="'--map'")
    return mapped


@contextmanager
def _rows(path: str) -> Iterator[Rows]:
    """The table at a path; standard input is kept in a file meanwhile, as it is read twice."""
    from pipeline.batch.rows import Rows, kept

    if path != STANDARD:
        yield Rows(path)
        return
    with kept(sys.stdin.buffer) as file:
        yield Rows(file, STDIN)


def _beside(made: Batch, suffix: str) -> str:
    """A file beside the pictures, named as the spec; where those lie elsewhere, in this folder."""
    return os.path.join(made.home, made.template.spec_name + suffix)


def _check(made: Batch, as_json: bool) -> None:
    """Say what is wrong with every row, and how many pictures there would be."""
    from pipeline.batch.ledger import Ledger
    from pipeline.build import Stop
    from pipeline.cli.progress import Progress

    with Ledger.in_memory() as ledger:
        problems = made.survey(ledger)
    with Stop() as stop, Progress(made.count.rows, "rows") as progress:
        for _, found in () if problems else made.check(stop):
            problems += found
            progress.show(progress.done + 1, made.count.failed_rows)
    _tell(made, problems, "would be made", as_json, most=len(problems))
    _end(bool(problems), stop)


def _make(made: Batch, sheet: bool, force: bool, as_json: bool) -> None:
    from pipeline.batch.guarding import check_report
    from pipeline.batch.ledger import Ledger
    from pipeline.build import Stop
    from pipeline.cli.progress import Progress
    from pipeline.errors import SpecError

    problems: list[Problem] = []
    with Ledger(made.state_path) as ledger:
        report_path = _beside(made, ".jsonl")
        check_report(report_path, made.plan.rows.path)
        blocking = made.survey(ledger)
        if sheet:
            blocking += made.obstacles(ledger, _beside(made, ".sheet.png"))
        if blocking:
            raise SpecError(*blocking)
        with Stop() as stop, Progress(made.count.pictures, "pictures") as progress:
            for _, found in made.make(ledger, stop, force):
                new = [problem for problem in found if problem not in problems]
                problems += new[: MOST_SHOWN - len(problems)]
                progress.show(made.count.done, made.count.failed_rows)
        made.write_report(ledger, report_path)
        if sheet:
            _write_sheet(made, _beside(made, ".sheet.png"))
        left_over = made.left_over(ledger)
    problems = made.answers.told(problems)
    _tell(made, problems, "made", as_json, MOST_SHOWN, report_path, left_over)
    _end(bool(problems), stop)


def _write_sheet(made: Batch, path: str) -> None:
    from pipeline import files
    from pipeline.authoring import sheets
    from pipeline.batch.sheet import contact_sheet

    data = sheets.encoded(contact_sheet(made), "png")
    files.write_atomically(path, data, is_named=True)


def _end(has_failed: bool, stop: Stop) -> None:
    if stop.signal or has_failed:
        click.get_current_context().exit(128 + stop.signal if stop.signal else FAILED)


def _tell(
    made: Batch,
    problems: list[Problem],
    done: str,
    as_json: bool,
    most: int,
    report_path: str = "",
    left_over: list[str] | None = None,
) -> None:
    """Say what became of the batch, as lines or as one JSON object; problems in the order of the rows."""
    problems = sorted(dict.fromkeys(problems), key=lambda problem: problem.place or ())  # the spec's are in every row
    if as_json:
        told = {
            **made.count._asdict(),
            "report": report_path,
            "notes": [note.keys() for note in made.notes],
            "problems": [problem.keys() for problem in problems],
            "left_over": left_over or [],
        }
        say_json(told)
        return
    for note in made.notes:
        say(f"  note: {note}")
    if problems:
        report(problems[:most])
    for line in _summary(made, done, report_path, left_over or []):
        say(line)


def _summary(made: Batch, done: str, report_path: str, left_over: list[str]) -> Iterator[str]:
    from pipeline.errors import enumerated
    from pipeline.prose import counted

    count = made.count
    if made.noted:
        where = f"the report has notes on {counted(made.noted, 'picture')}"
        yield "  note: " + (where if report_path else f"there are notes on {counted(made.noted, 'row')}")
    if left_over:
        yield f"  note: no row calls for {enumerated(left_over, 3)} any more"
    made_now = count.made if report_path else count.pictures - count.failed
    words = [f"{counted(count.rows, 'row')}: {counted(made_now, 'picture')} {done}"]
    words += [f"{count.unchanged:,} unchanged"] if count.unchanged else []
    words += [f"{counted(count.failed_rows, 'row')} failed"] if count.failed_rows else []
    left = count.pictures - count.done if report_path else 0
    words += [f"{counted(left, 'picture')} not reached"] if left > 0 else []
    yield ", ".join(words) + (f"; see {report_path}" if report_path else "")
