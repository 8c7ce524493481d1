"""`visuals weave` and `visuals snippet`: figures where an article wishes for them, and for pages written elsewhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import click

from pipeline.cli import given, options
from pipeline.cli.articles import Done, Entry, Idle, each_article, selected, specs_of
from pipeline.cli.options import STANDARD
from pipeline.cli.printing import say, say_exactly
from pipeline.prose import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.errors import Problem
    from pipeline.weaving import Shelf, Text, Wanted

WOVEN, PAGE = ".woven", "html"
_IDLE = {False: "without a wish", True: "without a figure"}  # by whether figures are taken out


FORMS = ("markdown", "hugo", "jekyll", "eleventy", "astro", "docusaurus", "mkdocs", "sphinx", "html")


@click.command()
@click.argument("articles", nargs=-1, type=click.Path(allow_dash=True), metavar="[ARTICLE or FOLDER]...")
@options.output("The article to write, or a folder for several; - is standard output.", takes_stream=True)
@click.option(
    "--to", "form", type=click.Choice(FORMS), help="What figures are written for.  [default: the project's site]"
)
@options.specs("Folder of the specs.")
@click.option("--size", metavar="SIZE", help="The size to show.  [default: the first of each spec]")
@options.url("the project's, or as woven before")
@click.option(
    "--preview",
    "previews",
    metavar="[KEY]",
    is_flag=False,
    flag_value="",
    multiple=True,
    callback=lambda _context, _option, values: _keys(values),
    help="Write the first picture into the front matter, as KEY or as the site reads it; may be repeated.",
)
@click.option("--keep-wishes", is_flag=True, help="Put each figure after its wish, not in its place.")
@click.option("--inline", is_flag=True, help="Embed the pictures in the page; with --to html.")
@click.option("--force", is_flag=True, help="Rewrite figures that were edited by hand.")
@click.option("--unweave", is_flag=True, help="Take the figures out again.")
@options.as_json
def weave(
    articles: tuple[str, ...],
    output: str | None,
    form: str | None,
    specs: str,
    size: str | None,
    url: str | None,
    previews: tuple[str, ...],
    keep_wishes: bool,
    inline: bool,
    force: bool,
    unweave: bool,
    as_json: bool,
) -> None:
    """Put the figures into each ARTICLE where its author wishes for them.

    A wish's figure is that of the spec which `visuals draft` gives it. In a project (a visuals.toml) the article itself
    is woven, in the form of the project's site; elsewhere Markdown goes to ARTICLE.woven.md, or back into an article
    that is woven already. Run it again after every edit. All but the wishes stays as it is, and --unweave restores the
    article byte for byte. A page of HTML goes to ARTICLE.html and can be opened from disk. Of a folder, each article in
    it is woven; with no place named, those of the project.

    \b
    Examples:
      visuals weave
      visuals weave content/garden.md --preview cover
      visuals weave article.md --to html --inline
      visuals weave article.woven.md --unweave -o article.md
    """
    if inline and form != PAGE:
        raise click.UsageError("--inline embeds pictures in a page: add --to html")
    if as_json and (output == STANDARD or (output is None and STANDARD in articles)):
        raise click.UsageError("standard output takes the article or JSON, not both: name a file with -o")
    ways = _Ways(output, form, specs, size, url, previews, keep_wishes, inline, force, unweave)
    chosen = selected(articles)
    _refuse_pictures(output, form)
    if output and len(chosen.articles) > 1 and not os.path.isdir(output):
        raise click.UsageError(f"several articles do not go to one file: make a folder {output}, or leave out -o")
    limits = dict[str, None]()
    try:
        each_article(chosen, lambda each: _weave(each, ways, chosen.is_one, limits), _IDLE[unweave], as_json=as_json)
    finally:
        for limit in limits:
            say(limit, err=True)


def _refuse_pictures(output: str | None, form: str | None) -> None:
    """Raise UsageError for an article that would be written among the pictures: in other commands -o names these."""
    from pipeline.build import manifest

    if output and form != PAGE and manifest.is_kept(output):
        fact = f"{output} is a folder of pictures, and -o says where the article goes"
        raise click.UsageError(f"{fact}; the pictures are found where `output` in visuals.toml says")


class _Ways(NamedTuple):
    """The options of `visuals weave`."""

    output: str | None
    form: str | None
    specs: str
    size: str | None
    url: str | None
    previews: tuple[str, ...]
    keep_wishes: bool
    inline: bool
    force: bool
    unweave: bool


def _keys(values: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that were asked for, "" for that of the site; those between commas are several."""
    from pipeline.weaving.previews import KEY

    keys = tuple(dict.fromkeys(key.strip() for value in values for key in value.split(",")))
    for key in filter(None, keys):
        if not KEY.fullmatch(key):
            fact = f"expected a key of the front matter such as cover, found `{key}`"
            raise click.BadParameter(f"{fact}; an article stands before the options, or after `--`")
    return keys


def _weave(each: Entry, ways: _Ways, is_one: bool, limits: dict[str, None]) -> Done:
    """Weave one article, or take its figures out.

    What the form leaves out is added to `limits`.
    """
    from pipeline import weaving

    article = each.path
    text = weaving.read(article)
    target = _target(each, ways, text)
    if ways.unweave:
        return _unweave(text, target, article, ways.output is not None)
    if not is_one and target == article and not (text.article.wishes or text.article.strays or text.figures):
        raise Idle()
    shelf = weaving.Shelf(specs_of(article, ways.specs), None, ways.size, article)
    figures = weaving.wanted(text, shelf.figure, force=ways.force)
    data = _woven(text, figures, ways, shelf, os.path.dirname(article if target == STANDARD else target), limits)
    _write(target, data, ways.output is not None)
    return _done(text, figures, target)


