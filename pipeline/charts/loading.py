"""Import matplotlib without its surprises: no scan of the machine's fonts, no notices, nothing written.

What it would do only for a reader of its documentation is left out too, a third of the time. A host program that uses
matplotlib afterwards finds it as if it had imported it: with its own settings, and with fonts that are looked for when
the first of them is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

_FONTS = "matplotlib.font_manager"
_NEEDED = (_FONTS, "matplotlib.figure", "matplotlib.patheffects")
_turn = Lock()
_are_wanted = True  # whether matplotlib may look for the machine's fonts


def load() -> None:
    """Import what our figures need of matplotlib; to be called before anything else of it is imported."""
    with _turn, ExitStack() as stack:
        if all(name in sys.modules for name in _NEEDED):
            return
        for context in () if _FONTS in sys.modules else (_no_notices, _no_folder):
            stack.enter_context(context())
        stack.enter_context(_no_documentation())
        for name in _NEEDED:
            import_module(name)


@contextmanager
def _no_notices() -> Iterator[None]:
    """While matplotlib is imported it does not tell of a home folder that it cannot write to, nor of its settings."""
    import logging

    logger = logging.getLogger("matplotlib")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


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
def _no_folder() -> Iterator[None]:
    """While matplotlib is imported it has no folder of its own: it finds no list of fonts there, and makes none.

    It asks for the folder just before it would read that list, and would else search the machine's fonts and write what
    it finds. What it remembers of the folder is asked for again when it is used.
    """
    import matplotlib

    folder, load_list = matplotlib.get_cachedir, None

    def answer() -> str:
        nonlocal load_list
        module: Any = sys.modules.get(_FONTS)
        if module is not None and hasattr(module, "json_load"):
            load_list = load_list or module.json_load
            module.json_load = lambda path: _list_to_be(module)
        return ""

    matplotlib.get_cachedir = answer
    try:
        yield
        sys.modules["matplotlib.texmanager"].TexManager._cache_dir = _TexFolder()
    finally:
        matplotlib.get_cachedir = folder
        if load_list is not None:
            sys.modules[_FONTS].json_load = load_list  # type: ignore[attr-defined]


class _TexFolder:
    """Where matplotlib keeps what TeX made, looked up when it is asked for."""

    def __get__(self, instance: object, owner: Any) -> Any:
        import matplotlib

        owner._cache_dir = Path(matplotlib.get_cachedir(), "tex.cache")
        return owner._cache_dir


@contextmanager
def no_fonts() -> Iterator[None]:
    """Within the block matplotlib has the fonts that somebody has asked it for before, or none."""
    global _are_wanted
    before, _are_wanted = _are_wanted, False
    try:
        yield
    finally:
        _are_wanted = before


def _list_to_be(module: Any) -> Any:
    """A list of fonts that is empty for us, and matplotlib's own as soon as anybody else looks into it."""

    class FontManager(module.FontManager):  # type: ignore[misc]  # named as its own, which is how it is written down
        def __getattr__(self, name: str) -> Any:
            if name not in ("ttflist", "afmlist"):
                raise AttributeError(name)
            if not _are_wanted:
                return []
            self.__dict__.update(module._load_fontmanager().__dict__)
            self.__class__ = module.FontManager
            self._findfont_cached.cache_clear()  # it remembers what was not found
            return getattr(self, name)

    manager = object.__new__(FontManager)
    manager._version = module.FontManager.__version__
    manager._FontManager__default_weight = "normal"
    manager.default_size = None
    manager.defaultFamily = {"ttf": "DejaVu Sans", "afm": "Helvetica"}
    return manager
