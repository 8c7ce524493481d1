"""SVG: the scene itself, sharp at any size; one file without scripts and without references to anything outside.

    title, metadata, desc    what it says, and the spec that it carries
    style                    the faces' letters; the colours of light and dark pages
    defs                     gradients, clips, blurs, shared glyphs
    elements                 the items, back to front

It needs of a page no more than `style-src 'unsafe-inline'; img-src data:; font-src data:`. Ids begin with a digest of
the file, so that several may stand in one page.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from pipeline.formats import NOTHING, Encoded, Label, Wish
from pipeline.formats._budget import Trials
from pipeline.formats._numbers import number
from pipeline.formats._svg import faces, markup
from pipeline.formats._svg.definitions import Definitions
from pipeline.formats._svg.elements import Sheet, elements
from pipeline.formats._svg.letters import Letters
from pipeline.formats._svg.pairs import Both, Pairs
from pipeline.formats._svg.reading import NAMESPACE, OWN_NAMESPACE
from pipeline.notes import Note
from pipeline.scene import Scene


def draw(scene: Scene, label: Label, scale: float = 1, wish: Wish = NOTHING, dark: Scene | None = None) -> Encoded:
    """The file at `scale` CSS px for each layout px; `dark` is what dark pages show.

    Raises FitError when it is too heavy, AssetError when a picture in it cannot be read.
    """
    pairs = Pairs()
    definitions = Definitions(pairs)
    letters = Letters(definitions, wish.is_outlined)
    body = "".join(_shown(Sheet(definitions, letters), scene, dark))
    style = _styles(letters, pairs)
    written = f"{_opening(scene, label, scale)}{_said(label)}{style}{definitions}{body}</svg>\n"
    prefix = "v" + blake2b(written.encode(), digest_size=3).hexdigest() + "-"
    encoded = Encoded(written.replace(markup.OWN, prefix).encode(), _how(letters), tuple(_notes(letters)))
    trials = Trials("svg", wish)
    if trials.fits(encoded):
        return encoded
    raise trials.failure()


def _opening(scene: Scene, label: Label, scale: float) -> str:
    width, height = scene.size
    size = markup.attributes(
        width=number(round(width * scale)),
        height=number(round(height * scale)),
        viewBox=f"0 0 {number(width)} {number(height)}",
    )
    said = markup.attributes(
        lang=markup.quoted(label.lang), aria_label=markup.quoted(label.alt), text_rendering="geometricPrecision"
    )
    return f'<svg xmlns="{NAMESPACE}"{size} role="img"{said} xml:space="preserve">'


def _said(label: Label) -> str:
    """Title and description, and what else the file carries."""
    title = f"<title>{markup.text(label.title)}</title>" if label.title else ""
    description = f"<desc>{markup.text(label.description)}</desc>" if label.description else ""
    texts = (("Software", label.software), *label.extra)
    carried = "".join(f'<text name="{markup.quoted(name)}">{markup.text(said)}</text>' for name, said in texts if said)
    return f'{title}{description}<metadata><own xmlns="{OWN_NAMESPACE}">{carried}</own></metadata>'


def _shown(sheet: Sheet, scene: Scene, dark: Scene | None) -> Iterator[str]:
    """The items; of those that differ in more than colours what light pages show and what dark ones do."""
    if dark is None:
        yield from elements(sheet, scene.items)
        return
    pairs = sheet.definitions.pairs
    for item in pairs.merged(scene.items, dark.items):
        if not isinstance(item, Both):
            yield from elements(sheet, (item,))
            continue
        for kind, items in zip(pairs.both(), item, strict=True):
            yield "".join((f'<g class="{kind}">', *elements(sheet, items), "</g>"))


def _styles(letters: Letters, pairs: Pairs) -> str:
    """The style sheet, "" where there is nothing to say."""
    rules = [faces.styles(number, *face) for number, face in enumerate(letters.characters.items())]
    style = "".join((*rules, pairs.styles()))
    return f"<style>{style}</style>" if style else ""


def _how(letters: Letters) -> str:
    return "text" if letters.characters else "outlines"


def _notes(letters: Letters) -> Iterator[Note]:
    """The faces whose letters could not travel."""
    for face, reason in letters.refused.items():
        fact = f"{face.name} is not embedded in the SVG, {reason}: its texts are drawn as outlines"
        yield Note("faces", f"{fact}; `svg_text: outlines` says that you want that")
