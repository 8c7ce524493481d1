"""Article + figures -> woven article: the bytes of the wishes change, and no other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from pipeline import article as articles
from pipeline.article import Article, Wish
from pipeline.errors import PipelineError, Problem, internal
from pipeline.weaving import marks, places, previews
from pipeline.weaving.figures import Figure
from pipeline.weaving.forms.model import Style
from pipeline.weaving.marks import Woven
from pipeline.weaving.previews import Preview
from pipeline.weaving.shelf import AlienSpec


class Wanted(NamedTuple):
    """A wish with the name of the spec that is its figure's, the figure, and what was woven for it before.

    Without a figure, `problems` says why. What `is_kept` stays as it was woven: it was edited by hand, or there is no
    figure to take its place. Where the spec is another article's, it `is_alien`.
    """

    wish: Wish
    name: str
    figure: Figure | None
    problems: tuple[Problem, ...] = ()
    woven: Woven | None = None
    is_kept: bool = False
    is_alien: bool = False


class Text(NamedTuple):
    """An article as its author left it, and the figures and previews that were woven into the file it comes from.

    `moved` has for each figure the first line of the article behind it, and by how many lines that stands lower.
    """

    article: Article
    figures: tuple[tuple[int, Woven], ...]
    previews: tuple[Preview, ...] = ()
    moved: tuple[tuple[int, int], ...] = ()

    def filed(self, line: int) -> int:
        """The line of the file that a line is on when those of the previews are not counted."""
        for preview in self.previews:
            line += line >= preview.line
        return line

    def line(self, line: int) -> int:
        """The line of the file that a line of the article is on, both counted from 1."""
        behind = bisect_right(self.moved, line, key=itemgetter(0))
        return self.filed(line + self.moved[behind - 1][1] if behind else line)

    def as_filed(self) -> Article:
        """The article with the lines that its wishes and strays have in the file, their specs' names for keys."""
        wishes = self.article.wishes
        names = _names(wishes, _before(self))
        filed = (wish._replace(line=self.line(wish.line), key=name) for wish, name in zip(wishes, names, strict=True))
        strays = (stray._replace(line=self.line(stray.line)) for stray in self.article.strays)
        return self.article._replace(wishes=tuple(filed), strays=tuple(strays))


def read(path: str) -> Text:
    """The article at `path`, `-` for standard input, without the figures that are woven into it.

    Raises ArticleError for what is no article, and for a mark without its partner.
    """
    return parse(articles.read_bytes(path), path)


def parse(raw: bytes, path: str) -> Text:
    """The article that these bytes are, without the figures woven into it; raises what `read` does."""
    bare, own = previews.taken_out(raw, path)
    restored = marks.restore(bare, path)
    return Text(articles.parse(restored.raw, path), restored.figures, own, tuple(_moved(restored.figures)))


def _moved(figures: Iterable[tuple[int, Woven]]) -> Iterator[tuple[int, int]]:
    lower = 0
    for _, woven in figures:
        own = 0 if woven.wish is None else places.count_lines(woven.wish)
        begin = woven.line + own - lower
        lower += woven.lines - own
        yield begin, lower


def wanted(text: Text, figure_of: Callable[[str], Figure], *, force: bool = False) -> tuple[Wanted, ...]:
    """For each wish its figure, by the name of its spec; `figure_of` raises PipelineError where there is none.

    A figure that was edited by hand stays as it is, unless `force` is given.
    """
    before = _before(text)
    wishes = text.article.wishes
    return tuple(
        _wanted(wish, name, figure_of, before.get(wish.start), force)
        for wish, name in zip(wishes, _names(wishes, before), strict=True)
    )


def orphans(text: Text, figures: Iterable[Wanted]) -> Iterator[Problem]:
    """The woven figures for which the article has no wish any more: weaving it anew takes them out."""
    known = {each.woven.line for each in figures if each.woven}
    for _, woven in text.figures:
        if woven.line not in known:
            hint = "write the wish's label again, if the figure is to stay"
            yield Problem(
                f"the figure {woven.name} stands for no wish", text.article.place(text.filed(woven.line)), hint
            )


