"""What an author may write of a photograph, in any kind that has one."""

from typing import Annotated, Literal, TypeAlias

from pipeline.schema.models import Part, key

Share: TypeAlias = Annotated[float, key("A share of the width or the height.", ge=0, le=1)]


class Photo(Part):
    """A photograph behind the words or beside them."""

    file: Annotated[
        str, key("A JPEG, PNG or WebP file, its path counted from the spec's folder.", min_length=1, is_file=True)
    ]
    place: Annotated[
        Literal["behind", "beside"], key("Behind the words, under a veil of the page's colour, or beside them.")
    ] = "behind"
    focus: Annotated[
        tuple[Share, Share],
        key("The point that must be seen: its shares of width and height, from the left top corner."),
    ] = (0.5, 0.25)
    look: Annotated[
        Literal["auto", "plain", "duotone"],
        key("Its own colours, or two of the theme's; auto is plain behind the words and duotone beside them."),
    ] = "auto"
    alt: Annotated[str, key("What it shows, for those who cannot see it.", max_length=300)] = ""
