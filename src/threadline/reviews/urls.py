"""Addresses of reviews. Those of a review's first page and of what puts it together are the desk's."""

from django.urls import include, path

from threadline.reviews.views import method, opening, scope

app_name = "reviews"
of_scope = [
    path("", scope.ReadVersion.as_view(), name="scope_version"),
    path("changes/", scope.CompareVersions.as_view(), name="scope_changes"),
    path("parts/<slug:part>/", scope.WritePart.as_view(), name="scope_part"),
    path("propose/", scope.ProposeScope.as_view(), name="scope_propose"),
    path("decide/", scope.DecideScope.as_view(), name="scope_decide"),
    path("set-aside/", scope.SetAsideScope.as_view(), name="scope_set_aside"),
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
]
