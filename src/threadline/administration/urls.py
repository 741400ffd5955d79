"""Addresses of administration: a Board stands in them by its id. `readers` are those inside a review."""

from django.urls import path

from threadline.administration.views import board, inviting, trail

app_name = "administration"
urlpatterns = [
    path("", board.ChooseBoard.as_view(), name="start"),
    path("<uuid:board>/people/", board.PeopleAndRoles.as_view(), name="people"),
    path("<uuid:board>/roles/", board.WhatRolesSee.as_view(), name="roles"),
    path("<uuid:board>/people/invite/", inviting.InviteSomebody.as_view(), name="invite"),
    path("<uuid:board>/people/<uuid:holding>/end/", inviting.EndRole.as_view(), name="end"),
    path("<uuid:board>/people/<uuid:holding>/invite-again/", inviting.InviteAgain.as_view(), name="invite_again"),
    path("<uuid:board>/trail/", trail.WhoHasLooked.as_view(), name="trail"),
    path("<uuid:board>/trail/export/", trail.ExportWhoHasLooked.as_view(), name="trail_export"),
]
readers = (
    [
        path("", trail.WhoCanRead.as_view(), name="review"),
        path("people/<uuid:person>/", trail.WhoCanReadPerson.as_view(), name="person"),
        path("files/<uuid:document>/", trail.WhoCanReadFile.as_view(), name="file"),
    ],
    "access",
)
