"""Turns a bundle into what is handed out: ``python -m ui.packaging.installers FORM …``.

`deb` is a package for Debian and Ubuntu, `tar.xz` the bundle with a menu entry for any Linux, `zip`
the bundle for Windows, and `sums` the checksums of whatever lies in ``dist``. The Windows installer
and the disk image for macOS are made by Briefcase, of the same bundle (``docs/packaging.md``).
"""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import stat
import subprocess
import sys
import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from modeller.base.version import VERSION

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DIST = ROOT / "dist"
MAN_PAGES = ROOT / "docs" / "man"
NAME = "policy-scenario-modeller"
BUNDLE = DIST / NAME
SUMS = "SHA256SUMS"

# What the bundle leaves to the system: the C library, and what any desktop has. The other libraries
# that Qt needs for X11 are in the bundle.
DEPENDS = (
    "libc6 (>= {libc})", "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libx11-6",
    "libx11-xcb1", "libxcb1", "libxkbcommon0", "libxkbcommon-x11-0",
)  # fmt: skip
# Out of nine: at the usual six, packing takes a busy machine a quarter of an hour.
EFFORT: Final = 3
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The modeller's contributors <none@invalid>
Installed-Size: {size}
Depends: {depends}
Section: science
Priority: optional
Description: What-if scenarios for live facial recognition, with ranges
 What might follow from a police force's plan for live facial
 recognition: a window with levers and charts, and a command line. Every
 number has a range and a source. Uses no network.
"""


def _system_files(share: Path) -> None:
    """Menu entry, icon, file type and man pages, below a folder like ``/usr/share``."""
    for source, folder in (
        (f"{NAME}.desktop", "applications"),
        (f"{NAME}.svg", "icons/hicolor/scalable/apps"),
        (f"{NAME}.xml", "mime/packages"),
    ):
        target = share / folder / source
        target.parent.mkdir(parents=True)
        shutil.copyfile(HERE / source, target)
    manual = share / "man" / "man1"
    manual.mkdir(parents=True)
    for page in sorted(MAN_PAGES.glob("*.1")):
        # without the time of packing, so that the same page is the same file
        (manual / f"{page.name}.gz").write_bytes(gzip.compress(page.read_bytes(), mtime=0))
    documents = share / "doc" / NAME
    documents.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", documents / "copyright")
    shutil.copyfile(ROOT / "docs" / "licences.md", documents / "licences.md")


def _plain_modes(folder: Path) -> None:
    """Give a package's files their permissions: read by all, written by their owner alone."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if runs else 0o644)


def deb() -> Path:
    """The package for Debian and Ubuntu, with both programs in ``/usr/bin``."""
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    home = tree / "usr" / "lib" / NAME
    home.parent.mkdir(parents=True)
    shutil.copytree(BUNDLE, home, symlinks=True)
    _system_files(tree / "usr" / "share")
    programs = tree / "usr" / "bin"
    programs.mkdir()
    for program in ("modeller", "modeller-ui"):
        (programs / program).symlink_to(f"../lib/{NAME}/{program}")
    architecture = ARCHITECTURES.get(platform.machine(), platform.machine())
    size = sum(path.lstat().st_size for path in home.rglob("*")) // 1024
    depends = ", ".join(DEPENDS).format(libc=platform.libc_ver()[1])
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        CONTROL.format(
            name=NAME, version=VERSION, architecture=architecture, size=size, depends=depends
        ),
        "utf-8",
    )
    _plain_modes(tree)
    target = DIST / f"{NAME}_{VERSION}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{EFFORT}", "--build", tree, target],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.rmtree(tree)
    return target


def _owned_by_nobody_here(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def tar() -> Path:
    """The bundle with its menu entry, for any Linux with a C library as new as this one's."""
    folder = f"{NAME}-{VERSION}"
    target = DIST / f"{folder}-linux-{platform.machine()}.tar.xz"
    with tarfile.open(target, "w:xz", preset=EFFORT) as archive:
        archive.add(BUNDLE, folder, filter=_owned_by_nobody_here)
        for file in ("desktop.sh", f"{NAME}.desktop", f"{NAME}.svg", f"{NAME}.xml"):
            archive.add(HERE / file, f"{folder}/desktop/{file}", filter=_owned_by_nobody_here)
        archive.add(MAN_PAGES, f"{folder}/man/man1", filter=_owned_by_nobody_here)
        archive.add(ROOT / "LICENSE", f"{folder}/LICENSE", filter=_owned_by_nobody_here)
    return target


def zipped() -> Path:
    """The bundle as a ZIP file that is unpacked anywhere and run: for Windows."""
    base = DIST / f"{NAME}-{VERSION}-{platform.system().lower()}-{platform.machine().lower()}"
    return Path(shutil.make_archive(str(base), "zip", DIST, NAME))


def sums() -> Path:
    """The checksums of the files in ``dist``, as ``sha256sum --check`` reads them."""
    lines = []
    for path in sorted(path for path in DIST.iterdir() if path.is_file() and path.name != SUMS):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    target = DIST / SUMS
    target.write_text("".join(lines), "utf-8", newline="\n")
    return target


FORMS: dict[str, Callable[[], Path]] = {"deb": deb, "tar.xz": tar, "zip": zipped, "sums": sums}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the forms that are named and say how large each is."""
    wanted = sys.argv[1:] if arguments is None else list(arguments)
    if not wanted or any(form not in FORMS for form in wanted):
        print(f"usage: python -m ui.packaging.installers {' | '.join(FORMS)} …", file=sys.stderr)
        return 2
    if not BUNDLE.is_dir() and wanted != ["sums"]:
        print("There is no bundle yet: make bundle", file=sys.stderr)
        return 1
    for form in wanted:
        made = FORMS[form]()
        print(f"{os.path.relpath(made, ROOT)}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
