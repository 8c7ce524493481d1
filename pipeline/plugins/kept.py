"""Pictures without a spec's file of their own, each kept under the hash of all that decides its pixels.

visual -> key --there--> the kept file, and nothing is drawn
              --new----> drawn, on all cores where there are many
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.build.keys import Disk
    from pipeline.rendering import Job, Outcome, Visual

FORMAT = "png"


def job(visual: Visual, size: str, theme: str, folder: str, disk: Disk) -> Job:
    """The job that makes a picture, its file in the folder named by its key; raises what laying out does."""
    from pipeline.build.keys import key
    from pipeline.build.shown import picture_files
    from pipeline.rendering import Job

    made = Job(visual, size, theme, 1, "", FORMAT)
    shown = {path: disk.digest(path, disk.around(visual.path)) for path in picture_files(visual, size, theme)}
    name = key(made, disk.ground(visual.path, visual.kind.name), shown)
    return made._replace(output_path=os.path.join(folder, f"{name}.{FORMAT}"))


def make(jobs: Iterable[Job]) -> list[Outcome]:
    """What became of the jobs whose files are not there."""
    from pipeline.build import run

    wanted = {each.output_path: each for each in jobs if not os.path.isfile(each.output_path)}
    return list(run(wanted.values(), noted=False))
