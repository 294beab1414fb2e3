"""The server lets in whom it invited, and nobody else."""

from __future__ import annotations

import http.client
import json
import threading
from typing import TYPE_CHECKING, NamedTuple

import pytest

from qa.core.errors import InputError, UsageError
from qa.core.finding import Finding, Severity
from qa.core.report import BatchInfo, DocumentInfo, GateResult, Report, Summary, Tool, UnitText
from qa.review.assignment import fits
from qa.review.decision import SCHEMA
from qa.review.journal import Journal
from qa.review.server import ADDRESS, ReviewServer
from qa.review.team import ServedReport, Team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def report(text: str = "Bridge.") -> Report:
    finding = Finding(
        rule="style/calque",
        category="style",
        severity=Severity.MINOR,
        message="x",
        document="d",
        unit="1",
        fingerprint="v1:1",
    )
    return Report(
        tool=Tool("qa", "0.1.0"),
        batch=BatchInfo("ru", "en", (DocumentInfo("d", "d.txt", 1),)),
        units=(UnitText("1", "d", "Мост.", text),),
        findings=(finding,),
        summary=Summary(units=1, findings={"minor": 1}),
        gate=GateResult(passed=True),
    )


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Client:
    """Speaks HTTP to the server, as a browser or as somebody who is none."""

    def __init__(self, server: ReviewServer) -> None:
        self.port = server.server_port
        self.cookie = ""

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(ADDRESS, self.port, timeout=60)
        sent = {"Host": f"{ADDRESS}:{self.port}", "Cookie": self.cookie} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read())
        connection.close()
        return answer

    def enter(self, link: str) -> str:
        answer = self.ask("GET", link.partition(str(self.port))[2])
        assert answer.status == 303
        self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return answer.headers["Location"]

    def decide(self, path: str, verdict: str = "accepted", revision: int = 0, **more: str) -> Answer:
        body = {"schema": SCHEMA, "finding": "v1:1", "verdict": verdict, "revision": revision} | more
        origin = f"http://{ADDRESS}:{self.port}"
        return self.ask("POST", path, json.dumps(body).encode(), Origin=origin, Content_Type="application/json")


class Running(NamedTuple):
    server: ReviewServer
    links: dict[str, str]
    path: str


def run(tmp_path: Path, *reports: Report) -> Iterator[Running]:
    served = [ServedReport.of(one) for one in reports]
    team = Team({one.id: one for one in served}, Journal(tmp_path / "review.sqlite"), {"Anna": "", "Boris": "d*"})
    team.share_out()
    with ReviewServer(team) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield Running(server, {name: server.link(token) for name, token in team.invite()}, f"/r/{served[0].id}/")
        server.shutdown()
        thread.join()
    team.journal.close()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    yield from run(tmp_path, report())


@pytest.fixture
def client(running: Running) -> Client:
    """Anna."""
    made = Client(running.server)
    made.enter(running.links["Anna"])
    return made


def test_it_listens_on_this_machine_only(running: Running) -> None:
    assert running.server.server_address[0] == "127.0.0.1"


def test_a_link_works_once(running: Running) -> None:
    client = Client(running.server)
    assert client.enter(running.links["Anna"]) == running.path
    assert Client(running.server).ask("GET", running.links["Anna"].partition(str(client.port))[2]).status == 403
    assert client.ask("GET", running.path).status == 200
    assert Client(running.server).ask("GET", running.path).status == 403
    assert Client(running.server).ask("GET", "/?token=guess").status == 403


def test_the_session_is_for_the_browser_alone(running: Running) -> None:
    answer = Client(running.server).ask("GET", running.links["Anna"].partition(str(running.server.server_port))[2])
    assert answer.headers["Set-Cookie"].endswith("; HttpOnly; SameSite=Strict; Path=/")


def test_assigned_documents_come_first(running: Running) -> None:
    assert Client(running.server).enter(running.links["Boris"]) == f"{running.path}#q=mine"


def test_another_host_name_is_refused(running: Running, client: Client) -> None:
    for host in ("evil.example", f"evil.example:{client.port}", ADDRESS, ""):
        assert client.ask("GET", running.path, Host=host).status == 403
    assert client.ask("GET", running.path, Host=f"localhost:{client.port}").status == 200


def test_only_our_own_pages_decide(running: Running, client: Client) -> None:
    path = f"{running.path}decisions"
    body = json.dumps({"schema": SCHEMA, "finding": "v1:1", "verdict": "accepted"}).encode()
    for origin in ("http://evil.example", "null", ""):
        assert client.ask("POST", path, body, Origin=origin, Content_Type="application/json").status == 403
    stranger = Client(running.server)
    assert stranger.decide(path).status == 403
    assert client.ask("GET", path).body == b""


def test_decisions_are_kept_under_the_name_of_the_session(running: Running, client: Client) -> None:
    path = f"{running.path}decisions"
    answer = client.decide(path, reviewer="Somebody else")
    assert (answer.status, json.loads(answer.body)["revision"]) == (200, 1)
    known = client.ask("GET", path)
    assert json.loads(known.body)["reviewer"] == "Anna"
    assert known.headers["X-Reviewer"] == "Anna"


