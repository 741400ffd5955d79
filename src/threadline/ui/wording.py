"""Error messages in GOV.UK wording, made from a field's label."""

from django import forms
from django.core.exceptions import ValidationError

CHOOSING = (forms.ChoiceField, forms.MultipleChoiceField, forms.ModelChoiceField, forms.BooleanField)


ASKING = ("who", "what", "which", "when", "where", "why", "how", "whether")
POINTED_AT = (
    *ASKING,
    "the",
    "a",
    "an",
    "your",
    "their",
    "his",
    "her",
    "its",
    "our",
    "this",
    "that",
    "at",
    "any",
    "all",
)


def mid_sentence(label: str) -> str:
    """`label` as it reads inside a sentence: a small first letter, unless the first word is an abbreviation."""
    first = label.split(" ")[0]
    return label if first[1:2].isupper() or (len(first) == 1 and first != "A") else label[:1].lower() + label[1:]


def asked_for(field: forms.Field, label: str) -> str:
    """What to do when nothing was given: "Enter the reason", "Select who attends", "Answer ‘Was the child seen?’"."""
    verb = "Select" if isinstance(field, CHOOSING) else "Choose" if isinstance(field, forms.FileField) else "Enter"
    thing = mid_sentence(label)
    first = thing.split(" ")[0].lower()
    if isinstance(field, forms.BooleanField):
        return f"Select ‘{label}’"
    if label.endswith("?"):
        return f"{verb} {thing[:-1]}" if verb == "Select" and first in ASKING else f"Answer ‘{label}’"
    return f"{verb} {thing}" if first in POINTED_AT else f"{verb} the {thing}"


def messages(field: forms.Field, label: str) -> dict[str, str]:
    """What to say for each error code of `field`, shown to people under `label`."""
    not_listed = f"{label} must be one of those listed"
    counted = label.replace("%", "%%")
    said = {
        "required": asked_for(field, label),
        "invalid_choice": not_listed,
        "invalid_list": not_listed,
        "invalid_pk_value": not_listed,
        "max_length": f"{counted} must be %(limit_value)d characters or fewer",
        "min_length": f"{counted} must be %(limit_value)d characters or more",
        "max_value": f"{counted} must be %(limit_value)s or less",
        "min_value": f"{counted} must be %(limit_value)s or more",
        "null_characters_not_allowed": f"{label} holds a character that cannot be kept",
    }
    if "invalid" in _stock(type(field)):
        said["invalid"] = f"{label} is not in a form we can read"
    return said | _by_kind(field, label)


def _by_kind(field: forms.Field, label: str) -> dict[str, str]:
    if isinstance(field, forms.EmailField):
        return {"invalid": "Enter an e-mail address in the right form, like name@example.org"}
    if isinstance(field, forms.IntegerField):
        return {"invalid": f"{label} must be a number"}
    if isinstance(field, forms.FileField):
        return {
            "empty": "The file is empty",
            "missing": "No file was sent. Choose it again",
            "invalid": "No file was sent. Choose it again",
            "max_length": "The file's name must be %(max)d characters or fewer. Give it a shorter name",
        }
    return {}


def speak_plainly(field: forms.Field, label: str) -> None:
    """Give `field` the messages above wherever it still has Django's own."""
    stock = _stock(type(field))
    for code, said in messages(field, label).items():
        if field.error_messages.get(code, stock.get(code)) == stock.get(code):
            field.error_messages[code] = said


def plain(error: ValidationError, field: forms.Field, label: str) -> str:
    """The words for `error`: its own, or ours when it carries Django's own words for its code."""
    code = error.code or ""
    if error.message == _stock(type(field)).get(code):
        error = ValidationError(messages(field, label).get(code, error.message), params=error.params)
    return str(error.messages[0])


def _stock(kind: type[forms.Field]) -> dict[str, object]:
    found: dict[str, object] = {}
    for each in reversed(kind.__mro__):
        if each.__module__.startswith("django."):
            found |= getattr(each, "default_error_messages", {})
    return found
