#!/usr/bin/env python3
"""Fetch what the visitor's screens are built with into kiosk-web/vendor/.

Every archive is pinned by version and sha-256; pip refuses anything else. What is kept from them: preact and htm (one ES
module), OpenLayers (loaded when the first map is opened), the Lucide icons that are used (one sprite), Atkinson
Hyperlegible and Marcellus reduced to the Latin letters (WOFF2), the outlines of France's départements, and every licence text. The folder is ignored by git.
Running again does nothing unless a pin, the list of icons or the letters changed.
"""

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from departements import departements

ROOT = next(folder for folder in Path(__file__).resolve().parents if (folder / "kiosk-web").is_dir())
VENDOR = ROOT / "kiosk-web" / "vendor"

REQUIREMENTS = """
datasette-preact==0.0.1 --hash=sha256:6cfe3b4d4651ffa4ec9207e3df40e49ea5e157d9b064ac02fd516d931cd52a58
justmyresource-lucide==0.575.0 --hash=sha256:41dc87cf8bf0f1b237c94d05cb4af26917c12a1d0244be121de75dc3e229a5d9
fontpkg-atkinson-hyperlegible==1.6 --hash=sha256:a179813cdb326822cfdef2c84a64629287c7cf72557bbca0e6150a0cbb52cffc
fontpkg-marcellus==1.0 --hash=sha256:19903f86d2c419ca7f32869682655e23374d4a33dab7502d24bdaabc60ff3339
pygal-maps-fr==1.1.0 --hash=sha256:e5ac274516a6312e8ea597f03805f732daf4268c229842ad3a4f03852035e5f6
mapproxy==7.0.0 --hash=sha256:319026e1a2d4ad4b6ad150fc2db474a9acf312a20bb71634029147d730cc1fdb
"""

# Only run at set-up, to cut the typeface. Brotli is compiled: one hash for each Python and processor supported.
TOOLS = """
fonttools==4.60.1 --hash=sha256:906306ac7afe2156fcf0042173d6ebbb05416af70f6b370967b47f8f00103bbb
brotli==1.2.0 \\
  --hash=sha256:40d918bce2b427a0c4ba189df7a006ac0c7277c180aee4617d99e9ccaaf59e6a \\
  --hash=sha256:350c8348f0e76fff0a0fd6c26755d2653863279d086d3aa2c290a6a7251135dd \\
  --hash=sha256:072e7624b1fc4d601036ab3f4f27942ef772887e876beff0301d261210bca97f \\
  --hash=sha256:acec55bb7c90f1dfc476126f9711a8e81c9af7fb617409a9ee2953115343f08d \\
  --hash=sha256:67a91c5187e1eec76a61625c77a6c8c785650f5b576ca732bd33ef58b0dff49c \\
  --hash=sha256:c8565e3cdc1808b1a34714b553b262c5de5fbda202285782173ec137fd13709f
"""

# Those named by the components, and by content/themes.yaml. A test compares this list with what is used.
ICONS = [
    "accessibility", "arrow-down", "arrow-down-to-line", "arrow-left", "arrow-right", "arrow-up", "award", "baby",
    "bike", "binoculars", "bus", "calendar-clock", "calendar-days", "calendar-plus", "camera", "car", "castle", "check",
    "chevron-down", "chevron-up", "circle-check", "circle-question-mark", "clock", "cloud-lightning", "cloud-off",
    "compass", "construction", "contrast", "delete", "dog", "download", "droplets", "euro", "expand", "eye", "flame",
    "footprints", "gauge", "globe", "grape", "house", "image-off", "info", "key-round", "keyboard", "landmark",
    "languages", "leaf", "list", "locate-fixed", "log-out", "mail", "map", "map-pin", "minus", "navigation",
    "octagon-alert", "pause", "phone", "play", "plus", "printer", "qr-code", "rabbit", "refresh-cw", "repeat", "route",
    "search", "share-2", "shopping-basket", "signpost", "sliders-horizontal", "smartphone", "square", "square-parking",
    "sun", "tent", "thermometer-sun", "train-front", "trees", "trending-up", "triangle-alert", "turtle", "umbrella",
    "undo-2", "users", "utensils", "volume-2", "waves", "wine", "x",
]

