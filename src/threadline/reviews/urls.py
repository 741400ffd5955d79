"""Addresses of reviews. Those of a review's first page and of what puts it together are the desk's."""

from django.urls import include, path

from threadline.reviews.views import holds, method, opening, proceedings, scope, timetable

app_name = "reviews"
of_scope = [
    path("", scope.ReadVersion.as_view(), name="scope_version"),
    path("changes/", scope.CompareVersions.as_view(), name="scope_changes"),
    path("parts/<slug:part>/", scope.WritePart.as_view(), name="scope_part"),
    path("propose/", scope.ProposeScope.as_view(), name="scope_propose"),
    path("decide/", scope.DecideScope.as_view(), name="scope_decide"),
    path("set-aside/", scope.SetAsideScope.as_view(), name="scope_set_aside"),
]
of_timetable = [
    path("", timetable.ReadTimetable.as_view(), name="timetable"),
    path("draw-up/", timetable.DrawUpTimetable.as_view(), name="timetable_draw"),
    path("agree/", timetable.AgreeTimetable.as_view(), name="timetable_agree"),
    path("add/", timetable.AddMilestone.as_view(), name="timetable_add"),
    path("closed/", timetable.CloseDay.as_view(), name="timetable_close"),
    path("milestones/<slug:milestone>/", timetable.MoveMilestone.as_view(), name="timetable_move"),
]
of_processes = [
    path("", proceedings.Processes.as_view(), name="processes"),
    path("confirm/", proceedings.ConfirmProcesses.as_view(), name="process_confirm"),
    path("add/<slug:kind>/", proceedings.AddProcess.as_view(), name="process_add"),
    path("none/<slug:kind>/", proceedings.NoneKnown.as_view(), name="process_none"),
    path("<uuid:process>/", proceedings.ReadProcess.as_view(), name="process"),
    path("<uuid:process>/change/", proceedings.ChangeProcess.as_view(), name="process_change"),
    path("<uuid:process>/contact/", proceedings.RecordContact.as_view(), name="process_contact"),
    path("<uuid:process>/settle/", proceedings.SettleProcess.as_view(), name="process_settle"),
]
of_holds = [
    path("", holds.Holds.as_view(), name="holds"),
    path("place/", holds.ChooseKind.as_view(), name="hold_kind"),
    path("place/<slug:kind>/", holds.PlaceHold.as_view(), name="hold_place"),
    path("<uuid:hold>/keep/", holds.KeepHold.as_view(), name="hold_keep"),
    path("<uuid:hold>/release/", holds.ReleaseHold.as_view(), name="hold_release"),
]
urlpatterns = [
    path("", opening.ListReviews.as_view(), name="list"),
    path("open/", opening.OpenReview.as_view(), name="open"),
    path("<slug:reference>/change/", opening.ChangeReview.as_view(), name="change"),
    path("<slug:reference>/method/", method.MethodOfReview.as_view(), name="method"),
    path("<slug:reference>/method/<str:edition>/", method.MoveToAnotherPack.as_view(), name="move"),
    path("<slug:reference>/scope/", scope.ReadScope.as_view(), name="scope"),
    path("<slug:reference>/scope/begin/", scope.BeginScope.as_view(), name="scope_begin"),
    path("<slug:reference>/scope/<int:number>/", include(of_scope)),
    path("<slug:reference>/timetable/", include(of_timetable)),
    path("<slug:reference>/processes/", include(of_processes)),
    path("<slug:reference>/holds/", include(of_holds)),
]
