"""Which key is meant by one that a model does not have: a word for the same, else a slip of the pen."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.errors import nearest

SHORT = 3  # letters
CLOSE, CLOSE_OF_SHORT = 0.72, 0.6  # difflib's ratio: 0.8 of `titel` and `title`, 0.7 of `duration` and `direction`

# Words that authors write, and the keys that may be meant, of which a model has the first that is not written yet.
_SYNONYMS = {
    "date when day on month published": "at date by due time day as_of",
    "time hour": "at time date duration by due total",
    "at": "date by due time",
    "deadline due due_date until": "due by end at date",
    "today now": "as_of",
    "duration length takes": "duration total",
    "from since begin start start_date before old source": "start from",
    "to after new end finish end_date": "end to",
    "target goal aim destination": "to target result",
    "completed_on finished_on done_at": "done_on",
    "where point": "at place",
    "position": "place at role",
    "title heading headline header": "title name label subject text caption",
    "name": "title name label author who text caption",
    "label": "title name label caption kicker text",
    "caption": "caption title label",
    "subtitle subheading deck intro lead tagline": "standfirst description caption detail eyebrow",
    "kicker overline": "eyebrow",
    "category": "kind group section eyebrow",
    "text content wording task": "text body lines description title label name caption",
    "body message": "text body lines detail description caption email",
    "description desc details note comment remark explanation": "detail note description caption standfirst text",
    "notes annotations": "annotate note detail",
    "quote citation": "text quote",
    "translation reply": "second",
    "author writer speaker attribution": "author from who",
    "by": "author due end at date",
    "sender": "from",
    "recipient": "to",
    "person reader character": "person who author",
    "job profession occupation": "role",
    "url link href website homepage": "site source footer",
    "credit reference origin": "source footer",
    "licence license copyright": "footer",
    "colour colours color colors": "color",
    "status state progress done completed checked finished": "state stage summary",
    "type kind": "kind type chart style",
    "importance urgency": "priority",
    "tags": "skills",
    "file path csv table filename src input": "data file photo avatar",
    "image picture img background": "photo avatar icon file",
    "emoji symbol": "icon",
    "items tasks entries list bullets todos checklist rows": "items steps milestones rows applications props lines",
    "steps stages stations stops": "steps milestones items phases",
    "tracks lanes routes": "paths",
    "connections moves arrows": "edges",
    "sections categories": "groups labels",
    "criteria features": "rows",
    "options alternatives": "columns",
    "jobs": "applications",
    "values numbers data y": "values cells series",
    "x": "labels at",
    "number amount value figure count": "figure count value",
    "whole sum": "total",
    "suffix currency": "unit",
    "metrics kpis stats": "tiles",
    "widgets": "panels",
    "synonyms aliases": "words",
    "winner best": "better highlight",
    "conclusion summary takeaway outcome": "verdict result description",
    "layout": "style orientation",
    "order": "sort numbering",
    "hair_color": "hair",
    "skin_tone": "skin",
    "clothing": "clothes",
    "weekday": "first",
    "mail": "email",
    "key": "id",
}
_KEYS = {word: keys.split() for words, keys in _SYNONYMS.items() for word in words.split()}


def meant_key(
    word: str, known: Collection[str], taken: Collection[str] = (), common: Collection[str] = ()
) -> str | None:
    """The known key that a word stands for, or None; `taken` are written already, `common` are those of every kind.

    A word with a meaning of its own is no misspelling: for one that means none of the keys none is guessed.
    """
    for other in (f"{word}s", word.removesuffix("s")):
        if other in known:
            return other
    if keys := _KEYS.get(word):
        free = [key for key in keys if key in known and key not in taken]
        return min(free, key=lambda key: key in common, default=None)
    return nearest(word, known, CLOSE if len(word) > SHORT else CLOSE_OF_SHORT) or _begun(word, known)


def _begun(word: str, known: Collection[str]) -> str | None:
    """The key that begins as the word does, `lang` for `language`, where that is half of the longer one at least."""
    alike = (key for key in known if key.startswith(word) or word.startswith(key))
    return next((key for key in alike if 2 * min(len(key), len(word)) >= max(len(key), len(word)) > SHORT), None)
