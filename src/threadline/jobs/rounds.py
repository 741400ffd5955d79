"""The one job by which the worker does what comes round."""

from django.core.management import call_command
from django_tasks import task

from threadline.jobs import schedule


@task()
def run_round(name: str) -> None:
    """Do it."""
    schedule.run(name)


def forget_done() -> None:
    """Each night: jobs that ended well a week ago are forgotten."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=7, verbosity=0)
