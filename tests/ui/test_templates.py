"""Every template of the service, against the components it names."""

import re
from pathlib import Path

import pytest

import threadline

SOURCE = Path(threadline.__file__).parent
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
IMPORT = re.compile(r'{%-?\s*from\s+"(ui/components/[\w.-]+)"\s+import\s+([^%]+?)\s*-?%}')
RAW = re.compile(r"\|\s*safe\b|\bMarkup\(|autoescape")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_template_compiles_and_names_only_components_there_are(jinja, path):
    text = path.read_text(encoding="utf-8")
    jinja.get_template(str(path).split("/templates/")[1])
    for file, names in IMPORT.findall(text):
        module = jinja.get_template(file).module
        for name in names.split(","):
            assert hasattr(module, name.split(" as ")[0].strip()), f"{file} has no {name.strip()}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_template_prints_nothing_unescaped_and_styles_nothing_in_place(path):
    text = path.read_text(encoding="utf-8")
    assert not RAW.search(text), "what a template prints is escaped; markup is made where it is known to be safe"
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\bsrc=)", text)


def test_every_component_that_is_imported_is_used():
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        for _file, names in IMPORT.findall(text):
            plain = names.removesuffix(" with context")
            for name in (part.split(" as ")[-1].strip() for part in plain.split(",")):
                assert len(re.findall(rf"\b{name}\(", text)) >= 1, f"{path.name} imports {name} and does not use it"
