"""`visuals studio`: all pictures of the project on a page, live, to look at and to edit."""

from __future__ import annotations

import os

import click

from pipeline.cli import streams
from pipeline.cli.printing import say


@click.command()
@click.argument("places", nargs=-1, type=click.Path(exists=True), metavar="[FOLDER or SPEC]...")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port.  [default: a free one]")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on: by default loopback.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
@click.option(
    "--editor",
    envvar="VISUALS_EDITOR",
    metavar="LINK",
    help="The link that opens a file in your editor.  [default: vscode://file/{path}:{line}:{column}]",
)
def studio(places: tuple[str, ...], port: int, host: str, no_browser: bool, editor: str | None) -> None:
    """Show all pictures of the project on a page in your browser, live: specs of a FOLDER (by default specs/).

    Saving a spec, its data, a theme or a face shows the new picture at once; a broken spec shows what is wrong over its
    last good picture. Click a word to be at its line in your editor, double-click it to change it in the page. Nothing
    leaves this machine. Ctrl-C ends it.

    \b
    Examples:
      visuals studio
      visuals studio specs/quote_card.yaml --no-browser --port 8100
    """
    from pipeline.cli.needing import extra

    extra("studio", "starlette", "uvicorn")
    from pipeline.studio import editors
    from pipeline.studio.service import Studio, Ways
    from pipeline.web import Policy, new_token
    from pipeline.web.running import address, bound, run

    _check_places(places)
    made = Studio(Ways(places, editors.checked(editor or editors.DEFAULT), new_token()))
    listening = bound(host, port)
    say(f"{address(listening)}  all pictures, live; Ctrl-C ends it")
    if streams.ended_early():
        return
    if not no_browser:
        _open(address(listening))
    run(made.guarded(Policy().on(host)), listening, on_end=made.end)
    say("ended")


def _check_places(places: tuple[str, ...]) -> None:
    from pipeline.errors import Problem, SpecError
    from pipeline.project import specs

    if not places and not os.path.isdir(specs()):
        hint = "name the folder of your specs, or write a first one: visuals new quote_card"
        raise SpecError(Problem(f"{specs()}: there is no such folder", hint=hint))


def _open(address: str) -> None:
    """Open a browser, without waiting for it."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
