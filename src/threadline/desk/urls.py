"""Addresses of the first pages."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from threadline.desk.views import first

urlpatterns = [
    path("", first.MyWork.as_view(), name="work"),
    path("accessibility/", login_not_required(first.Accessibility.as_view()), name="accessibility"),
    path("help/", login_not_required(first.Help.as_view()), name="help"),
    path("help/<slug:name>/", login_not_required(first.Help.as_view()), name="help_page"),
    path("healthz", login_not_required(first.Health.as_view()), name="healthz"),
    path("readyz", login_not_required(first.Ready.as_view()), name="readyz"),
]
