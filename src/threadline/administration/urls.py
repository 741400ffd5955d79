"""Addresses of administration: a Board stands in them by its id. `readers` are those inside a review."""

from django.urls import path

from threadline.administration.views import accounts, board, inviting, letters, packs, trail

app_name = "administration"
urlpatterns = [
    path("", board.ChooseBoard.as_view(), name="start"),
    path("<uuid:board>/people/", board.PeopleAndRoles.as_view(), name="people"),
    path("<uuid:board>/roles/", board.WhatRolesSee.as_view(), name="roles"),
    path("<uuid:board>/people/invite/", inviting.ChooseRole.as_view(), name="invite"),
    path("<uuid:board>/people/invite/<slug:role>/", inviting.InviteSomebody.as_view(), name="invite_to"),
    path("<uuid:board>/people/<uuid:holding>/end/", inviting.EndRole.as_view(), name="end"),
    path("<uuid:board>/people/<uuid:holding>/invite-again/", inviting.InviteAgain.as_view(), name="invite_again"),
    path("<uuid:board>/people/<uuid:holding>/way-in/", inviting.MakeWayIn.as_view(), name="way_in"),
    path("<uuid:board>/accounts/", accounts.Accounts.as_view(), name="accounts"),
    path("<uuid:board>/accounts/<uuid:account>/", accounts.OneAccount.as_view(), name="account"),
    path("<uuid:board>/accounts/<uuid:account>/<slug:what>/", accounts.HelpAccount.as_view(), name="help_account"),
    path("<uuid:board>/letters/", letters.Letters.as_view(), name="letters"),
    path("<uuid:board>/letters/<uuid:mail>/again/", letters.OneLetter.as_view(again=True), name="letter_again"),
    path("<uuid:board>/letters/<uuid:mail>/leave/", letters.OneLetter.as_view(), name="letter_leave"),
    path("<uuid:board>/method/", packs.ListPacks.as_view(), name="packs"),
    path("<uuid:board>/method/copy/", packs.CopyPack.as_view(), name="pack_copy"),
    path("<uuid:board>/method/<uuid:pack>/", packs.OnePack.as_view(), name="pack"),
    path("<uuid:board>/method/<uuid:pack>/publish/", packs.PublishPack.as_view(), name="pack_publish"),
    path("<uuid:board>/method/<uuid:pack>/<slug:part>/", packs.OnePart.as_view(), name="pack_part"),
    path("<uuid:board>/method/<uuid:pack>/<slug:part>/<str:row>/", packs.ChangeRow.as_view(), name="pack_row"),
    path("<uuid:board>/trail/", trail.WhoHasLooked.as_view(), name="trail"),
    path("<uuid:board>/trail/export/", trail.ExportWhoHasLooked.as_view(), name="trail_export"),
]
readers = (
    [
        path("", trail.WhoCanRead.as_view(), name="review"),
        path("people/<uuid:person>/", trail.WhoCanReadPerson.as_view(), name="person"),
        path("files/<uuid:document>/", trail.WhoCanReadFile.as_view(), name="file"),
        path("<str:model>/<uuid:record>/", trail.WhoCanReadThing.as_view(), name="thing"),
    ],
    "access",
)
