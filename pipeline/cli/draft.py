"""`visuals draft`: the specs that an article's wishes ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.articles import Done, Idle, each_article, selected, specs_of
from pipeline.cli.printing import columns
from pipeline.errors import Problem
from pipeline.prose import counted

if TYPE_CHECKING:
    from pipeline.article import Article
    from pipeline.drafting import Draft


@click.command()
@click.argument("articles", nargs=-1, type=click.Path(allow_dash=True), metavar="[ARTICLE or FOLDER]...")
@options.specs("Folder for the specs.")
@click.option("--force", is_flag=True, help="Overwrite existing specs.")
@options.as_json
def draft(articles: tuple[str, ...], specs: str, force: bool, as_json: bool) -> None:
    """Draft a spec for every picture that an ARTICLE, or each of a folder, wishes for, in the article's own words.

    With no place named, the articles are those of the project, whose visuals.toml says where they lie.

    A wish is a line such as `Suggested Visual: a roadmap`, `[visual: ...]` or `<!-- visual: ... -->` in Markdown or
    plain text; `-` reads standard input. Its words tell the kind; each line shows how clearly: the kind's points and
    those of the next one. What the text does not say stands in the spec as `# TODO`. Specs that are there are kept.

    \b
    Examples:
      visuals draft article.md
      visuals draft
      visuals draft notes.txt --specs drafts
      visuals draft - < article.md
    """
    each_article(
        selected(articles),
        lambda each: _draft(each.path, specs_of(each.path, specs), force),
        "without a wish",
        as_json=as_json,
    )


def _draft(article: str, folder: str, force: bool) -> Done:
    """Draft the specs of one article."""
    from pipeline import weaving
    from pipeline.drafting import draft as drafted
    from pipeline.drafting import save

    read = weaving.read(article).as_filed()
    if not read.wishes and not read.strays:
        hint = "write a line such as `Suggested Visual: a checklist of what I learnt` where a picture belongs"
        raise Idle(Problem(f"{article}: there is no wish for a picture", hint=hint))
    drafts = drafted(read, folder)
    known = [each for each in drafts if each.text and not each.conflict]
    for each in known:
        if _is_written(each, force):
            save(each)
    problems = [*read.astray, *(_unknown(each, read) for each in drafts if not each.text)]
    problems += [each.conflict._replace(place=read.place(each.wish.line)) for each in drafts if each.conflict]
    return Done(
        {"article": article, "specs": [_keys(each, force) for each in known]},
        columns([_row(each, read, force) for each in known]) if known else [],
        sorted(problems, key=lambda problem: problem.place or ()),
        _summary(drafts, len(read.strays), force),
    )


def _is_written(each: Draft, force: bool) -> bool:
    return each.conflict is None and (each.state == "new" or (each.state == "changed" and force))


def _keys(each: Draft, force: bool) -> dict[str, object]:
    """A draft for other programs."""
    is_written, choice = _is_written(each, force), each.choice
    return {
        "spec": each.path,
        "kind": choice.first.kind,
        "points": {choice.first.kind: choice.first.points, choice.second.kind: choice.second.points},
        "written": is_written,
        "todos": each.todos if is_written else None,
        "line": each.wish.line,
    }


def _row(each: Draft, read: Article, force: bool) -> tuple[str, ...]:
    first, second = each.choice
    fate = f"{counted(each.todos, 'TODO')} in it" if _is_written(each, force) else "kept"
    return (
        each.path,
        first.kind,
        counted(first.points, "point")
        + (f", {second.kind} {second.points}" if second.points else ", no other kind any"),
        fate,
        f"{read.path}:{each.wish.line}",
    )


def _unknown(each: Draft, read: Article) -> Problem:
    """A wish whose words do not tell the kind, with the nearest kinds."""
    first, second = each.choice
    points = f"{first.kind} ({counted(first.points, 'point')})"
    if first.points == 0:
        nearest = "none of its words speaks for a kind"
    elif first.points == second.points:
        nearest = f"{points} and {second.kind} are as near"
    else:
        nearest = f"nearest kind {points}"
    words = f"“{each.wish.text}”" if each.wish.text else "without words"
    example = first.kind.replace("_", " ") if first.points else "quote card"
    hint = f"name the kind in the wish, as in `Visual: {example}: ...`; `visuals kinds` lists them"
    return Problem(f"unknown wish {words}: {nearest}", read.place(each.wish.line), hint)


def _summary(drafts: tuple[Draft, ...], strays: int, force: bool) -> str:
    written = sum(bool(each.text) and _is_written(each, force) for each in drafts)
    unknown = sum(not each.text for each in drafts) + strays
    refused = sum(each.conflict is not None for each in drafts)
    kept = len(drafts) + strays - written - unknown - refused
    words = [f"{counted(written, 'spec')} written"]
    words += [f"{kept} kept"] if kept else []
    words += [f"{refused} refused"] if refused else []
    words += [f"{counted(unknown, 'wish')} unknown"] if unknown else []
    return ", ".join(words)
