"""`visuals serve` as a process: what a site that embeds its pictures relies on, and what it is spared."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import pytest

from pipeline import load, render
from pipeline.serve import sign
from tests.conftest import Invoke
from tests.kinds.test_custom import KIND
from tests.served import CARD, KEY, Service

pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a process could handle")

MOODY = KIND.replace("callout", "moody").replace(
    "    return Content(spec",
    """\
    import os
    import time
    if spec.text == "sleep":
        time.sleep(60)
    if spec.text == "wait":
        time.sleep(0.4)
    if spec.text == "grow":
        bytearray(10**9)
    if spec.text == "die":
        os._exit(3)
    if spec.text == "fail":
        raise RuntimeError("a secret in " + __file__)
    return Content(spec""",
)
SECONDS = 1.5


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service with one worker that takes signed addresses of a card, a broken spec and a moody kind."""
    home = tmp_path_factory.mktemp("served")
    (home / "specs" / "spring").mkdir(parents=True)
    (home / "kinds").mkdir()
    (home / "visuals.toml").write_text('kinds = ["moody"]\n', encoding="utf-8")
    (home / "kinds" / "moody.py").write_text(MOODY, encoding="utf-8")
    (home / "specs" / "card.yaml").write_text(CARD, encoding="utf-8")
    (home / "specs" / "spring" / "card.yaml").write_text(CARD, encoding="utf-8")
    (home / "specs" / "broken.yaml").write_text("kind: quote_card\ntxt: Oh\n", encoding="utf-8")
    (home / "specs" / "moody.yaml").write_text("kind: moody\ntext: fine\nopen: [text]\n", encoding="utf-8")
    with Service(home, "--workers", "1", "--seconds", str(SECONDS), "--memory-mb", "400") as started:
        yield started


def signed(target: str) -> str:
    return sign(target, KEY)


def test_a_picture_is_what_render_makes_of_the_same_texts(service: Service) -> None:
    answer = service.ask(signed("/card.og.ink.png?text=Made+on *request*&author=Edda"))
    made = load(service.home / "specs" / "card.yaml", {"text": "Made on *request*", "author": "Edda"})
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert answer.body == render(made, "og", "ink").data


def test_a_picture_that_is_known_is_not_sent_again(service: Service) -> None:
    target = signed("/card.400x320.paper.png?text=Once")
    first = service.ask(target)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "public, max-age=3600"
    again = service.ask(target, if_none_match=f'"another", W/{tag}')
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    head = service.ask(target, "HEAD")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(first.body)))
    assert service.ask(target).body == first.body


def test_the_browser_chooses_where_the_address_does_not(service: Service) -> None:
    for target in (signed("/card.400x320.paper"), signed("/card.400x320.paper.auto")):
        answer = service.ask(target, accept="image/webp,image/*;q=0.8")
        assert (answer.headers["content-type"], answer.headers["vary"]) == ("image/webp", "Accept")
    assert service.ask(signed("/card.400x320.paper"), accept="text/html").status == 406
    assert "vary" not in service.ask(signed("/card.400x320.paper.png")).headers


@pytest.mark.parametrize(
    ("target", "status", "said"),
    [
        ("/card.og.paper.png?text=", 400, {"field": "text", "message": "expected text, found none"}),
        ("/card.og.paper.png?text=中", 400, {"field": "text"}),
        ("/card.og.paper.png?text=" + "word " * 700, 400, {"field": "text"}),
        ("/card.og.paper.png?role=Editor", 403, {"field": "role", "message": "the spec does not open this key"}),
        ("/card.og.paper.png?text=a&text=b", 400, {"field": "text", "message": "it is set twice"}),
        ("/card.story.paper.png", 404, {"message": "the spec does not list that size and theme"}),
        ("/nothing.og.paper.png", 404, {"message": "there is no such picture"}),
        ("/_defaults.og.paper.png", 404, {"message": "there is no such picture"}),
        ("/kinds/moody.og.paper.png", 404, {"message": "there is no such picture"}),
        ("/broken.og.paper.png", 500, {"message": "the spec of this picture is broken"}),
        ("/moody.og.paper.png?text=fail", 500, {"message": "internal error"}),
        ("/card", 404, {}),
        ("/", 404, {}),
    ],
)
def test_what_cannot_be_is_refused_with_its_field_and_no_path(
    service: Service, target: str, status: int, said: dict[str, str]
) -> None:
    try:
        answer = service.ask(signed(target))
    except ValueError:  # an address that asks for no picture is not signed
        answer = service.ask(target)
    assert (answer.status, answer.said | said) == (status, answer.said)
    assert not re.search(rb"/home|/tmp|\.py|\.yaml|Traceback|line \d", answer.body)


def test_the_whole_truth_of_a_broken_spec_is_on_standard_error(service: Service) -> None:
    service.ask(signed("/broken.og.paper.png"))
    assert any("unknown key `txt` in quote_card" in line for line in service.errors)


def test_only_signed_addresses_are_answered(service: Service) -> None:
    target = signed("/card.og.paper.png?text=Hi")
    for wrong in (
        "/card.og.paper.png?text=Hi",
        target + "x",
        target.replace("Hi", "Ho"),
        target.replace("og", "square"),
    ):
        answer = service.ask(wrong)
        assert (answer.status, answer.said["message"]) == (403, "the signature is missing or wrong")
    assert service.ask("/nothing.og.paper.png").status == 403  # whether there is such a spec is not told either
    assert service.ask(target.replace("?", "?signature=x&")).status == 400


