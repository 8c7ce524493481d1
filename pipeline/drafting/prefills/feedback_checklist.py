"""A checklist's groups and items: the section's lists, the things it counts up, and what it tells its reader to do."""

from __future__ import annotations

import re

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import about, alternatives, counted_up, quoted
from pipeline.drafting.spec_text import Hint, Keys, Noted, Value, fitted
from pipeline.drafting.text import clipped, sentence_case, without_stop
from pipeline.reading.sentences import sentences

MAX_TITLE, MAX_GROUP, MAX_ITEM = 70, 60, 200
_GROUPED = re.compile(
    r"\b(?:areas?|groups?|themes?|topics?|categor\w+|bereiche?n?|gruppen?|themen|kategorien?)\b", re.IGNORECASE
)
_ADVICE = (
    "ask make keep write try practise practice note review prepare list set consider take read talk plan build find "
    "start stop begin use learn choose check send call meet record say tell open name give get do don’t avoid look go "
    "turn strike copy draw count rehearse repeat follow thank update track remind remember focus broaden surround "
    "book redo rebuild finish cut "
    "frag fragen bitte bitten schreib schreiben notiere notieren übe üben prüfe prüfen plane planen lies lesen nimm "
    "nehmen sprich sprechen suche suchen finde finden sammle sammeln halte halten bleib mach machen setze nutze "
    "nutzen lerne lernen wähle wählen rufe sende bereite vergleiche"
)
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+")
_CLAUSE = re.compile(
    r"^(?:if|when|whenever|where|before|after|once|instead|then|first|finally|wenn|bevor|nach)\b[^,]*,\s+", re.I
)


def fill(material: Material) -> Keys:
    """`title`, and `groups` or `items`."""
    own = about(material.wish) or ("Checkliste" if material.is_german else "Checklist")
    made_up = Noted(clipped(own, MAX_TITLE), "the title; the section has no heading")
    keys: Keys = {"title": fitted(material.heading, MAX_TITLE) if material.heading else made_up}
    marked = quoted(material.wish)
    wished = [_NUMBER.sub("", each) for each in counted_up(material.wish.partition(":")[2])]
    wished = marked if len(marked) > 1 else wished
    areas = wished if _GROUPED.search(material.wish.partition(":")[0]) else []
    areas = areas or ([] if wished else _areas(material))
    own_list = wished if wished and not areas else material.items
    told = [*dict.fromkeys(each for each in own_list or _advised(material.prose) if each not in areas)]
    items: list[Value] = [_item(each, is_done=each in material.done) for each in told]
    if areas:
        keys["groups"] = [*map(_group, areas), *_next_steps(items, material)]
    elif items and own_list:
        keys["items"] = items
    elif items:
        keys["items"] = Noted(items, "are these the items? They are sentences of the section")
    else:
        return keys | {"items": Noted([], "the items, each a line: `- Ask for feedback`")}
    return keys | {"state": Hint("mark what is done: `{text: ..., state: done}`")}


def _areas(material: Material) -> list[str]:
    found = alternatives(material.prose)
    return found if len(found) > 2 else []


def _group(area: str) -> Keys:
    return {"title": fitted(sentence_case(area), MAX_GROUP), "items": Noted([], f"what there is to do about “{area}”")}


def _next_steps(items: list[Value], material: Material) -> list[Value]:
    """The group of what belongs to none of the areas."""
    title = "Nächste Schritte" if material.is_german else "Next steps"
    return [{"title": title, "items": items}] if items else []


def _advised(prose: str) -> list[str]:
    """The sentences that tell their reader to do something; where none does, the short ones that are no question."""
    found = [sentence for sentence in map(str.strip, sentences(prose)) if not sentence.endswith(("?", "？", "؟"))]
    advice = [each for each in found if _first(_CLAUSE.sub("", each)) in _ADVICE.split()]
    return advice or [each for each in found if len(each) <= MAX_ITEM]


def _first(sentence: str) -> str:
    return re.split(r"[\s,.]", sentence.lower().replace("'", "’"), maxsplit=1)[0]


def _item(text: str, *, is_done: bool) -> Value:
    item = fitted(sentence_case(without_stop(text)), MAX_ITEM)
    written = item._replace(value=_escaped(item.value)) if isinstance(item, Noted) else _escaped(item)
    return {"text": written, "state": "done"} if is_done else written


def _escaped(text: Value) -> str:
    return str(text).replace("*", r"\*")
