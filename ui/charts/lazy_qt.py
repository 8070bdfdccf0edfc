"""Importing pyqtgraph without making every class and constant of Qt.

PySide makes them when they are first read. On import pyqtgraph copies all of them into mirrors of
its own, some three thousand, of which it uses a hundred: half of what its import takes. Here a
mirror copies what is read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

_MIRRORED = {
    "pyqtgraph.Qt.QtCore": QtCore,
    "pyqtgraph.Qt.QtGui": QtGui,
    "pyqtgraph.Qt.QtWidgets": QtWidgets,
}
_OWN = frozenset({"__path__", "__file__", "__spec__", "__all__"})


class _Mirror(ModuleType):
    """A module with another's content, taken when it is read."""

    def __init__(self, name: str, of: ModuleType) -> None:
        super().__init__(name)
        self._of = of

    def __getattr__(self, name: str) -> Any:
        if name in _OWN:
            raise AttributeError(name)
        value = getattr(self._of, name)
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        return sorted({*vars(self), *dir(self._of)})


@contextmanager
def lazily() -> Iterator[None]:
    """Import pyqtgraph inside this; where it has been imported already nothing is changed."""
    if "pyqtgraph" in sys.modules:
        yield
        return
    originals = [vars(module) for module in _MIRRORED.values()]
    named = [content.get("__dir__") for content in originals]
    for name, module in _MIRRORED.items():
        sys.modules[name] = _Mirror(name, module)
        vars(module)["__dir__"] = list  # so that nothing is copied on import
    try:
        yield
    finally:
        for content, before in zip(originals, named, strict=True):
            del content["__dir__"]
            if before is not None:
                content["__dir__"] = before
