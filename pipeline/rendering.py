"""The whole pipeline on one page: a spec's path -> a finished picture on disk.

    load     read, defaults, overrides, build        YAML text -> Visual
    render   lay out, paint, encode                  Visual, size, theme -> Rendered, one for each page
    save     write                                   Rendered -> file

The stages are imported where they are used: `visuals --help` needs none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline import project
from pipeline.errors import AssetError, OutputError, PipelineError, Place, Problem, SpecError, internal

if TYPE_CHECKING:
    from pipeline.content import Leaf
    from pipeline.formats import Sheet, Wish
    from pipeline.geometry import Size
    from pipeline.kinds.kind import Kind
    from pipeline.legibility import Fit
    from pipeline.notes import Note
    from pipeline.scene import Item, Scene
    from pipeline.schema import Spec
    from pipeline.sizes import PictureSize
    from pipeline.source import Node
    from pipeline.theme import Shelf, Theme
    from pipeline.typography import Typesetter

MAX_SCALE = 4
UNNAMED = "spec"  # what a spec without a file is called, in messages too
MOST_DESCRIPTION = 10_000  # characters, which in XMP are at most 50 KB: JPEG takes 64 KB (XMP Part 3, 1.1.3)
_NOT_XML = dict.fromkeys([*(code for code in range(32) if code not in (9, 10, 13)), 0xFFFE, 0xFFFF])  # XML 1.0, 2.2


class Visual(NamedTuple):
    """A spec that was read and found right, ready to be rendered in any size and theme.

    `shelf` has the themes that it may name, `digests` the path and SHA-256 of each data file that it was read with.
    `content` is what it says, `foot` the lines below that; `leaves` are the texts of both by their fields, `alt` and
    `description` say it in words.
    """

    path: str
    name: str
    node: Node
    kind: Kind
    spec: Spec
    shelf: Shelf
    digests: tuple[tuple[str, str], ...] = ()
    content: Any = None
    foot: tuple[Leaf, ...] = ()
    leaves: Mapping[str, Leaf] = {}  # a proxy cannot be sent to another process
    alt: str = ""
    description: str = ""
    notes: tuple[Note, ...] = ()


class Rendered(NamedTuple):
    """A finished picture: its file's bytes, their size in pixels, and the layout they show.

    `alt` is what it says in a sentence, `description` all that it says. `encoding` says how the pixels were encoded:
    `fast`, `small`, `lossless`, `quality 84`. `notes` are what an author should know of it, though nothing is wrong.
    """

    data: bytes
    width: int
    height: int
    size: PictureSize
    theme: str
    title: str
    alt: str
    scene: Scene
    page: int = 1
    pages: int = 1
    format_name: str = "png"
    encoding: str = ""
    description: str = ""
    notes: tuple[Note, ...] = ()

    def __repr__(self) -> str:
        pixels, weight = f"{self.width} x {self.height}", f"{len(self.data)} bytes"
        return f"<{self.format_name} {self.size.name} {self.theme}, {pixels}, {weight}: {self.title[:60]!a}>"

    def _repr_png_(self) -> bytes | None:
        """What a notebook shows."""
        return self.data if self.format_name == "png" else None

    def _repr_jpeg_(self) -> bytes | None:
        return self.data if self.format_name == "jpeg" else None


class Job(NamedTuple):
    """One picture to make, in one page or several: what of, how, and the file it goes to.

    `is_named` where a user wrote the path of that file: it may then lead anywhere.
    """

    visual: Visual
    size: str
    theme: str
    scale: int
    output_path: str
    format_name: str = "png"
    is_named: bool = False


class Written(NamedTuple):
    """A picture's file as it was written: its path, pixels, bytes, their SHA-256, and what it says of itself.

    `digests` has the path and SHA-256 of each picture file that it shows, `fit` tells how its texts came out. Not
    `is_changed` where the very same file was there before.
    """

    path: str
    page: int
    pages: int
    width: int
    height: int
    size_bytes: int
    sha256: str
    title: str
    alt: str
    digests: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    fit: Fit | None = None
    description: str = ""
    notes: tuple[Note, ...] = ()
    is_changed: bool = True


class Outcome(NamedTuple):
    """What became of a job: the files of its pages, or the error that kept it from being made; and how long it took."""

    job: Job
    pages: tuple[Written, ...] = ()
    error: PipelineError | None = None
    seconds: float = 0


def load(
    spec: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    overrides: Iterable[str] | Mapping[str, Any] = (),
    *,
    text: str | None = None,
) -> Visual:
    """Read a spec: at a path, from a picture that carries it, as a mapping of plain values, or as YAML in `text`.

    Each of `overrides` replaces what it says, as a `key=value` or as a mapping of keys to plain values. The keys of
    `_defaults.yaml` in the folder of its file stand in for those it leaves out; a spec without a file counts those that
    it names from the current folder. Raises SpecError or ThemeError with every mistake in the spec, each with its line
    and column, and TypeError unless there is one spec.
    """
    from pipeline import embedding, settings, source

    if (spec is None) is (text is None):
        raise TypeError("load() takes a path, a mapping, or text=...")
    if text is not None:
        return understood(source.override(source.parse(text, UNNAMED), overrides), UNNAMED)
    if isinstance(spec, Mapping):
        return understood(source.override(source.of_values(spec, UNNAMED), overrides), UNNAMED)
    path = os.fspath(spec)  # type: ignore[arg-type]  # it is not None
    with project.held_still():
        if embedding.is_picture(path):
            node, path = _embedded(path, overrides)
        else:
            node = source.override(settings.completed(source.read_spec(path), project.folder(path)), overrides)
        return understood(node, path)


def understood(node: Node, path: str) -> Visual:
    """The visual that a spec's keys describe, with files counted from `path`; raises what `load` does."""
    from pipeline import beside, kinds, schema
    from pipeline import theme as themes
    from pipeline.content import leaves
    from pipeline.prose import punctuated

    read = beside.Reader(path)
    named, own = themes.taken(node)
    shelf = themes.Shelf(project.themes(path), own)
    kind, spec, content = kinds.build(named, read, shelf)
    if problems := tuple(schema.missing_days(named)):
        raise SpecError(*problems)
    every = list(leaves(content))
    shown = {leaf.field: leaf for leaf in every}
    foot = tuple(_foot(spec, shown))
    return Visual(
        path,
        os.path.splitext(os.path.basename(path))[0],
        node,
        kind,
        spec,
        shelf,
        tuple(read.digests.items()),
        content,
        foot,
        shown | {leaf.field: leaf for leaf in foot},
        punctuated(spec.alt, spec.lang) or kind.alt(content),
        _described(kind.description(content), foot, spec.lang),
        tuple(_located(each, node, path) for each in (*node.notes, *read.notes, *content.notes, *_unparted(every))),
    )


