"""What somebody types about their own account where allauth has no form for it."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from threadline.accounts.models import User
from threadline.ui.forms import Form


class FirstPassword(Form):
    """The password of a new account, typed once: it can be shown while it is typed."""

    password = forms.CharField(
        label="Choose a password",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least 12 characters. Three or four words that do not belong together are easy to remember.",
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_password(self) -> str:
        """The password as typed. Raises ValidationError where a rule is against it."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password
