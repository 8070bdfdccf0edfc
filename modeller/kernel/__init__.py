"""The model as machine code: the settled numbers faster, and the live ones at every frame.

It comes, the first that there is, from

1. the library that was compiled ahead and lies in the package: loaded in some milliseconds,
2. numba, where that is installed: `warm_up` has the code made, in another process, for about half a
   minute the first time on a machine, and loads it in a second or so afterwards,
3. nobody: `modeller.model.engine`, which is the specification, runs on arrays as it does until
   the machine code is there. `ready` says so.

All three give the same settled numbers, bit for bit. Nothing here imports numba before it is
wanted.

- `settled` gives the numbers of the engine.
- `live_pass` gives bands and totals of the same draws in single precision: what a window
  shows while a lever moves.
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
    """The catalogue of any profile: the names in the equations are those of all."""
    return Scenario().catalogue


def ready() -> bool:
    """Whether the machine code for the shipped catalogue is there."""
    return _ready.is_set() or _in_library(_shared().model)


def ready_for(model: Model) -> bool:
    """Whether the machine code for the equations of a catalogue is there."""
    return ready() and (model in _made or _in_library(model))


def _in_library(model: Model) -> bool:
    """Whether a model's code is in a library; looked for once."""
    found = _in_libraries.get(model)
    if found is None:
        from modeller.kernel.generated import from_library

        found = _in_libraries[model] = from_library(model) is not None
    return found


def can_compile() -> bool:
    """Whether code that is in no library can be made here: numba is installed and wanted."""
    from modeller.kernel.library import allowed

    return "numba" in allowed() and find_spec("numba") is not None


def runs_on() -> Literal["library", "numba", "numpy"]:
    """What runs the shipped model now."""
    if not ready():
        return "numpy"
    from modeller.kernel.generated import code_for

    return code_for(_shared().model).maker


def compile_now(
    progress: Callable[[float], None] | None = None, declared: Catalogue | None = None
) -> None:
    """Make the machine code, or load it where it was kept; returns when it is there.

    Without a library and without numba it does nothing.

    Parameters
    ----------
    progress
        Called with the share done, in this thread.
    declared
        A catalogue with names of its own. Those of all profiles are the same, and always made.
    """
    with _lock:
        for one in (_shared(), declared):
            if one is not None and not ready_for(one.model) and can_compile():
                from modeller.kernel.compile_all import compile_all

                compile_all(progress, one)
                _made.add(one.model)
                _ready.set()


def warm_up(progress: Callable[[float], None] | None = None) -> threading.Thread:
    """Have the machine code made in another process and load it, in a thread; returns that.

    What lies in a library is loaded, and no process started. All of it is told to be done, too,
    where nothing can be made.

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
            from modeller.kernel.compile_all import is_to_be_made

            if is_to_be_made():
                from modeller.kernel.other_process import compile_apart

                compile_apart(progress)
    compile_now()
    if progress is not None:
        progress(1.0)
