"""The sources: what came from whom, and the reading of what has just come."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.chronology import actions
from threadline.chronology.forms import UploadForm, form_token
from threadline.chronology.queries import sources
from threadline.ui.words import plural


class Sources(ReviewView):
    """A row an agency: asked, received, entries, what needs attention; and the place to bring files."""

    permission = Permission.REVIEW_READ
    reads = "chronology.sources_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The list."""
        return self._page(self._form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Receive files; the page shows what was wrong with any that could not be taken."""
        form = self._form(request.POST, request.FILES)
        if form is None or not form.is_valid():
            return self._page(form)
        said = form.cleaned_data
        got = actions.receive_all(
            by=self.viewer, review=self.review, uploads=said["timelines"], token=said["token"],
            contributor=form.contributor,
        )  # fmt: skip
        taken = [each for each in got if each.taken]
        if taken:
            was = "was" if len(taken) == 1 else "were"
            what = f"{plural(len(taken), 'file')} {was} received. What was read is then yours to check."
            messages.success(request, what)
        for each in got:
            if not each.taken:
                form.add_error("timelines", f"{each.name}: {each.problem} {each.remedy}")
        if form.is_valid():
            return redirect("chronology:reading", self.review.reference)
        return self._page(form)

    def _form(self, *sent: Any) -> UploadForm | None:
        contributors, at_large = sources.upload_for(review=self.review, viewer=self.viewer)
        if not contributors and not at_large:
            return None
        return UploadForm(*sent, contributors=contributors, at_large=at_large)

    def _page(self, form: UploadForm | None) -> HttpResponse:
        found = sources.sources(review=self.review, viewer=self.viewer)
        self.shows(
            *(line.file for each in found.agencies for line in each.files), *(line.file for line in found.unnamed)
        )
        shown = {"found": found, "form": form} if form is not None else {"found": found}
        return self.page("chronology/sources.html", {**shown, "new_token": form_token()})


class Reading(ReviewView):
    """What is being read, and what was read and waits to be checked. It can be left; it refreshes itself."""

    permission = Permission.REVIEW_READ
    reads = "chronology.sources_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """How far each file is."""
        found = sources.readings(review=self.review, viewer=self.viewer)
        self.shows(*(each.file for each in found.files))
        return self.page("chronology/reading.html", {"found": found, "steps": len(sources.STAGES) - 1})