def _foot(spec: Spec, shown: Mapping[str, Leaf]) -> Iterator[Leaf]:
    """The lines at the foot of the picture; a source that the kind itself shows is none."""
    from pipeline.content import Leaf
    from pipeline.prose import one_line, punctuated

    for field in ("source", "footer"):
        text = one_line(punctuated(getattr(spec, field), spec.lang))
        if text and field not in shown:
            yield Leaf(text, field)


def _described(description: str, foot: tuple[Leaf, ...], lang: str) -> str:
    """A description, and after it the lines at the foot of the picture."""
    if not foot:
        return description
    from pipeline.prose import joined
    from pipeline.words import ENGLISH, find

    return joined([description, *((find(lang) or ENGLISH).ended(leaf.text) for leaf in foot)])


def _unparted(leaves: Iterable[Leaf]) -> Iterator[Note]:
    """That words of a script without blanks are not parted, of the first such text."""
    from pipeline.notes import Note
    from pipeline.typography import MOST_CLUSTERS, clusters

    found = next((leaf for leaf in leaves if len(clusters(leaf.text)) > MOST_CLUSTERS), None)
    if found:
        fact = "lines may end within words of a script that has no blanks between them"
        yield Note("breaks", f"{fact}; write U+200B between words", found.place, found.field)


def _located(note: Note, node: Node, spec_path: str) -> Note:
    """The note with its place: that of its field, or one in a file whose name is counted from the spec's folder."""
    if note.place:
        path = os.path.join(os.path.dirname(spec_path), note.place.path)
        return note if note.place.path == spec_path else note._replace(place=note.place._replace(path=path))
    return note._replace(place=node.at(note.field)) if note.field else note


