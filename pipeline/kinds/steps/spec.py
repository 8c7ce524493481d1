"""What an author may write with `kind: steps`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated

from pipeline.characters import is_blank
from pipeline.errors import Problem
from pipeline.kinds.steps.icons import Icon
from pipeline.kinds.steps.words import Shown
from pipeline.schema import Part, Spec, key

LEAST, MOST = 2, 12


class Step(Part):
    """One step."""

    title: Annotated[str, key("What is to be done; *words* may be emphasised.", min_length=1, max_length=120)]
    detail: Annotated[
        str, key("A line below the title, where the picture has room for it: how, or why.", max_length=300)
    ] = ""
    duration: Annotated[str, key("How long it takes, in your words: 10 min, 1 week.", max_length=40)] = ""
    icon: Annotated[Icon, key("A small drawing beside the title.")] | None = None


class Steps(Spec):
    """What an author may write with `kind: steps`."""

    title: Annotated[str, key("The title at the top, also in the metadata.", max_length=120)] = ""
    eyebrow: Annotated[str, key("A short line above the title.", max_length=80)] = ""
    start: Annotated[str, key("What there is before the first step.", max_length=100)] = ""
    steps: Annotated[
        tuple[str | Step, ...],
        key("The steps in their order, each text or keys of its own.", min_length=LEAST, max_length=MOST),
    ]
    result: Annotated[str, key("What all the steps lead to.", max_length=120)] = ""
    total: Annotated[str, key("How long all of it takes, in your words; nothing is added up.", max_length=30)] = ""
    total_note: Annotated[str, key("A few words beside the total.", max_length=60)] = ""
    labels: Annotated[Shown, key("The picture's own words, where those of its language do not suit.")] = Shown()


def check(spec: Steps) -> Iterator[Problem]:
    """What is wrong between the keys."""
    for at, step in enumerate(spec.steps):
        if isinstance(step, str) and is_blank(step):
            hint = "write it, or remove the step"
            yield Problem("expected text, found none", hint=hint, field=f"steps[{at}]")
        elif isinstance(step, str) and len(step.strip()) > 120:
            fact = f"expected at most 120 characters, found {len(step.strip())}"
            yield Problem(fact, hint="shorten it, or write a `title` and a `detail`", field=f"steps[{at}]")
    if spec.total and not spec.result:
        yield Problem("the total stands beside a result, found none", hint="add `result`", field="total")
    if spec.total_note and not spec.total:
        yield Problem("a note on the total needs one, found none", hint="add `total`", field="total_note")
    yield from _needless(spec)


def _needless(spec: Steps) -> Iterator[Problem]:
    """Labels of a start or a result that there is none of."""
    for name in ("start", "result"):
        if getattr(spec.labels, name) and not getattr(spec, name):
            fact = f"this label stands before the {name}, found none"
            yield Problem(fact, hint=f"add `{name}`, or remove it", field=f"labels.{name}")
