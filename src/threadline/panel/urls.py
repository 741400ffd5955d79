"""Addresses of the panel area. A person stands in one by a random id, never by name."""

from django.urls import path

from threadline.panel.views import independence, members

app_name = "panel"
urlpatterns = [
    path("", members.PanelPage.as_view(), name="members"),
    path("appoint/<slug:post>/", members.Appoint.as_view(), name="appoint"),
    path("co-reviewer/", members.ConsiderCoReviewer.as_view(), name="co_reviewer"),
    path("mine/", independence.OwnPart.as_view(), name="part"),
    path("mine/<slug:post>/", independence.Declare.as_view(), name="declare"),
    path("<uuid:member>/", members.MemberPage.as_view(), name="member"),
    path("<uuid:member>/change/", members.ChangeMember.as_view(), name="change"),
    path("<uuid:member>/end/", members.EndMember.as_view(), name="end"),
    path("<uuid:member>/paper/", independence.OnPaper.as_view(), name="paper"),
    path("<uuid:member>/recruitment/", independence.Recruitment.as_view(), name="recruitment"),
    path("<uuid:member>/override/", independence.Override.as_view(), name="override"),
    path("<uuid:member>/recuse/", independence.Recuse.as_view(), name="recuse"),
]
