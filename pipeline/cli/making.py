"""`visuals render` and `visuals build`: make the pictures and say which."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.printing import FAILED
from pipeline.cli.telling import Telling

if TYPE_CHECKING:
    from pipeline.build.staleness import Survey, Wanted
    from pipeline.errors import PipelineError
    from pipeline.rendering import Job, Outcome, Visual


_OUTPUT = "A folder, or a file such as card.png for exactly one picture; - is standard output."


@click.command()
@click.argument("spec", type=click.Path(), metavar="SPEC")
@click.option("--size", "sizes", multiple=True, metavar="SIZE", help="Only this size. Repeatable.")
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Only this theme. Repeatable.")
@click.option(
    "--scale", type=click.IntRange(1, 4), default=1, metavar="N", help="Pixels for each px; 2 for dense screens."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="Only this format: png, svg, pdf, webp, jpeg or avif. Repeatable.",
)
@options.output(_OUTPUT, takes_stream=True)
@click.option("--set", "overrides", multiple=True, metavar="KEY=VALUE", help="Replace a key of the spec. Repeatable.")
@options.as_json
def render(
    spec: str,
    sizes: tuple[str, ...],
    themes: tuple[str, ...],
    scale: int,
    formats: tuple[str, ...],
    output: str | None,
    overrides: tuple[str, ...],
    as_json: bool,
) -> None:
    """Render one SPEC: all the pictures it calls for, or those picked.

    Pictures go to the output/ folder beside the specs/ folder, as SPEC.SIZE.png; a theme that is not the spec's first
    is part of the name: SPEC.SIZE.THEME.png. A size, theme or format that is picked need not be listed in the spec.
    The folder's manifest learns of them, unless --set makes them something else than the spec says.

    A SPEC may be a picture: its PNG carries the spec that made it. What is rendered of it goes beside it, or
    into the current folder where a manifest says what may lie beside it. A SPEC `-` is standard input, which
    counts files from the current folder; `-o -` writes one picture to standard output.

    \b
    Examples:
      visuals render specs/quote_card.yaml
      visuals render specs/quote_card.yaml --size og --theme ink
      visuals render specs/quote_card.yaml --size square --scale 2 -o card.png
      visuals render specs/quote_card.yaml --format webp --format avif
      visuals render specs/quote_card.yaml --set text="Every *word* counts." --set author=Ada
      visuals render quote_card.og.png --theme ink
      visuals render - -o - < card.yaml > card.png
    """
    from pipeline import embedding
    from pipeline.build import folder_of, jobs_of
    from pipeline.cli import given
    from pipeline.rendering import load

    picked = (sizes, themes, scale, formats)
    if output == options.STANDARD:
        _print_picture(_single_job(given.load(spec, overrides), "", *picked))
        return
    telling = Telling(as_json=as_json)
    folder = folder_of(spec, output, is_mirrored=False)
    if output is not None and _names_a_file(output):
        errors = _make([_single_job(given.load(spec, overrides), output, *picked)], telling)
    elif spec == options.STANDARD:
        errors = _make(_owned(folder, jobs_of(given.load(spec, overrides), folder, *picked)), telling)
    elif embedding.is_picture(spec):
        again = _again(load(spec, overrides), spec, output or _beside(spec), *picked)
        errors = _make(list(again), telling)
    elif overrides or (output is not None and not _has_manifest(folder)):
        errors = _make(_owned(folder, jobs_of(load(spec, overrides), folder, *picked)), telling)
    else:
        from pipeline.build.staleness import survey

        surveyed = survey([spec], folder, closely=True, is_mirrored=False)
        for error in surveyed.errors:
            raise error
        (reading,) = surveyed.readings
        errors = _make(list(jobs_of(reading.visual, folder, *picked)), telling, surveyed)
    telling.finish(errors)


@click.command()
@click.argument("places", nargs=-1, type=click.Path(), metavar="[FOLDER or SPEC]...")
@options.output("Folder for the pictures.", options.BESIDE_SPECS)
@click.option("--only", metavar="PATTERN", help="Only pictures whose names match, such as '*.og.*' or 'quote_*'.")
@click.option("--force", is_flag=True, help="Render fresh pictures, too.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@click.option("--explain", is_flag=True, help="Say why each picture is made, and name the fresh ones.")
@click.option(
    "--jobs", type=click.IntRange(1, 256), metavar="N", help="Number of processes at most.  [default: one per core]"
)
@options.cluster
@click.option(
    "--fail-on-change",
    is_flag=True,
    help="End with 1 when a picture was made or changed, or is not in the commit: for hooks.",
)
@options.as_json
def build(
    places: tuple[str, ...],
    output: str | None,
    only: str | None,
    force: bool,
    dry_run: bool,
    explain: bool,
    jobs: int | None,
    cluster: str,
    fail_on_change: bool,
    as_json: bool,
) -> None:
    """Render the stale pictures of every spec of a FOLDER (by default specs/), and of each SPEC that is named.

    A picture is stale when its spec, a file that the spec names, the theme, the faces or the renderer are no longer
    what it was made of, or when its file is not the one that was made. The folder's manifest says what each picture is,
    a cache that git ignores how it was made; without that it is drawn again, and comes out the same.
    A spec that fails stops none of the others. Files whose names begin with `_` are not specs.

    \b
    Examples:
      visuals build
      visuals build specs drafts/idea.yaml -o output
      visuals build --dry-run --explain
      visuals build --only '*.story.*' --force
    """
    from pipeline.build import spec_paths
    from pipeline.build.staleness import survey
    from pipeline.cli import given

    given.refuse_standard(places, "`visuals render -` makes its pictures")
    surveyed = survey(spec_paths(places), output, force)
    wanted = [each for each in surveyed.wanted if only is None or _fits(each.path, only)]
    if surveyed.wanted and not wanted:
        raise click.BadParameter(f"no picture's name fits {only}", param_hint="'--only'")
    telling = Telling(wanted, as_json, explain)
    errors = list(surveyed.errors)
    if dry_run:
        telling.plan()
    else:
        errors += _make([each.job for each in wanted if each.job], telling, surveyed, jobs, cluster)
    telling.finish(errors)
    if fail_on_change and not dry_run and not _is_in_the_commit(telling, wanted):
        click.get_current_context().exit(FAILED)


def _is_in_the_commit(telling: Telling, wanted: Iterable[Wanted]) -> bool:
    """Whether no picture was changed, and git has all of them and their manifest as they are; what it lacks is told."""
    from pipeline.build import manifest
    from pipeline.check import not_committed
    from pipeline.cli.printing import report

    pages = [page for outcome in telling.outcomes for page in outcome.pages]
    records = {manifest.record(os.path.dirname(each.path), each.spec_path): None for each in wanted}
    paths = [*telling.unchanged, *(page.path for page in pages), *records]
    lacking = [each.problem for each in not_committed(filter(os.path.isfile, paths))]
    if lacking:
        report(lacking)
    return not lacking and not any(page.is_changed for page in pages)


def _owned(folder: str, jobs: Iterable[Job]) -> list[Job]:
    """The jobs; raises SpecError for one whose picture belongs to another spec."""
    from pipeline.build.staleness import check_owners

    wanted = list(jobs)
    check_owners(folder, wanted)
    return wanted


def _print_picture(job: Job) -> None:
    """Write one picture to standard output, and what is to be said of it beside that."""
    from pipeline.cli.printing import refuse_terminal, say, say_exactly
    from pipeline.rendering import render

    refuse_terminal()
    made = render(job.visual, job.size, job.theme, job.scale, job.format_name)
    say(*(f"note: {note}" for note in made.notes), err=True)
    say_exactly(made.data)


def _again(
    visual: Visual,
    picture: str,
    folder: str,
    sizes: Sequence[str],
    themes: Sequence[str],
    scale: int,
    formats: Sequence[str],
) -> Iterator[Job]:
    """The pictures of the spec that a picture carries, named as it is: its theme is part of the name where it was."""
    from pipeline.build import jobs_of

    stem = os.path.splitext(os.path.basename(picture))[0].partition("@")[0]
    size, theme = visual.spec.sizes[0], visual.spec.themes[0]
    with_theme = stem.endswith(f".{theme}")
    name = stem.removesuffix(f".{theme}").removesuffix(f".{size}")
    for job in jobs_of(visual._replace(name=name), folder, sizes, themes, scale, formats):
        if with_theme and job.theme == theme:
            plain = f"{name}.{job.size}"
            file = os.path.basename(job.output_path).replace(plain, f"{plain}.{theme}", 1)
            job = job._replace(output_path=os.path.join(folder, file))
        yield job


def _beside(picture: str) -> str:
    """The picture's folder, or the current one where a manifest says what may lie there."""
    folder = os.path.dirname(picture)
    return os.curdir if _has_manifest(folder) else folder


