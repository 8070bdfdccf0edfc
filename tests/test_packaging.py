"""What a bundle and a desktop need is there, and its parts name each other rightly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from modeller.scenario.file import SUFFIX
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
    assert run("uninstall").returncode == 0
    left = [path for path in (tmp_path / "home").rglob(f"{DESKTOP_ENTRY}*") if path.is_file()]
    assert left == []
