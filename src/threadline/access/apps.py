"""The access app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AccessConfig(AppConfig):
    """Roles, permissions and the policy."""

    name = "threadline.access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say who comes without a second factor, whose session is shorter, and that tables guard their rows."""
        from threadline.access import readers, rows
        from threadline.accounts import limits, second_factor

        pre_migrate.connect(rows.unguard, sender=self)
        post_migrate.connect(rows.guard)
        if readers.comes_once not in second_factor.exempt:
            second_factor.exempt.append(readers.comes_once)
            limits.shorter.append(readers.idle_seconds)
