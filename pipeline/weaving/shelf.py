"""The specs of an article's figures, by their names."""

from __future__ import annotations

import os
from typing import NamedTuple

from pipeline import drafting, project
from pipeline.errors import Problem, SpecError, nearest
from pipeline.weaving.figures import Figure, figure


class AlienSpec(SpecError):
    """The spec of a wish was drafted for another article."""


class Shelf(NamedTuple):
    """Where the specs lie, where their pictures do (None: where `visuals build` puts them), and which size is shown.

    `article` is the path of the one whose figures they are.
    """

    folder: str
    output: str | None = None
    size: str | None = None
    article: str = "-"

    @property
    def root(self) -> str:
        """The folder that holds the pictures of all specs, those of sub-folders too."""
        if self.output:
            return self.output
        spec = os.path.join(self.folder, "any.yaml")
        way_up = os.path.relpath(os.curdir, project.below_specs(spec))
        return os.path.normpath(os.path.join(project.output(spec), way_up))

    def spec(self, name: str) -> str:
        """The path of the spec called `name`, or where it would lie."""
        return drafting.spec_of(self.folder, name, self.article)

    def figure(self, name: str) -> Figure:
        """The figure of the spec called `name`; raises SpecError where there is none, AlienSpec where it is another
        article's, and what `figure` does.
        """
        path = self.spec(name)
        if not os.path.isfile(path):
            raise SpecError(Problem(f"there is no spec {path} for this wish", hint=self._hint(name)))
        if conflict := drafting.sharing(path, self.article):
            raise AlienSpec(conflict)
        return figure(path, self.output, self.size)

    def _hint(self, name: str) -> str:
        """The spec with the nearest name, or how to get one."""
        try:
            specs = [entry for entry in sorted(os.listdir(self.folder)) if project.is_spec(entry)]
        except OSError:
            return f"there is no folder {self.folder}; `visuals draft` makes it, `--specs` names another"
        match = nearest(name, (os.path.splitext(entry)[0] for entry in specs))
        near = f"; if {match} is meant, rename that spec" if match else ""
        return f"`visuals draft` drafts it where the wish names its kind, as in `Visual: quote card: ...`{near}"
