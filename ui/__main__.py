"""``modeller-ui [FILE]``: open the window, or say in one line why it cannot be opened."""

from __future__ import annotations

import argparse
import ctypes
import os
import signal
import sys
from collections.abc import Sequence

# What Qt needs of a bare Linux apart from the C library, and the Debian package that has it. The
# README lists the same packages.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def has_display() -> bool:
    """Whether a window can be shown at all: only Linux may lack a display."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def missing_packages() -> tuple[str, ...]:
    """Debian packages whose libraries Qt needs here and does not find."""
    if not sys.platform.startswith("linux"):
        return ()
    wanted = dict(LIBRARIES)
    on_x11 = os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    if on_x11 and os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb"):
        wanted |= X11_LIBRARIES
    missing = []
    for library, package in wanted.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return tuple(missing)


def instead(file: str | None, profile: str | None) -> list[str]:
    """What to ask of the command line instead, where no window can be opened."""
    from modeller.profiles import shipped_profile
    from modeller.scenario.file import load_profile_whole

    force = shipped_profile() if profile is None else load_profile_whole(profile)
    folder = [] if profile is None else ["--profile", profile]
    return [*folder, "project", file or force.about.plan_scenario]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the application and return the process's exit status."""
    parser = argparse.ArgumentParser(prog="modeller-ui", description="Open the policy modeller.")
    parser.add_argument("file", nargs="?", help="a scenario file, or the name of a shipped one")
    parser.add_argument(
        "--language",
        choices=("system", "en", "fr"),
        help="speak this language for once; View ▸ Language keeps one",
    )
    parser.add_argument("--profile", metavar="FOLDER", help="the folder of another force's profile")
    given = parser.parse_args(arguments)
    if not has_display():
        print("There is no display to open a window on; here is the projection instead.")
        from modeller.cli import main as command_line

        return command_line(instead(given.file, given.profile))
    missing = missing_packages()
    if missing:
        names = " ".join(missing)
        print(f"Qt needs system libraries that are missing; install them with:\n"
              f"  apt-get install {names}", file=sys.stderr)  # fmt: skip
        return 2
    # until the window listens for Ctrl-C itself there is nothing to keep: it ends the program
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ui.speed_up import speed_up_start

    speed_up_start()
    from modeller.base.errors import ModellerError
    from ui.window.application import run

    try:
        return run(given.file, given.language, given.profile)
    except ModellerError as error:  # no home, or faults of the profile; the window shows all others
        print(error, file=sys.stderr)
        return 2
    finally:
        signal.signal(signal.SIGINT, before)


if __name__ == "__main__":
    sys.exit(main())
