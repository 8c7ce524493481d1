"""Random specs of every kind, each from a number: few words and many, short lists and long ones."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

Keys: TypeAlias = dict[str, Any]

WORDS = (
    *("state", "the", "trade-off", "before", "tool", "interview", "of", "feedback", "first", "a", "long", "answer"),
    *("portfolio", "review", "Weiterbildung", "Versicherungsgesellschaft", "letter", "offer", "and", "later", "SQL"),
)
PHOTO = "specs/photos/valley.jpg"
FIRMS = (
    "Nordvale Labs",
    "Larkfield",
    "Søn & Co",
    "Moorgate Versicherungsgesellschaft mbH",
    "Fern Optics",
    "Quay Council",
)


def words(chance: Random, most: int, least: int = 1) -> str:
    """So many words, the first with a capital."""
    return " ".join(chance.choices(WORDS, k=chance.randint(least, most))).capitalize()


def head(chance: Random) -> Keys:
    """Title and eyebrow, of any length or none."""
    keys: Keys = {"title": words(chance, 12)} if chance.random() < 0.9 else {}
    if chance.random() < 0.5:
        keys["eyebrow"] = words(chance, 6)[:80]
    return keys


def quote_card(chance: Random) -> Keys:
    keys: Keys = {"kind": "quote_card", "text": words(chance, chance.choice((1, 3, 12, 60))) + "."}
    keys["motif"] = chance.choice(("redirection", "sun", "rule", "mark", "none"))
    if chance.random() < 0.6:
        keys |= {"author": words(chance, 3), "role": words(chance, 4)}
    if chance.random() < 0.25:
        keys["second"] = {"text": words(chance, chance.choice((2, 12))), "lang": chance.choice(("de", "fr"))}
    if chance.random() < 0.25:
        keys["series"] = chance.choice(("1/2", "3/7", "12/12"))
    return keys


def quote_photo(chance: Random) -> Keys:
    place, look = chance.choice(("behind", "beside")), chance.choice(("auto", "plain", "duotone"))
    focus = [round(chance.random(), 2), round(chance.random(), 2)]
    keys = quote_card(chance)
    keys["motif"] = chance.choice(("redirection", "redirection", "rule", "mark", "none"))
    return {**keys, "photo": {"file": PHOTO, "place": place, "look": look, "focus": focus}}


def application_email(chance: Random) -> Keys:
    body = " ".join(words(chance, 14, 3) + "." for _ in range(chance.choice((0, 1, 4, 12))))
    email = {"from": words(chance, 4)[:60], "subject": words(chance, 6)[:80], "body": body}
    keys: Keys = {"kind": "application_email", "email": email}
    if chance.random() < 0.5:
        keys["mood"] = chance.choice(("thoughtful", "relieved", "glad", "tired"))
    return keys


def feedback_checklist(chance: Random) -> Keys:
    def item() -> Keys:
        state = chance.choice(("done", "doing", "todo", "partial"))
        found: Keys = {"text": words(chance, chance.choice((1, 6, 14))), "state": state}
        if chance.random() < 0.3:
            found["note"] = words(chance, 10)
        return found

    counts = chance.choice(([1], [2], [3], [4], [6], [3, 4], [2, 5, 3], [12, 12], [40]))
    groups = [{"title": words(chance, 3), "items": [item() for _ in range(count)]} for count in counts]
    return {"kind": "feedback_checklist", **head(chance), "groups": groups}


def applications_dashboard(chance: Random) -> Keys:
    def row() -> Keys:
        stage = chance.choice(("Applied", "Applied", "Screening", "Interview", "Offer", "Rejected", "Withdrawn"))
        day = f"2026-0{chance.randint(1, 5)}-1{chance.randint(0, 9)}"
        found: Keys = {"company": chance.choice(FIRMS), "stage": stage, "applied": day}
        if chance.random() < 0.7:
            found |= {"role": words(chance, 3), "source": chance.choice(("Board", "Friend", "Agency"))}
        if chance.random() < 0.4:
            found |= {"next_step": words(chance, 4), "next_date": "2026-06-12"}
        return found

    count = chance.choice((1, 2, 3, 5, 8, 9, 14, 40, 200))
    return {"kind": "applications_dashboard", "as_of": "2026-06-01", "applications": [row() for _ in range(count)]}


def career_roadmap(chance: Random) -> Keys:
    def path(at: int) -> Keys:
        months = sorted(chance.sample(range(1, 30), chance.choice((1, 2, 3, 5))))
        steps = [{"title": words(chance, 4), "at": f"{month} months"} for month in months]
        return {"name": f"{words(chance, 2)} {at}", "milestones": steps}

    paths = [path(at) for at in range(chance.choice((1, 2, 3, 4, 6, 8)))]
    return {"kind": "career_roadmap", "title": words(chance, 8), "start": {"date": "2026-11-20"}, "paths": paths}


def career_levels(chance: Random) -> Keys:
    keys = career_roadmap(chance)
    for path in keys["paths"]:
        path["milestones"] = [{**each, "at": f"L{at + 1}"} for at, each in enumerate(path["milestones"])]
    return {**keys, "style": "levels"}


def chart(chance: Random) -> Keys:
    way = chance.choice(("bar", "bar", "line", "area", "donut", "stacked", "heatmap"))
    count = chance.choice((1, 2, 3, 5, 8, 12, 18))
    labels = (
        [f"{2025 + at // 12}-{at % 12 + 1:02}" for at in range(count)]
        if chance.random() < 0.4
        else [f"{words(chance, 2)} {at}" for at in range(count)]
    )
    rows = 1 if way == "donut" else chance.choice((1, 1, 2, 3))
    top = chance.choice((9, 100, 2500, 1_200_000))

    def row(at: int) -> Keys:
        return {"name": f"{words(chance, 2)} {at}", "values": [chance.randint(1, top) for _ in range(count)]}

    series = [row(at) for at in range(rows)]
    unit = chance.choice(("", "", "%", "€", "letters"))
    keys = {"kind": "chart", "chart": way, "labels": labels, "series": series, "unit": unit, **head(chance)}
    if chance.random() < 0.3:
        places = chance.sample(labels, min(count, chance.choice((1, 2))))
        named = [chance.choice(series)["name"] for _ in places]
        notes = ({"at": at, "series": name, "text": words(chance, 3)} for at, name in zip(places, named, strict=True))
        keys["annotate"] = list(notes)
    if chance.random() < 0.3 and way not in ("donut", "heatmap"):
        keys["target"] = chance.choice((top / 2, {"value": top, "label": words(chance, 2)[:30]}))
    return keys


def big_number(chance: Random) -> Keys:
    figure = chance.choice((str(chance.randint(0, 9)), "42", f"{chance.randint(10, 99)}%", "1,240", "€1,234,567"))
    keys: Keys = {"kind": "big_number", "figure": figure, "caption": words(chance, chance.choice((3, 8, 16)), 2) + "."}
    keys |= {"eyebrow": words(chance, 6)[:80]} if chance.random() < 0.6 else {}
    keys |= {"source": words(chance, 14)} if chance.random() < 0.6 else {}
    if not figure.endswith("%") and chance.random() < 0.4:
        keys["unit"] = chance.choice(("days", "letters", "%", "°C", "€"))
    way = chance.choice(("of", "of", "change", "change", ""))
    if way == "of":
        total = chance.choice((2, 3, 5, 10, 13, 20, 21, 100, 5000))
        count = chance.choice((0, 1, total // 3, total - 1, total))
        keys["of"] = {"count": count, "total": total}
        keys["of"] |= {"rest": words(chance, 8)[:60]} if count < total else {}
        keys["of"] |= {"label": words(chance, 8)[:60]} if chance.random() < 0.3 else {}
    elif way == "change":
        old, new = chance.choice(((31, 9), (9, 31), (0, 4), (4, 0), (100, 97), (1000, 900), (1234567, 3)))
        keys["change"] = {"from": f"{old:,} days", "to": f"{new:,} days"}
        keys["change"] |= {"from_note": words(chance, 5)[:40], "to_note": words(chance, 5)[:40]}
    return keys


def steps(chance: Random) -> Keys:
    def step() -> Keys | str:
        title = words(chance, chance.choice((1, 3, 6, 14)))[:120]
        if chance.random() < 0.2:
            return title
        found: Keys = {"title": title}
        if chance.random() < 0.7:
            found["detail"] = words(chance, chance.choice((4, 9, 30)))[:300]
        if chance.random() < 0.7:
            found["duration"] = chance.choice(("1 day", "10 min", "about three weeks", "€1,234,567", "2 h"))
        if chance.random() < 0.3:
            found["icon"] = chance.choice(("mail", "call", "clock", "star"))
        return found

    count = chance.choice((2, 3, 4, 5, 6, 7, 9, 12))
    keys: Keys = {"kind": "steps", **head(chance), "steps": [step() for _ in range(count)]}
    keys |= {"title": keys["title"][:90]} if "title" in keys else {}
    keys |= {"start": words(chance, 6)[:100]} if chance.random() < 0.7 else {}
    if chance.random() < 0.7:
        keys |= {"result": words(chance, 8)[:120], "total": chance.choice(("11 days", "€1,234,567", "two years"))}
    return keys


def comparison(chance: Random) -> Keys:
    columns = [f"{words(chance, 2)} {at}" for at in range(chance.choice((2, 2, 3, 4)))]
    longest = chance.choice((1, 2, 4, 8))

    def cell() -> object:
        mark = chance.choice(("yes", "no", "partly"))
        choices = [words(chance, longest), mark, {mark: words(chance, 3)}, f"€{chance.randint(1, 10**6):,}", None]
        return chance.choice((*choices, words(chance, longest)))

    def row(at: int) -> Keys:
        found: Keys = {"name": f"{words(chance, 3)} {at}", "cells": [cell() for _ in columns]}
        return found | ({"better": chance.choice(columns)} if is_judged and chance.random() < 0.8 else {})

    is_judged = chance.random() < 0.7
    keys: Keys = {"kind": "comparison", "columns": columns, **head(chance)}
    keys["rows"] = [row(at) for at in range(chance.choice((1, 2, 3, 5, 7, 9, 12)))]
    keys |= {"highlight": chance.choice(columns)} if chance.random() < 0.8 else {}
    return keys | ({"verdict": words(chance, 12)} if chance.random() < 0.6 else {})


def page_card(chance: Random) -> Keys:
    keys: Keys = {"kind": "page_card", "title": words(chance, chance.choice((1, 2, 5, 9, 20)))[:300]}
    if chance.random() < 0.7:
        keys["description"] = words(chance, chance.choice((6, 16, 40)), 3)[:400]
    if chance.random() < 0.7:
        keys |= {"site": words(chance, 4)[:80], "section": words(chance, 3)[:80]}
    if chance.random() < 0.6:
        keys |= {"author": words(chance, 4)[:120], "date": "3 May 2026"}
    return keys


KINDS: dict[str, Callable[[Random], Keys]] = {
    made.__name__: made
    for made in (
        quote_card,
        quote_photo,
        application_email,
        feedback_checklist,
        applications_dashboard,
        career_roadmap,
        career_levels,
        chart,
        big_number,
        steps,
        comparison,
        page_card,
    )
}


def spec(kind: str, number: int) -> Keys:
    """The spec of a kind with this number."""
    return KINDS[kind](Random(f"{kind} {number}"))
