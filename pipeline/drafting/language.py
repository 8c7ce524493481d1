"""Which language an article is written in: as its front matter says, else by its letters and commonest words."""

from __future__ import annotations

import re

from pipeline.article import Article

ENGLISH = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # RFC 5646, 2.1, as the key `lang` asks for
_KEYS = ("lang", "language", "locale")
_SCRIPTS = {  # letters that few languages share, and the one that uses them most
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
}
_COMMON = {  # among the commonest words of the language
    ENGLISH: "the and of to is that it for with you are this not have",
    "de": "der die und das ist nicht ein eine mit den zu sich auch für auf",
    "fr": "le les des et est une pour dans que qui pas vous avec sur",
    "es": "el los las y es una para que por con del se lo como",
}
_SAMPLE = 20_000  # characters: enough to tell


def of_article(article: Article) -> str:
    """A language tag such as `de` or `pt-BR`; English where nothing tells."""
    for key in _KEYS:
        tag = article.front_matter.get(key, "").strip().replace("_", "-")
        if _TAG.fullmatch(tag):
            return tag
    text = article.text[:_SAMPLE]
    letters = sum(map(str.isalpha, text))
    for tag, script in _SCRIPTS.items():
        if len(script.findall(text)) * 3 > letters:
            return tag
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {tag: sum(map(words.count, common.split())) for tag, common in _COMMON.items()}
    return max(counts, key=lambda tag: counts[tag])
