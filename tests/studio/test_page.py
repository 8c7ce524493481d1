"""The page in a browser: what an author sees within a moment of saving, and what a click, a word and a key do."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from PIL import Image

from pipeline.files import digest_of
from tests import faces
from tests.conftest import QUOTE, write_spec
from tests.studio import browsing
from tests.studio.running import studio

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHECKS = (Path(__file__).parent / "page_checks.js").read_text(encoding="utf-8")
WORD, CHART, LIST = "specs/word.yaml", "specs/chart.yaml", "specs/list.yaml"
PATIENCE_MS = 20_000  # for whatever the page does: the machine may be busy
CHART_TEXT = "kind: chart\nchart: bar\ntitle: Replies\ndata: rows.csv\n"
LIST_TEXT = """\
kind: feedback_checklist
title: Lessons
groups:
  - title: Talks
    items:
      - {text: Ask first, state: done}
      - Say less
sizes: [og, story]
"""
ARTICLE = "# A garden\n\nSuggested Visual: a quote card\n\n> “Every *word* counts.”\n> — Ada Example\n"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all of these tests; without playwright or Chromium they are skipped."""
    if lacking := browsing.missing():
        pytest.skip(lacking)
    with browsing.chromium() as started:
        yield started


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with three specs, a table and an article."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "pyproject.toml").touch()
    write_spec(folder, "word", QUOTE + "themes: [paper, ink]\n")
    write_spec(folder, "chart", CHART_TEXT)
    write_spec(folder, "list", LIST_TEXT)
    (folder / "specs" / "rows.csv").write_text("source,replies\nReferral,12\nBoard,3\n")
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "fonts").mkdir()
    faces.squares(folder / "fonts" / "squares.ttf", "Squares", "Replis")
    return folder


@pytest.fixture(scope="module")
def address(home: Path, browser: Browser) -> Iterator[str]:
    """The address of its studio."""
    with studio(home) as found:
        yield found


@contextmanager
def tab(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A tab on the page; whatever it logs, or asks of another machine, is a mistake."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, **options)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    logged: list[str] = []
    page.on("console", lambda each: logged.append(each.text))
    page.on("pageerror", lambda each: logged.append(str(each)))
    page.on("request", lambda each: None if each.url.startswith(address) else logged.append(each.url))
    page.add_init_script(
        "addEventListener('opening', (event) => { event.preventDefault(); window.opened = event.detail; }, true);"
    )
    page.goto(f"{address}/{options.get('way', '')}")
    yield page
    context.close()
    assert [each for each in logged if "409" not in each and "422" not in each] == []


def wait(page: Page, expression: str, given: Any = None) -> None:
    """Wait until an expression is true, or a function of what is given; the page's policy lets nothing else look."""
    end = time.monotonic() + PATIENCE_MS / 1000
    while not page.evaluate(expression, given):
        assert time.monotonic() < end, expression
        time.sleep(0.02)


SETTLED = """(digest) => {
    const article = document.querySelector("article"), large = article?.querySelector(".is-large");
    return article?.dataset.digest === digest && large?.dataset.key && large.dataset.key === large.dataset.wanted;
}"""


def look_at(page: Page, home: Path, path: str) -> None:
    """Put a spec on the table, and wait for the picture of its file as it is."""
    page.evaluate("(path) => { location.hash = `#/spec/${encodeURIComponent(path)}`; }", path)
    wait(page, SETTLED, digest_of((home / path).read_bytes()))


def key(page: Page) -> str:
    found = page.get_attribute("article .is-large", "data-key")
    assert found
    return found


def bytes_of(page: Page, way: str | None) -> bytes:
    return page.request.get(page.url.partition("/#")[0] + (way or "")).body()


def another_key(page: Page, before: str) -> None:
    """Wait until the large picture is another one."""
    wait(page, "(before) => document.querySelector('.is-large').dataset.key !== before", before)


@pytest.fixture(scope="module")
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """One tab, in which what is logged is looked at when all is done."""
    with tab(browser, address) as found:
        yield found


@pytest.fixture
def page(opened: Page) -> Page:
    """That tab, on the wall."""
    opened.evaluate("window.opened = null; location.hash = '#'")
    opened.wait_for_selector("main.wall .spec")
    return opened


def test_all_pictures_are_on_the_page_with_their_alt_texts(page: Page) -> None:
    wait(page, "document.querySelectorAll('img.now[src]').length === 5")
    alts = page.eval_on_selector_all("img.now", "found => found.map((each) => each.alt)")
    assert sorted(set(alts))[-1] == "Quote card: “Every word counts”, by Ada Example."
    assert page.eval_on_selector_all(".spec h2", "found => found.map((each) => each.textContent)") == [
        "chart",
        "list",
        "word",
    ]


def test_a_saved_spec_shows_its_new_picture_and_no_other_is_made(page: Page, home: Path) -> None:
    wait(page, "document.querySelectorAll('img.now[src]').length === 5")
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url) if "/picture?" in each.url else None)
    write_spec(home, "word", QUOTE.replace("word", "letter") + "themes: [paper, ink]\n")
    wait(page, "[...document.images].filter((each) => each.alt.includes('letter')).length === 2")
    assert len(asked) == 2, asked
    assert all(quote(WORD, safe="") in each for each in asked)
    write_spec(home, "word", "# A comment.\n" + QUOTE.replace("word", "letter") + "themes: [paper, ink]\n")
    (home / "specs" / "rows.csv").write_text("source,replies\nReferral,12\nBoard,4\n")
    look_at(page, home, CHART)
    assert [each for each in asked[2:] if quote(CHART, safe="") not in each] == []
    write_spec(home, "word", QUOTE + "themes: [paper, ink]\n")


