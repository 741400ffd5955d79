"""Taking a file into the chronology or out of it, each on a page that says what will happen."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.chronology import actions
from threadline.chronology.forms import AcceptForm, ReasonForm
from threadline.chronology.queries import changing, checking
from threadline.chronology.queries.blocking import blockers
from threadline.chronology.views.files import OfFile
from threadline.ui.words import plural


class Accept(OfFile):
    """What accepting brings into the chronology, what it changes of an earlier version, and what is still open."""

    permission = Permission.TIMELINE_ACCEPT
    reads = "chronology.file_looked_at"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page; back to the file where something stands in the way."""
        if blockers(self.file):
            return self.back("accept")
        return self._page(AcceptForm(asking=self._asking, initial={"version": self.file.version}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Accept it."""
        form = AcceptForm(request.POST, asking=self._asking)
        if not form.is_valid():
            return self._page(form)
        unsettled = form.cleaned_data.get("unsettled", False)
        try:
            file = actions.accept(
                by=self.viewer, file=self.file, version=form.cleaned_data["version"], unsettled=unsettled
            )
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(form)
        entries = plural(file.summary["entries"], "entry is", "entries are")
        messages.success(
            request, f"{file.agency}'s file is accepted. Its {entries} in the chronology, and the panel can read them."
        )
        return redirect("chronology:sources", self.review.reference)

    @property
    def _asking(self) -> int:
        return int(self.file.summary.get("asking", 0))

    def _page(self, form: AcceptForm) -> HttpResponse:
        compared = changing.comparison(file=self.file, viewer=self.viewer)
        self.shows(self.file, page="accept")
        sentence = checking.summary_sentence(self.file)
        shown = {"file": self.file, "form": form, "asking": self._asking, "compared": compared, "sentence": sentence}
        return self.page("chronology/accept.html", shown)


class Changes(OfFile):
    """What a file changes of the one it takes, or took, the place of."""

    permission = Permission.TIMELINE_READ
    reads = "chronology.file_looked_at"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The changes; back to the file where it replaces none."""
        compared = changing.comparison(file=self.file, viewer=self.viewer)
        if compared is None:
            return self.back()
        self.shows(self.file, compared.earlier, page="changes")
        return self.page("chronology/changes.html", {"file": self.file, "compared": compared})


class Withdraw(OfFile):
    """Taking a file out, with a reason."""

    permission = Permission.TIMELINE_WITHDRAW
    reads = "chronology.file_looked_at"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What it would do."""
        return self._page(ReasonForm(initial={"version": self.file.version}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Withdraw it."""
        form = ReasonForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            try:
                actions.withdraw(by=self.viewer, file=self.file, because=said["because"], version=said["version"])
            except Refused as refused:
                form.add_error(None, str(refused))
        if not form.is_valid():
            return self._page(form)
        messages.success(
            request, "The file is withdrawn. It is kept as evidence and can be put back from the list of sources."
        )
        return redirect("chronology:sources", self.review.reference)

    def _page(self, form: ReasonForm) -> HttpResponse:
        self.shows(self.file, page="withdraw")
        live = checking.rows(file=self.file, viewer=self.viewer).filter(live=True).count()
        return self.page("chronology/withdraw.html", {"file": self.file, "form": form, "live": live})


class Reinstate(OfFile):
    """Putting a withdrawn or replaced file back among those to be checked."""

    permission = Permission.TIMELINE_WITHDRAW
    reads = "chronology.file_looked_at"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Put it back."""
        version = request.POST.get("version", "")
        try:
            actions.reinstate(by=self.viewer, file=self.file, version=int(version) if version.isdecimal() else 0)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(
                request, "The file is back. Check it and accept it for its entries to be in the chronology."
            )
        return self.back()


class ReadAgain(OfFile):
    """Trying once more to read a file that could not be read."""

    permission = Permission.TIMELINE_CHECK
    reads = "chronology.file_looked_at"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Put it in line again."""
        try:
            actions.read_again(by=self.viewer, file=self.file)
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("chronology:reading", self.review.reference)
