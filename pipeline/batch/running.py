"""A batch from its rows to its report."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from pipeline import files, formats, places, project, sizes, source
from pipeline.batch import making
from pipeline.batch.columns import Columns
from pipeline.batch.ledger import Ledger
from pipeline.batch.making import Recipe, Result, Task
from pipeline.batch.naming import Picture, Template, identity
from pipeline.batch.rows import Row, Rows
from pipeline.build import cache
from pipeline.build.keys import Disk
from pipeline.build.pool import Lost, cores, spread
from pipeline.build.stopping import never
from pipeline.errors import OutputError, Problem, SpecError
from pipeline.kinds import kind_name
from pipeline.kinds import load as load_kind
from pipeline.notes import Note
from pipeline.theme import Shelf

DEFAULTS = {"sizes": ("og",), "themes": ("paper",), "formats": ("png",)}


class Plan(NamedTuple):
    """What a batch is asked for: the spec and the rows, which headings fill which keys, and where pictures go.

    `sizes`, `themes` and `formats` are by default those that the spec lists, or a row names.
    """

    spec_path: str
    rows: Rows
    output: str = ""
    mapped: Mapping[str, str] = {}  # a proxy cannot be sent to another process
    sizes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    scale: int = 1


class Count(NamedTuple):
    """How far a batch is: of so many rows and pictures, how many are made, unchanged or failed."""

    rows: int = 0
    pictures: int = 0
    made: int = 0
    unchanged: int = 0
    failed: int = 0
    failed_rows: int = 0

    @property
    def done(self) -> int:
        """The pictures that need no more work."""
        return self.made + self.unchanged + self.failed


class Batch:
    """One run of a batch: `survey`, then `check` or `make`, then `write_report`.

    Raises SpecError for a spec that cannot be read, and for keys and names that there are not.
    """

    def __init__(self, plan: Plan, processes: int | None = None, cluster: str = "") -> None:
        self.plan = plan
        self.processes, self.cluster = processes, cluster
        _check(plan)
        node = source.read_spec(plan.spec_path)
        home = project.folder(plan.spec_path)
        kind = load_kind(kind_name(node, home), home)
        self.recipe = Recipe(plan.spec_path, node, Columns(kind.spec.__struct_fields__, plan.mapped), plan.scale)
        name = os.path.splitext(os.path.basename(plan.spec_path))[0]
        self.template = Template(_template(plan, node, name), name)
        self.home = "" if places.is_remote(self.template.text) else self.template.folder
        self.state_path = os.path.join(self.home, cache.FOLDER, f"{name}.batch")
        self._disk = Disk()
        self._ground = self._hash_of_all_rows()
        self.notes: tuple[Note, ...] = ()
        self.count = Count()
        self.noted = 0  # pictures that the report has notes on

    def survey(self, ledger: Ledger) -> list[Problem]:
        """Read all rows and claim the names of their pictures; what is wrong with headings and names."""
        problems: list[Problem] = []
        rows = pictures = 0
        ledger.begin()
        for rows, row in enumerate(self.plan.rows, 1):  # noqa: B007  # how many there were
            try:
                for picture in self.pictures(row):
                    pictures += 1
                    if taken := self._claim(ledger, row, picture):
                        problems.append(self._clash(row, picture, *taken))
            except SpecError as error:
                problems += error.problems
        ledger.end()
        columns, headings = self.recipe.columns, self.plan.rows.headings
        where = self.plan.rows.name
        unread = columns.unread(headings, self.template.used(headings))
        self.notes = (*self.recipe.node.notes, *self.plan.rows.notes, *unread)
        self.count = Count(rows, pictures)
        if not rows:
            raise SpecError(Problem(f"{where}: there are no rows", hint="below the headings each line is a picture"))
        return list(
            dict.fromkeys(
                [*columns.problems(headings, where), *self.template.problems(dict(headings), where), *problems]
            )
        )

    def check(self, stop: Callable[[], bool] = never) -> Iterator[tuple[Row, list[Problem]]]:
        """What is wrong with each row, found by laying its pictures out."""
        tasks = (Task(row, tuple(self.pictures(row)), ()) for row in self.plan.rows)
        for task, result in self._spread(making.check, tasks, stop):
            found = list(making.problems(result))
            self._count(failed=len(task.pictures) if found else 0, failed_rows=int(bool(found)))
            yield task.row, found

    def make(
        self, ledger: Ledger, stop: Callable[[], bool] = never, force: bool = False
    ) -> Iterator[tuple[Row, list[Problem]]]:
        """Make what is not there as it should be, or all by `force`; each row worked on, and what is wrong with it.

        `count` says how far it is, `ledger` what was made.
        """
        for task, result in self._spread(making.make, self._tasks(ledger, force), stop):
            ledger.begin()
            for path, made in result.made:
                ledger.note(path, made)
            found = list(making.problems(result))
            self.noted += sum("notes" in page for _, made in result.made for page in made.pages)
            if found:
                ledger.note_failed(task.row.number, task.row.place.line, [problem.keys() for problem in found])
            ledger.end()
            failed = len(task.pictures) - len(result.made)
            self._count(made=len(result.made), failed=failed, failed_rows=int(bool(found)))
            yield task.row, found

    def write_report(self, ledger: Ledger, path: str) -> None:
        """Write the report: JSON Lines, in the order of the rows; raises OutputError."""
        files.write_atomically(path, lambda: map(_line, ledger.report()), is_named=True)

    def _tasks(self, ledger: Ledger, force: bool) -> Iterator[Task]:
        """The rows of which a picture is missing, stale or not as it was made; with `force`, all rows."""
        for row in self.plan.rows:
            stale: list[tuple[Picture, str]] = []
            for picture in self.pictures(row):
                key = self._key(row, picture)
                made = None if force else ledger.made(places.shown(picture.path))
                if made and made.key == key and making.is_whole(picture, made) and self._are_read(made.reads):
                    self._count(unchanged=1)
                else:
                    stale.append((picture, key))
            if stale or row.problems:
                yield Task(row, tuple(picture for picture, _ in stale), tuple(key for _, key in stale))

    def _spread(
        self, work: Callable[[Recipe, Task], Result], tasks: Iterable[Task], stop: Callable[[], bool]
    ) -> Iterator[tuple[Task, Result]]:
        """Each row and what became of it: on processes of this machine, or on a cluster."""
        if self.cluster:
            from pipeline.batch import far
            from pipeline.cluster import Cluster

            cluster = Cluster(self.cluster, [self.recipe.path], [making.kind_of(self.recipe)], self.processes)
            done = far.spread(cluster, work, self.recipe, tasks, stop)
        else:
            done = spread(partial(work, self.recipe), tasks, self.processes or cores(), stop)
        for task, result in done:
            yield task, _lost(task, result) if isinstance(result, Lost) else result

    def pictures(self, row: Row) -> Iterator[Picture]:
        """The pictures of a row and their files, none for a row that cannot be read; raises SpecError for no name."""
        if row.problems:
            return
        for size in self._listed(row, "sizes"):
            for theme in self._listed(row, "themes"):
                for each in self._listed(row, "formats"):
                    name = formats.of_suffix(f"picture.{each}") or each  # an unknown one fails as a part of its row
                    yield Picture(size, theme, name, self.template.path(row, self.recipe.columns, size, theme, name))

    def _listed(self, row: Row, key: str) -> tuple[str, ...]:
        """The sizes, themes or formats of a row: as asked for, as the row says, as the spec says, or the usual."""
        if asked := getattr(self.plan, key):
            return tuple(asked)
        values = self.recipe.columns.values(row)
        said = values.get(key) or (values.get("theme") if key == "themes" else None)
        if said is None:
            node = self.recipe.node.child(key) or (self.recipe.node.child("theme") if key == "themes" else None)
            said = node.plain() if node is not None else DEFAULTS[key]
        return tuple(_name(each) for each in (said if isinstance(said, list | tuple) else [said]))

    def _claim(self, ledger: Ledger, row: Row, picture: Picture) -> tuple[str, int] | None:
        path = places.shown(picture.path)
        return ledger.claim(path, identity(path), row.number, row.place.line)

    def _clash(self, row: Row, picture: Picture, path: str, line: int) -> Problem:
        if line == row.place.line:
            several = [key[:-1] for key in DEFAULTS if len(self._listed(row, key)) > 1]
            named = " and ".join(f"{{{name}}}" for name in several if f"{{{name}}}" not in self.template.text)
            hint = f"put {named} into the name: -o" if named else "name each once"
            return Problem(f"two pictures of this row would be {places.shown(picture.path)}", row.place, hint)
        named = places.shown(picture.path)
        also = "" if path == named else f", which some disks take for {path}"
        fact = f"would write {named}{also}, as line {line} does"
        return Problem(fact, row.place, "name the files by a column that differs in each row, or by {row}")

    def _key(self, row: Row, picture: Picture) -> str:
        """The hash of all that a picture is made of."""
        values = json.dumps(self.recipe.columns.values(row), sort_keys=True, ensure_ascii=False)
        named = f"{self._ground}\0{picture.size}\0{picture.theme}\0{picture.format_name}\0{values}"
        return files.digest_of(named.encode("utf-8", "surrogatepass"))

    def _hash_of_all_rows(self) -> str:
        """The hash of what all rows share: the spec, themes, faces, the code that paints."""
        path, node = self.recipe.path, self.recipe.node
        around = self._disk.around(path)
        beside = {each: self._disk.digest(each, around) for each in self._disk.beside(path) if each != path}
        ground = self._disk.ground(path, making.kind_of(self.recipe))
        said = json.dumps([node.plain(), beside, ground, self.plan.scale], sort_keys=True, default=str)
        return files.digest_of(said.encode("utf-8", "surrogatepass"))

    def _are_read(self, reads: Iterable[tuple[str, str]]) -> bool:
        """Whether the files that a picture was made of are as they were."""
        around = self._disk.around(self.recipe.path)
        return all(self._disk.digest(path, around) == digest for path, digest in reads)

    def _count(self, **more: int) -> None:
        grown = Counter(self.count._asdict())
        grown.update(more)
        self.count = Count(**grown)


def _check(plan: Plan) -> None:
    """Raise SpecError or ThemeError for sizes, formats and themes that were asked for and are none."""
    for size in plan.sizes:
        sizes.parse(size)
    for each in plan.formats:
        formats.find(each)
    for theme in plan.themes:
        Shelf(project.themes(plan.spec_path)).check(theme)


def _template(plan: Plan, node: source.Node, name: str) -> str:
    """Where pictures go: as asked for, or a folder of the spec's name; in a folder the names have what differs."""
    if "{" in plan.output:
        return plan.output
    themes = plan.themes or node.plain().get("themes")
    theme = ".{theme}" if isinstance(themes, list | tuple) and len(themes) > 1 else ""
    return os.path.join(plan.output or name, f"{{slug}}.{{size}}{theme}.{{format}}")


def _name(value: Any) -> str:
    """The name of a size, a theme or a format; a theme that is written out has its own."""
    return str(value.get("name", "own")) if isinstance(value, dict) else str(value)


def _lost(task: Task, lost: Lost) -> Result:
    fact = f"the process that made this row ended early, with {lost.exit_code}"
    return Result(errors=(OutputError(Problem(fact, task.row.place, "`--jobs 1` needs the least memory")),))


def _line(entry: dict[str, Any]) -> bytes:
    """A line of the report, without what only the next run needs."""
    told = {name: value for name, value in entry.items() if name != "modified"}
    return (json.dumps(told, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
