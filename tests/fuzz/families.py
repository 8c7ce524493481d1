"""Inputs by what is spoilt: a spec, a table, a theme, an article, manifest or cache, an image, a picture, options.

The same seed and number give the same input.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from functools import cache

from tests import mutated
from tests.fuzz import project, spoiling
from tests.fuzz.inputs import Input

SMALL = ("--size", "640x336", "--theme", "paper")
MARKS = "`*_[]()<>!#|~\\&\n\t -"

Family = Callable[[random.Random, Mapping[str, bytes]], Input]


def made(seed: int, number: int, right: Mapping[str, bytes]) -> Input:
    """The input of that number; `right` holds the right files of the project."""
    chance = random.Random(f"{seed} {number}")
    (family,) = chance.choices(list(FAMILIES), list(FAMILIES.values()))
    tried = family(chance, right)
    if tried.arguments[0] == "render" and chance.random() < 0.1:
        key = chance.choice(["text", "theme", "themes", "sizes", "data", "lang", "a.b", ""])
        value = chance.choice((spoiling.word, spoiling.name))(chance)
        return tried._replace(arguments=(*tried.arguments, "--set", f"{key}={value}"))
    return tried


def _spec(chance: random.Random, right: Mapping[str, bytes]) -> Input:
    base, name = chance.choice(mutated.BASES), spoiling.spec_name(chance)
    manner = chance.random()
    if manner < 0.4:
        text = spoiling.reworded(chance, mutated.plain(base))
    elif manner < 0.7:
        text = mutated.spoilt_tree(chance, mutated.plain(base))
    else:
        text = mutated.spoilt_text(chance, base.read_text(encoding="utf-8"))
    if chance.random() < 0.2:
        text = spoiling.renamed(chance, text)
    if chance.random() < 0.1:
        text += f"\navatar: {spoiling.name(chance)}\n"
    return _of_spec("spec", chance, name, {name: _bytes(text)})


def _table(chance: random.Random, right: Mapping[str, bytes]) -> Input:
    kind, table = chance.choice(spoiling.tables())
    name, data = spoiling.table(chance, table)
    spec = f"{kind}data: {name if chance.random() < 0.85 else spoiling.name(chance)}\n"
    return _of_spec("table", chance, "specs/tried.yaml", {"specs/tried.yaml": _bytes(spec), f"specs/{name}": data})


def _theme(chance: random.Random, right: Mapping[str, bytes]) -> Input:
    text = chance.choice((project.THEME.decode(), _built_in("paper"), _built_in("grid"), _built_in("ink")))
    if chance.random() < 0.5:
        text = mutated.spoilt_tree(chance, mutated.plain_text(text))
    else:
        text = mutated.spoilt_text(chance, text)
    if chance.random() < 0.3:
        text = spoiling.renamed(chance, text)
    if chance.random() < 0.2:
        files = {"specs/_defaults.yaml": _bytes(mutated.spoilt_text(chance, project.DEFAULTS.decode() + text))}
    else:
        files = {"specs/themes/mine.yaml": _bytes(text)}
    commands = (("describe", "specs/card.yaml"), ("themes",), ("doctor",), ("check",), ("build", "--dry-run"))
    render = ("render", "specs/card.yaml", *SMALL[:2])
    return Input("theme", chance.choice((render, render, *commands)), files)


def _article(chance: random.Random, right: Mapping[str, bytes]) -> Input:
    text = right[chance.choice(("article.md", "article.woven.md"))].decode("utf-8")
    for _ in range(chance.choice((1, 1, 3))):
        text = mutated.spoilt_text(chance, text)
        at = chance.randint(0, len(text))
        text = text[:at] + "".join(chance.choices(MARKS, k=chance.choice((0, 1, 3, 200)))) + text[at:]
    if chance.random() < 0.2:
        text = spoiling.renamed(chance, text)
    name = chance.choice(("tried.md", "tried.md", "tried.txt"))
    commands: tuple[tuple[str, ...], ...] = (
        ("draft", name), ("draft", name, "--force"), ("weave", name), ("weave", name, "-o", "-"),
        ("weave", name, "--to", "html"), ("weave", name, "--to", "html", "--inline"), ("weave", name, "--unweave"),
        ("weave", name, "--force", "--keep-wishes"), ("check", name), ("check", name, "--format", "github"),
        ("check", name, "--json"),
    )  # fmt: skip
    return Input("article", chance.choice(commands), {name: _bytes(text)})


def _manifest(chance: random.Random, right: Mapping[str, bytes]) -> Input:
    name = chance.choice(sorted(name for name in right if name.startswith("output/") and name.endswith(".json")))
    text = right[name].decode("utf-8")
    if chance.random() < 0.6:
        text = mutated.spoilt_tree(chance, json.loads(text))
    else:
        text = mutated.spoilt_text(chance, text)
    if chance.random() < 0.5:
        text = spoiling.renamed(chance, text)
    commands: tuple[tuple[str, ...], ...] = (
        ("build", "--dry-run", "--explain"), ("build", "--only", "quote*", "--jobs", "1", "--json"), ("check",),
        ("check", "--json"), ("check", "article.woven.md"), ("clean",), ("clean", "--force"), ("report",),
        ("report", "--json"), ("weave", "article.md"), ("weave", "article.md", "--to", "html"),
        ("snippet", "specs/card.yaml", "--to", "html"), ("doctor",),
    )  # fmt: skip
    return Input("manifest", chance.choice(commands), {name: _bytes(text)})


def _image(chance: random.Random, right: Mapping[str, bytes]) -> Input:
    name = chance.choice(("specs/face.png", "specs/face.jpg", "specs/face.webp", "specs/logo.png"))
    files = {name: spoiling.image(chance, right[name])}
    if "face" in name:
        files["specs/card.yaml"] = project.CARD.replace(b"face.png", _bytes(name.removeprefix("specs/")))
    return Input("image", ("render", "specs/card.yaml", *SMALL[:2]), files)


def _picture(chance: random.Random, right: Mapping[str, bytes]) -> Input:
    pictures = sorted(name for name in right if name.startswith("output/") and name.endswith(".png"))
    name = chance.choice(pictures)
    if chance.random() < 0.5:
        data = spoiling.image(chance, right[name])
    else:
        data = spoiling.carrying(chance)
    commands: tuple[tuple[str, ...], ...] = (
        ("extract", name), ("extract", name), ("render", name, *SMALL), ("describe", name), ("check",),
        ("weave", "article.md"), ("build", "--only", "quote*", "--jobs", "1"),
    )  # fmt: skip
    return Input("picture", chance.choice(commands), {name: data})


def _options(chance: random.Random, right: Mapping[str, bytes]) -> Input:
    word, other, spec = spoiling.word(chance), spoiling.word(chance), "specs/card.yaml"
    commands: tuple[tuple[str, ...], ...] = (
        ("theme", "new", f"a{word}", "--accent", "#7A3CFF"), ("theme", "new", word, "--accent", other),
        ("new", word), ("schema", word), ("kinds", word), ("describe", spec, "--lang", word),
        ("render", spec, "--size", word), ("render", spec, "--theme", word), ("render", spec, "--format", word),
        ("build", "--dry-run", "--only", word), ("weave", "article.md", "--size", word),
        ("snippet", spec, "--size", word), ("snippet", spec, "--to", "rst", "--size", "640x336"),
        ("render", f"specs/{word}.yaml"), ("extract", f"specs/{word}.png"), ("check", f"a{word}"), (word,),
    )  # fmt: skip
    return Input("options", chance.choice(commands), {})


def _of_spec(family: str, chance: random.Random, spec: str, files: Mapping[str, bytes]) -> Input:
    render = ("render", spec, *SMALL)
    commands: tuple[tuple[str, ...], ...] = (
        render, render, ("describe", spec), ("describe", spec), ("describe", spec, "--lang", "de"), ("check", spec),
        ("report", spec), ("build", spec, "--jobs", "1", "--json"), ("build", spec, "--dry-run"),
    )  # fmt: skip
    return Input(family, chance.choice(commands), files)


@cache
def _built_in(name: str) -> str:
    return (project.REPOSITORY / "pipeline" / "themes" / f"{name}.yaml").read_text(encoding="utf-8")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


FAMILIES: dict[Family, int] = {  # and how often each is tried, of 100
    _spec: 40, _table: 16, _theme: 11, _article: 12, _manifest: 8, _image: 5, _picture: 5, _options: 3,
}  # fmt: skip
