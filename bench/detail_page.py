"""What a signed-in page with its audited read costs, against a bare "hello" of the same process (limit 10, aim 7).

The hello is a two-word answer behind Django's own seven middlewares. Each page is asked for as a server does, by WSGI,
signed in as people are: session, user, policy, query, template, and the audit event committed.
CPU milliseconds, the least of several turns taken in alternation; and the number of queries.

Run: .venv/bin/python -m bench.detail_page
"""

import io
import sys
from collections.abc import Callable
from typing import Any

from bench.installation import interleaved, scratch

LIMIT = 10
SEVEN = [
    "bench.hello.At", "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware",
]  # fmt: skip


def asked(handler: Callable[..., Any], path: str, cookie: str = "") -> Callable[[], tuple[str, bytes]]:
    """A function that asks the handler for a page, as a server does, and gives its status and body."""
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "HTTP_HOST": "localhost", "HTTP_COOKIE": cookie, "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr, "wsgi.multithread": True, "wsgi.multiprocess": True,
        "REMOTE_ADDR": "127.0.0.1",
    }  # fmt: skip

    def ask() -> tuple[str, bytes]:
        began: list[str] = []
        answer = handler({**environ, "wsgi.input": io.BytesIO()}, lambda status, headers: began.append(status))
        body = b"".join(answer)
        answer.close()
        return began[0], body

    return ask


def main() -> None:
    """Measure and print; exit code 1 above the limit."""
    scratch()
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.db import connection
    from django.test import Client, override_settings
    from django.test.utils import CaptureQueriesContext

    from bench.merged_page import review_of
    from threadline.accounts.models import User
    from threadline.chronology.models import Row
    from threadline.people.models import Person

    user = User.objects.create_user("bench@threadline.example", "Bench", "x" * 20)
    TOTP.activate(user, generate_totp_secret())
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    start = f"/reviews/{review_of(500, user)}/"
    person, row = Person._base_manager.get(), Row._base_manager.first()
    ours = get_wsgi_application()
    with override_settings(MIDDLEWARE=SEVEN):
        bare = get_wsgi_application()
    pages = {
        "hello": asked(bare, "/"),
        "healthz": asked(ours, "/healthz"),
        "sign in": asked(ours, "/account/login/"),
        "an entry": asked(ours, f"{start}chronology/merged/{row.pk}/", cookie),
        "a person": asked(ours, f"{start}people/{person.pk}/", cookie),
        "notices": asked(ours, "/notices/", cookie),
        "overview": asked(ours, start, cookie),
        "my work": asked(ours, "/", cookie),
    }
    taken = {}
    for name, page in pages.items():
        with CaptureQueriesContext(connection) as queries:
            status, body = page()
        if not status.startswith("200"):
            sys.exit(f"{name} answered {status}, so there is nothing to measure")
        taken[name] = f"{len(queries)} queries, {len(body) / 1024:.1f} KB"
    figures = interleaved(pages, times=20)
    for name, figure in figures.items():
        print(f"{name:<12} {figure:6.2f} ms CPU, {figure / figures['hello']:5.2f} × hello; {taken[name]}")
    sys.exit(figures["an entry"] > LIMIT * figures["hello"])


if __name__ == "__main__":
    main()