def test_a_table_a_theme_and_a_face_are_seen_too(page: Page, home: Path) -> None:
    look_at(page, home, CHART)
    before = key(page)
    (home / "specs" / "rows.csv").write_text("source,replies\nReferral,12\nBoard,5\n")
    another_key(page, before)
    themes = home / "specs" / "themes"
    themes.mkdir()
    (themes / "mine.yaml").write_text("extends: paper\naccent: '#0D5A66'\n")
    write_spec(home, "chart", CHART_TEXT + "themes: [mine]\n")
    page.wait_for_selector("[data-look='og mine'][data-key]")
    before = key(page)
    (themes / "mine.yaml").write_text(
        "extends: paper\naccent: '#6A1B9A'\nfaces: {display: [Squares, Source Serif Pro]}\n"
    )
    another_key(page, before)
    shown, before = page.get_attribute(".is-large img.now", "src"), key(page)
    faces.squares(home / "fonts" / "squares.ttf", "Squares", "Rep")
    another_key(page, before)
    assert bytes_of(page, shown) != bytes_of(page, page.get_attribute(".is-large img.now", "src"))
    write_spec(home, "chart", CHART_TEXT)
    page.wait_for_selector("[data-look='og paper'][data-key]")


def test_a_broken_spec_shows_what_is_wrong_over_its_last_good_picture(page: Page, home: Path) -> None:
    look_at(page, home, WORD)
    picture = page.get_attribute(".is-large img.now", "src")
    write_spec(home, "word", "kind: quote_card\ntxt: Every *word* counts.\nmotif: moon\n")
    said = page.wait_for_selector(".is-large .messages:not([hidden]) li")
    assert said
    shown = page.inner_text(".is-large .messages")
    assert "specs/word.yaml:2" in shown
    assert "unknown key `txt`" in shown
    assert "specs/word.yaml:3" in shown
    link = page.get_attribute(".is-large .messages a", "href")
    assert link == f"editor://open?file={home}/specs/word.yaml&line=2&column=1"
    assert page.get_attribute(".is-large img.now", "src") == picture
    write_spec(home, "word", QUOTE + "themes: [paper, ink]\n")
    page.wait_for_selector(".is-large .messages", state="hidden")