@click.command()
@click.argument("spec", type=click.Path())
@click.option(
    "--to", "form", type=click.Choice(["markdown", "html", "mdx", "rst"]), default="markdown", show_default=True
)
@click.option("--size", metavar="SIZE", help="The size to show.  [default: the first of the spec]")
@options.url("the project's")
@click.option("--beside", type=click.Path(), help="Folder of the page, for addresses relative to it.")
def snippet(spec: str, form: str, size: str | None, url: str | None, beside: str | None) -> None:
    """Print a SPEC's figure, with alt text and caption, to paste into a page.

    \b
    Examples:
      visuals snippet specs/quote_card.yaml
      visuals snippet specs/quote_card.yaml --to html --beside docs
    """
    from pipeline.weaving import figure, sites, snippets

    given.refuse_standard((spec,), "a figure shows pictures that are made: name the file of the spec")
    link = sites.link_of(spec, url, beside)
    say_exactly(("\n".join(snippets.FORMS[form](figure(spec, None, size), link)) + "\n").encode())


def _target(each: Entry, ways: _Ways, text: Text) -> str:
    """Where the result goes: to the file that was named, into the folder that was, or where `_usual` says."""
    usual = _usual(each.path, ways.form == PAGE, is_woven=bool(text.figures))
    if not ways.output:
        return usual
    if not os.path.isdir(ways.output):
        return ways.output
    return os.path.join(ways.output, os.path.dirname(each.below), os.path.basename(usual))


def _usual(article: str, is_page: bool, *, is_woven: bool) -> str:
    """Where the result goes when nobody says: in a project into the article itself."""
    from pipeline import project

    if article == STANDARD or _is_stream(article):
        return STANDARD
    stem, suffix = os.path.splitext(article)
    if is_page:
        return f"{stem.removesuffix(WOVEN)}.html"
    if is_woven or project.with_settings(article):
        return article
    return f"{stem}{WOVEN}{suffix if suffix == '.mdx' else '.md'}"


def _is_stream(path: str) -> bool:
    """Whether a path is a pipe, or a name of one such as /dev/stdin: nothing can lie beside it."""
    return path.startswith(("/dev/", "/proc/")) or (os.path.exists(path) and not os.path.isfile(path))


def _unweave(text: Text, target: str, article: str, is_named: bool) -> Done:
    """Write the article as it was; raises ArticleError where nothing is woven into it."""
    from pipeline.errors import Problem

    if not (text.figures or text.previews):
        hint = "`visuals weave` makes one from an article; a page of HTML holds no marks"
        raise Idle(Problem(f"{article}: no figure is woven into it", hint=hint))
    _write(target, text.article.raw, is_named)
    keys = {"article": article, "output": target, "taken_out": len(text.figures)}
    last = "" if target == STANDARD else f"{target}  {counted(len(text.figures), 'figure')} taken out"
    return Done(keys, (), (), last, target == STANDARD)


def _woven(
    text: Text, figures: Sequence[Wanted], ways: _Ways, shelf: Shelf, base: str, limits: dict[str, None]
) -> bytes:
    from pipeline import weaving
    from pipeline.weaving import links, previews, sites

    link = sites.link(figures, shelf, base, ways.url)
    if ways.form == PAGE:
        from pipeline.weaving.page import page

        picture_link = links.inline if ways.inline else link
        return page(text.article, figures, link, picture_link, keep_wishes=ways.keep_wishes).encode()
    form = sites.form(shelf.article, ways.form)
    shown = [each.figure for each in figures if each.figure]
    limits.update(dict.fromkeys(form.limits(shown)))
    raw = weaving.weave(text, figures, form.with_addresses(link), ways.keep_wishes)
    keys = [key or form.preview for key in ways.previews] or [preview.key for preview in text.previews]
    if not keys or not shown:
        return raw
    return previews.written(raw, text.article.path, list(dict.fromkeys(keys)), link(shown[0].pages[0].light.path))


def _write(target: str, data: bytes, is_named: bool) -> None:
    from pipeline import files

    if target == STANDARD:
        say_exactly(data)
    elif not _is_there(target, data):
        files.write_atomically(target, data, is_named)


def _is_there(target: str, data: bytes) -> bool:
    """Whether a file has these bytes already: one that does not change keeps its time."""
    from pipeline import files

    try:
        return files.read(target, files.MOST_BYTES) == data
    except (OSError, ValueError):
        return False


def _done(text: Text, figures: Sequence[Wanted], target: str) -> Done:
    """A line for the result, and every wish without a figure."""
    problems = sorted(dict.fromkeys(_problems(text, figures)), key=lambda problem: problem.place or ())
    shown = sum(each.figure is not None for each in figures)
    edited = sum(each.is_kept and each.figure is not None for each in figures)
    old = sum(each.is_kept and each.figure is None for each in figures)
    lacking = sum(not (each.figure or each.is_kept) for each in figures) + len(text.article.strays)
    words = [f"{target}  {counted(shown, 'figure')}"]
    words += [f"{edited} kept as edited by hand"] if edited else []
    words += [f"{old} kept as woven before"] if old else []
    words += [f"{counted(lacking, 'wish')} without one"] if lacking else []
    keys = {"article": text.article.path, "output": target, "figures": shown, "edited": edited, "old": old}
    return Done({**keys, "lacking": lacking}, (), problems, ", ".join(words), target == STANDARD)


def _problems(text: Text, figures: Sequence[Wanted]) -> Iterator[Problem]:
    from pipeline import weaving

    for each in figures:
        place = text.article.place(text.line(each.wish.line))
        for problem in each.problems:
            yield problem if problem.place else problem._replace(place=place)
    yield from weaving.orphans(text, figures)
    yield from text.as_filed().astray
