"""What a board says to those who cannot see it, in its language: a sentence, and all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.kinds.applications_dashboard.content import Content, column_name, left_out
from pipeline.kinds.applications_dashboard.model import RUNGS, Application, Figures
from pipeline.kinds.applications_dashboard.sentences import Sentences
from pipeline.kinds.applications_dashboard.spec import Panel
from pipeline.kinds.applications_dashboard.tile_words import Told
from pipeline.kinds.applications_dashboard.words import Forms, Words
from pipeline.prose import counted, ended, fitted, joined, listed, one_line, quoted
from pipeline.typography import markup

MOST_STEPS, MOST_SOURCES, MOST_LEFT_OUT = 20, 12, 20


def alt(content: Content) -> str:
    """One sentence: the headline and the tiles; long ones are cut."""
    told = content.said
    values = [_value(tile, content.words) for tile in content.tiles]

    def write(title: str, *labels: str) -> str:
        tiles = [f"{label} {value}" for label, value in zip(labels, values, strict=True)]
        return f"{told.name} {quoted(title, told.lang)}{told.colon}{listed(tiles, told.lang)}."

    return fitted(write, _title(content), *(tile.label.text for tile in content.tiles))


def description(content: Content) -> str:
    """The headline, the tiles, and what the panels say, those too that a small picture has no room for."""
    told, figures = content.said, content.figures
    return joined(
        [
            f"{told.name}{told.colon}{ended(_title(content))}",
            ended(one_line(content.eyebrow.text)) if content.eyebrow else "",
            *(_tile(tile, content, told) for tile in content.tiles),
            *_counts(content, told),
            *(_panel(panel, content, told) for panel in content.panels),
            _left_out(content, told.left_out) if figures.left_out else "",
        ]
    )


def _title(content: Content) -> str:
    return one_line(markup.plain(content.title.text))


def _counts(content: Content, told: Sentences) -> Iterator[str]:
    """How far the applications came, and which of them the panels cannot tell all of."""
    said, figures = content.words, content.figures
    if figures.sent and {"pipeline", "sankey"} & set(content.panels):
        yield _pipeline(figures, said, told)
        yield told.lower_bound if figures.is_lower_bound else ""
    for count, forms in ((figures.undated, told.undated), (figures.outside, told.outside)):
        yield said.counted(forms, count) if count and "weeks" in content.panels else ""


def _panel(panel: Panel, content: Content, told: Sentences) -> str:
    """What a panel says beyond the counts; the pipeline and the sankey diagram say those."""
    figures, said, steps = content.figures, content.words, content.steps
    if panel == "weeks" and figures.spans:
        return _pace(content, told)
    if panel == "sources" and figures.sources:
        return _sources(figures, said, told)
    if panel == "next_steps":
        most = min(MOST_STEPS, content.limit or MOST_STEPS)
        names = _cut([_step(each, said) for each in steps], most, said)
        return ended(told.following.replace("{steps}", "; ".join(names))) if steps else said.no_steps
    if panel == "kanban":
        return f"{said.by_stage}{told.colon}{'; '.join(_columns(content))}."
    if panel == "calendar" and (dated := sorted(each.next_date for each in steps if each.next_date)):
        days = [_day([each for each in steps if each.next_date == day], said) for day in dict.fromkeys(dated)]
        return ended(f"{said.calendar}{told.colon}{'; '.join(_cut(days, MOST_STEPS, said))}")
    return ""


def _tile(tile: Told, content: Content, told: Sentences) -> str:
    value = _value(tile, content.words)
    caption = tile.plain.text if value != tile.value.text else tile.caption
    return ended(f"{tile.label}{told.colon}{', '.join(filter(None, (value, caption)))}")


def _value(tile: Told, said: Words) -> str:
    """The figure of a tile, with its unit where that is in its caption."""
    is_duration = tile.label.text == said.median_reply
    return f"{tile.value} {tile.strong}".rstrip() if is_duration else tile.value.text


def _pipeline(figures: Figures, said: Words, told: Sentences) -> str:
    """How many came to each stage, and what became of them."""
    steps = ", ".join(f"{said.stages[at]} {step.count}" for at, step in enumerate(figures.pipeline))
    still_open = figures.active - figures.ghosted - figures.hired
    counts = (
        (told.open, still_open),
        (told.silent, figures.ghosted),
        (told.hired, figures.hired),
        (told.no, figures.said_no),
        (told.withdrew, figures.withdrew),
    )
    became = listed([counted(forms, count) for forms, count in counts if count], told.lang)
    return f"{counted(told.reached, figures.sent).replace('{steps}', steps)}; {became}."


def _pace(content: Content, told: Sentences) -> str:
    """How many were sent in a week on average, and in each; in months or years where the picture counts by them."""
    figures, said = content.figures, content.words
    title, average = {
        "week": (said.per_week, said.week_average),
        "month": (said.per_month, said.month_average),
        "year": (said.per_year, said.year_average),
    }[figures.span]
    columns = ", ".join(f"{column_name(content, at)}{told.colon}{each.count}" for at, each in enumerate(figures.spans))
    return f"{title}{told.colon}{average.replace('{n}', said.decimals(figures.per_span))}. {columns}."


def _sources(figures: Figures, said: Words, told: Sentences) -> str:
    """The sources from the largest on, each with how many of it moved on."""
    parts = [
        f"{each.name or said.no_source}, "
        f"{said.went_on.replace('{n}', str(each.moved_on)).replace('{all}', str(each.count))}"
        for each in figures.sources
    ]
    return f"{said.sources}{told.colon}{'; '.join(_cut(parts, MOST_SOURCES, said))}."


def _columns(content: Content) -> Iterator[str]:
    """Each open stage with its count and its names."""
    for stage in content.stages:
        found = [each for each in content.steps if each.stage == stage.rung]
        names = ", ".join(_cut(map(_name, found), MOST_STEPS, content.words))
        yield f"{stage.label} {len(found)}" + (f" ({names})" if names else "")


def _day(due: Sequence[Application], said: Words) -> str:
    """A day, and whose steps are due on it."""
    when = due[0].next_date
    return f"{said.weekday_and_day(when) if when else ''} {', '.join(map(_name, due))}"


def _cut(parts: Iterable[str], most: int, said: Words) -> list[str]:
    """The first parts, and how many more there are."""
    found = list(parts)
    rest = len(found) - most
    return found if rest <= 0 else [*found[:most], said.more.replace("{n}", str(rest))]


def _left_out(content: Content, forms: Forms) -> str:
    """The rows left out by name, the first ones where they are many."""
    found, said = content.figures.left_out, content.words
    rows = _cut([left_out(each, said) for each in found], MOST_LEFT_OUT, said)
    return said.counted(forms, len(found)).replace("{}", ", ".join(rows))


def _step(each: Application, said: Words) -> str:
    """Whose step it is, the stage, and what comes when."""
    when = said.weekday_and_day(each.next_date) if each.next_date else ""
    who = ", ".join(dict.fromkeys(filter(None, (each.company, each.role))))
    what = " ".join(filter(None, (each.next_step, when)))
    stage = f"{who} ({said.stages[RUNGS.index(each.stage)]})"
    return f"{stage}, {what}" if what else stage


def _name(each: Application) -> str:
    return each.company or each.role
