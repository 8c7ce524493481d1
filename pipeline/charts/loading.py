"""Import matplotlib without its surprises: no settings file, no scan of the machine's fonts, nothing written.

What it would do only for a reader of its documentation is left out too, a third of the time.
"""

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
    # a file `matplotlibrc` in the current folder or the home folder has been read by now; `rcdefaults`, which checks
    # each setting once more and reads thirty styles for that, takes 20 ms
    dict.update(matplotlib.rcParams, matplotlib.rcParamsDefault)
    with _no_documentation():
        import matplotlib.figure
        import matplotlib.patheffects  # what our own artists need


@contextmanager
def _no_documentation() -> Iterator[None]:
    """While artists are imported, their lists of properties are not written into their docstrings and signatures.

    That asks every class for its setters and parses the docstring of each: 100 ms. `set` takes what it takes anyway.
    """
    from matplotlib import artist

    write, described = artist.Artist.__dict__["_update_set_signature_and_docstring"], artist.kwdoc
    artist.Artist._update_set_signature_and_docstring = classmethod(lambda cls: None)  # type: ignore[attr-defined]
    artist.kwdoc = lambda artist: ""
    try:
        yield
    finally:
        artist.Artist._update_set_signature_and_docstring = write  # type: ignore[attr-defined]
        artist.kwdoc = described


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
