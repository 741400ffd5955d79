"""Addresses of the chronology area. No name, title or word of a case stands in any of them."""

from django.urls import include, path

from threadline.chronology.views import (
    checking,
    deciding,
    entries,
    episodes,
    key_events,
    known,
    merged,
    notes,
    pairs,
    picture,
    sources,
)

app_name = "chronology"
of_file = [
    path("", checking.Check.as_view(), name="check"),
    path("rows/<slug:which>/", checking.Rows.as_view(), name="rows"),
    path("row/<uuid:row>/", checking.SettleRow.as_view(), name="settle"),
    path("columns/<int:table>/", checking.ChooseColumns.as_view(), name="columns"),
    path("table/<int:table>/", checking.ChooseTable.as_view(), name="table"),
    path("agency/", checking.NameAgency.as_view(), name="agency"),
    path("standing/", checking.SayStanding.as_view(), name="standing"),
    path("accept/", deciding.Accept.as_view(), name="accept"),
    path("changes/", deciding.Changes.as_view(), name="changes"),
    path("withdraw/", deciding.Withdraw.as_view(), name="withdraw"),
    path("reinstate/", deciding.Reinstate.as_view(), name="reinstate"),
    path("again/", deciding.ReadAgain.as_view(), name="again"),
]
of_key_event = [
    path("", key_events.KeyEventPage.as_view(), name="key_event"),
    path("change/", key_events.ChangeKeyEvent.as_view(), name="key_event_change"),
    path("confirm/", key_events.ConfirmKeyEvent.as_view(), name="key_event_confirm"),
    path("set-aside/", key_events.SetAsideKeyEvent.as_view(), name="key_event_aside"),
]
understanding = [
    path("entries/<uuid:row>/nearby/", pairs.Nearby.as_view(), name="nearby"),
    path("entries/<uuid:row>/told/", known.Share.as_view(), name="share"),
    path("entries/<uuid:row>/note/", notes.NewNote.as_view(), name="note"),
    path("same-event/", pairs.Pairs.as_view(), name="pairs"),
    path("same-event/<uuid:row>/<uuid:other>/", pairs.Pair.as_view(), name="pair"),
    path("same-event/answers/<int:number>/take-back/", pairs.TakeBack.as_view(), name="take_back"),
    path("known/", known.Known.as_view(), name="known"),
    path("known/matrix/", known.Matrix.as_view(), name="matrix"),
    path("known/told/<int:number>/take-back/", known.TakeBackSharing.as_view(), name="share_back"),
    path("key-events/", key_events.KeyEvents.as_view(), name="key_events"),
    path("key-events/mark/<uuid:row>/", key_events.MarkKeyEvent.as_view(), name="mark"),
    path("key-events/<uuid:event>/", include(of_key_event)),
    path("episodes/new/", episodes.NewEpisode.as_view(), name="episode_new"),
    path("episodes/<uuid:episode>/", episodes.ChangeEpisode.as_view(), name="episode"),
    path("episodes/<uuid:episode>/take-out/", episodes.TakeOutEpisode.as_view(), name="episode_out"),
    path("notes/<uuid:note>/", notes.ChangeNote.as_view(), name="note_change"),
    path("picture/", picture.PicturePage.as_view(), name="picture"),
    path("picture/file/", picture.PictureFile.as_view(), name="picture_file"),
    path("views/", notes.Views.as_view(), name="views"),
    path("views/<uuid:named>/forget/", notes.ForgetView.as_view(), name="view_forget"),
]
urlpatterns = [
    path("", sources.Sources.as_view(), name="sources"),
    path("reading/", sources.Reading.as_view(), name="reading"),
    path("files/<uuid:file>/", include(of_file)),
    path("merged/", merged.Merged.as_view(), name="merged"),
    path("merged/<uuid:row>/", merged.Source.as_view(), name="source"),
    path("entries/new/", entries.TypeEntry.as_view(), name="type"),
    path("entries/<uuid:row>/change/", entries.ChangeEntry.as_view(), name="change"),
    path("entries/<uuid:row>/remove/", entries.RemoveEntry.as_view(), name="remove"),
    path("export/<slug:kind>/", merged.Export.as_view(), name="export"),
    path("", include(understanding)),
]
