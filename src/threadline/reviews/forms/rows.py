"""A form of several alike things, one below the other, that works without a script: empty ones are left out."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField

from threadline.ui.forms import Form

MOST = 60


class RowsForm(Form):
    """Rows of the fields in `parts`. The last row is empty, for one more.

    A row with nothing in it is left out; a row with something in it needs all that `needed` names.
    """

    parts: ClassVar[Mapping[str, type[forms.Field] | forms.Field]] = {}
    needed: ClassVar[Mapping[str, str]] = {}
    thing: ClassVar[str] = "Row"

    def __init__(self, *args: Any, rows: Sequence[Mapping[str, Any]] = (), more: bool = False, **options: Any) -> None:
        data = args[0] if args else options.get("data")
        self.count = min(MOST, int(data["count"]) if data and data.get("count", "").isdecimal() else len(rows) + 1)
        self.count = min(MOST, self.count + more)
        initial = {f"{name}_{place}": value for place, row in enumerate(rows) for name, value in row.items()}
        options["initial"] = {**initial, **options.get("initial", {})}
        super().__init__(*args, **options)
        self.fields["count"] = forms.IntegerField(widget=forms.HiddenInput, initial=self.count, max_value=MOST)
        for place in range(self.count):
            for name in self.parts:
                self.fields[f"{name}_{place}"] = self.made(name)

    def made(self, name: str) -> forms.Field:
        """The field of one part."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any] | None:
        """Ask for what a row that is begun still needs."""
        for place in range(self.count):
            row = {name: self.cleaned_data.get(f"{name}_{place}", "") for name in self.parts}
            if any(row.values()):
                for name, said in self.needed.items():
                    if not row[name] and f"{name}_{place}" not in self.errors:
                        self.add_error(f"{name}_{place}", said)
        return self.cleaned_data

    def said(self) -> list[dict[str, Any]]:
        """The rows with something in them, once the form is valid."""
        rows = ({name: self.cleaned_data[f"{name}_{place}"] for name in self.parts} for place in range(self.count))
        return [row for row in rows if any(row.values())]

    def groups(self) -> list[list[BoundField]]:
        """The fields, row by row."""
        return [[self[f"{name}_{place}"] for name in self.parts] for place in range(self.count)]

    def others(self) -> list[BoundField]:
        """The fields that stand below the rows."""
        ours = {f"{name}_{place}" for name in self.parts for place in range(self.count)}
        return [bound for bound in self if bound.name not in ours]
