"""What people type to copy a version of the method, to change a row of it, and to publish it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from threadline.access.permissions import Permission
from threadline.access.policy import POLICY
from threadline.domain.framework.editable import Field, FieldKind, Part
from threadline.domain.framework.editing import EditableRow, Value
from threadline.domain.framework.pack import Pack
from threadline.ui.forms import Form

LONGEST = 20_000
WAIVE = frozenset(row.role.key for row in POLICY if row.permission == Permission.REQUIREMENT_WAIVE)
WEIGHTS = (("must", "It must be met"), ("should", "It should be met"))
YES_NO = (("yes", "Yes"), ("no", "No"))


class CopyForm(Form):
    """Which version is copied, and what the Board's own is called."""

    origin_digest = forms.ChoiceField(label="Which version do you start from?", widget=forms.RadioSelect)
    title = forms.CharField(
        label="What is the Board’s own version called?",
        max_length=120,
        help_text="For example, Westmarch Serious Case Review method. It stands on every review that is under it.",
    )

    def __init__(self, *args: Any, offered: Iterable[Pack], **options: Any) -> None:
        super().__init__(*args, **options)
        self.packs = {pack.digest: pack for pack in offered}
        choice = self.fields["origin_digest"]
        choice.choices = [  # type: ignore[attr-defined]  # a choice field
            (digest, f"{pack.about.title}, version {pack.about.version}") for digest, pack in self.packs.items()
        ]
        choice.initial = next(reversed(self.packs), "")

    @property
    def origin(self) -> Pack:
        """The version chosen, once the form is valid."""
        return self.packs[self.cleaned_data["origin_digest"]]


class RowForm(Form):
    """The fields of one row of a pack, as its part has them, and the version at which it was looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, *args: Any, part: Part, row: EditableRow, version: int, titles: Mapping[str, str], **options: Any
    ) -> None:
        self.part = part
        initial: dict[str, Any] = {"version": version}
        made: dict[str, forms.Field] = {}
        for field in part.fields:
            if field.key in row.values or not field.needed:
                value = row.value(field.key)
                initial[field.key] = list(value) if isinstance(value, tuple) else value
                made[field.key] = _field(
                    field, {role: titles.get(role, role) for role in sorted({*WAIVE, *_listed(value)})}
                )
        self.base_fields = {**made, **self.base_fields}
        super().__init__(*args, initial=initial, **options)

    @property
    def values(self) -> dict[str, Value]:
        """What was typed, by field, once the form is valid."""
        typed = {field.key: self.cleaned_data[field.key] for field in self.part.fields if field.key in self.fields}
        return {key: tuple(value) if isinstance(value, list) else value for key, value in typed.items()}

    def tell(self, own: Mapping[str, list[str]], others: Iterable[str]) -> None:
        """Say what is wrong, each at its field, the rest above the form."""
        for key, told in own.items():
            for message in told:
                self.add_error(key if key in self.fields else None, message)
        for message in others:
            self.add_error(None, message)

    def look_again(self, version: int, why: str) -> None:
        """Keep what was typed, for somebody to save over what another has done since, knowingly."""
        self.data = self.data.copy()  # type: ignore[union-attr]  # what a page sends
        self.data["version"] = str(version)  # type: ignore[index]  # a copy can be written
        self.add_error(None, why)


def _listed(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _field(field: Field, roles: Mapping[str, str]) -> forms.Field:
    """The field of a form for a field of a row; `roles` are those to tick. What it may hold the loader judges."""
    said: dict[str, Any] = {"label": field.label, "help_text": field.hint, "required": field.needed}
    if field.kind in (FieldKind.WEIGHT, FieldKind.YES_NO):
        choices = WEIGHTS if field.kind is FieldKind.WEIGHT else YES_NO
        return forms.ChoiceField(**said, choices=choices, widget=forms.RadioSelect)
    if field.kind is FieldKind.ROLES:
        return forms.MultipleChoiceField(**said, choices=list(roles.items()), widget=forms.CheckboxSelectMultiple)
    if field.kind is FieldKind.NUMBER:
        return forms.CharField(**said, max_length=6, widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    if field.kind is FieldKind.LINE:
        return forms.CharField(**said, max_length=300)
    rows = 14 if field.kind is FieldKind.BODY else 4
    return forms.CharField(**said, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}))


class PublishForm(Form):
    """The version that is published, and who agreed to it."""

    number = forms.CharField(
        label="Version", max_length=12, help_text="Figures and dots, higher than the last: for example, 1.1."
    )
    agreed = forms.CharField(
        label="Who agreed to it, and when?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example, the Board at its meeting on 14 March 2016.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
