"""What the server answers, and whom it lets in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from mtqa.review.decisions import parse_decisions
from mtqa.review.live.session import Session
from mtqa.review.server.app import make_app
from mtqa.review.server.guard import MOST_BYTES, new_token
from tests.support.desk import open_session

PORT = 8123
HOME = f"http://127.0.0.1:{PORT}"
TOKEN = "secret-token"
STORY = "The mayor, Ana Churches, spoke with Leo Stones.\n"
JSON = {"Content-Type": "application/json", "Origin": HOME}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(STORY)
    made = open_session(tmp_path, "a.md")
    yield made
    made.store.close()


@pytest.fixture
def client(session: Session) -> TestClient:
    app = make_app(session, token=TOKEN, port=PORT)
    return TestClient(app, base_url=HOME, raise_server_exceptions=False, follow_redirects=False)


def post(client: TestClient, name: str, values: Any, **headers: str) -> Any:
    return client.post(f"/{TOKEN}/api/{name}", content=json.dumps(values), headers={**JSON, **headers})


def state(client: TestClient, since: int = 0) -> Any:
    return client.get(f"/{TOKEN}/api/state?since={since}").json()


def keys(client: TestClient) -> list[str]:
    data = state(client)["data"]
    return [f"{data['articles'][0]['path']}#{finding['id']}" for finding in data["findings"]]


class Scripts(HTMLParser):
    """The texts of script elements, by their type."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self._type: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._type = (dict(attrs).get("type") or "script") if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._type is not None:
            self.texts[self._type] = self.texts.get(self._type, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._type = None


def test_the_page_holds_the_state_and_lets_nothing_else_run(client: TestClient) -> None:
    answer = client.get(f"/{TOKEN}/")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    page = Scripts()
    page.feed(answer.text)
    data = json.loads(page.texts["application/json"])
    assert (data["kind"], len(data["findings"]), data["editor"], data["pending"]) == ("review", 2, "login", 0)
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert all(source.startswith("'sha256-") for name in ("script-src", "style-src") for source in policy[name].split())


def test_every_answer_is_closed_to_others(client: TestClient) -> None:
    for answer in (client.get(f"/{TOKEN}/"), state_answer(client), client.get("/"), post(client, "undo", {})):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert "access-control-allow-origin" not in answer.headers
        assert "server" not in answer.headers


def state_answer(client: TestClient) -> Any:
    return client.get(f"/{TOKEN}/api/state")


def test_from_a_decision_to_the_corrected_copy(client: TestClient, tmp_path: Path) -> None:
    names = keys(client)
    accept = {"keys": names, "decision": "accept"}
    decided = post(client, "decide", accept, **{"X-Mtqa-Editor": "Eva%20N%C3%BA%C3%B1ez"})
    assert decided.status_code == 200
    assert {each["by"] for each in decided.json()["decisions"].values()} == {"Eva Núñez"}
    assert state(client, decided.json()["revision"])["changed"] is False
    shown = post(client, "preview", {"path": names[0].partition("#")[0]}).json()
    assert (shown["count"], shown["skipped"]) == (2, [])
    assert "+The mayor, Ana Iglesias, spoke with Leo Piedras." in shown["diff"]
    written = post(client, "apply", {"path": shown["path"], "digest": shown["digest"]}).json()
    assert written["written"] == 2
    assert (tmp_path / "a.md").read_text() == "The mayor, Ana Iglesias, spoke with Leo Piedras.\n"
    after = state(client, written["revision"] - 1)
    assert (after["changed"], after["data"]["findings"]) == (True, [])


def test_undo(client: TestClient) -> None:
    names = keys(client)
    post(client, "decide", {"keys": names, "decision": "false-alarm", "reason": "their names"})
    undone = post(client, "undo", {}).json()
    assert undone["decisions"] == dict.fromkeys(names)
    assert post(client, "undo", {}).json()["decisions"] == {}


def test_a_file_that_has_changed_is_refused(client: TestClient, tmp_path: Path) -> None:
    names = keys(client)
    post(client, "decide", {"keys": names, "decision": "accept"})
    shown = post(client, "preview", {"path": names[0].partition("#")[0]}).json()
    (tmp_path / "a.md").write_text(STORY + "More.\n")
    refused = post(client, "apply", {"path": shown["path"], "digest": shown["digest"]})
    assert refused.status_code == 409
    assert refused.json()["error"].endswith("not written: it has changed since it was shown; look again")
    assert (tmp_path / "a.md").read_text() == STORY + "More.\n"


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", "", f"[::1]:{PORT}"]
)
def test_dns_rebinding(client: TestClient, host: str) -> None:
    for answer in (
        client.get(f"/{TOKEN}/", headers={"Host": host}),
        client.post(f"/{TOKEN}/api/undo", content="{}", headers={**JSON, "Host": host, "Origin": f"http://{host}"}),
    ):
        assert answer.status_code == 421
        assert TOKEN not in answer.text
        assert "Churches" not in answer.text


