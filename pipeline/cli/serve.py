"""`visuals serve` and `visuals sign`: pictures over HTTP, and who may ask for them."""

from __future__ import annotations

import os
from typing import Any

import click

from pipeline.cli import needing
from pipeline.cli.printing import say

_AGE = "How long browsers keep a picture.  [default: 3600]"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 is all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8040, show_default=True, help="0 is any free port.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A name it is asked for under. Repeatable.")
@click.option(
    "--unsigned", "is_unsigned", is_flag=True, help="Take addresses without a signature, of this machine alone."
)
@click.option("--cache-mb", type=click.IntRange(0), metavar="MB", help="What it may hold at most.  [default: 500]")
@click.option("--workers", type=click.IntRange(1, 256), metavar="N", help="Processes.  [default: one per core]")
@click.option("--seconds", type=click.FloatRange(0.1), metavar="S", help="Time for one picture.  [default: 10]")
@click.option("--memory-mb", type=click.IntRange(200), metavar="MB", help="Memory of a process.  [default: 512]")
@click.option(
    "--max-age",
    "max_age_seconds",
    type=click.IntRange(0),
    metavar="S",
    help=_AGE,
)
def serve(host: str, port: int, **options: Any) -> None:
    """Serve pictures of the project's specs, each made when it is first asked for.

    The address of a picture is /SPEC.SIZE.THEME.FORMAT?KEY=VALUE...; a request may set the keys that the spec names
    under `open`, and only with a signature, for which VISUALS_SIGNING_KEY holds the key: `visuals sign` makes it. One
    line of JSON for each answer goes to standard output. Ctrl-C or SIGTERM end it once what is asked for is answered.

    \b
    Examples:
      visuals serve --unsigned
      visuals serve --host 0.0.0.0 --allow-host pictures.example.org
    """
    needing.extra("serve", "starlette", "uvicorn")
    from pipeline.serve import application, serving
    from pipeline.web import Policy, running
    from pipeline.web.policy import is_loopback

    said = {name: value for name, value in options.items() if value not in (None, (), False)}
    asked = serving.of_environment(os.environ)._replace(**said)
    if asked.is_unsigned:
        if not is_loopback(host):
            raise click.UsageError(f"--unsigned is for this machine alone, and --host {host} is open to others.")
        asked = asked._replace(keys=())
    service = application.of(asked, Policy().on(host, asked.hosts))
    listening = running.bound(host, port)
    running.run(service, listening, lambda: say(f"serving {running.address(listening)}; Ctrl-C ends it", err=True))


@click.command()
@click.argument("address")
def sign(address: str) -> None:
    """Print the ADDRESS of a picture with its signature, made with the first key in VISUALS_SIGNING_KEY.

    \b
    Example:
      visuals sign "https://pictures.example.org/card.og.paper.png?text=Hello"
    """
    from pipeline.errors import OutputError, Problem
    from pipeline.serve import serving, signing

    keys = serving.keys_of(os.environ.get(serving.SIGNING_KEY, ""))
    if not keys:
        fact = f"{serving.SIGNING_KEY}: expected a key that signs addresses, found none"
        raise OutputError(Problem(fact, hint=serving.MAKE_A_KEY))
    try:
        say(signing.sign(address, keys[0]))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'ADDRESS'") from error
