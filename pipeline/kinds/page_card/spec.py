"""What an author may write with `kind: page_card`."""

from typing import Annotated

from pipeline.schema import Spec, key


class PageCard(Spec):
    """What an author may write with `kind: page_card`."""

    title: Annotated[str, key("The title of the page; *a few words* may be emphasised.", min_length=1, max_length=300)]
    description: Annotated[str, key("What the page is about, in a sentence or two.", max_length=400)] = ""
    site: Annotated[str, key("The name of the site, above the title.", max_length=80)] = ""
    section: Annotated[str, key("The part of the site, beside its name.", max_length=80)] = ""
    author: Annotated[str, key("Who wrote it, below the line.", max_length=120)] = ""
    date: Annotated[str, key("Its day as it is to be read: 3 May 2026.", max_length=40)] = ""
