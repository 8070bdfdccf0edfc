"""What a wheel gets beside its files: the kernels, compiled ahead for the platform it is made on.

The variable MODELLER_LIBRARY says whether it must (``required``), may not (``off``), or, when it is
not set, gets them if they can be made. A wheel without them runs on any platform, more slowly.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PLACE = "modeller/kernel/compiled_ahead"


class LibraryHook(BuildHookInterface[Any]):
    """Makes the libraries and puts them in the wheel."""

    def dependencies(self) -> list[str]:
        """What making them needs beside hatchling; a linker, if there is no C compiler here."""
        if self._wanted == "off":
            return []
        project = self.metadata.core
        import shutil

        needed = [
            *project.optional_dependencies["compiler"],
            *_needed_to_import(project.dependencies),
        ]
        links = sys.platform != "win32" and any(map(shutil.which, ("cc", "clang", "gcc")))
        return needed if links else [*needed, "ziglang"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is written; an editable one takes what lies in the checkout."""
        if version == "editable" or self._wanted == "off":
            return
        made = subprocess.run(
            [sys.executable, "-m", "modeller.kernel.library_build"],
            cwd=self.root, capture_output=True, text=True, check=False,
            env=os.environ | {"PYTHONPATH": self.root},
        )  # fmt: skip
        if made.returncode:
            if self._wanted == "required":
                raise RuntimeError(made.stderr)
            self.app.display_warning(f"a wheel without machine code: {made.stderr.strip()}")
            return
        for path in map(Path, made.stdout.splitlines()):
            build_data["force_include"][str(path)] = f"{_PLACE}/{path.name}"
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{_platform()}"

    @property
    def _wanted(self) -> str:
        return os.environ.get("MODELLER_LIBRARY", "")


def _needed_to_import(dependencies: list[str]) -> list[str]:
    """Those of the project's libraries that the model itself imports."""
    names = ("numpy", "platformdirs", "rfc8785")
    return [one for one in dependencies if one.startswith(names)]


def _platform() -> str:
    """The platform's tag: what a library asks of a Linux system is as old as manylinux 2014."""
    name = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    return name.replace("linux_", "manylinux_2_17_", 1) if name.startswith("linux_") else name
