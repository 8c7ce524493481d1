"""What the studio answers without a browser: whom it refuses, and that nothing but specs is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import QUOTE, write_spec
from tests.studio.running import studio

pytest.importorskip("starlette", reason="the extra `studio` is not installed")
pytest.importorskip("uvicorn", reason="the extra `studio` is not installed")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    (folder / "pyproject.toml").touch()
    write_spec(folder, "word")
    (folder / "secret.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture(scope="module")
def port(home: Path) -> Iterator[int]:
    with studio(home) as address:
        yield int(address.rpartition(":")[2])


def asked(port: int, way: str, method: str = "GET", body: Any = None, **headers: str) -> tuple[int, bytes]:
    """The status and the body of an answer."""
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request(method, way, json.dumps(body) if body is not None else None, named)
    answer = line.getresponse()
    told = answer.status, answer.read()
    line.close()
    return told


def token(port: int) -> str:
    page = asked(port, "/")[1].decode()
    return page.partition('name="token" content="')[2].partition('"')[0]


def test_the_page_has_no_inline_script_or_style_and_a_strict_policy(port: int) -> None:
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    line.request("GET", "/")
    answer = line.getresponse()
    policy, page = answer.headers["content-security-policy"], answer.read().decode()
    line.close()
    assert "default-src 'none'; script-src 'self'; style-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in page.replace("http-equiv", "")
    assert asked(port, "/studio.js")[0] == 200
    assert [asked(port, way)[0] for way in ("/looks.py", "/..%2Flooks.py", "/nothing.js")] == [404, 400, 404]


def test_a_picture_of_the_project_that_is_opened_by_itself_runs_nothing(port: int, home: Path) -> None:
    (home / "evil.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    line.request("GET", "/article/picture?path=evil.svg")
    answer = line.getresponse()
    assert answer.status == 200
    assert answer.headers["content-security-policy"].endswith("; sandbox")
    assert "script-src" not in answer.headers["content-security-policy"]
    line.close()


def test_other_hosts_and_pages_of_other_sites_are_refused(port: int) -> None:
    assert asked(port, "/", Host="rebound.example")[0] == 421
    assert asked(port, "/events", Origin="https://evil.example", Sec_Fetch_Site="cross-site")[0] == 403
    body = {"spec": "specs/word.yaml", "field": "text", "text": "Mine", "digest": ""}
    assert asked(port, "/edit", "POST", body)[0] == 403
    assert asked(port, "/edit", "POST", body, X_Visuals_Token="guess")[0] == 403
    own = {"X_Visuals_Token": token(port), "Origin": "https://evil.example"}
    assert asked(port, "/edit", "POST", body, **own)[0] == 403


def test_what_is_named_must_be_known_and_small(port: int, home: Path) -> None:
    own = {"X_Visuals_Token": token(port)}
    secret = {"spec": "../../etc/hosts", "field": "text", "text": "Mine", "digest": ""}
    assert asked(port, "/edit", "POST", secret, **own)[0] == 404
    assert asked(port, "/written?spec=pyproject.toml&field=x")[0] == 404
    assert asked(port, "/article/page?path=/etc/passwd")[0] == 404
    assert asked(port, "/article/picture?path=/etc/passwd")[0] == 404
    assert asked(port, "/article/picture?path=../../../x.png")[0] == 404
    assert asked(port, "/edit", "POST", {"text": "x" * 300_000}, **own)[0] == 413
    assert asked(port, "/edit", "POST", ["no", "object"], **own)[0] == 400
    assert asked(port, "/new", "POST", {"kind": "quote_card", "name": "../out"}, **own)[0] == 422
    assert asked(port, "/new", "POST", {"kind": "--help", "name": "mine"}, **own)[0] == 422
    assert asked(port, "/download?spec=specs/word.yaml&size=og&theme=paper&format=gif")[0] == 422
    assert asked(port, "/download?spec=specs/word.yaml&size=og&theme=paper&scale=99")[0] == 422
    assert (home / "specs" / "word.yaml").read_text() == QUOTE
    assert sorted(each.name for each in (home / "specs").iterdir()) == ["word.yaml"]


def test_a_wrong_edit_is_refused_with_its_place_and_a_way_out(port: int, home: Path) -> None:
    own = {"X_Visuals_Token": token(port)}
    status, told = asked(port, "/written?spec=specs/word.yaml&field=text")
    assert status == 200
    digest = json.loads(told)["digest"]
    body = {"spec": "specs/word.yaml", "field": "nothing", "text": "Mine", "digest": digest}
    status, told = asked(port, "/edit", "POST", body, **own)
    assert status == 422
    assert json.loads(told)["message"].startswith("specs/word.yaml:1:1: nothing: it is no text")
    assert asked(port, "/edit", "POST", body | {"digest": "old"}, **own)[0] == 409
    assert asked(port, "/undo", "POST", {}, **own)[0] == 422
