"""What models are made of: `Part`, `Spec` with the keys that all kinds share, and `key` for meaning and limits."""

from typing import Annotated, Any, Literal, dataclass_transform

import msgspec

from pipeline.notes import About

LANGUAGE_TAG = r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"  # the shape of language tags, RFC 5646, 2.1


def key(
    description: str,
    *,
    min_length: int | None = None,
    max_length: int | None = None,
    ge: float | None = None,
    le: float | None = None,
    pattern: str | None = None,
    reads: str = "",
    unique: bool = False,
    is_tag: bool = False,
    is_file: bool = False,
    suffixes: tuple[str, ...] = (),
) -> msgspec.Meta:
    """What a key means, in a sentence for its author, and the limits of its value.

    Lengths count characters (white space around a text not) or entries. `reads` says in words what `pattern` asks
    for. `unique` refuses a list with equal entries; `is_tag` takes a text for a language tag; what may name
    a file, `is_file`, is never open to requests, and the name ends in one of the `suffixes` if there are some. Where
    nothing is allowed too, limits belong to the value: `Annotated[int, key("...", ge=0)] | None`.
    """
    if suffixes:
        pattern, reads = _ending_in(suffixes), f"a file that ends in {', '.join(suffixes)}"
    extra = {"reads": reads, "unique": unique, "is_tag": is_tag, "is_file": is_file, "suffixes": suffixes}
    limits: dict[str, Any] = {"ge": ge, "le": le, "pattern": pattern}
    limits |= {"extra_json_schema": {"uniqueItems": True}} if unique else {}
    return msgspec.Meta(description=description, extra=extra, min_length=min_length, max_length=max_length, **limits)


def _ending_in(suffixes: tuple[str, ...]) -> str:
    """A pattern of nothing, and of names with one of these ends, in capitals too; editors know no flags."""
    ends = ("".join(f"[{each}{each.upper()}]" for each in suffix.removeprefix(".")) for suffix in suffixes)
    return rf"^$|\.({'|'.join(ends)})$"


class _Model(msgspec.StructMeta):
    """Makes each model keyword-only: msgspec does not hand that option down, and kinds add keys without a default."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> "_Model":
        return super().__new__(cls, name, bases, namespace, **{"kw_only": True, **options})


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Part(msgspec.Struct, metaclass=_Model, frozen=True, forbid_unknown_fields=True):
    """A mapping inside a spec.

    A model whose keys depend on one another says so in `__post_init__`, with a SpecError that names the field.
    """


class Spec(Part):
    """The keys that every kind understands."""

    kind: Annotated[str, key("The kind of picture; `visuals kinds` lists them.", min_length=1)]
    title: Annotated[str, key("The title in the picture's metadata.", max_length=200)] = ""
    alt: Annotated[str, key("The alt text, in place of the one that is written from the spec.", max_length=2000)] = ""
    sizes: Annotated[
        tuple[str, ...],
        key("The sizes to make: names from `visuals sizes`, or WIDTHxHEIGHT.", min_length=1, unique=True),
    ] = ("og",)
    themes: Annotated[
        tuple[str, ...],
        key("The themes to make it in: names from `visuals themes`.", min_length=1, unique=True),
    ] = ("paper",)
    formats: Annotated[
        tuple[Literal["avif", "jpeg", "pdf", "png", "svg", "webp"], ...],
        key("The formats to make: a file of each.", min_length=1, unique=True),
    ] = ("png",)
    budget: Annotated[
        str,
        key(
            "The most that a file may weigh, in place of its size's budget.",
            pattern=r"^(?=.*[1-9])[0-9]{1,5}(\.[0-9]{1,3})? ?[KM]B$",
            reads="a weight such as 300 KB or 1.5 MB",
        ),
    ] = ""
    optimize: Annotated[
        Literal["fast", "small"],
        key("For PNG: small takes seconds to save bytes; fast does so only where the budget asks for it."),
    ] = "fast"
    quality: (
        Annotated[
            int,
            key("The quality of JPEG, WebP and AVIF; without it, it is as good as the budget allows.", ge=1, le=100),
        ]
        | None
    ) = None
    svg_text: Annotated[
        Literal["text", "outlines"],
        key("For SVG: text that can be selected and found, in embedded faces, or the outlines of its letters."),
    ] = "text"
    svg_dark: Annotated[
        str, key("For SVG: the theme that dark pages show, in the same file; a name from `visuals themes`.")
    ] = ""
    accept: Annotated[
        tuple[About, ...],
        key(
            "The notes on this picture that are known and no warnings of `visuals check`, by what they are about.",
            unique=True,
        ),
    ] = ()
    embed: Annotated[
        Literal["spec", "all", "none"],
        key("What a PNG, SVG or PDF carries of its spec: spec leaves private keys out, all keeps them, none nothing."),
    ] = "spec"
    open: Annotated[
        tuple[str, ...],
        key("The keys that a request to `visuals serve` may set, such as text or items[0].text.", unique=True),
    ] = ()
    lang: Annotated[
        str,
        key(
            "The language of the texts.",
            pattern=LANGUAGE_TAG,
            reads="a language tag such as en, pt-BR or zh-Hant",
            is_tag=True,
        ),
    ] = "en"
    source: Annotated[str, key("Where it is from: a line at the foot of the picture.", max_length=200)] = ""
    footer: Annotated[str, key("A line at the foot, such as a licence or an address.", max_length=200)] = ""
    direction: Annotated[
        Literal["auto", "ltr", "rtl"],
        key("The direction the layout runs in; auto takes it from `lang`, without that from the texts."),
    ] = "auto"
