"""Finds and checks the live kernel as WebAssembly, for explorable pages, without a compiler.

`wasm_build` makes it, with a description beside it. Its functions take one pointer to a row of
64-bit slots, as those of `library` do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from modeller.kernel.live_source import LiveSource

FOLDER = Path(__file__).parent / "for_pages"
MODULE, ABOUT = "live.wasm", "live.json"


@dataclass(frozen=True, eq=False)
class Module:
    """The module and its description.

    Attributes
    ----------
    code
        WebAssembly that uses SIMD and bulk memory; it exports its memory.
    functions
        The kinds of the arguments of each function, as `library.Entry` has them.
    source
        Digest of all source that it was compiled from (`wasm_build.source_digest`).
    equations
        Digest of the source generated from the equations.
    """

    code: bytes
    functions: Mapping[str, Sequence[Any]]
    source: str
    equations: str

    def fits(self, live: LiveSource) -> bool:
        """Whether it was compiled from these equations."""
        return self.equations == equations_digest(live)


def equations_digest(live: LiveSource) -> str:
    """Digest of the source generated from the equations."""
    return hashlib.sha256(live.source.encode()).hexdigest()


@cache
def module(folder: Path = FOLDER) -> Module | None:
    """The module in the package; None where there is none or it is damaged."""
    try:
        code = (folder / MODULE).read_bytes()
        told = json.loads((folder / ABOUT).read_text("utf-8"))
        if told["module"] != hashlib.sha256(code).hexdigest():
            return None
        return Module(code, told["functions"], told["source"], told["equations"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
