"""The review page for a team: a small HTTP server on this machine, from the standard library.

It listens on 127.0.0.1 only, answers requests for its own host name only, and takes decisions only from its own pages
of reviewers who came in by their one-time links.
"""

from __future__ import annotations

import html
import queue
from http import HTTPStatus
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, quote, urlsplit

import msgspec

from qa.core.errors import FormatError, InputError, UsageError
from qa.review.assignment import decode_assignment
from qa.review.decision import decode_decision, encode_decisions
from qa.review.journal import AssignmentConflictError, DecisionConflictError

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa.review.assignment import Assignment
    from qa.review.decision import Decision
    from qa.review.team import ServedReport, Team

__all__ = ["ADDRESS", "ReviewServer"]

ADDRESS: Final = "127.0.0.1"
_COOKIE: Final = "qa-session"
_LONGEST: Final = 256 * 1024
"""Bytes of a decision at most."""
_HEARTBEAT: Final = 15.0
"""Seconds after which a silent stream of events says that it is alive."""


class ReviewServer(ThreadingHTTPServer):
    """Serves the reports of a team; ``port`` 0 takes a free one.

    Raises:
        InputError: the port is taken.
    """

    daemon_threads = True

    def __init__(self, team: Team, port: int = 0) -> None:
        self.team = team
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError as error:
            message = f"port {port} cannot be opened ({error.strerror}); give another with --port, or 0 for a free one"
            raise InputError(message) from error

    @property
    def hosts(self) -> frozenset[str]:
        """What a request may call this server."""
        return frozenset(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost"))

    def link(self, token: str) -> str:
        """Where a reviewer comes in."""
        return f"http://{ADDRESS}:{self.server_port}/?token={token}"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    protocol_version = "HTTP/1.1"
    server_version = "qa"
    sys_version = ""

    def do_GET(self) -> None:
        """Pages, decisions and events."""
        if not self._is_for_us():
            return
        address = urlsplit(self.path)
        if token := parse_qs(address.query).get("token"):
            self._enter(token[0])
            return
        reviewer = self._reviewer()
        if reviewer is None:
            self._refuse(HTTPStatus.FORBIDDEN, "come in by the link that was given to you; it works once")
            return
        report, part = self._route(address.path)
        if address.path == "/":
            self._index(reviewer)
        elif report is None or part not in {"", "decisions", "assignments", "events"}:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        elif part == "":
            self._answer(HTTPStatus.OK, report.page, "text/html; charset=utf-8")
        elif part == "decisions":
            self._decisions(report, reviewer)
        elif part == "assignments":
            self._assignments(report)
        else:
            self._events(report)

    def do_POST(self) -> None:
        """A decision or an assignment."""
        if not self._is_for_us():
            return
        reviewer = self._reviewer()
        report, part = self._route(urlsplit(self.path).path)
        if reviewer is None or self.headers.get("Origin") not in {f"http://{host}" for host in self.server.hosts}:
            self.close_connection = True
            self._refuse(HTTPStatus.FORBIDDEN, "only pages of this server may decide")
        elif report is None or part not in {"decisions", "assignments"}:
            self.close_connection = True
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        elif part == "decisions":
            self._keep(lambda body: self.server.team.decide(report.id, decode_decision(body), reviewer))
        else:
            self._keep(lambda body: self.server.team.assign(report.id, decode_assignment(body), reviewer))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name that http.server calls
        """Say nothing: the terminal shows the links."""

    def _is_for_us(self) -> bool:
        """Whether the request names this server; another name is a page of somebody else (DNS rebinding)."""
        if self.headers.get("Host") in self.server.hosts:
            return True
        self.close_connection = True
        self._refuse(HTTPStatus.FORBIDDEN, "this server is not called so")
        return False

    def _route(self, path: str) -> tuple[ServedReport | None, str]:
        """The report and the part of it that ``/r/ID/part`` asks for."""
        match path.split("/"):
            case ["", "r", name, part]:
                return self.server.team.reports.get(name), part
            case _:
                return None, ""

    def _reviewer(self) -> str | None:
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get(_COOKIE)
        return self.server.team.reviewer(cookie.value) if cookie else None

    def _enter(self, token: str) -> None:
        entered = self.server.team.enter(token)
        if entered is None:
            self._refuse(HTTPStatus.FORBIDDEN, "this link was used already; ask for a new one")
            return
        name, session = entered
        cookie = f"{_COOKIE}={session}; HttpOnly; SameSite=Strict; Path=/"
        self._answer(HTTPStatus.SEE_OTHER, b"", "text/plain", {"Set-Cookie": cookie, "Location": self._start(name)})

    def _start(self, reviewer: str) -> str:
        """Where a reviewer begins: at the only report, with the documents assigned, or at the list of reports."""
        reports = list(self.server.team.reports)
        return f"/r/{reports[0]}/{self._search(reports[0], reviewer)}" if len(reports) == 1 else "/"

    def _search(self, report: str, reviewer: str) -> str:
        return "#q=mine" if self.server.team.has_documents(report, reviewer) else ""

    def _index(self, reviewer: str) -> None:
        links = "".join(
            f'<li><a href="/r/{one.id}/{self._search(one.id, reviewer)}">{html.escape(one.title)}</a> {one.id}</li>'
            for one in self.server.team.reports.values()
        )
        head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Reports</title>'
        page = f"{head}<main><h1>Reports</h1><ul>{links}</ul></main>"
        self._answer(HTTPStatus.OK, page.encode(), "text/html; charset=utf-8")

    def _decisions(self, report: ServedReport, reviewer: str) -> None:
        body = encode_decisions(self.server.team.journal.current(report.id))
        self._answer(HTTPStatus.OK, body, "application/jsonl; charset=utf-8", {"X-Reviewer": quote(reviewer)})

    def _assignments(self, report: ServedReport) -> None:
        team = self.server.team
        body = {"reviewers": list(team.reviewers), "assignments": team.journal.assignments(report.id)}
        self._answer(HTTPStatus.OK, msgspec.json.encode(body), "application/json")

    def _keep(self, keep: Callable[[bytes], Decision | Assignment]) -> None:
        """Keep what was sent, and answer with it as kept, or with what somebody else decided since."""
        length = int(self.headers.get("Content-Length") or 0)
        if self.headers.get("Content-Type", "").partition(";")[0] != "application/json" or not 0 < length <= _LONGEST:
            self.close_connection = True
            self._refuse(HTTPStatus.BAD_REQUEST, f"a decision is JSON of at most {_LONGEST} bytes")
            return
        try:
            kept = keep(self.rfile.read(length))
        except (DecisionConflictError, AssignmentConflictError) as conflict:
            self._answer(HTTPStatus.CONFLICT, msgspec.json.encode(conflict.current), "application/json")
        except (FormatError, UsageError) as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))
        else:
            self._answer(HTTPStatus.OK, msgspec.json.encode(kept), "application/json")

    def _events(self, report: ServedReport) -> None:
        """Decisions and assignments of everybody as they come, as server-sent events, until the reader has gone."""
        team = self.server.team
        arriving = team.listen(report.id)
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            self.wfile.write(b": listening\n\n")
            while True:
                self.wfile.write(_event(arriving))
                self.wfile.flush()
        except OSError:
            return
        finally:
            team.leave(arriving)

    def _refuse(self, status: HTTPStatus, reason: str) -> None:
        self._answer(status, f"{reason}\n".encode(), "text/plain; charset=utf-8")

    def _answer(self, status: HTTPStatus, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _event(arriving: queue.SimpleQueue[bytes]) -> bytes:
    try:
        return arriving.get(timeout=_HEARTBEAT) + b"\n\n"
    except queue.Empty:
        return b": still here\n\n"
