"""Django's own commands, for those who look after an installation: `python -m threadline.project.manage`."""

import os
import sys


def main(arguments: list[str] | None = None) -> None:
    """Run a Django management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "threadline.project.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(arguments if arguments is not None else sys.argv)


if __name__ == "__main__":
    main()
