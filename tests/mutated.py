"""Right specs and other files spoilt by chance, for tests of what refuses them.

tree    values replaced, moved, nested, renamed, left out      what an author misunderstands
text    letters and lines cut, doubled, shifted, replaced      what an editor or a merge leaves
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from pipeline import kinds, source

REPOSITORY = Path(__file__).parent.parent

BASES = sorted(
    [*(REPOSITORY / "specs").glob("[!_]*.yaml"), *(REPOSITORY / "pipeline" / "kinds").glob("*/starter.yaml")]
)
WORDS = (
    "",
    " ",
    "x",
    "0",
    "-1",
    "No",
    "12:30",
    "2026-02-30",
    "=1+1",
    "*",
    "a*b*c**",
    "…",
    "og",
    "paper",
    "#12345",
    "../x",
)
ODD = (
    "\u202ertl\u202c", "\u0301\u0301", "e\u0301" * 40, "👩‍👩‍👧‍👦", "\ufffd", "\ue000", "\U0010fffd", "ﷺ", "\u00ad" * 9,
    "شكرا", "谢谢", "\u2028", "\u00a0", "İı", "Ω" * 500, "word " * 400, "W" * 3000, "\u200b", "<b>&amp;", "%s {n} {}",
)  # fmt: skip
NUMBERS = (0, -0.0, 1, -1, 2.5, 10**9, -(10**18), 10**400, 1e308, 5e-324)
OTHERS: tuple[Any, ...] = (None, True, False, [], {}, [[]], [None], {"": ""}, {"text": {"text": "x"}}, ["x"] * 300)
RAW = (
    "[" * 40 + "]" * 40, "[" * 3000 + "]" * 3000, "{a: " * 200 + "b" + "}" * 200, "9" * 6000, "1e999", ".nan", "-.inf",
    "0x1F", "!!str 1", "!!python/object:os.system x", "&a [*a]", "*nobody", "|", "? x", "- - - x", "''", '"\\x00"',
    '"\\ud800"', "{<<: {a: b}}", "2026-11-23", "1_000", "0o17", "~", "@x", "%x",
)  # fmt: skip
LETTERS = "\t\x00\x07\ufeff\u2028\x85:{}[]-#&*!|>'\"%@`,?\\ \nаé\u202e\U0001f600"


def spoilt_tree(chance: random.Random, value: Any) -> str:
    """What a right file says, which may be altered, with one to three of its values changed: JSON, which is YAML."""
    for _ in range(chance.randint(1, 3)):
        way = chance.choice(ways(value))
        value = chance.choice(CHANGES)(value, way, chance)
    text = json.dumps(value, ensure_ascii=chance.random() < 0.1, indent=1)
    for index, raw in enumerate(RAW):
        text = text.replace(f'"@{index}@"', raw)
    return text


def spoilt_text(chance: random.Random, text: str) -> str:
    """The text of a right file, with one to four of its letters or lines changed."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        until = min(len(text), at + int(chance.expovariate(0.1)) + 1)
        begin = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at) + 1 or len(text)
        letter, odd = chance.choice(LETTERS), chance.choice((*ODD, *WORDS, *RAW))
        text = chance.choice(
            (
                text[:at],
                text[:at] + text[until:],
                text[:at] + letter + text[at:],
                text[:at] + odd + text[at:],
                text[:at] + letter + text[at + 1 :],
                text[:begin] + text[end:],
                text[:end] + text[begin:],
                text[:begin] + " " * chance.randint(1, 4) + text[begin:],
                text[:begin] + text[begin:end].lstrip() + text[end:],
                text[:at] + text[at:until][::-1] + text[until:],
                text.replace("\n", "\r\n"),
                text[:begin] + text[begin:end].partition(":")[0] + ": " + odd + "\n" + text[end:],
            )
        )
    return text


Way = tuple[Any, ...]


def ways(value: Any, way: Way = ()) -> list[Way]:
    """The ways to all values inside a value, which may be long."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(*way, key) for key, _ in entries] + [found for key, each in entries for found in ways(each, (*way, key))]


def plain(path: Path) -> Any:
    """What a right spec says, anew each time."""
    return plain_text(path.read_text(encoding="utf-8"))


def plain_text(text: str) -> Any:
    """What the YAML of a right file says, anew each time."""
    return json.loads(_plain(text))


@cache
def _plain(text: str) -> str:
    return json.dumps(source.parse(text, "right.yaml").plain())


def _odd(chance: random.Random) -> Any:
    kind = chance.randrange(5)
    if kind == 4:
        return f"@{chance.randrange(len(RAW))}@"
    return deepcopy(chance.choice((WORDS, ODD, NUMBERS, OTHERS)[kind]))


def at(value: Any, way: Way) -> Any:
    """The value at the end of a way."""
    for step in way:
        value = value[step]
    return value


def _replace(value: Any, way: Way, chance: random.Random) -> Any:
    at(value, way[:-1])[way[-1]] = _odd(chance)
    return value


def _wrap(value: Any, way: Way, chance: random.Random) -> Any:
    home, inner = at(value, way[:-1]), at(value, way)
    home[way[-1]] = chance.choice(([inner], {"text": inner}, {str(way[-1]): inner}, [inner, inner], [[[inner]]]))
    return value


def _remove(value: Any, way: Way, chance: random.Random) -> Any:
    del at(value, way[:-1])[way[-1]]
    return value


def _rename(value: Any, way: Way, chance: random.Random) -> Any:
    home = at(value, way[:-1])
    if isinstance(home, dict):
        name = str(way[-1])
        renamed = chance.choice(
            (name.upper(), name[:-1], f"{name}s", " " + name, chance.choice(ODD), "", name + "\u0301")
        )
        home[renamed] = home.pop(way[-1])
    return value


def _add(value: Any, way: Way, chance: random.Random) -> Any:
    home = at(value, way[:-1])
    if isinstance(home, dict):
        home[chance.choice(KEYS)] = _odd(chance)
    else:
        home.insert(chance.randint(0, len(home)), _odd(chance))
    return value


def _repeat(value: Any, way: Way, chance: random.Random) -> Any:
    home = at(value, way[:-1])
    if isinstance(home, list):
        home.extend([home[way[-1]]] * chance.choice((1, 2, 60)))
    return value


def _move(value: Any, way: Way, chance: random.Random) -> Any:
    other = chance.choice(ways(value))
    at(value, way[:-1])[way[-1]] = deepcopy(at(value, other))
    return value


CHANGES: tuple[Callable[[Any, Way, random.Random], Any], ...] = (
    *(_replace,) * 4, _wrap, _remove, _rename, _add, _add, _repeat, _move,
)  # fmt: skip
KEYS = sorted(
    {key for name in kinds.names() for key in kinds.load(name).spec.__struct_fields__} | {"theme", "zzz", "on"}
)
