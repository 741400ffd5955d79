"""What the subcommands that need an installation share."""

import os


def start_django() -> None:
    """Load Django with the installation's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "threadline.project.settings")
    import django

    django.setup()
