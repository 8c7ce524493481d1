"""`visuals mcp`: the tools for programs that speak the Model Context Protocol."""

from __future__ import annotations

import click

from pipeline.cli import needing


@click.command()
def mcp() -> None:
    """Answer programs that speak the Model Context Protocol, over standard input and output.

    The tools are list_kinds, schema, starter, check_spec, render and draft; they work in the project of the current
    folder and write no file. How a program is told of them: docs/agents.md.

    \b
    Example:
      visuals mcp
    """
    needing.extra("mcp", "mcp")
    import gc

    gc.enable()  # commands do without, but this one goes on
    from pipeline.mcp import server

    server.run()
