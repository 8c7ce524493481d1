"""The format of a picture whose address names none: the one that the browser likes best."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.web import Refused

OFFERED = ("avif", "webp", "png")  # the first of those that are liked equally well; Pillow may be built without some
_MEDIA = {"svg": "image/svg+xml", "pdf": "application/pdf"}


def media_type(format_name: str) -> str:
    """What a browser calls a format: `image/png`."""
    return _MEDIA.get(format_name, f"image/{format_name}")


def choose(accept: str, offered: Sequence[str] = OFFERED) -> str:
    """The format of those `offered` that an Accept header likes best; raises `Refused` where it takes none of them.

    How that is written: RFC 9110, 12.5.1.
    """
    if not accept.strip():
        return "png"
    liked = dict(_liked(part) for part in accept.split(","))
    best = max(offered, key=lambda name: _quality(name, liked))
    if _quality(best, liked) <= 0:
        raise Refused(406, f"pictures are {', '.join(map(media_type, offered))}")
    return best


def _quality(name: str, liked: dict[str, float]) -> float:
    """How much a format is liked; AVIF and WebP only by those who name them, as `*/*` is also sent by old programs."""
    exact = liked.get(media_type(name))
    if exact is not None or name != "png":
        return exact or 0
    return liked.get("image/*", liked.get("*/*", 0))


def _liked(part: str) -> tuple[str, float]:
    name, *parameters = (each.strip().lower() for each in part.split(";"))
    quality = next((each.removeprefix("q=") for each in parameters if each.startswith("q=")), "1")
    try:
        return name, min(1.0, max(0.0, float(quality)))
    except ValueError:
        return name, 0.0
