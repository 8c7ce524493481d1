"""Pictures beside an article, from short YAML specs: the public names, nothing else.

A picture in three steps:

    from pipeline import load, render, save

    visual = load("specs/quote_card.yaml", ["text=Every *word* counts."])
    picture = render(visual, size="og", theme="ink")
    save(picture, "card.png")
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.errors import AssetError, FitError, OutputError, PipelineError, SpecError, ThemeError
    from pipeline.render import Rendered, Visual, load, render, save

__version__ = "0.1.0"

__all__ = [
    "AssetError",
    "FitError",
    "OutputError",
    "PipelineError",
    "Rendered",
    "SpecError",
    "ThemeError",
    "Visual",
    "load",
    "render",
    "save",
]


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first used: `visuals --help` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "pipeline.errors" if name.endswith("Error") else "pipeline.render"
    return getattr(import_module(home), name)


class _Package(type(sys)):  # type: ignore[misc]  # a module's own class
    """This package, whose `render` is always the function.

    Python sets a package's attribute to each submodule that is imported, and one of ours has the name of its function.
    """

    @property
    def render(self) -> Any:
        return import_module("pipeline.render").render

    @render.setter
    def render(self, module: object) -> None:
        pass


sys.modules[__name__].__class__ = _Package