def test_a_click_on_a_word_opens_the_editor_at_its_line(page: Page, home: Path) -> None:
    look_at(page, home, WORD)
    page.click(".is-large .text[data-field=author]")
    wait(page, "window.opened")
    assert page.evaluate("window.opened") == f"editor://open?file={home}/specs/word.yaml&line=3&column=9"
    page.evaluate("window.opened = ''")
    page.focus(".is-large .text[tabindex='0']")
    page.keyboard.press("End")
    last = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    assert page.evaluate("window.opened") == last
    look_at(page, home, CHART)
    page.click(".is-large .text[data-field='labels[1]']")
    wait(page, "window.opened.includes('rows.csv')")
    assert page.evaluate("window.opened").endswith("rows.csv&line=3&column=1")


def test_a_word_is_changed_in_the_page_undone_and_never_over_another_change(page: Page, home: Path) -> None:
    path = write_spec(home, "word", QUOTE + "# the end\nthemes: [paper, ink]\n")
    look_at(page, home, WORD)
    page.wait_for_selector(".text[data-field=author]")
    before, shown = path.read_bytes(), key(page)
    page.dblclick(".is-large .text[data-field=author]")
    assert page.input_value("#words") == "Ada Example"
    page.fill("#words", "Ada: Example")
    page.keyboard.press("Enter")
    another_key(page, shown)
    assert path.read_bytes() == before.replace(b"author: Ada Example", b'author: "Ada: Example"')
    assert page.evaluate("window.opened") is None
    page.wait_for_selector("#card", state="hidden")
    page.keyboard.press("Control+z")
    wait(page, "document.querySelector('#undo').disabled")
    assert path.read_bytes() == before

    page.focus(".is-large .text[data-field=author]")
    page.keyboard.press("F2")
    page.wait_for_selector("#words")
    path.write_bytes(before.replace(b"counts", b"matters"))
    page.fill("#words", "Grace Example")
    page.keyboard.press("Enter")
    wait(page, "document.querySelector('.wrong').textContent.includes('changed meanwhile')")
    assert path.read_bytes() == before.replace(b"counts", b"matters")
    page.keyboard.press("Enter")  # what was seen is what is written now
    page.wait_for_selector("#card", state="hidden")
    assert path.read_bytes() == before.replace(b"counts", b"matters").replace(b"Ada", b"Grace")


def test_choices_are_menus_and_the_state_of_an_item_is_one(page: Page, home: Path) -> None:
    path = write_spec(home, "word", QUOTE + "themes: [paper, ink]\n")
    look_at(page, home, WORD)
    shown = key(page)
    page.select_option("select[name=motif]", "sun")
    another_key(page, shown)
    assert path.read_text() == QUOTE.replace("motif: none", "motif: sun") + "themes: [paper, ink]\n"
    page.click(".several summary:has-text('sizes')")
    page.check(".several .list input[value=square]")
    page.wait_for_selector("[data-look='square ink']")
    assert path.read_text().startswith("kind: quote_card\nsizes: [og, square]\n")

    look_at(page, home, LIST)
    page.wait_for_selector(".text[data-field='groups[0].items[0].text']")
    shown = key(page)
    page.dblclick(".is-large .text[data-field='groups[0].items[0].text']")
    page.select_option("#card select[name$=state]", "doing")
    page.click("#card button.main")
    another_key(page, shown)
    assert "{text: Ask first, state: doing}" in (home / LIST).read_text()


def test_before_and_after_of_the_last_change_stand_behind_a_slider(page: Page, home: Path) -> None:
    look_at(page, home, LIST)
    shown = key(page)
    write_spec(home, "list", LIST_TEXT.replace("Lessons", "Learnt"))
    another_key(page, shown)
    page.focus(".compared input")
    page.keyboard.press("End")
    page.wait_for_selector(".is-large img.before:not([hidden])")
    assert shown in (page.get_attribute(".is-large img.before", "src") or "")


