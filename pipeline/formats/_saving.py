"""Saving: pixels and metadata through Pillow, which may have been built without a format."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

from pipeline.errors import AssetError, Problem
from pipeline.formats import is_available


def saved(image: Image.Image, format_name: str, **options: Any) -> bytes:
    """The bytes of a file; raises AssetError where this Pillow was built without the format."""
    if not is_available(format_name):
        fact = f"the Pillow that is installed cannot write {format_name}"
        raise AssetError(Problem(fact, field="formats", hint="install its wheel, which can, or choose another format"))
    file = BytesIO()
    image.save(file, format_name.upper(), **options)
    return file.getvalue()
