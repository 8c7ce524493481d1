"""What a board says to those who cannot see it, in its language: a sentence, and all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.kinds.applications_dashboard.content import Content, Row, column_name, cut, left_out, pace
from pipeline.kinds.applications_dashboard.model import Figures
from pipeline.kinds.applications_dashboard.spec import Panel
from pipeline.kinds.applications_dashboard.tile_words import TileWords
from pipeline.kinds.applications_dashboard.words import Words
from pipeline.prose import fitted, joined, one_line
from pipeline.typography import markup

MOST_STEPS, MOST_SOURCES, MOST_LEFT_OUT = 20, 12, 20


def alt(content: Content) -> str:
    """One sentence: the headline and the tiles; long ones are cut."""
    words = content.words
    values = [_value(tile, words) for tile in content.tiles]

    def write(title: str, *labels: str) -> str:
        tiles = [f"{label} {value}" for label, value in zip(labels, values, strict=True)]
        listed, quoted = words.language.listed(tiles), words.language.quoted(title)
        return words.said.alt.format(name=words.said.name, title=quoted, tiles=listed)

    return fitted(write, _title(content), *(tile.label.text for tile in content.tiles))


def description(content: Content) -> str:
    """The headline, the tiles, and what the panels say, those too that a small picture has no room for."""
    words = content.words
    return joined(
        [
            _named(words.said.name, _title(content), words),
            words.language.ended(one_line(content.eyebrow.text)) if content.eyebrow else "",
            *(_tile(tile, words) for tile in content.tiles),
            *_counts(content),
            *(_panel(panel, content) for panel in content.panels),
            _left_out(content) if content.figures.left_out else "",
        ]
    )


def _named(name: str, value: str, words: Words) -> str:
    return words.language.ended(words.said.named.format(name=name, value=value))


def _title(content: Content) -> str:
    return one_line(markup.plain(content.title.text))


def _counts(content: Content) -> Iterator[str]:
    """How far the applications came, and which of them the panels cannot tell all of."""
    words, figures = content.words, content.figures
    if figures.sent and {"pipeline", "sankey"} & set(content.panels):
        yield _pipeline(figures, words)
        yield words.said.lower_bound if figures.is_lower_bound else ""
    is_dated = "weeks" in content.panels
    if figures.undated and (is_dated or any(step.undated for step in figures.pipeline)):
        yield words.counted(words.said.undated, figures.undated)
    if figures.outside and is_dated:
        yield words.counted(words.said.outside, figures.outside)


def _panel(panel: Panel, content: Content) -> str:
    """What a panel says beyond the counts; the pipeline and the sankey diagram say those."""
    figures, words, steps = content.figures, content.words, content.steps
    if panel == "weeks" and figures.spans:
        return _pace(content)
    if panel == "sources" and figures.sources:
        return _sources(figures, words)
    if panel == "next_steps":
        most = min(MOST_STEPS, content.limit or MOST_STEPS)
        names = words.language.with_semicolons(*cut([_step(each, words) for each in steps], most, words))
        return words.language.ended(words.said.following.format(steps=names)) if steps else words.shown.no_steps
    if panel == "kanban":
        return _named(words.shown.by_stage, words.language.with_semicolons(*_columns(content)), words)
    if panel == "calendar" and (days := list(_days(content))):
        return _named(words.shown.calendar, words.language.with_semicolons(*cut(days, MOST_STEPS, words)), words)
    return ""


def _tile(tile: TileWords, words: Words) -> str:
    value = _value(tile, words)
    caption = tile.plain.text if value != tile.value.text else tile.caption  # a unit is not said twice
    return _named(tile.label.text, words.language.with_commas(value, caption), words)


def _value(tile: TileWords, words: Words) -> str:
    """The figure of a tile, with its unit where that is in its caption."""
    is_duration = tile.label.text == words.shown.median_reply
    return f"{tile.value} {tile.strong}".rstrip() if is_duration else tile.value.text


def _pipeline(figures: Figures, words: Words) -> str:
    """How many came to each stage, and what became of them."""
    said, language = words.said, words.language
    outcomes = said.open, said.silent, said.hired, said.no, said.withdrew
    counts = figures.pending, figures.ghosted, figures.hired, figures.said_no, figures.withdrew
    became = [language.counted(forms, count) for forms, count in zip(outcomes, counts, strict=True) if count]
    came = language.enumerated(f"{words.stage(step.rung)} {language.whole(step.count)}" for step in figures.pipeline)
    reached = language.counted(said.reached, figures.sent, steps=came)
    return language.ended(language.with_semicolons(reached, language.listed(became)))


def _pace(content: Content) -> str:
    """How many were sent in a week on average, and in each; in months or years where the picture counts by them."""
    named, language = content.words.said.named, content.words.language
    columns = (
        named.format(name=column_name(content, at), value=language.whole(each.count))
        for at, each in enumerate(content.figures.spans)
    )
    return joined([_named(*pace(content), content.words), language.ended(language.enumerated(columns))])


def _sources(figures: Figures, words: Words) -> str:
    """The sources from the largest on, each with how many of it moved on."""
    names = [each.name or words.shown.no_source for each in figures.sources]
    counts = [words.of(words.shown.went_on, each.moved_on, each.count) for each in figures.sources]
    parts = [words.language.with_commas(*pair) for pair in zip(names, counts, strict=True)]
    return _named(words.shown.sources, words.language.with_semicolons(*cut(parts, MOST_SOURCES, words)), words)


def _columns(content: Content) -> Iterator[str]:
    """Each open stage with its count and its names."""
    language = content.words.language
    for stage in content.stages:
        names = [each.name.text for each in content.at_stage(stage)]
        listed = language.enumerated(cut(names, MOST_STEPS, content.words))
        yield language.aside(f"{content.words.stage(stage)} {language.whole(len(names))}", listed)


def _days(content: Content) -> Iterator[str]:
    """Each day ahead, and whose steps are due on it."""
    due: dict[date, list[Row]] = {}
    for each in content.steps:
        if each.next_date:
            due.setdefault(each.next_date, []).append(each)
    for _, rows in sorted(due.items()):
        yield f"{rows[0].day} {content.words.language.enumerated(each.name.text for each in rows)}"


def _left_out(content: Content) -> str:
    """The rows left out by name, the first ones where they are many."""
    words = content.words
    rows = [left_out(each, words) for each in content.figures.left_out]
    listed = words.language.enumerated(cut(rows, MOST_LEFT_OUT, words))
    return words.language.counted(words.said.left_out, len(rows), rows=listed)


def _step(each: Row, words: Words) -> str:
    """Whose step it is, where, the stage, and what comes when."""
    language, application = words.language, each.application
    names = dict.fromkeys((each.company.text, each.role.text, application.location))
    what = " ".join(filter(None, (each.next_step.text, each.day.text)))
    name = language.aside(language.with_commas(*names), words.stage(each.stage))
    return language.with_commas(name, what)
