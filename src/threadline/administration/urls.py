"""Addresses of administration: a Board stands in them by its id. `readers` are those inside a review."""

from django.urls import path

from threadline.administration.views import board, inviting, trail

app_name = "administration"
urlpatterns = [
    path("", board.Start.as_view(), name="start"),
    path("<uuid:board>/people/", board.People.as_view(), name="people"),
    path("<uuid:board>/roles/", board.Roles.as_view(), name="roles"),
    path("<uuid:board>/people/invite/", inviting.Invite.as_view(), name="invite"),
    path("<uuid:board>/people/<uuid:holding>/end/", inviting.End.as_view(), name="end"),
    path("<uuid:board>/people/<uuid:holding>/invite-again/", inviting.InviteAgain.as_view(), name="invite_again"),
    path("<uuid:board>/trail/", trail.Trail.as_view(), name="trail"),
    path("<uuid:board>/trail/export/", trail.Export.as_view(), name="trail_export"),
]
readers = (
    [
        path("", trail.Readers.as_view(), name="review"),
        path("files/<uuid:document>/", trail.ReadersOfFile.as_view(), name="file"),
    ],
    "access",
)
