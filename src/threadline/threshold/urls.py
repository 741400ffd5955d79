"""Addresses of the threshold. `referrals` are a Board's, before there is a review; the others are inside one."""

from django.urls import path

from threadline.threshold.views import deciding, referral, register, tasking, telling

app_name = "threshold"
urlpatterns = [
    path("", tasking.Commissioning.as_view(), name="commissioning"),
    path("letters/", tasking.Letters.as_view(), name="letters"),
    path("letters/ask/", tasking.Task.as_view(), name="task"),
    path("letters/remind/<uuid:contributor>/", tasking.Remind.as_view(), name="remind"),
    path("letters/<uuid:letter>/", tasking.ShowLetter.as_view(), name="letter"),
    path("letters/<uuid:letter>/word/", tasking.LetterAsWord.as_view(), name="word"),
    path("letters/<uuid:letter>/acknowledge/", tasking.Acknowledge.as_view(), name="acknowledge"),
]
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
        path(f"{ONE}tell/", telling.Tell.as_view(), name="tell"),
        path(f"{ONE}tell/word/", telling.DecisionAsWord.as_view(), name="word"),
        path(f"{ONE}told/<uuid:telling>/take-back/", telling.TakeBack.as_view(), name="take_back"),
        path(f"{ONE}advice/", telling.RecordAdvice.as_view(), name="advice"),
        path(f"{ONE}advice/<uuid:advice>/reply/", telling.ReplyToAdvice.as_view(), name="reply"),
    ],
    "referrals",
)
