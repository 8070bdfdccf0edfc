"""One-line representations of results at a prompt: what each is and how much it holds."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from modeller.base.language import cropped

LONGEST = 160
_LONGEST_PART = 40

_Class = TypeVar("_Class", bound=type)


def short_repr(cls: _Class) -> _Class:
    """Give a class of results (a dataclass or a named tuple) a one-line ``repr``.

    It shows numbers and names, the length of collections, and the fingerprint of a scenario.
    """
    cls.__repr__ = line  # type: ignore[assignment]
    return cls


def line(self: Any) -> str:
    """A dataclass in one line, without what begins with an underscore."""
    names = [f.name for f in fields(self)] if is_dataclass(self) else list(self._fields)
    parts = [_part(name, getattr(self, name)) for name in names if not name.startswith("_")]
    said = ", ".join(part for part in parts if part)
    text = f"<{type(self).__name__}: {said}>" if said else f"<{type(self).__name__}>"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2]}…>"


def _part(name: str, value: object) -> str:
    words = name.replace("_", " ")
    fingerprint = getattr(value, "fingerprint", None)
    if isinstance(fingerprint, str):
        return f"{words} {fingerprint}"
    if value is None or isinstance(value, bool | int | date):
        return f"{words} {value}"
    if isinstance(value, float):
        return f"{words} {value:.6g}"
    if isinstance(value, str):
        return f"{words} {cropped(value, _LONGEST_PART)!r}"
    if isinstance(value, Sized):
        return f"{len(value)} {words}"
    # only what has a one-line form of its own, such as a measure or a target
    return f"{words} {value}" if type(value).__str__ is not object.__str__ else ""
