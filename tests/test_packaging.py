"""What a bundle and a desktop need is there, and its parts name each other rightly."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from configparser import ConfigParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from modeller.base.version import VERSION
from modeller.scenario.file import SUFFIX
from ui.packaging import installers
from ui.packaging.sbom import needed, only
from ui.window.application import DESKTOP_ENTRY

PACKAGING = Path(__file__).parents[1] / "ui" / "packaging"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((PACKAGING / f"{DESKTOP_ENTRY}.desktop").read_text(encoding="utf-8"))
    return parser


def test_that_the_menu_entry_starts_the_window_with_a_file():
    scripts = tomllib.loads((PACKAGING.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    table = entry()["Desktop Entry"]
    program, file = table["Exec"].split()
    assert program in scripts["project"]["gui-scripts"]
    assert file == "%f"
    assert table["Icon"] == table["StartupWMClass"] == DESKTOP_ENTRY


def test_that_the_file_type_is_that_of_scenario_files():
    (kind,) = ET.parse(PACKAGING / f"{DESKTOP_ENTRY}.xml").getroot()
    glob = kind.find(f"{MIME}glob")
    assert glob is not None
    assert glob.get("pattern") == f"*{SUFFIX}"
    assert entry()["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"


def test_that_the_icon_can_be_drawn(qapp):
    from PySide6.QtGui import QIcon

    picture = QIcon(str(PACKAGING / f"{DESKTOP_ENTRY}.svg")).pixmap(32, 32).toImage()
    assert picture.pixelColor(16, 2).name() == "#12436d"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a desktop of Linux")
def test_that_the_desktop_entry_is_put_below_the_users_data_and_taken_away(tmp_path):
    copy = tmp_path / "a folder"
    shutil.copytree(PACKAGING, copy / "ui" / "packaging")
    program = copy / "dist" / DESKTOP_ENTRY / "modeller-ui"
    unpacked = copy / "ui" / "modeller-ui"
    script = copy / "ui" / "packaging" / "desktop.sh"
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "home")}

    def run(action: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", script, action], env=environment, capture_output=True, text=True, check=False
        )

    nothing = run("install")
    assert nothing.returncode == 1
    assert "make run" in nothing.stderr
    program.parent.mkdir(parents=True)
    program.touch(0o755)
    assert run("install").returncode == 0
    installed = tmp_path / "home/.local/share/applications" / f"{DESKTOP_ENTRY}.desktop"
    assert f'Exec="{program}" %f' in installed.read_text(encoding="utf-8")
    unpacked.touch(0o755)  # an unpacked bundle has the script in a folder beside the programs
    assert run("install").returncode == 0
    assert f'Exec="{unpacked}" %f' in installed.read_text(encoding="utf-8")
    assert run("uninstall").returncode == 0
    left = [path for path in (tmp_path / "home").rglob(f"{DESKTOP_ENTRY}*") if path.is_file()]
    assert left == []


def project() -> dict[str, Any]:
    text = (PACKAGING.parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def test_that_the_installers_wrap_what_the_bundle_is_called():
    spec = (PACKAGING / "modeller.spec").read_text(encoding="utf-8")
    assert f'NAME = "{DESKTOP_ENTRY}"' in spec
    ((name, application),) = project()["tool"]["briefcase"]["app"].items()
    assert name == DESKTOP_ENTRY == project()["project"]["name"]
    assert application["windows"]["external_package_path"] == f"dist/{DESKTOP_ENTRY}"
    mac = application["macOS"]["external_package_path"]
    assert mac == f"dist/{application['formal_name']}.app"
    assert f'name="{Path(mac).name}"' in spec


def test_that_a_list_of_parts_leaves_out_what_only_made_the_bundle():
    whole = {
        "metadata": {"component": {"bom-ref": "root", "name": DESKTOP_ENTRY}},
        "components": [
            {"bom-ref": "numpy==2", "name": "numpy"},
            {"bom-ref": "PyInstaller==6", "name": "PyInstaller"},
        ],
        "dependencies": [
            {"ref": "root", "dependsOn": ["numpy==2", "PyInstaller==6"]},
            {"ref": "numpy==2"},
            {"ref": "PyInstaller==6"},
        ],
    }
    bill = only(whole, {"numpy"})
    assert [component["name"] for component in bill["components"]] == ["numpy"]
    assert bill["dependencies"] == [{"ref": "root", "dependsOn": ["numpy==2"]}, {"ref": "numpy==2"}]
    assert bill["metadata"]["component"]["version"] == VERSION


def test_that_what_runs_is_found_through_what_is_asked_for():
    names = needed("openpyxl")
    assert {"openpyxl", "et-xmlfile"} <= names
    assert "pytest" not in names


def test_that_checksums_are_those_that_other_tools_read(tmp_path, monkeypatch):
    monkeypatch.setattr(installers, "DIST", tmp_path)
    (tmp_path / "one.deb").write_bytes(b"one")
    (tmp_path / "a folder").mkdir()
    installers.sums()
    text = installers.sums().read_text("utf-8")  # now that the list itself lies there
    assert text == f"{hashlib.sha256(b'one').hexdigest()}  one.deb\n"


def test_that_a_portable_archive_holds_the_bundle(tmp_path, monkeypatch):
    monkeypatch.setattr(installers, "DIST", tmp_path)
    bundle = tmp_path / DESKTOP_ENTRY
    bundle.mkdir()
    (bundle / "modeller-ui.exe").write_bytes(b"MZ")
    with zipfile.ZipFile(installers.zipped()) as archive:
        assert archive.read(f"{DESKTOP_ENTRY}/modeller-ui.exe") == b"MZ"


def test_that_a_form_that_is_not_known_is_told(capsys):
    assert installers.main(["rpm"]) == 2
    assert "deb" in capsys.readouterr().err
