"""Any Django form through the GOV.UK macros: the adapter between a bound field and a component's options.

In a template: `{{ error_summary(form) }}`, `{{ field(form["reason"]) }}`, `{{ fields(form) }}`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from markupsafe import Markup, escape

from threadline.ui.fields import PARTS, DayInput, TypedDayField
from threadline.ui.govuk import govuk
from threadline.ui.wording import plain

Options = dict[str, Any]
WIDTHS = ((TypedDayField, "govuk-input--width-20"), (forms.IntegerField, "govuk-input--width-5"))
PASSED_ON = ("accept", "dir", "lang", "hx-get", "hx-post", "hx-target", "hx-trigger")


def field(bound: BoundField, **options: Any) -> Markup:
    """One field with its label, hint and error.

    `options` are laid over what the field says: `label`, `hint` (text), `size` (s, m, l, xl of the label),
    `heading=True` (the label is the page's h1), `optional=False` (a filter: nothing in it need be filled in),
    `inline=True` (radios beside each other), `small=True`, `revealed` ({choice value: markup shown when it is chosen}),
    `hints` ({choice value: hint}), and any option of the GOV.UK component (`classes`, `rows`, `prefix`, `suffix`…).
    """
    widget = bound.field.widget
    if widget.is_hidden:
        return Markup(bound.as_hidden())  # noqa: S704 (escaped by Django)
    kind = next(made for shape, made in SHAPES if isinstance(widget, shape))
    return kind(bound, options)


def fields(form: forms.BaseForm, **each: Mapping[str, Any]) -> Markup:
    """Every field of `form` in order, hidden ones included; `each` gives `field` options by field name."""
    return Markup("\n").join(field(bound, **each.get(bound.name, {})) for bound in form)


def error_summary(*several: Any, title: str = "There is a problem") -> Markup:
    """The list of everything wrong in the forms and form sets given, each line leading to its field; empty if sound."""
    errors = [error for form in _each(several) for error in _errors(form)]
    if not errors:
        return Markup("")
    return govuk("error-summary", {"titleText": title, "errorList": errors})


def faulty(*several: Any) -> bool:
    """Whether any of the forms and form sets given was sent and found wanting."""
    return any(form.is_bound and not form.is_valid() for form in _each(several))


def error_text(bound: BoundField) -> str:
    """What is wrong with the field, in our words; empty if nothing. Several faults are parted by a full stop."""
    return ". ".join(plain(error, bound.field, label_of(bound)) for error in bound.errors.as_data())


def label_of(bound: BoundField) -> str:
    """The field's label as people see it, without a colon."""
    return str(bound.label).rstrip(": ")


def first_id(bound: BoundField) -> str:
    """The id of the control an error message leads to."""
    return f"{bound.auto_id}-{PARTS[0]}" if isinstance(bound.field.widget, DayInput) else str(bound.auto_id)


def _each(several: Iterable[Any]) -> Iterable[Any]:
    for one in several:
        if isinstance(one, forms.BaseForm):
            yield one
        elif isinstance(one, forms.BaseFormSet):
            yield from one.forms


def _errors(form: forms.BaseForm) -> Iterable[Options]:
    if not form.is_bound:
        return
    start = next((first_id(bound) for bound in form.visible_fields()), "main-content")
    for said in form.non_field_errors():
        yield {"text": str(said), "href": f"#{start}"}
    for bound in form.visible_fields():
        for error in bound.errors.as_data():
            yield {"text": plain(error, bound.field, label_of(bound)), "href": f"#{first_id(bound)}"}
    for bound in form.hidden_fields():
        yield from ({"text": str(said)} for said in bound.errors)


def _common(bound: BoundField, options: Options) -> Options:
    """The options every component shares, and whatever the template laid over them."""
    attrs = bound.field.widget.attrs
    made: Options = {"name": bound.html_name, "id": bound.auto_id}
    made["label"] = _label(bound, options)
    if hint := options.pop("hint", bound.help_text):
        made["hint"] = {"html": hint} if hasattr(hint, "__html__") else {"text": str(hint)}
    if said := error_text(bound):
        made["errorMessage"] = {"text": said}
    passed = {key: value for key, value in attrs.items() if key in PASSED_ON or key.startswith("data-")}
    if passed:
        made["attributes"] = passed
    for key in ("autocomplete", "inputmode", "spellcheck", "autocapitalize", "rows"):
        if key in attrs:
            made[key] = attrs[key]
    if "class" in attrs:
        made["classes"] = attrs["class"]
    return made


def _label(bound: BoundField, options: Options) -> Options:
    text = str(options.pop("label", label_of(bound)))
    marked = options.pop("optional", True) and not isinstance(bound.field.widget, forms.CheckboxInput)
    optional = marked and not bound.field.required
    made: Options = {"text": f"{text} (optional)" if optional and "(optional)" not in text else text}
    heading = options.pop("heading", False)
    if size := options.pop("size", "l" if heading else ""):
        made["size"] = size
    made["isPageHeading"] = heading
    return made


def _labelled(made: Options) -> Options:
    """`made` for a component with a label."""
    size = made["label"].pop("size", "")
    if size:
        made["label"]["classes"] = f"govuk-label--{size}"
    return made


def _grouped(made: Options) -> Options:
    """`made` for a component with a legend round several controls."""
    legend = made.pop("label")
    if size := legend.pop("size", ""):
        legend["classes"] = f"govuk-fieldset__legend--{size}"
    made["fieldset"] = {"legend": legend}
    return made


def _shown(bound: BoundField) -> str:
    value = bound.field.widget.format_value(bound.value())
    return "" if value is None else str(value)


def lines(text: str) -> Markup:
    """`text` for a text area: the macros indent what they print, so no bare line end may stand in it; and a browser
    drops the first one."""
    return Markup("&#10;") + escape(text.replace("\r\n", "\n")).replace("\n", Markup("&#10;"))


def _input(bound: BoundField, options: Options) -> Markup:
    made = _labelled(_common(bound, options)) | {"value": _shown(bound)}
    made["type"] = getattr(bound.field.widget, "input_type", "text")
    made.setdefault("classes", next((wide for kind, wide in WIDTHS if isinstance(bound.field, kind)), ""))
    if made["type"] == "number":
        made |= {"type": "text", "inputmode": "numeric"}
    return govuk("input", made | options)


def _password(bound: BoundField, options: Options) -> Markup:
    made = _labelled(_common(bound, options))
    return govuk("password-input", made | options)


def _textarea(bound: BoundField, options: Options) -> Markup:
    made = _labelled(_common(bound, options)) | {"value": lines(_shown(bound))}
    limit = getattr(bound.field, "max_length", None)
    if limit:
        return govuk("character-count", {"maxlength": limit, "threshold": 75} | made | options)
    return govuk("textarea", made | options)


def _select(bound: BoundField, options: Options) -> Markup:
    made = _labelled(_common(bound, options))
    made["items"] = [
        {"value": item["value"], "text": item["text"], "selected": item["checked"]} for item in _choices(bound, options)
    ]
    return govuk("select", made | options)


def _radios(bound: BoundField, options: Options) -> Markup:
    classes = " ".join(f"govuk-radios--{style}" for style in ("inline", "small") if options.pop(style, False))
    made = _grouped(_common(bound, options)) | {"items": list(_choices(bound, options)), "classes": classes}
    return _revealing(govuk("radios", made | {"idPrefix": made["id"]} | options))


def _checkboxes(bound: BoundField, options: Options) -> Markup:
    classes = "govuk-checkboxes--small" if options.pop("small", False) else ""
    made = _grouped(_common(bound, options)) | {"items": list(_choices(bound, options)), "classes": classes}
    return _revealing(govuk("checkboxes", made | {"idPrefix": made["id"]} | options))


def _revealing(made: Markup) -> Markup:
    """`made` with its conditional parts shown by our style sheet: the script of GOV.UK puts aria-expanded on a radio
    button, where it is not allowed."""
    return Markup(re.sub(r' data-aria-controls="[^"]*"', "", made))  # noqa: S704 (markup, less one attribute)


def _checkbox(bound: BoundField, options: Options) -> Markup:
    made = _common(bound, options)
    item = {"value": "on", "text": made.pop("label")["text"], "checked": bool(bound.value()), "id": made["id"]}
    if hint := made.pop("hint", None):
        item["hint"] = hint
    return govuk("checkboxes", made | {"idPrefix": made["id"], "items": [item]} | options)


def _day(bound: BoundField, options: Options) -> Markup:
    made = _grouped(_common(bound, options))
    widget = bound.field.widget
    wrong = " govuk-input--error" if "errorMessage" in made else ""
    made["namePrefix"] = made.pop("name")
    made["items"] = [
        {"name": part, "value": text, "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}"}
        for part, text in zip(PARTS, widget.parts(bound.value()), strict=True)
    ]
    return govuk("date-input", made | options)


def _file(bound: BoundField, options: Options) -> Markup:
    made = _labelled(_common(bound, options)) | {"javascript": True}
    made["multiple"] = getattr(bound.field.widget, "allow_multiple_selected", False)
    if made["multiple"]:
        made |= {"chooseFilesButtonText": "Choose files", "dropInstructionText": "or drop files"}
    return govuk("file-upload", made | options)


def _choices(bound: BoundField, options: Options) -> Iterable[Options]:
    """The choices as the macros want them, with the hints and conditional parts that `options` gives."""
    revealed, hints = options.pop("revealed", {}), options.pop("hints", {})
    chosen = {str(value) for value in bound.field.widget.format_value(bound.value())}
    choices: Iterable[tuple[Any, Any]] = getattr(bound.field, "choices", ())
    for value, text in choices:
        item: Options = {"value": str(value), "text": str(text), "checked": str(value) in chosen}
        if value in hints:
            item["hint"] = {"text": hints[value]}
        if value in revealed:
            item["conditional"] = {"html": revealed[value]}
        yield item


SHAPES: tuple[tuple[type[forms.Widget], Callable[[BoundField, Options], Markup]], ...] = (
    (DayInput, _day),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (forms.Textarea, _textarea),
    (forms.CheckboxInput, _checkbox),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.SelectMultiple, _checkboxes),
    (forms.Select, _select),
    (forms.Widget, _input),
)