def weave(text: Text, figures: Iterable[Wanted], style: Style, keep_wishes: bool) -> bytes:
    """The article with each figure in place of its wish or, with `keep_wishes`, after it; no other byte changes.

    A wish without a figure stays, or the figure that was woven for it before. So does one where a figure would be code,
    because of what its neighbours became.
    """
    shown = [each for each in figures if each.figure or each.is_kept]
    flat: set[int] = set()  # where wishes begin whose figures would be code if they were indented alike
    while True:
        pieces = list(_pieces(text.article, shown, flat, style, keep_wishes))
        raw = b"".join(data for data, _ in pieces)
        hidden = set(_hidden(raw, text.article.path, pieces))
        if not hidden:
            return raw
        shown = [each for each in shown if each.wish.start not in hidden & flat]
        flat |= hidden


def _pieces(
    article: Article,
    shown: Iterable[Wanted],
    flat: Collection[int],
    style: Style,
    keep_wishes: bool,
) -> Iterator[tuple[bytes, Wanted | None]]:
    """The bytes of a woven article in order; those of a figure with what it is the figure of."""
    raw, line_end = article.raw, article.newline.encode()
    at = 0
    for each in shown:
        start, end = each.wish.start, each.wish.end
        body_end = places.body_end(raw, start, end)
        wish = None if keep_wishes else raw[start:body_end]
        block = _block(each, article, wish, each.wish.start in flat, style)
        if not keep_wishes:
            yield from ((raw[at:start], None), (block, each))
            at = body_end
        elif body_end < end:
            yield from ((raw[at:end], None), (block, each), (line_end, None))
            at = end
        else:
            yield from ((raw[at:end] + line_end, None), (block, each))
            at = end
    yield raw[at:], None


def _hidden(raw: bytes, path: str, pieces: Iterable[tuple[bytes, Wanted | None]]) -> Iterator[int]:
    """Where the wishes begin whose figures' marks would not be found again."""
    found = marks.seen(raw, path)
    starts, ends = {mark.start for mark in found}, {mark.end for mark in found}
    at = 0
    for data, each in pieces:
        if each and not (at in starts and at + len(data) in ends):
            yield each.wish.start
        at += len(data)


def _wanted(wish: Wish, name: str, figure_of: Callable[[str], Figure], woven: Woven | None, force: bool) -> Wanted:
    try:
        figure = figure_of(name)
    except PipelineError as error:
        is_alien = isinstance(error, AlienSpec)
        return Wanted(wish, name, None, error.problems, woven, woven is not None, is_alien)
    except Exception as error:
        return Wanted(wish, name, None, internal(error, name).problems, woven, woven is not None)
    if figure.caption.casefold() == wish.section.heading.casefold():
        figure = figure._replace(caption="")  # it stands above already
    is_kept = woven is not None and woven.is_edited and not force
    return Wanted(wish, name, figure, (), woven, is_kept)


def _block(each: Wanted, article: Article, wish: bytes | None, is_flat: bool, style: Style) -> bytes:
    """The lines of a figure and its marks, the last one without an end."""
    first, others = places.prefixes(article.raw, each.wish.start, each.wish.end, is_flat)
    mark = marks.begin(each.name, wish, style.delimiters)
    opening = (others if wish is None else first) + mark  # after its wish it has no bullet
    if each.is_kept:
        assert each.woven is not None
        return opening.encode() + each.woven.body + marks.between(each.woven.closing, style.delimiters)
    assert each.figure is not None
    lines = style.of(each.figure, is_nested=bool(others))
    closing = marks.end(lines, style.delimiters)
    return article.newline.join([opening, *(others + line for line in (*lines, closing))]).encode()


def _before(text: Text) -> dict[int, Woven]:
    """What was woven for each wish, by the byte where the wish begins."""
    starts = {wish.start: wish for wish in text.article.wishes}
    ends = {wish.end: wish for wish in text.article.wishes}
    before = {}
    for at, woven in text.figures:
        wish = ends.get(at) if woven.wish is None else starts.get(at)
        if wish:
            before[wish.start] = woven
    return before


def _names(wishes: Iterable[Wish], before: Mapping[int, Woven]) -> Iterator[str]:
    """The spec's name for each wish: the one it was woven with, so that a wish that goes takes no other's picture."""
    taken = {woven.name for woven in before.values()}
    for wish in wishes:
        if wish.start in before:
            yield before[wish.start].name
            continue
        name, number = wish.key, 2
        while name in taken:
            name, number = f"{wish.key}-{number}", number + 1
        taken.add(name)
        yield name
