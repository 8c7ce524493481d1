"""Pictures without a spec's file of their own, each kept under the hash of all that decides its pixels.

visual -> key --there--> the kept file, and nothing is drawn
              --new----> drawn, on all cores where there are many
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.build.keys import Disk
    from pipeline.rendering import Job, Outcome, Visual

FORMAT = "png"


def job(visual: Visual, size: str, theme: str, folder: str, disk: Disk) -> Job:
    """The job that makes a picture, its file in the folder named by its key; raises what laying out does."""
    from pipeline.build.keys import key
    from pipeline.rendering import Job

    made = Job(visual, size, theme, 1, "", FORMAT)
    shown = {path: disk.digest(path, disk.around(visual.path)) for path in _files(visual, size, theme)}
    name = key(made, disk.ground(visual.path, visual.kind.name), shown)
    return made._replace(output_path=os.path.join(folder, f"{name}.{FORMAT}"))


def make(jobs: Iterable[Job]) -> list[Outcome]:
    """What became of the jobs whose files are not there."""
    from pipeline.build import run

    wanted = {each.output_path: each for each in jobs if not os.path.isfile(each.output_path)}
    return list(run(wanted.values(), noted=False))


def _files(visual: Visual, size: str, theme: str) -> Iterator[str]:
    """The picture files that a picture may show: its theme's logo and those that its kind names."""
    from pipeline.scene import Picture, walk

    if mark := visual.shelf.load(theme).mark:
        yield mark.path
    if _names_files(visual.content):
        from pipeline.rendering import lay_out

        for scene in lay_out(visual, size, theme):
            yield from (item.path for item, _ in walk(scene.items) if isinstance(item, Picture))


def _names_files(content: object) -> bool:
    """Whether a content holds the name of a picture's file."""
    from pipeline.content import FilePath

    if isinstance(content, tuple):
        return any(map(_names_files, content))
    return isinstance(content, FilePath) and bool(content)
