"""What a signed-in page with its audited read costs, against a bare "hello" of the same process (limit 10, aim 7).

The service runs as `threadline serve` runs it, with the hello beside it in the same process: two words behind Django's
own seven middlewares. Pages are asked for over HTTP, signed in as people are: session, user, policy, query, template,
and the audit event committed. CPU milliseconds of the serving process for one answer, the least of several batches
taken in turns; and the number of statements the page puts to the database.

Run: .venv/bin/python -m bench.detail_page [--all]
"""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bench.installation import ROOT, scratch

LIMIT = 10
BATCHES, TIMES = 9, 25


@contextmanager
def serving() -> Iterator[int]:
    """The service in a process of its own; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "bench.served", "--bind", f"127.0.0.1:{port}",
            "--worker-class", "gthread", "--workers", "1", "--threads", "4",
            "--log-level", "warning", "--timeout", "120", "--no-control-socket",
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", ".", os.environ.get("PYTHONPATH", "")])},
    )  # fmt: skip
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def asker(port: int, path: str, cookie: str = "") -> Callable[[], tuple[int, bytes]]:
    """A function that asks for a page over a kept connection, and gives its status and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def ask() -> tuple[int, bytes]:
        for _ in range(2):
            try:
                connection.request("GET", path, headers={"Host": "localhost", "Cookie": cookie})
                answer = connection.getresponse()
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                connection.close()
            else:
                return answer.status, answer.read()
        raise ConnectionError(path)

    return ask


def measured(port: int, pages: dict[str, Callable[[], tuple[int, bytes]]]) -> dict[str, float]:
    """CPU milliseconds of the serving process for one answer of each."""
    clock = asker(port, "/_cpu")
    least: dict[str, float] = {}
    for _ in range(BATCHES):
        for name, page in pages.items():
            began = float(clock()[1])
            for _ in range(TIMES):
                page()
            figure = (float(clock()[1]) - began) * 1000 / TIMES
            least[name] = min(least.get(name, figure), figure)
    return least


def made() -> tuple[dict[str, str], str]:
    """The addresses of the pages, and the cookie of the person who looks."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    from django.conf import settings
    from django.test import Client

    from bench.merged_page import review_of
    from threadline.accounts.models import User
    from threadline.chronology.models import Row
    from threadline.people.models import Person

    user = User.objects.create_user("bench@threadline.example", "Bench", "x" * 20)
    TOTP.activate(user, generate_totp_secret())
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    start = f"/reviews/{review_of(500, user)}/"
    person, row = Person._base_manager.get(), Row._base_manager.first()
    addresses = {
        "hello": "/_hello",
        "sign in": "/account/login/",
        "an entry": f"{start}chronology/merged/{row.pk}/",
        "a person": f"{start}people/{person.pk}/",
        "notices": "/notices/",
        **({"overview": start, "my work": "/"} if "--all" in sys.argv else {}),
    }
    return addresses, f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def statements(address: str, cookie: str) -> int:
    """How many statements a page puts to the database, counted in this process."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    client.cookies.load(cookie)
    client.get(address)
    with CaptureQueriesContext(connection) as counted:
        client.get(address)
    return len(counted)


def main() -> None:
    """Measure and print; exit code 1 above the limit."""
    scratch()
    addresses, cookie = made()
    with serving() as port:
        pages = {
            name: asker(port, path, "" if name in ("hello", "sign in") else cookie) for name, path in addresses.items()
        }
        sizes = {}
        for name, page in pages.items():
            status, body = page()
            if status != 200:
                sys.exit(f"{name} answered {status}, so there is nothing to measure")
            sizes[name] = len(body) / 1024
        figures = measured(port, pages)
    for name, figure in figures.items():
        asked = statements(addresses[name], cookie) if name != "hello" else 0
        times = figure / figures["hello"]
        print(f"{name:<10} {figure:7.2f} ms CPU {times:7.2f} × hello {asked:4} statements {sizes[name]:6.1f} KB")
    sys.exit(figures["an entry"] > LIMIT * figures["hello"])


if __name__ == "__main__":
    main()
