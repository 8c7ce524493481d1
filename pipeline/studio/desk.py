"""The desk: the live state of a project's specs and their pictures, and whom to tell of a change."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from pipeline import project
from pipeline.build import spec_paths
from pipeline.errors import PipelineError, Problem
from pipeline.studio.sheets import Made, Sheet, Shot, keys
from pipeline.studio.workers import FIRST, LAST, Worker

MOST_KEPT_BYTES = 300_000_000  # of pictures that were made: some two thousand
CODE = (".py",)


class Desk:
    """What the page shows: each spec as it is, its pictures as they were when it was last right."""

    def __init__(self, places: Sequence[str], press: Worker) -> None:
        self._places = tuple(places)
        self._press = press
        self.paths: list[str] = []  # of the specs there are, whether they were read yet or not
        self.sheets: dict[str, Sheet] = {}
        self.problems: tuple[Problem, ...] = ()  # with the places themselves
        self._good: dict[str, Sheet] = {}
        self._before: dict[tuple[str, str, str], str] = {}
        self._made: OrderedDict[str, Made] = OrderedDict()
        self._under_way: dict[str, asyncio.Future[Made]] = {}
        self._listeners: set[Callable[[str, Any], None]] = set()
        self._reading = asyncio.Lock()

    def listen(self, listener: Callable[[str, Any], None]) -> Callable[[], None]:
        """Call a listener with the name and the data of each event from now on; what is returned ends that."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    def tell(self, name: str, data: Any) -> None:
        """Tell all listeners."""
        for listener in tuple(self._listeners):
            listener(name, data)

    async def look(self) -> None:
        """Look which specs there are; read those that are new, forget those that are gone."""
        async with self._reading:
            await self._look()

    async def _look(self) -> None:
        try:
            self.paths, self.problems = spec_paths(self._places), ()
        except PipelineError as error:
            self.paths, self.problems = [], error.problems
        for path in [each for each in self.sheets if each not in self.paths]:
            del self.sheets[path]
            self._good.pop(path, None)
            self.tell("gone", {"path": path})
        new = (path for path in self.paths if path not in self.sheets)
        await self._read(sorted(new, key=_age_seconds), LAST)  # what was written last is looked at first

    async def changed(self, changed: Iterable[str] | None) -> None:
        """Read anew what may have changed with these files, None for any, and tell of what did."""
        paths = {os.path.realpath(path) for path in changed or ()}
        async with self._reading:
            if any(map(_is_for_all, paths)):
                self._press.renew()
            if changed is None or any(map(_is_for_all, paths)):
                await self._read(list(self.sheets))
            else:
                await self._read([sheet.path for sheet in self.sheets.values() if _concerns(sheet, paths)])
            await self._look()

    async def _read(self, paths: Iterable[str], urgency: int = FIRST) -> None:
        """Read specs, and tell of each that is not what it was; new ones wait for the pictures that are looked at."""
        for path in paths:
            sheet = await self._sheet(path, urgency)
            if sheet != self.sheets.get(path):
                self._put(sheet)
                self.tell("spec", self.state(path))

    async def _sheet(self, path: str, urgency: int) -> Sheet:
        """A spec as it is; one that the press dies of has that as its problem."""
        try:
            sheet: Sheet = await asyncio.wrap_future(self._press.ask("read", path, urgency=urgency))
        except PipelineError as error:
            return Sheet(path, os.path.splitext(os.path.basename(path))[0], "", problems=error.problems)
        return sheet

    def _put(self, sheet: Sheet) -> None:
        if not sheet.problems:
            for old, new in _pairs(self._good.get(sheet.path), sheet):
                if old.key != new.key and old.key in self._made:
                    self._before[sheet.path, *new.look] = old.key
            self._good[sheet.path] = sheet
        self.sheets[sheet.path] = sheet

    async def picture(self, path: str, key: str) -> Made:
        """A picture of a spec by its key; raises KeyError for one that there is none of."""
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        if key not in self._under_way:
            shot = next((shot for shot in self._shots(path) if shot.key == key), None)
            if shot is None:
                raise KeyError(key)
            asked = self._press.ask("make", path, shot.size, shot.theme)
            self._under_way[key] = asyncio.ensure_future(asyncio.wrap_future(asked))
        try:
            made = await asyncio.shield(self._under_way[key])
        except PipelineError as error:
            return Made(problems=error.problems)
        finally:
            self._under_way.pop(key, None)
        self._keep(key, made)
        return made

    def kept(self, key: str) -> Made | None:
        """A picture that was made."""
        return self._made.get(key)

    def _keep(self, key: str, made: Made) -> None:
        self._made[key] = made
        while len(self._made) > 1 and sum(each.size_bytes for each in self._made.values()) > MOST_KEPT_BYTES:
            self._made.popitem(last=False)

    def _shots(self, path: str) -> tuple[Shot, ...]:
        return self._good[path].shots if path in self._good else ()

    def state(self, path: str) -> dict[str, Any]:
        """A spec as the page is told of it."""
        sheet, good = self.sheets[path], self._good.get(path)
        shots = [
            {**keys(shot), "before": self._before.get((path, *shot.look), "")} for shot in (good.shots if good else ())
        ]
        known = good or sheet
        told = {"path": path, "name": sheet.name, "digest": sheet.digest, "kind": known.kind}
        return {**told, "problems": keys(sheet.problems), "shots": shots, "menus": keys(known.menus)}

    def everything(self) -> dict[str, Any]:
        """All specs, as a page is told of them that has just been opened."""
        return {"specs": [self.state(path) for path in self.sheets], "problems": keys(self.problems)}

    def folders(self) -> list[str]:
        """The folders in which a change may change a picture."""
        from pipeline.authoring.watching import Round, folders

        read = {os.path.dirname(path) for sheet in self.sheets.values() for path in sheet.reads}
        places = self._places or (project.specs(),)
        there = [place for place in places if os.path.exists(place)]
        return [each for each in folders(there, Round(folders=tuple(read))) if os.path.isdir(each)]


def _age_seconds(path: str) -> float:
    try:
        return -os.stat(path).st_mtime
    except OSError:
        return 0


def _concerns(sheet: Sheet, changed: set[str]) -> bool:
    """Whether a spec may be another with these files; what a broken one would be read with is not known."""
    return bool(sheet.problems) or os.path.realpath(sheet.path) in changed or not changed.isdisjoint(sheet.reads)


def _is_for_all(path: str) -> bool:
    """Whether a file changes what a process has read once for all: a face, or code of a custom kind."""
    return path.lower().endswith((*project.FACES, *CODE))


def _pairs(old: Sheet | None, new: Sheet) -> Iterator[tuple[Shot, Shot]]:
    looks = {shot.look: shot for shot in old.shots} if old else {}
    yield from ((looks[shot.look], shot) for shot in new.shots if shot.look in looks)
