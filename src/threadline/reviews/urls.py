"""Addresses of reviews."""

from django.urls import path

from threadline.reviews.views import opening, overview

app_name = "reviews"
urlpatterns = [
    path("", opening.ListReviews.as_view(), name="list"),
    path("open/", opening.OpenReview.as_view(), name="open"),
    path("<slug:reference>/", overview.ReviewOverview.as_view(), name="overview"),
    path("<slug:reference>/change/", opening.ChangeReview.as_view(), name="change"),
]
