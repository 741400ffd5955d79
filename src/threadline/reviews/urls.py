"""Addresses of reviews."""

from django.urls import path

from threadline.reviews import views

app_name = "reviews"
urlpatterns = [
    path("", views.Reviews.as_view(), name="list"),
    path("open/", views.Open.as_view(), name="open"),
    path("<slug:reference>/", views.Overview.as_view(), name="overview"),
    path("<slug:reference>/change/", views.Change.as_view(), name="change"),
]
