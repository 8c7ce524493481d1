"""Pictures beside an article, from short YAML specs: the public names, nothing else.

A picture in three steps:

    from pipeline import load, render, save

    visual = load("specs/quote_card.yaml", ["text=Every *word* counts."])
    picture = render(visual, size="og", theme="ink")
    save(picture, "card.png")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.errors import (
        ArticleError,
        AssetError,
        FitError,
        InternalError,
        OutputError,
        PipelineError,
        SpecError,
        ThemeError,
    )
    from pipeline.rendering import Rendered, Visual, load, render, render_pages, save

__version__ = "0.1.0"

__all__ = [
    "ArticleError",
    "AssetError",
    "FitError",
    "InternalError",
    "OutputError",
    "PipelineError",
    "Rendered",
    "SpecError",
    "ThemeError",
    "Visual",
    "load",
    "render",
    "render_pages",
    "save",
]


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first used: `visuals --help` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "pipeline.errors" if name.endswith("Error") else "pipeline.rendering"
    return getattr(import_module(home), name)