def test_a_conflict_answers_with_what_stands(running: Running, client: Client) -> None:
    path = f"{running.path}decisions"
    client.decide(path)
    boris = Client(running.server)
    boris.enter(running.links["Boris"])
    answer = boris.decide(path, "dismissed")
    assert answer.status == 409
    assert json.loads(answer.body)["reviewer"] == "Anna"
    assert boris.decide(path, "dismissed", 1).status == 200


def test_what_is_no_decision_is_refused(running: Running, client: Client) -> None:
    path = f"{running.path}decisions"
    origin = f"http://{ADDRESS}:{client.port}"
    assert client.decide(path, "maybe").status == 400
    assert client.decide(path, finding="v1:unknown").status == 400
    assert client.ask("POST", path, b"{}", Origin=origin, Content_Type="text/plain").status == 400
    assert client.ask("POST", path, b"", Origin=origin, Content_Type="application/json").status == 400
    assert client.ask("POST", path, b" " * 300_000, Origin=origin, Content_Type="application/json").status == 400
    assert client.decide("/r/none/decisions").status == 404
    assert client.ask("GET", "/r/none/").status == 404
    assert client.ask("GET", f"{running.path}secrets").status == 404


def test_answers_protect_themselves(running: Running, client: Client) -> None:
    headers = client.ask("GET", running.path).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_events_tell_of_decisions(running: Running, client: Client) -> None:
    connection = http.client.HTTPConnection(ADDRESS, client.port, timeout=60)
    connection.request("GET", f"{running.path}events", headers={"Cookie": client.cookie})
    stream = connection.getresponse()
    assert stream.readline() == b": listening\n"
    client.decide(f"{running.path}decisions")
    stream.readline()
    assert json.loads(stream.readline().removeprefix(b"data: "))["verdict"] == "accepted"
    stream.close()
    connection.close()


def test_several_reports_are_listed(tmp_path: Path) -> None:
    for running in run(tmp_path, report(), report("River.")):
        client = Client(running.server)
        assert client.enter(running.links["Boris"]) == "/"
        page = client.ask("GET", "/").body.decode()
        assert page.count("<a href=") == 2
        assert page.count("/#q=mine") == 2


def test_a_port_that_is_taken(running: Running) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        ReviewServer(running.server.team, running.server.server_port)


def assignments(client: Client, path: str) -> dict[str, object]:
    return dict(json.loads(client.ask("GET", f"{path}assignments").body))


def assign(client: Client, path: str, reviewer: str, revision: int, **more: str) -> Answer:
    body = {"schema": "qa.assignment/1", "document": "d", "reviewer": reviewer, "revision": revision} | more
    origin = f"http://{ADDRESS}:{client.port}"
    sent = json.dumps(body).encode()
    return client.ask("POST", f"{path}assignments", sent, Origin=origin, Content_Type="application/json")


def test_assignments_have_revisions(running: Running, client: Client) -> None:
    known = assignments(client, running.path)
    assert known["reviewers"] == ["Anna", "Boris"]
    first = assign(client, running.path, "Anna", 1)
    assert (first.status, json.loads(first.body)["revision"], json.loads(first.body)["by"]) == (200, 2, "Anna")
    late = assign(client, running.path, "Boris", 1)
    assert (late.status, json.loads(late.body)["reviewer"]) == (409, "Anna")
    assert assign(client, running.path, "", 2).status == 200
    (last,) = assignments(client, running.path)["assignments"]
    assert (last["reviewer"], last["revision"]) == ("", 3)


def test_what_is_no_assignment_is_refused(running: Running, client: Client) -> None:
    assert assign(client, running.path, "Nobody", 1).status == 400
    assert assign(client, running.path, "Anna", 1, document="other").status == 400
    assert assign(client, running.path, "Anna", 1, schema="qa.assignment/9").status == 400
    assert assign(client, running.path, "Anna", 1, document=[]).status == 400
    assert assign(Client(running.server), running.path, "Anna", 1).status == 403


def test_assignments_outlive_the_server(tmp_path: Path) -> None:
    for running in run(tmp_path, report()):
        client = Client(running.server)
        client.enter(running.links["Anna"])
        assert assign(client, running.path, "Anna", 1).status == 200
    for running in run(tmp_path, report()):  # its own wish for Boris does not come back
        client = Client(running.server)
        assert client.enter(running.links["Anna"]) == f"{running.path}#q=mine"
        assert Client(running.server).enter(running.links["Boris"]) == running.path


def test_a_pattern_that_fits_nothing_is_a_mistake(tmp_path: Path) -> None:
    served = ServedReport.of(report())
    journal = Journal(tmp_path / "review.sqlite")
    team = Team({served.id: served}, journal, {"Anna": "d,sport*"})
    with pytest.raises(UsageError, match=r"Anna=sport\*: no document is called so"):
        team.share_out()
    journal.close()


def test_patterns_fit_names_of_documents() -> None:
    names = ("news/Lead.txt", "Lead.txt", "Lead")
    for pattern in ("lead", "news/*", "*LEAD*", "lead.txt"):
        assert fits(pattern, names)
    for pattern in ("lea", "ead*", "lead?txt"):
        assert not fits(pattern, names)
