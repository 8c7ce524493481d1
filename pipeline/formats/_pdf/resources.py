"""What a document's pages share by name: states, shadings, faces, pictures. Each is written once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import pairwise
from typing import Any

import pydyf

from pipeline.formats._numbers import number
from pipeline.formats._pdf import syntax
from pipeline.geometry import Rect
from pipeline.scene import LinearGradient, RadialGradient, Stop

_PLACES = 4  # decimals of gradients, which are magnified as the items are that they fill
_AT_LEAST = 1e-6  # between two stops: a function's bounds have to grow


class Resources:
    """The objects of one document that content refers to by a name, in the order in which they were asked for."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.dictionary = pydyf.Dictionary()
        self._names: dict[tuple[str, Hashable], str] = {}
        pdf.add_object(self.dictionary)

    def add(self, made: Any) -> Any:
        """The reference of an object, which is part of the document from now on."""
        self.pdf.add_object(made)
        return made.reference

    def named(self, category: str, key: Hashable, make: Callable[[], Any]) -> str:
        """The name of what `make` makes, the first time that it is asked for by that key."""
        if (category, key) not in self._names:
            group = self.dictionary.setdefault(category, pydyf.Dictionary())
            made = make()
            name = f"{category[0]}{len(group)}"
            group[name] = made if isinstance(made, bytes) else self.add(made)
            self._names[category, key] = name
        return self._names[category, key]

    def opacity(self, alpha: float) -> str:
        """The name of a state in which all is drawn at that opacity."""
        written = number(alpha, 4)
        return self.named("ExtGState", written, lambda: pydyf.Dictionary({"ca": written, "CA": written}))

    def shading(self, gradient: LinearGradient | RadialGradient, is_alpha: bool = False) -> str:
        """The name of a gradient, of its colours or of its opacity as greys."""
        return self.named("Shading", (gradient, is_alpha), lambda: _shading(gradient, is_alpha))

    def form(self, key: Hashable, content: str, box: Rect, space: str = "/DeviceRGB") -> str:
        """The name of content that is drawn as one, with an opacity or as a mask."""
        return self.named("XObject", key, lambda: self._form(content, box, space))

    def faded(self, gradient: LinearGradient | RadialGradient, box: Rect) -> str:
        """The name of a state in which what is drawn within a box is as opaque as a gradient says."""

        def make() -> Any:
            form = self.add(self._form(f"/{self.shading(gradient, True)} sh", box, "/DeviceGray"))
            mask = pydyf.Dictionary({"Type": "/Mask", "S": "/Luminosity", "G": form})
            return pydyf.Dictionary({"SMask": mask})

        return self.named("ExtGState", (gradient, box), make)

    def _form(self, content: str, box: Rect, space: str) -> Any:
        group = pydyf.Dictionary({"S": "/Transparency", "CS": space, "I": "true"})
        corners = syntax.numbers(box.x, box.y, box.right, box.bottom, places=_PLACES)
        keys = {"Type": "/XObject", "Subtype": "/Form", "BBox": f"[{corners}]", "Group": group}
        return syntax.stream(content.encode(), {**keys, "Resources": self.dictionary.reference})


def _shading(gradient: LinearGradient | RadialGradient, is_alpha: bool) -> Any:
    if isinstance(gradient, LinearGradient):
        kind, ends = 2, [*gradient.start, *gradient.end]
    else:
        kind, ends = 3, [*gradient.center, 0.0, *gradient.center, gradient.radius]
    return pydyf.Dictionary(
        {
            "ShadingType": kind,
            "ColorSpace": "/DeviceGray" if is_alpha else "/DeviceRGB",
            "Coords": f"[{syntax.numbers(*ends, places=_PLACES)}]",
            "Function": _function(gradient.stops, is_alpha),
            "Extend": "[true true]",
        }
    )


def _function(stops: tuple[Stop, ...], is_alpha: bool) -> Any:
    """What colour is where: pieces from stop to stop, PDF 32000-1, 7.10.4."""
    placed = _growing(stops)
    pieces = [
        _between(_components(one, is_alpha), _components(other, is_alpha)) for (_, one), (_, other) in pairwise(placed)
    ]
    if len(pieces) == 1:
        return pieces[0]
    bounds = syntax.numbers(*(offset for offset, _ in placed[1:-1]), places=6)
    encode = "0 1 " * len(pieces)
    return pydyf.Dictionary(
        {
            "FunctionType": 3,
            "Domain": "[0 1]",
            "Functions": syntax.array(*pieces),
            "Bounds": f"[{bounds}]",
            "Encode": f"[{encode.strip()}]",
        }
    )


def _growing(stops: tuple[Stop, ...]) -> list[tuple[float, Stop]]:
    """The stops from 0 to 1, each a little behind the one before: of two at one place the last holds from there."""
    placed: list[tuple[float, Stop]] = []
    room = [*(1 - _AT_LEAST * left for left in range(len(stops), 0, -1))]
    for stop, most in zip(stops, room, strict=True):
        least = placed[-1][0] + _AT_LEAST if placed else 0.0
        placed.append((min(max(stop.offset, least), most), stop))
    first, last = placed[0], placed[-1]
    before = [(0.0, first[1])] if first[0] > 0 else []
    return [*before, *placed, (1.0, last[1])]


def _between(one: str, other: str) -> Any:
    return pydyf.Dictionary({"FunctionType": 2, "Domain": "[0 1]", "C0": f"[{one}]", "C1": f"[{other}]", "N": 1})


def _components(stop: Stop, is_alpha: bool) -> str:
    if is_alpha:
        return syntax.numbers(stop.color.alpha, places=4)
    return syntax.numbers(*(channel / 255 for channel in stop.color[:3]), places=4)
