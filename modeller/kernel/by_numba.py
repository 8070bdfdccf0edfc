"""Compiles the functions of a model with numba, from modules that are generated for it.

The modules are saved as files named by the digest of their text, because numba keeps code only for
a source file that exists, and tracebacks need one. Where no file can be written, the text is run
from memory and compiled at every start.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from contextlib import suppress
from types import ModuleType
from typing import Any

from modeller.base.saving import write_atomically
from modeller.kernel import live_streams, settled_run, tally
from modeller.kernel.keeping import digest_of_kernel, folder
from modeller.kernel.live_source import LiveSource
from modeller.kernel.settled_source import SettledSource


def functions_for(live: LiveSource, settled: SettledSource) -> tuple[Mapping[str, Any], str]:
    """The functions that Python calls, by name, not yet compiled; and the digest of their code."""
    run_live, run_settled = (
        written_module("live", live.source),
        written_module("settled", settled.source),
    )
    functions = {
        **{name: getattr(run_live, name) for name in ("run_block", *live.level_fillers)},
        **{
            name: getattr(run_settled, name)
            for name in ("start_levels", "run_levels", "start", "run_week")
        },
        "fill_luck": settled_run.fill_luck,
        **{name: getattr(live_streams, name) for name in ("fill_noise", "fill_belief")},
        **{name: getattr(tally, name) for name in ("set_all_bins", "tally_kept", "read_bands")},
    }
    return functions, digest_of_kernel([run_live.__name__, run_settled.__name__])


def written_module(name: str, source: str) -> ModuleType:
    """The module with that source, loaded once."""
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
    sys.modules[module.__name__] = module  # numba finds the module of a kept function by name
    exec(compile(source, place, "exec"), vars(module))
    return module
