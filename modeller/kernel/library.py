"""Finds, checks and calls machine code that was compiled ahead, without needing a compiler.

`library_build` makes one file for each kind of processor. The name of a file has the digest of all
that went into it and its size, and the digest stands inside, too; a file of other source, for
another platform or another processor is not used.

Each function takes a pointer to a row of 64-bit slots that hold its arguments one after the other.
A number takes one slot, an array seven or more: two unused, the number of elements, the bytes of an
element, the address, the lengths and the strides.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import struct
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import modeller.model
from modeller.base import before_numpy, elementary
from modeller.model.equation_graph import Model

FOLDER = Path(__file__).parent / "compiled_ahead"
"""The folder of the package that holds libraries."""
SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
ABOUT = "modeller_about"
"""The symbol of the JSON text in a library that describes it."""

_V2 = ("SSE3", "SSSE3", "SSE41", "POPCNT", "SSE42")
_V3 = (*_V2, "AVX", "F16C", "FMA3", "AVX2")
_NEEDED: Mapping[str, Sequence[str]] = {
    "x86-64-v4": (*_V3, "AVX512F", "AVX512CD", "AVX512_SKX"),
    "x86-64-v3": _V3,
    "x86-64-v2": _V2,
}
"""Kinds of processor, the best first, with the features that each has, by numpy's names."""
GENERIC = "generic"
_ALLOWED = ("library", "numba", "numpy")


def allowed() -> Sequence[str]:
    """What may run the model, the fastest first; the variable MODELLER_ENGINE excludes some."""
    asked = os.environ.get("MODELLER_ENGINE", "")
    return _ALLOWED[_ALLOWED.index(asked) :] if asked in _ALLOWED else _ALLOWED


# ---------------------------------------------------------------- which library


@cache
def _by_hand() -> bytes:
    """All source that machine code may come from, apart from what is generated from this.

    It is the source of whole rooms, so that nothing can be forgotten. Line ends do not matter.
    """
    parts = [Path(elementary.__file__)]
    for folder in (Path(__file__).parent, Path(modeller.model.__path__[0])):
        parts += sorted(folder.glob("*.py"))
    return b"\0".join(part.read_bytes().replace(b"\r\n", b"\n") for part in parts)


def digest_of(model: Model) -> str:
    """The digest of all that goes into a model's library; empty where source cannot be read.

    What is generated for a model follows from the source by hand, which has the equations, and from
    the names that they find in a catalogue. Generating it to compare it would take longer than all
    else that opening a library takes.
    """
    named = json.dumps([*model.kinds.items(), model.names.flows, model.names.parts])
    try:
        return hashlib.sha256(_by_hand() + b"\0" + named.encode()).hexdigest()
    except OSError:
        return ""


def kinds() -> list[str]:
    """The kinds whose code this processor can run, the fastest first."""
    if machine() != "x86-64":
        return [GENERIC]
    has = _processor()
    return [
        kind for kind, needed in _NEEDED.items() if all(has.get(name, False) for name in needed)
    ]


def kinds_of_platform() -> list[str]:
    """All kinds of processor of this platform."""
    return [*_NEEDED] if machine() == "x86-64" else [GENERIC]


def machine() -> str:
    """The family of this computer's processor."""
    import platform

    name = platform.machine().lower()
    return "x86-64" if name in ("x86_64", "amd64") else name


def _processor() -> Mapping[str, bool]:
    """The features that numpy found in this processor; none where it does not say.

    Those that it was told to do without are not lacking.
    """
    try:
        from numpy._core._multiarray_umath import (  # type: ignore[import-not-found]
            __cpu_features__,
        )
    except ImportError:
        return {}
    hidden = _NEEDED["x86-64-v4"] if before_numpy.was_told() else ()
    return {**__cpu_features__, **dict.fromkeys(hidden, True)}


def name_of(digest: str, kind: str, size: int) -> str:
    """The file name of the library of that digest and size for a kind of processor."""
    return f"{_begins(digest, kind)}{size}{SUFFIX}"


def file_of(digest: str, kind: str, folder: Path | None = None) -> Path | None:
    """The library of that digest for a kind of processor, if there is one and it is complete.

    The system would kill a process that loads an incomplete one. Signing makes a file longer.
    """
    begins = _begins(digest, kind)
    for path in (FOLDER if folder is None else folder).glob(f"{begins}*{SUFFIX}"):
        size = path.name.removeprefix(begins).removesuffix(SUFFIX)
        with suppress(OSError):
            if size.isdecimal() and path.stat().st_size >= int(size):
                return path
    return None


def _begins(digest: str, kind: str) -> str:
    return f"kernel-{digest[:16]}-{sys.platform}-{machine()}-{kind}-"


def functions_of(digest: str, folder: Path | None = None) -> Mapping[str, Entry] | None:
    """The functions of the library of that digest; None where none suits this processor."""
    if not digest or "library" not in allowed():
        return None
    for kind in kinds():
        path = file_of(digest, kind, folder)
        if path is not None and (found := _functions_in(path, digest, kind)) is not None:
            return found
    return None


