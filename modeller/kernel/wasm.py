"""The live kernel as WebAssembly, for pages: found and checked without a compiler.

`wasm_build` makes it with the package and says beside it what it is made of. Its functions take
one pointer to a row of 64-bit slots, as those of `library` do.
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
    """The module, and what it says of itself.

    Attributes
    ----------
    code
        WebAssembly with numbers of 128 bits (SIMD) and bulk memory; it exports its memory.
    functions
        Of each function the kinds of its arguments, as `library.Entry` has them.
    source
        Digest of all source that it was made of (`wasm_build.source_digest`).
    equations
        Digest of what is written for the equations.
    """

    code: bytes
    functions: Mapping[str, Sequence[Any]]
    source: str
    equations: str

    def fits(self, live: LiveSource) -> bool:
        """Whether it was made of these equations."""
        return self.equations == equations_digest(live)


def equations_digest(live: LiveSource) -> str:
    """Of what is written for the equations: the same wherever it is written."""
    return hashlib.sha256(live.source.encode()).hexdigest()


@cache
def module(folder: Path = FOLDER) -> Module | None:
    """The module of the package; None where there is none or it is damaged."""
    try:
        code = (folder / MODULE).read_bytes()
        told = json.loads((folder / ABOUT).read_text("utf-8"))
        if told["module"] != hashlib.sha256(code).hexdigest():
            return None
        return Module(code, told["functions"], told["source"], told["equations"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
