"""What somebody types about their own account: allauth's forms in our words, and those it does not have."""

from typing import Any

from allauth.account import forms as allauth
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest

from threadline.accounts.models import User
from threadline.accounts.throttle import short_name
from threadline.audit.trail import record
from threadline.ui.forms import Form

EMAIL = "Email address"
NOT_CHECKED = "That passkey could not be checked, or is not one of this account. Try again, or use another way"
HINT = "At least 12 characters. Three or four words that do not belong together are easy to remember."


class SignIn(allauth.LoginForm):  # type: ignore[misc]  # allauth ships no types
    """An e-mail address and a password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = EMAIL


class AskForLink(allauth.ResetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    """The address to which a link goes with which a new password is chosen."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].label = EMAIL

    def save(self, request: HttpRequest, **options: Any) -> str:
        """Send the letter: of the same length of work whether or not the address is known."""
        record("accounts.password_reset_asked", detail={"address": short_name(self.cleaned_data["email"])})
        sent: str = super().save(request, **options)
        return sent


class TypedOnce:
    """A new password is typed once: it can be shown while it is typed."""

    fields: dict[str, forms.Field]
    labels = {"oldpassword": "Your password now", "password1": "New password"}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["password2"]
        self.fields["password1"].help_text = HINT
        for name in self.labels.keys() & self.fields.keys():
            self.fields[name].label = self.labels[name]


class ChangePassword(TypedOnce, allauth.ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    """The password there is, and another."""


class SetPassword(TypedOnce, allauth.SetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    """The first password of somebody who has signed in without one."""


class ResetPassword(TypedOnce, allauth.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth ships no types
    """Another password, by the link that was sent."""


class AddPasskey(passkeys.AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """What the browser made, under a name by which its owner knows it again."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = "Name"
        self.fields["name"].max_length = 60
        self.fields["name"].help_text = "So that you know it again, such as “office laptop”."
        self.fields["passwordless"].label = "Let me sign in with it alone, without my password"
        self.fields["passwordless"].help_text = "It must then check your face, your finger or a PIN each time."


class RenamePasskey(passkeys.EditWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Another name for it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = "Name"
        self.fields["name"].max_length = 60


class FirstPassword(Form):
    """The password of a new account, typed once: it can be shown while it is typed."""

    password = forms.CharField(
        label="Choose a password",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=HINT,
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_password(self) -> str:
        """The password as typed. Raises ValidationError where a rule is against it."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password


class Checked:
    """A passkey's answer; whatever is wrong with one, the sentence is the same and quotes nothing of it."""

    def clean_credential(self) -> Any:
        """The passkey. Raises ValidationError for an answer that is not its own."""
        try:
            return super().clean_credential()  # type: ignore[misc]  # of allauth's form beside it
        except forms.ValidationError as wrong:
            if wrong.code == "too_many_login_attempts":
                raise
            raise forms.ValidationError(NOT_CHECKED, code="incorrect_code") from wrong


class PasskeyAfterPassword(Checked, passkeys.AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """At sign-in, in place of a code."""


class PasskeyAlone(Checked, passkeys.LoginWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """At sign-in, in place of password and code."""


class ConfirmByPasskey(Checked, passkeys.ReauthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Before a grave act."""


class NewAddress(Form):
    """Another e-mail address for one's own account."""

    address = forms.EmailField(
        label="New email address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="We send a code there, so that we know it is yours.",
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_address(self) -> str:
        """The address in small letters. Raises ValidationError for the one there is."""
        address: str = self.cleaned_data["address"].lower()
        if address == self.user.email:
            raise forms.ValidationError("That is your e-mail address now. Enter another")
        return address


class CodeFromLetter(Form):
    """The code that was sent to a new address."""

    code = forms.CharField(
        label="Code",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        help_text="The eight figures in the letter. It works for half an hour.",
    )


class CodeFromElsewhere(Form):
    """The code that belongs to a one-time link and came by another route."""

    code = forms.CharField(
        label="Code",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        help_text="The eight figures that you were given apart from the link. With or without spaces.",
    )