def test_localhost_is_this_machine_too(client: TestClient) -> None:
    host = f"localhost:{PORT}"
    assert client.get(f"/{TOKEN}/", headers={"Host": host}).status_code == 200
    assert post(client, "undo", {}, Host=host, Origin=f"http://{host}").status_code == 200
    assert post(client, "undo", {}, Host=host).status_code == 403  # from the page under the other name


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_requests_from_other_sites(client: TestClient, session: Session, headers: dict[str, str]) -> None:
    names = keys(client)
    answer = post(client, "decide", {"keys": names, "decision": "accept"}, **headers)
    assert answer.status_code == 403
    assert client.get(f"/{TOKEN}/api/state", headers=headers).status_code == 403
    assert session.store.words() == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": HOME}, 415),
        ({"Origin": HOME, "Content-Type": "text/plain"}, 415),
        ({"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "application/json"}, 403),
    ],
)
def test_what_a_form_of_another_site_can_send(
    client: TestClient, session: Session, headers: dict[str, str], status: int
) -> None:
    body = json.dumps({"keys": keys(client), "decision": "accept"})
    assert client.post(f"/{TOKEN}/api/decide", content=body, headers=headers).status_code == status
    assert session.store.words() == []


@pytest.mark.parametrize(
    "path", ["/", "/wrong/", f"/{TOKEN}x/", f"/{TOKEN[:-1]}/", "/favicon.ico", "//", "/..", f"/x/../{TOKEN}x/", "/é/"]
)
def test_nothing_is_to_be_found_without_the_token(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Churches" not in answer.text


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 43  # 256 bits


@pytest.mark.parametrize(
    "path", ["../a.md", "/etc/passwd", "a.md/../../etc/passwd", "b.md", "", "a.md\0", "%2e%2e/a.md"]
)
def test_paths_that_were_not_opened(client: TestClient, path: str) -> None:
    for name, values in (("preview", {"path": path}), ("apply", {"path": path, "digest": "0"})):
        answer = post(client, name, values)
        assert answer.status_code == 400
        assert answer.json()["error"].endswith("is not one of the files that were opened")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_posts_change_anything(client: TestClient, session: Session, method: str) -> None:
    answer = client.request(method, f"/{TOKEN}/api/undo", content="{}", headers=JSON)
    assert answer.status_code == 405
    assert "access-control-allow-methods" not in answer.headers


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ("{", 400, "the request is no JSON"),
        ("[]", 400, "the request is no JSON object"),
        ("[" * 100_000, 400, "the request is no JSON"),
        ("\xff", 400, "the request is no JSON"),
        ("{}", 400, "keys is not a list of findings"),
        ('{"keys": [1]}', 400, "keys is not a list of findings"),
        ('{"keys": ["a#b"], "decision": 7}', 400, "decision is 7, not a text"),
        ('{"keys": ["a#b"], "decision": "accept"}', 409, "a: the story has changed; look again"),
        (f'{{"keys": {json.dumps(["x"] * 10001)}, "decision": "accept"}}', 400, "keys names more than 10000 findings"),
        (" " * (MOST_BYTES + 1), 413, "the request is too large"),
    ],
)
def test_requests_that_make_no_sense(client: TestClient, body: str, status: int, error: str) -> None:
    answer = client.post(f"/{TOKEN}/api/decide", content=body.encode("latin-1"), headers=JSON)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_a_request_that_lies_about_its_length(client: TestClient, session: Session) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(30):
            yield b" " * 100_000

    answer = client.post(f"/{TOKEN}/api/decide", content=endless(), headers=JSON)
    assert answer.status_code == 411
    answer = client.post(f"/{TOKEN}/api/decide", content=endless(), headers={**JSON, "Content-Length": "10"})
    assert answer.status_code >= 400
    assert session.store.words() == []


@pytest.mark.parametrize(
    ("sent", "name"), [("", "login"), ("%20", "login"), ("a%0Ab%00", "ab"), ("%ff", "login"), ("x" * 300, "x" * 100)]
)
def test_who_decides(client: TestClient, sent: str, name: str) -> None:
    answer = post(client, "decide", {"keys": keys(client), "decision": "accept"}, **{"X-Mtqa-Editor": sent})
    assert {each["by"] for each in answer.json()["decisions"].values()} == {name}


def test_exports(client: TestClient) -> None:
    names = keys(client)
    post(client, "decide", {"keys": names[:1], "decision": "edit", "replacement": "=Ana"})
    post(client, "decide", {"keys": names[1:], "decision": "false-alarm", "reason": "a \"name\", his"})
    answer = client.get(f"/{TOKEN}/api/export.json")
    assert answer.headers["content-disposition"] == 'attachment; filename="mtqa-decisions.json"'
    exported = parse_decisions(answer.json(), "x")
    assert exported.signature == "mtqa:table"
    assert [(each.path, each.decision, each.replacement) for each in exported.decisions] == [
        ("a.md", "edit", "=Ana"),
        ("a.md", "false-alarm", None),
    ]
    rows = list(csv.DictReader(io.StringIO(client.get(f"/{TOKEN}/api/export.csv").content.decode("utf-8-sig"))))
    assert [(row["text"], row["replacement"], row["reason"], row["applied"]) for row in rows] == [
        ("Ana Churches", "'=Ana", "", "no"),
        ("Leo Stones", "", 'a "name", his', "no"),
    ]


def test_a_story_that_is_markup_stays_text(client: TestClient, session: Session, tmp_path: Path) -> None:
    text = "</script><script>alert(1)</script> \u2028 Ana Churches <img src=x onerror=alert(1)>\n"
    (tmp_path / "a.md").write_text(text)
    session.look()
    page = Scripts()
    page.feed(client.get(f"/{TOKEN}/").text)
    assert set(page.texts) == {"application/json", "script"}
    assert "alert(1)" not in page.texts["script"]
    assert json.loads(page.texts["application/json"])["findings"][0]["text"] == "Ana Churches"
