"""The conservation of meaning: every leaf of a content is shown, summarised, or left out with a reason.

leaves of the content                shown        a run of the picture, of any of its pages, has its field as role
`series[2].values[7]`      -->       summarised   the scene says so of it, of its list or of what holds that
                                     left out     the same, with a reason
                                     forgotten    none of these: a fault of ours, told as left out all the same
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pipeline.content import Leaf
from pipeline.notes import Note
from pipeline.prose import one_line, shortened
from pipeline.scene import Item, LeftOut, Scene, roles, runs
from pipeline.typography import markup

FORGOTTEN = "not shown"  # the reason of what no kind accounts for
ELLIPSIS = "…"
_OPENING = tuple('“„«‹「『"')
_TAIL = 8  # characters by which an author's own ellipsis is told from ours
_MOST_NAMED, _LONGEST = 8, 40  # texts in one line, and characters of one


def account(leaves: Mapping[str, Leaf], scenes: Sequence[Scene]) -> tuple[Scene, ...]:
    """The pages of a picture, with each leaf that none of them accounts for among what they leave out."""
    missing = leaves.keys() - {role for scene in scenes for role in roles(scene.items)}
    if missing:
        known = {field for scene in scenes for field in scene.summarised}
        known |= {field for scene in scenes for left_out in scene.left_out for field in left_out.fields}
        missing = {field for field in missing if not any(each in known for each in _holders(field))}
    if not missing:
        return tuple(scenes)
    forgotten = LeftOut(tuple(field for field in leaves if field in missing), FORGOTTEN)
    return tuple(scene._replace(left_out=(*scene.left_out, forgotten)) for scene in scenes)


def lacking(
    sorts: Iterable[tuple[str, Iterable[Leaf]]], items: Iterable[Item], summarised: Collection[str] = ()
) -> Iterator[LeftOut]:
    """What the items do not show of each sort of leaves, nor stand for, as what there is no room for."""
    shown = {*roles(items), *summarised}
    for what, leaves in sorts:
        if fields := tuple(leaf.field for leaf in leaves if leaf.text.strip() and leaf.field not in shown):
            yield LeftOut(fields, f"no room for {what}")


def notes(leaves: Mapping[str, Leaf], scene: Scene) -> Iterator[Note]:
    """What a page leaves out or shows otherwise than asked, and which of its texts end in an ellipsis of ours."""
    for each in scene.left_out:
        yield Note("left_out", f"left out: {told(leaves, each)}")
    for fact in scene.altered:
        yield Note("altered", fact)
    if cut := list(dict.fromkeys(_cut(leaves, scene))):
        yield Note("shortened", f"shortened: {_named(leaves, cut)}")


def told(leaves: Mapping[str, Leaf], left_out: LeftOut) -> str:
    """What is left out, by what it says, and why: `“Maple”, “Oak” and 3 more: no room for these labels`."""
    return ": ".join(filter(None, (_named(leaves, left_out.fields), left_out.reason)))


def _holders(field: str) -> Iterator[str]:
    """A field and all that hold it: `groups[1].items[0]`, `groups[1].items`, `groups[1]`, `groups`."""
    yield field
    for at in range(len(field) - 1, 0, -1):
        if field[at] in ".[":
            yield field[:at]


def _cut(leaves: Mapping[str, Leaf], scene: Scene) -> Iterator[str]:
    for run in runs(scene.items):
        leaf = leaves.get(run.role) if run.text.endswith(ELLIPSIS) else None
        if leaf and not one_line(markup.plain(leaf.text)).endswith(run.text.strip()[-_TAIL:]):
            yield run.role


def _named(leaves: Mapping[str, Leaf], fields: Sequence[str]) -> str:
    """What the fields say, or the first of them and how many more."""
    texts = Counter(leaves[field].text for field in _with_texts(leaves, fields))
    named = list(texts.items())[:_MOST_NAMED]
    rest = texts.total() - sum(times for _, times in named)
    said = [_quoted(shortened(one_line(markup.plain(text)), _LONGEST)) for text, _ in named]
    said = [f"{text} ({times} times)" if times > 1 else text for text, (_, times) in zip(said, named, strict=True)]
    return ", ".join(said) + (f" and {rest} more" if rest else "")


def _with_texts(leaves: Mapping[str, Leaf], fields: Sequence[str]) -> Iterable[str]:
    """The fields that are leaves, and the first leaf in each that stands for a part, `items[3].text` in `items[3]`."""
    if all(field in leaves for field in fields):
        return fields
    first = {field.rpartition(".")[0]: field for field in reversed(list(leaves))}
    found = (field if field in leaves else first.get(field) for field in fields)
    return dict.fromkeys(field for field in found if field)


def _quoted(text: str) -> str:
    """The text in quotation marks, unless it stands in some of its own."""
    return text if text[:1] in _OPENING else f"“{text}”"
