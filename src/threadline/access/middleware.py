"""Gives every request an id for the trail, and answers a refusal as if the thing did not exist."""

import uuid
from collections.abc import Callable
from contextlib import nullcontext

from django.http import Http404, HttpRequest, HttpResponse

from threadline.access.acting import Denied, Refused, request_id
from threadline.access.memory import one_look
from threadline.ui.errors import forbidden


class Acting:
    """Sets the request id; turns Denied into the same 404 as a missing page (TRUST 20), Refused into its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with its id in force."""
        token = request_id.set(str(uuid.uuid4()))
        try:
            with one_look() if request.method in ("GET", "HEAD") else nullcontext():
                return self.get_response(request)
        finally:
            request_id.reset(token)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal is answered like a page that is not there; an act that cannot be done, where no page says why."""
        if isinstance(exception, Denied):
            raise Http404 from exception
        return forbidden(request, exception) if isinstance(exception, Refused) else None
