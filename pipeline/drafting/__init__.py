"""Draft the specs that an article's wishes ask for: the kind by the words, filled with what the text gives.

Article --draft--> a Draft for each wish: its kind, its path, its YAML --save--> files
"""

from __future__ import annotations

import os
from typing import Literal, NamedTuple, TypeAlias

from pipeline import files, project
from pipeline.article import Article, Wish
from pipeline.drafting import language, material, owners, prefills, scoring, spec_text
from pipeline.drafting.owners import sharing
from pipeline.drafting.owners import spec as spec_of
from pipeline.drafting.prefills.career_roadmap import is_placeholder
from pipeline.drafting.scoring import Choice
from pipeline.drafting.spec_text import todos
from pipeline.drafting.text import clean
from pipeline.errors import Problem

__all__ = ["Choice", "Draft", "draft", "is_placeholder", "save", "sharing", "spec_of", "todos"]

THEMES: list[spec_text.Value] = ["paper", "ink"]  # light and dark, for a page that knows both
State: TypeAlias = Literal["new", "changed", "same"]


class Draft(NamedTuple):
    """What is proposed for a wish. `text` is the YAML, or "" where the words do not tell the kind.

    `state` is what the file at `path` is to it: not there (`new`), another one (`changed`), or the same bytes. Where it
    is the spec of another article, `conflict` says so, and it is not to be written over.
    """

    wish: Wish
    choice: Choice
    path: str
    text: str
    state: State
    conflict: Problem | None = None

    @property
    def todos(self) -> int:
        """How many things are left to the author."""
        return len(spec_text.todos(self.text))


def draft(article: Article, folder: str) -> tuple[Draft, ...]:
    """A draft for each wish, in order; nothing is written. `folder` is where the specs are to lie."""
    from pipeline import settings

    lang = language.of_article(article)
    shared = settings.decided(os.path.join(folder, "any.yaml"))
    return tuple(_draft(wish, article, lang, shared, folder) for wish in article.wishes)


def save(proposed: Draft) -> None:
    """Write the spec of a draft that has one; raises OutputError."""
    files.write_atomically(proposed.path, proposed.text.encode())


def _draft(wish: Wish, article: Article, lang: str, shared: frozenset[str], folder: str) -> Draft:
    choice = scoring.choose(wish.text)
    path = owners.spec(folder, wish.key, article.path)
    if not choice.is_clear:
        return Draft(wish, choice, path, "", "new")
    keys: spec_text.Keys = {"kind": choice.first.kind}
    keys |= prefills.fill(choice.first.kind, material.of_wish(wish, lang))
    if "lang" not in shared and lang != language.ENGLISH:
        keys["lang"] = lang
    if "themes" not in shared:
        keys["themes"] = THEMES
    text = spec_text.write(keys, owners.heading(article.path, folder, clean(wish.text)))
    return Draft(wish, choice, path, text, _state(path, text), sharing(path, article.path))


def _state(path: str, text: str) -> State:
    try:
        return "same" if files.read(path, len(text.encode()), project.folder(path)) == text.encode() else "changed"
    except FileNotFoundError:
        return "new"
    except OSError:
        return "changed"  # there, but not to be read: not ours to write over
