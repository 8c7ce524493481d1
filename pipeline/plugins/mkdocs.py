"""The plugin `visuals` of MkDocs: makes stale pictures before the site, and a social card for each page.

    plugins:
      - visuals:
          cards_theme: ink

on_config     the look of the cards is checked before anything is built
on_pre_build  stale pictures are made; what keeps one from being made ends the build
on_env        pages have their titles now: their cards are made, and become files of the site
on_post_page  the head of a page names its card, unless the theme already does
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from html import unescape
from re import sub
from typing import Any
from urllib.parse import quote, urljoin

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from pipeline.errors import PipelineError
from pipeline.plugins import cards, social, specs
from pipeline.plugins.cards import Card, Look
from pipeline.plugins.tags import inserted, tags
from pipeline.plugins.words import PageWords

CACHE = os.path.join(".cache", "visuals")  # beside mkdocs.yml, where other plugins have theirs
log = get_plugin_logger("visuals")


def _needless() -> option.Deprecated:
    """An option of Material's social plugin without a meaning here: it is warned of, one by one."""
    return option.Deprecated(message="`{}` of the social plugin has no meaning for visuals: remove it")


class VisualsConfig(base.Config):
    """What an author may write below `visuals`; where Material's social plugin has the same, it has the same name."""

    enabled = option.Type(bool, default=True)
    build = option.Type(bool, default=True)
    cards = option.Type(bool, default=True)
    cards_theme = option.Type(str, default="")
    cards_dir = option.Type(str, default="assets/images/social")
    cards_include = option.ListOfItems(option.Type(str), default=[])
    cards_exclude = option.ListOfItems(option.Type(str), default=[])
    cards_layout_options = option.Type(dict, default={})

    concurrency = _needless()
    cache = _needless()
    cache_dir = _needless()
    log = _needless()
    log_level = _needless()
    cards_layout = _needless()
    cards_layout_dir = _needless()
    debug = _needless()
    debug_on_build = _needless()
    debug_grid = _needless()
    debug_grid_step = _needless()
    debug_color = _needless()


class VisualsPlugin(BasePlugin[VisualsConfig]):
    """The plugin; what it knows of the pages of one build is replaced by the next."""

    def __init__(self) -> None:
        self._look = Look("", "")
        self._options = social.Options({}, {})
        self._cards: dict[str, Card] = {}

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the options; ends the build where no card could be made with them."""
        base_theme, place = self.config.cards_theme, os.path.abspath(config.config_file_path or "mkdocs.yml")
        name = f"{os.path.basename(place)}: cards_layout_options"
        with _Stopping():
            self._options = social.translated(self.config.cards_layout_options, name, base_theme)
            self._look = Look(place, os.path.join(os.path.dirname(place), CACHE), self._options.theme or base_theme)
            self._look = self._look._replace(lang=_language(config))
            if self._makes_cards:
                cards.check(self._look)
        if self._makes_cards and not config.site_url:
            log.warning("no social cards without `site_url`: the address of a card has to be a whole one")

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Make the stale pictures of the project."""
        folder = specs.folder(self._look.config_path)
        if self.config.enabled and self.config.build and folder:
            with _Stopping():
                for line in (line for outcome in specs.build_stale(folder) for line in specs.told(outcome)):
                    log.info(line)

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Callable[..., None]) -> None:
        """Build anew when a spec changes, too."""
        folder = specs.folder(self._look.config_path)
        if self.config.enabled and self.config.build and folder:
            server.watch(folder)

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Make the cards, and files of the site from them."""
        self._cards = {}
        if not self._makes_cards or not config.site_url:
            return
        pages = {page.file.src_uri: page for page in _pages(files) if self._has_card(page)}
        made = cards.make(self._look, {uri: self._words(page, config) for uri, page in pages.items()})
        for note in made.notes:
            log.info(note)
        for problem in made.problems:
            log.warning(f"no social card: {problem}")
        self._cards = made.cards
        for uri, card in made.cards.items():
            files.append(File.generated(config, self._card_uri(uri), abs_src_path=os.path.abspath(card.path)))
        log.info(f"{len(made.cards)} social cards, {made.drawn} of them new")

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Add what the head of a page lacks."""
        if not self.config.enabled or not self.config.cards or not config.site_url:
            return output
        card = self._cards.get(page.file.src_uri)
        address = urljoin(config.site_url, quote(self._card_uri(page.file.src_uri))) if card else ""
        return inserted(output, tags(self._words(page, config), page.canonical_url or "", card, address))

    @property
    def _makes_cards(self) -> bool:
        return bool(self.config.enabled and self.config.cards)

    def _has_card(self, page: Page) -> bool:
        """Whether a page is among those that the options name, and does not refuse a card itself."""
        uri, own = page.file.src_uri, _own(page)
        included = not self.config.cards_include or any(fnmatchcase(uri, each) for each in self.config.cards_include)
        excluded = any(fnmatchcase(uri, each) for each in self.config.cards_exclude)
        return bool(own.get("cards", included and not excluded))

    def _card_uri(self, page_uri: str) -> str:
        return f"{self.config.cards_dir.strip('/')}/{os.path.splitext(page_uri)[0]}.png"

    def _words(self, page: Page, config: MkDocsConfig) -> PageWords:
        """What the page is called, for every card or itself, and what it says of itself."""
        own = _own(page).get("cards_layout_options")
        said = {**self._options.words, **(own if isinstance(own, dict) else {})}
        return PageWords(
            path=page.file.src_uri,
            title=_plain(said.get("title") or page.title or config.site_name),
            description=_plain(said.get("description") or page.meta.get("description") or config.site_description),
            site=_plain(config.site_name),
            section=_plain(page.parent.title if page.parent else ""),
            author=_plain(page.meta.get("author")),
        )


class _Stopping:
    """Ends the build with the problems of an error of ours, and no traceback."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, PipelineError):
            raise PluginError(f"visuals:\n{error}") from error


def _pages(files: Files) -> Iterator[Page]:
    return (file.page for file in files.documentation_pages() if file.page is not None)


def _own(page: Page) -> Mapping[str, Any]:
    """What a page's front matter says under `social`."""
    found = page.meta.get("social")
    return found if isinstance(found, dict) else {}


def _plain(text: object) -> str:
    """A text without the tags and entities of HTML; what is no text says nothing."""
    return unescape(sub(r"<[^<>]*>", "", text)) if isinstance(text, str) else ""


def _language(config: MkDocsConfig) -> str:
    """The language that the theme of the site is set to, if any."""
    named = str(config.theme.get("language") or config.theme.get("locale") or "")
    return named if named not in ("", "en") else ""
