"""What a comparison says to those who cannot see it: who wins how many rows, and every cell."""

from __future__ import annotations

from pipeline.kinds.comparison.content import Cell, Content, Row
from pipeline.prose import fitted, joined, one_line
from pipeline.typography import markup


def alt(content: Content) -> str:
    """One sentence: the title, and who wins how many rows, or what is compared; long words are cut."""
    language, said = content.words.language, content.words.said

    def write(title: str, *columns: str) -> str:
        head = said.titled.format(name=said.comparison, title=language.quoted(title)) if title else said.comparison
        return said.says.format(name=head, what=_result(content, columns))

    return fitted(write, _plain(content.title.text), *(_plain(column.text) for column in content.columns))


def description(content: Content) -> str:
    """The title, the result, every row, which column stands out, and the verdict."""
    said, ended = content.words.said, content.words.language.ended
    title, columns = _plain(content.title.text), [_plain(column.text) for column in content.columns]
    head = said.named.format(name=said.comparison, title=ended(title)) if title else ended(said.comparison)
    told = [head, ended(_plain(content.eyebrow.text)) if content.eyebrow else "", ended(_result(content, columns))]
    told += [ended(_row(content, row)) for row in content.rows]
    if content.highlight is not None:
        told.append(ended(said.highlight.format(column=columns[content.highlight])))
    if content.verdict:
        told.append(said.verdict.format(text=ended(_plain(content.verdict.text))))
    return joined(told)


def _plain(text: str) -> str:
    return one_line(markup.plain(text))


def _result(content: Content, columns: tuple[str, ...] | list[str]) -> str:
    """Who wins how many rows, the highlighted column first; without better cells what is compared."""
    language, said, count = content.words.language, content.words.said, len(content.rows)
    order = sorted(range(len(columns)), key=lambda at: (at != content.highlight, -content.wins(at), at))
    if not content.is_judged:
        names = language.listed([columns[at] for at in range(len(columns))])
        return language.counted(said.points, count, columns=names)
    first, *others = order
    won = said.wins.format(column=columns[first], n=language.whole(content.wins(first)), all=language.whole(count))
    also = [said.also.format(column=columns[at], n=language.whole(content.wins(at))) for at in others]
    return language.with_commas(won, *also)


def _row(content: Content, row: Row) -> str:
    pairs = enumerate(zip(content.columns, row.cells, strict=True))
    cells = [
        content.words.language.aside(
            _plain(column.text), _cell(content, cell), content.words.said.better if at == row.better else ""
        )
        for at, (column, cell) in pairs
    ]
    listed = content.words.language.enumerated(cells)
    return content.words.said.row.format(name=_plain(row.name.text), cells=listed)


def _cell(content: Content, cell: Cell) -> str:
    """What a cell says; a mark with words of its own says both."""
    said, text = content.words.said, _plain(cell.text.text)
    if cell.mark == "nothing":
        return said.nothing
    return said.row.format(name=cell.word, cells=text) if cell.word else text
