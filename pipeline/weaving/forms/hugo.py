"""Hugo: its `figure` shortcode, since its Markdown leaves raw HTML out unless the site's settings let it in.

{{< figure src="/visuals/card.og.png" alt="..." caption="..." width="1200" height="630" loading="lazy" >}}
"""

from __future__ import annotations

import json
import os
import tomllib
from typing import Any

from pipeline import source
from pipeline.errors import PipelineError
from pipeline.weaving import html
from pipeline.weaving.figures import Figure, Page
from pipeline.weaving.forms.model import Form, text_of
from pipeline.weaving.links import Link

_WAY_OUT = "Hugo leaves raw HTML out; `unsafe = true` under [markup.goldmark.renderer] in its settings lets it in"
_FOLDERS = ("", "config/_default")
_STEMS = ("hugo", "config", "markup")
_UNSAFE = ("markup", "goldmark", "renderer", "unsafe")
_BETWEEN = "<!-- next -->"  # shortcodes on neighbouring lines would share a paragraph
_MARKUP = frozenset("\\`*_[]<>&~${}\"'#|!")


def form(home: str) -> Form:
    """HTML where the site's settings let it in, else the shortcode."""
    if _lets_html_in(home):
        return Form(html.lines, preview="images")
    return Form(lines, preview="images", unlit=_WAY_OUT)


def lines(figure: Figure, link: Link) -> list[str]:
    """A shortcode for each page, the caption with the last."""
    written = [_shortcode(page, link, "") for page in figure.pages[:-1]]
    written.append(_shortcode(figure.pages[-1], link, figure.caption))
    return [line for each in written for line in (_BETWEEN, each)][1:]


def _shortcode(page: Page, link: Link, caption: str) -> str:
    about = f'src="{link(page.light.path)}" alt={_quoted(page.alt)}'
    if caption:
        about += f' caption="{_entities(caption)}"'
    return f'{{{{< figure {about} width="{page.light.width}" height="{page.light.height}" loading="lazy" >}}}}'


def _quoted(text: str) -> str:
    """Words as a parameter: between quotation marks Hugo drops backslashes, between backticks it takes no backtick."""
    text = " ".join(text.split())
    if "\\" in text:
        return f"`{text.replace('`', '’')}`"
    return '"' + text.replace('"', '\\"') + '"'


def _entities(text: str) -> str:
    """Words that Hugo reads as Markdown: neither markup, nor a list by how they begin."""
    text = " ".join(text.split())
    kept = [letter not in _MARKUP and (at > 0 or letter.isalpha()) for at, letter in enumerate(text)]
    return "".join(letter if is_kept else f"&#{ord(letter)};" for letter, is_kept in zip(text, kept, strict=True))


def _lets_html_in(home: str) -> bool:
    return any(_says(home, os.path.join(folder, stem)) for folder in _FOLDERS for stem in _STEMS)


def _says(home: str, stem: str) -> bool:
    """Whether settings of that name let raw HTML in; those of `markup` begin below that key."""
    value: Any = _settings(home, stem)
    for name in _UNSAFE[os.path.basename(stem) == "markup" :]:
        value = value.get(name) if isinstance(value, dict) else None
    return value is True


def _settings(home: str, stem: str) -> Any:
    """What a file of settings holds, None where there is none; what is wrong in it Hugo reports."""
    try:
        if text := text_of(home, f"{stem}.toml"):
            return tomllib.loads(text)
        if text := text_of(home, f"{stem}.yaml", f"{stem}.yml"):
            return source.parse(text, stem).plain()
        return json.loads(text_of(home, f"{stem}.json") or "null")
    except (ValueError, PipelineError):
        return None
