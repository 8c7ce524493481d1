"""What a build says: a line for each picture, a bar on a terminal while it is long, the count; or one JSON object."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.printing import exit_code, report_errors, say, say_json
from pipeline.cli.progress import Progress
from pipeline.files import weight
from pipeline.prose import counted

if TYPE_CHECKING:
    from pipeline.build.staleness import Wanted
    from pipeline.errors import PipelineError
    from pipeline.notes import Note
    from pipeline.rendering import Outcome

USUAL = "fast"  # the encoding that is not worth a word


class Telling:
    """Says what becomes of pictures; `wanted` are those that were judged, and why each is stale."""

    def __init__(self, wanted: Sequence[Wanted] = (), as_json: bool = False, explain: bool = False) -> None:
        self.reasons = {each.path: each.reason for each in wanted}
        self.unchanged = [file for each in wanted for file in each.fresh]
        self.as_json = as_json
        self.explain = explain
        self.outcomes: list[Outcome] = []
        self._told: set[Note] = set()
        self.would_make: list[str] = []
        self.said: list[str] = []
        self.ended_by = 0  # the signal that ended it before all was made
        self._progress = Progress(0, "pictures", is_quiet=True)

    def plan(self) -> None:
        """Say what would be made."""
        self.would_make = [path for path, reason in self.reasons.items() if reason]
        for path in self.would_make:
            self._say(path, self.reasons[path])

    def progress(self, total: int) -> Progress:
        """How far the build of so many pictures is; it is shown while the block lasts."""
        self._progress = Progress(total, "pictures", is_quiet=self.as_json or not sys.stderr.isatty())
        return self._progress

    def outcome(self, outcome: Outcome) -> None:
        """Say what became of a job."""
        self.outcomes.append(outcome)
        reason = self.reasons.get(outcome.job.output_path, "")
        for line in _lines(outcome):
            self._say(line, reason)
        for note in self._new_notes(outcome):
            self._say(f"  note: {note}", "")
        failed = sum(each.error is not None for each in self.outcomes)
        self._progress.show(len(self.outcomes), failed)

    def finish(self, errors: Iterable[PipelineError]) -> None:
        """Say all that went wrong, with specs and the disk too, and the count; end with the exit code that they have.

        A build that a signal ended has the code that shells have for that.
        """
        errors = [*errors, *(outcome.error for outcome in self.outcomes if outcome.error)]
        if self.as_json:
            self._print_json(errors)
        else:
            if self.explain:
                for file in self.unchanged:
                    say(f"{file}  unchanged")
            report_errors(errors)
            say(*(f"note: {line}" for line in self.said), err=True)
            say(", ".join(self._words()))
        if errors or self.ended_by:
            click.get_current_context().exit(128 + self.ended_by if self.ended_by else exit_code(errors))

    def _words(self) -> Iterator[str]:
        pages = [page for outcome in self.outcomes for page in outcome.pages]
        made = [page for page in pages if page.is_changed]
        failed = sum(outcome.error is not None for outcome in self.outcomes)
        if self.would_make:
            yield f"{counted(len(self.would_make), 'picture')} would be made"
        elif made or not (pages or self.unchanged):
            yield f"{counted(len(made), 'picture')} made"
            yield weight(sum(page.size_bytes for page in made))
        if same := len(pages) - len(made):
            yield f"{same if made else counted(same, 'picture')} drawn again, the same"
        if self.unchanged:
            yield f"{len(self.unchanged)} unchanged"
        if failed:
            yield f"{failed} failed"
        if self.ended_by:
            yield "interrupted"

    def _say(self, line: str, reason: str) -> None:
        if self.as_json:
            return
        because = f"  ({reason})" if self.explain and reason else ""
        with self._progress.aside():
            say(line + because)

    def _new_notes(self, outcome: Outcome) -> Iterator[Note]:
        """What is to be said of a picture and was not said of another of the same spec."""
        for page in outcome.pages:
            for note in page.notes:
                known = note if note.place else note._replace(message=f"{page.path}: {note.message}")
                if known not in self._told:
                    self._told.add(known)
                    yield note

    def _print_json(self, errors: Sequence[PipelineError]) -> None:
        failed = [outcome for outcome in self.outcomes if outcome.error]
        of_pictures = {id(outcome.error) for outcome in failed}
        told = {
            "made": [made for outcome in self.outcomes for made in self._made(outcome)],
            "would_make": [{"path": path, "reason": self.reasons[path]} for path in self.would_make],
            "unchanged": self.unchanged,
            "interrupted": self.ended_by != 0,
            "notes": self.said,
            "failed": [{"path": each.job.output_path, "problems": _problems(each.error)} for each in failed],
            "problems": [told for error in errors if id(error) not in of_pictures for told in _problems(error)],
        }
        say_json(told)

    def _made(self, outcome: Outcome) -> Iterator[dict[str, Any]]:
        reason = self.reasons.get(outcome.job.output_path, "")
        for page in outcome.pages:
            yield {
                "path": page.path,
                "width": page.width,
                "height": page.height,
                "bytes": page.size_bytes,
                "encoding": page.encoding,
                "reason": reason,
                "changed": page.is_changed,
                "notes": [note.keys() for note in page.notes],
            }


def _lines(outcome: Outcome) -> Iterator[str]:
    if outcome.error:
        yield f"{outcome.job.output_path}  failed"
    for page in outcome.pages:
        how = f", {page.encoding}" if page.encoding != USUAL else ""
        how += "" if page.is_changed else ", the same as before"
        yield f"{page.path}  {page.width} x {page.height}  {weight(page.size_bytes)}{how}"


def _problems(error: PipelineError | None) -> list[dict[str, Any]]:
    return [problem.keys() for problem in error.problems] if error else []
