"""The modules that are written for a model, loaded: files under the digest of their own text.

numba keeps code beside a source file that exists; tracebacks and debuggers want one, too. Where no
file can be written the text is run from memory, and machine code made at every start.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from modeller.base.saving import write_atomically
from modeller.kernel.keeping import folder, made_of
from modeller.kernel.live_source import LiveSource
from modeller.kernel.settled_source import SettledSource
from modeller.model.equation_graph import Model

_lock = threading.Lock()
_loaded: dict[Model, Code] = {}


@dataclass(frozen=True, eq=False)
class Code:
    """What was written for a model, and the functions that were made of it.

    Attributes
    ----------
    run_live, run_settled
        The modules of `live` and `settled`.
    """

    live: LiveSource
    settled: SettledSource
    run_live: Any
    run_settled: Any

    @property
    def digest(self) -> str:
        """Of everything that goes into the machine code."""
        return made_of([self.run_live.__name__, self.run_settled.__name__])


def code_for(model: Model) -> Code:
    """The code for a model, written and loaded once; nothing is compiled yet."""
    with _lock:
        found = _loaded.get(model)
        if found is None:
            live, settled = LiveSource(model), SettledSource(model)
            modules = _load("live", live.source), _load("settled", settled.source)
            found = _loaded[model] = Code(live, settled, *modules)
        return found


def _load(name: str, source: str) -> ModuleType:
    name = f"{name}_{hashlib.sha256(source.encode()).hexdigest()[:16]}"
    module = ModuleType(f"modeller.kernel.{name}")
    if module.__name__ in sys.modules:
        return sys.modules[module.__name__]
    place = f"<{name}>"
    if (kept_in := folder()) is not None:
        path = kept_in / f"{name}.py"
        with suppress(OSError):
            if not path.exists() or path.read_text("utf-8") != source:
                write_atomically(path, source.encode())
            place = str(path)
    module.__file__ = place
    sys.modules[module.__name__] = module  # numba looks a kept function's module up by name
    exec(compile(source, place, "exec"), vars(module))
    return module
