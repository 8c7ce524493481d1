"""What is spoilt beyond the words of a spec: names that lead elsewhere, tables, and what pictures carry."""

from __future__ import annotations

import json
import random
import re
from functools import cache
from typing import Any

from tests import mutated
from tests.fuzz import images

NAMES = (  # of files: those outside, those that are none, those that one waits for
    "../../outside/table.csv", "../../outside/picture.png", "../outside/spec.yaml", "/etc/passwd", "/dev/zero",
    "/dev/stdin", "/proc/self/environ", "out.csv", "out.png", "out/table.csv", "out", "loop.csv", "pipe.csv",
    "pipe.png", ".", "..", "", "/", "a/../../../outside/table.csv", "themes", "themes/out", "~/.bashrc",
    "logo.png/x", "x" * 300, "a\\nb.csv", "\\0", "face.png", "card.yaml", "applications.csv", "..\\\\outside",
)  # fmt: skip
STEMS = (  # of specs, which messages, pictures and the manifest repeat
    "a\x1b[31mb", "a\u202eb", "a\nb", "-h", "a b", "a.og.png", "A", "b" * 240, "ä", "e\u0301", "a@2x", "card.2",
    "a\udcffb", "{}", "<b>", "manifest", "a,b", "\u200b", "::error::x", "'\"", "%s",
)  # fmt: skip
MOST_CHARACTERS = 20_000  # of a table that is made many times as large
PLAIN = (
    "Pneumonoultramicroscopic",
    "a " * 60,
    "A" * 40,
    "日本語の長い文字列" * 3,
    "שלום *עולם*",
    "1,5",
    "100 %",
    "*a* b *c*",
)
AMOUNTS = (0, 1, 2, 7, 99, 100, 1000, 0.5, -1, -0.001, 1e-9, 123456.789, 1e14)
_FILE = re.compile(r"[\w./-]+\.(?:csv|png|jpg|webp|yaml|md|json)\b")
_CHART = "kind: chart\nchart: {}\ntitle: Tried\n"
_DASHBOARD = "kind: applications_dashboard\npanels: [pipeline, weeks, sources, next_steps]\n"
_TASKS = "# Clear\n- [x] Say it once, done 3 Mar\n- [ ] Say it short !high\n\n# Good\n- [/] Ask\n"
_STEPS = "path,milestone,at,kind\nStay,A course,3 months,Course\nStay,A role,2 years,Role\nGo,A move,2027-02,Project\n"
_WEEKS = "Week,Sent,Replied\n2026-W01,4,1\n2026-01-12,7,2\n2026-01-19,1.5,\n"


def name(chance: random.Random) -> str:
    """A name of a file, few of which may be read."""
    return chance.choice(NAMES)


def spec_name(chance: random.Random) -> str:
    """The name of a spec in its folder, now and then one that few expect."""
    stem = chance.choice(STEMS) if chance.random() < 0.1 else "tried"
    return f"specs/{stem}.yaml"


def word(chance: random.Random) -> str:
    """A word that few expect, and that a command line can hold."""
    return chance.choice((*mutated.WORDS, *mutated.ODD, *mutated.RAW)).replace("\0", "")


def renamed(chance: random.Random, text: str) -> str:
    """The text with some of the files' names in it replaced."""
    return _FILE.sub(lambda found: name(chance) if chance.random() < 0.3 else found[0], text)


def reworded(chance: random.Random, value: Any) -> str:
    """A right file with some texts and numbers replaced by others, most of which are accepted: JSON, which is YAML."""
    leaves = [way for way in mutated.ways(value) if isinstance(mutated.at(value, way), str | int | float)]
    words = chance.choice((PLAIN, PLAIN, mutated.WORDS, mutated.ODD))
    for way in chance.sample(leaves, min(len(leaves), chance.choice((1, 1, 2)))):
        home = mutated.at(value, way[:-1])
        home[way[-1]] = chance.choice(words if isinstance(home[way[-1]], str) else AMOUNTS)
    return json.dumps(value)


@cache
def tables() -> tuple[tuple[str, str], ...]:
    """The beginning of a spec that reads a table, and a right table for it."""
    applications = (mutated.REPOSITORY / "specs" / "applications.csv").read_text(encoding="utf-8")
    charts = [(_CHART.format(each), _WEEKS) for each in ("bar", "line", "area", "donut", "stacked", "heatmap")]
    checklist = ("kind: feedback_checklist\ntitle: Tried\n", _TASKS)
    return (*charts, *[(_DASHBOARD, applications)] * 4, checklist, checklist, ("kind: career_roadmap\n", _STEPS))


def table(chance: random.Random, text: str) -> tuple[str, bytes]:
    """The name of a data file and its bytes: a right table spoilt, in one of the formats that are read."""
    rows = [line.split(",") for line in text.splitlines()]
    suffix = chance.choice((*(".csv",) * 5, ".tsv", ".json", ".json", ".yaml", ".md", ".mmd"))
    if suffix == ".tsv":
        text = "\n".join("\t".join(row) for row in rows)
    elif suffix in (".json", ".yaml"):
        records = [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]
        return "tried" + suffix, _bytes(mutated.spoilt_tree(chance, records or [{"a": "1"}]))
    for _ in range(chance.choice((1, 1, 2, 5))):
        text = _cells(chance, text) if chance.random() < 0.6 else mutated.spoilt_text(chance, text)
    data = _bytes(text)
    return "tried" + suffix, images.spoilt(chance, data) if chance.random() < 0.1 else data


def image(chance: random.Random, data: bytes) -> bytes:
    """A picture that is spoilt, or of another format, or a right one of many pixels."""
    if chance.random() < 0.1:
        data = images.encoded(chance.choice(("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "ICO")))
    return images.spoilt(chance, data)


def carrying(chance: random.Random) -> bytes:
    """A picture that carries a spoilt spec."""
    text = mutated.spoilt_text(chance, json.dumps(mutated.plain(chance.choice(mutated.BASES)), indent=1))
    data = images.carrying(_bytes(renamed(chance, text)), _bytes(word(chance)) if chance.random() < 0.3 else b"")
    return images.spoilt(chance, data) if chance.random() < 0.3 else data


def _cells(chance: random.Random, text: str) -> str:
    """The table with a cell replaced, or with far more rows or columns."""
    lines = text.splitlines() or [""]
    at = chance.randrange(len(lines))
    cells = lines[at].split(",")
    cells[chance.randrange(len(cells))] = chance.choice((word, name))(chance)
    lines[at] = ",".join(cells)
    grown = chance.random() if len(text) < MOST_CHARACTERS else 1
    if grown < 0.05:
        lines += lines[1:] * chance.choice((30, 1_500))
    elif grown < 0.1:
        lines = [line + f",{line[-3:]}" * chance.choice((20, 250)) for line in lines]
    return "\n".join(lines)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
