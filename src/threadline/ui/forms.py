"""What every form starts from. `from threadline.ui.forms import Form, DayField, MultipleFileField`."""

from typing import Any

from django import forms

from threadline.ui.fields import DayField, DayInput, MultipleFileField, SeveralFilesInput, TypedDayField
from threadline.ui.wording import speak_plainly

__all__ = ["DayField", "DayInput", "Form", "MultipleFileField", "SeveralFilesInput", "TypedDayField"]


class Form(forms.Form):
    """A form whose errors are in GOV.UK wording and whose ids begin with its prefix.

    A message given to a field in `error_messages` is kept. Labels carry no colon; a field that need not be filled in
    is marked "(optional)" when shown.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        self.use_required_attribute = False
        for name, field in self.fields.items():
            speak_plainly(field, str(field.label or name.replace("_", " ").capitalize()))