# The few of them that the phone page shows: the others would be a tenth of its weight.
PHONE_ICONS = [
    "arrow-left", "arrow-right", "calendar-plus", "check", "download", "globe", "mail", "navigation", "phone", "share-2",
    "triangle-alert",
]

# French, English, Dutch, German, Spanish, and the signs that go with them.
LETTERS = (
    "U+0020-007E,U+00A0-017F,U+0192,U+02C6,U+02DA,U+02DC,U+1D49,U+1D48,U+02B3,U+02E2,U+2002-200B,"
    "U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,"
    "U+2070-2079,U+20AC,U+2122,U+2190-2193,U+2212,U+2248,U+2260,U+2264,U+2265"
)

# Titles are set in these alone.
TITLE_LETTERS = "U+0020-007E,U+00A0-00FF,U+0152,U+0153,U+0178,U+2009,U+2013,U+2014,U+2018-201E,U+2026,U+202F"

# The wheel leaves out the licence of the library it carries.
PREACT_LICENCE = """The MIT License (MIT)

Copyright (c) 2015-present Jason Miller

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


# So does this one, which only names its licence.
DEPARTEMENTS_LICENCE = """The outlines of France's départements are made from fr.departments.svg of pygal_maps_fr 1.1.0, by Kozea (http://pygal.org/).

This library is free software: you can redistribute it and/or modify it under the terms of the GNU Lesser General Public License as published by the
Free Software Foundation, either version 3 of the License, or (at your option) any later version.