def _has_manifest(folder: str) -> bool:
    from pipeline.build import manifest

    return manifest.is_kept(folder)


def _fits(path: str, pattern: str) -> bool:
    """Whether a picture's name, with or without its suffix, fits a pattern of the shell's kind."""
    from fnmatch import fnmatchcase

    name = os.path.basename(path)
    return fnmatchcase(name, pattern) or fnmatchcase(os.path.splitext(name)[0], pattern)


def _names_a_file(output: str) -> bool:
    """Whether `-o` means a file; raises BadParameter for a suffix of a format there is none of."""
    from pipeline import formats

    suffix = os.path.splitext(output)[1]
    if os.path.isdir(output) or output.endswith(os.sep) or not suffix:
        return os.path.exists(output) and not os.path.isdir(output)
    if formats.of_suffix(output) is None:
        known = ", ".join(map(formats.suffix, formats.names()))
        fact = f"{output}: no format has the suffix {suffix}; there is {known}. A folder's name may end in {os.sep}"
        raise click.BadParameter(fact, param_hint="'-o'")
    return True


def _single_job(
    visual: Visual, output: str, sizes: Sequence[str], themes: Sequence[str], scale: int, formats: Sequence[str]
) -> Job:
    """The one picture that goes to the file `output`, in the format of its suffix if it has one.

    Where nothing is picked, the first size and theme of the spec.
    """
    from pipeline.build import jobs_of
    from pipeline.formats import find, of_suffix

    if len(sizes) > 1 or len(themes) > 1 or len(formats) > 1:
        raise click.BadParameter("a file takes one picture: pick one size, theme and format", param_hint="'-o'")
    named, spec = of_suffix(output), visual.spec
    if named and formats and find(formats[0]) != named:
        raise click.BadParameter(f"{output} would be {named}, not {formats[0]}", param_hint="'--format'")
    wanted = [named] if named else formats or spec.formats[:1]
    (job,) = jobs_of(visual, "", sizes or spec.sizes[:1], themes or spec.themes[:1], scale, wanted)
    return job._replace(output_path=output, is_named=True)


def _make(
    jobs: Sequence[Job],
    telling: Telling,
    surveyed: Survey | None = None,
    processes: int | None = None,
    cluster: str = "",
) -> list[PipelineError]:
    """Make the pictures and tell what becomes of each; what the disk refuses of the manifest comes back.

    Without a survey no manifest is kept.
    """
    from pipeline.build import Stop, build, run
    from pipeline.errors import OutputError

    with Stop() as stop, telling.progress(len(jobs)):
        if surveyed is None:
            outcomes = run(jobs, processes, noted=False, stop=stop)
        elif cluster:
            outcomes = build(surveyed, jobs, processes, stop, telling.said.append, _on(cluster))
        else:
            outcomes = build(surveyed, jobs, processes, stop, telling.said.append)
        try:
            for outcome in outcomes:
                telling.outcome(outcome)
        except OutputError as error:
            return [error]
        finally:
            telling.ended_by = stop.signal
    return []


def _on(cluster: str) -> Callable[..., Iterator[Outcome]]:
    """What makes jobs on the cluster at that address."""
    from pipeline.cluster import jobs

    return partial(jobs.run, cluster)
