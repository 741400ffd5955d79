"""Addresses of the panel area."""

from django.urls import URLPattern

app_name = "panel"
urlpatterns: list[URLPattern] = []
