"""Addresses of the chronology area. No name, title or word of a case stands in any of them."""

from django.urls import include, path

from threadline.chronology.views import checking, deciding, entries, merged, sources

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
]
