"""Importing pyqtgraph without what charts do not use of it, in a third of the time.

PySide makes its classes and constants when they are first read. On import pyqtgraph copies all of
them into mirrors of its own, some three thousand, of which it uses a hundred: here a mirror copies
what is read. And pyqtgraph imports all of its sixty widgets and items at once: here only those that
charts are made of, and the others when one of them is asked for.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

_MIRRORED = {
    "pyqtgraph.Qt.QtCore": QtCore,
    "pyqtgraph.Qt.QtGui": QtGui,
    "pyqtgraph.Qt.QtWidgets": QtWidgets,
}
_OWN = frozenset({"__path__", "__file__", "__spec__", "__all__"})
_SPARED = ("pyqtgraph.graphicsItems.", "pyqtgraph.imageview", "pyqtgraph.widgets.")
"""How the names of modules begin whose import can wait."""
_NOTHING = object()


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


class _Empty(ModuleType):
    """A module that has nothing in it, whatever is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _NOTHING


def _import_used() -> None:
    """Import what charts are made of, and with it whatever that imports."""
    import pyqtgraph.graphicsItems.GraphicsObject
    import pyqtgraph.widgets.GraphicsView  # noqa: F401


class _Spared(MetaPathFinder, Loader):
    """Puts an empty module in the place of each that charts do not use."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._importing = False

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None = None, _target: Any = None
    ) -> ModuleSpec | None:
        """The specification of an empty module, or None for what is to be imported."""
        if self._importing or not fullname.startswith(_SPARED):
            return None
        if not self.names:  # by now there are the settings that these read
            self._importing = True
            _import_used()
            self._importing = False
            if fullname in sys.modules:
                raise ImportError(f"{fullname} is needed by others")
        self.names.append(fullname)
        return ModuleSpec(fullname, self)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """An empty module."""
        return _Empty(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it empty."""

    def clear(self) -> None:
        """Leave no trace, so that the modules can be imported after all."""
        for name in self.names:
            del sys.modules[name]
            parent, _, child = name.rpartition(".")
            vars(sys.modules[parent]).pop(child, None)


@contextmanager
def _few_names_of_qt() -> Iterator[None]:
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


def import_for_charts() -> None:
    """Import pyqtgraph; where it has been imported already nothing is changed."""
    if "pyqtgraph" in sys.modules:
        return
    spared = _Spared()
    sys.meta_path.insert(0, spared)
    with _few_names_of_qt():
        try:
            import pyqtgraph
        except (ImportError, AttributeError):  # another version, put together in another way
            sys.meta_path.remove(spared)
            for name in [name for name in sys.modules if name.partition(".")[0] == "pyqtgraph"]:
                if name not in _MIRRORED:
                    del sys.modules[name]
            import pyqtgraph

            return
    sys.meta_path.remove(spared)
    spared.clear()
    content = vars(pyqtgraph)
    for name in [name for name, value in content.items() if value is _NOTHING]:
        del content[name]
    pyqtgraph.setConfigOption("exitCleanup", False)  # it cleans up what has not been imported

    def whole(name: str) -> Any:
        """Import the rest, since something of it is asked for."""
        if name.startswith("__"):
            raise AttributeError(name)
        if importlib.util.find_spec(f"pyqtgraph.{name}") is not None:  # a module by itself
            return importlib.import_module(f"pyqtgraph.{name}")
        del content["__getattr__"]
        importlib.reload(pyqtgraph)
        return getattr(pyqtgraph, name)

    content["__getattr__"] = whole
