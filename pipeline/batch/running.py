"""A batch from its rows to its report."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import islice
from typing import Any, NamedTuple

from pipeline import files, formats, places, project, settings, sizes, source
from pipeline.batch import guarding, making
from pipeline.batch.answers import Answers
from pipeline.batch.columns import Columns
from pipeline.batch.ledger import SUFFIX, Ledger, Made
from pipeline.batch.making import Recipe, Result, Task
from pipeline.batch.naming import Picture, Template, identity
from pipeline.batch.rows import Row, Rows
from pipeline.build import cache
from pipeline.build.keys import Disk
from pipeline.build.pool import Lost, cores, spread
from pipeline.build.stopping import never
from pipeline.errors import Problem, SpecError
from pipeline.kinds import kind_name
from pipeline.kinds import load as load_kind
from pipeline.notes import Note
from pipeline.theme import Shelf

MOST_TOLD = 100  # problems with names, notes of checked rows
BLOCK = 16  # rows that are looked at before one of them is given away
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


class _Several:
    """The first problems with names, and how many there are: a mistake in the names is one in each row."""

    def __init__(self) -> None:
        self.first: dict[Problem, None] = {}
        self.more = 0

    def add(self, *problems: Problem) -> None:
        for problem in problems:
            if len(self.first) < MOST_TOLD:
                self.first[problem] = None
            else:
                self.more += problem not in self.first

    def told(self) -> Iterator[Problem]:
        yield from self.first
        if self.more:
            yield Problem(f"{self.more:,} more names are wrong")


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
        home = project.folder(plan.spec_path)
        node = settings.completed(source.read_spec(plan.spec_path), home)
        kind = load_kind(kind_name(node, home), home)
        self.recipe = Recipe(plan.spec_path, node, Columns(kind.spec.__struct_fields__, plan.mapped), plan.scale)
        name = os.path.splitext(os.path.basename(plan.spec_path))[0]
        self.template = Template(_template(plan, node, name), name)
        self.formats = _formats(plan, self.template)
        self.home = "" if places.is_remote(self.template.text) else self.template.folder
        self.state_path = os.path.join(self.home, cache.FOLDER, name + SUFFIX)
        self._real_home = os.path.realpath(self.home or os.curdir)
        self._beside = os.path.join(self.home, "")
        self._reached = 0  # the last row that was looked at
        self._sweep = lru_cache(maxsize=1024)(_swept)
        self._disk = Disk()
        self._ground = self._hash_of_all_rows()
        self._usual = {key: _usual(node, key) for key in DEFAULTS}
        self.notes: tuple[Note, ...] = ()
        self.count = Count()
        self.answers = Answers(places.shown(self.template.folder))
        self.noted = 0  # pictures that the report has notes on, or checked rows that have some

    def survey(self, ledger: Ledger) -> list[Problem]:
        """Read all rows and claim the names of their pictures; what is wrong with headings and names."""
        problems = _Several()
        rows = pictures = 0
        ledger.begin()
        for rows, row in enumerate(self.plan.rows, 1):  # noqa: B007  # how many there were
            try:
                for picture in self.pictures(row):
                    pictures += 1
                    if problem := self._claim(ledger, row, picture):
                        problems.add(problem)
            except SpecError as error:
                problems.add(*error.problems)
        ledger.end()
        columns, headings = self.recipe.columns, self.plan.rows.headings
        where, used = self.plan.rows.name, self.template.used(headings)
        unread = columns.unread(self.plan.rows, used)
        self.notes = (*self.recipe.node.notes, *self.plan.rows.notes, *unread)
        self.count = Count(rows, pictures)
        if not rows:
            raise SpecError(Problem(f"{where}: there are no rows", hint="below the headings each line is a picture"))
        return list(
            dict.fromkeys(
                [
                    *columns.problems(self.plan.rows, used),
                    *self.template.problems(dict(headings), where),
                    *problems.told(),
                ]
            )
        )

    def obstacles(self, ledger: Ledger, sheet_path: str) -> Iterator[Problem]:
        """What keeps a sheet from its place: a picture of a row that goes there, or a file that is not ours."""
        name = self._named(sheet_path)
        if ledger.claim(name, identity(name), 0, 0):
            yield Problem(
                f"{sheet_path}: a row's picture and the sheet would have one name", hint="name pictures otherwise: -o"
            )
        elif fact := guarding.obstacle(sheet_path, self._real_home):
            yield guarding.refused(sheet_path, fact)

    def check(self, stop: Callable[[], bool] = never) -> Iterator[tuple[Row, list[Problem]]]:
        """What is wrong with each row, found by laying its pictures out; `notes` then has theirs, the first of many."""
        notes: dict[Note, None] = {}
        tasks = (Task(row, tuple(self.pictures(row)), ()) for row in self.plan.rows)
        for task, result in self._spread(making.check, tasks, stop):
            found = list(making.problems(result))
            self._count(failed=len(task.pictures) if found else 0, failed_rows=int(bool(found)))
            self.noted += bool(result.notes)
            notes.update(dict.fromkeys(result.notes[: MOST_TOLD - len(notes)]))
            yield task.row, found
        self.notes += tuple(notes)

    def make(
        self, ledger: Ledger, stop: Callable[[], bool] = never, force: bool = False
    ) -> Iterator[tuple[Row, list[Problem]]]:
        """Make what is not there as it should be, or all by `force`; each row worked on, and what is wrong with it.

        `count` says how far it is, `ledger` what was made. Once an address's `answers` have ceased, no row is begun.
        """
        before = self._state_of_rows()
        tasks = _in_blocks(self._tasks(ledger, force))
        for task, result in self._spread(making.make, tasks, lambda: stop() or self.answers.have_ceased):
            self.answers.note(result)
            ledger.begin()
            for path, made in result.made:
                pages = tuple({**page, "path": self._named(page["path"])} for page in made.pages)
                ledger.note(self._named(path), made._replace(pages=pages))
            found = list(making.problems(result))
            if found:
                ledger.note_failed(task.row.number, task.row.place.line, [problem.keys() for problem in found])
            ledger.end()
            failed = len(task.pictures) - len(result.made)
            self._count(made=len(result.made), failed=failed, failed_rows=int(bool(found)))
            yield task.row, found
        if self._state_of_rows() != before:
            fact = f"{self.plan.rows.name} was changed while it was read; the next run makes what it says now"
            self.notes += (Note("rows", fact),)

    def write_report(self, ledger: Ledger, path: str) -> None:
        """Write the report: JSON Lines, in the order of the rows, of those that were looked at; raises OutputError."""
        entries = map(self._told, ledger.report(self._reached))
        files.write_atomically(path, lambda: map(_line, entries), is_named=True)

    def left_over(self, ledger: Ledger) -> list[str]:
        """The pictures of earlier runs that no row calls for any more; those that are gone are forgotten."""
        begun = places.shown(self.template.folder) if places.is_remote(self.template.text) else ""
        names = (
            name for name in ledger.left_over() if places.is_remote(name) is bool(begun) and name.startswith(begun)
        )
        found = {name: os.path.join(self.home, name) for name in names}
        gone = {name for name, path in found.items() if not (places.is_remote(path) or os.path.lexists(path))}
        ledger.forget(gone)
        return [path for name, path in found.items() if name not in gone]

    def _tasks(self, ledger: Ledger, force: bool) -> Iterator[Task]:
        """The rows of which a picture is missing, stale or not as it was made; with `force`, all rows."""
        for row in self.plan.rows:
            self._reached = row.number
            stale: list[tuple[Picture, str]] = []
            for picture in self.pictures(row):
                key, name = self._key(row, picture), self._named(picture.path)
                made = ledger.made(name)
                if made and not force and self._is_as_wanted(picture, key, made):
                    self._count(unchanged=1)
                    continue
                stale.append((picture, key))
                if made:
                    ledger.note_stale(name)
                self._sweep(os.path.dirname(picture.path) or os.curdir)
            if stale or row.problems:
                yield Task(row, tuple(picture for picture, _ in stale), tuple(key for _, key in stale))

    def _is_as_wanted(self, picture: Picture, key: str, made: Made) -> bool:
        return made.key == key and making.is_whole(picture, made) and self._are_read(made.reads)

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
        with project.held_still():  # also in processes that are forked meanwhile
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
        if asked := self.formats if key == "formats" else getattr(self.plan, key):
            return tuple(asked)
        value = partial(self.recipe.columns.value, row)
        said = value(key) or (value("theme") if key == "themes" else None)
        return self._usual[key] if said is None else _names(said)

    def _claim(self, ledger: Ledger, row: Row, picture: Picture) -> Problem | None:
        """Claim the name of a picture; why that cannot be, or None."""
        name = self._named(picture.path)
        if taken := ledger.claim(name, identity(name), row.number, row.place.line):
            return self._clash(row, picture, os.path.join(self.home, taken[0]), *taken[1:])
        if places.is_remote(picture.path) or ledger.made(name):
            return None
        fact = guarding.obstacle(picture.path, self._real_home)
        if not fact and os.path.lexists(picture.path) and (owner := ledger.owner(name)):
            fact = f"another spec's batch has a picture of this name; its ledger is {owner}"
        return guarding.refused(picture.path, fact)._replace(place=row.place) if fact else None

    def _named(self, path: str) -> str:
        """What the ledger calls a picture, or a page of one."""
        if places.is_remote(path):
            return places.shown(path)
        if path.startswith(self._beside) if self._beside else not os.path.isabs(path):
            return path[len(self._beside) :].lstrip(os.sep)
        return os.path.relpath(path, self.home or os.curdir)

    def _told(self, entry: dict[str, Any]) -> dict[str, Any]:
        """An entry of the report, with the path as it is written now."""
        self.noted += "notes" in entry
        return {**entry, "path": os.path.join(self.home, entry["path"])} if "path" in entry else entry

    def _state_of_rows(self) -> tuple[int, ...]:
        """What changes where the file of the rows does; nothing for one elsewhere."""
        try:
            status = os.stat(self.plan.rows.path)
        except OSError:
            return ()
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _clash(self, row: Row, picture: Picture, path: str, number: int, line: int) -> Problem:
        if number == row.number:
            several = [key[:-1] for key in DEFAULTS if len(self._listed(row, key)) > 1]
            named = " and ".join(f"{{{name}}}" for name in several if f"{{{name}}}" not in self.template.text)
            hint = f"put {named} into the name: -o" if named else "name each once"
            return Problem(f"two pictures of this row would be {places.shown(picture.path)}", row.place, hint)
        named = places.shown(picture.path)
        also = "" if path == named else f", which some disks take for {path}"
        other = f"row {number}" if line == row.place.line else f"line {line}"
        fact = f"would write {named}{also}, as {other} does"
        return Problem(fact, row.place, "name the files by a column that differs in each row, or by {row}")

    def _key(self, row: Row, picture: Picture) -> str:
        """The hash of all that a picture is made of."""
        filled = ((self.recipe.columns.field(heading), cell.value, cell.is_text) for heading, cell in row.cells.items())
        values = repr(sorted((each for each in filled if each[0]), key=lambda each: each[0]))
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
        self.count = self.count._replace(**{name: getattr(self.count, name) + by for name, by in more.items()})


def _swept(folder: str) -> None:
    """Remove what a killed batch left in a folder."""
    (places if places.is_remote(folder) else files).sweep(folder)


def _in_blocks(tasks: Iterator[Task]) -> Iterator[Task]:
    """The tasks, some made at a time: the parent, whose turn comes between pictures, then does one thing for longer."""
    while block := list(islice(tasks, BLOCK)):
        yield from block


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
    if formats.of_suffix(plan.output) and not os.path.isdir(plan.output):
        hint = "name a folder, or what differs from row to row: -o '{slug}.{size}.{format}'"
        raise SpecError(Problem(f"-o {places.shown(plan.output)}: all rows would go into one file", hint=hint))
    themes = plan.themes or node.plain().get("themes")
    theme = ".{theme}" if isinstance(themes, list | tuple) and len(themes) > 1 else ""
    return os.path.join(plan.output or name, f"{{slug}}.{{size}}{theme}.{{format}}")


def _formats(plan: Plan, template: Template) -> tuple[str, ...]:
    """The formats that are asked for, also by the end of the names; raises SpecError where those differ."""
    named = template.format_name
    for each in plan.formats if named else ():
        if formats.find(each) != named:
            fact = f"-o {places.shown(template.text)}: the pictures would be {named}, not {each}"
            raise SpecError(Problem(fact, hint="end the name in .{format}"))
    return (named,) if named else plan.formats


def _usual(node: source.Node, key: str) -> tuple[str, ...]:
    """The sizes, themes or formats that a spec lists, or the usual ones."""
    said = node.child(key) or (node.child("theme") if key == "themes" else None)
    return DEFAULTS[key] if said is None else _names(said.plain())


def _names(said: Any) -> tuple[str, ...]:
    return tuple(map(_name, said if isinstance(said, list | tuple) else [said]))


def _name(value: Any) -> str:
    """The name of a size, a theme or a format; a theme that is written out has its own."""
    return str(value.get("name", "own")) if isinstance(value, dict) else str(value)


def _lost(task: Task, lost: Lost) -> Result:
    return Result(errors=(lost.error("this row", task.row.place),))


def _line(entry: dict[str, Any]) -> bytes:
    """A line of the report, without what only the next run needs."""
    told = {name: value for name, value in entry.items() if name != "modified"}
    return (json.dumps(told, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
