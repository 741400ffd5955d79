"""Key events: the list by episode, one event's page, marking, confirming, setting aside; and the episodes."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.views import ReviewView
from threadline.access.within import Standing
from threadline.chronology import actions
from threadline.chronology.forms import ReasonForm, resend
from threadline.chronology.forms.key_events import ConfirmForm, KeyEventForm
from threadline.chronology.models import KeyEvent, Row
from threadline.chronology.queries import key_events as queries
from threadline.chronology.queries.merged import entries
from threadline.chronology.views.kept import KeptFromPanel


class KeyEvents(KeptFromPanel):
    """The key events in the order of the chronology, by episode, and what each still lacks."""

    permission = Permission.CHRONOLOGY_READ
    reads = "chronology.key_events_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        found = queries.key_events(review=self.review, viewer=self.viewer)
        return self.page("chronology/key_events.html", {"found": found})


class MarkKeyEvent(ReviewView):
    """An entry marked as a key event."""

    permission = Permission.KEY_EVENT_WRITE
    reads = "chronology.source_read"

    row: Row

    def target(self, **where: Any) -> Model:
        """The review; the entry is found first, or 404."""
        seen = entries(Standing(self.viewer, self.review)).select_related("agency", "review")
        self.row = self.one(seen, pk=where["row"])
        return super().target(**where)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """An empty form; the key event itself where it is one already."""
        known = queries.visible(self.review, self.viewer).filter(row=self.row).exclude(state="set_aside").first()
        if known is not None:
            return redirect("chronology:key_event", self.review.reference, known.pk)
        return self._page(self._form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Mark it."""
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form)
        try:
            made = actions.mark_key_event(
                by=self.viewer, row=self.row, title=form.cleaned_data["title"], told=form.told, episode=form.chosen
            )
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(form)
        messages.success(request, "Marked as a key event. It is proposed until a panel meeting confirms it.")
        return redirect("chronology:key_event", self.review.reference, made.pk)

    def _form(self, *sent: Any) -> KeyEventForm:
        return KeyEventForm(*sent, episodes=queries.episodes(self.review, self.viewer))

    def _page(self, form: KeyEventForm) -> HttpResponse:
        self.shows(self.row)
        line = queries.line_of(KeyEvent(row=self.row), self.row)
        return self.page("chronology/key_event_form.html", {"form": form, "line": line, "event": None})


class OfKeyEvent(KeptFromPanel, base=True):
    """A page about one key event."""

    event: KeyEvent

    def target(self, **where: Any) -> Model:
        """The key event, or 404."""
        self.event = self.one(queries.visible(self.review, self.viewer), pk=where["event"])
        return self.event

    def with_form(self, template: str, form: Any) -> HttpResponse:
        """The page with its form and the event's entry."""
        self.shows(self.event)
        line = queries.line_of(self.event, queries.row_of(self.event, self.viewer))
        return self.page(template, {"form": form, "event": self.event, "line": line})

    def back(self, told: str) -> HttpResponse:
        """To the event's page, saying what was done."""
        messages.success(self.request, told)
        return redirect("chronology:key_event", self.review.reference, self.event.pk)


class KeyEventPage(OfKeyEvent):
    """One key event: what happened, what the review makes of it, what is not said yet."""

    permission = Permission.CHRONOLOGY_READ
    reads = "chronology.key_events_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        self.shows(self.event)
        row = queries.row_of(self.event, self.viewer)
        shown = {
            "event": self.event, "line": queries.line_of(self.event, row),
            "may_write": may(self.viewer, Permission.KEY_EVENT_WRITE, self.event),
            "may_confirm": may(self.viewer, Permission.KEY_EVENT_CONFIRM, self.event),
            "form": ReasonForm(initial={"version": self.event.version}),
        }  # fmt: skip
        return self.page("chronology/key_event.html", shown)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Put it back, where it was set aside."""
        try:
            version = int(request.POST.get("version", ""))
            actions.put_back_key_event(by=self.viewer, key_event=self.event, version=version)
        except (Refused, ValueError) as refused:
            messages.error(request, str(refused) if isinstance(refused, Refused) else "Press the button again.")
            return redirect("chronology:key_event", self.review.reference, self.event.pk)
        return self.back("The key event is put back, for the panel to confirm.")


class ChangeKeyEvent(OfKeyEvent):
    """What is said of a key event, changed."""

    permission = Permission.KEY_EVENT_WRITE
    reads = "chronology.key_events_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What is said of it, in a form."""
        event = self.event
        said = {name: getattr(event, name) for name in ("title", "version", *KeyEvent.ASKED)}
        return self.with_form(
            "chronology/key_event_form.html", self._form(initial=said | {"episode": event.episode_id or ""})
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Change it."""
        form = self._form(request.POST)
        if form.is_valid():
            try:
                actions.change_key_event(
                    by=self.viewer, key_event=self.event, title=form.cleaned_data["title"], told=form.told,
                    episode=form.chosen, version=form.cleaned_data["version"] or 0,
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, str(refused))
                resend(form, version=self.event.version)
            else:
                return self.back("The key event is changed.")
        return self.with_form("chronology/key_event_form.html", form)

    def _form(self, *sent: Any, **options: Any) -> KeyEventForm:
        return KeyEventForm(*sent, episodes=queries.episodes(self.review, self.viewer), **options)


class ConfirmKeyEvent(OfKeyEvent):
    """A key event confirmed by a panel meeting."""

    permission = Permission.KEY_EVENT_CONFIRM
    reads = "chronology.key_events_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Which meeting, and where it is minuted."""
        said: dict[str, Any] = {"version": self.event.version}
        if (word := queries.panels_word(self.review)) is not None:
            said |= {"met_on": word.decided_on, "minuted": word.words}
        return self.with_form("chronology/key_event_confirm.html", ConfirmForm(initial=said))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Confirm it."""
        form = ConfirmForm(request.POST)
        if form.is_valid():
            try:
                actions.confirm_key_event(
                    by=self.viewer, key_event=self.event, confirmation=form.confirmation_by(self._word()),
                    version=form.cleaned_data["version"],
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("The key event is confirmed by the panel.")
        return self.with_form("chronology/key_event_confirm.html", form)

    def _word(self) -> tuple[date, str] | None:
        word = queries.panels_word(self.review)
        return (word.decided_on, str(word.pk)) if word else None


class SetAsideKeyEvent(OfKeyEvent):
    """A key event that is none after all, set aside with the reason."""

    permission = Permission.KEY_EVENT_WRITE
    reads = "chronology.key_events_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Why."""
        return self.with_form("chronology/key_event_aside.html", ReasonForm(initial={"version": self.event.version}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Set it aside."""
        form = ReasonForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            try:
                actions.set_aside_key_event(
                    by=self.viewer, key_event=self.event, because=said["because"], version=said["version"]
                )
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("The key event is set aside. What was said of it is kept.")
        return self.with_form("chronology/key_event_aside.html", form)
