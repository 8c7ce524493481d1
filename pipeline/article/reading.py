"""A file or standard input -> an Article: what can be wrong with its bytes, and where its lines begin."""

from __future__ import annotations

import os
import re
import sys
from typing import NamedTuple
from unicodedata import normalize

from pipeline import files, project, source
from pipeline.article import front_matter, sections
from pipeline.article.model import Article
from pipeline.errors import ArticleError, Problem, SpecError, reason
from pipeline.reading import markdown

STANDARD_INPUT = "-"
MAX_BYTES = 8_000_000  # a book of a million words has about 6 MB
WOVEN = ".woven"  # stands before the suffix of an article with its figures, beside the one without them
BUILT = frozenset({"_site", "_build", "node_modules", "site-packages", "__pycache__"})  # folders that tools fill
_INDEXES = frozenset({"_index.md"})  # of Hugo, which lists a section below it
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# A spec begins with its kind, after comments and empty lines.
_SPEC = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*(?:#.*)?\r?\n)*kind:[ \t]*\w+[ \t\r]*(?:#.*)?(?:\n|\Z)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE_END_BYTES = re.compile(rb"\r\n|\r|\n")


def read(path: str) -> Article:
    """The article at `path`, or on standard input for `-`; an article without wishes is fine.

    Raises ArticleError for what is not there, is too large or is no text, with its line where it has one.
    """
    return parse(read_bytes(path), path)


def is_article(name: str) -> bool:
    """Whether a file of that name is an article."""
    return name.lower().endswith(project.ARTICLES)


def names_in(folder: str) -> list[str]:
    """The names in a folder, in their order; raises ArticleError for a folder that cannot be listed."""
    try:
        return sorted(os.listdir(folder))
    except OSError as error:
        hint = "give yourself the right to list the folder, or name the article itself"
        raise ArticleError(Problem(f"{folder}: cannot read: {reason(error)}", hint=hint)) from error


class Listing(NamedTuple):
    """The articles in a folder and the folders in it, and the files that are none."""

    articles: tuple[str, ...]
    others: tuple[str, ...]


def listed(folder: str) -> Listing:
    """What lies in a folder and those in it, by name; links to folders, hidden and built ones are not gone into.

    What was woven of an article that lies beside it is in neither list.
    """
    articles, others = list[str](), list[str]()
    names = names_in(folder)
    folders = [name for name in names if os.path.isdir(os.path.join(folder, name))]
    files_here = [name for name in names if (name not in folders and name[0] not in "._") or name in _INDEXES]
    stems = {os.path.splitext(name)[0] for name in files_here if is_article(name)}
    woven = {stem for stem in stems if stem.endswith(WOVEN) and stem.removesuffix(WOVEN) in stems}
    for name in files_here:
        if not is_article(name):
            others.append(os.path.join(folder, name))
        elif os.path.splitext(name)[0] not in woven:
            articles.append(os.path.join(folder, name))
    for name in folders:
        if name[0] != "." and name not in BUILT and not os.path.islink(os.path.join(folder, name)):
            below = listed(os.path.join(folder, name))
            articles += below.articles
            others += below.others
    return Listing(tuple(articles), tuple(others))


def parse(raw: bytes, path: str) -> Article:
    """The article that these bytes are; `path` is its name in problems. Raises ArticleError for what is no text."""
    text = normalize("NFC", decoded(raw, path))
    beginnings = line_beginnings(raw)
    head, front = front_matter.read(text, path)
    found = markdown.parse(without_lines(text, head)).blocks
    laid = sections.assemble(found, head, beginnings, is_plain=path.lower().endswith(project.PLAIN_TEXT))
    return Article(path, raw, text, _newline(text), head, front, *laid)


def read_bytes(path: str) -> bytes:
    """The bytes of the file at `path`, or of standard input; raises ArticleError where there are none, or too many."""
    if project.is_spec(os.path.basename(path) or "."):
        hint = f"`visuals snippet {path}` prints its figure, to paste into a page"
        raise ArticleError(Problem(f"{path}: expected an article, found a spec", hint=hint))
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            data = files.read(path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ArticleError(Problem(f"{path}: there is no such file", hint=_nearest(path))) from error
    except IsADirectoryError as error:
        raise ArticleError(
            Problem(f"{path}: expected an article, found a folder", hint="name a Markdown or text file")
        ) from error
    except files.TooLarge as error:
        raise ArticleError(_too_large(path)) from error
    except files.Refused as error:
        raise ArticleError(Problem(f"{path}: {error}", hint=error.hint)) from error
    except OSError as error:
        raise ArticleError(Problem(f"{path}: cannot read: {reason(error)}")) from error
    except ValueError as error:  # a NUL in the path
        raise ArticleError(Problem(f"{path!r}: this is no file name")) from error
    if len(data) > MAX_BYTES:
        raise ArticleError(_too_large(path))
    if path == STANDARD_INPUT and _SPEC.match(data):
        hint = "`visuals render -` makes its pictures"
        raise ArticleError(Problem("standard input: expected an article, found a spec", hint=hint))
    return data


def head_lines(raw: bytes, path: str) -> int:
    """How many lines the front matter takes, its fences included; raises ArticleError for bytes that are no text."""
    return markdown.front_matter(decoded(raw, path))[2]


def decoded(raw: bytes, path: str) -> str:
    """The text without a byte order mark; raises ArticleError with the line of what is no text."""
    try:
        text = source.decode(raw.removeprefix(BYTE_ORDER_MARK), path)
    except SpecError as error:
        raise ArticleError(*error.problems) from error
    if "\0" in text:
        line = len(_LINE_END.findall(text[: text.index("\0")])) + 1
        raise ArticleError(Problem(f"{path}:{line}: expected text, found a NUL byte", hint="the file is not text"))
    return text


def line_beginnings(raw: bytes) -> list[int]:
    """The byte at which each line begins, and, last, the end of the bytes."""
    first = len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0
    begin = [first, *(match.end() for match in _LINE_END_BYTES.finditer(raw))]
    return begin if begin[-1] == len(raw) and len(begin) > 1 else [*begin, len(raw)]


def without_lines(text: str, count: int) -> str:
    """The text below its first `count` lines."""
    if not count:
        return text
    ends = [match.end() for match in _LINE_END.finditer(text)][:count]
    return text[ends[-1] :] if len(ends) == count else ""


def _too_large(path: str) -> Problem:
    fact = f"{path}: expected at most {MAX_BYTES / 1e6:.0f} MB of text, found more"
    return Problem(fact, hint="an article holds words; keep pictures and data in files of their own")


def _newline(text: str) -> str:
    """The commonest line end; a line feed where there is none."""
    windows = text.count("\r\n")
    counts = {"\n": text.count("\n") - windows, "\r\n": windows, "\r": text.count("\r") - windows}
    return max(counts, key=lambda end: counts[end])


def _nearest(path: str) -> str:
    from pipeline.errors import nearest

    folder, name = os.path.split(path)
    try:
        match = nearest(name, sorted(os.listdir(folder or ".")))
    except OSError:
        return f"there is no folder {folder} either"
    return f"the nearest name is {os.path.join(folder, match)}" if match else ""