def _embedded(path: str, overrides: Iterable[str] | Mapping[str, Any]) -> tuple[Node, str]:
    """The spec that the picture at `path` carries, and the path from which the files that it names are counted."""
    from pipeline import embedding, source

    found = embedding.read(path)
    node = source.override(source.parse(found.text, path), overrides)
    missing = [key for key in found.without if node.child(key) is None]
    if missing:
        fact = f"{path}: the picture does not carry the private key `{missing[0]}` of its spec"
        raise SpecError(Problem(fact, hint="render the spec itself, or let it say `embed: all`"))
    return node, embedding.home(path)


def render(
    visual: Visual, size: str | None = None, theme: str | None = None, scale: int = 1, format_name: str | None = None
) -> Rendered:
    """Make one picture in `size`, `theme` and format, by default the first of each that the spec lists.

    `scale` is 1 to 4 device px for each layout px: the same layout, finer. Of a spec that makes several pages this is
    the first, and its `pages` says how many there are; `render_pages` makes all. Raises FitError when the text is too
    long or the file too heavy, AssetError when a glyph or a picture is missing, SpecError or ThemeError for a size,
    theme or format there is none of.
    """
    with project.held_still():
        return next(render_pages(visual, size, theme, scale, format_name))


def render_pages(
    visual: Visual, size: str | None = None, theme: str | None = None, scale: int = 1, format_name: str | None = None
) -> Iterator[Rendered]:
    """Make every page of a picture, one after the other; raises what `render` does.

    Of a format whose files have pages themselves, such as PDF, there is one file with all of them.
    """
    from pipeline import formats, sizes

    page_size = sizes.parse(size or visual.spec.sizes[0])
    theme = theme or visual.spec.themes[0]
    format_name = formats.find(format_name or visual.spec.formats[0])
    scenes = _lay_out(visual, page_size, theme, scale)
    dark = _dark(visual, page_size, theme, scale, format_name)
    return _finished(visual, page_size, theme, scale, format_name, scenes, dark)


def _finished(
    visual: Visual,
    page_size: PictureSize,
    theme: str,
    scale: int,
    format_name: str,
    scenes: tuple[Scene, ...],
    dark: tuple[Scene, ...],
) -> Iterator[Rendered]:
    """Paint and encode the pages, one after the other; `dark` has them as dark pages show them."""
    from pipeline import formats
    from pipeline.scene import device_size

    carried = _carried(visual, page_size, theme)
    wish = _wish(visual.spec, page_size, scale)
    if formats.has_pages(format_name):
        yield _bound(visual, page_size, theme, scale, format_name, scenes)
        return
    for number, (scene, night) in enumerate(zip_longest(scenes, dark[: len(scenes)]), 1):
        with locating_errors(visual, theme):
            label = formats.Label(scene.title, scene.alt, _software(), carried, scene.description, visual.spec.lang)
            encoded = formats.made(format_name, scene, label, scale, wish, night)
        width, height = device_size(scene, scale)
        said = (page_size, theme, scene.title, scene.alt, scene, number, len(scenes), format_name, encoded.how)
        notes = notes_of(visual, scene, encoded.notes)
        yield Rendered(encoded.data, width, height, *said, scene.description, notes)


def _bound(
    visual: Visual, page_size: PictureSize, theme: str, scale: int, format_name: str, scenes: tuple[Scene, ...]
) -> Rendered:
    """All pages in one file, which says what they are together; each may weigh what a picture may."""
    from pipeline import formats
    from pipeline.scene import device_size

    first, wish = scenes[0], _wish(visual.spec, page_size, scale)
    alt, description = (first.alt, first.description) if len(scenes) == 1 else (visual.alt, _whole(visual))
    sheets = pages_of(visual, page_size, theme, scale, scenes)
    label = sheets[0].label._replace(alt=alt, description=description, extra=())
    with locating_errors(visual, theme):
        light = wish._replace(budget_bytes=(wish.budget_bytes or 0) * len(scenes))
        encoded = formats.bound(format_name, sheets, label, light)
    notes = tuple(dict.fromkeys(note for scene in scenes for note in notes_of(visual, scene, encoded.notes)))
    width, height = device_size(first, scale)
    said = (page_size, theme, first.title, alt, first, 1, 1, format_name, encoded.how, description, notes)
    return Rendered(encoded.data, width, height, *said)


