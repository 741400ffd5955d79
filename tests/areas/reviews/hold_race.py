"""Four people do an act that a hold stops while a fifth places the hold, again and again, each in a thread.

Run by `test_hold_race.py` in a process with a database of its own: an audit trail cannot be emptied between tests.
Prints how often the act was done and held; fails where an act stands in the trail after the hold that stops it.
"""

import os
import sys
import tempfile
import threading

ROUNDS, ACTING = 4, 4


def scratch() -> None:
    """A database of our own, in a file, with cheap passwords."""
    data = tempfile.mkdtemp(prefix="threadline-race-")
    os.environ.update(
        THREADLINE_DATA=data, THREADLINE_HTTPS="0", DJANGO_SETTINGS_MODULE="threadline.project.settings",
        THREADLINE_TASKS="django_tasks.backends.immediate.ImmediateBackend",
    )  # fmt: skip
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    call_command("migrate", verbosity=0)


def main() -> int:
    """The rounds."""
    scratch()
    from django.db import connections

    from tests.people import assemble, review
    from threadline.access.acting import Held, action
    from threadline.access.permissions import Permission
    from threadline.audit.models import Event
    from threadline.people.models import Person
    from threadline.reviews import actions

    @action(Permission.PERSON_WRITE, records="people.added", holdable="panel.share_papers")
    def send_papers(*, by, review, number):
        Person(review=review, name=f"Papers {number}", kind="other").save()

    cast, told = assemble(), {"done": 0, "held": 0}
    for turn in range(ROUNDS):
        here, start, fault = review(cast.board, f"H-{turn}", cast.police), threading.Barrier(ACTING + 1), []

        def run(act, start=start, fault=fault):
            start.wait()
            try:
                act()
                told["done"] += 1
            except Held:
                told["held"] += 1
            except Exception as error:
                fault.append(error)
            finally:
                connections.close_all()

        def place(here=here):
            actions.place_hold(
                by=cast.asha, review=here, kind="police_investigation", acts=["panel.share_papers"],
                since=here.opened_at.date(), asked_by="DS Sorrel", because="So.",
            )  # fmt: skip

        doing = [lambda n=n, here=here: send_papers(by=cast.asha, review=here, number=n) for n in range(ACTING)]
        threads = [threading.Thread(target=run, args=(act,)) for act in (*doing[:2], place, *doing[2:])]
        [each.start() for each in threads]
        [each.join() for each in threads]
        trail = list(
            Event.objects.filter(review=str(here.pk), outcome="done").order_by("id").values_list("kind", flat=True)
        )
        after = trail[trail.index("reviews.hold_placed") :]
        if fault or "people.added" in after:
            print("after the hold:", after, fault)
            return 1
    print(f"done {told['done'] - ROUNDS}, held {told['held']}")
    return 0 if told["done"] + told["held"] == ROUNDS * (ACTING + 1) else 1


if __name__ == "__main__":
    sys.exit(main())