def test_a_picture_in_a_folder_of_specs_has_its_path(service: Service) -> None:
    assert service.ask(signed("/spring/card.400x320.paper.png")).status == 200


def test_who_hangs_grows_or_dies_is_replaced(service: Service) -> None:
    start = monotonic()
    late = service.ask(signed("/moody.og.paper.png?text=sleep"))
    assert (late.status, late.said["message"]) == (504, "the picture took too long to make")
    assert monotonic() - start < SECONDS + 10
    for text in ("grow", "die"):
        answer = service.ask(signed(f"/moody.og.paper.png?text={text}"))
        assert (answer.status, answer.said["message"]) == (
            (500, "the picture took too much memory, or its making broke off")
        )
    assert service.ask(signed("/moody.og.paper.png?text=fine again")).status == 200


def test_who_asks_for_the_same_at_the_same_time_shares_one_making(service: Service) -> None:
    target = signed("/moody.og.paper.webp?text=wait")
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda _: service.ask(target), range(5)))
    assert [answer.status for answer in answers] == [200] * 5
    assert sorted(line["how"] for line in service.lines("/moody.og.paper.webp", 5)) == ["made", *["shared"] * 4]


def test_a_changed_spec_and_new_defaults_make_other_pictures(service: Service) -> None:
    path = service.home / "specs" / "changing.yaml"
    path.write_text(CARD, encoding="utf-8")
    targets = [signed("/changing.400x320.paper.png"), signed("/spring/card.400x320.paper.png")]
    before = [service.ask(target).headers["etag"] for target in targets]
    path.write_text(CARD.replace("counts", "matters"), encoding="utf-8")
    (path.parent / "spring" / "_defaults.yaml").write_text("footer: Ada Example\n", encoding="utf-8")
    end = monotonic() + 20
    after = before
    while monotonic() < end and any(map(str.__eq__, before, after)):
        sleep(0.1)  # the service looks once a second
        after = [service.ask(target, "HEAD").headers["etag"] for target in targets]
    assert not any(map(str.__eq__, before, after))


def test_the_log_tells_all_but_what_was_asked_for(service: Service) -> None:
    service.ask(signed("/card.400x320.paper.webp?text=Private words"))
    (line,) = service.lines("/card.400x320.paper.webp", 1)
    assert {"time", "method", "path", "status", "bytes", "ms", "how"} <= set(line)
    assert "Private" not in str(service.log)


def test_health_needs_no_signature(service: Service) -> None:
    assert service.ask("/healthz").said == {"status": "ok", "waiting": 0}


def test_nothing_is_written_through_the_service(service: Service) -> None:
    assert {service.ask("/healthz", method).status for method in ("POST", "PUT", "DELETE", "PATCH")} == {405}


def test_too_many_are_asked_to_come_back_and_sigterm_ends_what_is_under_way(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "kinds").mkdir()
    (tmp_path / "visuals.toml").write_text('kinds = ["moody"]\n', encoding="utf-8")
    (tmp_path / "kinds" / "moody.py").write_text(MOODY, encoding="utf-8")
    spec = "kind: moody\ntext: fine\nfooter: one\nopen: [text, footer]\n"
    (tmp_path / "specs" / "moody.yaml").write_text(spec, encoding="utf-8")
    with Service(tmp_path, "--unsigned", "--workers", "1", key=None, VISUALS_MOST_WAITING="1") as service:
        assert service.ask("/moody.og.paper.png").status == 200
        with ThreadPoolExecutor(4) as pool:
            asked = [pool.submit(service.ask, f"/moody.og.paper.png?text=wait&footer={n}") for n in range(4)]
            full = [each for each in (one.result() for one in asked) if each.status == 429]
            assert full
            assert full[0].headers["retry-after"] == "1"
            last = pool.submit(service.ask, "/moody.og.paper.png?text=wait&footer=last")
            while not service.ask("/healthz").said["status"]:
                pass
            assert service.end() == 0
            assert last.result().status == 200
        assert not any("Traceback" in line for line in service.errors)


def test_it_runs_under_any_server_for_a_project_that_lies_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "site" / "specs").mkdir(parents=True)
    (tmp_path / "site" / "specs" / "card.yaml").write_text(CARD, encoding="utf-8")
    program = ("uvicorn", "pipeline.serve:app")
    variables = {"VISUALS_PROJECT": str(tmp_path / "site"), "VISUALS_WORKERS": "1"}
    with Service(tmp_path, "--no-access-log", program=program, **variables) as service:
        assert service.ask(signed("/card.400x320.paper.png")).status == 200
        assert service.ask("/card.400x320.paper.png").status == 403
        assert service.end() in (0, -15)
        assert not any("Traceback" in line for line in service.errors)


def test_without_a_key_it_starts_for_this_machine_alone(
    project: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUALS_SIGNING_KEY", raising=False)
    none = invoke("serve")
    assert none.exit_code == 1
    assert "expected a key that signs addresses, found none\n  hint: export VISUALS_SIGNING_KEY=$(" in none.output
    others = invoke("serve", "--unsigned", "--host", "0.0.0.0")
    assert others.exit_code == 2
    assert "--unsigned is for this machine alone" in others.output
