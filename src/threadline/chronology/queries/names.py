"""The names of the register's people, or their pseudonyms in place of them: what a view shows (ANONYMISATION)."""

from collections import Counter
from collections.abc import Callable, Sequence

from threadline.accounts.models import User
from threadline.chronology.queries.naming import names_of
from threadline.domain.anonymise.replace import Named, replacer
from threadline.people.models import Person
from threadline.ui.words import sentence

Names = Callable[[str], str]
WORDS = {
    Person.Kind.CHILD: "Child", Person.Kind.FAMILY: "Family member", Person.Kind.PRACTITIONER: "Practitioner",
    Person.Kind.OTHER: "Person",
}  # fmt: skip


def as_written(text: str) -> str:
    """The text as it is."""
    return text


def signed(by: User, shown: Names) -> str:
    """ " by NAME", for what a person wrote; nothing in a view that shows pseudonyms."""
    return f" by {by}" if shown is as_written else ""


def pseudonyms(people: Sequence[Person]) -> dict[Person, str]:
    """Everybody's pseudonym: the one the register gives, else what the person is to the child, numbered where several
    are the same.
    """
    given = {person: person.pseudonym for person in people}
    words = {person: _word(person) for person, own in given.items() if not own}
    shared, turn = Counter(words.values()), Counter[str]()
    for person, word in words.items():
        turn[word] += 1
        numbered = shared[word] > 1 or word in WORDS.values()
        given[person] = f"{word} {turn[word]}" if numbered else word
    return given


def _word(person: Person) -> str:
    if person.kind == Person.Kind.CHILD or not person.relation:
        return WORDS[Person.Kind(person.kind)]
    return sentence(person.relation)


def names(people: Sequence[Person], *, anonymised: bool) -> Names:
    """What turns a text into what the view shows. `people` are the register's, with their other names."""
    if not anonymised:
        return as_written
    given = pseudonyms(people)
    return replacer(Named(person.name, tuple(names_of(person)[1:]), given[person]) for person in people)
