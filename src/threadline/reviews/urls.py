"""Addresses of reviews. Those of a review's first page and of what puts it together are the desk's."""

from django.urls import path

from threadline.reviews.views import method, opening

app_name = "reviews"
urlpatterns = [
    path("", opening.ListReviews.as_view(), name="list"),
    path("open/", opening.OpenReview.as_view(), name="open"),
    path("<slug:reference>/change/", opening.ChangeReview.as_view(), name="change"),
    path("<slug:reference>/method/", method.MethodOfReview.as_view(), name="method"),
    path("<slug:reference>/method/<str:edition>/", method.MoveToAnotherPack.as_view(), name="move"),
]
