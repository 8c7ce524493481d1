"""`visuals weave` and `visuals snippet`: figures where an article wishes for them, and for pages written elsewhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import click

from pipeline.cli import options
from pipeline.cli.articles import each_article
from pipeline.cli.printing import report, say, say_exactly
from pipeline.prose import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.errors import Problem
    from pipeline.weaving import Text, Wanted
    from pipeline.weaving.links import Link

STANDARD = "-"
WOVEN = ".woven"


@click.command()
@click.argument("article", type=click.Path(allow_dash=True))
@click.option("-o", "--output", type=click.Path(allow_dash=True), help="The file to write; - is standard output.")
@click.option("--to", "form", type=click.Choice(["markdown", "html"]), default="markdown", show_default=True)
@options.specs("Folder of the specs.")
@click.option("--pictures", type=click.Path(), help="Folder of the pictures.  [default: output/ beside specs/]")
@click.option("--size", metavar="SIZE", help="The size to show.  [default: the first of each spec]")
@click.option(
    "--url", metavar="URL", help="Address of the pictures on the site, such as /img.  [default: as woven before]"
)
@click.option(
    "--preview",
    metavar="[KEY]",
    is_flag=False,
    flag_value="image",
    help="Write the first picture into the front matter, as `image` or KEY.",
)
@click.option("--keep-wishes", is_flag=True, help="Put each figure after its wish, not in its place.")
@click.option("--inline", is_flag=True, help="Embed the pictures in the page; with --to html.")
@click.option("--force", is_flag=True, help="Rewrite figures that were edited by hand.")
@click.option("--unweave", is_flag=True, help="Take the figures out again.")
def weave(
    article: str,
    output: str | None,
    form: str,
    specs: str,
    pictures: str | None,
    size: str | None,
    url: str | None,
    preview: str | None,
    keep_wishes: bool,
    inline: bool,
    force: bool,
    unweave: bool,
) -> None:
    """Put the figures into an ARTICLE where its author wishes for them.

    A wish's figure is that of the spec which `visuals draft` gives it. Markdown goes to ARTICLE.woven.md, or back into
    an article that is woven already: run it again after every edit. All but the wishes stays as it is, and --unweave
    restores the article byte for byte. A page of HTML goes to ARTICLE.html and can be opened from disk. Of a folder,
    each article in it is woven.

    \b
    Examples:
      visuals weave article.md
      visuals weave article.md --to html --inline
      visuals weave article.woven.md --unweave -o article.md
    """
    if inline and form != "html":
        raise click.UsageError("--inline embeds pictures in a page: add --to html")
    ways = _Ways(output, form, specs, pictures, size, url, preview, keep_wishes, inline, force, unweave)
    each_article(article, lambda path: _weave(path, ways))


class _Ways(NamedTuple):
    """The options of `visuals weave`."""

    output: str | None
    form: str
    folder: str
    pictures: str | None
    size: str | None
    url: str | None
    preview: str | None
    keep_wishes: bool
    inline: bool
    force: bool
    unweave: bool


def _weave(article: str, ways: _Ways) -> bool:
    """Weave one article; whether each of its wishes has a figure."""
    from pipeline import weaving

    text = weaving.read(article)
    output, form = ways.output, ways.form
    target = output or _target(article, form, is_woven=bool(text.figures))
    if os.path.isdir(target):
        target = os.path.join(target, os.path.basename(_target(article, form, is_woven=bool(text.figures))))
    if ways.unweave:
        _unweave(text, target, article, output is not None)
        return True
    shelf = weaving.Shelf(ways.folder, ways.pictures, ways.size, article)
    figures = weaving.wanted(text, shelf.figure, force=ways.force)
    base = os.path.dirname(article if target == STANDARD else target)
    _write(target, _woven(text, figures, ways, base), output is not None)
    return _tell(text, figures, target)


@click.command()
@click.argument("spec", type=click.Path())
@click.option(
    "--to", "form", type=click.Choice(["markdown", "html", "mdx", "rst"]), default="markdown", show_default=True
)
@click.option("--pictures", type=click.Path(), help="Folder of the pictures.  [default: output/ beside specs/]")
@click.option("--size", metavar="SIZE", help="The size to show.  [default: the first of the spec]")
@click.option("--from", "base", type=click.Path(), default="", help="Folder that the addresses are relative to.")
def snippet(spec: str, form: str, pictures: str | None, size: str | None, base: str) -> None:
    """Print a SPEC's figure, with alt text and caption, to paste into a page.

    \b
    Examples:
      visuals snippet specs/quote_card.yaml
      visuals snippet specs/quote_card.yaml --to html --from docs
    """
    from pipeline.weaving import figure, links, snippets

    shown = figure(spec, pictures, size)
    say_exactly(("\n".join(snippets.FORMS[form](shown, links.relative(base))) + "\n").encode())


def _target(article: str, form: str, *, is_woven: bool) -> str:
    """Where the result goes when nobody says."""
    if article == STANDARD:
        return STANDARD
    stem = os.path.splitext(article)[0]
    if form == "html":
        return f"{stem.removesuffix(WOVEN)}.html"
    return article if is_woven else f"{stem}{WOVEN}.md"


def _unweave(text: Text, target: str, article: str, is_named: bool) -> None:
    """Write the article as it was; raises ArticleError where nothing is woven into it."""
    from pipeline.errors import ArticleError, Problem

    if not text.figures:
        hint = "`visuals weave` makes one from an article; a page of HTML holds no marks"
        raise ArticleError(Problem(f"{article}: no figure is woven into it", hint=hint))
    _write(target, text.article.raw, is_named)
    if target != STANDARD:
        say(f"{target}  {counted(len(text.figures), 'figure')} taken out")


def _woven(text: Text, figures: Sequence[Wanted], ways: _Ways, base: str) -> bytes:
    from pipeline import weaving
    from pipeline.weaving import links, markdown, previews

    url = ways.url or text.site
    link: Link = links.site(url) if url else links.relative(base)
    if ways.form == "markdown":
        raw = weaving.weave(text, figures, lambda shown: markdown.lines(shown, link), ways.keep_wishes)
        key = ways.preview or (text.preview.key if text.preview else "")
        first = next((each.figure for each in figures if each.figure), None)
        if not key or first is None:
            return raw
        return previews.written(raw, text.article.path, key, link(first.pages[0].light.path))
    from pipeline.weaving.page import page

    picture_link = links.inline if ways.inline else link
    return page(text.article, figures, link, picture_link, keep_wishes=ways.keep_wishes).encode()


def _write(target: str, data: bytes, is_named: bool) -> None:
    from pipeline import files

    if target == STANDARD:
        say_exactly(data)
    else:
        files.write_atomically(target, data, is_named)


def _tell(text: Text, figures: Sequence[Wanted], target: str) -> bool:
    """A line for the result, then every wish without a figure; whether there is none."""
    problems = sorted(dict.fromkeys(_problems(text, figures)), key=lambda problem: problem.place or ())
    if problems:
        report(problems)
    shown = sum(each.figure is not None for each in figures)
    edited = sum(each.is_kept and each.figure is not None for each in figures)
    old = sum(each.is_kept and each.figure is None for each in figures)
    lacking = sum(not (each.figure or each.is_kept) for each in figures) + len(text.article.strays)
    words = [f"{target}  {counted(shown, 'figure')}"]
    words += [f"{edited} kept as edited by hand"] if edited else []
    words += [f"{old} kept as woven before"] if old else []
    words += [f"{counted(lacking, 'wish')} without one"] if lacking else []
    say(", ".join(words), err=target == STANDARD)
    return not problems


def _problems(text: Text, figures: Sequence[Wanted]) -> Iterator[Problem]:
    from pipeline import weaving

    for each in figures:
        place = text.article.place(text.line(each.wish.line))
        for problem in each.problems:
            yield problem if problem.place else problem._replace(place=place)
    yield from weaving.orphans(text, figures)
    yield from text.as_filed().astray
