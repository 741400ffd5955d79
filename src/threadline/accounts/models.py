"""A person's account. There is no sign-up: a Board's business manager invites."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

NOWHERE = "reader.invalid"


class UserManager(BaseUserManager["User"]):
    """Makes accounts; e-mail addresses are compared without regard to case."""

    def create_user(self, email: str, name: str, password: str | None = None, **fields: Any) -> "User":
        """A new account; nobody can sign in until a password is set. Raises ValueError without an e-mail address."""
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=email.strip().lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_reader(self, name: str, *, key: str) -> "User":
        """An account of somebody who comes by one-time links alone: no password, and an address nothing reaches.

        The same `key`, a random one, always names the same account: what is sent twice makes it once.
        """
        address = f"{key}@{NOWHERE}"
        found = self.filter(email=address).first()
        return found or self.create_user(address, name)

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account of that e-mail address, whatever its case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Someone who can sign in. The id is random, so it can stand in an address and an audit event."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects = UserManager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="one_account_an_email")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name shown on screens."""
        return self.name

    def get_short_name(self) -> str:
        """The first word of the name."""
        return self.name.split(" ")[0]

    @property
    def has_address(self) -> bool:
        """Whether letters can reach the account: not those of people who come by one-time links alone."""
        return not self.email.endswith(f"@{NOWHERE}")

    @property
    def is_staff(self) -> bool:
        """Nobody has Django's own administration pages."""
        return False

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Never: permissions are rows of the access policy, not Django's."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        """Never: see `has_perm`."""
        return False


class Invitation(models.Model):
    """A link by which somebody chooses the password of the account made for them. Only the link's digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, db_index=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user"], condition=Q(used_at__isnull=True), name="one_open_invitation")
        ]

    def __str__(self) -> str:
        return f"invitation of {self.made_at:%d %B %Y}"


class OneTimeLink(models.Model):
    """A link that, with a code sent another way, lets one person in once to one review. Only digests are kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="one_time_links")
    review = models.CharField(max_length=36, help_text="the id of the review it is for")
    digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"one-time link of {self.made_at:%d %B %Y}"
