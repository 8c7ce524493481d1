"""What a drafted spec of each kind is filled with: the module with the kind's name, and its `fill(material)`."""

from __future__ import annotations

from importlib import import_module

from pipeline.drafting.material import Material
from pipeline.drafting.spec_text import Keys


def fill(kind: str, material: Material) -> Keys:
    """The keys of a spec of that kind that the words give, but for `kind`, `lang` and `themes`."""
    keys: Keys = import_module(f"{__name__}.{kind}").fill(material)
    return keys
