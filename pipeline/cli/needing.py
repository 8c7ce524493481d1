"""What a command needs beside the package itself, and how to install it."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.errors import AssetError, Problem


def extra(name: str, *libraries: str) -> None:
    """Raise AssetError where a library of an extra is not installed."""
    missing = [library for library in libraries if find_spec(library) is None]
    if missing:
        fact = f"this command needs {' and '.join(missing)}, which {'is' if len(missing) == 1 else 'are'} not installed"
        raise AssetError(Problem(fact, hint=f"pip install 'article-visuals[{name}]'"))
