"""The model as machine code: the settled numbers faster, and the live ones at every frame.

`modeller.model.engine` is the specification and stays the way to run the model until the machine
code is there: `ready` says so. `warm_up` has it made, in another process, for about half a
minute the first time on a machine, and loads it in a second or so afterwards. Nothing here
imports numba before that.

- `settled` gives the numbers of the engine, bit for bit.
- `live_pass` gives bands and totals of the same draws in single precision: what a window
  shows while a lever moves.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from modeller.model.catalogue import Catalogue, catalogue
from modeller.model.equation_graph import Model

_ready = threading.Event()
_lock = threading.Lock()
_background: threading.Thread | None = None
_made: set[Model] = set()


def ready() -> bool:
    """Whether the machine code for the shipped catalogue is there."""
    return _ready.is_set()


def ready_for(model: Model) -> bool:
    """Whether the machine code for the equations of a catalogue is there."""
    return ready() and model in _made


def compile_now(
    progress: Callable[[float], None] | None = None, declared: Catalogue | None = None
) -> None:
    """Make the machine code, or load it where it was kept; returns when it is there.

    Parameters
    ----------
    progress
        Called with the share done, in this thread.
    declared
        A catalogue with other names than the shipped one, beside which it is then compiled.
    """
    with _lock:
        for one in (catalogue(), declared):
            if one is not None and not (_ready.is_set() and one.model in _made):
                from modeller.kernel.compile_all import compile_all

                compile_all(progress, one)
                _made.add(one.model)
                _ready.set()


def warm_up(progress: Callable[[float], None] | None = None) -> threading.Thread:
    """Have the machine code made in another process and load it, in a thread; returns that.

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
        if not _ready.is_set():
            from modeller.kernel.compile_all import is_to_be_made

            if is_to_be_made():
                from modeller.kernel.other_process import compile_apart

                compile_apart(progress)
    compile_now()
    if progress is not None:
        progress(1.0)
