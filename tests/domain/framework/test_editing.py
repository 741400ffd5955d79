"""A Board changes its pack row by row: what it typed is what is read, and every mistake is at its field (W.a)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.framework.packs import ORIGINAL

from threadline.domain.framework.compare import compare
from threadline.domain.framework.editable import PARTS, FieldKind
from threadline.domain.framework.editing import NoSuchRow, changed, faults, part_named, rows_of, with_head
from threadline.domain.framework.load import examine_texts, load, texts_of

TEXTS = texts_of(ORIGINAL)
PACK = load(ORIGINAL)


def read(texts):
    examined = examine_texts(texts)
    assert examined.problems == ()
    return examined.pack


def test_a_row_saved_as_it_stands_is_the_same_method():
    texts = TEXTS
    for part in PARTS:
        row = rows_of(texts, part)[0]
        texts = changed(texts, part, row.id, row.values)
    assert all(row.value(part.fields[0].key) for part in PARTS for row in rows_of(texts, part))
    assert read(texts).digest == PACK.digest


@pytest.mark.parametrize("part", PARTS, ids=[part.id for part in PARTS])
def test_a_changed_row_changes_itself_and_nothing_else(part):
    name = rows_of(TEXTS, part)[-1].id
    field = next(each for each in part.fields if each.kind in (FieldKind.LINE, FieldKind.WORDS))
    words = "Is this otherwise now?" if field.key == "asks" else "Otherwise now"
    found = compare(PACK, read(changed(TEXTS, part, name, {field.key: words})))
    assert [(change.after, field.key in change.where) for change in found] == [(words, True)]


TYPED = st.text(min_size=1, max_size=80).filter(lambda words: " ".join(filter(str.isprintable, words)).strip())


@settings(max_examples=25, deadline=None)
@given(TYPED)
def test_whatever_is_typed_is_read_as_typed_and_never_as_yaml(words):
    part = part_named("requirements")
    texts = changed(TEXTS, part, "2.1.c", {"says": words})
    said = next(each.says for each in read(texts).requirements if each.id == "2.1.c")
    assert said == " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def test_a_list_left_empty_goes_and_a_field_that_is_not_the_part_s_is_passed_over():
    part = part_named("requirements")
    pack = read(changed(TEXTS, part, "1.d", {"waivable_by": (), "check": "saar.specified"}))
    row = next(each for each in pack.requirements if each.id == "1.d")
    assert (row.waivable_by, row.check) == ((), "family.invited_and_informed")


def test_a_letter_keeps_its_lines():
    part = part_named("letters")
    body = "Dear {{ recipient }}\r\n\r\nYours\tsincerely"
    pack = read(changed(TEXTS, part, "agency-reminder", {"body": body, "subject": "About: {{ reference }}"}))
    letter = next(each for each in pack.letters if each.id == "agency-reminder")
    assert (letter.subject, letter.body) == ("About: {{ reference }}", "Dear {{ recipient }}\n\nYourssincerely")


@pytest.mark.parametrize(
    ("part", "name", "values", "field", "says"),
    [
        ("limits", "period_recommended", {"amount": "a year"}, "amount", "write a whole number"),
        ("questions", "knew_people", {"asks": "I knew them."}, "asks", "not a question"),
        ("timetable", "publication", {"gap": "soon"}, "gap", "“soon”"),
        ("requirements", "2.1.c", {"says": "  "}, "says", "is empty"),
        ("letters", "agency-reminder", {"body": "Dear {{ child_name }}"}, "body", "cannot stand here"),
        ("notices", "date-moved", {"subject": "About {{ child }}"}, "subject", "cannot stand here"),
        ("letters", "agency-reminder", {"body": " "}, "body", "has no text"),
    ],
)
def test_a_mistake_is_told_at_the_field_it_was_made_in(part, name, values, field, says):
    part = part_named(part)
    name = name if name != "knew_people" else rows_of(TEXTS, part)[0].id
    texts = changed(TEXTS, part, name, values)
    own, others = faults(texts, part, name, examine_texts(texts).problems)
    told = own[field] if field else [str(each) for each in others]
    assert says in told[0]


def test_a_mistake_that_shows_elsewhere_is_told_with_its_file_and_line():
    part = part_named("limits")
    texts = changed(TEXTS, part, "period_recommended", {"amount": "30"})
    own, others = faults(texts, part, "period_recommended", examine_texts(texts).problems)
    assert own == {}
    assert [each.place.file for each in others] == ["limits.yaml"]
    assert "shorter than the recommended" in others[0].message


def test_what_is_not_there_cannot_be_changed():
    with pytest.raises(NoSuchRow):
        part_named("coverage")
    with pytest.raises(NoSuchRow):
        changed(TEXTS, part_named("limits"), "tea", {"amount": "3"})


def test_a_copy_gets_a_head_of_its_own():
    origin = {"id": PACK.about.id, "version": PACK.about.version, "digest": PACK.digest}
    pack = read(with_head(TEXTS, id="westmarch", title="Ours", version="1.0", copied_from=origin))
    assert (pack.about.id, pack.about.title, pack.about.copied_from.digest) == ("westmarch", "Ours", PACK.digest)
    assert {change.kind.value for change in compare(PACK, pack)} <= {"about the pack", "wording"}
