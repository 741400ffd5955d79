"""The access app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Roles, permissions and the policy."""

    name = "threadline.access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say who comes without a second factor, and whose session is shorter."""
        from threadline.access import readers
        from threadline.accounts import limits, second_factor

        if readers.comes_once not in second_factor.exempt:
            second_factor.exempt.append(readers.comes_once)
            limits.shorter.append(readers.idle_seconds)
