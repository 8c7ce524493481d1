"""The process in which inputs run: it reads one a line, a number or the folder of a kept one, and answers a verdict.

Run with the seed, a folder to work in, that of the right files, where the command is to be found, and after how many
seconds it hangs.
"""

from __future__ import annotations

import faulthandler
import io
import os
import resource
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TextIO

from tests.fuzz import families, inputs, judging, project
from tests.fuzz.fence import Fence
from tests.fuzz.findings import MEMORY, Finding, Verdict

MOST_MB = 300
ADDRESS_SPACE_BYTES = 3 << 30  # what libraries reserve and never use counts too


class Words(io.TextIOWrapper):
    """What a command says; standard output is a terminal, so that nothing may be said as it is."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Whether it takes itself for a terminal."""
        return self._is_terminal

    def text(self) -> str:
        """All that was said."""
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8", "surrogateescape")


def main(seed: str, work: str, right: str, command: str, hang_seconds: str) -> None:
    """Answer each line of standard input."""
    questions, answers = _channels()
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE_BYTES, ADDRESS_SPACE_BYTES))
    os.environ["MATPLOTLIBRC"] = os.devnull  # as the command's own `main` has it
    module, _, name = command.partition(":")
    program = getattr(import_module(module), name)
    files = project.read(Path(right))
    fence = Fence(Path(work) / project.PROJECT)
    print("ready", file=answers, flush=True)
    for line in questions:
        asked = line.strip()
        tried = families.made(int(seed), int(asked), files) if asked.isdigit() else inputs.kept(Path(asked))
        folder = project.lay_out(Path(work), {**files, **tried.files})
        os.chdir(folder)
        faulthandler.dump_traceback_later(float(hang_seconds))
        verdict = _tried(tried, {**files, **tried.files}, folder, fence, program)
        faulthandler.cancel_dump_traceback_later()
        print(verdict.to_json(), file=answers, flush=True)


def _tried(tried: inputs.Input, files: dict[str, bytes], folder: Path, fence: Fence, program: object) -> Verdict:
    _forget_peak()
    start = perf_counter()
    with fence.up() as left:
        code, said = _run(program, tried.arguments)
    seconds = perf_counter() - start
    peak_mb = _peak_mb()
    findings = [*left, *judging.of_end(code, said), *judging.of_words(said), *judging.of_files(folder, files)]
    if peak_mb > MOST_MB or "not enough memory" in said:
        findings.append(Finding(MEMORY, f"{tried.family} {tried.arguments[0]}", f"{peak_mb:.0f} MB"))
    return Verdict(tuple(findings), code, peak_mb, seconds)


def _run(program: object, arguments: tuple[str, ...]) -> tuple[int | None, str]:
    """The exit code of the command, and what it said on both streams."""
    assert callable(program)
    out, err = Words(True), Words(False)
    code: object = None
    with redirect_stdout(out), redirect_stderr(err):
        try:
            program(["--debug", *arguments], prog_name="visuals")
        except SystemExit as end:
            code = end.code
        except BaseException:
            import traceback

            traceback.print_exc()
    return (code if isinstance(code, int) else int(code is not None)), out.text() + err.text()


def _channels() -> tuple[TextIO, TextIO]:
    """Standard input and output for questions and answers; what a command finds there is the null device."""
    questions, answers = os.fdopen(os.dup(0), encoding="utf-8"), os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    return questions, answers


def _forget_peak() -> None:
    """Begin anew to count the most memory (proc(5), clear_refs)."""
    with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
        file.write("5")


def _peak_mb() -> float:
    """The most memory since, MB; 1 MB is a million bytes."""
    with open("/proc/self/status", encoding="ascii") as file:
        (peak,) = (line for line in file if line.startswith("VmHWM:"))
    return int(peak.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
