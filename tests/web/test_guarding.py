"""What a policy lets through, and what it answers to the rest; without a socket."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest

from pipeline.web import Guarded, Policy, Refused
from pipeline.web.policy import is_loopback

TOKEN = "a token"
POLICY = Policy(token=TOKEN, most_body_bytes=10, body_seconds=0.05)


class Answer(NamedTuple):
    """What came back: the status, the headers and what the body says."""

    status: int
    headers: dict[str, str]
    body: bytes


async def _echo(scope: Any, receive: Any, send: Any) -> None:
    """Answer with the body of the request; one that says `fail` fails."""
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    if body == b"fail":
        raise RuntimeError("secret, in /home/ada/secret.py")
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-frame-options", b"SAMEORIGIN")]})
    await send({"type": "http.response.body", "body": body})


def ask(
    target: str = "/",
    method: str = "GET",
    body: Iterable[bytes] = (b"",),
    policy: Policy = POLICY,
    application: Any = _echo,
    **headers: str,
) -> Answer:
    """Send a request past the guard; `sec_fetch_site="none"` is the header Sec-Fetch-Site."""
    raw_path, _, query = target.encode("latin-1").partition(b"?")
    named = {"host": "localhost:8000", **{name.replace("_", "-"): value for name, value in headers.items()}}
    sent = [(name.encode(), value.encode("latin-1")) for name, value in named.items()]
    scope = {"type": "http", "method": method, "scheme": "http", "path": "/", "raw_path": raw_path}
    scope |= {"query_string": query, "headers": sent}
    parts = list(body)
    got: list[Any] = []

    async def receive() -> Any:
        if not parts:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts) or (parts == [] and is_slow)}

    async def send(message: Any) -> None:
        got.append(message)

    is_slow = parts[-1:] == [b"..."]
    asyncio.run(Guarded(application, policy)(scope, receive, send))
    start, *rest = got
    answered = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], answered, b"".join(each["body"] for each in rest))


def write(**headers: str) -> Answer:
    """Ask for a write with the right token, unless a header says otherwise."""
    return ask(method="POST", **{"x_visuals_token": TOKEN, **headers})  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:8000", "[::1]:8000", "localhost."])
def test_the_names_of_loopback_are_answered(host: str) -> None:
    assert ask(host=host).status == 200


@pytest.mark.parametrize("host", ["", "evil.example", "localhost.evil.example", "127.0.0.1@evil", "[::1", "10.0.0.1"])
def test_no_other_host_is_answered(host: str) -> None:
    assert ask(host=host).status == 421


def test_a_service_answers_to_what_it_is_bound_to() -> None:
    assert ask(host="pictures.example:80", policy=POLICY.on("127.0.0.1", ["pictures.example"])).status == 200
    assert ask(host="10.0.0.1", policy=POLICY.on("0.0.0.0")).status == 200
    assert ask(host="evil.example", policy=POLICY.on("0.0.0.0")).status == 421


def test_only_loopback_is_loopback() -> None:
    assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "10.0.0.1", "")] == (
        [True, True, True, False, False, False]
    )


def test_a_write_needs_the_token() -> None:
    assert write().status == 200
    assert write(x_visuals_token="another").status == write(x_visuals_token="").status == 403
    assert ask(method="POST", policy=Policy()).status == 405


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://localhost:8000"},
        {"origin": "http://localhost:9000"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site", "sec_fetch_mode": "navigate"},
    ],
)
def test_a_page_of_another_site_writes_nothing(headers: dict[str, str]) -> None:
    assert write(**headers).status == 403
    assert write(origin="http://localhost:8000", sec_fetch_site="same-origin").status == 200


def test_a_page_of_another_site_may_link_to_a_private_service_but_not_read_it() -> None:
    assert ask(sec_fetch_site="cross-site", sec_fetch_mode="navigate").status == 200
    assert ask(sec_fetch_site="cross-site", sec_fetch_mode="no-cors").status == 403
    assert ask(sec_fetch_site="cross-site", policy=Policy(is_private=False)).status == 200


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/" + "a" * 2000, 414),
        ("/?" + "a" * 8001, 414),
        ("/%zz", 400),
        ("/?a=%", 400),
        ("/%ff", 400),
        ("/a%00", 400),
        ("/?a=%00", 400),
        ("/a/../b", 400),
        ("/%2e%2e/b", 400),
        ("/..%5Cb", 400),
        ("http://evil.example/", 400),
        ("/?text=a%0Ab", 200),
        ("/caf%C3%A9", 200),
    ],
)
def test_an_address_is_short_and_well_formed(target: str, status: int) -> None:
    assert ask(target).status == status


def test_headers_are_of_bounded_size() -> None:
    assert ask(cookie="a" * 15_000).status == 200
    assert ask(cookie="a" * 16_000).status == 431


def test_a_body_is_of_bounded_size_and_time() -> None:
    assert write(content_length="11").status == 413
    assert write(content_length="-1").status == write(content_length="ten").status == 400
    assert ask(method="POST", body=[b"123456", b"78901"], x_visuals_token=TOKEN).status == 413
    assert ask(method="POST", body=[b"1", b"..."], x_visuals_token=TOKEN).status == 408
    assert ask(method="POST", body=[b"12345", b"67890"], x_visuals_token=TOKEN).body == b"1234567890"


def test_a_fault_is_logged_but_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "pipeline.web"):
        answer = ask(method="POST", body=[b"fail"], x_visuals_token=TOKEN)
    assert (answer.status, json.loads(answer.body)) == (500, {"status": 500, "message": "internal error"})
    assert "secret.py" in caplog.text


def test_every_answer_has_the_headers_of_the_policy_unless_the_application_has_its_own() -> None:
    fine, refused = ask(), ask(host="evil.example")
    for answer in (fine, refused):
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert fine.headers["x-frame-options"] == "SAMEORIGIN"
    assert refused.headers["cache-control"] == "no-store"


def test_what_the_application_refuses_is_a_plain_answer() -> None:
    async def refusing(*_: Any) -> None:
        raise Refused(400, "expected text", "text", {"Retry-After": "1"})

    answer = ask(application=refusing)
    assert json.loads(answer.body) == {"status": 400, "field": "text", "message": "expected text"}
    assert answer.headers["retry-after"] == "1"
    assert ask(method="HEAD", application=refusing).body == b""
