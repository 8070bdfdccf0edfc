"""Writes ``docs/licences.md``: what the modeller stands on, and under which licences.

In French, too, in ``docs/fr``.

Made of what the packages that are installed say of themselves; ``make docs`` writes it again.
Which versions are installed is not written, so that an upgrade leaves the page as it is.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).with_name("licences.md")
PROJECT = Path(__file__).parents[1] / "pyproject.toml"
FRENCH_PAGE = PAGE.parent / "fr" / PAGE.name

_TEXT = """\
# Licences

The modeller itself is under the MIT licence ([LICENSE](../LICENSE)). This page lists what it is
built on, as the packages state it themselves; `make docs` writes it again. Nothing here is
changed or linked into the modeller: each is installed from its own package.

## What the modeller asks for

{direct}

## What these bring with them

{others}

## What is carried along

| what | where | licence |
|---|---|---|
| Open Sans, regular and semibold | `modeller/briefing/fonts`, in every briefing | Apache-2.0 |

Packages carry libraries of their own, whose licences lie beside them when they are installed: Qt
(LGPL-3.0) in PySide6, OpenBLAS (BSD-3-Clause) and GNU Fortran's runtime (GPL-3.0 with the
runtime library exception) in numpy, DejaVu Sans in matplotlib, the
Rust libraries of Typst and its fonts in typst, libxml2 and libxslt (MIT) in lxml.

Qt is used as the LGPL asks: unchanged, as a library of its own that may be exchanged for another
build. Tools for tests, benchmarks and fuzzing are not listed; who only runs the modeller does not
install them.
"""
_FRENCH = """\
# Licences

Le modélisateur lui-même est sous licence MIT ([LICENSE](../../LICENSE)). Cette page énumère ce
sur quoi il est bâti, comme les paquets l’indiquent eux-mêmes ; `make docs` l’écrit de nouveau.
Rien ici n’est modifié ni intégré au modélisateur : chaque élément est installé depuis son propre
paquet.

## Ce que demande le modélisateur

{direct}

## Ce que ceux-ci apportent avec eux

{others}

## Ce qui est joint

| quoi | où | licence |
|---|---|---|
| Open Sans, normal et demi-gras | `modeller/briefing/fonts`, dans chaque note | Apache-2.0 |

Les paquets portent leurs propres bibliothèques, dont les licences se trouvent à côté d’elles une
fois installées : Qt (LGPL-3.0) dans PySide6, OpenBLAS (BSD-3-Clause) et la bibliothèque
d’exécution de GNU Fortran (GPL-3.0 avec l’exception pour les bibliothèques d’exécution) dans
numpy, DejaVu Sans dans matplotlib, les bibliothèques Rust de Typst et ses polices dans
typst, libxml2 et libxslt (MIT) dans lxml.

Qt est employé comme le demande la LGPL : inchangé, en bibliothèque séparée que l’on peut
remplacer par une autre version. Les outils pour les tests, les mesures et la recherche de failles
ne sont pas cités ; qui ne fait que lancer le modélisateur ne les installe pas.
"""

_LONGEST_NAME = 80
_OWN = re.compile(r"https://(?!pypi\.)")
_SHORT = {
    "BSD 3-Clause License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "The MIT License (MIT)": "MIT",
    "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


def asked_for(name: str | None = None) -> tuple[str, ...]:
    """What a package, or the modeller, needs to run here, without its extras; in order."""
    if name is None:
        project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
        requirements = project["dependencies"]
    else:
        requirements = distribution(name).requires or ()
    names = set()
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            names.add(canonicalize_name(requirement.name))
    return tuple(sorted(names))


def brought_along() -> tuple[str, ...]:
    """What is needed by what is asked for, and so on."""
    direct = asked_for()
    found, waiting = set(direct), list(direct)
    while waiting:
        new = set(asked_for(waiting.pop())) - found
        found |= new
        waiting += new
    return tuple(sorted(found - set(direct)))


def _stated(package: Distribution, field: str) -> str:
    return str((package.metadata.get_all(field) or [""])[0])


def licence(package: Distribution) -> str:
    """What a package says it is under, in the short form of SPDX where it is known."""
    stated = _stated(package, "License-Expression")
    if not stated:
        marks = package.metadata.get_all("Classifier") or []
        named = [mark.rsplit(" :: ", 1)[1] for mark in marks if mark.startswith("License :: ")]
        stated = " or ".join(_SHORT.get(name, name) for name in named)
    if not stated or stated == "BSD":
        written = _stated(package, "License").strip()
        if len(written) <= _LONGEST_NAME:  # others state the whole text
            stated = _SHORT.get(written, written) or stated
    return stated.replace("|", "/") or "see the package"


def home(package: Distribution) -> str:
    """Where the package is at home, or nothing."""
    urls = dict(
        url.split(", ", 1) for url in package.metadata.get_all("Project-URL") or () if ", " in url
    )
    places = [_stated(package, "Home-page")]
    places += [url for name, url in urls.items() if re.match("(?i)home|source|repo|code", name)]
    return next((place for place in places if _OWN.match(place)), "")


def _table(names: tuple[str, ...], package_word: str) -> str:
    rows = [f"| {package_word} | licence |", "|---|---|"]
    for name in names:
        package = distribution(name)
        shown, place = package.metadata["Name"], home(package)
        rows.append(f"| {f'[{shown}]({place})' if place else shown} | {licence(package)} |")
    return "\n".join(rows)


def main() -> None:
    """Write the page in both languages."""
    for page, text, package in ((PAGE, _TEXT, "package"), (FRENCH_PAGE, _FRENCH, "paquet")):
        direct, others = _table(asked_for(), package), _table(brought_along(), package)
        page.write_text(text.format(direct=direct, others=others), "utf-8")


if __name__ == "__main__":
    main()
