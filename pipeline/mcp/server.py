"""The tools over standard input and output: the only door to the SDK. Nothing else goes to standard output."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver import Image
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from pipeline import __version__
from pipeline.errors import PipelineError
from pipeline.mcp import tools

P = ParamSpec("P")
R = TypeVar("R")

INSTRUCTIONS = """\
Pictures beside an article from short YAML specs. Choose a kind (list_kinds), take its starter, change it, check_spec
until is_right, then render to look at it. Write the spec to specs/NAME.yaml; `visuals build` makes its pictures.
"""


def run() -> None:
    """Answer until standard input is closed."""
    made().run("stdio")


def made() -> MCPServer[Any]:
    """The server with its tools, each of which only reads."""
    server: MCPServer[Any] = MCPServer(
        "article-visuals", version=__version__, instructions=INSTRUCTIONS, log_level="ERROR"
    )
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in (tools.list_kinds, tools.schema, tools.starter, tools.check_spec, tools.draft):
        server.add_tool(_told(tool), annotations=reads)
    server.add_tool(_told(render), annotations=reads, structured_output=False)
    return server


def render(spec: str, size: str = "", theme: str = "") -> list[Any]:
    """The picture of a spec, a text in YAML, as PNG; by default in the first size and theme that the spec lists."""
    picture = tools.render(spec, size, theme)
    return [Image(data=picture.data, format="png"), picture.said]


def _told(tool: Callable[P, R]) -> Callable[P, R]:
    """The tool, whose errors are told as every command tells them: place, fact and way out."""

    @wraps(tool)
    def telling(*given: P.args, **named: P.kwargs) -> R:
        try:
            return tool(*given, **named)
        except PipelineError as error:
            raise ToolError(str(error)) from error

    return telling
