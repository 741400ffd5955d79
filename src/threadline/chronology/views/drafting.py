"""An agency's timeline typed in the browser, checked as it is saved, signed off and sent; and the form to download."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.views import ReviewView
from threadline.chronology.actions import drafting as acts
from threadline.chronology.forming import columns_of, form_of
from threadline.chronology.forms import resend
from threadline.chronology.forms.drafts import RowForm, SignFileForm, SignForm
from threadline.chronology.models import AgencyFile, Draft, DraftEntry
from threadline.chronology.queries import desk
from threadline.chronology.views.files import OfFile
from threadline.chronology.views.questions import OfContributor
from threadline.domain.chronology.writers.agency_form import FORMS
from threadline.reviews.models import ContributingAgency

TYPES = {
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


class FormDownload(OfContributor):
    """The form made for one agency, as Word or Excel."""

    permission = Permission.TIMELINE_UPLOAD
    reads = "chronology.form_downloaded"

    def get(self, request: HttpRequest, *, form: str, **kwargs: Any) -> HttpResponse:
        """The file."""
        if form not in TYPES:
            raise Http404
        made = form_of(self.contributor)
        name, kind = TYPES[form]
        self.shows(self.contributor, form=name)
        response = HttpResponse(FORMS[form](made), content_type=kind)
        file = f"{self.review.reference} timeline form.{form}"
        response.headers["Content-Disposition"] = content_disposition_header(True, file) or "attachment"
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response


class BeginDraft(OfContributor):
    """Open the timeline that the agency types here."""

    permission = Permission.AGENCY_DESK
    reads = "chronology.desk_read"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Open it, or a new one."""
        draft = acts.begin_draft(by=self.viewer, contributor=self.contributor)
        return redirect("chronology:draft", self.review.reference, draft.pk)


class OfDraft(ReviewView, base=True):
    """A page about a timeline that an agency types."""

    reads = "chronology.draft_read"
    found: Draft

    def target(self, **where: Any) -> Model:
        """The draft, or 404."""
        drafts = Draft.objects.select_related("review__board", "agency", "sent_by")
        self.found = self.one(drafts, pk=where["draft"])
        return self.found

    @property
    def contributor(self) -> ContributingAgency:
        """The agency's part of the review."""
        asked = ContributingAgency.objects.select_related("review", "agency")
        return self.one(asked, review=self.review, agency=self.found.agency_id)  # type: ignore[no-any-return]  # one is Any

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the draft on it."""
        self.shows(self.found)
        shown = {"draft": self.found, "contributor": self.contributor, **context}
        return self.page(f"chronology/{template}.html", shown)


LOOK = "look"
"""What the form is sent with to be looked at by the checks, not saved: as it is typed, or by its button."""


class Looking(ReviewView, base=True):
    """A page on which a row is typed: the checks look at it before it is saved."""

    def looked(
        self, form: RowForm, *, draft: Draft, contributor: ContributingAgency, entry: DraftEntry | None = None
    ) -> desk.Looked | None:  # fmt: skip
        """What the checks would ask about the row as it is typed."""
        return desk.looked_at(draft=draft, contributor=contributor, said=form.typed, entry=entry)

    def fragment(self, looked: desk.Looked | None) -> HttpResponse:
        """The part of the page that says so, for the page that is open."""
        return self.page("chronology/looked.html", {"looked": looked})


class TypeTimeline(OfDraft, Looking):
    """The timeline as far as it is typed, with what the checks ask; a row to add."""

    permission = Permission.DRAFT_READ

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        return self._page(RowForm(columns=columns_of(self.review)))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Add a row, or have it looked at by the checks."""
        form = RowForm(request.POST, columns=columns_of(self.review))
        if request.POST.get("act") == LOOK:
            return self._look(form)
        if form.is_valid():
            try:
                row = acts.type_row(by=self.viewer, draft=self.found, said=form.said)
            except Refused as refused:
                form.add_error(None, str(refused))
        if not form.is_valid():
            return self._page(form)
        messages.success(request, "The row is saved. What the checks ask about it stands beside it.")
        return redirect(f"{reverse('chronology:draft', args=[self.review.reference, self.found.pk])}#row-{row.pk}")

    def _look(self, form: RowForm) -> HttpResponse:
        looked = self.looked(form, draft=self.found, contributor=self.contributor)
        if self.request.htmx:  # type: ignore[attr-defined]  # the middleware's
            self.shows(self.found)
            return self.fragment(looked)
        return self._page(form, looked)

    def _page(self, form: RowForm, looked: desk.Looked | None = None) -> HttpResponse:
        found = desk.typing(draft=self.found, contributor=self.contributor)
        able = may(self.viewer, Permission.DRAFT_WRITE, self.found)
        signs = may(self.viewer, Permission.TIMELINE_SIGN, self.found) and self.found.state == Draft.State.TO_SIGN
        sign = SignForm(initial={"version": self.found.version}, auto_id="sign-%s") if signs else None
        return self.draw("draft", found=found, form=form, may_write=able, sign=sign, looked=looked)


