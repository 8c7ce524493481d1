"""Whatever the applications: stages add up, nobody is lost, the order of rows does not matter, mistakes are told."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipeline.errors import SpecError
from pipeline.kinds.applications_dashboard.model import RUNGS, STAGES, Application, Figures
from pipeline.kinds.applications_dashboard.reading import read
from pipeline.kinds.applications_dashboard.stages import MEANT, meaning
from pipeline.project import TABLES
from pipeline.reading.dates import DateError, parse
from tests.amounts import some_of
from tests.applications import spec_of
from tests.dashboards import figures

STEPS = (Phase.explicit, Phase.generate, Phase.shrink)
CHECKED = settings(max_examples=some_of(150), deadline=None, derandomize=True, database=None, phases=STEPS)

DAY = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31)) | st.dates(date(2026, 9, 1), date(2026, 12, 31))
NAME = st.sampled_from(["Ostler & Pine", "Nordvale Labs", "fernhollow", "Fernhollow", "Ämter, Söhne; Co", 'The "Row"'])


@st.composite
def application(draw: st.DrawFn) -> Application:
    stage = draw(st.sampled_from(STAGES))
    least = RUNGS.index(stage) if stage in RUNGS else 0
    applied, updated = draw(DAY), draw(DAY)
    return Application(
        draw(NAME),
        draw(st.sampled_from(["Analyst", "BI developer", ""])),
        stage,
        draw(st.sampled_from(RUNGS[least:])),
        applied,
        updated if not (applied and updated) else max(applied, updated),
        draw(st.sampled_from(["", "Call, then write", "Fernhollow again"])),
        draw(DAY),
        draw(st.sampled_from(["", "LinkedIn", "linkedin", "A friend"])),
        replied=draw(DAY),
        is_silent=stage in RUNGS and draw(st.booleans()),
    )


LISTS = st.lists(application(), max_size=30)


@CHECKED
@given(LISTS, DAY, st.none() | st.integers(1, 90))
def test_stages_add_up_and_nobody_is_lost(
    found: list[Application], as_of: date | None, ghost_after: int | None
) -> None:
    counted = figures(found, as_of, ghost_after_days=ghost_after)
    _check_sums(counted, len(found))
    for step, after in zip(counted.pipeline, counted.pipeline[1:], strict=False):
        assert step.moved_on == after.count
    for name, mine in (
        ("open", counted.pending),
        ("silent", counted.ghosted),
        ("hired", counted.hired),
        ("said_no", counted.said_no),
        ("withdrew", counted.withdrew),
    ):
        assert sum(getattr(step, name) for step in counted.pipeline) == mine


def _check_sums(counted: Figures, sent: int) -> None:
    assert counted.sent == sent == counted.pipeline[0].count == counted.response.whole
    assert counted.active + counted.said_no + counted.withdrew == sent
    assert all(sum(step[2:]) == step.count for step in counted.pipeline)
    assert sum(span.count for span in counted.spans) + counted.undated + counted.outside == sent
    assert sum(source.count for source in counted.sources) == sent
    assert len(counted.next_steps) == counted.active
    assert counted.ghosted <= counted.active
    assert counted.offers_open <= counted.offers <= counted.interviews <= counted.response.part <= sent
    assert counted.replies <= sent


@CHECKED
@given(st.data(), LISTS, DAY)
def test_the_order_of_rows_does_not_matter(data: st.DataObject, found: list[Application], as_of: date | None) -> None:
    shuffled = data.draw(st.permutations([each._replace(row=row) for row, each in enumerate(found, start=2)]))
    bare = figures(shuffled, as_of)
    bare = bare._replace(next_steps=tuple(each._replace(row=0) for each in bare.next_steps))
    assert bare == figures(found, as_of)


@CHECKED
@given(LISTS, st.dates(date(2025, 1, 1), date(2026, 12, 31)), st.dates(date(2025, 1, 1), date(2026, 12, 31)))
def test_columns_follow_one_another_and_open_ones_are_part_of_them(
    found: list[Application], since: date, until: date
) -> None:
    first, last = sorted((since, until))
    for week_start in (0, 6):
        _check_columns(figures(found, until, week_start=week_start), found, week_start)
        _check_columns(figures(found, until, since=first, until=last, week_start=week_start), found, week_start)


def _check_columns(counted: Figures, found: list[Application], week_start: int) -> None:
    assert bool(counted.weeks) == bool(counted.months) == bool(counted.spans)
    if counted.span == "week":
        assert len(counted.spans) == counted.weeks
        assert all(span.start.weekday() == week_start for span in counted.spans[1:])
    starts = [span.start for span in counted.spans]
    assert starts == sorted(set(starts))
    assert all(0 <= span.open <= span.count for span in counted.spans)
    _check_sums(counted, len(found))


@CHECKED
@given(LISTS, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_to_a_table_is_read_from_it(found: list[Application], separator: str, end: str) -> None:
    names = ("company", "role", "stage", "reached", "applied", "updated", "next_step", "next_date", "source")
    text = StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=end)
    writer.writerow(names)
    writer.writerows([getattr(each, name) or "" for name in names] for each in found)
    gathered = read(text.getvalue(), "list.csv", spec_of(as_of="2026-12-31"))
    told = [each._replace(row=0, replied=None) for each in gathered.applications]
    assert told == [each._replace(replied=None, is_silent=False) for each in found]
    assert gathered.left_out == ()


@CHECKED
@given(LISTS.filter(bool), st.sampled_from(["companies", "roles", "all"]))
def test_hiding_names_changes_no_figure_and_leaves_no_name(found: list[Application], hidden: str) -> None:
    text = StringIO()
    writer = csv.writer(text)
    names = ("company", "role", "stage", "reached", "applied", "next_step", "next_date")
    writer.writerow(names)
    writer.writerows([getattr(each, name) or "" for name in names] for each in found)
    plain = read(text.getvalue(), "list.csv", spec_of())
    masked = read(text.getvalue(), "list.csv", spec_of(anonymize=hidden))
    clear, dark = figures(plain.applications, plain.as_of), figures(masked.applications, masked.as_of)
    assert clear._replace(next_steps=(), sources=()) == dark._replace(next_steps=(), sources=())
    if hidden != "roles":
        assert not any(each.company.casefold() in str(masked.applications).casefold() for each in found)
        assert len({each.company for each in masked.applications}) == len({each.company.casefold() for each in found})


ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=60) | st.text(
    'abc,;\t|"\n\r=#/-.: 0123456789{}[]', max_size=80
)


@CHECKED
@given(ANY_TEXT, st.sampled_from(TABLES), st.booleans())
def test_any_text_is_read_or_refused_with_reasons(text: str, suffix: str, has_head: bool) -> None:
    try:
        read("company,stage,applied,reached\n" * has_head + text, f"list{suffix}", spec_of())
        reasons = ["understood"]
    except SpecError as error:
        reasons = [problem.message for problem in error.problems]
    assert reasons
    assert all(reasons)


@CHECKED
@given(ANY_TEXT)
def test_any_word_is_a_day_and_a_stage_or_none(text: str) -> None:
    try:
        parse(text)
        reason, hint = "understood", "nothing to do"
    except DateError as error:
        reason, hint = str(error), error.hint
    assert reason
    assert hint
    found = meaning(text)
    assert found is None or found.stage is None or found.stage in MEANT


# NOIMPORT
