"""Addresses of the first pages, and of those that put a whole review together: these stand under the review's name."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from threadline.desk.views import first, requirement, review

urlpatterns = [
    path("", first.MyWork.as_view(), name="work"),
    path("reviews/<slug:reference>/your-part/", first.YourPart.as_view(), name="own_part"),
    path("accessibility/", login_not_required(first.Accessibility.as_view()), name="accessibility"),
    path("help/", login_not_required(first.Help.as_view()), name="help"),
    path("help/<slug:name>/", login_not_required(first.Help.as_view()), name="help_page"),
    path("healthz", login_not_required(first.Health.as_view()), name="healthz"),
    path("readyz", login_not_required(first.Ready.as_view()), name="readyz"),
]
of_review = [
    path("<slug:reference>/", review.ReviewOverview.as_view(), name="overview"),
    path("<slug:reference>/position/", review.PositionStatement.as_view(), name="position"),
    path("<slug:reference>/position/word/", review.PositionInWord.as_view(), name="position_word"),
    path(
        "<slug:reference>/position/waivers/<uuid:waiver>/withdraw/", requirement.WithdrawWaiver.as_view(),
        name="withdraw_waiver",
    ),
    path("<slug:reference>/position/<str:requirement>/", requirement.OneRequirement.as_view(), name="requirement"),
    path("<slug:reference>/position/<str:requirement>/waive/", requirement.WaiveRequirement.as_view(), name="waive"),
]  # fmt: skip