def _functions_in(path: Path, digest: str, kind: str) -> Mapping[str, Entry] | None:
    try:
        opened = ctypes.CDLL(str(path))
        told = json.loads(ctypes.string_at(ctypes.addressof(ctypes.c_char.in_dll(opened, ABOUT))))
        if told["digest"] != digest or told["kind"] != kind:
            return None
        return {
            name: Entry(name, getattr(opened, name), kinds)
            for name, kinds in told["functions"].items()
        }
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return None  # for another platform, or damaged


# ---------------------------------------------------------------- calling


class Entry:
    """A function of a library, called like the Python function that it was compiled from.

    Parameters
    ----------
    kinds
        The kind of each argument as `library_build` writes it: for an array its type and number of
        dimensions, such as ``<f8:2``, for a number its type, for a tuple a list.
    """

    def __init__(self, name: str, function: Any, kinds: Sequence[Any]) -> None:
        self.name = name
        self._function = function
        function.argtypes, function.restype = (ctypes.c_void_p,), ctypes.c_int32
        self._kinds = kinds
        self._into = [_into_slots(kind) for kind in kinds]
        self._bytes = 8 * sum(map(_slots, kinds))

    def __call__(self, *arguments: Any) -> None:
        """Run it."""
        self.run(self.lay(arguments, 0))

    def bound(self, *first: Any) -> Bound:
        """The function with its first arguments put into slots once and for all."""
        return Bound(self, b"", ()).bound(*first)

    def lay(self, arguments: Sequence[Any], start: int) -> bytes:
        """The slots of some arguments, of which the first is number `start`."""
        into = self._into[start : start + len(arguments)]
        return b"".join([lay(one) for lay, one in zip(into, arguments, strict=True)])

    def run(self, slots: bytes) -> None:
        """Run it with the slots of all its arguments."""
        if len(slots) != self._bytes:
            raise TypeError(f"{self.name} takes {len(self._kinds)} arguments")
        if status := self._function(slots):
            raise RuntimeError(f"{self.name} ended with {status}")


class Bound:
    """A function of a library with its first arguments bound, whose memory is kept alive."""

    def __init__(self, entry: Entry, slots: bytes, given: tuple[Any, ...]) -> None:
        self._entry, self._slots, self._given = entry, slots, given

    def bound(self, *more: Any) -> Bound:
        """The same with more arguments bound."""
        laid = self._slots + self._entry.lay(more, len(self._given))
        return Bound(self._entry, laid, (*self._given, *more))

    def __call__(self, *rest: Any) -> None:
        """Run it with the remaining arguments."""
        self.finish(self.laid(*rest))

    def laid(self, *rest: Any) -> bytes:
        """The remaining arguments in slots, for `finish`; somebody must keep hold of `rest`."""
        return self._entry.lay(rest, len(self._given))

    def finish(self, rest: bytes) -> None:
        """Run it with the remaining arguments, already in slots."""
        self._entry.run(self._slots + rest)


def _slots(kind: Any) -> int:
    if isinstance(kind, list):
        return sum(map(_slots, kind))
    _, _, dimensions = kind.partition(":")
    return 5 + 2 * int(dimensions) if dimensions else 1


_NUMBERS = {
    "<i8": (struct.Struct("<q").pack, int),
    "<u8": (struct.Struct("<Q").pack, int),
    "<f8": (struct.Struct("<d").pack, float),
    "<f4": (struct.Struct("<f4x").pack, float),
    "|b1": (struct.Struct("<q").pack, bool),
}


@cache
def _array_layout(dimensions: int) -> Callable[..., bytes]:
    return struct.Struct(f"<qqqqQ{2 * dimensions}q").pack


def _into_slots(kind: Any) -> Callable[[Any], bytes]:
    """The function that puts an argument of a kind into slots.

    It raises a `TypeError` when the argument is of another kind, because the compiled code would
    read memory that is not the argument's.
    """
    if isinstance(kind, list):
        return partial(_lay_tuple, [_into_slots(one) for one in kind])
    type_, _, dimensions = kind.partition(":")
    if dimensions:
        return partial(_lay_array, np.dtype(type_), int(dimensions), _array_layout(int(dimensions)))
    return partial(_lay_number, *_NUMBERS[type_])


def _lay_tuple(each: Sequence[Callable[[Any], bytes]], values: Sequence[Any]) -> bytes:
    if len(each) != len(values):
        raise TypeError(f"{len(each)} values are taken, not {len(values)}")
    return b"".join([lay(value) for lay, value in zip(each, values, strict=True)])


def _lay_number(pack: Callable[..., bytes], number: Callable[[Any], Any], value: Any) -> bytes:
    return pack(number(value))


def _lay_array(
    type_: np.dtype[Any], dimensions: int, pack: Callable[..., bytes], array: NDArray[Any]
) -> bytes:
    if array.dtype != type_ or array.ndim != dimensions or not array.flags.c_contiguous:
        kind = f"{type_.str} in {dimensions} dimensions"
        raise TypeError(f"a contiguous array of {kind} is taken, not {array.dtype.str}")
    at = array.__array_interface__["data"][0]
    return pack(0, 0, array.size, array.itemsize, at, *array.shape, *array.strides)
