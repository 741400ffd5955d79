"""Acts made for the tests, so that they do not hang on what an area's acts do just now."""

from threadline.access.acting import Refused, action, service_act
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.people.models import Person


@action(Permission.PERSON_WRITE, records="people.added")
def add(*, by, review, name):
    """Add somebody."""
    made = Person(review=review, name=name, kind="other")
    made.save()
    return made


@action(Permission.PERSON_WRITE, records="people.changed", on="person")
def rename(*, by, person, name):
    """Give somebody another name; an act within another sees the record's own review."""
    person.name = name
    person.save()
    changes().detail["people"] = Person.objects.count()


@action(Permission.REVIEW_WRITE, records="reviews.changed")
def add_several(*, by, review, names):
    """An act of acts."""
    return [add(by=by, review=review, name=name) for name in names]


@action(Permission.REVIEW_READ, records="reviews.changed")
def add_for_another(*, by, helper, review, names, forgive=False):
    """Anybody who may read begins it; `helper` adds. With `forgive` a failure of one is passed over."""
    for name in names:
        try:
            add(by=helper, review=review, name=name)
        except Exception:
            if not forgive:
                raise


@action(Permission.PERSON_WRITE, records="people.added")
def fail(*, by, review, error):
    """Write, then fail."""
    Person(review=review, name="Half done", kind="other").save()
    raise error


@action(Permission.PERSON_WRITE, records="people.added")
def add_twice(*, by, review, name):
    """Add somebody who is there already, by the database's word."""
    for _ in range(2):
        Person(review=review, name=name, kind="other").save()


@action(Permission.PERSON_WRITE, records="tests.unheard_of")
def unheard_of(*, by, review):
    """Record what no area declares."""
    raise AssertionError("it ran")


@action(Permission.REVIEW_OPEN, records="reviews.opened", on="board")
def refuse_to_open(*, by, board):
    """Cannot be done."""
    raise Refused("Not today.")


@action(Permission.PERSON_WRITE, records="people.added")
def nothing(*, by, review):
    """Change nothing."""


@action(Permission.PERSON_WRITE, records="people.added")
def many(*, by, review, count):
    """Add many people."""
    for number in range(count):
        Person(review=review, name=f"Somebody {number}", kind="other").save()


def served(review, *, then=None):
    """What the service does by itself."""
    with service_act("people.added", review) as gathered:
        gathered.detail["count"] = 1
        Person(review=review, name="Found in a file", kind="other").save()
        if then:
            raise then
