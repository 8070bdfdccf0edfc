"""Importing pyqtgraph without what charts do not use of it, in a third of the time.

PySide makes its classes and constants when they are first read. On import pyqtgraph copies all of
them into mirrors of its own, some three thousand, of which it uses a hundred: here a mirror reads
what it is asked for. And pyqtgraph imports all of its sixty widgets and items at once: here it
stops at the first item, and goes on when something else is asked for.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

_ITEMS = "pyqtgraph.graphicsItems"
_ONLY_IN_EXAMPLES = "PySide6.QtTest"


@contextmanager
def _few_names_of_qt() -> Iterator[None]:
    contents = {module: vars(module) for module in (QtCore, QtGui, QtWidgets)}
    named = [content.get("__dir__") for content in contents.values()]
    for module, content in contents.items():
        mirror = ModuleType(module.__name__.replace("PySide6", "pyqtgraph.Qt"))
        vars(mirror)["__getattr__"] = partial(getattr, module)
        sys.modules[mirror.__name__] = mirror
        content["__dir__"] = list  # so that nothing is copied on import
    known = _ONLY_IN_EXAMPLES in sys.modules
    if not known:
        sys.modules[_ONLY_IN_EXAMPLES] = None  # type: ignore[assignment]  # importing it fails
    try:
        yield
    finally:
        if not known:
            del sys.modules[_ONLY_IN_EXAMPLES]
        for content, before in zip(contents.values(), named, strict=True):
            del content["__dir__"]
            if before is not None:
                content["__dir__"] = before


def import_for_charts() -> None:
    """Import pyqtgraph; where it has been imported already nothing is changed."""
    if "pyqtgraph" in sys.modules:
        return
    spec = importlib.util.find_spec("pyqtgraph")
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("pyqtgraph is not installed", name="pyqtgraph")
    package = importlib.util.module_from_spec(spec)
    sys.modules["pyqtgraph"] = package
    with _few_names_of_qt():
        sys.modules[_ITEMS] = None  # type: ignore[assignment]  # importing them fails
        with suppress(ImportError):
            spec.loader.exec_module(package)
        del sys.modules[_ITEMS]
        try:
            import pyqtgraph.graphicsItems.GraphicsObject
            import pyqtgraph.widgets.GraphicsView  # noqa: F401
        except (ImportError, AttributeError):  # another version, put together in another way
            importlib.reload(package)
            return

    def whole(name: str) -> Any:
        """Import the rest, since something of it is asked for."""
        if name.startswith("__"):
            raise AttributeError(name)
        if importlib.util.find_spec(f"pyqtgraph.{name}") is not None:  # a module by itself
            return importlib.import_module(f"pyqtgraph.{name}")
        del vars(package)["__getattr__"]
        importlib.reload(package)
        return getattr(package, name)

    vars(package).update(__getattr__=whole, _connectCleanup=lambda: None)  # of what is not there
