"""What a template may rely on: unknown names stop it, words are escaped, letters are not."""

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from threadline.ui.environment import escaped
from threadline.ui.pictures import picture


@pytest.mark.parametrize(
    "source", ["{{ nobody }}", "{{ known.nothing }}", "{% if nobody %}{% endif %}", "{{ known['x'] }}"]
)
def test_an_unknown_name_or_attribute_stops_the_page(jinja, source):
    with pytest.raises(UndefinedError):
        jinja.from_string(source).render(known={"a": 1})


def test_words_are_escaped_and_markup_is_not(jinja):
    said = jinja.from_string("{{ plain }} {{ marked }}").render(plain="<b>", marked=Markup("<i>"))
    assert said == "&lt;b&gt; <i>"


@pytest.mark.parametrize(("name", "is_escaped"), [("account/login.html", True), (None, True), ("a/message.txt", False)])
def test_everything_but_a_plain_text_letter_is_escaped(name, is_escaped):
    assert escaped(name) is is_escaped


def test_url_takes_arguments_by_place_and_by_name(jinja, settings):
    settings.ROOT_URLCONF = "tests.ui.pages"
    assert jinja.from_string(
        "{{ url('decide') }} {{ url('account_reset_password_from_key', uidb36='a', key='b') }}"
    ).render() == ("/decide/ /account/password/reset/key/a-b/")


def test_a_govuk_option_that_takes_html_refuses_plain_text(jinja):
    with pytest.raises(TypeError, match="must be markup"):
        jinja.from_string("{{ govuk('button', {'html': words}) }}").render(words="<script>")


def test_a_govuk_option_deep_inside_refuses_plain_text_too(jinja):
    source = "{{ govuk('radios', {'name': 'n', 'items': [{'value': 'a', 'conditional': {'html': words}}]}) }}"
    with pytest.raises(TypeError, match="'html'"):
        jinja.from_string(source).render(words="<script>")


def test_govuk_text_is_escaped(jinja):
    assert "&lt;b&gt;" in jinja.from_string("{{ govuk('button', {'text': '<b>'}) }}").render()


def test_a_component_can_hold_content(jinja):
    made = jinja.from_string("{{ govuk('error-summary', {'titleText': 'T', 'errorList': []}, inside) }}").render(
        inside=Markup("<b>inside</b>")
    )
    assert "<b>inside</b>" in made


def test_a_picture_keeps_its_drawing_and_loses_everything_that_acts():
    made = picture(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="go()">'
        '<style>*{}</style><script>go()</script><a href="http://elsewhere"><path d="M0"/></a>'
        '<g fill="url(http://elsewhere)" stroke="url(#own)"><text>A &lt; B</text></g></svg>',
        "A picture",
    )
    assert made == (
        '<svg viewBox="0 0 9 9" role="img" aria-label="A picture"><g stroke="url(#own)"><text>A &lt; B</text></g></svg>'
    )
