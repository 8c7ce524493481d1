"""What a picture of steps says to those who cannot see it: a sentence, and all of it. Icons only adorn."""

from __future__ import annotations

from pipeline.content import Leaf
from pipeline.kinds.steps.content import Content, Numbered
from pipeline.prose import fitted, joined, one_line, unended
from pipeline.typography import markup


def alt(content: Content) -> str:
    """One sentence: the title, how many steps, from what to what, and the total; long words of it are cut.

    Where the author says neither what they start from nor what they lead to, it names the steps.
    """
    said, language = content.words.said, content.words.language
    count = language.counted(said.count, len(content.steps))
    names = "" if content.start or content.result else language.enumerated(_plain(step.title) for step in content.steps)

    def write(title: str, start: str, result: str, steps: str) -> str:
        ends = (language.quoted(text) if text else "" for text in (start, result))
        what = _between(content, language.aside(count, steps), *ends)
        whole = said.named.format(guide=said.guide, what=what)
        if title:
            whole = said.titled.format(guide=said.guide, title=language.quoted(title), steps=what)
        return language.ended(language.aside(whole, content.total.text, content.total_note.text))

    return fitted(write, *map(unended, (_plain(content.title), _plain(content.start), _plain(content.result), names)))


def _between(content: Content, steps: str, start: str, result: str) -> str:
    """How many steps, from what and to what."""
    said = content.words.said
    if start and result:
        return said.both.format(steps=steps, start=start, result=result)
    if start:
        return said.from_start.format(steps=steps, start=start)
    return said.to_result.format(steps=steps, result=result) if result else steps


def description(content: Content) -> str:
    """Title, eyebrow, start, each step with its duration and detail, the result and the total."""
    said, language, shown = content.words.said, content.words.language, content.words.shown
    what = _plain(content.title) or language.counted(said.count, len(content.steps))
    told = [said.named.format(guide=said.guide, what=what), _plain(content.eyebrow)]
    told += [said.label.format(label=shown.start, text=_plain(content.start))] if content.start else []
    told += [_step(content, step) for step in content.steps]
    if content.result:
        result = language.aside(unended(_plain(content.result)), content.total.text, content.total_note.text)
        told.append(said.label.format(label=shown.result, text=result))
    return joined(language.ended(text) for text in told if text)


def _step(content: Content, step: Numbered) -> str:
    said, language = content.words.said, content.words.language
    title = _plain(step.title) if not (step.duration or step.detail) else unended(_plain(step.title))
    text = language.aside(said.step.format(number=step.number, title=title), step.duration.text)
    return said.detail.format(step=text, detail=_plain(step.detail)) if step.detail else text


def _plain(leaf: Leaf) -> str:
    return one_line(markup.plain(leaf.text))
