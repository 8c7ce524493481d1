"""Pictures over HTTP, made when they are asked for: `/{spec}.{size}.{theme}.{format}?text=...`.

address -> signature -> spec and its open keys -> ETag -> cache, or a worker -> answer

serving       what holds for one service, from the environment
addresses     what an address asks for, and its canonical form
signing       who may ask: HMAC-SHA256 of the canonical form
catalogue     which specs there are, which keys they open, and what their pictures depend on
choosing      the format, where the address leaves it to the browser
cache         what was made, on disk, of bounded size
pool, worker  processes that make pictures, each within a limit of time and memory
answering     an answer to a request, from all of these
application   the service as any ASGI server runs it: `pipeline.serve:app`
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.serve.signing import sign

if TYPE_CHECKING:
    from pipeline.web import Guarded

    app: Guarded

__all__ = ["app", "sign"]


def __getattr__(name: str) -> Any:
    """The application, made of the environment when a server first asks for it."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from pipeline.serve.application import of_environment

    globals()[name] = made = of_environment()
    return made
