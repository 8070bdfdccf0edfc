"""The code of a model: the source generated for it, and the machine code compiled from that.

The machine code comes from the library that was compiled ahead, if there is one of exactly this
source, otherwise from numba.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Literal, cast

from modeller.kernel import library
from modeller.kernel.live_source import LiveSource
from modeller.kernel.settled_source import SettledSource
from modeller.model.equation_graph import Model

_lock = threading.Lock()
_loaded: dict[Model, Code] = {}

Functions = Mapping[str, Callable[..., Any]]


@dataclass(frozen=True, eq=False)
class Code:
    """The functions compiled for a model, and the source generated for it once it is asked for.

    Attributes
    ----------
    functions
        The functions that Python calls, by name, compiled by `maker`.
    digest
        The digest of everything that goes into the machine code.
    """

    model: Model
    functions: Functions
    maker: Literal["library", "numba"]
    digest: str

    @cached_property
    def live(self) -> LiveSource:
        """The source of the live loops, and where they keep everything."""
        return LiveSource(self.model)

    @cached_property
    def settled(self) -> SettledSource:
        """The source of the settled loops, and where they keep everything."""
        return SettledSource(self.model)


def from_library(model: Model) -> Code | None:
    """The code for a model from a library that was compiled ahead, or None without one."""
    with _lock:
        found = _loaded.get(model)
        if found is None:
            digest = library.digest_of(model)
            functions = library.functions_of(digest)
            if functions is not None:
                found = _loaded[model] = Code(model, functions, "library", digest)
        return found if found is not None and found.maker == "library" else None


def code_for(model: Model) -> Code:
    """The code for a model, loaded once; from numba, it is not compiled before its first call."""
    found = from_library(model)
    if found is not None:
        return found
    with _lock:
        found = _loaded.get(model)
        if found is None:
            from modeller.kernel.by_numba import functions_for

            functions, digest = functions_for(LiveSource(model), SettledSource(model))
            found = _loaded[model] = Code(model, functions, "numba", digest)
        return found


def use(model: Model, code: Code) -> None:
    """Use this code for a model from now on."""
    with _lock:
        _loaded[model] = code


def run_all(functions: Sequence[Callable[..., Any]], *last: Any) -> Iterator[None]:
    """Call functions of one kind that share their last arguments, which are prepared only once."""
    first = functions[0]
    if isinstance(first, library.Bound):
        laid = first.laid(*last)
        for function in functions:
            cast(library.Bound, function).finish(laid)
            yield
    else:
        for function in functions:
            function(*last)
            yield


def bound(function: Callable[..., Any], *first: Any) -> Callable[..., Any]:
    """The function with its first arguments bound, and converted for machine code only once."""
    if isinstance(function, library.Entry | library.Bound):
        return function.bound(*first)
    return partial(function, *first)
