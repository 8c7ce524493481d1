"""The social cards of a site: one picture for each page, made of its words in the look of the site."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline import project
from pipeline.errors import PipelineError
from pipeline.plugins import kept, specs
from pipeline.plugins.words import PageWords, card_keys

if TYPE_CHECKING:
    from pipeline.rendering import Job, Visual

SIZE = "og"


class Look(NamedTuple):
    """How the cards of a site look, and where they are kept.

    `config_path` is the generator's file of settings, `theme` one as a spec may have it. A theme and a language that
    are empty the settings of the project decide.
    """

    config_path: str
    cache: str
    theme: str | Mapping[str, Any] = ""
    lang: str = ""

    @property
    def specs(self) -> str:
        """The folder that files and themes are counted from."""
        return project.shown(project.layout(project.folder(self.config_path)).specs)


class Card(NamedTuple):
    """A page's card: its file, what it says, its pixels."""

    path: str
    alt: str
    width: int
    height: int


class Made(NamedTuple):
    """The cards by page, how many were drawn, what is to be known of them, and why others could not be made."""

    cards: dict[str, Card]
    drawn: int
    notes: tuple[str, ...]
    problems: tuple[str, ...]


def check(look: Look) -> None:
    """Raise what a card in this look would: SpecError, ThemeError or AssetError."""
    from pipeline.rendering import lay_out

    lay_out(_visual(look, {"kind": "page_card", "title": "A"}, look.config_path))


def make(look: Look, pages: Mapping[str, PageWords]) -> Made:
    """The card of each page, drawn only where no kept one is as it would be."""
    from pipeline.build.keys import Disk

    jobs: dict[str, Job] = {}
    notes: list[str] = []
    problems: list[str] = []
    disk = Disk()
    for page, words in pages.items():
        keys, left_out = card_keys(words)
        notes += left_out
        try:
            visual = _visual(look, keys, words.path)
            jobs[page] = kept.job(visual, SIZE, visual.spec.themes[0], look.cache, disk)
        except PipelineError as error:
            problems.append(str(error))
    outcomes = kept.make(jobs.values())
    failed = {each.job.output_path: str(each.error) for each in outcomes if each.error}
    notes += specs.notes(outcomes)
    cards = {page: _card(job) for page, job in jobs.items() if job.output_path not in failed}
    return Made(cards, len(outcomes) - len(failed), tuple(notes), (*problems, *failed.values()))


def _visual(look: Look, keys: Mapping[str, Any], path: str) -> Visual:
    """The spec of a card: mistakes in its words are placed in the page at `path`, those in its look in the settings."""
    from pipeline import settings, source
    from pipeline.rendering import understood

    looks = {**({"themes": [look.theme]} if look.theme else {}), **({"lang": look.lang} if look.lang else {})}
    node = source.with_defaults(source.of_values(keys, path), source.of_values(looks, project.shown(look.config_path)))
    node = settings.completed(node, project.folder(look.config_path))
    return understood(node, os.path.join(look.specs, "page_card.yaml"))


def _card(job: Job) -> Card:
    from pipeline import sizes

    size = sizes.parse(job.size)
    return Card(job.output_path, job.visual.alt, size.width, size.height)