class SendToSign(OfDraft):
    """The timeline sent to whoever signs it off."""

    permission = Permission.DRAFT_WRITE
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Send it."""
        version = request.POST.get("version", "")
        try:
            acts.send_to_sign(by=self.viewer, draft=self.found, version=int(version) if version.isdecimal() else 0)
            messages.success(request, "Whoever signs off for your agency is told that it is ready to be read.")
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("chronology:draft", self.review.reference, self.found.pk)


class Sign(OfDraft):
    """The timeline signed off and sent, or given back."""

    permission = Permission.TIMELINE_SIGN
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Sign it off, or give it back with what should be changed."""
        form = SignForm(request.POST, auto_id="sign-%s")
        form.is_valid()
        note, version = form.cleaned_data.get("note", ""), form.cleaned_data.get("version") or 0
        try:
            if request.POST.get("act") == "back":
                acts.give_back(by=self.viewer, draft=self.found, because=note, version=version)
                messages.success(request, "The author is told that changes are wanted.")
            else:
                acts.sign_draft(by=self.viewer, draft=self.found, note=note, version=version)
                messages.success(request, "The timeline is signed off and sent. It is read and checked like any other.")
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("chronology:draft", self.review.reference, self.found.pk)
        return redirect("chronology:desk", self.review.reference, self.contributor.pk)


class ChangeRow(Looking):
    """One row of a timeline being typed: changed, or taken out."""

    permission = Permission.DRAFT_WRITE
    reads = "chronology.draft_read"
    entry: DraftEntry

    def target(self, **where: Any) -> Model:
        """The row, or 404."""
        related = ("draft__review__board", "draft__agency")
        self.entry = self.one(DraftEntry.objects.select_related(*related), pk=where["entry"])
        return self.entry

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The row in a form."""
        initial = {**self.entry.said, "version": self.entry.version}
        return self._page(RowForm(columns=columns_of(self.review), initial=initial))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Change it, take it out, or have it looked at by the checks."""
        form = RowForm(request.POST, columns=columns_of(self.review))
        if request.POST.get("act") == LOOK:
            return self._look(form)
        out = request.POST.get("act") == "out"
        if not (out or form.is_valid()):
            return self._page(form)
        version = request.POST.get("version", "")
        seen = int(version) if version.isdecimal() else 0
        try:
            if out:
                acts.remove_row(by=self.viewer, entry=self.entry, version=seen)
            else:
                acts.change_row(by=self.viewer, entry=self.entry, said=form.said, version=seen)
        except Refused as refused:
            form.add_error(None, str(refused))
            resend(form, version=DraftEntry.objects.filter(pk=self.entry.pk).values_list("version", flat=True).first())
            return self._page(form)
        messages.success(request, "The row is taken out." if out else "The row is changed.")
        return redirect("chronology:draft", self.review.reference, self.entry.draft_id)

    def _look(self, form: RowForm) -> HttpResponse:
        draft = self.entry.draft
        asked = ContributingAgency.objects.select_related("review", "agency")
        contributor = self.one(asked, review=self.review, agency=draft.agency_id)
        looked = self.looked(form, draft=draft, contributor=contributor, entry=self.entry)
        if self.request.htmx:  # type: ignore[attr-defined]  # the middleware's
            self.shows(self.entry)
            return self.fragment(looked)
        return self._page(form, looked)

    def _page(self, form: RowForm, looked: desk.Looked | None = None) -> HttpResponse:
        self.shows(self.entry)
        return self.page("chronology/draft_row.html", {"form": form, "entry": self.entry, "looked": looked})


class SignFile(OfFile):
    """A timeline that the agency sent as a file, signed off by somebody who did not send it."""

    permission = Permission.TIMELINE_SIGN
    reads = "chronology.file_looked_at"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What signing off says."""
        return self._page(SignFileForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Sign it off."""
        form = SignFileForm(request.POST)
        if form.is_valid():
            try:
                acts.sign_file(by=self.viewer, file=self.file, note=form.cleaned_data["note"])
            except Refused as refused:
                form.add_error(None, str(refused))
        if not form.is_valid():
            return self._page(form)
        messages.success(request, "The timeline is signed off for your agency.")
        return redirect("chronology:sources", self.review.reference)

    def _page(self, form: SignFileForm) -> HttpResponse:
        self.shows(self.file, page="sign")
        waits = self.file.state not in (AgencyFile.State.TO_CHECK, AgencyFile.State.ACCEPTED)
        return self.page("chronology/sign_file.html", {"form": form, "file": self.file, "waits": waits})
