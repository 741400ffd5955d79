"""Addresses of the pages that put a whole review together; they stand among those of the review, under its name."""

from django.urls import path

from threadline.desk.views import requirement, review

urlpatterns = [
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
