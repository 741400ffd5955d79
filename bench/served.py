"""The service with a bare "hello" beside it in one process, for measuring by requests as people's browsers make them.

`/_hello` is two words behind Django's own seven middlewares; `/_cpu` gives the CPU seconds this process has used.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.test import override_settings

from bench.hello import SEVEN

ours = get_wsgi_application()
with override_settings(MIDDLEWARE=SEVEN):
    bare = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer one request."""
    path = environ["PATH_INFO"]
    if path == "/_cpu":
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [str(time.process_time()).encode()]
    if path == "/_hello":
        return bare({**environ, "PATH_INFO": "/"}, start_response)
    return ours(environ, start_response)
