"""What makes the start faster, before anything of Qt is imported."""

from __future__ import annotations

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from modeller.base.before_numpy import settle_numpy
from modeller.base.kept_code import keep_compiled

_LATER_READ = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler",
        "layout",
        "parser",
        "lib/tool",
        "lib/enum_sig",
        "lib/pyi_generator",
    )
)
"""Modules of PySide's, none of which anything but Python reads."""
_STUB = """
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    del globals()["__getattr__"]
    exec({code}, globals())
    if name in globals():
        return globals()[name]
    raise AttributeError(name)
"""


def speed_up_start() -> None:
    """Skip what takes a third of the start.

    - numpy would start threads that it does not need (`modeller.base.before_numpy`).
    - Python's garbage collector finds nothing yet, so it is off until the window runs it
      (`ui.window.application.run`).
    - The methods of dataclasses are compiled at every start (`modeller.base.kept_code`).
    - PySide works out the documentation of whatever asks for its own, as numpy does of a thousand
      functions unless it comes first; it compiles, at every start, six modules that word its
      errors; and it reads the source of whatever is imported after it, looking for features of Qt
      for Python that nothing here uses.
    """
    settle_numpy()
    gc.disable()
    keep_compiled()
    import numpy  # noqa: F401, ICN001

    plain = builtins.__import__
    with _signatures_later():
        import PySide6.QtWidgets  # noqa: F401
    builtins.__import__ = plain


@contextmanager
def _signatures_later() -> Iterator[None]:
    """Have the modules of PySide's signatures compiled when something of them is first read.

    PySide keeps them as text in its library. From files, Python keeps them compiled.
    """
    compiled = builtins.compile

    def later(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:
        if isinstance(filename, str) and filename in _LATER_READ:
            # under a name of its own, as it may be read before everything has been imported
            code = f"compile({source!r}, './{filename}', 'exec')"
            source = _STUB.format(code=code)
        return compiled(source, filename, *rest, **named)

    builtins.compile = later
    try:
        yield
    finally:
        builtins.compile = compiled