def pages_of(
    visual: Visual, page_size: PictureSize, theme: str, scale: float, scenes: tuple[Scene, ...]
) -> list[Sheet]:
    """The pages of a picture for a file that has pages, each with its spec; its title leads to the first."""
    from pipeline.formats import Label, Sheet

    carried = _carried(visual, page_size, theme)
    return [
        Sheet(
            scene,
            Label(scene.title, scene.alt, _software(), carried, scene.description, visual.spec.lang),
            scale,
            (scene.title or visual.name) if order == 0 else "",
            tuple(visual.leaves),
        )
        for order, scene in enumerate(scenes)
    ]


def _whole(visual: Visual) -> str:
    """What all pages of a picture say, as far as every format can carry it."""
    from pipeline.prose import shortened

    return shortened(_as_xml_may(visual.description), MOST_DESCRIPTION)


def _dark(visual: Visual, page_size: PictureSize, theme: str, scale: int, format_name: str) -> tuple[Scene, ...]:
    """The pages as dark pages show them, where the spec wants both in one file."""
    dark = visual.spec.svg_dark
    return _lay_out(visual, page_size, dark, scale) if format_name == "svg" and dark not in ("", theme) else ()


def notes_of(visual: Visual, scene: Scene, of_file: tuple[Note, ...] = ()) -> tuple[Note, ...]:
    """What is to be said of a page and its file and does not go without saying, as its spec has it."""
    from pipeline import accounting, typography
    from pipeline.notes import Note

    faces = typography.library(project.fonts(visual.path))
    refused = (Note("faces", f"{each.message}; {each.hint}", each.place) for each in faces.refused)
    found = (*visual.notes, *refused, *accounting.notes(visual.leaves, scene), *of_file)
    return tuple(note for note in found if note.about not in visual.spec.accept)


def _carried(visual: Visual, page_size: PictureSize, theme: str) -> tuple[tuple[str, str], ...]:
    """What a picture says of its spec."""
    from pipeline import embedding

    own = visual.shelf.own.get(theme)
    look = own.plain() if own else theme
    return embedding.texts(visual.spec, visual.kind.spec, visual.kind.private, page_size.name, look)


def budget_bytes(spec: Spec, page_size: PictureSize, scale: int = 1) -> int:
    """The most bytes that a picture may have: what the spec says, else its size's budget, which grows with scale."""
    from pipeline import sizes

    return sizes.budget(spec.budget) if spec.budget else page_size.budget_bytes * scale**2


def _wish(spec: Spec, page_size: PictureSize, scale: int) -> Wish:
    from pipeline.formats import Wish

    is_small, is_outlined = spec.optimize == "small", spec.svg_text == "outlines"
    return Wish(budget_bytes(spec, page_size, scale), page_size.name, is_small, spec.quality, is_outlined)


def lay_out(
    visual: Visual, size: str | None = None, theme: str | None = None, fonts: str | None = None
) -> tuple[Scene, ...]:
    """The pages of a picture before they are painted: what they say and where; raises what `render` does.

    `fonts` is a folder of faces in the place of the project's own.
    """
    from pipeline import sizes

    page_size = sizes.parse(size or visual.spec.sizes[0])
    return _lay_out(visual, page_size, theme or visual.spec.themes[0], 1, fonts)


def page_path(path: str, page: int, pages: int) -> str:
    """The file of one page of a picture: `checklist.og.png`, or `checklist.og.2.png` where there are several."""
    if pages == 1:
        return path
    stem, suffix = os.path.splitext(path)
    stem, at, density = stem.partition("@")
    return f"{stem}.{page}{at}{density}{suffix}"


def save(rendered: Rendered, path: str | os.PathLike[str]) -> None:
    """Write a picture so that readers see the old file or the new one, never half.

    Raises OutputError when the disk refuses, or when the path's suffix is that of another format.
    """
    _save(rendered, os.fspath(path), is_named=True)


def _save(rendered: Rendered, path: str, is_named: bool) -> None:
    from pipeline import files, formats

    named = formats.of_suffix(path)
    if named not in (None, rendered.format_name):
        hint = f'render it with format_name="{named}"'
        raise OutputError(Problem(f"{path}: the picture is {rendered.format_name}, not {named}", hint=hint))
    files.write_atomically(path, rendered.data, is_named)


