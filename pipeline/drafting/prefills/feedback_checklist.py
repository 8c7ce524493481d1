"""A checklist's groups and items: the section's lists, the things it counts up, and what it tells its reader to do."""

from __future__ import annotations

import re

from pipeline.drafting.material import Material
from pipeline.drafting.phrases import about, alternatives, sentences, shortened
from pipeline.drafting.spec_text import Keys, Noted, Todo, Value
from pipeline.drafting.text import clipped, sentence_case, without_stop

MAX_TITLE, MAX_GROUP, MAX_ITEM = 70, 60, 100
MAX_GROUPS, MAX_ITEMS = 5, 6
_ADVICE = (
    "ask make keep write try practise practice note review prepare list set consider take read talk plan build find "
    "start stop begin use learn choose check send call meet record say tell open name give get do don’t avoid look go "
    "turn strike copy draw count rehearse repeat follow thank update track remind remember focus broaden surround "
    "book redo rebuild finish cut "
    "frag fragen bitte bitten schreib schreiben notiere notieren übe üben prüfe prüfen plane planen lies lesen nimm "
    "nehmen sprich sprechen suche suchen finde finden sammle sammeln halte halten bleib mach machen setze nutze "
    "nutzen lerne lernen wähle wählen rufe sende bereite vergleiche"
)
_CLAUSE = re.compile(
    r"^(?:if|when|whenever|where|before|after|once|instead|then|first|finally|wenn|bevor|nach)\b[^,]*,\s+", re.I
)


def fill(material: Material) -> Keys:
    """`title`, and `groups` or `items`."""
    german = material.is_german
    own = clipped(about(material.wish), MAX_TITLE) or ("Checkliste" if german else "Checklist")
    keys: Keys = {"title": clipped(material.heading, MAX_TITLE) or Noted(own, "the title; the section has no heading")}
    advice = [_item(each) for each in (material.items or _advised(material.prose))]
    areas = [
        clipped(area, MAX_GROUP)
        for area in alternatives(material.wish.partition(":")[2]) or alternatives(material.prose)
    ]
    areas = areas[:MAX_GROUPS] if len(areas) > 2 else []
    advice = list(dict.fromkeys(item for item in advice if item not in areas))[:MAX_ITEMS]
    if areas:
        groups: list[Value] = [
            {"title": area, "items": Noted([], f"what there is to do about “{area}”")} for area in areas
        ]
        last = "Nächste Schritte" if german else "Next steps"
        if advice:
            groups.append({"title": last, "items": [*advice]})
        keys["groups"] = groups
        keys["state"] = Todo("mark what is done: `{text: ..., state: done}`")
    elif advice:
        keys["items"] = Noted([*advice], "mark what is done, `{text: ..., state: done}`, or gather the items in groups")
    else:
        keys["items"] = Noted([], "the items, each a line: `- Ask for feedback`")
    return keys


def _advised(prose: str) -> list[str]:
    """The sentences that tell their reader to do something; where none does, the short ones that are no question."""
    found = [_CLAUSE.sub("", sentence) for sentence in sentences(prose) if not sentence.endswith("?")]
    advice = [each for each in found if _first(each) in _ADVICE.split()]
    return advice or [each for each in found if len(each) <= MAX_ITEM]


def _first(sentence: str) -> str:
    return re.split(r"[\s,.]", sentence.lower().replace("'", "’"), maxsplit=1)[0]


def _item(text: str) -> str:
    text = sentence_case(without_stop(text))
    return clipped(text if len(text) <= MAX_ITEM else shortened(text), MAX_ITEM - 10).replace("*", r"\*")
