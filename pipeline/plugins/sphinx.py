"""The extension of Sphinx: a directive for pictures, and a social card for each page.

    extensions = ["pipeline.plugins.sphinx"]

    .. visual:: specs/word.yaml          .. visual::
       :caption: Every word counts.
                                            kind: quote_card
                                            text: Every *word* counts.

builder-inited      stale pictures of the project are made, the look of the cards is checked
env-updated         pages have their titles now: their cards are made
html-page-context   the head of a page names its card, unless another extension already does
build-finished      the cards are put beside the pages
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from linecache import checkcache, getline
from typing import Any
from urllib.parse import quote, urljoin

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.logging import getLogger

from pipeline import __version__
from pipeline.errors import PipelineError
from pipeline.plugins import cards, figures, specs
from pipeline.plugins.cards import Card, Look
from pipeline.plugins.tags import missing, tags
from pipeline.plugins.words import PageWords

LATE = 900  # of ours among those that hear of one event: after extensions that write tags themselves
KEPT, SOCIAL = "visuals", "_images/social"  # below the folder of doctrees, and below that of pages
MOST_BEFORE = 40  # lines of a directive at most before its body
MOST_DESCRIPTION = 200  # characters of a first paragraph
_CARDS = "_visuals_cards"
log = getLogger(__name__)


class VisualDirective(SphinxDirective):
    """A figure: the picture of a spec that is named, or of the keys in the directive's body."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = {  # noqa: RUF012  # docutils asks for a plain dictionary
        "alt": directives.unchanged,
        "caption": directives.unchanged,
        "size": directives.unchanged,
        "theme": directives.unchanged,
        "width": directives.length_or_percentage_or_unitless,
        "height": directives.length_or_unitless,
        "align": lambda written: directives.choice(written, ("left", "center", "right")),
        "class": directives.class_option,
        "name": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """The figure; what keeps it from being made is an error at the directive's line."""
        checkcache()
        if bool(self.arguments) == bool(self.content):
            raise self.error("expected the name of a spec or the keys of one in the body, found both or neither")
        try:
            made = self._made()
        except PipelineError as error:
            raise self.error(str(error)) from error
        for path in made.depends_on:
            self.env.note_dependency(os.path.abspath(path))
        for note in made.notes:
            log.info("%s", note, location=self.get_location())
        return [self._figure(made)]

    def _made(self) -> figures.Figure:
        size, theme = self.options.get("size", ""), self.options.get("theme", "")
        if self.arguments:
            beside = self.env.relfn2path(self.arguments[0])[1]
            return figures.of_spec(self.arguments[0], beside, str(self.env.srcdir), size, theme)
        return figures.of_text(self._keys(), self.get_source_info()[0], _kept(self.env), size, theme)

    def _keys(self) -> str:
        """The body's text where it stands in its file, so that mistakes in it have their lines and columns.

        MyST counts the lines of a body from the directive.
        """
        (source, line), first = self.get_source_info(), self.content[0]
        counted = (self.content.offset(0) or 0, *range(line, line + MOST_BEFORE))
        offset = next((at for at in counted if getline(source, at + 1).rstrip().endswith(first)), line)
        written = getline(source, offset + 1).rstrip()
        indent = " " * (len(written) - len(first)) if written.endswith(first) else ""
        lines = "".join(f"{indent}{each}\n" if each else "\n" for each in self.content)
        return "\n" * int(offset) + lines

    def _figure(self, made: figures.Figure) -> nodes.figure:
        uri = "/" + os.path.relpath(os.path.realpath(made.path), self.env.srcdir).replace(os.sep, "/")
        sides = {name: self.options[name] for name in ("width", "height") if name in self.options}
        image = nodes.image(uri=uri, alt=self.options.get("alt", made.alt), **sides)
        figure = nodes.figure("", image, classes=["visual", *self.options.get("class", [])])
        if align := self.options.get("align"):
            figure["align"] = align
        if caption := self.options.get("caption"):
            inline, messages = self.parse_inline(caption)
            figure += nodes.caption(caption, "", *inline)
            figure += messages
        self.set_source_info(figure)
        self.add_name(figure)
        return figure


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx what there is."""
    app.add_config_value("visuals_build", True, "env", bool)
    app.add_config_value("visuals_cards", True, "html", bool)
    app.add_config_value("visuals_cards_theme", "", "html", str)
    app.add_directive("visual", VisualDirective)
    app.connect("builder-inited", _prepare)
    app.connect("env-updated", _make_cards)
    app.connect("html-page-context", _add_tags, priority=LATE)
    app.connect("build-finished", _put_cards)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _prepare(app: Sphinx) -> None:
    """Make the stale pictures of the project, and check the look of the cards."""
    place = os.path.join(app.confdir, "conf.py")
    folder = specs.folder(place)
    try:
        if app.config.visuals_build and folder:
            for line in (line for outcome in specs.build_stale(folder) for line in specs.told(outcome)):
                log.info("visuals: %s", line)
        if _has_cards(app):
            cards.check(_look(app))
        elif app.config.visuals_cards and app.builder.format == "html":
            log.info("visuals: no social cards without `html_baseurl`: the address of a card has to be a whole one")
    except PipelineError as error:
        # Of an error of its own Sphinx shows where in our code it was raised, which helps no author.
        raise SystemExit(f"visuals:\n{error}") from error


def _make_cards(app: Sphinx, env: BuildEnvironment) -> None:
    """Make the card of each page."""
    found: dict[str, Card] = {}
    if _has_cards(app):
        made = cards.make(_look(app), {page: _words(app, page) for page in sorted(env.found_docs)})
        for note in made.notes:
            log.info("visuals: %s", note)
        for problem in made.problems:
            log.warning("visuals: no social card: %s", problem, type="visuals")
        log.info("visuals: %d social cards, %d of them new", len(made.cards), made.drawn)
        found = made.cards
    setattr(app, _CARDS, found)  # Sphinx has no place of its own for what an extension found


def _add_tags(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    if doctree is None or not _has_cards(app):
        return
    card, base = _cards(app).get(page), app.config.html_baseurl
    address = urljoin(_folder_url(base), quote(f"{SOCIAL}/{page}.png"))
    wanted = tags(_words(app, page), context.get("pageurl") or "", card, address)
    context["metatags"] = f"{context.get('metatags', '')}\n{missing(context.get('metatags', ''), wanted)}"


def _put_cards(app: Sphinx, exception: Exception | None) -> None:
    from pipeline import files

    for page, card in {} if exception else _cards(app).items():
        path = os.path.join(app.outdir, SOCIAL, f"{page}.png")
        data = files.read(card.path, files.MOST_BYTES)
        files.write_atomically(path, data, is_named=True)


def _has_cards(app: Sphinx) -> bool:
    """Whether pages get cards: those of HTML, where an address can be given."""
    is_wanted = app.config.visuals_cards and app.builder.format == "html"
    return bool(is_wanted and app.config.html_baseurl)


def _look(app: Sphinx) -> Look:
    lang = app.config.language or ""
    place = os.path.join(app.confdir, "conf.py")
    return Look(place, _kept(app.env), app.config.visuals_cards_theme, "" if lang == "en" else lang)


def _kept(env: BuildEnvironment) -> str:
    return os.path.join(env.doctreedir, KEPT)


def _cards(app: Sphinx) -> dict[str, Card]:
    found: dict[str, Card] = getattr(app, _CARDS, {})
    return found


def _words(app: Sphinx, page: str) -> PageWords:
    """What a page is called, and what it says of itself: its field `description`, else its first paragraph."""
    about, title = app.env.metadata.get(page, {}), app.env.titles.get(page)
    return PageWords(
        path=str(app.env.doc2path(page, False)),
        title=title.astext() if title else "",
        description=str(about.get("description") or _first_paragraph(app, page)),
        site=app.config.project,
        author=str(about.get("author", "")),
    )


def _first_paragraph(app: Sphinx, page: str) -> str:
    from pipeline.prose import one_line, shortened

    found = next(_paragraphs(app.env.get_doctree(page)), "")
    return shortened(one_line(found), MOST_DESCRIPTION)


def _paragraphs(doctree: nodes.document) -> Iterator[str]:
    """The paragraphs that stand in a section, not in a list, a table or a note."""
    for each in doctree.findall(nodes.paragraph):
        if isinstance(each.parent, nodes.section | nodes.document):
            yield each.astext()


def _folder_url(url: str) -> str:
    return url if url.endswith("/") else f"{url}/"
