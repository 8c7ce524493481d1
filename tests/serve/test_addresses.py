"""Addresses of pictures: what they ask for, their one canonical form, their signatures; and which format is chosen."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote, quote_plus, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import OutputError
from pipeline.serve import addresses, sign, signing
from pipeline.serve.cache import Cache
from pipeline.serve.choosing import choose
from pipeline.serve.serving import keys_of, of_environment
from pipeline.web import Refused
from tests.conftest import REPOSITORY, Invoke

KEY = "sixteen letters or more"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def _fields(query: str) -> dict[str, str]:
    return dict(addresses.parse("/card.og.paper.png", query).fields)


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/card.og.paper.png", ("card", "og", "paper", "png")),
        ("/card.og.paper.jpg", ("card", "og", "paper", "jpeg")),
        ("/card.og.paper", ("card", "og", "paper", "")),
        ("/card.og.paper.auto", ("card", "og", "paper", "")),
        ("/spring/my.card.1200x400.ink.webp", ("spring/my.card", "1200x400", "ink", "webp")),
    ],
)
def test_an_address_is_spec_size_theme_and_format(path: str, parts: tuple[str, ...]) -> None:
    asked = addresses.parse(path, "")
    assert (asked.spec, asked.size, asked.theme, asked.format_name) == parts


@pytest.mark.parametrize("path", ["/", "/card", "/card.png", "/card.og.png", "/.og.paper.png", "/card..paper.png"])
def test_other_addresses_ask_for_nothing(path: str) -> None:
    with pytest.raises(Refused):
        addresses.parse(path, "")


@given(st.dictionaries(TEXTS, TEXTS, max_size=5))
@settings(max_examples=60)
def test_an_address_has_one_canonical_form_however_it_is_escaped(fields: dict[str, str]) -> None:
    fields.pop("signature", None)
    plus = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in fields.items())
    blank = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in reversed(fields.items()))
    one, other = (addresses.parse("/card.og.paper.png", query) for query in (plus, blank))
    assert (dict(one.fields), one.canonical) == (fields, other.canonical)
    signed = urlsplit(sign(f"/card.og.paper.png?{plus}", KEY))
    assert signing.is_signed(addresses.parse(signed.path, signed.query), [KEY.encode()])


def test_each_name_stands_once() -> None:
    assert _fields("text=a+b&author=%C3%89va") == {"author": "Éva", "text": "a b"}
    with pytest.raises(Refused, match="twice"):
        _fields("text=a&%74ext=b")


def test_any_of_the_keys_is_taken_and_no_other() -> None:
    signed = urlsplit(sign("https://pictures.example:80/card.og.paper.png?text=Hi", KEY))
    asked = addresses.parse(signed.path, signed.query)
    assert signing.is_signed(asked, [b"another key, as long", KEY.encode()])
    assert not signing.is_signed(asked, [b"another key, as long"])
    assert not signing.is_signed(asked._replace(canonical="/card.og.ink.png?text=Hi"), [KEY.encode()])
    assert not signing.is_signed(asked._replace(signature=asked.signature[:-1]), [KEY.encode()])
    assert not signing.is_signed(asked._replace(signature="é"), [KEY.encode()])


def test_a_signature_is_what_the_documents_say() -> None:
    canonical = "/card.og.paper.png?author=%C3%89va&text=Hello%20there%21"
    by_openssl = "K8_QJ__A8OLMMykNQyXAGkRnnG4dm0zPr5McS5c6uGI"  # openssl dgst -sha256 -hmac "$KEY" -binary
    assert sign("/card.og.paper.png?text=Hello there!&author=Éva", KEY) == f"{canonical}&signature={by_openssl}"


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_example_for_node_signs_alike(tmp_path: Path) -> None:
    (example,) = re.findall(r"```js\n(.*?)```", (REPOSITORY / "docs/serving.md").read_text(encoding="utf-8"), re.DOTALL)
    program = tmp_path / "sign.mjs"
    asks = 'sign("/spring/card.og.paper.png", { text: "Hello (there)*!", author: "Éva" }, "sixteen letters or more")'
    program.write_text(f"{example}\nconsole.log({asks});\n", encoding="utf-8")
    printed = subprocess.run(["node", program], capture_output=True, text=True, timeout=60, check=True).stdout
    assert printed.strip() == sign("/spring/card.og.paper.png?text=Hello (there)*!&author=Éva", KEY)


def test_the_command_signs(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUALS_SIGNING_KEY", f"{KEY},the key of last year")
    assert invoke("sign", "/card.og.paper.png?text=Hi").output.strip() == sign("/card.og.paper.png?text=Hi", KEY)
    assert "expected an address such as /card.og.paper.png" in invoke("sign", "/card").output
    monkeypatch.delenv("VISUALS_SIGNING_KEY")
    assert "expected a key that signs addresses, found none" in invoke("sign", "/card.og.paper.png").output


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "png"),
        ("*/*", "png"),
        ("image/*", "png"),
        ("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", "avif"),
        ("image/webp,*/*", "webp"),
        ("image/avif;q=0.5,image/webp;q=0.9", "webp"),
        ("image/avif;q=0,*/*", "png"),
        ("image/png;q=0.1,image/webp;q=x", "png"),
    ],
)
def test_the_format_is_the_one_that_is_liked_best(accept: str, chosen: str) -> None:
    assert choose(accept) == chosen


@pytest.mark.parametrize("accept", ["text/html", "image/png;q=0", "*/*;q=0"])
def test_a_browser_that_takes_none_is_told_so(accept: str) -> None:
    with pytest.raises(Refused, match="image/avif, image/webp, image/png"):
        choose(accept)


def test_the_least_recently_asked_for_go_first(tmp_path: Path) -> None:
    kept = Cache(str(tmp_path / "cache"), 100)
    for key in ("aa1", "bb2", "cc3"):
        kept.put(key, key.encode() * 10)
    assert kept.get("aa1")
    kept.put("dd4", b"d" * 30)
    assert [key for key in ("aa1", "bb2", "cc3", "dd4") if kept.get(key)] == ["aa1", "cc3", "dd4"]
    again = Cache(str(tmp_path / "cache"), 100)
    assert again.get("cc3") == b"cc3" * 10
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


def test_what_another_process_cut_is_no_longer_counted(tmp_path: Path) -> None:
    kept, other = Cache(str(tmp_path), 100), Cache(str(tmp_path), 100)
    kept.put("aa1", b"a" * 60)
    assert other.get("aa1") == b"a" * 60
    (tmp_path / "aa" / "aa1").unlink()
    assert kept.get("aa1") is None
    kept.put("bb2", b"b" * 90)
    assert kept.get("bb2")
    kept.put("cc3", b"c" * 101)
    assert kept.get("cc3") is None


def test_a_disk_that_refuses_is_told_once_and_no_reason_not_to_serve(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    kept = Cache(str(tmp_path / "file"), 100)
    kept.put("aa1", b"a")
    kept.put("aa1", b"a")
    assert kept.get("aa1") is None
    (told,) = caplog.messages
    assert "cannot write" in told


def test_the_environment_describes_a_service(tmp_path: Path) -> None:
    made = of_environment({"VISUALS_PROJECT": str(tmp_path), "VISUALS_SECONDS": "2.5", "VISUALS_HOSTS": "a.example, b"})
    assert (made.home, made.seconds, made.hosts, made.cache_mb) == (
        str(tmp_path.resolve()),
        2.5,
        ("a.example", "b"),
        500,
    )
    for wrong in ({"VISUALS_WORKERS": "two"}, {"VISUALS_SECONDS": "-"}, {"VISUALS_PROJECT": str(tmp_path / "no")}):
        with pytest.raises(OutputError):
            of_environment(wrong)
    with pytest.raises(OutputError, match="at least 16"):
        keys_of(f"{KEY}, short")