On Debian, the licence's text is in /usr/share/common-licenses/LGPL-3; also at https://www.gnu.org/licenses/lgpl-3.0.html.
"""


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 0:
        return
    if "No module named pip" in done.stderr:
        sys.exit(f"{sys.executable} has no pip. Install it (apt-get install python3-pip) and run this again.")
    print(done.stderr.strip(), file=sys.stderr)
    if "HASHES" in done.stderr or "do not match" in done.stderr:
        sys.exit("An archive is not the one that was pinned: nothing was installed. See the hashes above.")
    sys.exit(
        "The libraries of the screens could not be fetched. This needs the network once: connect this machine and run "
        "this again, or copy kiosk-web/vendor/ from a machine that has it."
    )


def fetch(requirements: str, into: Path, *options: str) -> None:
    listing = into.parent / f"{into.name}.txt"
    listing.write_text(requirements)
    pip("download", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:", *options,
        "--dest", str(into), "--requirement", str(listing))


def members(wheels: Path, project: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(wheels.glob(f"{project}-*.whl")))


def sprite(lucide: zipfile.ZipFile, names: list[str]) -> str:
    icons = zipfile.ZipFile(io.BytesIO(lucide.read("justmyresource_lucide/icons.zip")))
    symbols = []
    for name in sorted(names):
        try:
            drawing = icons.read(f"{name}.svg").decode()
        except KeyError:
            sys.exit(f"deploy/fetch-web-libraries.py: Lucide has no icon {name!r}. Correct the list ICONS.")
        shapes = re.sub(r"\s+", " ", re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.S).group(1)).strip()
        symbols.append(
            f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
            f'stroke-linecap="round" stroke-linejoin="round">{shapes}</symbol>'
        )
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def letting_go(library: str) -> str:
    """htm keeps those parts of a template that never change, and preact draws the kept part itself the first time, a copy of it whenever it
    was drawn before: so the first page drawn with it was held by it, whole, for as long as the screen ran. Marked as drawn when it is made
    (`__b`, its depth), it is copied from the first time on, and holds nothing."""
    bound = "}.bind(ln);"
    if library.count(bound) != 1:
        sys.exit("deploy/fetch-web-libraries.py: htm is bound to preact in another way than this was written for.")
    return library.replace(bound, "}.bind(function(){var e=ln.apply(this,arguments);return this[0]||(e.__b=1),e});")


def cut(typeface: bytes, tools: Path, work: Path, out: Path, letters: str = LETTERS) -> None:
    """Runs fontTools in a process of its own, so that nothing of it stays in this one.

    Hints are for screens of 100 dots an inch and small letters: ours have neither, and they are a third of the weight.
    Of the names only copyright and licence stay, since a reduced face may not go under a reserved name.
    """
    source = work / "typeface.ttf"
    source.write_bytes(typeface)
    subprocess.run(
        [sys.executable, "-m", "fontTools.subset", str(source), f"--unicodes={letters}", "--flavor=woff2",
         "--layout-features=*", "--no-hinting", "--name-IDs=0,13,14", f"--output-file={out}"],
        check=True, env={"PYTHONPATH": str(tools), "PATH": "/usr/bin:/bin"},
    )


def main() -> None:
    here = Path(__file__)
    stamp = hashlib.sha256(here.read_bytes() + here.with_name("departements.py").read_bytes()).hexdigest()
    mark = VENDOR / ".stamp"
    if mark.exists() and mark.read_text() == stamp:
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        wheels, tools, new = work / "wheels", work / "tools", work / "vendor"
        new.mkdir()
        # The icons ask for a newer Python than Debian 12's, though only their archive is read.
        fetch(REQUIREMENTS, wheels, "--python-version", "3.13")
        listing = work / "tools.txt"
        listing.write_text(TOOLS)
        pip("install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:",
            "--root-user-action", "ignore", "--target", str(tools), "--requirement", str(listing))

        preact = members(wheels, "datasette_preact")
        library = preact.read("datasette_preact/static/preact-10.27.2-htm-3.1.1.min.js").decode()
        (new / "preact-htm.js").write_text(letting_go(library), encoding="utf-8")
        (new / "preact.LICENSE").write_text(PREACT_LICENCE)
        (new / "htm.LICENSE").write_bytes(preact.read("datasette_preact-0.0.1.dist-info/licenses/LICENSE"))

        # A map server's wheel: OpenLayers is the only thing kept of it. The style sheet is for controls that aren't used
        # here, but its heading is the licence.
        openlayers = members(wheels, "mapproxy")
        static = "mapproxy/service/templates/demo/static"
        library = openlayers.read(f"{static}/ol.js").decode()
        (new / "ol.js").write_text(re.sub(r"//# sourceMappingURL=\S+\s*$", "", library))
        heading = re.match(r"/\*\*\n(.*?)\*/", openlayers.read(f"{static}/ol.css").decode(), re.S).group(1)
        (new / "openlayers.LICENSE").write_text(re.sub(r"(?m)^ \* ?", "", heading).strip() + "\n")

        lucide = members(wheels, "justmyresource_lucide")
        (new / "icons.svg").write_text(sprite(lucide, ICONS))
        (new / "phone-icons.svg").write_text(sprite(lucide, PHONE_ICONS))
        (new / "lucide.LICENSE").write_bytes(
            lucide.read("justmyresource_lucide-0.575.0.dist-info/licenses/LICENSES/LUCIDE-LICENSE"))

        atkinson = members(wheels, "fontpkg_atkinson_hyperlegible")
        for style in ("Regular", "Bold"):
            typeface = atkinson.read(f"fontpkg_atkinson_hyperlegible/files/AtkinsonHyperlegible-{style}.ttf")
            cut(typeface, tools, work, new / f"atkinson-{style.lower()}.woff2")
        (new / "atkinson-hyperlegible.LICENSE").write_bytes(atkinson.read("fontpkg_atkinson_hyperlegible/LICENSE"))
        marcellus = members(wheels, "fontpkg_marcellus")
        cut(marcellus.read("fontpkg_marcellus/files/Marcellus-Regular.ttf"), tools, work, new / "marcellus.woff2",
            TITLE_LETTERS)
        (new / "marcellus.LICENSE").write_bytes(marcellus.read("fontpkg_marcellus/LICENSE"))

        # In a folder of the managers' own: visitors' screens don't keep it.
        (new / "manager").mkdir()
        outlines = departements(members(wheels, "pygal_maps_fr").read("pygal_maps_fr/fr.departments.svg"))
        (new / "manager" / "departements.json").write_text(json.dumps(outlines))
        (new / "manager" / "departements.LICENSE").write_text(DEPARTEMENTS_LICENCE)

        (new / ".stamp").write_text(stamp)
        shutil.rmtree(VENDOR, ignore_errors=True)
        shutil.copytree(new, VENDOR)
    print(f"The libraries of the screens are in {VENDOR}.")


if __name__ == "__main__":
    main()
