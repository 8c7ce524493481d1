"""The command `visuals`: its subcommands, and what becomes of an error.

Neither the pipeline nor the module of a subcommand is imported before that subcommand runs: `visuals --help` is quick.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NoReturn

import click

from pipeline import __version__
from pipeline.cli import streams

COMMANDS = {  # name: the module that holds it, and its line in the help of `visuals`
    "init": ("init", "Set a project up in a folder."),
    "render": ("making", "Render one spec."),
    "build": ("making", "Render the stale pictures of every spec in a folder."),
    "pdf": ("pdf", "Bind pictures into one PDF."),
    "batch": ("batch", "Render one spec for each row of a table."),
    "watch": ("watch", "Render what changes while you edit."),
    "studio": ("studio", "Show all pictures on a page, live, and edit them there."),
    "serve": ("serve", "Serve pictures over HTTP, made when they are asked for."),
    "sign": ("serve", "Sign the address of a picture that is served."),
    "mcp": ("mcp", "Answer programs that speak the Model Context Protocol."),
    "clean": ("clean", "Remove pictures that no spec produces any more."),
    "check": ("check", "Check that every picture exists and is right."),
    "report": ("report", "Report how the texts of each picture came out."),
    "describe": ("describe", "Describe a picture in words, for readers who cannot see it."),
    "new": ("authoring", "Write a starter spec of a kind."),
    "schema": ("authoring", "Print the JSON Schema of a kind, for editors."),
    "extract": ("extract", "Print the spec that a picture carries."),
    "gallery": ("gallery", "Show all specs in all themes on one page."),
    "doctor": ("doctor", "Diagnose this installation and project."),
    "draft": ("draft", "Draft the specs that an article asks for."),
    "weave": ("weave", "Put figures into an article, or take them out."),
    "snippet": ("weave", "Print a figure to paste into a page."),
    "kinds": ("listing", "List the kinds of visual."),
    "sizes": ("listing", "List the sizes."),
    "themes": ("listing", "List the themes."),
    "theme": ("theme", "Make a custom theme."),
    "fonts": ("listing", "List the faces."),
}


_LISTS = "`visuals kinds`, `sizes`, `themes` and `fonts` list what there is"
_MEANT = {  # what other programs call a command, and ours
    **dict.fromkeys(("list", "ls", "show"), _LISTS),
    **dict.fromkeys(("make", "all", "run", "generate", "update"), "`visuals build` makes what is stale"),
    **dict.fromkeys(("start", "setup"), "`visuals init` sets a project up"),
    **dict.fromkeys(("create", "add"), "`visuals new` writes a first spec, `visuals theme new` a theme"),
    **dict.fromkeys(("preview", "dev"), "`visuals watch` renders what changes"),
    **dict.fromkeys(("lint", "test", "validate"), "`visuals check` says whether all is right"),
    **dict.fromkeys(("publish", "deploy"), "`visuals weave` puts figures into articles; the site is published as ever"),
    "unweave": "`visuals weave --unweave` takes figures out again",
    "version": "`visuals --version` says it",
}


def _debug(context: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    if is_wanted:
        from pipeline.cli.printing import DEBUG

        context.meta[DEBUG] = True


DEBUG = click.Option(
    ["--debug"],
    is_flag=True,
    expose_value=False,
    callback=_debug,
    help="Show the traceback of an internal error, for a bug report.",
)


@contextmanager
def _told_safely() -> Iterator[None]:
    """Write out what would steer a terminal in click's errors: a shell puts names of files on the command line.

    Of an option that goes by another name here, that name is told.
    """
    try:
        yield
    except click.NoSuchOption as error:
        from pipeline.cli.options import MEANT

        if error.option_name not in MEANT:
            raise
        words = f"No such option '{error.option_name}': {MEANT[error.option_name]}."
        raise click.UsageError(words, error.ctx) from error
    except click.UsageError as error:
        from pipeline.characters import printable

        told = error.format_message()
        safe = printable(told, keeps="\n")
        if safe == told:
            raise
        raise click.UsageError(safe, error.ctx) from error


def _of_place(path: str) -> str:
    """What a file or folder is that stands where a command belongs, and the command that takes it."""
    import shlex

    from pipeline import project

    named = shlex.quote(path)
    if os.path.isdir(path):
        return f"'{path}' is a folder, not a command; `visuals build {named}` makes the pictures of the specs in it."
    if path.lower().endswith(project.ARTICLES):
        return f"'{path}' is a file, not a command; `visuals draft {named}` drafts the specs that it wishes for."
    return f"'{path}' is a file, not a command; `visuals render {named}` makes a spec's pictures."


class Visuals(click.Group):
    """A group that imports a command when it runs, and words the errors of the pipeline."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of a run; what is told of wrong arguments steers no terminal."""
        with _told_safely():
            return super().make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"pipeline.cli.{COMMANDS[cmd_name][0]}"), cmd_name)
        assert isinstance(command, click.Command)
        if DEBUG not in command.params:
            command.params.append(DEBUG)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; of one that there is not, the nearest is told."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from pipeline.errors import nearest

            if args[0] == "help":
                topic = [each for each in args[1:] if each != "help"]
                return self.resolve_command(ctx, [topic[0], "--help"]) if topic else self._show_help(ctx)
            if meant := _MEANT.get(args[0]):
                ctx.fail(f"No such command '{args[0]}': {meant}.")
            if os.path.exists(args[0]):
                ctx.fail(_of_place(args[0]))
            if match := nearest(args[0], COMMANDS):
                ctx.fail(f"No such command '{args[0]}'; the nearest is `{match}`.")
        return super().resolve_command(ctx, args)

    def _show_help(self, ctx: click.Context) -> NoReturn:
        from pipeline.cli.printing import say

        say(*ctx.get_help().splitlines())
        ctx.exit()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error ends it with its problems on stderr, be it a fault of ours."""
        try:
            with _told_safely():
                return super().invoke(ctx)
        except KeyboardInterrupt as end:
            from pipeline.cli.printing import say

            say("interrupted", err=True)
            ctx.exit(128 + (end.args[0] if end.args else signal.SIGINT))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as err:
            from pipeline.cli.printing import exit_code, report_errors
            from pipeline.errors import PipelineError, internal

            error = err if isinstance(err, PipelineError) else internal(err, f"visuals {ctx.invoked_subcommand}")
            report_errors([error])
            ctx.exit(exit_code([error]))


@click.group(cls=Visuals, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, expose_value=False, callback=_debug, hidden=True)
def visuals() -> None:
    """Pictures beside an article: short YAML specs in, finished PNGs out.

    \b
      visuals render specs/quote_card.yaml     one spec, all its sizes and themes
      visuals build                            what is stale of every spec in specs/
      visuals check                            are all pictures there, and right?

    Exit codes: 0 fine, 1 some picture failed (the others are made), 2 wrong usage or spec.
    """


def main() -> None:
    """Run the command on the arguments of this process, and exit."""
    gc.disable()  # a run is short and makes few cycles; looking for them takes 20 ms, most of it while modules load
    streams.guard()
    os.environ.setdefault("MATPLOTLIBRC", os.devnull)  # else its import makes a folder for settings in the home folder
    for each in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(each) != signal.SIG_IGN:  # who asked for it to be ignored is heeded
            signal.signal(each, _interrupt)
    try:
        visuals(prog_name="visuals")
    except SystemExit as end:
        sys.exit(streams.close(end.code if isinstance(end.code, int) else int(end.code is not None)))


def run() -> None:
    """Run the command and end this process with it; who has more to do afterwards calls `main`."""
    try:
        main()
    except SystemExit as end:
        streams.leave(int(end.code or 0))


def _interrupt(number: int, _: object) -> None:
    """End, once: what is asked for again while a command ends changes nothing."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt(number)
