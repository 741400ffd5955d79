"""Addresses of reviews."""

from django.urls import path

from threadline.reviews import views

app_name = "reviews"
urlpatterns = [
    path("", views.ListReviews.as_view(), name="list"),
    path("open/", views.OpenReview.as_view(), name="open"),
    path("<slug:reference>/", views.ReviewOverview.as_view(), name="overview"),
    path("<slug:reference>/change/", views.ChangeReview.as_view(), name="change"),
]
