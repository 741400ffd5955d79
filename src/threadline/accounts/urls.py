"""Addresses of one's own account, beside allauth's."""

from django.urls import path

from threadline.accounts import views

urlpatterns = [
    path("second-step/", views.SecondFactor.as_view(), name="second_factor"),
    path("still-here/", views.StillHere.as_view(), name="still_here"),
]
