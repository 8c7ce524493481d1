"""Plans for tests: specs as text, what a map of them says, and what is complained about."""

from __future__ import annotations

from pathlib import Path

from pipeline import kinds, source
from pipeline.errors import SpecError
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.plan import plan
from pipeline.kinds.career_roadmap.reading import gather
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from tests.conftest import REPOSITORY

SPEC = REPOSITORY / "specs" / "career_roadmap.yaml"


def built(text: str, path: str = "map.yaml") -> CareerRoadmap:
    """The spec of these lines; the first one, with the kind, goes without saying."""
    _, spec, _ = kinds.build(source.parse(f"kind: career_roadmap\n{text}", path))
    assert isinstance(spec, CareerRoadmap)
    return spec


def planned(text: str) -> Plan:
    """What the map of these lines says."""
    return plan(built(text))


def sample(*changes: str) -> Plan:
    """What the sample's map says, with changes such as `lang=de`."""
    _, spec, _ = kinds.build(source.override(source.read(str(SPEC)), changes))
    assert isinstance(spec, CareerRoadmap)
    return plan(spec)


def complaints(text: str) -> list[str]:
    """Everything that is said against these lines, each with its line; line 1 is the kind."""
    try:
        built(text)
    except SpecError as error:
        return [
            f"{problem.place.line} {problem.message}" if problem.place else problem.message
            for problem in error.problems
        ]
    return []


def found(text: str, name: str = "path.csv", spec: CareerRoadmap | None = None) -> CareerRoadmap:
    """A spec with the paths of a file that holds `text`."""
    base = spec or CareerRoadmap(kind="career_roadmap", data=name)
    return gather(base, lambda path, field: text)


def file_complaints(text: str, name: str = "path.csv", spec: CareerRoadmap | None = None) -> list[str]:
    """Everything that is said against a file that holds `text`."""
    try:
        found(text, name, spec)
    except SpecError as error:
        return [f"{problem.place or problem.field}: {problem.message}" for problem in error.problems]
    return []


def written(folder: Path, text: str, data: str, name: str = "path.csv") -> str:
    """The path of a spec in `folder`, beside its data file."""
    (folder / name).write_text(data, encoding="utf-8")
    path = folder / "map.yaml"
    path.write_text(f"kind: career_roadmap\n{text}", encoding="utf-8")
    return str(path)


def ats(found: Plan) -> list[list[float]]:
    """The positions of all milestones."""
    return [[stop.at for stop in way.stops] for way in found.ways]


def labels(found: Plan) -> list[str]:
    """The words at the ticks."""
    return [tick.label for tick in found.ticks]
