"""Import matplotlib without its surprises: no settings file, no scan of the machine's fonts, nothing written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_FONTS = "matplotlib.font_manager"


def load() -> None:
    """Import what of matplotlib would otherwise look around; to be called before anything else of it is imported."""
    if _FONTS in sys.modules:
        return
    with _no_fonts():
        import matplotlib.font_manager
    matplotlib.rcdefaults()  # a file `matplotlibrc` in the current folder or the home folder has been read by now


@contextmanager
def _no_fonts() -> Iterator[None]:
    """While matplotlib's font module is imported, it finds an empty list instead of looking for fonts.

    It asks for its cache's folder just before it would read the list from there, and would else search the machine's
    fonts and write what it finds. We never draw with its fonts.
    """
    import matplotlib

    folder = matplotlib.get_cachedir

    def answer() -> str:
        module = sys.modules.get(_FONTS)
        if module is not None and hasattr(module, "json_load"):
            module.json_load = lambda path: _empty_list(module)  # type: ignore[attr-defined]
            return ""
        return str(folder())

    matplotlib.get_cachedir = answer
    try:
        yield
    finally:
        matplotlib.get_cachedir = folder


def _empty_list(module: Any) -> Any:
    """A list of fonts as matplotlib keeps it, with none in it."""
    manager = object.__new__(module.FontManager)
    manager._version = module.FontManager.__version__
    manager._FontManager__default_weight = "normal"
    manager.default_size = None
    manager.defaultFamily = {"ttf": "DejaVu Sans", "afm": "Helvetica"}
    manager.ttflist, manager.afmlist = [], []
    return manager
