"""A report as plain keys for a manifest, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.legibility.report import Contrast, Fit, Role, Spot


def noted(fit: Fit) -> dict[str, Any]:
    """The report as dictionaries, lists, texts and numbers; what is empty is left out."""
    keys = {
        "width": fit.width,
        "texts": {role: _role(each) for role, each in fit.texts.items()},
        "smallest": _spot(fit.smallest),
        "lowest": _contrast(fit.lowest),
        "faint": list(map(_contrast, fit.faint)),
        "hidden": list(map(_spot, fit.hidden)),
        "shortened": list(fit.shortened),
        "left_out": list(fit.left_out),
        "tall": list(fit.tall),
        "unjudged": fit.unjudged,
        "budget_bytes": fit.budget_bytes,
    }
    return {name: value for name, value in keys.items() if value}


def read(keys: Mapping[str, Any]) -> Fit:
    """The report that `noted` wrote; raises KeyError, TypeError, ValueError or AttributeError for anything else."""
    texts = {str(role): _read_role(each) for role, each in keys.get("texts", {}).items()}
    return Fit(
        width=_number(keys.get("width", 0)),
        texts=texts,
        smallest=_read_spot(keys["smallest"]) if keys.get("smallest") else None,
        lowest=_read_contrast(keys["lowest"]) if keys.get("lowest") else None,
        faint=tuple(map(_read_contrast, keys.get("faint", ()))),
        hidden=tuple(map(_read_spot, keys.get("hidden", ()))),
        shortened=tuple(map(str, keys.get("shortened", ()))),
        left_out=tuple(map(str, keys.get("left_out", ()))),
        tall=tuple(map(str, keys.get("tall", ()))),
        unjudged=int(_number(keys.get("unjudged", 0))),
        budget_bytes=int(_number(keys.get("budget_bytes", 0))),
    )


def _role(role: Role) -> dict[str, Any]:
    return {"sizes": _short(role.sizes), "lines": role.lines, "faces": list(role.faces)}


def _spot(spot: Spot | None) -> dict[str, Any] | None:
    return spot._asdict() if spot else None


def _contrast(contrast: Contrast | None) -> dict[str, Any] | None:
    return {"ratio": contrast.ratio, "least": contrast.least, **contrast.spot._asdict()} if contrast else None


def _read_spot(keys: Mapping[str, Any]) -> Spot:
    return Spot(str(keys["role"]), str(keys["text"]), *(_number(keys[name]) for name in ("size", "x", "y")))


def _read_contrast(keys: Mapping[str, Any]) -> Contrast:
    return Contrast(_number(keys["ratio"]), _number(keys["least"]), _read_spot(keys))


def _read_role(keys: Mapping[str, Any]) -> Role:
    sizes = tuple(map(_number, keys["sizes"]))
    if not sizes:
        raise ValueError("a text has a size")
    return Role(sizes, int(_number(keys["lines"])), tuple(map(str, keys["faces"])))


def _number(value: Any) -> float:
    """A number of a report; raises ValueError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e12:
        raise ValueError(value)
    return float(value)


def _short(sizes: Sequence[float]) -> list[float]:
    """Whole numbers without a fraction of nothing."""
    return [int(size) if size == int(size) else size for size in sizes]