def test_overlays_show_zones_texts_and_other_eyes(page: Page, home: Path) -> None:
    look_at(page, home, LIST)
    page.click("button.name:has-text('story')")
    page.wait_for_selector(".is-large[data-look='story paper'][data-key]")
    page.check("#zones")
    assert page.locator(".is-large .zone").count() >= 2
    assert page.locator(".is-large .zone.top").bounding_box()["height"] > 20  # type: ignore[index]
    page.uncheck("#zones")
    page.check("#texts")
    told = page.get_attribute(".is-large .text", "data-told")
    assert told
    assert "·" in told
    page.uncheck("#texts")
    page.check("#phone")
    assert page.locator(".is-large").bounding_box()["width"] == 360  # type: ignore[index]
    page.uncheck("#phone")
    colours = {}
    for vision in ("", "protanopia", "deuteranopia", "tritanopia", "greyscale"):
        page.select_option("#vision", vision)
        picture = Image.open(io.BytesIO(page.locator(".is-large .frame").screenshot())).convert("RGB")
        colours[vision] = picture.resize((64, 64)).tobytes()
    assert len(set(colours.values())) == 5
    grey = colours["greyscale"]
    assert all(abs(grey[at] - grey[at + 2]) < 3 for at in range(0, len(grey), 3))


def test_a_new_spec_an_article_and_a_download(page: Page, home: Path) -> None:
    page.click("#new")
    page.select_option("#kind", "big_number")
    page.fill("#name", "first")
    page.keyboard.press("Enter")
    page.wait_for_selector("article .is-large[data-key]")
    assert (home / "specs" / "first.yaml").read_text().startswith("# yaml-language-server")
    with page.expect_download() as started:
        page.click("a[download]")
    assert started.value.suggested_filename == "first.og.png"
    svg = page.request.get(page.url.split("#")[0] + "download?spec=specs/first.yaml&size=og&theme=ink&format=svg")
    assert svg.body().startswith(b"<svg")

    page.click("text=Articles")
    page.click("text=Draft its specs")
    page.wait_for_selector(".said:not([hidden])")
    assert "1 spec written" in page.inner_text(".said")
    page.click("text=Make the pictures")
    figure = page.frame_locator("iframe").locator("figure img")
    figure.wait_for()
    wait(page, "document.querySelector('.said').textContent.includes('made')")
    assert figure.evaluate("each => each.complete && each.naturalWidth") == 1200
    page.click("text=Weave the figures in")
    wait(page, "document.querySelector('.said').textContent.includes('1 figure')")
    assert "<figure" in (home / "article.woven.md").read_text() or "![" in (home / "article.woven.md").read_text()


def test_two_tabs_see_the_same(browser: Browser, address: str, home: Path) -> None:
    with tab(browser, address) as first, tab(browser, address) as second:
        for each in (first, second):
            look_at(each, home, WORD)
        write_spec(home, "word", QUOTE.replace("word", "leaf"))
        for each in (first, second):
            each.wait_for_selector("img.now[alt*=leaf]")


def test_a_page_finds_a_studio_that_was_started_again(browser: Browser, tmp_path: Path) -> None:
    path = write_spec(tmp_path, "word")
    with browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        with studio(tmp_path) as address:
            page.goto(address)
            page.wait_for_selector("img.now[alt*=word]")
        page.wait_for_selector("body.is-alone")
        path.write_text(QUOTE.replace("word", "line"))
        with studio(tmp_path, int(address.rpartition(":")[2])):
            page.wait_for_selector("img.now[alt*=line]")
            assert "is-alone" not in (page.get_attribute("body", "class") or "")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_the_page_can_be_used_by_all(browser: Browser, address: str, home: Path, scheme: str, width: int) -> None:
    is_phone = width < 500
    with tab(browser, address, color_scheme=scheme, has_touch=is_phone) as page:
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_selector("img.now[src]")
        found = {"wall": page.evaluate(CHECKS)}
        look_at(page, home, LIST)
        page.wait_for_selector(".beside table")
        found["table"] = page.evaluate(CHECKS)
        if is_phone:
            page.tap(".is-large .text[data-field=title]")
        else:
            page.focus(".is-large .text[data-field=title]")
            page.keyboard.press("F2")
        page.wait_for_selector("#words")
        found["card"] = page.evaluate(CHECKS)
        page.keyboard.press("Escape")
        page.evaluate("location.hash = '#/articles'")
        page.wait_for_selector("iframe")
        found["articles"] = page.evaluate(CHECKS)
    assert found == {"wall": [], "table": [], "card": [], "articles": []}
