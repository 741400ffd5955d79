"""Key practice episodes: named, changed, taken out."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.chronology import actions
from threadline.chronology.forms import ReasonForm
from threadline.chronology.forms.key_events import EpisodeForm
from threadline.chronology.models import KeyEpisode
from threadline.chronology.queries import key_events as queries


class NewEpisode(ReviewView):
    """A key practice episode named."""

    permission = Permission.KEY_EVENT_WRITE
    reads = "chronology.key_events_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """An empty form."""
        return self.page("chronology/episode.html", {"form": EpisodeForm(), "episode": None})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Name it."""
        form = EpisodeForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            try:
                actions.make_episode(by=self.viewer, review=self.review, title=said["title"], about=said["about"])
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "The episode is named. Choose it on the key events that belong to it.")
                return redirect("chronology:key_events", self.review.reference)
        return self.page("chronology/episode.html", {"form": form, "episode": None})


class OfEpisode(ReviewView, base=True):
    """A page about one episode."""

    episode: KeyEpisode

    def target(self, **where: Any) -> Model:
        """The episode, or 404."""
        self.episode = self.one(queries.episodes(self.review, self.viewer), pk=where["episode"])
        return self.episode

    def answered(self, form: Any, template: str, told: str, act: Any) -> HttpResponse:
        """Do the act and go back to the list; or the form again with what is wrong."""
        if form.is_valid():
            try:
                act(form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(self.request, told)
                return redirect("chronology:key_events", self.review.reference)
        return self.page(template, {"form": form, "episode": self.episode})


class ChangeEpisode(OfEpisode):
    """An episode's title and what it is about, changed."""

    permission = Permission.KEY_EVENT_WRITE
    reads = "chronology.key_events_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The episode in a form."""
        said = {name: getattr(self.episode, name) for name in ("title", "about", "version")}
        return self.page("chronology/episode.html", {"form": EpisodeForm(initial=said), "episode": self.episode})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Change it."""

        def act(said: dict[str, Any]) -> None:
            actions.change_episode(
                by=self.viewer, episode=self.episode, title=said["title"], about=said["about"],
                version=said["version"] or 0,
            )  # fmt: skip

        return self.answered(EpisodeForm(request.POST), "chronology/episode.html", "The episode is changed.", act)


class TakeOutEpisode(OfEpisode):
    """An episode taken out; its key events stay."""

    permission = Permission.KEY_EVENT_WRITE
    reads = "chronology.key_events_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Why."""
        form = ReasonForm(initial={"version": self.episode.version})
        return self.page("chronology/episode_out.html", {"form": form, "episode": self.episode})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it out."""

        def act(said: dict[str, Any]) -> None:
            actions.take_out_episode(
                by=self.viewer, episode=self.episode, because=said["because"], version=said["version"]
            )  # fmt: skip

        told = "The episode is taken out. Its key events stay."
        return self.answered(ReasonForm(request.POST), "chronology/episode_out.html", told, act)
