"""The model as machine code, for settled numbers and for live ones at every frame.

The first of these that is available runs the model:

1. the library that was compiled ahead and comes with the package; it loads in milliseconds;
2. numba, where it is installed: `warm_up` compiles in another process, which takes about half a
   minute the first time on a machine, and loads the result in a second or so afterwards;
3. `modeller.model.engine`, the specification, which runs on arrays. It is also used until the
   machine code is there, which `ready` tells.

All three give the same settled numbers, bit for bit. numba is not imported before it is needed.

- `settled` gives the same numbers as the engine.
- `live_pass` gives bands and totals of the same draws in single precision, which a window shows
  while a lever moves.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib.util import find_spec
from typing import Literal

from modeller.model.catalogue import Catalogue
from modeller.model.equation_graph import Model
from modeller.scenario import Scenario

_ready = threading.Event()
_lock = threading.Lock()
_background: threading.Thread | None = None
_made: set[Model] = set()
_in_libraries: dict[Model, bool] = {}


def _shared() -> Catalogue:
    """The shipped catalogue; those of all profiles have the same names, and so the same code."""
    return Scenario().catalogue


def ready() -> bool:
    """Whether the machine code for the shipped catalogue is loaded or lies in a library."""
    return _ready.is_set() or _in_library(_shared().model)


def ready_for(model: Model) -> bool:
    """Whether the machine code for the equations of a catalogue is loaded or lies in a library."""
    return ready() and (model in _made or _in_library(model))


def _in_library(model: Model) -> bool:
    """Whether a library has the code of a model; this is looked up once."""
    found = _in_libraries.get(model)
    if found is None:
        from modeller.kernel.generated import from_library

        found = _in_libraries[model] = from_library(model) is not None
    return found


def can_compile() -> bool:
    """Whether code that is in no library can be compiled here: numba is installed and allowed."""
    from modeller.kernel.library import allowed

    return "numba" in allowed() and find_spec("numba") is not None


def runs_on() -> Literal["library", "numba", "numpy"]:
    """What runs the shipped model at present."""
    if not ready():
        return "numpy"
    from modeller.kernel.generated import code_for

    return code_for(_shared().model).maker


def compile_now(
    progress: Callable[[float], None] | None = None, declared: Catalogue | None = None
) -> None:
    """Compile the machine code, or load what was kept, and return when it is there.

    Without a library and without numba this does nothing.

    Parameters
    ----------
    progress
        Called with the share done, in this thread.
    declared
        A catalogue with names of its own, to be compiled besides the shipped one.
    """
    with _lock:
        for one in (_shared(), declared):
            if one is not None and not ready_for(one.model) and can_compile():
                from modeller.kernel.compile_all import compile_all

                compile_all(progress, one)
                _made.add(one.model)
                _ready.set()


def warm_up(progress: Callable[[float], None] | None = None) -> threading.Thread:
    """Start a thread that compiles in another process and then loads the code; return the thread.

    Where a library has the code, that is loaded and no process is started. Where nothing can be
    compiled, progress goes to 1 all the same.

    Parameters
    ----------
    progress
        Called with the share done, in that thread.
    """
    global _background  # noqa: PLW0603 - one compilation for the process
    if _background is None:
        _background = threading.Thread(
            target=_warm_up, args=(progress,), name="kernel", daemon=True
        )
        _background.start()
    return _background


def _warm_up(progress: Callable[[float], None] | None) -> None:
    with _lock:
        if not ready() and can_compile():
            from modeller.kernel.compile_all import needs_compiling

            if needs_compiling():
                from modeller.kernel.other_process import compile_elsewhere

                compile_elsewhere(progress)
    compile_now()
    if progress is not None:
        progress(1.0)
