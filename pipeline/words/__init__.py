"""Every word that a picture shows or says: a catalogue for each language, and the grammar of Unicode's CLDR.

    de.yaml    shown, said         words and sentences, in a section for each kind    -> a kind's own model
    cldr       made by `make cldr` plural forms, lists, months, marks of numbers       -> Language

To add a language, write its catalogue beside the others and add its tag to tests/cldr.py: docs/languages.md.
"""

from __future__ import annotations

from pipeline.words.catalogue import ENGLISH, NoWords, Words, words
from pipeline.words.language import Forms, Language, Text, find
from pipeline.words.sections import languages, section, vocabulary

__all__ = [
    "ENGLISH",
    "Forms",
    "Language",
    "NoWords",
    "Text",
    "Words",
    "find",
    "languages",
    "section",
    "vocabulary",
    "words",
]
