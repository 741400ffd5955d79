"""What runs beside the review: each kind answered, each process with its log, and what must wait for it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.reviews import actions
from threadline.reviews.forms.proceedings import ConfirmForm, ContactForm, ProcessForm, SettleForm
from threadline.reviews.models import Process
from threadline.reviews.queries import holds as held
from threadline.reviews.queries import proceedings as queries


def said_in(form: ProcessForm, kind: str) -> actions.ProcessSaid:
    """What the form says of a process."""
    return actions.ProcessSaid(
        kind=kind, **{key: value for key, value in form.cleaned_data.items() if key != "version"}
    )


class Processes(ReviewView):
    """Every kind of proceedings, and what must wait, part by part."""

    permission = Permission.PROCESS_READ
    reads = "reviews.processes_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        found = queries.beside(review=self.review, viewer=self.viewer)
        self.shows(*(process for kind in found.kinds for process in kind.processes))
        may_place = held.may_place(review=self.review, viewer=self.viewer)
        return self.page("reviews/processes.html", {"found": found, "may_place": may_place})


class AddProcess(ReviewView):
    """Record a process of a kind."""

    permission = Permission.PROCESS_WRITE

    def get(self, request: HttpRequest, *, kind: str, **kwargs: Any) -> HttpResponse:
        """The form."""
        return self._page(kind, ProcessForm())

    def post(self, request: HttpRequest, *, kind: str, **kwargs: Any) -> HttpResponse:
        """Record it."""
        form = ProcessForm(request.POST)
        if form.is_valid():
            try:
                made = actions.add_process(by=self.viewer, review=self.review, said=said_in(form, kind))
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"“{made}” is recorded. Next, record what was said with whoever leads it.")
                return redirect("reviews:process", self.review.reference, made.pk)
        return self._page(kind, form)

    def _page(self, kind: str, form: ProcessForm) -> HttpResponse:
        if kind not in Process.Kind.values:
            raise Http404
        return self.page("reviews/process_form.html", {"form": form, "title": Process.Kind(kind).label})


class NoneKnown(ReviewView):
    """Record that none of a kind is known."""

    permission = Permission.PROCESS_WRITE
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *, kind: str, **kwargs: Any) -> HttpResponse:
        """Record it, or say why that cannot be."""
        try:
            made = actions.none_known(by=self.viewer, review=self.review, kind=kind)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, f"None known: {made.get_kind_display().lower()}.")
        return redirect("reviews:processes", self.review.reference)


class OfProcess(ReviewView):
    """A page about one process."""

    permission = Permission.PROCESS_READ
    reads = "reviews.processes_read"
    process: Process

    def target(self, *, process: UUID, **where: Any) -> Model:  # type: ignore[override]  # the address's own part
        """The process."""
        related = Process.objects.select_related("review__board", "identified_by", "confirmed_by")
        self.process = self.one(related.exclude(standing="none"), pk=process)
        return self.process

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the process on it."""
        self.shows(self.process)
        return self.page(f"reviews/{template}.html", {"process": self.process, **context})

    def back(self, said: str) -> HttpResponse:
        """To the process, saying what was done."""
        messages.success(self.request, said)
        return redirect("reviews:process", self.review.reference, self.process.pk)

    def refused(self, form: Any, refused: Refused) -> None:
        """Say in the form why it could not be done; what was typed stays, and can be saved over what stands now."""
        form.add_error(None, str(refused))
        if isinstance(refused, actions.Overtaken):
            now = Process.objects.values_list("version", flat=True).get(pk=self.process.pk)
            form.data = form.data.copy()
            form.data["version"] = str(now)


class ReadProcess(OfProcess):
    """A process: what is known, what was said, what waits."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        log = list(queries.contacts(process=self.process, viewer=self.viewer))
        self.shows(*log)
        return self.draw(
            "process",
            log=log,
            may_write=queries.may_write(review=self.review, viewer=self.viewer),
            may_read_log=queries.may_read_contacts(review=self.review, viewer=self.viewer),
            may_place=held.may_place(review=self.review, viewer=self.viewer),
            waits=held.acts_in_words(self.process.waits),
        )


class ChangeProcess(OfProcess):
    """Change what is known of a process."""

    permission = Permission.PROCESS_WRITE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form as things stand."""
        return self._page(ProcessForm(initial={name: getattr(self.process, name) for name in ProcessForm.base_fields}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Change it."""
        form = ProcessForm(request.POST)
        if form.is_valid():
            try:
                said, version = said_in(form, self.process.kind), form.cleaned_data["version"]
                actions.change_process(by=self.viewer, process=self.process, version=version, said=said)
            except Refused as refused:
                self.refused(form, refused)
            else:
                return self.back("What is known of it is changed.")
        return self._page(form)

    def _page(self, form: ProcessForm) -> HttpResponse:
        return self.draw("process_form", form=form, title=f"Change “{self.process}”")


class RecordContact(OfProcess):
    """Record what was said."""

    permission = Permission.PROCESS_WRITE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form."""
        return self._page(ContactForm(initial={"on": timezone.localdate()}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Record it."""
        form = ContactForm(request.POST)
        if form.is_valid():
            try:
                actions.record_contact(by=self.viewer, process=self.process, **form.cleaned_data)
            except Refused as refused:
                self.refused(form, refused)
            else:
                return self.back("What was said is on record.")
        return self._page(form)

    def _page(self, form: ContactForm) -> HttpResponse:
        return self.draw("process_form", form=form, title="Record what was said")


class SettleProcess(OfProcess):
    """Record what must wait, and what may go on."""

    permission = Permission.PROCESS_WRITE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form as things stand."""
        names = ("waits", "may_go_on", "settled_with", "version")
        initial = {name: getattr(self.process, name) for name in names}
        return self._page(SettleForm(initial={**initial, "on": self.process.settled_on or timezone.localdate()}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Settle it."""
        form = SettleForm(request.POST)
        if form.is_valid():
            try:
                actions.settle_process(by=self.viewer, process=self.process, **form.cleaned_data)
            except Refused as refused:
                self.refused(form, refused)
            else:
                return self.back(
                    "It is settled what must wait. Place a hold for it, so that nobody does it by mistake."
                )
        return self._page(form)

    def _page(self, form: SettleForm) -> HttpResponse:
        return self.draw("process_form", form=form, title="What must wait, and what may go on")


class ConfirmProcesses(ReviewView):
    """Confirm, as a meeting did, what runs beside the review."""

    permission = Permission.PROCESS_CONFIRM
    reads = "reviews.processes_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What is confirmed."""
        found = queries.beside(review=self.review, viewer=self.viewer)
        initial = {"on": timezone.localdate(), "seen": " ".join(found.seen)}
        return self.page("reviews/process_confirm.html", {"form": ConfirmForm(initial=initial), "found": found})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Confirm it."""
        form = ConfirmForm(request.POST)
        if form.is_valid():
            said = {**form.cleaned_data, "seen": form.cleaned_data["seen"].split()}
            try:
                actions.confirm_processes(by=self.viewer, review=self.review, **said)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "What runs beside the review is confirmed.")
                return redirect("reviews:processes", self.review.reference)
        found = queries.beside(review=self.review, viewer=self.viewer)
        return self.page("reviews/process_confirm.html", {"form": form, "found": found})
