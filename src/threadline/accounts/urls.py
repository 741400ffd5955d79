"""Addresses of one's own account. Of allauth's, those that have a page here; the others do not exist."""

from allauth.account import views as allauth
from allauth.mfa.base.views import reauthenticate as reauthenticate_by_code
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount.providers.openid_connect import views as openid
from allauth.socialaccount.views import login_cancelled
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from threadline.accounts.recent import recently_proven
from threadline.accounts.views import address, confirming, entering, invitation, once, own, places

signing_in = [
    path("login/", entering.SignIn.as_view(), name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("signup/", allauth.signup, name="account_signup"),
    path("invitation/<slug:token>/", login_not_required(invitation.TakeUpInvitation.as_view()), name="invitation"),
    path("once/<slug:token>/", once.EnterOnce.as_view(), name="enter_once"),
    path("2fa/authenticate/", entering.EnterCode.as_view(), name="mfa_authenticate"),
    path("2fa/webauthn/login/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("oidc/<slug:provider_id>/login/", entering.StartSingleSignOn.as_view(), name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", openid.callback, name="openid_connect_callback"),
    path("oidc/cancelled/", login_cancelled, name="socialaccount_login_cancelled"),
]

passwords = [
    path("password/change/", allauth.password_change, name="account_change_password"),
    path("password/set/", recently_proven(allauth.password_set), name="account_set_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]

second_step = [
    path("second-step/", own.SecondFactor.as_view(), name="second_factor"),
    path("2fa/", places.YourSignIn.as_view(), name="mfa_index"),
    path("2fa/totp/activate/", recently_proven(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("2fa/recovery-codes/generate/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("2fa/recovery-codes/download/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("2fa/webauthn/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("2fa/webauthn/add/", recently_proven(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/edit/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]

being_here = [
    path("address/", address.ChangeAddress.as_view(), name="change_address"),
    path("address/code/", address.ConfirmAddress.as_view(), name="confirm_address"),
    path("still-here/", own.StillHere.as_view(), name="still_here"),
    path("sessions/", places.WhereSignedIn.as_view(), name="usersessions_list"),
    path("sessions/<int:number>/end/", places.EndSession.as_view(), name="end_session"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("reauthenticate/code/", reauthenticate_by_code, name="mfa_reauthenticate"),
    path("reauthenticate/passkey/", confirming.ConfirmByPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("reauthenticate/work/", confirming.ConfirmBySingleSignOn.as_view(), name="confirm_by_single_sign_on"),
    path("confirmed/", confirming.Confirmed.as_view(), name="confirmed"),
]

urlpatterns = [*signing_in, *passwords, *second_step, *being_here]
