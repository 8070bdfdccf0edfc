"""What numpy is told through the environment, which it reads when it is imported."""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

DISABLED = "NPY_DISABLE_CPU_FEATURES"
_WIDEST, _WIDEST_BEFORE = "X86_V4", "AVX512_SKX"
"""The widest instructions that numpy sorts with: their name since numpy 2.4, and until then."""
_RENAMED = 2, 4
_ZEN_4 = "AuthenticAMD", 25


def settle_numpy() -> None:
    """Have numpy do without what would slow it down here; a variable that is set already stays.

    Its library of linear algebra, which nothing here calls, would start threads that wait by
    spinning. And AMD's fourth Zen generation takes four to eight times as long to sort with the
    widest instructions as with the next narrower ones. The results are the same bits.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sorts_slowly_when_wide():
        os.environ.setdefault(DISABLED, " ".join(_names_of_widest()))


def was_told() -> bool:
    """Whether numpy does not use the widest instructions although the processor has them.

    The variable alone does not say so: it may come from a job that began on another machine.
    """
    told = os.environ.get(DISABLED) == " ".join(_names_of_widest())
    return told and sorts_slowly_when_wide()


def _names_of_widest() -> list[str]:
    """What the numpy that is installed calls them; both where its version cannot be found.

    Of a name that it does not know it would warn.
    """
    found = find_spec("numpy")
    if found is not None and found.origin is not None:
        for about in Path(found.origin).parents[1].glob("numpy-*.dist-info"):
            version = about.name.split("-")[1].split(".")[:2]
            if all(part.isdecimal() for part in version):
                return [_WIDEST if tuple(map(int, version)) >= _RENAMED else _WIDEST_BEFORE]
    return [_WIDEST, _WIDEST_BEFORE]


def sorts_slowly_when_wide(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether this is an AMD processor of family 25 with AVX-512; elsewhere than here, false."""
    maker, family = _ZEN_4
    if sys.platform == "win32":
        named = os.environ.get("PROCESSOR_IDENTIFIER", "")
        has_avx512 = bool(ctypes.windll.kernel32.IsProcessorFeaturePresent(41))
        return has_avx512 and maker in named and f"Family {family} " in named
    try:
        with cpuinfo.open(
            "rb", buffering=0
        ) as file:  # no more of it: the system makes it up slowly
            lines = file.read(4096).decode("ascii", "replace").split("\n")
    except OSError:
        return False
    first = dict(map(_field, lines[: lines.index("")] if "" in lines else lines))
    return (
        first.get("vendor_id") == maker
        and first.get("cpu family") == str(family)
        and "avx512f" in first.get("flags", "").split()
    )


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()
