"""A process of its own that answers one question after the other, the urgent ones first.

What it is asked may take long, use up memory or crash: the page goes on, and the next question finds a new process.
Processes are forked from a small server where the system can do that, with what they need imported already; never from
this process, which has threads and sockets.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from itertools import count
from queue import PriorityQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from pipeline.errors import InternalError, Problem

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

FIRST, SOON, LAST = 0, 1, 9
ANSWER_SECONDS = 120  # then a process is taken to be lost: the slowest picture takes some
END_SECONDS = 2


class Question(NamedTuple):
    """A method to be called in the process; those of less `urgency` come first, then in the order of their numbers."""

    urgency: int
    number: int
    method: str
    arguments: tuple[Any, ...]
    answer: Future[Any]


class Worker:
    """A process that makes what `made` names, `package.module:Class`, and calls methods of it."""

    def __init__(self, made: str, prepared: Sequence[str] = ()) -> None:
        self._made = made
        self._context = _context(prepared)
        self._questions: PriorityQueue[Question] = PriorityQueue()
        self._numbers = count()
        self._process: Any = None
        self._pipe: Connection | None = None
        Thread(target=self._answer, daemon=True).start()

    def ask(self, method: str, *arguments: Any, urgency: int = SOON) -> Future[Any]:
        """What a method answers; an InternalError where its process ends early."""
        answer: Future[Any] = Future()
        self._questions.put(Question(urgency, next(self._numbers), method, arguments, answer))
        return answer

    def renew(self) -> None:
        """Answer what is asked from now on in a new process, which has read nothing yet."""
        self.ask("", urgency=FIRST)

    def end(self) -> None:
        """End the process once it has answered what it is at."""
        self.ask("", "end", urgency=FIRST)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _answer(self) -> None:
        """Ask the process one question after the other, until the end."""
        while True:
            question = self._questions.get()
            if not question.method:
                self._stop()
                if question.arguments:
                    return
            elif question.answer.set_running_or_notify_cancel():
                self._pass_on(question)

    def _pass_on(self, question: Question) -> None:
        try:
            if self._pipe is None:
                self._start()
            assert self._pipe is not None
            self._pipe.send((question.method, question.arguments))
            if not self._pipe.poll(ANSWER_SECONDS):
                raise TimeoutError
            failed, answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._stop()
            hint = "this is a fault of article-visuals, or there is not enough memory; what comes next is tried anew"
            failed, answer = InternalError(Problem("the process that makes the pictures ended early", hint=hint)), None
            failed.__cause__ = error
        if failed is None:
            question.answer.set_result(answer)
        else:
            question.answer.set_exception(failed)

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(theirs, self._made), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._process.join(END_SECONDS)  # it ends by itself, unless it is lost
            if self._process.is_alive():
                self._process.kill()
        self._pipe = self._process = None


def _context(prepared: Sequence[str]) -> Any:
    """How processes are started; those that are forked find the modules `prepared`."""
    from multiprocessing import get_all_start_methods, get_context

    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(list(prepared))
    return context


def _serve(pipe: Connection, made: str) -> None:
    """Answer what comes through the pipe until it is closed."""
    import signal
    from importlib import import_module

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks, which then closes the pipe
    module, _, name = made.partition(":")
    held = getattr(import_module(module), name)()
    while True:
        try:
            method, arguments = pipe.recv()
        except EOFError:
            return
        answer: tuple[Exception | None, Any]
        try:
            answer = None, getattr(held, method)(*arguments)
        except Exception as error:
            answer = error, None
        pipe.send(answer)
