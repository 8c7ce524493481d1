"""Which specs there are, which pictures they call for, and where each goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.build import build, jobs_of, spec_paths
from pipeline.build.staleness import survey
from pipeline.errors import SpecError
from pipeline.rendering import Job, load
from tests.conftest import QUOTE, pictures_in, write_spec


def paths_of(jobs: list[Job] | tuple[Job, ...]) -> list[str]:
    return [job.output_path for job in jobs]


def test_a_folder_gives_its_yaml_files_in_alphabetical_order(project: Path) -> None:
    for name in ("b", "a", "_defaults", ".hidden"):
        write_spec(project, name)
    (project / "specs" / "notes.txt").touch()
    (project / "specs" / "c.yml").touch()
    assert spec_paths(["specs"]) == ["specs/a.yaml", "specs/b.yaml", "specs/c.yml", "specs/word.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is one of POSIX")
def test_what_has_the_name_of_a_spec_and_is_none_is_told_beside_the_others(project: Path) -> None:
    os.mkfifo("specs/pipe.yaml")
    Path("specs/gone.yaml").symlink_to("nowhere.yaml")
    Path("specs/folder.yaml").mkdir()
    surveyed = survey(spec_paths(["specs"]))
    assert [str(error).splitlines()[0] for error in surveyed.errors] == [
        "specs/folder.yaml: expected a file, found a folder",
        "specs/gone.yaml: there is no such file",
        "specs/pipe.yaml: expected a regular file, found a pipe",
    ]
    assert paths_of(surveyed.jobs) == ["output/word.og.png"]


def test_a_spec_named_twice_is_one_spec(project: Path) -> None:
    assert spec_paths(["specs/word.yaml", "specs", "./specs/word.yaml"]) == ["specs/word.yaml"]


def test_a_link_to_a_spec_is_one_of_its_own_and_links_that_lead_back_end(project: Path) -> None:
    Path("specs/again.yaml").symlink_to("word.yaml")
    (project / "specs/deep").mkdir()
    write_spec(project, "deep/low")
    Path("specs/same").symlink_to("deep")
    for ring in ("specs/one", "specs/two", "specs/deep/up"):
        Path(ring).symlink_to(project / "specs")
    found = spec_paths(["specs"])
    assert found == ["specs/again.yaml", "specs/word.yaml", "specs/deep/low.yaml", "specs/same/low.yaml"]


def test_every_folder_without_a_spec_is_named(project: Path) -> None:
    (project / "empty").mkdir()
    (project / "bare").mkdir()
    with pytest.raises(SpecError) as caught:
        spec_paths(["empty", "specs", "bare"])
    assert [problem.message for problem in caught.value.problems] == [
        "empty: no spec in this folder",
        "bare: no spec in this folder",
    ]


def test_the_first_theme_has_the_plain_name_and_the_others_say_theirs(project: Path) -> None:
    write_spec(project, "word", QUOTE + "sizes: [og, square]\nthemes: [ink, paper]\n")
    assert paths_of(survey(["specs/word.yaml"]).jobs) == [
        "output/word.og.png",
        "output/word.square.png",
        "output/word.og.paper.png",
        "output/word.square.paper.png",
    ]


def test_a_scale_is_part_of_the_name(project: Path) -> None:
    visual = load("specs/word.yaml")
    assert paths_of(list(jobs_of(visual, "out", ["og"], ["ink"], scale=2))) == ["out/word.og.ink@2x.png"]
    assert paths_of(list(jobs_of(visual, "out", ["800x400"], scale=3))) == ["out/word.800x400@3x.png"]


def test_a_size_picked_twice_is_one_picture(project: Path) -> None:
    assert len(list(jobs_of(load("specs/word.yaml"), "out", ["og", "og"], ["ink", "ink"]))) == 1


def test_a_bad_spec_stops_none_of_the_others(project: Path) -> None:
    write_spec(project, "bad", QUOTE + "colour: red\n")
    surveyed = survey(spec_paths(["specs"]))
    assert paths_of(surveyed.jobs) == ["output/word.og.png"]
    assert len(surveyed.errors) == 1
    assert "specs/bad.yaml:5:1: unknown key `colour`" in str(surveyed.errors[0])


def test_two_specs_that_would_write_one_file_are_both_named(project: Path) -> None:
    write_spec(project, "word").rename(project / "specs" / "word.yml")
    write_spec(project, "word")
    surveyed = survey(spec_paths(["specs"]))
    assert [job.visual.path for job in surveyed.jobs] == ["specs/word.yaml"]
    assert [str(error) for error in surveyed.errors] == [
        "specs/word.yml: would write output/word.og.png, as specs/word.yaml does\n  hint: rename one of the two specs"
    ]


def test_defaults_stand_in_for_what_a_spec_leaves_out(project: Path) -> None:
    write_spec(project, "_defaults", "sizes: [square]\nthemes: [ink]\n")
    write_spec(project, "wide", QUOTE + "sizes: [wide]\n")
    surveyed = survey(spec_paths(["specs"]))
    assert [(job.size, job.theme) for job in surveyed.jobs] == [("wide", "ink"), ("square", "ink")]


def test_a_failing_picture_stops_none_of_the_others(project: Path) -> None:
    write_spec(project, "long", QUOTE.replace("Every *word* counts.", "word " * 3000))
    surveyed = survey(spec_paths(["specs"]))
    outcomes = list(build(surveyed, surveyed.jobs))
    assert [(outcome.job.output_path, outcome.error is None) for outcome in outcomes] == [
        ("output/long.og.png", False),
        ("output/word.og.png", True),
    ]
    assert pictures_in("output") == ["word.og.png"]
    assert os.listdir("output/manifest") == ["word.json"]
