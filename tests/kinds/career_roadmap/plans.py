"""Plans for tests: specs as text, what a map of them says, and what is complained about."""

from __future__ import annotations

from pathlib import Path

from pipeline import kinds, source
from pipeline.errors import SpecError
from pipeline.kinds.career_roadmap import reading
from pipeline.kinds.career_roadmap.content import Material, plan
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from tests.conftest import REPOSITORY

SPEC = REPOSITORY / "specs" / "career_roadmap.yaml"


def planned(text: str, path: str = "map.yaml") -> Plan:
    """What the map of these lines says; the first one, with the kind, goes without saying."""
    found: Plan = kinds.build(source.parse(f"kind: career_roadmap\n{text}", path)).content
    return found


def sample(*changes: str) -> Plan:
    """What the sample's map says, with changes such as `lang=de`."""
    found: Plan = kinds.build(source.override(source.read(str(SPEC)), changes)).content
    return found


def complaints(text: str) -> list[str]:
    """Everything that is said against these lines, each with its line; line 1 is the kind."""
    try:
        planned(text)
    except SpecError as error:
        return [
            f"{problem.place.line} {problem.message}" if problem.place else problem.message
            for problem in error.problems
        ]
    return []


def found(text: str, name: str = "path.csv", spec: CareerRoadmap | None = None) -> Material:
    """The paths of a file that holds `text`."""
    return reading.material(spec or CareerRoadmap(kind="career_roadmap", data=name), text)


def mapped(text: str, name: str = "path.csv", spec: CareerRoadmap | None = None) -> Plan:
    """What the map of a file that holds `text` says."""
    spec = spec or CareerRoadmap(kind="career_roadmap", data=name)
    return plan(spec, found(text, name, spec))


def file_complaints(text: str, name: str = "path.csv", spec: CareerRoadmap | None = None) -> list[str]:
    """Everything that is said against a file that holds `text`."""
    try:
        mapped(text, name, spec)
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
    return [[stop.at for stop in way.stops] for way in found.paths]


def labels(found: Plan) -> list[str]:
    """The words at the ticks."""
    return [tick.label.text for tick in found.ticks]