def make(job: Job, noted: bool = True) -> Outcome:
    """Render a job's picture and save it; what goes wrong is in the outcome, not raised, be it our own fault.

    Pictures that no manifest will know need neither digests nor fit: `noted` false leaves them out, which is quicker.
    """
    from time import perf_counter

    start = perf_counter()
    try:
        with project.held_still():
            pages = tuple(_written(job, noted))
    except PipelineError as error:
        return Outcome(job, error=error, seconds=perf_counter() - start)
    except Exception as error:
        about = f"{job.visual.path} ({job.size}, {job.theme})"
        return Outcome(job, error=internal(error, about), seconds=perf_counter() - start)
    return Outcome(job, pages, seconds=perf_counter() - start)


def _written(job: Job, noted: bool) -> Iterator[Written]:
    """Make the pages of a job, each written before the next one is painted."""
    from pipeline import files, sizes

    page_size = sizes.parse(job.size)
    scenes = _lay_out(job.visual, page_size, job.theme, job.scale)
    # Told before they are painted: a picture file that changes meanwhile then differs from what is noted of it.
    dark = _dark(job.visual, page_size, job.theme, job.scale, job.format_name)
    digests = _digests_of(job, scenes, dark) if noted else [()] * len(scenes)
    made = _finished(job.visual, page_size, job.theme, job.scale, job.format_name, scenes, dark)
    for rendered, shown in zip(made, digests, strict=False):  # of a file with pages there is one
        path = page_path(job.output_path, rendered.page, rendered.pages)
        sha256 = files.digest_of(rendered.data) if noted else ""
        is_changed = not noted or files.digest(path, project.folder(path)) != sha256
        if is_changed:
            _save(rendered, path, job.is_named)
        numbers = (rendered.page, rendered.pages, rendered.width, rendered.height, len(rendered.data))
        in_file = (rendered.scene,) if rendered.pages == len(scenes) else scenes
        fit = _fit_of(job, in_file, page_size) if noted else None
        about = (shown, rendered.encoding, fit, rendered.description, rendered.notes)
        yield Written(path, *numbers, sha256, rendered.title, rendered.alt, *about, is_changed=is_changed)


def _digests_of(job: Job, scenes: tuple[Scene, ...], dark: tuple[Scene, ...]) -> list[tuple[tuple[str, str], ...]]:
    """The picture files that each file of a job shows."""
    from pipeline import formats

    of_dark = sum((each.items for each in dark), ())
    if formats.has_pages(job.format_name):
        return [_digests(sum((scene.items for scene in scenes), ()))]
    return [_digests(scene.items + of_dark) for scene in scenes]


def _fit_of(job: Job, scenes: Sequence[Scene], page_size: PictureSize) -> Fit:
    """How the texts of a file came out that has these pages."""
    from pipeline import legibility

    return legibility.together([_fit(job, scene, page_size) for scene in scenes])


def _fit(job: Job, scene: Scene, page_size: PictureSize) -> Fit:
    """How the texts of a page came out."""
    from pipeline import accounting, legibility

    leaves = job.visual.leaves
    left_out = [accounting.told(leaves, each) for each in scene.left_out]
    budget = budget_bytes(job.visual.spec, page_size, job.scale)
    written = "\n".join(leaf.text for leaf in leaves.values())  # as it is shown: of the author's "..." one sign is made
    return legibility.measure(scene, page_size.safe, budget, written, left_out)


def _lay_out(
    visual: Visual, page_size: PictureSize, theme: str, scale: int, fonts: str | None = None
) -> tuple[Scene, ...]:
    """The pages of a picture, with the path of each picture file in them counted from the spec's folder."""
    from pipeline import typography

    _check_scale(page_size, scale)
    spec, kind = visual.spec, visual.kind
    look = visual.shelf.load(theme)
    faces = typography.library(fonts or project.fonts(visual.path))
    typesetter = typography.Typesetter(faces, lang=spec.lang, direction="rtl" if visual.content.is_mirrored else "ltr")

    def lay_out(size: Size) -> tuple[Scene, ...]:
        pages = kind.pages or (lambda *given: (kind.lay_out(*given),))
        scenes = pages(visual.content, size, look, typesetter)
        return tuple(scene._replace(items=_pictures_beside(visual.path, scene.items)) for scene in scenes)

    def with_foot(size: Size) -> tuple[Scene, ...]:
        if not visual.foot:
            return lay_out(size)
        from pipeline.layout import foot

        return foot.footed(lay_out, size, visual.foot, look, typesetter)

    def signed(size: Size) -> tuple[Scene, ...]:
        if not (look.mark or look.handle or look.grid):
            return with_foot(size)
        from pipeline.layout import brand

        return brand.signed(with_foot, size, look, typesetter)

    with locating_errors(visual, theme):
        try:
            return _with_words(visual, signed(page_size.size))
        except AssetError as error:
            if all(problem.field for problem in error.problems):
                raise
            _find_letters(visual, look, typesetter)  # a text was measured before it was known whose it is
            raise


