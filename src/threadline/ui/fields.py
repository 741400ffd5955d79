"""Form fields that Django does not have in the shape people need: a day in three boxes or one, and several files."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from threadline.ui.words import day

PARTS = ("day", "month", "year")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
FORMATS = (
    *("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d"),
    *("%d %B %Y", "%d %b %Y", "%A %d %B %Y", "%a %d %b %Y"),
)
MEGABYTE = 1024 * 1024


class DayInput(forms.Widget):
    """Three boxes, day, month and year. What was typed is kept as it was typed."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, str, str]:
        """What stands in the three boxes."""
        day_, month, year = (str(data.get(f"{name}-{part}", "")).strip() for part in PARTS)
        return day_, month, year

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether the form was sent without these boxes at all."""
        return not any(f"{name}-{part}" in data for part in PARTS)

    @staticmethod
    def parts(value: Any) -> tuple[str, str, str]:
        """The three boxes' text for `value`: a day, what was typed, or nothing."""
        if isinstance(value, dt.date):
            return str(value.day), str(value.month), str(value.year)
        day_, month, year = value or ("", "", "")
        return day_, month, year


class DayField(forms.Field):
    """A calendar day typed in three boxes; the month may be a number or a name. Cleans to a date, or None."""

    widget = DayInput

    def __init__(self, *, earliest: dt.date | None = None, latest: dt.date | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.earliest, self.latest = earliest, latest

    def clean(self, value: Any) -> dt.date | None:
        """The day. Raises ValidationError saying which part is missing or that there is no such day."""
        parts = self.widget.parts(value)
        if not any(parts):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        missing = [name for name, part in zip(PARTS, parts, strict=True) if not part]
        if missing:
            raise ValidationError(f"{self._label} must include a {' and a '.join(missing)}", code="incomplete")
        return within(self._day(*parts), self)

    def _day(self, day_: str, month: str, year: str) -> dt.date:
        number = int(month) if month.isdecimal() else month_named(month)
        if len(year) != 4 or not (year.isdecimal() and day_.isdecimal()):
            raise ValidationError(f"{self._label} must be a real date, with the year as 4 numbers", code="invalid")
        try:
            return dt.date(int(year), number, int(day_))
        except ValueError:
            raise ValidationError(f"{self._label} must be a real date", code="invalid") from None

    @property
    def _label(self) -> str:
        return called(self)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the boxes say something other than `initial`."""
        return self.widget.parts(initial) != self.widget.parts(data)


class TypedDayField(forms.CharField):
    """A calendar day typed in one box, as people write it: 3/2/2015, 3 February 2015. Cleans to a date, or None."""

    def __init__(self, *, earliest: dt.date | None = None, latest: dt.date | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.earliest, self.latest = earliest, latest

    def prepare_value(self, value: Any) -> Any:
        """A day as "3 February 2015"; what was typed stays as typed."""
        return day(value) if isinstance(value, dt.date) else value

    def clean(self, value: Any) -> dt.date | None:
        """The day. Raises ValidationError when it is not a day of the calendar."""
        typed = " ".join(super().clean(value).replace(",", " ").split())
        if not typed:
            return None
        for form in FORMATS:
            try:
                return within(dt.datetime.strptime(typed, form).date(), self)  # noqa: DTZ007 (a day has no zone)
            except ValueError:
                continue
        raise ValidationError(f"{called(self)} must be a real date, like 3 February 2015", code="invalid")


def called(field: forms.Field) -> str:
    """What an error calls a field of a day: its label, a question in quotation marks."""
    label = str(field.label or "The date")
    return f"‘{label}’" if label.endswith("?") else label


def month_named(name: str) -> int:
    """1 for "January", "jan" or "Jan."; at least three letters, else 0."""
    start = name.lower().rstrip(".")
    return next((number for number, full in enumerate(MONTHS, 1) if len(start) > 2 and full.startswith(start)), 0)


def within(value: dt.date, field: "DayField | TypedDayField") -> dt.date:
    """`value`, if it lies between the field's earliest and latest day. Raises ValidationError otherwise."""
    label = called(field)
    if field.earliest and value < field.earliest:
        raise ValidationError(f"{label} must be {day(field.earliest)} or later", code="min_value")
    if field.latest and value > field.latest:
        raise ValidationError(f"{label} must be {day(field.latest)} or earlier", code="max_value")
    return value


class SeveralFilesInput(forms.FileInput):
    """A file control that takes several files at once."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> "list[UploadedFile[Any]]":
        """The files sent, in the order sent."""
        return files.getlist(name) if isinstance(files, MultiValueDict) else [*filter(None, [files.get(name)])]


class MultipleFileField(forms.FileField):
    """One or more files. Cleans to a list; every message names the file it is about.

    `limit` is the most bytes in one file (the installation's UPLOAD_LIMIT unless given); `most` is how many at once.
    """

    widget = SeveralFilesInput

    def __init__(self, *, limit: int | None = None, most: int = 50, **options: Any) -> None:
        super().__init__(**options)
        self.limit, self.most = limit, most

    def clean(self, data: "Sequence[UploadedFile[Any]] | None", initial: Any = None) -> "list[UploadedFile[Any]]":
        """The files. Raises ValidationError with a sentence for each file that cannot be taken."""
        files = list(data or ())
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(files) > self.most:
            raise ValidationError(f"Choose {self.most} files or fewer at a time", code="too_many")
        faults = [fault for file in files if (fault := self._fault(file))]
        if faults:
            raise ValidationError([ValidationError(fault, code="file") for fault in faults])
        return files

    def _fault(self, file: "UploadedFile[Any]") -> str:
        limit = self.limit or settings.UPLOAD_LIMIT
        if not file.size:
            return f"{file.name} is empty. Choose another file"
        if file.size > limit:
            return f"{file.name} is larger than {limit // MEGABYTE} MB. Split it or save it in a smaller form"
        if self.max_length and len(file.name or "") > self.max_length:
            return f"{file.name} has too long a name. Use {self.max_length} characters or fewer"
        return ""
