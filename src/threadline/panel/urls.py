"""Addresses of the panel area. A person stands in one by a random id, never by name."""

from django.urls import path

from threadline.panel.views import independence, keeping, meetings, members

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
    path("meetings/", meetings.MeetingsPage.as_view(), name="meetings"),
    path("meetings/call/", meetings.CallMeeting.as_view(), name="call"),
    path("meetings/<uuid:meeting>/", meetings.MeetingPage.as_view(), name="meeting"),
    path("meetings/<uuid:meeting>/move/", meetings.MoveMeeting.as_view(), name="move"),
    path("meetings/<uuid:meeting>/reply/", meetings.Reply.as_view(), name="reply"),
    path("meetings/<uuid:meeting>/cancel/", meetings.CancelMeeting.as_view(), name="cancel"),
    path("meetings/<uuid:meeting>/papers/", meetings.SendPapers.as_view(), name="papers"),
    path("meetings/<uuid:meeting>/calendar/", meetings.CalendarFile.as_view(), name="calendar"),
    path("meetings/<uuid:meeting>/attendance/", keeping.TakeAttendance.as_view(), name="attendance"),
    path("meetings/<uuid:meeting>/attendance/add/", keeping.AddAttendee.as_view(), name="attendee"),
    path("meetings/<uuid:meeting>/items/<slug:item>/", keeping.KeepItem.as_view(), name="item"),
    path("meetings/<uuid:meeting>/minutes/", keeping.MinutesPage.as_view(), name="minutes"),
    path("meetings/<uuid:meeting>/minutes/draft/", keeping.DraftMinutes.as_view(), name="draft"),
    path("meetings/<uuid:meeting>/minutes/correct/", keeping.CorrectMinutes.as_view(), name="correct"),
    path("meetings/<uuid:meeting>/minutes/approve/", keeping.ApproveMinutes.as_view(), name="approve"),
    path("meetings/<uuid:meeting>/minutes/word/", keeping.MinutesAsWord.as_view(), name="minutes_word"),
    path("meetings/<uuid:meeting>/tell/", keeping.TellAbsent.as_view(), name="tell"),
    path("actions/<uuid:given>/done/", meetings.ActionDone.as_view(), name="done"),
]