def _find_letters(visual: Visual, look: Theme, typesetter: Typesetter) -> None:
    """Raise AssetError that names the first field with a character that no face has."""
    from pipeline.typography import Span, TextStyle, markup

    style = TextStyle(look.faces.text, 20, look.colors.ink)
    for leaf in visual.leaves.values():
        typesetter.set([Span(markup.plain(leaf.text), style)], role=leaf.field)


def _with_words(visual: Visual, scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    """The pages with what is said of them, each leaf of the content accounted for.

    A description has what every format can carry.
    """
    from pipeline import accounting
    from pipeline.prose import shortened

    return tuple(
        scene._replace(
            title=visual.content.name,
            alt=visual.alt if visual.spec.alt else scene.alt or visual.alt,  # one of several pages says which it is
            description=shortened(_as_xml_may(scene.description or visual.description), MOST_DESCRIPTION),
        )
        for scene in accounting.account(visual.leaves, scenes)
    )


def _as_xml_may(text: str) -> str:
    """The text without the characters that XML may not hold; nearly every text has none."""
    return text if text.isprintable() else text.translate(_NOT_XML)


@contextmanager
def locating_errors(visual: Visual, theme: str) -> Iterator[None]:
    """Give each error from inside the block that names only a field that field's place, in the spec or in the theme."""

    def place(field: str) -> Place:
        of_theme = field.removeprefix("theme.")
        if of_theme != field:
            return visual.shelf.place(theme, of_theme)
        leaf = visual.leaves.get(field)
        return (leaf.place if leaf else None) or visual.node.at(field)

    try:
        yield
    except PipelineError as error:
        raise error.located(place) from error.__cause__


def _check_scale(page: PictureSize, scale: int) -> None:
    from pipeline.sizes import MOST_PIXELS

    if not 1 <= scale <= MAX_SCALE:
        raise SpecError(Problem(f"scale: expected 1 to {MAX_SCALE}, found {scale}"))
    if page.width * page.height * scale**2 > MOST_PIXELS:
        fact = f"{page.width} x {page.height} px at scale {scale} is more than {MOST_PIXELS // 10**6} million pixels"
        raise SpecError(Problem(fact, hint="choose a smaller size or scale"))


def _pictures_beside(spec_path: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items, with the path of each picture counted from the spec's folder: layout knows no folder.

    Raises SpecError for a path that leaves the project.
    """
    if not _shown(items):
        return items
    from pipeline.beside import locate
    from pipeline.scene import Group, Picture

    def found(item: Item) -> Item:
        if isinstance(item, Picture):
            return item._replace(path=locate(spec_path, item.path, item.role))
        return item._replace(items=tuple(map(found, item.items))) if isinstance(item, Group) else item

    return tuple(map(found, items))


def pictures_shown(scene: Scene) -> tuple[tuple[str, str], ...]:
    """The path and SHA-256 of each picture file that a page shows."""
    return _digests(scene.items)


def _digests(items: Iterable[Item]) -> tuple[tuple[str, str], ...]:
    """The path and SHA-256 of each picture file among the items."""
    from pipeline import files

    return tuple((path, files.digest(path) or "") for path in sorted(_shown(items)))


def _shown(items: Iterable[Item]) -> set[str]:
    """The paths of the picture files among the items."""
    from pipeline.scene import Group, Picture

    paths: set[str] = set()
    for item in items:
        if isinstance(item, Picture):
            paths.add(item.path)
        elif isinstance(item, Group):
            paths |= _shown(item.items)
    return paths


def _software() -> str:
    from pipeline import __version__

    return f"article-visuals {__version__}"
