"""The repository itself: what its papers promise, and what a wheel of it would hold."""

from __future__ import annotations

import email
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import platformdirs
import pytest

from modeller.base.version import VERSION

ROOT = Path(__file__).parents[1]
PACKAGES = ("modeller", "ui", "scenarios")
DATA_SUFFIXES = {".csv", ".json", ".toml"}
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *ROOT.glob("docs/*.md")]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project_table() -> dict[str, object]:
    return tomllib.loads(read("pyproject.toml"))["project"]


def tracked_files() -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_that_the_first_screen_of_the_readme_names_both_commands():
    first_screen = read("README.md").splitlines()[:20]
    assert any(line.strip().startswith("make run") for line in first_screen)
    assert any(line.strip().startswith("make test") for line in first_screen)


@pytest.mark.parametrize("name", DOCUMENTS, ids=lambda name: Path(name).name)
def test_that_links_between_the_documents_lead_somewhere(name):
    document = ROOT / name
    text = document.read_text(encoding="utf-8")
    targets = re.findall(r"(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)", text)
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_that_the_readme_lists_the_libraries_that_ci_installs():
    script = read(".ci/run")
    in_script = set(script.split("packages=(")[1].split(")")[0].split())
    assert "libegl1" in in_script
    in_readme = set(re.findall(r"[a-z0-9.+-]+", read("README.md")))
    assert in_script - in_readme == set()


def test_that_the_licence_is_mit_and_says_so_in_both_places():
    text = read("LICENSE")
    assert text.startswith("MIT License\n\nCopyright (c) 2026 The modeller's contributors\n")
    assert "without restriction" in text
    assert project_table()["license"] == "MIT"


def test_that_the_changelog_has_a_place_for_the_next_change():
    headings = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"


def test_that_the_glossary_is_in_alphabetical_order():
    terms = re.findall(r"^\*\*([^.*]+)", read("docs/glossary.md"), re.MULTILINE)
    keys = [term.replace("-", " ").casefold() for term in terms]
    assert len(keys) > 40
    assert keys == sorted(keys)


def make(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    # not the child of the make that runs the tests
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(
        ["make", "--file", str(ROOT / "Makefile"), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "target",
    [
        "run",
        "test",
        "check",
        "bench",
        "screenshots",
        "profile",
        "docs",
        "clean",
        "manual",
        "bundle",
        "test-bundle",
        "installers",
        "sbom",
        "wheel",
        "install-desktop",
        "uninstall-desktop",
    ],
)
def test_that_make_knows_its_target_and_says_what_it_is_for(target):
    dry = make("--dry-run", target)
    assert dry.returncode == 0, dry.stderr
    assert re.search(rf"^make {target} +\S", make("help").stdout, re.MULTILINE)


def test_that_make_refuses_an_old_python_in_one_line(tmp_path):
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    old.chmod(0o755)
    answer = make(".venv/bin/python", f"PYTHON={old}", cwd=tmp_path)
    complaint = answer.stderr.splitlines()[0]
    assert answer.returncode != 0
    assert complaint.startswith("Python 3.11 or newer is needed")
    assert "3.9.2" in complaint
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("package", ["modeller", "ui"])
def test_that_every_file_of_a_package_must_be_given_a_layer(package):
    if not any(name.startswith(f"{package}/") for name in tracked_files()):
        return
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    exhaustive = [c["containers"] for c in contracts if c.get("exhaustive")]
    assert [package] in exhaustive


def build(folder: Path, target: str, place: Path) -> Path:
    """A distribution of what lies in a folder; by a process of its own, since a tool may warn."""
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", place],
        cwd=folder,
        env={**os.environ, "MODELLER_LIBRARY": "off"},  # that is tested with the library
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (made,) = place.iterdir()
    return made


def test_that_a_wheel_holds_every_module_and_data_file(tmp_path):
    wheel = build(ROOT, "wheel", tmp_path / "wheel")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
        (metadata,) = (name for name in packed if name.endswith(".dist-info/METADATA"))
        stated = email.message_from_bytes(archive.read(metadata))
    assert (stated["Name"], stated["Version"]) == (project_table()["name"], VERSION)
    wanted = {
        name
        for name in tracked_files()
        if name.split("/")[0] in PACKAGES and Path(name).suffix in {*DATA_SUFFIXES, ".py"}
    }
    assert any(Path(name).suffix == ".toml" for name in wanted)
    assert wanted - packed == set()
    manual = f"policy_scenario_modeller-{VERSION}.data/data/share/man/man1/modeller.1"
    assert manual in packed
    beside = re.compile(r"[^/]*\.(?:dist-info/|data/data/share/man/man1/)")
    assert {name.split("/")[0] for name in packed if not beside.match(name)} <= set(PACKAGES)


def test_that_the_source_distribution_builds_the_same_wheel(tmp_path):
    with tarfile.open(build(ROOT, "sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "sources", filter="data")
    (sources,) = (tmp_path / "sources").iterdir()
    wheels = [build(ROOT, "wheel", tmp_path / "one"), build(sources, "wheel", tmp_path / "two")]
    contents = []
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            contents.append({name: archive.read(name) for name in archive.namelist()})
    assert contents[0] == contents[1]


def test_that_no_tracked_file_names_a_folder_of_somebodys_machine():
    folder = re.compile(r"(?<![\w.~*)\]}])/(?:home|root|Users|work|mnt|tmp)/\w")
    found = []
    for name in tracked_files():
        try:
            text = read(name)
        except UnicodeDecodeError:
            continue  # a picture
        found += [f"{name}:{text[: m.start()].count(chr(10)) + 1}" for m in folder.finditer(text)]
    assert found == []


def test_that_tests_keep_away_from_the_users_own_folders(user_folders):
    for folder in (
        platformdirs.user_config_path("modeller"),
        platformdirs.user_data_path("modeller"),
        platformdirs.user_state_path("modeller"),
        platformdirs.user_cache_path("modeller"),
    ):
        assert folder.is_relative_to(user_folders)


def test_that_tests_need_no_display(qapp):
    assert qapp.platformName() == os.environ["QT_QPA_PLATFORM"]
