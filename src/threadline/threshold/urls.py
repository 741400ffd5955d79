"""Addresses of the threshold. `referrals` are a Board's, before there is a review; the others are inside one."""

from django.urls import path

from threadline.threshold.views import deciding, referral, register

app_name = "threshold"
urlpatterns: list[object] = []
ONE = "boards/<uuid:board>/<uuid:referral>/"
referrals = (
    [
        path("", register.ChooseRegister.as_view(), name="start"),
        path("boards/<uuid:board>/", register.Register.as_view(), name="register"),
        path("boards/<uuid:board>/new/", register.Refer.as_view(), name="refer"),
        path(ONE, referral.ShowReferral.as_view(), name="referral"),
        path(f"{ONE}change/", referral.ChangeReferral.as_view(), name="change"),
        path(f"{ONE}question/<slug:limb>/", referral.AnswerQuestion.as_view(), name="answer"),
        path(f"{ONE}again/", referral.TakeUpAgain.as_view(), name="again"),
        path(f"{ONE}recommend/", deciding.Recommend.as_view(), name="recommend"),
        path(f"{ONE}decide/", deciding.Decide.as_view(), name="decide"),
    ],
    "referrals",
)
